"""Strings that content streams show, and where each of their characters lies.

In: what the reader of content streams (``content``) keeps of each instruction that shows text. Out:
characters on the page, the rectangle of all, and texts in the order of the content.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lakmoes.verify.sheet import Frame, Glyph, Rectangle

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
ADJOINING = 0.2
"""Font sizes between two strings of one word at most."""


class Run(NamedTuple):
    """What one instruction shows.

    Attributes:
        text: What each of its characters says.
        starts: Where each begins along the line, in text space.
        ends: Where each ends.
        matrix: How text space lies on the page.
        size: Size of the font.
        middle: Height of the middle of its letters above the baseline.
        is_vertical: Whether it runs down the page.
    """

    text: tuple[str, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    matrix: Matrix
    size: float
    middle: float
    is_vertical: bool

    @property
    def said(self) -> str:
        """What its characters say, with a space where two of them do not adjoin."""
        if self.starts[1:] == self.ends[:-1]:
            return "".join(self.text)
        reach = adjoining(self.matrix, self.size)
        unit = max(map(abs, self.matrix[2:4] if self.is_vertical else self.matrix[:2]))
        gaps = zip(self.text[1:], self.starts[1:], self.ends, strict=False)
        apart = (f" {text}" if abs(start - end) * unit > reach else text for text, start, end in gaps)
        return "".join((self.text[0], *apart))

    def glyphs(self, frame: Frame) -> Iterator[Glyph]:
        """Its characters on the page."""
        for text, start, end in zip(self.text, self.starts, self.ends, strict=True):
            box = self._box(start, end, frame)
            yield Glyph(text, box, box)

    def box(self, frame: Frame) -> Rectangle:
        """The rectangle of all its characters on the page."""
        edges = self.starts + self.ends
        return self._box(min(edges), max(edges), frame)

    def _box(self, start: float, end: float, frame: Frame) -> Rectangle:
        low, high = self.middle - self.size / 2, self.middle + self.size / 2
        a, b, c, d, e, f = self.matrix
        if not (b or c or self.is_vertical):
            x0, y0, x1, y1 = a * start + e, d * low + f, a * end + e, d * high + f
            return frame.box(min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1))
        x0, y0 = self.corner(start, low)
        x1, y1 = self.corner(end, high)
        (x2, y2), (x3, y3) = self.corner(start, high), self.corner(end, low)
        return frame.box(min(x0, x1, x2, x3), max(y0, y1, y2, y3), max(x0, x1, x2, x3), min(y0, y1, y2, y3))

    def corner(self, along: float, across: float) -> tuple[float, float]:
        """A place of text space, along the line and above it, in user space."""
        a, b, c, d, e, f = self.matrix
        x, y = (across - self.middle, along) if self.is_vertical else (along, across)
        return a * x + c * y + e, b * x + d * y + f


def joined(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved_on(x: float, y: float, matrix: Matrix) -> Matrix:
    """The matrix that goes to a place first."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f


def text_of(runs: Sequence[Run]) -> str:
    """The text of runs in their order, with a space where two do not adjoin."""
    pieces: list[str] = []
    previous: Run | None = None
    for run in runs:
        if previous is not None and not _adjoin(previous, run):
            pieces.append(" ")
        pieces.append(run.said)
        previous = run
    return "".join(pieces)


def _adjoin(previous: Run, run: Run) -> bool:
    """Whether a string goes on where another ended."""
    end = previous.corner(previous.ends[-1], 0.0)
    start = run.corner(run.starts[0], 0.0)
    reach = adjoining(run.matrix, run.size)
    return abs(start[0] - end[0]) <= reach and abs(start[1] - end[1]) <= reach


def adjoining(matrix: Matrix, size: float) -> float:
    """Units of the page between two strings of one word at most."""
    return ADJOINING * max(abs(matrix[0]), abs(matrix[1]), abs(matrix[3])) * abs(size)
