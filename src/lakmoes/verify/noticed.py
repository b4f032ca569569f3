"""The check of a page that stands in the place of pages that are refused whole.

In: the written page as a sheet, whose page and marks are those of the first page that went, and what may be
printed. Out: troubles. Nothing but the notice may be on it, in its text and in its picture.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lakmoes.verify.page_checks import Recognise, Sheet, troubles_on
from lakmoes.verify.places import Trouble, at_spot, on_page
from lakmoes.verify.sheet import Rectangle

INK = 128
"""Grey below which a pixel is ink."""
AROUND = 1.5
"""Points that a letter may reach beyond what is told of its ink."""


def troubles_on_notice(
    sheet: Sheet, labels: frozenset[str], recognise: Recognise | None = None
) -> Iterator[Trouble]:
    """What is wrong with the page of a notice; ``labels`` may be printed on it."""
    index = sheet.page.index
    empty = replace(sheet.page, text="", words=(), barriers=())
    bare = replace(sheet, page=empty, marks=(), shifts=(), original=None, redrawn=())
    yield from troubles_on(bare, labels, recognise)
    if not any(glyph.text.isalnum() for glyph in sheet.glyphs):
        yield on_page("text-lost", index)
    for box in _stray_ink(bare):
        yield at_spot("pixels", index, sheet.frame, box)


def _stray_ink(sheet: Sheet) -> Iterator[Rectangle]:
    """Where something else than letters is drawn: the rectangle around all of it, if any."""
    picture = sheet.picture
    inked = picture.pixels < INK
    for glyph in (*sheet.glyphs, *(glyph for run in sheet.second for glyph in run)):
        left, top = (max(int((edge - AROUND) * picture.scale), 0) for edge in glyph.ink[:2])
        right, bottom = (int((edge + AROUND) * picture.scale) + 1 for edge in glyph.ink[2:])
        inked[top:bottom, left:right] = False
    rows, columns = np.nonzero(inked)
    if len(rows):
        edges = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        x0, y0, x1, y1 = (float(edge) / picture.scale for edge in edges)
        yield x0, y0, x1, y1
