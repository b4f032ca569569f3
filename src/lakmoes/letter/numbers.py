"""Numbers of documents as a decision writes them: ``1, 3, 5 tot en met 12``.

In: rows, or such a text. Out: the text, or the numbers. A range holds what stands between its ends on the
inventory, sub-numbers included.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from lakmoes import nl
from lakmoes.model import InventoryRow

SHORTEST_RANGE = 3
NUMBER = r"\d{1,5}(?:\.\d{1,3}){0,2}[a-z]?(?![\w%]|\.\w)"
TO = r"(?:tot\s+en\s+met|t\s*/\s*m|t\.e\.m\.|–|-)"
AND = r"(?:\s*[,;]\s*(?:en\s+)?|\s+(?:en|&|alsmede|alsook)\s+)"
LIST = rf"{NUMBER}(?:(?:\s*{TO}\s*|{AND}){NUMBER})*"
_RANGE = re.compile(rf"(?P<first>{NUMBER})(?:\s*{TO}\s*(?P<last>{NUMBER}))?")


def number_of(row: InventoryRow) -> str:
    """The number of a document as people read it."""
    return row.shown


def written_numbers(wanted: Collection[str], order: Sequence[str]) -> str:
    """The numbers as a sentence lists them, three or more that follow each other as a range.

    Args:
        wanted: The numbers; those that are not on the inventory are left out.
        order: All numbers of the inventory, in its order.
    """
    return nl.listed([part for run in _runs(wanted, order) for part in _parts(run)])


def read_numbers(text: str, order: Sequence[str]) -> tuple[str, ...]:
    """The numbers in a text, each once; of a range those that stand between its ends on the inventory."""
    found: dict[str, None] = {}
    for match in _RANGE.finditer(text):
        found |= dict.fromkeys(_between(match["first"], match["last"] or match["first"], order))
    return tuple(found)


def _runs(wanted: Collection[str], order: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for number in order:
        if number in wanted:
            run.append(number)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _parts(run: Sequence[str]) -> list[str]:
    if len(run) < SHORTEST_RANGE:
        return list(run)
    return [nl.RANGE.format(first=run[0], last=run[-1])]


def _between(first: str, last: str, order: Sequence[str]) -> Sequence[str]:
    """What stands on the inventory from the first to the last; ends that are not on it stay by themselves."""
    if first not in order or last not in order or order.index(first) > order.index(last):
        return tuple(dict.fromkeys((first, *_whole_numbers(first, last), last)))
    return order[order.index(first) : order.index(last) + 1]


def _whole_numbers(first: str, last: str) -> Iterator[str]:
    if first.isdecimal() and last.isdecimal():
        yield from map(str, range(int(first), int(last) + 1))
