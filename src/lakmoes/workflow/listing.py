"""From what became of each document to the inventory list in every format.

In: documents, cases, redactions and failures of a run. Out: rows, and the files of the list.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lakmoes.dossier.folders import written_whole
from lakmoes.errors import LakmoesError
from lakmoes.intake import described_as
from lakmoes.inventory import csv, docx, xlsx
from lakmoes.inventory.naming import public_title
from lakmoes.inventory.rows import (
    DocumentOutcome,
    Extent,
    Inventory,
    InventoryContext,
    extent_of,
    inventory_of,
    inventory_row,
)
from lakmoes.model import InventoryRow, SourceDocument
from lakmoes.nl import LAW_SOURCES, RELATIONS, refusal_proposed
from lakmoes.workflow.documents import Redaction
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.suggesting import Case

FORMATS: Mapping[str, Callable[[Path, Inventory], None]] = {
    "xlsx": xlsx.write,
    "docx": docx.write,
    "csv": csv.write,
}


def inventory_rows(
    dossier: Dossier,
    cases: Mapping[int, Case],
    redactions: Mapping[int, Redaction],
    failures: Mapping[int, LakmoesError],
    texts: Mapping[str, str],
) -> tuple[InventoryRow, ...]:
    """The row of every document, handled or not; ``texts`` stand in no title (``identifying_texts``)."""
    outcomes = (
        _outcome(dossier, _described(document, cases), cases, redactions, failures)
        for document in dossier.documents
    )
    return tuple(inventory_row(outcome, dossier.book, texts) for outcome in outcomes)


def write_inventory(
    dossier: Dossier, cases: Mapping[int, Case], rows: Sequence[InventoryRow], texts: Mapping[str, str]
) -> None:
    """Writes the list in every format, each whole or not at all."""
    settings = dossier.settings
    context = InventoryContext(
        title=public_title(settings.title, texts),
        request_number=settings.request_number,
        request_date=settings.request_date,
        decision_date=settings.decision_date,
        law_reason=LAW_SOURCES[dossier.law_source],
        concept=not _is_decided(dossier, cases),
        code_labels=dossier.code_labels,
    )
    inventory = inventory_of(context, rows, dossier.book)
    for extension, write in FORMATS.items():
        with written_whole(dossier.output.inventory(extension)) as path:
            write(path, inventory)


def _is_decided(dossier: Dossier, cases: Mapping[int, Case]) -> bool:
    """Whether people decided: on every suggestion, and on every document that could be handled at all."""
    handled = {document.number for document in dossier.documents if document.duplicate_of is None}
    return handled == set(cases) and all(
        not case.state.open and not case.state.stale and case.is_begun for case in cases.values()
    )


def _described(document: SourceDocument, cases: Mapping[int, Case]) -> SourceDocument:
    """The document with the title, date and kind that were found; a duplicate has those of its original."""
    if document.number in cases:
        return cases[document.number].document
    original = cases.get(document.duplicate_of) if document.duplicate_of else None
    return described_as(document, original.document) if original else document


def _proposal(dossier: Dossier, case: Case) -> str:
    """The remark on what is proposed for the document as a whole, until people have decided on it."""
    if case.proposal is None or case.is_begun:
        return ""
    return refusal_proposed(case.proposal.grounds, dossier.book.texts.name, case.proposal.reason)


def _outcome(
    dossier: Dossier,
    document: SourceDocument,
    cases: Mapping[int, Case],
    redactions: Mapping[int, Redaction],
    failures: Mapping[int, LakmoesError],
) -> DocumentOutcome:
    failure = failures.get(document.number)
    case = cases.get(document.number)
    redaction = redactions.get(document.number)
    published = redaction if redaction and redaction.report.passed else None
    return DocumentOutcome(
        document=document,
        state=case.state if case else None,
        extent=extent_of(case.analysis.pages, case.state) if case else Extent(),
        notes=published.notes if published else (),
        failure=failure.code if failure else "",
        locators=failure.locators if failure else {},
        unread_pages=case.analysis.unread if case else (),
        # Once people have decided on a document they have looked at its pictures too.
        pictured_pages=case.analysis.pictured if case and not case.is_begun else (),
        relation="; ".join(
            RELATIONS[relation.type].format(number=relation.other)
            for relation in (case.relations if case else ())
        ),
        proposal=_proposal(dossier, case) if case else "",
        published_name=published.file_name if published else "",
        sha256=published.report.output_sha256 if published else "",
    )
