"""Answers MuPDF, glyph by glyph, whether it goes.

In: the glyphs of a page, the boxes of its redactions and what moves, in page space. Out: a ``Selection`` that
MuPDF's sanitizing filter asks while it writes the page anew, what it had to decide for ligatures, and where
each glyph that stays is to be set (``typeset``).

A glyph is recognised by its origin, for only that is the same wherever MuPDF speaks of it. Letters of a
ligature are read at places of their own, some of them wrong, and go or stay together.
"""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from pymupdf import mupdf

from lakmoes.model import Box, Shift
from lakmoes.pdf.glyphs import Boxes, Glyph, letter_centres
from lakmoes.pdf.space import Matrix, PageSpace, Point, Rectangle, carried, inverted, joined, moved
from lakmoes.pdf.typeset import STILL, Setting, Spot
from lakmoes.pdf.watermarks import goes_along

GRAIN = 0.05
"""Points between two origins that count as the same place."""
DIGITS = 2
"""Decimals of a point to which places of moved glyphs are rounded."""
BLANK = 0.25
"""Font sizes between a space and the first letter of what moves."""

Grain = tuple[int, int]
_FOUR_FLOATS, _SIX_FLOATS = ctypes.c_float * 4, ctypes.c_float * 6


class Choices:
    """What goes and what stays, by origin.

    Args:
        glyphs: The glyphs of a page in the order of the file.
        found: Those of them that lie in each box.
        boxes: The boxes of the page's redactions.
        shifts: What moves on the page.
        reaches: Where a space that does not move tells where marked text ended.

    Attributes:
        swept: Letters that go because they share a ligature with one that goes.
        spared: Letters that seemed to lie in a box, but whose ligature does not.
    """

    def __init__(
        self,
        glyphs: Sequence[Glyph],
        found: Iterable[Sequence[Glyph]],
        boxes: Iterable[Box],
        shifts: Sequence[Shift] = (),
        reaches: Iterable[Box] = (),
    ) -> None:
        self.shifts = shifts
        self.swept: set[Glyph] = set()
        self.spared: set[Glyph] = set()
        self._glyphs = glyphs
        self._taken = frozenset(glyph for group in found for glyph in group)
        self._boxes = Boxes(boxes)
        self._by_place: dict[Grain, list[tuple[str, int]]] = defaultdict(list)
        for index, glyph in enumerate(glyphs):
            for text, origin in zip(glyph.text, (glyph.origin, *glyph.followers), strict=False):
                self._by_place[_grain(origin)].append((text, index))
        areas = Boxes(shift.area for shift in shifts)
        self._moving = [self._shift_of(glyph, areas) for glyph in (glyphs if shifts else ())]

        self._taken |= self._blanks_in(Boxes(reaches))
        self._first: dict[int, Glyph] = {}
        for number, glyph in zip(self._moving, glyphs, strict=False):
            if number != STILL and not glyph.blank and glyph not in self._taken:
                self._first.setdefault(number, glyph)

    def _shift_of(self, glyph: Glyph, areas: Boxes) -> int:
        """The number of the shift that moves a glyph, ``STILL`` for none."""
        found = areas.at(glyph.centres[0])
        return next((number for number in found if goes_along(glyph, self.shifts[number].area)), STILL)

    def shift_at(self, origin: Point, letter: str) -> tuple[int, Point]:
        """The number of the shift that moves the glyph there, ``STILL`` for none, and from where.

        A space before the first letter counts from that letter: how wide it was may tell what stood before.
        The rest of a ligature has the origin of what follows it; then ``letter`` tells which one it is.
        """
        near = self._near(origin)
        index = next((index for text, index in near if text == letter), near[0][1] if near else None)
        number = STILL if index is None else self._moving[index]
        if index is None or number == STILL or not self._glyphs[index].blank or number not in self._first:
            return number, origin
        first = self._first[number]
        (x, y), (across, down), (at_x, at_y) = first.origin, first.direction, origin
        if (at_x - x) * across + (at_y - y) * down >= 0:
            return number, origin
        return number, (x - BLANK * first.size * across, y - BLANK * first.size * down)

    def sign_goes(self, origin: Point, centre: Point, code: Callable[[], str]) -> bool:
        """Whether a glyph for one character goes.

        An accent may have the origin of the sign that follows it; then ``code`` tells which one it is. Of
        signs that cannot be told apart all go if one does. A glyph that could not be read goes by its centre.
        """
        near = self._near(origin)
        verdicts = {self._glyphs[index] in self._taken for _, index in near}
        if len(verdicts) > 1:
            asked = code()
            verdicts = {
                self._glyphs[index] in self._taken for text, index in near if text == asked
            } or verdicts
        return any(verdicts) if verdicts else self._boxes.hold(centre)

    def ligature_goes(self, origin: Point, text: str) -> bool | None:
        """Whether a glyph for several letters goes, ``None`` when it was not read as such."""
        for first, index in self._near(origin):
            letters = self._letters_from(index, text) if first == text[0] else ()
            if letters:
                goes = self._holds_letter(letters[0], text)
                (self.swept if goes else self.spared).update(letters)
                return goes
        return None

    def _blanks_in(self, reaches: Boxes) -> frozenset[Glyph]:
        """The spaces there that do not move."""
        moving = self._moving or [STILL] * len(self._glyphs)
        still = (glyph for glyph, number in zip(self._glyphs, moving, strict=True) if number == STILL)
        return frozenset(glyph for glyph in still if glyph.blank and reaches.hold(glyph.centres[0]))

    def stayed(self) -> Iterator[Glyph]:
        """The glyphs that must be left, as far as is known after filtering."""
        gone = (self._taken | self.swept) - self.spared
        return (glyph for glyph in self._glyphs if glyph not in gone)

    def in_boxes(self, glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
        """The glyphs with a letter whose centre lies in a box."""
        return (glyph for glyph in glyphs if any(self._boxes.hold(centre) for centre in glyph.centres))

    def _letters_from(self, index: int, text: str) -> Sequence[Glyph]:
        read = ""
        for end in range(index, min(index + len(text), len(self._glyphs))):
            read += self._glyphs[end].text
            if read == text:
                return self._glyphs[index : end + 1]
        return ()

    def _holds_letter(self, glyph: Glyph, text: str) -> bool:
        along = 0 if abs(glyph.direction[0]) >= abs(glyph.direction[1]) else 1
        return any(self._boxes.hold(centre) for centre in letter_centres(glyph.box, text, along))

    def _near(self, origin: Point) -> list[tuple[str, int]]:
        cell = _grain(origin)
        if cell in self._by_place:
            return self._by_place[cell]
        return [choice for near in _around(cell) for choice in self._by_place.get(near, ())]


class Selection(mupdf.PdfSanitizeFilterOptions2):  # type: ignore[misc]  # MuPDF's bindings are untyped
    """What MuPDF asks while it filters a page.

    Args:
        space: The measures of the page.
        choices: What goes and what moves.
        clip: Whether all that lies outside the CropBox goes as well.

    Attributes:
        setting: The glyphs that stay on a page on which anything moves.
    """

    def __init__(self, space: PageSpace, choices: Choices, clip: bool) -> None:
        super().__init__()
        self._from_user = space.from_user
        self._sheet = (0.0, 0.0, space.width, space.height)
        self._choices = choices
        self._clip = clip
        self.setting = Setting()
        self.use_virtual_text_filter()
        if clip:
            self.use_virtual_culler()

    def text_filter(self, _context: Any, codes: Any, count: int, text: Any, user: Any, *rest: Any) -> int:
        """1 when the glyph goes; ``text`` and ``user`` together carry it to user space."""
        bounds = rectangle_in(rest[0])
        to_page = joined(joined(_matrix(text), _matrix(user)), self._from_user)
        if self._clip and outside(moved(bounds, to_page), self._sheet):
            return 1
        origin = (to_page[4], to_page[5])
        goes = self._choices.ligature_goes(origin, _text(codes, count)) if count > 1 else None
        if goes is None:
            middle = ((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
            goes = self._choices.sign_goes(origin, carried(middle, to_page), partial(_text, codes, 1))
        if self._choices.shifts and not goes:
            self.setting.add(self._spot(origin, _matrix(text), _matrix(user), _text(codes, count)))
        return int(goes)

    def _spot(self, origin: Point, text: Matrix, user: Matrix, letters: str) -> Spot:
        """Where a glyph that stays is to be set."""
        number, start = self._choices.shift_at(origin, letters[:1])
        place = (text[4], text[5])
        if number != STILL:
            shift = self._choices.shifts[number]
            to_page = joined(user, self._from_user)
            target = (round(start[0] + shift.dx, DIGITS), round(start[1] + shift.dy, DIGITS))
            place = carried(target, inverted(to_page))
        return Spot(place, number, not letters.strip())

    def culler(self, _context: Any, bounds: Any, kind: int) -> int:
        """1 when what is drawn lies outside the page. Clipping paths stay: they hide, they do not show."""
        if mupdf.FZ_CULL_CLIP_PATH_DROP <= kind <= mupdf.FZ_CULL_GLYPH:
            return 0
        return int(outside(moved(rectangle_in(bounds), self._from_user), self._sheet))


class Factory(mupdf.PdfFilterFactory2):  # type: ignore[misc]  # MuPDF's bindings are untyped
    """Makes MuPDF's filter that writes a page anew with the answers of a selection."""

    def __init__(self, selection: Selection) -> None:
        super().__init__()
        self._selection = selection
        self.use_virtual_filter()

    def filter(self, _context: Any, *arguments: Any) -> Any:
        """The filter for one content stream."""
        return mupdf.ll_pdf_new_sanitize_filter(*arguments, self._selection.internal())


def outside(box: Rectangle, sheet: Rectangle) -> bool:
    """Whether a box lies wholly outside another."""
    return box[2] <= sheet[0] or box[0] >= sheet[2] or box[3] <= sheet[1] or box[1] >= sheet[3]


def rectangle_in(bounds: Any) -> Rectangle:
    """MuPDF's rectangle as four edges."""
    x0, y0, x1, y1 = _FOUR_FLOATS.from_address(int(bounds.this))
    return x0, y0, x1, y1


def _text(codes: Any, count: int) -> str:
    """The characters that a glyph stands for, out of the array of C integers that MuPDF hands on."""
    return "".join(map(chr, (ctypes.c_int * count).from_address(int(codes))))


def _grain(point: Point) -> Grain:
    return round(point[0] / GRAIN), round(point[1] / GRAIN)


def _around(cell: Grain) -> tuple[Grain, ...]:
    """The neighbours of a cell: rounding may part what is the same place."""
    return tuple((cell[0] + across, cell[1] + down) for across in (-1, 0, 1) for down in (-1, 0, 1))


def _matrix(matrix: Any) -> Matrix:
    """MuPDF's matrix, six floats in a row; its bindings hand them out one by one, and slowly."""
    a, b, c, d, e, f = _SIX_FLOATS.from_address(int(matrix.this))
    return a, b, c, d, e, f
