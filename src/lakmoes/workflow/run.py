"""The run over a dossier, from its files to the inventory, up to the step that was asked for.

In: an ``Order``, a last step, and who wants to see progress. Out: the files in the output folder and an
``Outcome``. Each step's results are saved per document under a key of all that they were made from; a later
run takes them from there.

Fail closed: a document that could not be read, analysed, redacted or verified gets its row on the inventory
with the reason, and no file. One bad document does not stop the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from lakmoes.dossier.export import (
    DocumentSuggestions,
    PlacedSuggestion,
    write_suggestions,
    write_verification,
)
from lakmoes.dossier.folders import written_whole
from lakmoes.dossier.settings import LawSource
from lakmoes.errors import IntakeError, LakmoesError
from lakmoes.model import InventoryRow, Law, SourceDocument
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.blocking import is_concept
from lakmoes.workflow.documents import Redaction
from lakmoes.workflow.holding import Case, Held, held
from lakmoes.workflow.listing import Listed, inventory_rows, write_inventory
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.redacting import identifying_texts, redacted
from lakmoes.workflow.refusing import refused


class Step(IntEnum):
    """How far a run goes."""

    SUGGEST = 1
    REDACT = 2
    INVENTORY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to.

    Attributes:
        law: The law of the dossier.
        law_source: What settled it.
        rows: The inventory, one row per file.
        open_count: Suggestions on which nobody has decided.
        failures: Document number to the error that ended its way.
        concept: Whether something stands in the way of publishing it.
    """

    law: Law
    law_source: LawSource
    rows: tuple[InventoryRow, ...]
    open_count: int
    failures: Mapping[int, LakmoesError]
    concept: bool = True

    @property
    def exit_code(self) -> int:
        """The most severe, that is highest, exit code of the documents; 0 when all went well."""
        return max((error.exit_code for error in self.failures.values()), default=0)


def run(order: Order, progress: Progress, last: Step = Step.INVENTORY) -> Outcome:
    """Takes a dossier up to the last step.

    Raises:
        UsageError: The folder or ``dossier.toml`` is not right.
        IntakeError: The zip cannot be unpacked.
        DossierError: The output folder cannot be used.
    """
    with opened(order) as dossier:
        failures = refusals(dossier)
        return publish(dossier, held(dossier, progress, failures), failures, progress, last)


def refusals(dossier: Dossier) -> dict[int, LakmoesError]:
    """Why files could not be taken in, by number."""
    return {
        document.number: IntakeError(document.refusal) for document in dossier.documents if document.refusal
    }


def publish(
    dossier: Dossier,
    holding: Held,
    failures: dict[int, LakmoesError],
    progress: Progress,
    last: Step = Step.INVENTORY,
) -> Outcome:
    """Writes what holds in a dossier: suggestions, redacted files, the inventory, up to the last step.

    It is a concept as long as anything stands in the way (``blocks``). What fails is added to ``failures``.

    Raises:
        DossierError: The output folder cannot be used.
    """
    texts = identifying_texts(holding.cases.values())
    listed = Listed(held=holding, redactions={}, failures=failures, texts=texts)
    rows = inventory_rows(dossier, listed)
    _write_suggestions(dossier, holding.cases, rows)
    if last >= Step.REDACT:
        redactions = redacted(dossier, holding, texts, progress, failures)
        rows = inventory_rows(dossier, replace(listed, redactions=redactions))
        redactions |= refused(dossier, rows, texts, redactions, failures)
        _write_verification(dossier, redactions)
        rows = inventory_rows(dossier, replace(listed, redactions=redactions))
    concept = bool(failures.keys() & holding.cases.keys()) or is_concept(dossier, holding)
    if last >= Step.INVENTORY:
        write_inventory(dossier, rows, texts, concept=concept)
    return Outcome(
        law=dossier.book.law,
        law_source=dossier.law_source,
        rows=rows,
        open_count=sum(len(case.state.open) for case in holding.cases.values()),
        failures=dict(sorted(failures.items())),
        concept=concept,
    )


def _write_verification(dossier: Dossier, redactions: Mapping[int, Redaction]) -> None:
    reports = {redaction.file_name: redaction.report for redaction in redactions.values()}
    with written_whole(dossier.output.verification) as path:
        fitting = {item.file_name: item.names_fitting for item in redactions.values()}
        write_verification(path, reports, fitting)


def _write_suggestions(dossier: Dossier, cases: Mapping[int, Case], rows: Sequence[InventoryRow]) -> None:
    by_number = {row.number: row for row in rows}
    entries = (
        _suggestions_of(document, cases.get(document.number), by_number[document.number])
        for document in dossier.documents
    )
    with written_whole(dossier.output.suggestions) as path:
        write_suggestions(path, dossier.book.law, entries)


def _suggestions_of(document: SourceDocument, case: Case | None, row: InventoryRow) -> DocumentSuggestions:
    if case is None:
        return DocumentSuggestions(document=document, judgement=row.judgement, relation=row.relation)
    places = zip(case.suggestions, case.known.texts, case.known.boxes, strict=True)
    return DocumentSuggestions(
        document=case.document,
        suggestions=tuple(
            PlacedSuggestion(
                suggestion=suggestion,
                page=case.known.pages[suggestion.finding.span.page_index],
                text=text,
                boxes=boxes,
            )
            for suggestion, text, boxes in places
        ),
        judgement=row.judgement,
        relation=row.relation,
        proposal=case.known.proposal,
    )
