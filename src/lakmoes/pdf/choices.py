"""What of the text of a page goes, what stays and what moves.

In: the glyphs of a page, the boxes of its redactions and what moves, in page space. Out: the answer for each
sign that MuPDF asks about (``selection``), what had to be decided for ligatures, and which glyphs are to be
left.

A glyph is recognised by its origin, for only that is the same wherever MuPDF speaks of it. Letters of a
ligature are read at places of their own, some of them wrong, and go or stay together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product

import numpy as np
from numpy.typing import NDArray

from lakmoes.model import Box, Shift
from lakmoes.pdf.glyphs import Glyph, Glyphs, letter_centres
from lakmoes.pdf.space import Point
from lakmoes.pdf.typeset import STILL
from lakmoes.pdf.watermarks import goes_along

GRAIN = 0.05
"""Points between two origins that count as the same place."""
APART = 5 * GRAIN
"""Points between a sign and all others within which its place is no one else's."""
BLANK = 0.25
"""Font sizes between a space and the first letter of what moves."""
AROUND = tuple(product((-1, 0, 1), repeat=2))
"""Steps to a cell and its neighbours."""

Grain = tuple[int, int]
Sign = tuple[str, Point, int]
"""A character, its origin, and the number of the glyph that it belongs to."""


class Choices:
    """What goes and what stays, by origin.

    Args:
        glyphs: The glyphs of a page.
        found: Those of them that lie in each box.
        boxes: The boxes of the page's redactions.
        shifts: What moves on the page.
        reaches: Where a space that does not move tells where marked text ended.

    Attributes:
        signs: Where the signs of the page are set.
        swept: Letters that go because they share a ligature with one that goes.
        spared: Letters that seemed to lie in a box, but whose ligature does not.
    """

    def __init__(
        self,
        glyphs: Glyphs,
        found: Iterable[Sequence[Glyph]],
        boxes: Sequence[Box],
        shifts: Sequence[Shift] = (),
        reaches: Iterable[Box] = (),
    ) -> None:
        self.shifts = shifts
        self.signs = Signs(glyphs.items)
        self.swept: set[Glyph] = set()
        self.spared: set[Glyph] = set()
        self._glyphs = glyphs
        self._boxes = boxes
        self._moving = self._numbers()
        self._taken = {glyph for group in found for glyph in group} | set(self._blanks_in(reaches))
        self._goes = [glyph in self._taken for glyph in glyphs.items]
        self._first: dict[int, Glyph] = {}
        for glyph, number, goes in zip(glyphs.items, self._moving, self._goes, strict=True):
            if number != STILL and number not in self._first and not goes and not glyph.blank:
                self._first[number] = glyph

    def asked(self, origin: Point, centre: Point, letters: str) -> tuple[int | None, bool]:
        """The glyph of the page that is set there, ``None`` for an unread one, and whether it goes.

        Args:
            origin: Where it is set.
            centre: The middle of its box.
            letters: What it stands for; several for a ligature.
        """
        goes = self._ligature_goes(origin, letters) if len(letters) > 1 else None
        if goes is None:
            goes = self._sign_goes(origin, centre, letters[:1])
        return self._glyph_at(origin, letters[:1]), goes

    def goes(self, index: int) -> bool:
        """Whether a glyph of the page goes."""
        return self._goes[index]

    def shift_of(self, index: int, origin: Point) -> tuple[int, Point]:
        """The number of the shift that moves a glyph of the page, ``STILL`` for none, and from where.

        A space before the first letter counts from that letter: how wide it was may tell what stood before.
        """
        number = self._moving[index]
        if number == STILL or not self._glyphs.items[index].blank or number not in self._first:
            return number, origin
        first = self._first[number]
        (x, y), (across, down), (at_x, at_y) = first.origin, first.direction, origin
        if (at_x - x) * across + (at_y - y) * down >= 0:
            return number, origin
        return number, (x - BLANK * first.size * across, y - BLANK * first.size * down)

    def _glyph_at(self, origin: Point, letter: str) -> int | None:
        """The glyph that is set there, where there are several the one with this letter.

        The rest of a ligature has the origin of what follows it.
        """
        near = self.signs.near(origin)
        first = near[0][2] if near else None
        return next((index for text, _, index in near if text == letter), first)

    def _sign_goes(self, origin: Point, centre: Point, letter: str) -> bool:
        """Whether a glyph for one character goes.

        An accent may have the origin of the sign that follows it; then ``letter`` tells which one it is. Of
        signs that cannot be told apart all go if one does. A glyph that could not be read goes by its centre.
        """
        near = self.signs.near(origin)
        verdicts = {self._goes[index] for _, _, index in near}
        if len(verdicts) > 1:
            verdicts = {self._goes[index] for text, _, index in near if text == letter} or verdicts
        return any(verdicts) if verdicts else self._holds(centre)

    def _ligature_goes(self, origin: Point, text: str) -> bool | None:
        """Whether a glyph for several letters goes, ``None`` when it was not read as such."""
        for first, _, index in self.signs.near(origin):
            letters = self._letters_from(index, text) if first == text[0] else ()
            if letters:
                goes = self._holds_letter(letters[0], text)
                (self.swept if goes else self.spared).update(letters)
                return goes
        return None

    def stayed(self) -> Iterator[Glyph]:
        """The glyphs that must be left, as far as is known after filtering."""
        gone = (self._taken | self.swept) - self.spared
        return (glyph for glyph in self._glyphs.items if glyph not in gone)

    def in_boxes(self, glyphs: Glyphs) -> set[Glyph]:
        """Those of these glyphs that have a letter whose centre lies in a box."""
        return {glyphs.items[index] for box in self._boxes for index in glyphs.within(box)}

    def _numbers(self) -> list[int]:
        """For each glyph the shift that moves it, the first of several."""
        items = self._glyphs.items
        numbers = [STILL] * len(items)
        for number, shift in enumerate(self.shifts):
            for index in self._glyphs.beginning_in(shift.area):
                if numbers[index] == STILL and goes_along(items[index], shift.area):
                    numbers[index] = number
        return numbers

    def _blanks_in(self, reaches: Iterable[Box]) -> Iterator[Glyph]:
        """The spaces there that do not move."""
        for index in chain.from_iterable(map(self._glyphs.beginning_in, reaches)):
            if self._glyphs.blank[index] and self._moving[index] == STILL:
                yield self._glyphs.items[index]

    def _letters_from(self, index: int, text: str) -> Sequence[Glyph]:
        items, read = self._glyphs.items, ""
        for end in range(index, min(index + len(text), len(items))):
            read += items[end].text
            if read == text:
                return items[index : end + 1]
        return ()

    def _holds_letter(self, glyph: Glyph, text: str) -> bool:
        return any(self._holds(centre) for centre in letter_centres(glyph.box, text, glyph.along))

    def _holds(self, point: Point) -> bool:
        return any(box.contains(*point) for box in self._boxes)


class Signs:
    """Where the signs of a page are set, and to which of its glyphs they belong.

    Signs that are asked for in the order of the file are found without a search.
    """

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._signs: list[Sign] = [
            (text, origin, index)
            for index, glyph in enumerate(glyphs)
            for text, origin in zip(glyph.text, (glyph.origin, *glyph.followers), strict=False)
        ]
        places = np.fromiter(chain.from_iterable(sign[1] for sign in self._signs), float).reshape(-1, 2)
        self._alone = [*_apart(places).tolist(), False]
        self._next = 0
        self._by_place: dict[Grain, list[int]] = {}

    def following(self, origin: Point) -> Sign | None:
        """The next sign, where it is the only one that is set there; else ``None``."""
        if not self._alone[self._next]:
            return None
        sign = self._signs[self._next]
        x, y = sign[1]
        if abs(origin[0] - x) >= GRAIN or abs(origin[1] - y) >= GRAIN:
            return None
        self._next += 1
        return sign

    def near(self, origin: Point) -> list[Sign]:
        """The signs that are set there, as far as can be told; those that follow come after them."""
        cells, cell = self._cells(), _grain(origin)
        places = cells.get(cell) or [
            place for a, b in AROUND for place in cells.get((cell[0] + a, cell[1] + b), ())
        ]
        if places:
            self._next = min((place for place in places if place >= self._next), default=max(places)) + 1
        return [self._signs[place] for place in places]

    def _cells(self) -> dict[Grain, list[int]]:
        """The signs by their place; made when it is first needed."""
        if not self._by_place:
            found: dict[Grain, list[int]] = defaultdict(list)
            for place, (_, origin, _) in enumerate(self._signs):
                found[_grain(origin)].append(place)
            self._by_place = dict(found)
        return self._by_place


def _apart(places: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of these points have no other near them, along either axis.

    Points that are near each other lie in one cell of at least one of four grids, each half a cell further.
    """
    shared = np.zeros(len(places), dtype=bool)
    for half in product((0.0, 0.5), repeat=2) if len(places) else ():
        cells = np.floor(places / (2 * APART) + half).astype(np.int64)
        _, owners, counts = np.unique(
            (cells[:, 0] << 32) + cells[:, 1], return_inverse=True, return_counts=True
        )
        shared |= counts[owners] > 1
    return ~shared


def _grain(point: Point) -> Grain:
    return round(point[0] / GRAIN), round(point[1] / GRAIN)
