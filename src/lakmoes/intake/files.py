"""The files of a dossier's folder, in the order of the inventory.

In: a folder. Out: every file that may be a document, also those that are no PDF: each gets its row. What the
system or an office program puts there by itself (hidden files, ``Thumbs.db``, lock files) and the dossier's
own settings are no documents.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SETTINGS = "dossier.toml"
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
LOCK_PREFIX = "~$"
PIECES = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file of the dossier: where it is, and its name relative to the folder with ``/`` between folders."""

    path: Path
    name: str


def incoming_files(folder: Path) -> tuple[IncomingFile, ...]:
    """The files in the folder and its folders, in natural order of their names (2 before 10)."""
    found = (
        IncomingFile(path=path, name=_readable_name(path, folder))
        for path in _files(folder, frozenset())
        if path != folder / SETTINGS
    )
    return tuple(sorted(found, key=lambda file: (natural_key(file.name), file.name)))


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Sorting key in which numbers count as numbers and case and accents hardly count, folder by folder."""
    return tuple(tuple(_piece(piece) for piece in PIECES.findall(part)) for part in name.split("/"))


def _piece(piece: str) -> tuple[int, int, str]:
    if piece.isdecimal():
        return 0, int(piece), ""
    plain = unicodedata.normalize("NFKD", piece.casefold())
    return 1, 0, "".join(character for character in plain if not unicodedata.combining(character))


def _files(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    """The files in a folder and below; links to folders are followed, but never in a circle."""
    real = folder.resolve()
    if real in above:
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", LOCK_PREFIX)) or path.name.lower() in SYSTEM_FILES:
            continue
        if path.is_dir():
            yield from _files(path, above | {real})
        else:
            yield path


def _readable_name(path: Path, folder: Path) -> str:
    """The name with composed accents; bytes that are no UTF-8 show as question marks."""
    name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", name)
