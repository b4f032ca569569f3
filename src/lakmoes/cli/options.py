"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from lakmoes.model import Law

OPTIONS_SIGN = "[OPTIES]"

Folder = Annotated[Path, typer.Argument(metavar="MAP", help="Map of zip met de PDF's van het dossier.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="UIT", help="Uitvoermap (anders: MAP-lakmoes).")
]
LawOption = Annotated[Law | None, typer.Option("--law", help="De wet. Gaat voor dossier.toml.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON, voor scripts.")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, metavar="N", help="Aantal processen (anders: alle kernen).")
]
Pipeline = Annotated[
    str,
    typer.Option(
        "--pipeline", metavar="NAAM", help="Ander spaCy-model voor namen: map of geïnstalleerd pakket."
    ),
]
LanguageModelAddress = Annotated[
    str,
    typer.Option(
        "--llm",
        metavar="ADRES",
        help="Taalmodel op deze computer dat meekijkt naar passages, zoals http://127.0.0.1:8080.",
    ),
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="KOLOMMEN",
        help="Kolommen van de inventarislijst in deze volgorde, met komma's ertussen, zoals"
        " nr,document,datum,beslissing,weigeringsgrond. Gaat voor dossier.toml.",
    ),
]


def default_output(folder: Path) -> Path:
    """The output folder beside the dossier's folder or zip."""
    resolved = folder.resolve()
    return resolved.with_name(f"{resolved.stem if resolved.is_file() else resolved.name}-lakmoes")
