"""The commands that pack what goes out: what is published, and what a third party is asked about.

In: the command line. Out: a folder or zip, and an account of it on the screen.
"""

from pathlib import Path
from typing import Annotated

import typer

from lakmoes.cli.options import Folder, LawOption, OutOption, Workers, default_output
from lakmoes.nl import PACKAGE_WITHOUT, counted, error_text

Target = Annotated[Path, typer.Option("--to", metavar="DOEL", help="Map voor de derde-belanghebbende.")]
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


def consult_command(
    folder: Folder,
    party: Annotated[str, typer.Option("--party", metavar="NAAM", help="De derde-belanghebbende.")],
    to: Target,
    also: Annotated[
        list[str] | None,
        typer.Option("--also", metavar="NAAM", help="Andere schrijfwijze van de naam. Mag vaker."),
    ] = None,
    documents: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="NR", help="Document dat geheel over de partij gaat. Mag vaker."),
    ] = None,
    law: LawOption = None,
    out: OutOption = None,
    workers: Workers = None,
) -> None:
    """Writes what one third party gets; exit code of the document that could not be made, if any."""
    from lakmoes.cli import screen
    from lakmoes.workflow import Order
    from lakmoes.workflow.consulting import Consultation, consult

    order = Order(folder=folder, out=out or default_output(folder), law=law, workers=workers)
    wanted = Consultation(
        party=party, also=tuple(also or ()), documents=frozenset(documents or ()), target=to
    )
    with screen.progress(quiet=False) as progress:
        consulted = consult(order, wanted, progress)
    files = counted(consulted.files, "document", "documenten")
    passages = counted(consulted.passages, "stuk tekst", "stukken tekst")
    typer.echo(f"Voor {party}: {consulted.path} ({files}, {passages})")
    typer.echo("Lees de bestanden na voordat u ze verstuurt. Lakmoes vindt alleen tekst die de naam noemt.")
    for number, error in consulted.failures.items():
        typer.echo(f"Niet erin: document {number}. {error_text(error.code, error.locators)}")
    if consulted.failures:
        raise typer.Exit(max(error.exit_code for error in consulted.failures.values()))
