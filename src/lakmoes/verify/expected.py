"""What a written page should hold: each letter of the page before redaction, and what should become of it.

In: a page as it was read, its marks and what moves. Out: letters: those that stay, with the places they
should have now, those that go, and those that may go with them. Does not look at the written page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lakmoes.model import MINIMUM_PART, Box, Mark, Page, Shift, Word
from lakmoes.verify.bands import Bands
from lakmoes.verify.sheet import Rectangle, edges_of, middle_of
from lakmoes.verify.texts import letters_of

LIGATURES = frozenset(("ff", "fi", "fl", "ft", "fj", "fb", "fh", "fk", "tt", "ti", "tf", "st", "ct", "Th"))
"""Pairs of letters that fonts set as one glyph."""

EDGE = 0.5
"""Points from the edge of a box drawn by hand within which the middle of a letter is on either side."""
STICKS_OUT = 0.3
"""Share of its height by which a word of another line or a watermark sticks out of a box at least."""


class Character(NamedTuple):
    """One letter before redaction: its cell, its size across the writing direction, the box of its word.

    Where it moves, both are where it goes; ``shift`` is the number of what it moves with, from 1.
    """

    letter: str
    cell: Rectangle
    size: float
    word: Rectangle
    shift: int = 0


@dataclass(frozen=True)
class Expectation:
    """The letters of a page: those that must stay, those that must go, and bystanders.

    A bystander was not chosen, but its middle lies in the box of a mark, or it shares a glyph with a letter
    that was chosen: it may go, and may not be left under the mark.
    """

    staying: tuple[Character, ...] = ()
    marked: tuple[Character, ...] = ()
    bystanders: tuple[Character, ...] = ()

    @cached_property
    def gone(self) -> Mapping[str, Sequence[tuple[float, float]]]:
        """Where each letter stood that must go or may."""
        places: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for character in (*self.marked, *self.bystanders):
            places[character.letter].append(middle_of(character.cell))
        return places


NOTHING = Expectation()
"""What is expected of a page without text."""


def expectation_of(page: Page, marks: Sequence[Mark], shifts: Sequence[Shift] = ()) -> Expectation:
    """The letters of a page, sorted by what should become of them."""
    chosen = {place for mark in marks if mark.span for place in range(mark.span.start, mark.span.end)}
    boxes = Bands(
        (edges_of(box if mark.span else _grown(box, EDGE)), (mark, box))
        for mark in marks
        for box in mark.boxes
    )
    areas = Bands((edges_of(shift.area), (number, shift)) for number, shift in enumerate(shifts, 1))
    staying: list[Character] = []
    marked: list[Character] = []
    bystanders: list[Character] = []
    for word in page.words:
        whole = edges_of(word.box)
        size = whole[2] - whole[0] if word.vertical else whole[3] - whole[1]
        cells = cells_of(word)
        going = _going(word, cells, page.text, chosen, boxes.over(whole))
        moving = [(number, shift) for number, shift in areas.over(whole) if goes_along(word, shift.area)]
        for place, cell in enumerate(cells, word.start):
            group = staying if place not in going else marked if place in chosen else bystanders
            now, around, shift = (cell, whole, 0) if place in chosen else moved(cell, whole, moving)
            for letter in letters_of(page.text[place]):
                group.append(Character(letter, now, size, around, shift))
    return Expectation(tuple(staying), tuple(marked), tuple(bystanders))


def _going(
    word: Word, cells: Sequence[Rectangle], text: str, chosen: set[int], boxes: Sequence[tuple[Mark, Box]]
) -> set[int]:
    """Places of the letters of a word that go, or may."""
    places = range(word.start, word.end)
    if not boxes and chosen.isdisjoint(places):
        return set()
    if chosen.issuperset(places):
        return set(places)
    drawn = [_grown(box, EDGE) for mark, box in boxes if not mark.span]
    if not word.cuts and (drawn or not chosen.isdisjoint(places)):
        return set(places)  # of slanted letters only the place of their word is known
    near = drawn + [box for mark, box in boxes if mark.span and goes_along(word, box)]
    if not near and chosen.isdisjoint(places):
        return set()
    under = {
        place
        for place, cell in zip(places, cells, strict=True)
        if place in chosen or any(box.contains(*middle_of(cell)) for box in near)
    }
    return tied_to(under, text, word)


def goes_along(word: Word, area: Box) -> bool:
    """Whether letters of a word may move with a part of a line: slanted ones and watermarks do not."""
    return bool(word.cuts) and belongs_in(word, area)


def belongs_in(word: Word, box: Box) -> bool:
    """Whether a word may stand in a box that was made of letters: others stick out above or below."""
    if not box.overlaps(word.box):
        return False
    low, high, first, last = (
        (word.box.x0, word.box.x1, box.x0, box.x1)
        if word.vertical
        else (word.box.y0, word.box.y1, box.y0, box.y1)
    )
    return max(first - low, high - last) <= STICKS_OUT * (high - low)


def moved(
    cell: Rectangle, word: Rectangle, shifts: Iterable[tuple[int, Shift]]
) -> tuple[Rectangle, Rectangle, int]:
    """A cell and its word where the shift that holds the cell's centre puts them, if one does; its number."""
    for number, shift in shifts:
        if shift.area.contains(*middle_of(cell)):
            return displaced(cell, shift), displaced(word, shift), number
    return cell, word, 0


def displaced(box: Rectangle, shift: Shift) -> Rectangle:
    """A rectangle where a shift puts it."""
    return box[0] + shift.dx, box[1] + shift.dy, box[2] + shift.dx, box[3] + shift.dy


def tied_to(going: set[int], text: str, word: Word) -> set[int]:
    """Places in a word whose letter may share one glyph with a letter that goes, and then goes with it."""
    tied = set(going)
    pairs = [(place, place + 1) for place in range(word.start, word.end - 1)]
    for one, other in (*pairs, *((after, before) for before, after in reversed(pairs))):
        if one in tied and text[min(one, other) : max(one, other) + 1] in LIGATURES:
            tied.add(other)
    return tied


def cells_of(word: Word) -> list[Rectangle]:
    """The cell of each character; letters of one glyph share it, as do all that are not told apart."""
    x0, y0, x1, y1 = box = edges_of(word.box)
    if not word.cuts:
        return [box] * len(word.text)
    cells = []
    start = word.cuts[0]
    for before, end in pairwise(word.cuts):
        # All but the first letter of a ligature have no width of their own.
        start = before if abs(end - before) >= MINIMUM_PART else start
        low, high = (start, end) if start < end else (end, start)
        cells.append((x0, low, x1, high) if word.vertical else (low, y0, high, y1))
    return cells


def painted_over(marks: Sequence[Mark]) -> list[tuple[int, Box]]:
    """The boxes under which nothing may be left, with the numbers of their marks, from 1.

    Libraries do not agree on the letters that the edge of a box cuts in halves; that of a mark on text lies
    between two of them.
    """
    boxes = [(number, mark, box) for number, mark in enumerate(marks, 1) for box in mark.painted]
    return [(number, box if mark.span else _grown(box, -EDGE)) for number, mark, box in boxes]


def _grown(box: Box, by: float) -> Box:
    """A box that is larger, or smaller, on all sides; as it is where nothing would be left."""
    if min(box.x1 - box.x0, box.y1 - box.y0) <= -2 * by:
        return box
    return Box(x0=box.x0 - by, y0=box.y0 - by, x1=box.x1 + by, y1=box.y1 + by)


def number_over(point: tuple[float, float], boxes: Iterable[tuple[int, Box]]) -> int:
    """The number of the first mark that covers the point, 0 for none."""
    return next((number for number, box in boxes if box.contains(*point)), 0)
