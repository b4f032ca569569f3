"""The run over a dossier, from its files to the inventory, up to the step that was asked for.

In: an ``Order``, a last step, and who wants to see progress. Out: the files in the output folder and an
``Outcome``. Each step's results are saved per document under a key of all that they were made from; a later
run takes them from there.

Fail closed: a document that could not be read, analysed, redacted or verified gets its row on the inventory
with the reason, and no file. One bad document does not stop the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from lakmoes.dossier.export import DocumentSuggestions, write_suggestions, write_verification
from lakmoes.dossier.folders import written_whole
from lakmoes.dossier.settings import LawSource
from lakmoes.errors import IntakeError, LakmoesError
from lakmoes.model import InventoryRow, Law
from lakmoes.workflow.analysing import Progress, analysed
from lakmoes.workflow.documents import Redaction
from lakmoes.workflow.listing import inventory_rows, write_inventory
from lakmoes.workflow.opening import Dossier, Order, opened
from lakmoes.workflow.redacting import identifying_texts, redacted
from lakmoes.workflow.suggesting import Case, suggested


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
    """

    law: Law
    law_source: LawSource
    rows: tuple[InventoryRow, ...]
    open_count: int
    failures: Mapping[int, LakmoesError]

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
        failures: dict[int, LakmoesError] = {
            document.number: IntakeError(document.refusal)
            for document in dossier.documents
            if document.refusal
        }
        cases = suggested(dossier, analysed(dossier, progress, failures))
        texts = identifying_texts(cases.values())
        rows = inventory_rows(dossier, cases, {}, failures, texts)
        _write_suggestions(dossier, cases, rows)
        if last >= Step.REDACT:
            redactions = redacted(dossier, cases, texts, progress, failures)
            _write_verification(dossier, redactions)
            rows = inventory_rows(dossier, cases, redactions, failures, texts)
        if last >= Step.INVENTORY:
            write_inventory(dossier, cases, rows, texts)
    return Outcome(
        law=dossier.book.law,
        law_source=dossier.law_source,
        rows=rows,
        open_count=sum(len(case.state.open) for case in cases.values()),
        failures=dict(sorted(failures.items())),
    )


def _write_verification(dossier: Dossier, redactions: Mapping[int, Redaction]) -> None:
    reports = {redaction.file_name: redaction.report for redaction in redactions.values()}
    with written_whole(dossier.output.verification) as path:
        fitting = {item.file_name: item.names_fitting for item in redactions.values()}
        write_verification(path, reports, fitting)


def _write_suggestions(dossier: Dossier, cases: Mapping[int, Case], rows: Sequence[InventoryRow]) -> None:
    by_number = {row.number: row for row in rows}
    entries = [
        DocumentSuggestions(
            document=cases[document.number].document if document.number in cases else document,
            pages=cases[document.number].analysis.pages if document.number in cases else (),
            suggestions=cases[document.number].suggestions if document.number in cases else (),
            judgement=by_number[document.number].judgement,
            relation=by_number[document.number].relation,
            proposal=cases[document.number].proposal if document.number in cases else None,
        )
        for document in dossier.documents
    ]
    with written_whole(dossier.output.suggestions) as path:
        write_suggestions(path, dossier.book.law, entries)
