"""Names by origin, from the lists that the package holds.

In: ``additions.txt`` of the lists of first names and surnames, whose remarks (``# Turkish, Kurdish``) head
the names of an origin. Out: per origin its first names and surnames, paired by the first word of the
heading. Origin only serves to put a first name beside a surname that goes with it, and to invent names of
that shape.
"""

from dataclasses import dataclass
from pathlib import Path

from lakmoes.grounds import grounds_folder

ADDITIONS = "additions.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The names of an origin, in the order of the lists."""

    name: str
    firsts: tuple[str, ...]
    surnames: tuple[str, ...]


def origins() -> tuple[Origin, ...]:
    """Every origin for which both lists have names."""
    lists = grounds_folder() / "lists"
    firsts = _sections(lists / "first_names" / ADDITIONS)
    surnames = _sections(lists / "surnames" / ADDITIONS)
    return tuple(
        Origin(name=name, firsts=firsts[name], surnames=surnames[name]) for name in firsts if name in surnames
    )


def _sections(path: Path) -> dict[str, tuple[str, ...]]:
    """First word of a heading to the names under it; a heading without names is the head of the file."""
    sections: dict[str, list[str]] = {}
    names: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            names = sections.setdefault(line[1:].replace(",", " ").split()[0], [])
        else:
            names += (name.replace("_", " ") for name in line.split())
    return {name: tuple(dict.fromkeys(found)) for name, found in sections.items() if found}


def listed(name: str) -> tuple[str, ...]:
    """The items of a list as written (``grounds/lists/<name>/items.txt``), without remarks."""
    lines = (grounds_folder() / "lists" / name / "items.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
