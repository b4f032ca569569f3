"""From what became of each document to the inventory list in every format.

In: all that holds in a dossier, and what a run wrote. Out: rows, and the files of the list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lakmoes.dossier.folders import written_whole
from lakmoes.errors import LakmoesError
from lakmoes.intake import described_as
from lakmoes.inventory import csv, docx, json, pdf, xlsx
from lakmoes.inventory.naming import public_title
from lakmoes.inventory.rows import (
    DocumentOutcome,
    Inventory,
    InventoryContext,
    inventory_of,
    inventory_row,
)
from lakmoes.model import InventoryRow, SourceDocument
from lakmoes.nl import LAW_SOURCES, refusal_proposed
from lakmoes.review.blocking import judged_as
from lakmoes.workflow.documents import Redaction
from lakmoes.workflow.extents import extent
from lakmoes.workflow.holding import Case, Held
from lakmoes.workflow.opening import Dossier

FORMATS: Mapping[str, Callable[[Path, Inventory], None]] = {
    "xlsx": xlsx.write,
    "docx": docx.write,
    "csv": csv.write,
    "json": json.write,
    "pdf": pdf.write,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a run came to, ready to be listed.

    Attributes:
        held: All that holds.
        redactions: What was written, by number.
        failures: The errors that ended the way of a document, by number.
        texts: May stand in no title (``identifying_texts``), each with its ground.
    """

    held: Held
    redactions: Mapping[int, Redaction]
    failures: Mapping[int, LakmoesError]
    texts: Mapping[str, str]


def inventory_rows(dossier: Dossier, listed: Listed) -> tuple[InventoryRow, ...]:
    """The row of every document, handled or not."""
    outcomes = (outcome_of(dossier, document, listed) for document in dossier.documents)
    return tuple(inventory_row(outcome, dossier.book, listed.texts) for outcome in outcomes)


def write_inventory(
    dossier: Dossier, rows: Sequence[InventoryRow], texts: Mapping[str, str], *, concept: bool
) -> None:
    """Writes the list in every format, each whole or not at all."""
    inventory = inventory_for(dossier, rows, texts, concept=concept)
    for extension, write in FORMATS.items():
        with written_whole(dossier.output.inventory(extension)) as path:
            write(path, inventory)


def inventory_for(
    dossier: Dossier, rows: Sequence[InventoryRow], texts: Mapping[str, str], *, concept: bool
) -> Inventory:
    """The list as every format writes it; ``texts`` may not stand in its title."""
    settings = dossier.settings
    context = InventoryContext(
        title=public_title(settings.title, texts),
        request_number=settings.request_number,
        request_date=settings.request_date,
        decision_date=settings.decision_date,
        law_reason=LAW_SOURCES[dossier.law_source],
        concept=concept,
        code_labels=dossier.code_labels,
        columns=dossier.columns,
        judgements=settings.inventory.judgements,
        grounds_form=settings.inventory.grounds,
    )
    return inventory_of(context, rows, dossier.book)


def outcome_of(dossier: Dossier, document: SourceDocument, listed: Listed) -> DocumentOutcome:
    """What became of one document."""
    number = document.number
    failure, case = listed.failures.get(number), listed.held.cases.get(number)
    made = listed.redactions.get(number)
    published = made if made and made.report.passed else None
    decision = case.decision if case else judged_as(document.id, listed.held.spoken.log)
    outcome = DocumentOutcome(
        document=_described(document, listed.held.cases),
        decision=decision,
        notes=published.notes if published else (),
        failure=failure.code if failure else "",
        locators=failure.locators if failure else {},
        published_name=published.file_name if published else "",
        sha256=published.report.output_sha256 if published else "",
        shown=dossier.shown,
    )
    return _with_case(dossier, outcome, case, listed.held) if case else outcome


def _with_case(dossier: Dossier, outcome: DocumentOutcome, case: Case, held: Held) -> DocumentOutcome:
    return replace(
        outcome,
        state=case.state,
        extent=extent(case.known, case.state, held.pages.of(case.document.number)),
        unread_pages=case.unread,
        # Once people have decided on a document they have looked at its pictures too.
        pictured_pages=() if case.is_begun else case.known.pictured,
        relation=case.relation_text(dossier.shown),
        proposal=_proposal(dossier, case),
    )


def _described(document: SourceDocument, cases: Mapping[int, Case]) -> SourceDocument:
    """The document with the title, date and kind that were found; a duplicate has those of its original."""
    if document.number in cases:
        return cases[document.number].document
    original = cases.get(document.duplicate_of) if document.duplicate_of else None
    return described_as(document, original.document) if original else document


def _proposal(dossier: Dossier, case: Case) -> str:
    """The remark on what is proposed for the document as a whole, until people have decided on it."""
    proposal = case.known.proposal
    if proposal is None or case.is_begun:
        return ""
    return refusal_proposed(proposal.grounds, dossier.book.texts.name, proposal.reason)
