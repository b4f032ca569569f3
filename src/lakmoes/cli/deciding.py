"""The commands about the decision: the letter, and what would contradict it.

In: the command line. Out: ``besluit.docx``, or an account of all that stands in the way of publishing.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lakmoes.cli.options import Folder, JsonOption, LawOption, OutOption, default_output
from lakmoes.errors import ReviewError
from lakmoes.nl import counted

Letter = Annotated[
    Path | None,
    typer.Option("--letter", metavar="BESLUIT", help="Het besluit (.docx of .pdf), om te vergelijken."),
]


def letter_command(folder: Folder, law: LawOption = None, out: OutOption = None) -> None:
    """Writes the decision letter; what people must still fill in is yellow in it."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.letters import write_letter

    order = Order(folder=folder, out=out or default_output(folder), law=law)
    with screen.progress(quiet=False) as progress:
        written = write_letter(order, progress)
    typer.echo(f"Besluit: {written.path}")
    if written.open_count:
        places = counted(written.open_count, "plek moet", "plekken moeten")
        typer.echo(f"{places} nog worden aangevuld. Ze staan geel in het besluit, met [vul aan ...].")
    if written.concept:
        typer.echo("Concept. `lakmoes check` zegt wat er nog moet gebeuren.")


def check_command(
    folder: Folder,
    letter: Letter = None,
    law: LawOption = None,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Says what stands in the way of publishing; exit code 7 when anything does."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.assessing import assessed

    order = Order(folder=folder, out=out or default_output(folder), law=law)
    with screen.progress(quiet=as_json) as progress:
        found = assessed(order, progress, letter)
    errors = [one for one in found if one.level == "error"]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            typer.echo(f"{'fout  ' if one in errors else 'let op'}  {one.text}")
        rest = counted(len(found) - len(errors), "waarschuwing", "waarschuwingen")
        typer.echo(f"{counted(len(errors), 'fout', 'fouten')} en {rest}.")
    if errors:
        raise typer.Exit(ReviewError.exit_code)
