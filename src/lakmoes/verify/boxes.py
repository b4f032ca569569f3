"""Black boxes in the file of anyone: a picture left under them, and widths that follow the text.

In: pages opened with pypdfium2. Out: boxes under which a picture still shows something once they are lifted,
and pages with boxes in lines of text that are each exactly as wide as what stood there: that alone can give
a name away (Bland, Iyer, Levchenko, Story Beyond the Eye, PETS 2023).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.verify.covers import BLACK, DIFFERENT, EDGE, fill_of, is_filled_rectangle
from lakmoes.verify.sheet import Frame, Glyph, Rectangle, objects_on, overlap, picture_of

LEAST, MOST = 5.0, 60.0
"""Points of height between which a box can be a redaction of one line or a few."""
WIDEST_GAP = 1.0
"""Heights of a box up to the letter beside it on its line."""
FEWEST = 4
"""Boxes from which their widths can be told to follow the text or not."""
STEPS = np.arange(8.0, 80.0, 0.25)
"""Steps, in points, that the widths of boxes may be multiples of."""
SAME = 0.3
"""Points that a width may differ from a multiple."""
DPI = 100


@dataclass(slots=True)
class Bars:
    """The black boxes of a document."""

    _widths: list[float] = field(default_factory=list)
    _pages: set[int] = field(default_factory=set)

    def look(
        self, index: int, page: pypdfium2.PdfPage, frame: Frame, glyphs: Sequence[Glyph]
    ) -> Iterator[Rectangle]:
        """The boxes on a page with a picture beneath; remembers how wide those in lines of text are."""
        pictures: list[Rectangle] = []
        over: list[tuple[Rectangle, object]] = []
        for kind, item, bounds in objects_on(page, frame):
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                pictures.append(bounds)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_bar(item, bounds):
                if _is_in_line(bounds, glyphs):
                    self._widths.append(bounds[2] - bounds[0])
                    self._pages.add(index)
                if any(overlap(bounds, picture) for picture in pictures):
                    over.append((bounds, item))
        if over:
            yield from _with_something_beneath(page, frame, over)

    def telling_pages(self) -> list[int]:
        """Indexes of the pages with boxes in lines, where all boxes of the document follow the text."""
        if len(self._widths) < FEWEST:
            return []
        widths = np.array(self._widths)[:, np.newaxis]
        beside = np.abs(widths - STEPS * np.round(widths / STEPS))
        return [] if bool((beside <= SAME).all(axis=0).any()) else sorted(self._pages)


def _is_bar(item: object, bounds: Rectangle) -> bool:
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    return LEAST <= height <= MOST and width >= LEAST and fill_of(item) <= BLACK and is_filled_rectangle(item)


def _is_in_line(box: Rectangle, glyphs: Sequence[Glyph]) -> bool:
    """Whether a letter stands beside the box, on its line."""
    reach = WIDEST_GAP * (box[3] - box[1])
    return any(
        glyph.text.isalnum()
        and box[1] <= glyph.middle[1] <= box[3]
        and (0 <= box[0] - glyph.cell[2] <= reach or 0 <= glyph.cell[0] - box[2] <= reach)
        for glyph in glyphs
    )


def _with_something_beneath(
    page: pypdfium2.PdfPage, frame: Frame, bars: Sequence[tuple[Rectangle, object]]
) -> Iterator[Rectangle]:
    for _, item in bars:
        pdfium.FPDFPageObj_SetIsActive(item, False)
    picture = picture_of(page, frame, DPI)
    for bounds, _ in bars:
        pixels = picture.part(bounds, EDGE)
        if pixels.size and int(np.ptp(pixels)) > DIFFERENT:
            yield bounds
