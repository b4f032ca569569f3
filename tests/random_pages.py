"""Pages made at random: lines in fonts of every kind, set in every usual way, straight, turned and slanted.

A ``RandomPage`` is a value that hypothesis makes and shrinks (``pages``); ``written`` makes a PDF of it.
Blocks stand below each other and never overlap; within a block, lines stand as close as asked for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from pathlib import Path

from hypothesis import strategies as st

from tests.pdf.making import pdf_of
from tests.random_fonts import KINDS, codes, letter_width, with_fonts

WIDEST = 480.0
"""Points; longer lines lose words."""


@dataclass(frozen=True)
class Line:
    """Words in one font and size; ``way`` is how they are set: as a string, kerned, or letter by letter."""

    words: tuple[str, ...]
    kind: str
    size: float
    way: str = "string"
    spacing: float = 0.0
    stretch: float = 0.0

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def length(self) -> float:
        return sum(self.advance(letter) for letter in self.text)

    def advance(self, letter: str) -> float:
        own = letter_width(self.kind, letter) * self.size
        return own + self.spacing + (self.stretch if letter == " " and "number" not in self.kind else 0.0)


@dataclass(frozen=True)
class Paragraph:
    """Lines below each other, ``pitch`` font sizes apart, turned by ``angle`` degrees."""

    lines: tuple[Line, ...]
    pitch: float
    angle: float = 0.0


@dataclass(frozen=True)
class Table:
    """Rows of cells with a rule around each."""

    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class RandomPage:
    blocks: tuple[Paragraph | Table, ...]
    rotation: int


# --- how they are drawn

words = st.text("abcdefgijlmnprtvwABDJW.,", min_size=1, max_size=11)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    line = Line(
        words=tuple(draw(st.lists(words, min_size=1, max_size=9))),
        kind=draw(st.sampled_from(KINDS)),
        size=draw(st.sampled_from([6.0, 8.5, 10.0, 11.0, 12.0, 15.5])),
        way=draw(st.sampled_from(["string", "kerned", "letters"])),
        spacing=draw(st.sampled_from([0.0, 0.0, -0.15, 0.4])),
        stretch=draw(st.sampled_from([0.0, 0.0, 1.7])),
    )
    return fitted(line, WIDEST)


def fitted(line: Line, width: float) -> Line:
    """The line without the words for which there is no room."""
    left = list(line.words)
    while len(left) > 1 and changed(line, left).length > width:
        left.pop()
    return changed(line, left)


def changed(line: Line, left: Sequence[str]) -> Line:
    return Line(tuple(left), line.kind, line.size, line.way, line.spacing, line.stretch)


paragraphs = st.builds(
    Paragraph,
    lines=st.lists(lines(), min_size=1, max_size=5).map(tuple),
    pitch=st.sampled_from([1.0, 1.1, 1.2, 1.5, 2.0]),
    angle=st.sampled_from([0.0] * 8 + [90.0, 180.0, 270.0]),
)
slanted = st.builds(
    Paragraph, lines=st.tuples(lines()), pitch=st.just(1.0), angle=st.sampled_from([45.0, 20.0, 2.0])
)
"""Around the words of one slanted line there are boxes that would hold letters of another."""


@st.composite
def tables(draw: st.DrawFn) -> Table:
    widths = tuple(draw(st.lists(st.sampled_from([60.0, 110.0, 170.0]), min_size=2, max_size=3)))
    count = draw(st.integers(1, 4))
    rows = tuple(tuple(fitted(draw(lines()), width - 8) for width in widths) for _ in range(count))
    kept = tuple(
        tuple(
            line if line.length <= width - 8 else short(line) for line, width in zip(row, widths, strict=True)
        )
        for row in rows
    )
    return Table(kept, widths)


def short(line: Line) -> Line:
    return Line(("a",), line.kind, 6.0, line.way)


pages = st.builds(
    RandomPage,
    blocks=st.lists(st.one_of(paragraphs, paragraphs, tables(), slanted), min_size=1, max_size=4).map(tuple),
    rotation=st.sampled_from([0, 0, 90, 180, 270]),
)


# --- how they are written


def written(page: RandomPage, path: Path) -> Path:
    """A PDF of the page."""
    content, top = [], 800.0
    for block in page.blocks:
        draw = _paragraph if isinstance(block, Paragraph) else _table
        part, height = draw(block, top)
        if top - height < 30:
            break
        content.append(part)
        top -= height + 14
    return pdf_of(path, b"\n".join(content), page={"/Rotate": page.rotation}, change=with_fonts)


def _paragraph(block: Paragraph, top: float) -> tuple[bytes, float]:
    turn = radians(block.angle)
    across, down = cos(turn), sin(turn)
    steps, y, size = [], 0.0, 0.0
    for line in block.lines:
        y -= max(line.size, size) * block.pitch
        size = line.size
        steps.append(y)
    corners = [
        (x * across - at * down, x * down + at * across)
        for x in (0.0, max(line.length for line in block.lines))
        for at in (0.0, y - block.lines[-1].size * 0.4)
    ]
    left, high = min(x for x, _ in corners), max(at for _, at in corners)
    low = min(at for _, at in corners)
    matrix = (across, down, -down, across, 60 - left, top - high)
    parts = [b"q %.5f %.5f %.5f %.5f %.3f %.3f cm" % matrix]
    parts += [_text(line, 0.0, at) for line, at in zip(block.lines, steps, strict=True)]
    return b"\n".join((*parts, b"Q")), high - low


def _table(block: Table, top: float) -> tuple[bytes, float]:
    parts, y = [b"q 0.5 w"], top
    for row in block.rows:
        height = max(line.size for line in row) * 1.5
        x = 60.0
        for line, width in zip(row, block.widths, strict=True):
            parts.append(b"%g %g %g %g re S" % (x, y - height, width, height))
            parts.append(_text(line, x + 3, y - height * 0.75))
            x += width
        y -= height
    return b"\n".join((*parts, b"Q")), top - y


def _text(line: Line, x: float, y: float) -> bytes:
    font = b"/K%d %g Tf %g Tc %g Tw" % (KINDS.index(line.kind), line.size, line.spacing, line.stretch)
    start = b"BT %s 1 0 0 1 %.3f %.3f Tm " % (font, x, y)
    return start + WAYS[line.way](line) + b" ET"


def _string(line: Line) -> bytes:
    return b"<%s> Tj" % codes(line.kind, line.text).hex().encode()


def _kerned(line: Line) -> bytes:
    """Adjustments that make up for what rounding did before them."""
    parts = []
    for place, letter in enumerate(line.text):
        parts.append(b"<%s>" % codes(line.kind, letter).hex().encode())
        if place % 3 == 1:
            parts.append(b"%d" % (ord(letter) * 7 % 31 - 15))
    return b"[%s] TJ" % b" ".join(parts)


def _letters(line: Line) -> bytes:
    """Each letter at a place of its own."""
    parts = []
    for letter in line.text:
        parts.append(b"<%s> Tj %.5f 0 Td" % (codes(line.kind, letter).hex().encode(), line.advance(letter)))
    return b" ".join(parts)


WAYS: dict[str, Callable[[Line], bytes]] = {"string": _string, "kerned": _kerned, "letters": _letters}
