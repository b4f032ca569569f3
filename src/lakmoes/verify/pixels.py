"""Pixels of a written page beside those of the page as it was: outside the marks nothing may have changed.

In: both pages opened with pypdfium2, and the areas in which a change is meant. Out: places where they
differ. The page is compared as it looks, and each picture on it in its own pixels.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.verify.sheet import Frame, Grey, Mask, Picture, Rectangle, objects_on

Places = npt.NDArray[np.intp]

DIFFERENT = 64
"""Difference in grey, of 255, from which a pixel is another one: above what rounding of places does to
edges."""
FEWEST = 12
"""Different pixels in one field of the page from which it is another picture."""
FAINT, MOST = 16, 160
"""Difference in grey of pixels that are another shade, where so many of a field are."""
FIELD = 16
"""Pixels a side of such a field."""
AROUND = 3.0
"""Points around an area of change in which the edges of what is redrawn may differ."""
SAME_PLACE = 0.5
"""Points that a picture may stand beside where it stood."""
SAME_SHADE = 8
"""Difference in a pixel of a picture, of 255, up to which it is the same."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page: its bounds and its object."""

    bounds: Rectangle
    item: Any


def changed_spots(before: Picture, after: Picture, areas: Sequence[Rectangle]) -> Iterator[Rectangle]:
    """Fields in which two pictures of a page differ outside the areas, in points."""
    if before.pixels.shape != after.pixels.shape:
        height, width = after.pixels.shape
        yield 0.0, 0.0, width / after.scale, height / after.scale
        return
    change = np.maximum(before.pixels, after.pixels) - np.minimum(before.pixels, after.pixels)
    differs = change > FAINT
    _blank(differs, areas, after.scale)
    rows, columns = np.divmod(np.flatnonzero(differs), differs.shape[1])
    faint = _fields(rows, columns, MOST)
    strong = change[rows, columns] > DIFFERENT
    rows, columns = rows[strong], columns[strong]
    beside = _beside(before.pixels, after.pixels, rows, columns)
    beside |= _beside(after.pixels, before.pixels, rows, columns)
    for row, column in sorted({*faint, *_fields(rows[beside], columns[beside], FEWEST)}):
        x, y = column * FIELD / after.scale, row * FIELD / after.scale
        yield x, y, x + FIELD / after.scale, y + FIELD / after.scale


def _beside(pixels: Grey, other: Grey, rows: Places, columns: Places) -> Mask:
    """Which pixels are like none of those around their place in the other picture.

    PDFium puts letters on whole pixels: one that is drawn by itself may stand a pixel beside.
    """
    height, width = other.shape
    around = np.stack(
        [
            other[np.clip(rows + down, 0, height - 1), np.clip(columns + right, 0, width - 1)]
            for down in (-1, 0, 1)
            for right in (-1, 0, 1)
        ]
    ).astype(np.int16)
    own = pixels[rows, columns].astype(np.int16)
    low, high = around.min(axis=0), around.max(axis=0)
    return np.asarray((own < low - DIFFERENT) | (own > high + DIFFERENT))


def _fields(rows: Places, columns: Places, fewest: int) -> list[tuple[int, int]]:
    """Rows and columns of the fields with so many different pixels."""
    if len(rows) < fewest:
        return []
    across = int(columns.max()) // FIELD + 1
    counts = np.bincount(rows // FIELD * across + columns // FIELD)
    return [(int(place) // across, int(place) % across) for place in np.flatnonzero(counts >= fewest)]


def _blank(mask: Mask, areas: Sequence[Rectangle], scale: float) -> None:
    height, width = mask.shape
    for x0, y0, x1, y1 in areas:
        columns = slice(max(int((x0 - AROUND) * scale), 0), min(int((x1 + AROUND) * scale) + 2, width))
        rows = slice(max(int((y0 - AROUND) * scale), 0), min(int((y1 + AROUND) * scale) + 2, height))
        mask[rows, columns] = False


def pictures_on(page: pypdfium2.PdfPage, frame: Frame) -> list[Placed]:
    """The pictures that a page's own content paints, in order."""
    found = objects_on(page, frame, pdfium.FPDF_PAGEOBJ_IMAGE)
    return [Placed(bounds, item) for _, item, bounds in found]


def changed_pictures(
    before: Sequence[Placed], after: Sequence[Placed], areas: Sequence[Rectangle]
) -> Iterator[Rectangle]:
    """Where pictures are gone, or have other pixels outside the areas than they had."""
    waiting = list(after)
    for picture in before:
        same = next((other for other in waiting if _same_place(picture.bounds, other.bounds)), None)
        if same is None:
            if not any(_within(picture.bounds, area) for area in areas):
                yield picture.bounds
            continue
        waiting.remove(same)
        if _raw(picture.item) != _raw(same.item) and not _same_pixels(picture, same, areas):
            yield picture.bounds


def uneven_pictures(placed: Sequence[Placed], areas: Sequence[tuple[int, Rectangle]]) -> Iterator[int]:
    """Numbers of the areas within which a picture shows more than one shade in its own pixels."""
    for picture in placed:
        near = [(number, area) for number, area in areas if _meet(picture.bounds, area)]
        pixels = _pixels(picture.item) if near else None
        if pixels is None:
            continue
        for number, area in near:
            part = pixels[_window(pixels, picture.bounds, area, 1)]
            if part.size and int(np.ptp(part.reshape(-1, part.shape[-1]), axis=0).max()) > DIFFERENT:
                yield number


def _same_pixels(picture: Placed, other: Placed, areas: Sequence[Rectangle]) -> bool:
    before, after = _pixels(picture.item), _pixels(other.item)
    if before is None or after is None:
        return before is after
    if before.shape[:2] != after.shape[:2]:
        return False
    shade = np.abs(_grey(before) - _grey(after)) > SAME_SHADE
    if not shade.any():
        return True
    for area in areas:
        if _meet(picture.bounds, area):
            shade[_window(before, picture.bounds, area, -2)] = False
    return not shade.any()


def _window(pixels: Grey, bounds: Rectangle, area: Rectangle, inset: int) -> tuple[slice, slice]:
    """The pixels of an upright picture that lie in an area, without ``inset`` pixels at its edges."""
    height, width = pixels.shape[:2]
    across = width / max(bounds[2] - bounds[0], 1e-6)
    down = height / max(bounds[3] - bounds[1], 1e-6)
    columns = _clipped((area[0] - bounds[0]) * across, (area[2] - bounds[0]) * across, inset, width)
    rows = _clipped((area[1] - bounds[1]) * down, (area[3] - bounds[1]) * down, inset, height)
    return rows, columns


def _clipped(start: float, end: float, inset: int, size: int) -> slice:
    first, last = int(np.floor(start)) + inset, int(np.ceil(end)) - inset
    return slice(min(max(first, 0), size), min(max(last, first, 0), size))


def _grey(pixels: Grey) -> Any:
    return pixels.reshape(*pixels.shape[:2], -1)[..., :3].astype(np.int16).mean(axis=2)


def _pixels(item: Any) -> Grey | None:
    """The pixels of a picture, rows from the top; ``None`` where the library cannot decode it."""
    raw = pdfium.FPDFImageObj_GetBitmap(item)
    if not raw:
        return None
    try:
        pixels = np.array(pypdfium2.PdfBitmap.from_raw(raw).to_numpy(), dtype=np.uint8)
    finally:
        pdfium.FPDFBitmap_Destroy(raw)
    return pixels.reshape(*pixels.shape[:2], -1)


def _raw(item: Any) -> bytes:
    """The bytes of a picture as they stand in the file."""
    size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, size)
    return buffer.raw


def _same_place(box: Rectangle, other: Rectangle) -> bool:
    return all(abs(one - two) <= SAME_PLACE for one, two in zip(box, other, strict=True))


def _within(box: Rectangle, area: Rectangle) -> bool:
    return area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3]


def _meet(box: Rectangle, area: Rectangle) -> bool:
    return box[0] < area[2] and area[0] < box[2] and box[1] < area[3] and area[1] < box[3]
