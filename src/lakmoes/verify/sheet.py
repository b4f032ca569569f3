"""The pages of a written file: where each is in its space, its characters and its picture.

In: a PDF opened with pypdfium2 and pikepdf. Out: characters and pixels in the coordinates of ``model``
(points, origin top left of the CropBox, before rotation). Judges nothing.
"""

import ctypes
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes.model import Box

Grey: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]
Rectangle = tuple[float, float, float, float]

US_LETTER = (0.0, 0.0, 612.0, 792.0)
MOST_PIXELS = 20_000_000
DEEPEST = 64
"""Levels of the page tree that are looked at for what a page inherits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a page lies in its user space: top left corner, points per unit, size in points, quarter turns."""

    left: float
    top: float
    unit: float
    width: float
    height: float
    rotation: int

    def box(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """A rectangle of user space (y upwards) in the page's points (y downwards)."""
        return (
            (left - self.left) * self.unit,
            (self.top - top) * self.unit,
            (right - self.left) * self.unit,
            (self.top - bottom) * self.unit,
        )

    def displayed(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is when the page is shown, from the top left."""
        return {
            90: (self.height - y, x),
            180: (self.width - x, self.height - y),
            270: (y, self.width - x),
        }.get(self.rotation, (x, y))


class Glyph(NamedTuple):
    """One character: its text, the cell that its font gives it and the box of its ink."""

    text: str
    cell: Rectangle
    ink: Rectangle

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its cell."""
        return middle_of(self.cell)


@dataclass(frozen=True, slots=True)
class Opened:
    """One file in both libraries, with the frames of its pages."""

    rendering: pypdfium2.PdfDocument
    objects: pikepdf.Pdf
    frames: tuple[Frame, ...]


UNREADABLE = (pikepdf.PdfError, pikepdf.PasswordError, pypdfium2.PdfiumError, OSError, ValueError)
"""What both libraries raise on a file that they cannot read."""


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The file, open in both libraries until the end of the block."""
    with ExitStack() as stack:
        objects = stack.enter_context(pikepdf.open(path))
        rendering = pypdfium2.PdfDocument(path)
        stack.callback(rendering.close)
        if len(rendering) != len(objects.pages):
            raise ValueError("two libraries count different numbers of pages")
        yield Opened(rendering, objects, tuple(frame_of(page) for page in objects.pages))


def frame_of(page: pikepdf.Page) -> Frame:
    """The frame of a page: CropBox inside MediaBox, UserUnit and rotation (ISO 32000-2, 7.7.3)."""
    media = rectangle_of(inherited(page.obj, "/MediaBox")) or US_LETTER
    crop = rectangle_of(inherited(page.obj, "/CropBox")) or media
    left, bottom = max(crop[0], media[0]), max(crop[1], media[1])
    right, top = min(crop[2], media[2]), min(crop[3], media[3])
    if left >= right or bottom >= top:
        left, bottom, right, top = media
    unit = float(page.obj.get("/UserUnit", 1) or 1)
    rotation = int(inherited(page.obj, "/Rotate") or 0) % 360
    return Frame(
        left=left,
        top=top,
        unit=unit,
        width=(right - left) * unit,
        height=(top - bottom) * unit,
        rotation=rotation,
    )


def inherited(node: Any, key: str) -> Any:
    """The value of a page's key, from its ancestors in the page tree where it has none itself."""
    for _ in range(DEEPEST):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            break
        node = node["/Parent"]
    return None


def rectangle_of(array: Any) -> Rectangle | None:
    """Left, bottom, right, top of a rectangle, whatever the order of its corners; ``None`` without area."""
    if array is None or len(array) != 4:
        return None
    x0, y0, x1, y1 = (float(number) for number in array)
    found = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return found if found[0] < found[2] and found[1] < found[3] else None


def other_annotations(page: pikepdf.Page, frame: Frame) -> tuple[Rectangle, ...]:
    """Where the annotations of a page stand that are no links."""
    found = []
    for item in page.obj.get("/Annots", pikepdf.Array()):
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") != "/Link":
            edges = rectangle_of(item.get("/Rect"))
            found += [frame.box(edges[0], edges[3], edges[2], edges[1])] if edges else []
    return tuple(found)


def objects_on(
    page: pypdfium2.PdfPage, frame: Frame, wanted: int | None = None
) -> Iterator[tuple[int, Any, Rectangle]]:
    """Kind, handle and bounds of all that the page's own content paints, or of one kind."""
    # The bare handle: asking its wrapper for it each time takes longer than the calls.
    handle = page.raw
    edges = tuple(ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(handle)):
        item = pdfium.FPDFPage_GetObject(handle, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if wanted in (None, kind) and pdfium.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield kind, item, frame.box(left, top, right, bottom)


def glyphs_of(page: pypdfium2.PdfPage, frame: Frame) -> tuple[Glyph, ...]:
    """All characters on a page in the order of its content, white space included."""
    textpage = page.get_textpage()
    try:
        return tuple(_glyphs(textpage.raw, textpage.count_chars(), frame))
    finally:
        textpage.close()


def _glyphs(handle: Any, count: int, frame: Frame) -> Iterator[Glyph]:
    cell, edges = pdfium.FS_RECTF(), tuple(ctypes.c_double() for _ in range(4))
    left, right, bottom, top = edges
    corner_x, corner_y, unit = frame.left, frame.top, frame.unit
    high = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        pdfium.FPDFText_GetLooseCharBox(handle, index, cell)
        # Written out rather than called (``Frame.box``): pages have thousands of characters.
        x0, y0 = (cell.left - corner_x) * unit, (corner_y - cell.top) * unit
        x1, y1 = (cell.right - corner_x) * unit, (corner_y - cell.bottom) * unit
        text, ink = chr(code) if code else "\ufffd", (x0, y0, x0, y0)
        if not text.isspace():
            pdfium.FPDFText_GetCharBox(handle, index, *edges)
            ink = (
                (left.value - corner_x) * unit,
                (corner_y - top.value) * unit,
                (right.value - corner_x) * unit,
                (corner_y - bottom.value) * unit,
            )
        yield Glyph(text, (x0, y0, x1, y1), ink)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in shades of grey, before rotation; ``scale`` is pixels to the point."""

    pixels: Grey
    scale: float

    @property
    def paper(self) -> int:
        """The most common grey value."""
        return int(np.bincount(self.pixels.ravel(), minlength=256).argmax())

    def part(self, box: Rectangle, inset: float = 0.0) -> Grey:
        """The pixels wholly inside a box that is made smaller by ``inset`` points; at least one, if any."""
        height, width = self.pixels.shape
        columns = _within(box[0] + inset, box[2] - inset, self.scale, width)
        rows = _within(box[1] + inset, box[3] - inset, self.scale, height)
        return self.pixels[rows, columns]


def picture_of(page: pypdfium2.PdfPage, frame: Frame, dpi: int) -> Picture:
    """The page as it looks, annotations included, before rotation."""
    page.set_rotation(0)
    scale = min(dpi / 72, (MOST_PIXELS / max(frame.width * frame.height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale * frame.unit, grayscale=True)
    try:
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width)
    finally:
        bitmap.close()
    return Picture(pixels, pixels.shape[1] / frame.width)


def edges_of(box: Box) -> Rectangle:
    """The edges of a box."""
    return box.x0, box.y0, box.x1, box.y1


def middle_of(box: Rectangle) -> tuple[float, float]:
    """The middle of a rectangle."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def overlap(box: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share an area."""
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def contains(box: Rectangle, other: Rectangle) -> bool:
    """Whether a rectangle lies wholly in the first one."""
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]


def _within(start: float, end: float, scale: float, size: int) -> slice:
    """The whole pixels between two places, or the one in the middle where there is none."""
    first, last = int(np.ceil(start * scale)), int(np.floor(end * scale))
    if first >= last:
        first = int((start + end) / 2 * scale)
        last = first + 1
    return slice(min(max(first, 0), size), min(max(last, 0), size))
