"""What the place of the words on a page tells of its tables and lists.

In: a page. Out: the offsets at which a cell or a list item begins that the page's text does not show, and for
every cell the heading above its column. Reading order and the layout signs in the text do the rest
(``sentences``). Does not look for ruled lines: a column is where cells begin at the same place on the x axis.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.sentences import Unit
from lakmoes.model import Page, Word

WIDER_THAN_SPACE = 0.4
"""Gap in word heights from which two words on a line may belong to two cells."""
WIDER_THAN_OTHERS = 1.5
"""Factor by which it must be wider than the narrowest gap on its line: in justified lines all are wide."""
ALIGNED = 1.5
"""Points by which the beginnings of cells in one column may differ."""
LEFT_OF_CELL = 5.0
"""Points that a cell begins right of its row, so that a line at the row's margin begins another row."""
HEADING_WORDS = 8
"""Words up to which the heading of a column counts."""
UNMEASURED_STEP = 100.0
"""Points that cells are taken to be apart on a page whose words have no place."""


def borders(page: Page) -> frozenset[int]:
    """Offsets of the words with which a cell begins although no tab stands before them."""
    columns = sorted(word.box.x0 for word in page.words if page.text[word.start - 1 : word.start] == "\t")
    return frozenset(_borders(page, columns)) if columns else frozenset()


def items(page: Page) -> frozenset[int]:
    """Offsets of the lines that are items: on a slide every line that does not go on in lower case."""
    if page.width <= page.height:
        return frozenset()
    starts = (word.start for word in page.words if page.text[word.start - 1 : word.start] == "\n")
    begins = (start for start in starts if not page.text[start].islower())
    return frozenset(start for start in begins if not _block_end(page.text, start)[1])


def _borders(page: Page, columns: list[float]) -> Iterator[int]:
    narrowest = _narrowest_gaps(page)
    end, tabbed, margin, begin = 0, False, 0.0, 0.0
    for previous, word in itertools.pairwise(page.words):
        between = page.text[previous.end : word.start]
        if word.start >= end:
            end, tabbed = _block_end(page.text, word.start)
            margin = begin = word.box.x0
        elif "\t" in between:
            begin = word.box.x0
        elif tabbed and (
            _begins_row(word, margin, begin)
            if between == "\n"
            else _begins_cell(previous, word, narrowest[word.line]) and _near(columns, word.box.x0)
        ):
            begin = word.box.x0
            yield word.start


def _narrowest_gaps(page: Page) -> dict[int, float]:
    """Per line of which more than one gap can be seen the narrowest one; 0 for other lines."""
    gaps: dict[int, list[float]] = {}
    for previous, word in itertools.pairwise(page.words):
        gaps.setdefault(word.line, [])
        if previous.line == word.line:
            gaps[word.line].append(word.box.x0 - previous.box.x1)
    return {line: min(found) if len(found) > 1 else 0.0 for line, found in gaps.items()}


def _block_end(text: str, start: int) -> tuple[int, bool]:
    """Where the block around an offset ends, and whether it is a row."""
    end = text.find("\n\n", start)
    end = len(text) if end < 0 else end
    return end + 2, "\t" in text[text.rfind("\n\n", 0, start) + 1 : end]


def _begins_row(word: Word, margin: float, begin: float) -> bool:
    """Whether the first word of a line begins another row; the cell before it begins at ``begin``."""
    return begin > margin + LEFT_OF_CELL and word.box.x0 < margin + ALIGNED


def _begins_cell(previous: Word, word: Word, narrowest: float) -> bool:
    """Whether the gap before a word is wider than one between words."""
    gap = word.box.x0 - previous.box.x1
    return gap > WIDER_THAN_SPACE * (word.box.y1 - word.box.y0) and gap > WIDER_THAN_OTHERS * narrowest


def _near(columns: list[float], x: float) -> bool:
    index = bisect_right(columns, x + ALIGNED)
    return index > 0 and columns[index - 1] >= x - ALIGNED


@dataclass(frozen=True, slots=True)
class Reach:
    """From where to where a cell reaches on the x axis, and its words."""

    left: float
    right: float
    text: str


def columns_of(
    page: Page, found: Sequence[Unit], carried: tuple[Reach, ...] = ()
) -> tuple[Mapping[int, str], tuple[Reach, ...]]:
    """Per unit's start the heading of its column, and the headings with which the page ends.

    Args:
        page: The page; without words, cells are counted instead of measured.
        found: Its units.
        carried: Headings of a table that the page before ended with.
    """
    columns: dict[int, str] = {}
    headings: tuple[Reach, ...] = ()
    measure = _Measure(page)
    last = -2
    for block, cells in _rows(found):
        if len(cells) < 2:
            continue
        reaches = tuple(measure.reach(cell) for cell in cells)
        if block != last + 1:
            own = reaches if all(map(_heads, reaches)) else ()
            headings = carried if block == 0 and carried else own
        for cell, reach in zip(cells, reaches, strict=True):
            columns |= dict.fromkeys((unit.start for unit in cell), _above(headings, reach))
        last = block
    ended = bool(found) and last >= found[-1].block - 1
    return columns, headings if ended else ()


def _heads(cell: Reach) -> bool:
    """Whether a cell of a first row can be a heading; text beside margin comments has none."""
    few = len(cell.text.split()) <= HEADING_WORDS
    return few and cell.text[-1] not in ".!?;" and any(character.isalpha() for character in cell.text)


def _rows(found: Sequence[Unit]) -> Iterator[tuple[int, list[list[Unit]]]]:
    """Per block its cells, each with its units."""
    for block, row in itertools.groupby(found, key=lambda unit: unit.block):
        yield block, [list(cell) for _, cell in itertools.groupby(row, key=lambda unit: unit.cell)]


class _Measure:
    """Where cells reach on a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._starts = [word.start for word in page.words]

    def reach(self, cell: Sequence[Unit]) -> Reach:
        """The reach and the words of a cell."""
        start, end = cell[0].start, cell[-1].end
        text = " ".join(self._page.text[start:end].split())
        words = self._page.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if not words:
            left = cell[0].cell * UNMEASURED_STEP
            return Reach(left, left + UNMEASURED_STEP / 2, text)
        return Reach(min(word.box.x0 for word in words), max(word.box.x1 for word in words), text)


def _above(headings: tuple[Reach, ...], cell: Reach) -> str:
    """The words of the heading that shares most of its reach with the cell, or else lies nearest."""
    if not headings:
        return ""

    def nearness(heading: Reach) -> tuple[float, float]:
        shared = min(heading.right, cell.right) - max(heading.left, cell.left)
        return max(shared, 0.0), -abs(heading.left + heading.right - cell.left - cell.right)

    return max(headings, key=nearness).text
