"""Where a page is still empty.

In: a page after its redaction, and rectangles that are in use: text, and what will be painted. Out: whether
a rectangle in displayed space is free, and whether its background is dark. The page is looked at as a picture
of one pixel a point, so that drawings, scans and letterheads count alike.
"""

from collections.abc import Iterable

import pymupdf

from lakmoes.pdf.space import Rectangle

PLAIN = 24
"""Largest difference in grey, of 255, within an area that counts as empty."""
LONGEST = 4000
"""Pixels along the longer side at most; posters are looked at from further off."""
DARK = 110
"""Grey below which white text reads better than black."""


class Paper:
    """The picture of a page, and what has been put on it since.

    Attributes:
        columns: The left and right edge of the page's text.
    """

    def __init__(
        self, page: pymupdf.Page, columns: tuple[float, float], used: Iterable[Rectangle] = ()
    ) -> None:
        self._page = page
        self.columns = columns
        self._picture: pymupdf.Pixmap | None = None
        self._scale = min(1.0, LONGEST / max(self.width, self.height))
        self._taken = list(used)

    @property
    def width(self) -> float:
        """Width of the page as displayed, in points."""
        return float(self._page.rect.width)

    @property
    def height(self) -> float:
        """Height of the page as displayed, in points."""
        return float(self._page.rect.height)

    def take(self, area: Rectangle) -> None:
        """Keeps an area from being given out again."""
        self._taken.append(area)

    def is_free(self, area: Rectangle) -> bool:
        """Whether nothing stands there: no ink, no painted box, no earlier label; and it is on the page."""
        x0, y0, x1, y1 = area
        if x0 < 0 or y0 < 0 or x1 > self.width or y1 > self.height:
            return False
        if any(x0 < t[2] and t[0] < x1 and y0 < t[3] and t[1] < y1 for t in self._taken):
            return False
        darkest, lightest = self._greys(area)
        return lightest - darkest <= PLAIN

    def is_dark(self, area: Rectangle) -> bool:
        """Whether black text would be hard to read there."""
        return self._greys(area)[0] < DARK

    def _greys(self, area: Rectangle) -> tuple[int, int]:
        """The darkest and the lightest grey of an area."""
        picture = self._drawn()
        x0, y0, x1, y1 = (edge * self._scale for edge in area)
        left, top = max(int(x0), 0), max(int(y0), 0)
        right, bottom = min(int(x1) + 1, picture.width), min(int(y1) + 1, picture.height)
        samples, stride = picture.samples_mv, picture.stride
        rows = [bytes(samples[row * stride + left : row * stride + right]) for row in range(top, bottom)]
        greys = b"".join(rows) or b"\xff"
        return min(greys), max(greys)

    def _drawn(self) -> pymupdf.Pixmap:
        if self._picture is None:
            zoom = pymupdf.Matrix(self._scale, self._scale)
            self._picture = self._page.get_pixmap(matrix=zoom, colorspace=pymupdf.csGRAY, annots=False)
        return self._picture
