"""The command that packs what is published.

In: the command line. Out: a folder or zip to publish, the internal file in the output folder, and an account
of both on the screen.
"""

from pathlib import Path
from typing import Annotated

import typer

from lakmoes.cli.options import Folder, LawOption, OutOption, Workers, default_output
from lakmoes.nl import PACKAGE_WITHOUT, counted

To = Annotated[Path, typer.Option("--to", metavar="DOEL", help="Map of zip om te publiceren.")]


def package_command(
    folder: Folder,
    to: To,
    zipped: Annotated[bool, typer.Option("--zip", help="Maak een zip.")] = False,
    concept: Annotated[
        bool, typer.Option("--concept", help="Ook als het dossier nog niet klaar is. Niet om te publiceren.")
    ] = False,
    letter: Annotated[
        Path | None,
        typer.Option(
            "--letter", metavar="BESLUIT", help="Het besluit (anders: besluit.docx in de uitvoermap)."
        ),
    ] = None,
    no_letter: Annotated[bool, typer.Option("--no-letter", help="Zonder besluit.")] = False,
    law: LawOption = None,
    out: OutOption = None,
    workers: Workers = None,
) -> None:
    """Packs a dossier; exit code 7 when something stands in the way of publishing it."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.packaging import Wish, package

    order = Order(folder=folder, out=out or default_output(folder), law=law, workers=workers)
    wish = Wish(target=to, zipped=zipped, concept=concept, letter=letter, without_letter=no_letter)
    with screen.progress(quiet=False) as progress:
        packaged = package(order, wish, progress)
    typer.echo(f"Om te publiceren: {packaged.path} ({counted(len(packaged.names), 'bestand', 'bestanden')})")
    for part in packaged.missing:
        typer.echo(f"Niet erin: {PACKAGE_WITHOUT[part]}")
    typer.echo(f"Intern dossier, niet publiceren: {packaged.internal}")
    if packaged.concept:
        typer.echo("Concept: publiceer dit niet. `lakmoes check` zegt wat er nog moet gebeuren.")
