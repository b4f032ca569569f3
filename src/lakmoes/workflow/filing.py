"""The internal file of a dossier: what must be kept and must never be published.

In: a dossier with all that holds in it. Out: contents of files: the audit trail, all decisions, motivations,
the settings, the hashes of the originals, and the plan and verification report of each redacted file. Holds
names of reviewers and what they typed.
"""

from collections.abc import Iterator

from lakmoes.dossier.packages import Contents
from lakmoes.exchange import decisions
from lakmoes.model import Motivation
from lakmoes.nl import INTERNAL_FILE
from lakmoes.review.trail import trail, trail_csv
from lakmoes.review.wording import subject_words
from lakmoes.workflow.holding import Held
from lakmoes.workflow.opening import Dossier

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheet programs misread accents."""


def internal_contents(dossier: Dossier, held: Held) -> Contents:
    """The files of the internal file, by name."""
    numbers = {document.id: document.number for document in reversed(dossier.documents)}
    shown = {document.id: document.shown for document in reversed(dossier.documents)}
    log = held.spoken.log
    texts = {
        "LEES DIT.txt": INTERNAL_FILE,
        "logboek.csv": f"{BYTE_ORDER_MARK}{trail_csv(trail(log, shown=dossier.shown), shown)}",
        "besluiten.jsonl": decisions.written(log.entries, numbers),
        "motiveringen.txt": "\n".join(_motivations(held)),
        "instellingen.json": f"{dossier.settings.model_dump_json(indent=1)}\n",
        "originelen.sha256.txt": "".join(_originals(dossier)),
    }
    proofs = {f"verificatie/{path.name}": path for path in sorted(dossier.output.proofs.glob("[!.]*"))}
    return {
        **{name: text.encode() for name, text in texts.items()},
        **proofs,
        "verificatie.json": dossier.output.verification,
    }


def _motivations(held: Held) -> Iterator[str]:
    """Each motivation that holds: its ground, what it is about, by whom and when, then its text."""
    for entry in held.spoken.log.all_holding(Motivation):
        body = entry.body
        if isinstance(body, Motivation):
            when = entry.time.isoformat(timespec="seconds")
            yield f"{subject_words(body, {})} ({entry.reviewer.name}, {when})\n{body.text.strip()}\n"


def _originals(dossier: Dossier) -> Iterator[str]:
    """A line for each file as it was received, as ``sha256sum`` reads it."""
    for document in sorted(dossier.documents, key=lambda document: document.number):
        yield f"{document.id}  {document.file_name}\n"
