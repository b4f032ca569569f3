"""Answers MuPDF, glyph by glyph, whether it goes.

In: the measures of a page and what goes, stays and moves on it (``choices``). Out: a ``Selection`` that
MuPDF's sanitizing filter asks while it writes the page anew, and where each glyph that stays is to be set
(``typeset``).
"""

import ctypes
import sys
from typing import Any

from pymupdf import mupdf

from lakmoes.pdf.choices import Choices
from lakmoes.pdf.space import Matrix, PageSpace, Point, Rectangle, carried, inverted, joined, moved
from lakmoes.pdf.typeset import STILL, Setting, Spot

DIGITS = 2
"""Decimals of a point to which places of moved glyphs are rounded."""
UNREADABLE = "\ufffd"

_FOUR_FLOATS, _SIX_FLOATS = ctypes.c_float * 4, ctypes.c_float * 6


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
        self._signs = choices.signs
        self._clip = clip
        self._views: dict[int, Any] = {}
        self._user: list[float] = []
        self._to_page = space.from_user
        self._back: Matrix | None = None
        self.setting = Setting()
        self.use_virtual_text_filter()
        if clip:
            self.use_virtual_culler()

    def text_filter(self, _context: Any, codes: Any, count: int, text: Any, user: Any, *rest: Any) -> int:
        """1 when the glyph goes; ``text`` and ``user`` together carry it to user space."""
        a, b, c, d, e, f = self._numbers(text)
        self._follow(self._numbers(user))
        to_page = self._to_page
        if self._clip:
            box = moved(rectangle_in(rest[0]), joined((a, b, c, d, e, f), to_page))
            if outside(box, self._sheet):
                return 1
        origin = (
            e * to_page[0] + f * to_page[2] + to_page[4],
            e * to_page[1] + f * to_page[3] + to_page[5],
        )
        index: int | None
        sign = self._signs.following(origin) if count == 1 else None
        if sign is not None:
            letters, _, index = sign
            goes = self._choices.goes(index)
        else:
            letters = _text(codes, count)
            centre = _centre(rest[0], joined((a, b, c, d, e, f), to_page))
            index, goes = self._choices.asked(origin, centre, letters)
        if self._choices.shifts and not goes:
            self.setting.spots.append(self._spot(index, origin, (e, f), letters))
        return int(goes)

    def _numbers(self, matrix: Any) -> list[float]:
        """MuPDF's matrix, six floats in a row; its bindings hand them out one by one, and slowly."""
        address = int(matrix.this)
        view = self._views.get(address)
        if view is None:
            view = self._views[address] = _SIX_FLOATS.from_address(address)
        return view[:]

    def _follow(self, user: list[float]) -> None:
        """Takes a change of the space of the page's content into account."""
        if user != self._user:
            a, b, c, d, e, f = self._user = user
            self._to_page, self._back = joined((a, b, c, d, e, f), self._from_user), None

    def _spot(self, index: int | None, origin: Point, place: Point, letters: str) -> Spot:
        """Where a glyph that stays is to be set."""
        number, start = (STILL, origin) if index is None else self._choices.shift_of(index, origin)
        if number != STILL:
            shift = self._choices.shifts[number]
            target = (round(start[0] + shift.dx, DIGITS), round(start[1] + shift.dy, DIGITS))
            self._back = self._back or inverted(self._to_page)
            place = carried(target, self._back)
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


def _centre(bounds: Any, to_page: Matrix) -> Point:
    """The middle of a glyph's box on the page."""
    x0, y0, x1, y1 = rectangle_in(bounds)
    return carried(((x0 + x1) / 2, (y0 + y1) / 2), to_page)


def _text(codes: Any, count: int) -> str:
    """The characters that a glyph stands for, out of the array of C integers that MuPDF hands on."""
    found = (ctypes.c_int * count).from_address(int(codes))
    return "".join(chr(code) if 0 <= code <= sys.maxunicode else UNREADABLE for code in found)
