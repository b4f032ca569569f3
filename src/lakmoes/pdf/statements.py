"""Where numbers, statements and notices stand on a page.

In: what is printed on a page besides its boxes, and the page as it looks. Out: lines of text in displayed
space on free paper. A number that finds no free paper stands in a corner all the same; a statement that finds
none does not stand there, so that the page needs another way to name its grounds.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from lakmoes.pdf.lettering import CAPITAL, LEADING, Text, area_of, stacked, width_of
from lakmoes.pdf.paper import Paper
from lakmoes.pdf.stamp import wrappings

EDGE = 6.0
"""Points between what is printed and the edge of the page."""
NUMBER_SIZES = (10.0, 8.0, 6.0)
NUMBER_PLACES = ((24.0, 24.0), (12.0, 16.0), (24.0, 12.0), (24.0, 36.0), (8.0, 10.0), (60.0, 24.0))
"""Distance of a number to the right and to the top or bottom edge, in order of preference."""
STATEMENT_SIZES = (9.0, 8.0, 7.0, 6.0)
MOST_LINES = 3
MARGIN = 72.0
"""Points from the top or bottom edge within which a statement is placed by preference."""
STEP = 4.0
"""Points between the heights that are tried."""
NOTICE_SIZES = (13.0, 11.0, 9.0, 7.0, 5.0, 3.0)
NOTICE_MARGIN = 0.12
"""Share of the width of a page that a notice leaves free on both sides."""
NOTICE_HEIGHT = 0.3
"""Share of the height of a page at which a notice stands."""

Block = tuple[Sequence[str], float]
"""Lines and their size."""


def number_at_top(number: str, paper: Paper) -> list[Text]:
    """A number at the top right; nothing for an empty one."""
    return _number(number, paper, ((right, top) for right, top in NUMBER_PLACES), EDGE)


def number_at_bottom(number: str, paper: Paper) -> list[Text]:
    """A number at the bottom right; nothing for an empty one."""
    places = ((right, paper.height - bottom) for right, bottom in NUMBER_PLACES)
    return _number(number, paper, places, paper.height - EDGE - NUMBER_SIZES[-1])


def statement(text: str, paper: Paper) -> list[Text]:
    """A statement in the margin at the bottom or at the top, or else between the lines of the page.

    Out comes nothing where there is no room, or nothing to state.
    """
    if not text:
        return []
    for x, middle, (lines, size) in _tries(text, paper):
        area = area_of(x, middle, max(width_of(line, size) for line in lines), size, len(lines))
        if paper.is_free(area):
            paper.take(area)
            return stacked(lines, x, middle, size, int(paper.is_dark(area)))
    return []


def notice(text: str, size: tuple[float, float]) -> list[Text]:
    """A notice on an empty page of this width and height, as large as fits."""
    width, height = size
    margin = NOTICE_MARGIN * width
    for letters, lines in itertools.product(NOTICE_SIZES, wrappings(text)):
        widest = max(width_of(line, letters) for line in lines)
        if widest <= width - 2 * margin and LEADING * letters * len(lines) <= height / 2:
            return stacked(lines, margin, NOTICE_HEIGHT * height, letters, 0)
    lines = list(wrappings(text))[-1]
    letters = NOTICE_SIZES[-1]
    fitting = min(1.0, (width - 2 * EDGE) / max(width_of(line, letters) for line in lines))
    return stacked(lines, EDGE, height / 2, letters * max(fitting, 0.1), 0)


def _number(number: str, paper: Paper, places: Iterable[tuple[float, float]], otherwise: float) -> list[Text]:
    """A number at the first of some distances to the right edge and heights where the paper is free."""
    if not number:
        return []
    for size, (right, middle) in itertools.product(NUMBER_SIZES, tuple(places)):
        width = width_of(number, size)
        x = paper.width - right - width
        area = area_of(x, middle, width, size)
        if paper.is_free(area):
            paper.take(area)
            return [Text(number, x, middle + CAPITAL * size / 2, size, int(paper.is_dark(area)))]
    size = NUMBER_SIZES[-1]
    return [Text(number, paper.width - EDGE - width_of(number, size), otherwise + size, size, 0)]


def _tries(text: str, paper: Paper) -> Iterator[tuple[float, float, Block]]:
    """Left edges, heights and blocks in order of preference: margins before all else, then large letters."""
    blocks = [
        (lines, size)
        for size in STATEMENT_SIZES
        for lines in itertools.takewhile(lambda lines: len(lines) <= MOST_LINES, wrappings(text))
        if max(width_of(line, size) for line in lines) <= paper.width - 2 * EDGE
    ]
    margins = [height for height in _heights(paper) if min(height, paper.height - height) < MARGIN]
    between = [height for height in _heights(paper) if min(height, paper.height - height) >= MARGIN]
    for heights in (margins, between):
        for block, height in itertools.product(blocks, heights):
            for x in _left_edges(block, paper):
                yield x, height, block


def _heights(paper: Paper) -> list[float]:
    """Heights on a page, from the bottom up; those of the margin at the top from its edge down."""
    count = int((paper.height - 4 * EDGE) / STEP) + 1
    upwards = [paper.height - 2 * EDGE - STEP * number for number in range(count)]
    top = sorted(height for height in upwards if height < MARGIN)
    return [height for height in upwards if height >= MARGIN] + top


def _left_edges(block: Block, paper: Paper) -> list[float]:
    """Where lines begin: with the text of the page, in the middle, at the edge."""
    lines, size = block
    width = max(width_of(line, size) for line in lines)
    starts = (paper.columns[0], (paper.width - width) / 2, EDGE)
    return [x for x in dict.fromkeys(starts) if EDGE <= x <= paper.width - EDGE - width]
