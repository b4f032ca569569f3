"""What the commands show: progress, summaries and tables, for people or as JSON for scripts.

In: outcomes of the workflow. Out: text on standard output; progress bars on standard error.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.table import Table

from lakmoes.grounds import GroundBook
from lakmoes.model import Check, InventoryRow
from lakmoes.nl import (
    APP_AT,
    APP_STOPS,
    CHECKS,
    DOCTOR,
    GROUND_TYPES,
    JUDGEMENTS,
    LAW_SOURCES,
    OUTCOME_WARNING,
    STAGES,
    account_text,
    counted,
    error_text,
    listed,
    written_date,
)
from lakmoes.workflow import Outcome, Progress
from lakmoes.workflow.checking import FileChecks
from lakmoes.workflow.doctor import Examination

if TYPE_CHECKING:
    from lakmoes.workflow.exchanging import ConflictInWords, ImportedAnnotations, Merged

    # Training loads far more than the other commands need.
    from lakmoes.workflow.training import Trained


def print_address(url: str) -> None:
    """Where the review app stands, and how it is stopped."""
    console = Console()
    console.print(f"{APP_AT} {url}", highlight=False, soft_wrap=True, markup=False)
    console.print(APP_STOPS, highlight=False)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A bar per stage, with documents, pages and an estimate of the time left."""
    columns = (
        TextColumn("{task.description:<22}"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[documents]}/{task.fields[all_documents]} documenten"),
        TextColumn("{task.completed:.0f}/{task.total:.0f} bladzijden"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), disable=quiet) as bars:
        yield _StageBars(bars)


class _StageBars:
    """A bar per stage: satisfies ``workflow.Progress``."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task = TaskID(0)
        self._documents = 0

    def begin(self, stage: str, documents: int, pages: int) -> None:
        """Starts the bar of a stage."""
        self._documents = 0
        self._task = self._bars.add_task(STAGES[stage], total=pages, documents=0, all_documents=documents)

    def advance(self, pages: int) -> None:
        """Moves the bar on by one document."""
        self._documents += 1
        self._bars.update(self._task, advance=pages, documents=self._documents)


def print_outcome(outcome: Outcome, out: Path) -> None:
    """The law and why, a row per document, what is still open, and where everything is."""
    console = Console()
    law = outcome.law.capitalize()
    console.print(f"Wet: [bold]{law}[/] ({LAW_SOURCES[outcome.law_source]}).")
    console.print(_outcome_table(outcome.rows))
    if outcome.open_count:
        voorstellen = counted(outcome.open_count, "voorstel", "voorstellen")
        console.print(
            f"[bold yellow]Concept.[/] {voorstellen} door niemand beoordeeld. Alles wat is voorgesteld, is"
            " gelakt, ook waar Lakmoes twijfelt."
        )
    if outcome.failures:
        documents = counted(len(outcome.failures), "document heeft", "documenten hebben")
        console.print(f"[bold red]Let op.[/] {documents} geen gelakt bestand. De reden staat in de tabel.")
    console.print(f"Uitvoer: {escape(str(out))}", highlight=False, soft_wrap=True)


def print_trained(trained: "Trained") -> None:
    """Where the new models are, and what to write in ``dossier.toml`` to use them."""
    console = Console()
    if trained.documents:
        documents = counted(trained.documents, "beoordeeld document", "beoordeelde documenten")
        console.print(f"Getraind op {documents}.")
    console.print("Zet dit in dossier.toml om de nieuwe modellen te gebruiken:\n")
    lines = ["[detection]"]
    if trained.pipeline:
        lines.append(f'pipeline = "{trained.pipeline.resolve().as_posix()}"')
    lines.append(f'weights = "{trained.weights.resolve().as_posix()}"')
    console.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)


def _outcome_table(rows: Sequence[InventoryRow]) -> Table:
    """A row per document that stays readable on a screen of 80 columns."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("Nr", justify="right")
    table.add_column("Document", ratio=4)
    table.add_column("Beslissing", ratio=3)
    table.add_column("Opmerkingen", ratio=4)
    for row in rows:
        day = f"\n[dim]{written_date(row.date)}[/]" if row.date else ""
        marks = counted(row.redaction_count, "lakking", "lakkingen")
        grounds = f"\n[dim]{marks}: {', '.join(row.grounds)}[/]" if row.redaction_count else ""
        table.add_row(
            row.shown,
            escape(row.title) + day,
            JUDGEMENTS[row.judgement] + grounds,
            escape("; ".join(row.remarks)),
        )
    return table


def print_exported(written: Sequence[Path], *, holds_text: bool) -> None:
    """What was written, and a warning where it holds what is to be redacted."""
    console = Console()
    for path in written:
        console.print(f"Geschreven: {escape(str(path))}", highlight=False, soft_wrap=True)
    if holds_text:
        console.print("[bold yellow]Let op.[/] In deze bestanden is niets gelakt. Publiceer ze niet.")


def print_imported(
    merged: "Merged | None",
    imported: Sequence["ImportedAnnotations"],
    conflicts: Sequence["ConflictInWords"],
) -> None:
    """What was taken over, and what people have to settle."""
    console = Console()
    if merged:
        taken = counted(len(merged.added), "besluit", "besluiten")
        console.print(f"{taken} overgenomen, {merged.known} had dit dossier al.")
    for file in imported:
        name, account = escape(file.path.name), account_text(file.account.counts)
        console.print(f"{name} (document {file.number}): {account}.", highlight=False)
        if file.account.without_ground:
            pages = listed([str(page) for page in file.account.without_ground])
            console.print(f"  [bold yellow]Let op.[/] Zonder grond, niet overgenomen: bladzijde {pages}.")
    for conflict in conflicts:
        place = [f"document {conflict.number}"] if conflict.number else []
        place += [f"bladzijde {conflict.page}"] if conflict.page else []
        said = "; ".join(f"{name}: {words}" for name, words in conflict.said)
        where = f" ({', '.join(place)})" if place else ""
        console.print(f"[bold red]Niet overgenomen.[/] {escape(conflict.what)}{where}: {escape(said)}.")


def print_outcome_json(outcome: Outcome, out: Path) -> None:
    """The same as JSON."""
    _print_json(
        {
            "law": outcome.law.value,
            "law_source": outcome.law_source.value,
            "out": str(out),
            "open": outcome.open_count,
            "exit_code": outcome.exit_code,
            "documents": [_row_as_json(row, outcome) for row in outcome.rows],
        }
    )


def _row_as_json(row: InventoryRow, outcome: Outcome) -> dict[str, object]:
    error = outcome.failures.get(row.number)
    return {
        "number": row.number,
        "label": row.shown,
        "title": row.title,
        "date": row.date.isoformat() if row.date else "",
        "decision": JUDGEMENTS[row.judgement],
        "grounds": list(row.grounds),
        "redactions": row.redaction_count,
        "pages": row.page_count,
        "file": row.file_name or None,
        "sha256": row.sha256 or None,
        "remarks": list(row.remarks),
        "error": {"code": error.code, "message": error_text(error.code, error.locators)} if error else None,
    }


def print_checks(checked: Sequence[FileChecks]) -> None:
    """Per file every check that failed or is worth a look, with the places; else one line."""
    console = Console()
    for one in checked:
        sign = "[green]goed[/]" if one.passed else "[red]fout[/]"
        console.print(f"{sign} {escape(str(one.path))}", highlight=False, soft_wrap=True)
        for check in one.checks:
            if check.places or not check.passed:
                console.print(f"     {_check_text(check)}", highlight=False, markup=False)


def _check_text(check: Check) -> str:
    places = f": {', '.join(check.places)}" if check.places else ""
    warning = f"{OUTCOME_WARNING}: " if check.passed else ""
    return f"{warning}{CHECKS[check.name]}{places}"


def print_checks_json(checked: Sequence[FileChecks]) -> None:
    """The same as JSON, with the checks that passed."""
    _print_json([one.as_json() for one in checked])


def print_grounds(book: GroundBook) -> None:
    """The grounds of one law with their wording and their counterparts in the other."""
    table = Table("Grond", "Korte omschrijving", "Soort", "In de andere wet", title=book.texts.title)
    for ground in book.grounds:
        other = " of ".join(ground.counterpart) or "–"
        table.add_row(ground.code, ground.label, GROUND_TYPES[ground.type], other)
    Console().print(table)


def print_examination(results: Sequence[Examination]) -> None:
    """Per part of the installation whether it is right, and what to do where it is not."""
    console = Console()
    for result in results:
        sign = "[green]goed[/]" if result.passed else "[red]fout[/]"
        console.print(f"{sign} {DOCTOR[result.name]}", highlight=False)
        if result.remedy:
            console.print(f"     {result.remedy}", highlight=False, markup=False)


def _print_json(content: object) -> None:
    Console().print_json(json.dumps(content, ensure_ascii=False))
