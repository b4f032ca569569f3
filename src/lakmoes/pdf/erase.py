"""Takes text and pixels out of a page.

In: an opened page, the glyphs that must go and the boxes of its redactions. Out: nothing; the page in memory
no longer holds them. Also takes away what lies outside the CropBox, which viewers hide and copying shows.

MuPDF's own redaction takes every glyph whose box touches a rectangle, and with it parts of neighbouring
lines, of a watermark behind the text and every link in reach. Here MuPDF rewrites the page the same way, but
asks for each glyph whether it goes, and the answer is by its origin: exactly those that were chosen.
Pixels are blanked by MuPDF's redaction, on images of which other pages keep their own.

Draws nothing, and handles neither drawings (``linework``) nor what belongs to the document (``scrub``).
"""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pymupdf
from pymupdf import mupdf

from lakmoes.errors import RedactionError
from lakmoes.model import Box
from lakmoes.pdf.glyphs import Boxes, Glyph, glyphs_of, taken_by
from lakmoes.pdf.space import Matrix, PageSpace, Point, Rectangle, carried, joined, moved

GRAIN = 0.05
"""Points between two origins that count as the same place."""
SHIFT = 1.0
"""Points that a glyph that stays may move at most."""
OVERHANG = 2.0
"""Points that a picture may stick out of the page before its hidden part is blanked."""
FAR = 20_000.0
"""Points; beyond any page."""

PICTURES = frozenset({"fill-image", "fill-imgmask", "clip-imgmask"})
TEXTS = frozenset({"fill-text", "stroke-text"})

Grain = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Something drawn on a page: MuPDF's name for what it is, and its box in page space."""

    kind: str
    box: Rectangle


def places_on(page: pymupdf.Page) -> tuple[Place, ...]:
    """What is drawn on a page, in order, also outside its CropBox."""
    return tuple(Place(kind, tuple(box)) for kind, box in page.get_bboxlog())


def pictures_among(places: Iterable[Place]) -> list[Rectangle]:
    """Where pictures stand."""
    return [place.box for place in places if place.kind in PICTURES]


def text_among(places: Iterable[Place]) -> list[Rectangle]:
    """Where visible text stands."""
    return [place.box for place in places if place.kind in TEXTS]


def count_outside(places: Iterable[Place], space: PageSpace) -> int:
    """How many things are drawn wholly outside the page."""
    return sum(_outside(place.box, (0.0, 0.0, space.width, space.height)) for place in places)


def erase_text(
    page: pymupdf.Page,
    space: PageSpace,
    glyphs: Sequence[Glyph],
    boxes: Sequence[Box],
    clip: bool = False,
) -> None:
    """Takes from a page the glyphs whose centre lies in a box; with ``clip`` also all outside the CropBox.

    Raises:
        RedactionError: A glyph remained, or one that should stay is gone.
    """
    taken = taken_by(boxes, glyphs)
    _own_content(page)
    parents = page.parent.xref_get_key(page.xref, "StructParents")
    # With it MuPDF edits the structure tree as it goes, and leaves parts of the text in other entries.
    page.parent.xref_set_key(page.xref, "StructParents", "null")
    _filter(page, _Selection(space, _Choices(glyphs, taken), boxes, clip))
    if parents[0] == "int":
        page.parent.xref_set_key(page.xref, "StructParents", parents[1])
    _check(glyphs, taken, boxes, page)


def erase_pixels(page: pymupdf.Page, space: PageSpace, boxes: Sequence[Box], places: Iterable[Place]) -> None:
    """Blanks the pixels of a page's pictures under boxes, and what a picture hides outside the CropBox."""
    pictures = pictures_among(places)
    touched = [box for box in boxes if any(_meet(picture, box) for picture in pictures)]
    areas = [space.user(box) for box in touched]
    sheet = (-OVERHANG, -OVERHANG, space.width + OVERHANG, space.height + OVERHANG)
    if any(_sticks_out(picture, sheet) for picture in pictures):
        areas += [moved(rim, space.to_user) for rim in _rims(space)]
    if areas:
        _blank(page, areas)


def _blank(page: pymupdf.Page, areas: Iterable[Rectangle]) -> None:
    document = page.parent
    kept = document.xref_get_key(page.xref, "Annots")
    marks = [_mark(document, area) for area in areas]
    # MuPDF's redaction deletes every link it touches, so it does not get to see them.
    document.xref_set_key(page.xref, "Annots", f"[{' '.join(marks)}]")
    page = document.reload_page(page)
    options = mupdf.PdfRedactOptions()
    options.black_boxes = 0
    options.image_method = mupdf.PDF_REDACT_IMAGE_PIXELS
    options.line_art = mupdf.PDF_REDACT_LINE_ART_NONE
    options.text = mupdf.PDF_REDACT_TEXT_NONE
    loaded = mupdf.pdf_page_from_fz_page(page.this)
    mupdf.pdf_redact_page(loaded.doc(), loaded, options)
    document.xref_set_key(page.xref, "Annots", "null" if kept[0] == "null" else kept[1])


def _mark(document: pymupdf.Document, area: Rectangle) -> str:
    xref = document.get_new_xref()
    edges = " ".join(f"{edge:.4f}" for edge in area)
    document.update_object(xref, f"<</Type/Annot/Subtype/Redact/Rect[{edges}]>>")
    return f"{xref} 0 R"


def _own_content(page: pymupdf.Page) -> None:
    """Gives the page a content stream of its own: pages may share one."""
    document = page.parent
    xref = document.get_new_xref()
    document.update_object(xref, "<<>>")
    document.update_stream(xref, page.read_contents())
    document.xref_set_key(page.xref, "Contents", f"{xref} 0 R")


class _Choices:
    """What goes and what stays, by origin."""

    def __init__(self, glyphs: Iterable[Glyph], taken: frozenset[Glyph]) -> None:
        self._by_place: dict[Grain, list[tuple[str, bool]]] = defaultdict(list)
        for glyph in glyphs:
            goes = glyph in taken
            for text, origin in zip(glyph.text, (glyph.origin, *glyph.followers), strict=False):
                self._by_place[_grain(origin)].append((text, goes))

    def goes(self, origin: Point, code: Callable[[], str]) -> bool | None:
        """Whether the glyph at this origin goes, ``None`` where none is known.

        An accent may have the origin of the sign that follows it; then ``code`` tells which one it is. Of
        signs that cannot be told apart all go if one does.
        """
        near = [choice for cell in _around(*_grain(origin)) for choice in self._by_place.get(cell, ())]
        verdicts = {goes for _, goes in near}
        if len(verdicts) > 1:
            asked = code()
            verdicts = {goes for text, goes in near if text == asked} or verdicts
        return any(verdicts) if verdicts else None


def _grain(point: Point) -> Grain:
    return round(point[0] / GRAIN), round(point[1] / GRAIN)


def _around(column: int, row: int) -> tuple[Grain, ...]:
    """The cell itself and its neighbours: rounding may part what is the same place."""
    return tuple((column + across, row + down) for across in (0, -1, 1) for down in (0, -1, 1))


def _first_code(codes: Any) -> str:
    """The first character that a glyph stands for, out of the array of C integers that MuPDF hands on."""
    return chr(ctypes.c_int.from_address(int(codes)).value)


class _Selection(mupdf.PdfSanitizeFilterOptions2):  # type: ignore[misc]  # MuPDF's bindings are untyped
    """Answers MuPDF, glyph by glyph, whether it goes."""

    def __init__(self, space: PageSpace, choices: _Choices, boxes: Iterable[Box], clip: bool) -> None:
        super().__init__()
        self._from_user = space.from_user
        self._sheet = (0.0, 0.0, space.width, space.height)
        self._choices = choices
        self._boxes = Boxes(boxes)
        self._clip = clip
        self.use_virtual_text_filter()
        if clip:
            self.use_virtual_culler()

    def text_filter(self, _context: Any, codes: Any, _count: int, text: Any, user: Any, *rest: Any) -> int:
        """1 when the glyph goes; ``text`` and ``user`` together carry it to user space."""
        bounds = rest[0]
        to_page = joined(joined(_matrix(text), _matrix(user)), self._from_user)
        if self._clip and _outside(moved(_rectangle(bounds), to_page), self._sheet):
            return 1
        goes = self._choices.goes((to_page[4], to_page[5]), partial(_first_code, codes))
        if goes is None:
            centre = ((bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2)
            goes = self._boxes.hold(carried(centre, to_page))
        return int(goes)

    def culler(self, _context: Any, bounds: Any, kind: int) -> int:
        """1 when what is drawn lies outside the page. Clipping paths stay: they hide, they do not show."""
        if mupdf.FZ_CULL_CLIP_PATH_DROP <= kind <= mupdf.FZ_CULL_GLYPH:
            return 0
        return int(_outside(moved(_rectangle(bounds), self._from_user), self._sheet))


class _Factory(mupdf.PdfFilterFactory2):  # type: ignore[misc]  # MuPDF's bindings are untyped
    """Makes MuPDF's filter that writes a page anew with the answers of a selection."""

    def __init__(self, selection: _Selection) -> None:
        super().__init__()
        self._selection = selection
        self.use_virtual_filter()

    def filter(self, _context: Any, *arguments: Any) -> Any:
        """The filter for one content stream."""
        return mupdf.ll_pdf_new_sanitize_filter(*arguments, self._selection.internal())


def _filter(page: pymupdf.Page, selection: _Selection) -> None:
    options = mupdf.PdfFilterOptions()
    options.recurse = 0
    options.instance_forms = 1  # a form drawn on several pages is redacted on this one only
    options.ascii = 1
    factory = _Factory(selection)
    options.add_factory(factory.internal())
    loaded = mupdf.pdf_page_from_fz_page(page.this)
    mupdf.pdf_filter_page_contents(loaded.doc(), loaded, options)


def _check(
    before: Sequence[Glyph], taken: frozenset[Glyph], boxes: Sequence[Box], page: pymupdf.Page
) -> None:
    """Reads the page again: nothing may be left in a box, and nothing else may be gone or elsewhere."""
    after = [glyph for glyph in glyphs_of(page) if not glyph.blank]
    stayed = [glyph for glyph in before if not glyph.blank and glyph not in taken]
    if taken_by(boxes, after):
        raise RedactionError("redaction-incomplete", page=page.number + 1)
    if Counter(g.text for g in after) != Counter(g.text for g in stayed) or not _in_place(stayed, after):
        raise RedactionError("redaction-too-much", page=page.number + 1)


def _in_place(stayed: Iterable[Glyph], after: Iterable[Glyph]) -> bool:
    """Whether each glyph that stays is where it was, to within ``SHIFT``."""
    found = {
        (glyph.text, *cell)
        for glyph in after
        for cell in _around(int(glyph.origin[0] / SHIFT), int(glyph.origin[1] / SHIFT))
    }
    return all(
        (glyph.text, int(glyph.origin[0] / SHIFT), int(glyph.origin[1] / SHIFT)) in found for glyph in stayed
    )


def _outside(box: Rectangle, sheet: Rectangle) -> bool:
    return box[2] <= sheet[0] or box[0] >= sheet[2] or box[3] <= sheet[1] or box[1] >= sheet[3]


def _meet(picture: Rectangle, box: Box) -> bool:
    return not _outside(picture, (box.x0, box.y0, box.x1, box.y1))


def _sticks_out(picture: Rectangle, sheet: Rectangle) -> bool:
    x0, y0, x1, y1 = picture
    return x0 < sheet[0] or y0 < sheet[1] or x1 > sheet[2] or y1 > sheet[3]


def _rims(space: PageSpace) -> tuple[Rectangle, ...]:
    """The world outside the page, in four pieces."""
    width, height = space.width, space.height
    return (
        (-FAR, -FAR, FAR, 0.0),
        (-FAR, height, FAR, FAR),
        (-FAR, 0.0, 0.0, height),
        (width, 0.0, FAR, height),
    )


def _matrix(matrix: Any) -> Matrix:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _rectangle(bounds: Any) -> Rectangle:
    return bounds.x0, bounds.y0, bounds.x1, bounds.y1
