"""The commands that take decisions out of a dossier and into it.

In: the command line. Out: files, or entries of the log, with an account on the screen of what was done.
"""

from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from lakmoes.cli.options import Folder, LawOption, OutOption, default_output
from lakmoes.errors import UsageError
from lakmoes.model import Reviewer, ReviewerRole

To = Annotated[Path, typer.Option("--to", metavar="DOEL", help="Bestand (--decisions) of map.")]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="BESTAND...", help="JSON Lines van --decisions, PDF's met annotaties of XFDF."),
]


def export_command(
    folder: Folder,
    to: To,
    out: OutOption = None,
    law: LawOption = None,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="Alle besluiten als tekst (JSON Lines).")
    ] = False,
    annotations: Annotated[
        bool,
        typer.Option(
            "--annotations", help="PDF's met lakannotaties, voor wie beoordeelt in een ander programma."
        ),
    ] = False,
    xfdf: Annotated[bool, typer.Option("--xfdf", help="De annotaties zonder de documenten (XFDF).")] = False,
) -> None:
    """Writes decisions or annotations; the files hold unredacted text and are not for publication."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.exchanging import PDF, XFDF, export_annotations, export_decisions
    from lakmoes.workflow.reviewing import opened_desk

    if decisions + annotations + xfdf != 1:
        raise UsageError("export-what")
    order = Order(folder=folder, out=out or default_output(folder), law=law)
    with screen.progress(quiet=False) as progress, opened_desk(order, progress) as desk:
        if decisions:
            export_decisions(desk, to)
            written: tuple[Path, ...] = (to,)
        else:
            written = export_annotations(desk, to, PDF if annotations else XFDF)
    screen.print_exported(written, holds_text=annotations)


def import_command(
    folder: Folder,
    files: Files,
    out: OutOption = None,
    law: LawOption = None,
    name: Annotated[
        str, typer.Option("--name", metavar="NAAM", help="Wie de annotaties beoordeelde (anders: u).")
    ] = "",
    role: Annotated[
        ReviewerRole,
        typer.Option("--role", help="handler: behandelaar. reviewer: tweede beoordelaar (vierogen)."),
    ] = ReviewerRole.HANDLER,
    accept_rest: Annotated[
        bool, typer.Option("--accept-rest", help="Wat niet is veranderd, telt als akkoord.")
    ] = False,
) -> None:
    """Takes decisions over; exit code 7 when people decided differently on something."""
    from lakmoes.cli import screen
    from lakmoes.errors import ReviewError
    from lakmoes.workflow import Order
    from lakmoes.workflow.exchanging import JSON_LINES, import_annotations, import_decisions, in_words
    from lakmoes.workflow.reviewing import opened_desk

    logs = [path for path in files if path.suffix.lower() == JSON_LINES]
    others = [path for path in files if path not in logs]
    reviewer = Reviewer(name=name.strip() or getuser(), role=role)
    order = Order(folder=folder, out=out or default_output(folder), law=law)
    with screen.progress(quiet=False) as progress, opened_desk(order, progress) as desk:
        merged = import_decisions(desk, logs) if logs else None
        imported = import_annotations(desk, others, reviewer, accepts_unchanged=accept_rest)
        found = [*(merged.conflicts if merged else ()), *(one for file in imported for one in file.conflicts)]
        conflicts = in_words(desk, found)
    screen.print_imported(merged, imported, conflicts)
    if conflicts:
        raise typer.Exit(ReviewError.exit_code)
