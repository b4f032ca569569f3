"""The commands, named after the stages of the work; all wording is Dutch.

In: the command line. Out: files in the output folder, a summary on the screen or as JSON, and an exit code of
``errors``. Heavy libraries are imported by the command that needs them, so that ``--help`` answers at once.
No text of a document is ever printed: not in messages, not in the trace of a fault of ours.
"""

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from typer import rich_utils

from lakmoes import __version__
from lakmoes.cli import deciding, exchange, packaging, serving
from lakmoes.cli.options import (
    OPTIONS_SIGN,
    Columns,
    Folder,
    JsonOption,
    LanguageModelAddress,
    LawOption,
    OutOption,
    Pipeline,
    Workers,
    default_output,
)
from lakmoes.errors import LakmoesError, ResourceError, UsageError, VerificationError
from lakmoes.model import Law
from lakmoes.nl import STOPPED, error_text

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 and the number of the signal."""

app = typer.Typer(
    name="lakmoes",
    help="Lakt dossiers voor Wob en Woo: doet lakvoorstellen met grond en reden, lakt, controleert en maakt"
    " de inventarislijst. Alles gebeurt op deze computer. Lakmoes stelt voor, mensen beslissen.",
    no_args_is_help=True,
    options_metavar=OPTIONS_SIGN,
    subcommand_metavar="OPDRACHT",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = {
    "run": ("INVENTORY", "Doet het hele werk als concept: zoeken, lakken, controleren en de lijst maken."),
    "suggest": ("SUGGEST", "Zoekt alleen, en schrijft de lakvoorstellen in suggestions.json."),
    "redact": ("REDACT", "Lakt en controleert. Wat al gedaan is, wordt niet opnieuw gedaan."),
    "inventory": ("INVENTORY", "Maakt de inventarislijst. Wat al gedaan is, wordt niet opnieuw gedaan."),
}
"""Command to the last step that it takes (``workflow.Step``) and its help."""


def _add_command(name: str, step: str, text: str) -> None:
    @app.command(name, options_metavar=OPTIONS_SIGN, help=text)
    def command(
        folder: Folder,
        law: LawOption = None,
        out: OutOption = None,
        as_json: JsonOption = False,
        workers: Workers = None,
        pipeline: Pipeline = "",
        llm: LanguageModelAddress = "",
        columns: Columns = "",
    ) -> None:
        from lakmoes.cli import screen
        from lakmoes.workflow import Order, Step, run

        if columns and Step[step] is not Step.INVENTORY:
            raise UsageError("columns-without-list")
        order = Order(
            folder=folder,
            out=out or default_output(folder),
            law=law,
            workers=workers,
            pipeline=pipeline,
            llm=llm,
            columns=tuple(columns.split(",")),
        )
        try:
            with screen.progress(quiet=as_json) as progress:
                outcome = run(order, progress, Step[step])
        except KeyboardInterrupt:
            # Typer would answer in English.
            typer.echo(STOPPED, err=True)
            raise typer.Exit(INTERRUPTED) from None
        (screen.print_outcome_json if as_json else screen.print_outcome)(outcome, order.out)
        raise typer.Exit(outcome.exit_code)


for _name, (_step, _text) in COMMANDS.items():
    _add_command(_name, _step, _text)


@app.command(
    "verify",
    options_metavar=OPTIONS_SIGN,
    help="Controleert gelakte PDF's, ook van anderen: is er niets terug te halen?",
)
def verify_command(
    files: Annotated[list[Path], typer.Argument(metavar="PDF...", help="De bestanden.")],
    original: Annotated[
        Path | None, typer.Option("--original", metavar="BRON", help="Het bestand dat is gelakt.")
    ] = None,
    plan: Annotated[
        Path | None,
        typer.Option("--plan", metavar="PLAN", help="Het lakplan, uit de map verificatie van de uitvoer."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="UIT.pdf", help="Schrijf een verificatierapport van een bladzijde."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Checks any files; exit code 9 when one of them fails."""
    from lakmoes.cli import screen
    from lakmoes.workflow.checking import check_against, check_files, write_report

    if bool(original) != bool(plan) or (plan and len(files) > 1):
        raise UsageError("plan-and-original")
    if report and len(files) > 1:
        raise UsageError("report-one-file")
    checked = (check_against(files[0], original, plan),) if original and plan else check_files(files)
    if report:
        write_report(report, checked[0])
    (screen.print_checks_json if as_json else screen.print_checks)(checked)
    if not all(one.passed for one in checked):
        raise typer.Exit(VerificationError.exit_code)


@app.command(
    "train",
    options_metavar=OPTIONS_SIGN,
    help="Traint verder op dossiers waarin alles is beslist. Er gaat niets naar een andere computer.",
)
def train_command(
    out: Annotated[Path, typer.Option("--out", metavar="UIT", help="Map voor de nieuwe modellen.")],
    dossiers: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="MAP", help="Beoordeeld dossier. Mag vaker voorkomen."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data", metavar="MAP", help="Maakt de modellen opnieuw uit openbare corpora (zie docs)."
        ),
    ] = None,
) -> None:
    """Trains on reviewed dossiers, or the models of the package anew."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.training import train_anew, train_on_dossiers

    if bool(dossiers) == bool(data):
        raise UsageError("train-on-what")
    if data:
        trained = train_anew(data, out, typer.echo)
    else:
        orders = [Order(folder=folder, out=default_output(folder)) for folder in dossiers or ()]
        with screen.progress(quiet=False) as progress:
            trained = train_on_dossiers(orders, out, progress, typer.echo)
    screen.print_trained(trained)


@app.command("grounds", options_metavar=OPTIONS_SIGN, help="Toont de gronden van de Wob en de Woo.")
def grounds_command(law: LawOption = None) -> None:
    """Prints the tables of grounds with their wording and their counterparts."""
    from lakmoes.cli import screen
    from lakmoes.grounds import ground_book

    for wanted in (law,) if law else tuple(Law):
        screen.print_grounds(ground_book(wanted))


@app.command(
    "doctor", help="Controleert de installatie: model, gegevens voor scans, lettertype, geen netwerk."
)
def doctor_command() -> None:
    """Checks the installation; exit code 5 when something is missing."""
    from lakmoes.cli import screen
    from lakmoes.workflow.doctor import examine

    results = examine()
    screen.print_examination(results)
    if not all(result.passed for result in results):
        raise typer.Exit(ResourceError.exit_code)


app.command(
    "review",
    options_metavar=OPTIONS_SIGN,
    help="Opent het dossier in de browser, om over alles te beslissen.",
)(serving.review_command)
app.command(
    "serve", options_metavar=OPTIONS_SIGN, help="Hetzelfde voor een team op een server, met accounts."
)(serving.serve_command)
app.add_typer(serving.accounts, name="account")
app.command(
    "export",
    options_metavar=OPTIONS_SIGN,
    help="Schrijft de besluiten, of PDF's met lakannotaties, voor collega's en andere programma's.",
)(exchange.export_command)
app.command(
    "import",
    options_metavar=OPTIONS_SIGN,
    help="Neemt besluiten over die ergens anders zijn genomen, en meldt wat elkaar tegenspreekt.",
)(exchange.import_command)


app.command(
    "letter",
    options_metavar=OPTIONS_SIGN,
    help="Schrijft het besluit als Word-bestand, met per grond de wettekst, de motivering en de documenten.",
)(deciding.letter_command)
app.command(
    "check",
    options_metavar=OPTIONS_SIGN,
    help="Zoekt wat elkaar of de wet tegenspreekt, ook tussen besluit en inventarislijst.",
)(deciding.check_command)
app.command(
    "package",
    options_metavar=OPTIONS_SIGN,
    help="Maakt de map of zip die wordt gepubliceerd, en apart het interne dossier.",
)(packaging.package_command)
app.command(
    "consult",
    options_metavar=OPTIONS_SIGN,
    help="Maakt bestanden om een derde-belanghebbende een zienswijze te vragen: alleen wat over die gaat.",
)(packaging.consult_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lakmoes {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Toont de versie.")
    ] = False,
) -> None:
    del version


def _speak_dutch() -> None:
    """Typer's own headings are English; these are the ones that people see."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenten"
    rich_utils.OPTIONS_PANEL_TITLE = "Opties"
    rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
    rich_utils.ERRORS_PANEL_TITLE = "Fout"
    rich_utils.REQUIRED_LONG_STRING = "[verplicht]"


def main() -> None:
    """Runs the command line; every error ends in one Dutch message and its exit code."""
    _speak_dutch()
    try:
        app()
    except LakmoesError as error:
        typer.echo(f"Fout: {error_text(error.code, error.locators)}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the message of an unknown exception may hold text of a document
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        typer.echo(f"Fout: {error_text('internal-fault', {'fault': fault})}", err=True)
        sys.exit(1)
