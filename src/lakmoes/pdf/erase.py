"""Takes text and pixels out of a page.

In: an opened page, the glyphs that must go and the boxes of its redactions. Out: nothing; the page in memory
no longer holds them. Also takes away what lies outside the CropBox, which viewers hide and copying shows.

MuPDF's own redaction takes every glyph whose box touches a rectangle, and with it parts of neighbouring
lines, of a watermark behind the text and every link in reach. Here MuPDF rewrites the page the same way, but
asks for each glyph whether it goes, and the answer is by its origin: exactly those that were chosen.
Pixels are blanked by MuPDF's redaction, on images of which other pages keep their own.

Draws nothing, and handles neither drawings (``linework``) nor what belongs to the document (``scrub``).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, product

import numpy as np
import pymupdf
from pymupdf import mupdf

from lakmoes.errors import RedactionError
from lakmoes.model import Box
from lakmoes.pdf.choices import Choices
from lakmoes.pdf.glyphs import Glyph, glyphs_of
from lakmoes.pdf.selection import Factory, Selection, outside
from lakmoes.pdf.space import PageSpace, Rectangle, moved
from lakmoes.pdf.typeset import Setting

SHIFT = 1.0
"""Points that a glyph that stays may move at most."""
AROUND = tuple(product((-1, 0, 1), repeat=2))
"""Steps to a cell and its neighbours."""
OVERHANG = 2.0
"""Points that a picture may stick out of the page before its hidden part is blanked."""
FAR = 20_000.0
"""Points; beyond any page."""

PICTURES = frozenset({"fill-image", "fill-imgmask", "clip-imgmask"})
TEXTS = frozenset({"fill-text", "stroke-text"})
ALL_TEXTS = TEXTS | {"ignore-text"}
"""Also text that is only there to be found."""


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
    return sum(outside(place.box, (0.0, 0.0, space.width, space.height)) for place in places)


def own_content(page: pymupdf.Page) -> bytes:
    """Gives the page a content stream of its own, for pages may share one; out comes what is in it."""
    document = page.parent
    content = bytes(page.read_contents())
    xref = document.get_new_xref()
    document.update_object(xref, "<<>>")
    document.update_stream(xref, content, compress=False)
    document.xref_set_key(page.xref, "Contents", f"{xref} 0 R")
    return content


def text_sticks_out(places: Iterable[Place], space: PageSpace) -> bool:
    """Whether text reaches beyond the page: one object may hold strings on it and strings beside it."""
    return any(
        min(place.box[0], place.box[1]) < 0 or place.box[2] > space.width or place.box[3] > space.height
        for place in places
        if place.kind in ALL_TEXTS
    )


def erase_text(page: pymupdf.Page, space: PageSpace, choices: Choices, clip: bool = False) -> Setting:
    """Takes from a page the chosen glyphs; with ``clip`` also all that lies outside the CropBox.

    The page must have a content stream of its own (``own_content``).

    Out come the glyphs that stay and where those that move are to be set; empty where nothing moves.

    Raises:
        RedactionError: A glyph remained, or one that should stay is gone.
    """
    parents = page.parent.xref_get_key(page.xref, "StructParents")
    # With it MuPDF edits the structure tree as it goes, and leaves parts of the text in other entries.
    page.parent.xref_set_key(page.xref, "StructParents", "null")
    selection = Selection(space, choices, clip)
    _filter(page, selection)
    if parents[0] == "int":
        page.parent.xref_set_key(page.xref, "StructParents", parents[1])
    _check(page, choices)
    return selection.setting


def erase_pixels(page: pymupdf.Page, space: PageSpace, boxes: Sequence[Box], places: Iterable[Place]) -> None:
    """Blanks the pixels of a page's pictures under boxes, and what cropping the page hides of them."""
    pictures = pictures_among(places)
    touched = [box for box in boxes if any(_meet(picture, box) for picture in pictures)]
    areas = [space.user(box) for box in touched]
    sheet = (-OVERHANG, -OVERHANG, space.width + OVERHANG, space.height + OVERHANG)
    if _is_cropped(page) and any(_sticks_out(picture, sheet) for picture in pictures):
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


def _filter(page: pymupdf.Page, selection: Selection) -> None:
    options = mupdf.PdfFilterOptions()
    # What is not said here is whatever stood in memory: with ``no_update`` the page stays as it was.
    options.no_update = 0
    options.newlines = 0
    options.recurse = 0
    options.instance_forms = 1  # a form drawn on several pages is redacted on this one only
    options.ascii = 1
    factory = Factory(selection)
    options.add_factory(factory.internal())
    loaded = mupdf.pdf_page_from_fz_page(page.this)
    mupdf.pdf_filter_page_contents(loaded.doc(), loaded, options)


def _check(page: pymupdf.Page, choices: Choices) -> None:
    """Reads the page again: nothing may be left in a box, and nothing else may be gone or elsewhere."""
    read = glyphs_of(page)
    after = [glyph for glyph, blank in zip(read.items, read.blank, strict=True) if not blank]
    left = choices.in_boxes(read)
    spared = {(glyph.text, *_cell(glyph)) for glyph in choices.spared}
    if any((glyph.text, *_cell(glyph)) not in spared for glyph in left if not glyph.blank):
        raise RedactionError("redaction-incomplete", page=page.number + 1)
    stayed = [glyph for glyph in choices.stayed() if not glyph.blank]
    if not (_is_same(stayed, after) or _is_same_in_any_order(stayed, after)):
        raise RedactionError("redaction-too-much", page=page.number + 1)


def _is_same(stayed: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
    """Whether the same glyphs stand in the same order within ``SHIFT`` of where they were."""
    if [glyph.text for glyph in stayed] != [glyph.text for glyph in after]:
        return False
    before, now = (
        np.fromiter(chain.from_iterable(glyph.origin for glyph in glyphs), float)
        for glyphs in (stayed, after)
    )
    return not stayed or bool(np.abs(before - now).max() <= SHIFT)


def _is_same_in_any_order(stayed: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
    """Whether the same glyphs are there, each to within about ``SHIFT`` of where it was."""
    if Counter(glyph.text for glyph in after) != Counter(glyph.text for glyph in stayed):
        return False
    found = {(glyph.text, *_cell(glyph)) for glyph in after}
    missed = [glyph for glyph in stayed if (glyph.text, *_cell(glyph)) not in found]
    return all(
        any((glyph.text, column + across, row + down) in found for across, down in AROUND)
        for glyph in missed
        for column, row in (_cell(glyph),)
    )


def _cell(glyph: Glyph) -> tuple[int, int]:
    return round(glyph.origin[0] / SHIFT), round(glyph.origin[1] / SHIFT)


def _meet(picture: Rectangle, box: Box) -> bool:
    return not outside(picture, (box.x0, box.y0, box.x1, box.y1))


def _is_cropped(page: pymupdf.Page) -> bool:
    """Whether the page shows less than its sheet; pictures that run off the sheet itself are left alone."""
    sheet, shown = page.mediabox, page.cropbox
    return bool(shown.width < sheet.width - OVERHANG or shown.height < sheet.height - OVERHANG)


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
