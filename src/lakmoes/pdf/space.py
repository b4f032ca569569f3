"""How the three coordinate systems of a page hang together.

In: an opened page. Out: a ``PageSpace`` that carries boxes over between

* **page space**: points, origin top left of the CropBox, y downwards, before rotation (``model``);
* **displayed space**: the same page after its ``/Rotate``, as people see it;
* **user space**: the file's own, origin anywhere, y upwards, in user units (ISO 32000-2, 8.3.2.3).

The CropBox, a MediaBox whose origin is not zero, ``/Rotate`` and ``/UserUnit`` are all in the one matrix that
MuPDF applies to show a page; nothing else in Lakmoes reads these keys.
"""

from dataclasses import dataclass

import pymupdf
from pymupdf import mupdf

from lakmoes.model import Box

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
"""The six numbers of a PDF transformation: x' = ax + cy + e, y' = bx + dy + f."""


@dataclass(frozen=True, slots=True)
class PageSpace:
    """The measures of one page.

    Attributes:
        width: In points, before rotation.
        height: In points, before rotation.
        rotation: 0, 90, 180 or 270 degrees clockwise.
        to_user: From page space to user space.
    """

    width: float
    height: float
    rotation: int
    to_user: Matrix

    @property
    def displayed_size(self) -> Point:
        """Width and height as people see the page."""
        return (self.height, self.width) if self.rotation in (90, 270) else (self.width, self.height)

    @property
    def to_displayed(self) -> Matrix:
        """From page space to displayed space."""
        turns: dict[int, Matrix] = {
            0: (1, 0, 0, 1, 0, 0),
            90: (0, 1, -1, 0, self.height, 0),
            180: (-1, 0, 0, -1, self.width, self.height),
            270: (0, -1, 1, 0, 0, self.width),
        }
        return turns[self.rotation]

    @property
    def displayed_to_user(self) -> Matrix:
        """From displayed space to user space."""
        return joined(inverted(self.to_displayed), self.to_user)

    @property
    def from_user(self) -> Matrix:
        """From user space to page space."""
        return inverted(self.to_user)

    def displayed(self, box: Box) -> Box:
        """A box of page space in displayed space."""
        return box_of(moved(rectangle_of(box), self.to_displayed))

    def user(self, box: Box) -> Rectangle:
        """A box of page space in user space."""
        return moved(rectangle_of(box), self.to_user)

    def clipped(self, box: Box) -> Box | None:
        """The part of a box that lies on the page, ``None`` where none does."""
        x0, y0 = max(box.x0, 0.0), max(box.y0, 0.0)
        x1, y1 = min(box.x1, self.width), min(box.y1, self.height)
        return Box(x0=x0, y0=y0, x1=x1, y1=y1) if x0 < x1 and y0 < y1 else None


def space_of(page: pymupdf.Page) -> PageSpace:
    """The measures of an opened page."""
    rotation = page.rotation
    width, height = page.rect.width, page.rect.height
    if rotation in (90, 270):
        width, height = height, width
    shown = mupdf.FzMatrix()
    mupdf.pdf_page_transform(mupdf.pdf_page_from_fz_page(page.this), mupdf.FzRect(), shown)
    turned = PageSpace(width, height, rotation, (1, 0, 0, 1, 0, 0))
    user_to_displayed = (shown.a, shown.b, shown.c, shown.d, shown.e, shown.f)
    return PageSpace(width, height, rotation, joined(turned.to_displayed, inverted(user_to_displayed)))


def joined(first: Matrix, second: Matrix) -> Matrix:
    """The transformation that does the first and then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverted(matrix: Matrix) -> Matrix:
    """The transformation back.

    Raises:
        ValueError: There is none, for everything falls on one line.
    """
    a, b, c, d, e, f = matrix
    determinant = a * d - b * c
    if not determinant:
        raise ValueError("a flat transformation has no way back")
    return (
        d / determinant,
        -b / determinant,
        -c / determinant,
        a / determinant,
        (c * f - d * e) / determinant,
        (b * e - a * f) / determinant,
    )


def carried(point: Point, matrix: Matrix) -> Point:
    """The point after the transformation."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(rectangle: Rectangle, matrix: Matrix) -> Rectangle:
    """The upright rectangle around the rectangle after the transformation."""
    x0, y0, x1, y1 = rectangle
    corners = [carried(corner, matrix) for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def rectangle_of(box: Box) -> Rectangle:
    """The four edges of a box."""
    return box.x0, box.y0, box.x1, box.y1


def box_of(rectangle: Rectangle) -> Box:
    """The box with these four edges."""
    x0, y0, x1, y1 = rectangle
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)
