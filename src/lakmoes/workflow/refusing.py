"""Files of one page in the place of documents that are refused whole, where the settings want them.

In: a dossier, its rows, and the texts that may stand nowhere. Out: files in the output folder, named as the
documents would be, each checked before it got its name. Those of an earlier run that are no longer wanted go.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from lakmoes.dossier.folders import written_whole
from lakmoes.dossier.store import Stage
from lakmoes.errors import LakmoesError
from lakmoes.inventory import notice
from lakmoes.inventory.notice import RefusalNotice
from lakmoes.model import InventoryRow, Judgement, SourceDocument, VerificationReport
from lakmoes.verify import inspect
from lakmoes.workflow.documents import Redaction
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.redacting import not_verified, target_of
from lakmoes.workflow.stamping import grounds_cited, page_numbers

REFUSED = Stage("refused", tuple[str, ...])


def refused(
    dossier: Dossier,
    rows: Sequence[InventoryRow],
    texts: Collection[str],
    published: Mapping[int, Redaction],
    failures: dict[int, LakmoesError],
) -> dict[int, Redaction]:
    """The file of each document that is refused whole, by number; what fails is added to ``failures``.

    Args:
        dossier: The dossier.
        rows: Its inventory.
        texts: May stand in no name of a file (``identifying_texts``).
        published: What became of the other documents; their files stay.
        failures: The errors that ended the way of a document.
    """
    documents = {document.number: document for document in dossier.documents}
    wanted = [row for row in rows if _is_wanted(dossier, row) and row.number not in published]
    earlier = dossier.store.load(REFUSED, "dossier", "") or ()
    names = {row.number: target_of(dossier, documents[row.number], texts).name for row in wanted}
    # Noted before anything is written, as for redacted files.
    dossier.store.save(REFUSED, "dossier", "", tuple(sorted({*earlier, *names.values()})))
    made: dict[int, Redaction] = {}
    for row in wanted:
        try:
            made[row.number] = _written(dossier, row, documents[row.number], names[row.number])
        except LakmoesError as error:
            failures[row.number] = error
    kept = {redaction.file_name for redaction in (*made.values(), *published.values())}
    for name in {*earlier, *names.values()} - kept:
        (dossier.output.redacted / name).unlink(missing_ok=True)
    written = tuple(sorted(redaction.file_name for redaction in made.values()))
    dossier.store.save(REFUSED, "dossier", "", written)
    return made


def _is_wanted(dossier: Dossier, row: InventoryRow) -> bool:
    return dossier.settings.refusal.notice and row.judgement is Judgement.NOT_PUBLIC


def _written(dossier: Dossier, row: InventoryRow, document: SourceDocument, name: str) -> Redaction:
    """Writes the page of one document.

    Raises:
        LakmoesError: It cannot be written, or does not pass its checks.
    """
    with written_whole(dossier.output.redacted / name) as beside:
        notice.write(beside, _notice(dossier, row, document))
        checks = inspect(beside)
        digest = hashlib.sha256(beside.read_bytes()).hexdigest()
        report = VerificationReport(plan_digest="", output_sha256=digest, checks=checks)
        redaction = Redaction(file_name=name, report=report, notes=())
        if not report.passed:
            raise not_verified(redaction)
    return redaction


def _notice(dossier: Dossier, row: InventoryRow, document: SourceDocument) -> RefusalNotice:
    numbers = page_numbers(dossier, document)
    labels = dossier.code_labels
    return RefusalNotice(
        row=row,
        cited=grounds_cited(dossier, row.grounds),
        grounds=[(labels[code], dossier.book[code].label) for code in row.grounds],
        page_numbers=" - ".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else "",
    )
