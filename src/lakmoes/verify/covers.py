"""What a mark looks like, and what is left beneath it.

In: a page opened with pypdfium2, its marks, where labels are printed. Out: the numbers of the marks that
are not black, and of those beneath whose black boxes a picture or a drawing is left. To look beneath, the
black boxes and their labels are made invisible in memory and the page is rendered again: where all was
removed there is even paper, shading, or lines that run on to both sides.

Letters are looked for as text (``matching``); here they show as well, but for those of neighbouring lines.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.verify.bands import Bands
from lakmoes.verify.sheet import (
    Frame,
    Grey,
    Mask,
    Picture,
    Rectangle,
    contains,
    objects_on,
    overlap,
    picture_of,
)

DPI = 100
BLACK, WHITE = 80, 200
"""Grey values, of 255, up to which a box is black and from which a label is white."""
DIFFERENT = 40
"""Grey values further apart than this are told apart."""
STEP, RUN = 20, 12
"""Difference in grey between two pixels of one run at most, and pixels of a long run at least."""
AROUND = 12.0
"""Points around a box that was drawn by hand within which a rule that runs into it goes on."""
SHORT_RUN = 8
"""Pixels of a rule between two others, in a box that was drawn by hand over several."""
SPECKS = 6
"""Pixels where rules cross or end."""
EDGE = 0.75
"""Points at the edge of a box that are not looked at: half-filled pixels."""
LABEL_EDGE = 1.5
"""Points around the ink of a label that may be grey."""
CORE = 0.25
"""Share of a line's height, above and below, that letters of other lines may reach into."""
COVERING = 0.5
"""Share of a mark that a black shape covers at least to be one of its boxes."""
OVERHANG = 3.0
"""Points that what belongs to a mark may stick out of it."""
UPRIGHT = 0.01
"""Units by which the ends of an upright line may differ."""
MOVE = pdfium.FPDF_SEGMENT_MOVETO


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """One box of a mark.

    Attributes:
        number: The mark's number, from 1.
        box: Where it is.
        vertical: Whether its letters stand one below the other.
        text: Whether it lies over text, of which it may leave out what only other lines can reach into.
        drawn: Whether a person drew it: letters that it cuts through may stay.
        crossed: Whether a large letter of a watermark runs through it, which may stay.
    """

    number: int
    box: Rectangle
    vertical: bool = False
    text: bool = True
    drawn: bool = False
    crossed: bool = False

    @property
    def core(self) -> Rectangle:
        """The part of the box that must be black, and empty beneath."""
        x0, y0, x1, y1 = self.box
        if self.drawn or not self.text:
            return self.box
        if self.vertical:
            return x0 + CORE * (x1 - x0), y0, x1 - CORE * (x1 - x0), y1
        return x0, y0 + CORE * (y1 - y0), x1, y1 - CORE * (y1 - y0)


@dataclass(frozen=True, slots=True)
class Look:
    """Numbers of the marks that are not black, and of those that something is left under."""

    not_black: frozenset[int]
    not_empty: frozenset[int]


def look_at(
    page: pypdfium2.PdfPage,
    frame: Frame,
    picture: Picture,
    covers: Sequence[Cover],
    labels: Sequence[Rectangle],
) -> Look:
    """How the boxes on a page look; ``labels`` is the ink of what is printed on them."""
    if not covers:
        return Look(frozenset(), frozenset())
    printed = Bands((label, label) for label in labels)
    pale = {cover.number for cover in covers if not is_black(picture, cover.core, printed.over(cover.core))}
    lifted = Lifted(page, frame, [cover.box for cover in covers])
    filled = {cover.number for cover in covers if any(lifted.holds_picture(cover.box))}
    for with_text in (True, False):
        looked_at = [cover for cover in covers if (cover.drawn or cover.crossed) != with_text]
        beneath = lifted.picture(with_text) if looked_at else picture
        filled |= {cover.number for cover in looked_at if not _is_even_under(beneath, cover)}
    return Look(frozenset(pale), frozenset(filled))


def is_black(picture: Picture, box: Rectangle, labels: Sequence[Rectangle]) -> bool:
    """Whether all pixels in the box are black but for the ink of the labels in it."""
    pixels = picture.part(box, EDGE)
    pale = pixels > BLACK
    if not pale.any():
        return True
    left, top = box[0] + EDGE, box[1] + EDGE
    for x0, y0, x1, y1 in labels:
        columns = slice(*_pixels(x0 - LABEL_EDGE - left, x1 + LABEL_EDGE - left, picture.scale))
        rows = slice(*_pixels(y0 - LABEL_EDGE - top, y1 + LABEL_EDGE - top, picture.scale))
        pale[rows, columns] = False
    return not pale.any() and bool((pixels <= BLACK).any())


def overlong(
    picture: Picture, before: Picture, covers: Sequence[Cover], ink: Sequence[Rectangle] = ()
) -> frozenset[int]:
    """Numbers of the marks that are painted longer than planned, over paper that was not black.

    ``ink`` is that of the letters on the page: one that moved up to a box may be as black as a box.
    """
    boxes = [*(cover.box for cover in covers), *ink]
    found = set()
    for cover in covers:
        for end in _ends(cover):
            longer = _is_dark(picture, end) and not _is_dark(before, end)
            if longer and not any(overlap(end, box) for box in boxes):
                found.add(cover.number)
    return frozenset(found)


def _ends(cover: Cover) -> Iterator[Rectangle]:
    """Strips just beyond both ends of a box, along the line."""
    x0, y0, x1, y1 = cover.core
    near, far = OVERHANG / 2, OVERHANG
    if cover.vertical:
        yield from ((x0, y0 - far, x1, y0 - near), (x0, y1 + near, x1, y1 + far))
    else:
        yield from ((x0 - far, y0, x0 - near, y1), (x1 + near, y0, x1 + far, y1))


def _is_dark(picture: Picture, box: Rectangle) -> bool:
    pixels = picture.part(box)
    return bool(pixels.size) and bool((pixels <= BLACK).all())


def _is_even_under(beneath: Picture, cover: Cover) -> bool:
    """Whether nothing is left under a box; rules may run into one that was drawn by hand, and end there."""
    if not cover.drawn or is_even(beneath.part(cover.core, EDGE)):
        return is_even(beneath.part(cover.core, EDGE))
    x0, y0, x1, y1 = cover.core
    left, top = max(x0 - AROUND, 0.0), max(y0 - AROUND, 0.0)
    uneven = _uneven(beneath.part((left, top, x1 + AROUND, y1 + AROUND)), SHORT_RUN)
    columns = slice(*_pixels(x0 + EDGE - left, x1 - EDGE - left, beneath.scale))
    rows = slice(*_pixels(y0 + EDGE - top, y1 - EDGE - top, beneath.scale))
    return int(np.count_nonzero(uneven[rows, columns])) <= SPECKS


def is_even(pixels: Grey) -> bool:
    """Whether pixels lie in straight runs of equals: paper, shading, rules; no letter and no curve."""
    if pixels.size and int(pixels.max()) - int(pixels.min()) <= STEP:
        return True
    return int(np.count_nonzero(_uneven(pixels, RUN))) <= SPECKS


def _uneven(pixels: Grey, run: int) -> Mask:
    """Which pixels lie in no straight run of as many equals."""
    return np.asarray(~(in_run(pixels, run) | in_run(pixels.T, run).T))


def in_run(pixels: Grey, run: int = RUN) -> Mask:
    """Which pixels lie in a horizontal run of equals that is long, as long as the row, or runs on outside."""
    width = pixels.shape[1]
    steps = np.abs(np.diff(pixels.astype(np.int16), axis=1)) > STEP
    edge = np.ones((len(pixels), 1), dtype=bool)
    starts = np.concatenate((edge, steps), axis=1)
    numbers = np.cumsum(starts) - 1
    lengths = np.bincount(numbers)[numbers].reshape(pixels.shape)
    long = lengths >= min(run, width)
    if width >= 2 * run:
        outer = np.zeros(pixels.shape, dtype=bool)
        outer[:, [0, -1]] = True
        long |= np.isin(numbers, numbers[outer.ravel()]).reshape(pixels.shape)
    return np.asarray(long)


class Lifted:
    """A page of which the black boxes over marks, and the labels on them, are made invisible."""

    def __init__(self, page: pypdfium2.PdfPage, frame: Frame, boxes: Sequence[Rectangle]) -> None:
        self._page = page
        self._frame = frame
        self._texts: list[Any] = []
        self._pictures: list[tuple[Rectangle, Any]] = []
        places = Bands((box, box) for box in boxes)
        for kind, item, bounds in objects_on(page, frame):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._texts.append(item)
            near = places.over(bounds)
            if not near:
                continue
            inside = [box for box in near if contains(_grown(box, OVERHANG), bounds)]
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                lifted = bool(inside) and fill_of(item) >= WHITE
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                lifted = bool(inside)
                self._pictures += [(bounds, item)] if lifted else []
            else:
                covers = kind == pdfium.FPDF_PAGEOBJ_PATH and any(_covers(bounds, box) for box in near)
                lifted = covers and fill_of(item) <= BLACK and is_filled_rectangle(item)
            if lifted:
                pdfium.FPDFPageObj_SetIsActive(item, False)

    def picture(self, with_text: bool) -> Picture:
        """What is left to see."""
        if not with_text:
            for item in self._texts:
                pdfium.FPDFPageObj_SetIsActive(item, False)
        return picture_of(self._page, self._frame, DPI)

    def holds_picture(self, box: Rectangle) -> Iterator[bool]:
        """For each picture that lies in the box whether it still shows something."""
        for bounds, item in self._pictures:
            if contains(_grown(box, OVERHANG), bounds):
                bitmap = pypdfium2.PdfBitmap.from_raw(pdfium.FPDFImageObj_GetBitmap(item))
                yield int(np.ptp(bitmap.to_numpy())) > DIFFERENT


def fill_of(item: Any) -> int:
    """The grey value that an object is filled with; middle grey where it is not opaque."""
    colour = tuple(ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, *colour):
        return (BLACK + WHITE) // 2
    red, green, blue, opacity = (part.value for part in colour)
    return (red + green + blue) // 3 if opacity == 255 else (BLACK + WHITE) // 2


def is_filled_rectangle(path: Any) -> bool:
    """Whether a path is filled and made of upright lines only: one rectangle or several."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroked) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return False
    segments = [
        pdfium.FPDFPath_GetPathSegment(path, index) for index in range(pdfium.FPDFPath_CountSegments(path))
    ]
    ends = [_end_of(segment) for segment in segments]
    kinds = [pdfium.FPDFPathSegment_GetType(segment) for segment in segments]
    steps = zip(kinds[1:], ends, ends[1:], strict=False)
    slanted = (
        min(abs(x1 - x0), abs(y1 - y0)) > UPRIGHT for kind, (x0, y0), (x1, y1) in steps if kind != MOVE
    )
    return pdfium.FPDF_SEGMENT_BEZIERTO not in kinds and not any(slanted)


def _end_of(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _covers(bounds: Rectangle, box: Rectangle) -> bool:
    width = min(bounds[2], box[2]) - max(bounds[0], box[0])
    height = min(bounds[3], box[3]) - max(bounds[1], box[1])
    return min(width, height) > 0 and width * height >= COVERING * (box[2] - box[0]) * (box[3] - box[1])


def _grown(box: Rectangle, by: float) -> Rectangle:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _pixels(start: float, end: float, scale: float) -> tuple[int, int]:
    return max(int(start * scale) - 1, 0), max(int(end * scale) + 1, 0)
