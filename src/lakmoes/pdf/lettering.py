"""How texts and black boxes are written in a content stream.

In: lines of text and boxes in displayed space. Out: operators, for a stream that carries displayed space over
to the user space of its page. Where something stands is decided elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pymupdf

from lakmoes.model import Box
from lakmoes.pdf.space import Matrix, Rectangle, rectangle_of

FONT = "LakmoesLabel"
"""Name of the font in the resources of a page; it is Helvetica."""
CAPITAL, LEADING = 0.72, 1.2
"""Height of a capital or a digit of Helvetica, and of a line, in font sizes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in displayed space: start of its baseline, size, grey, and whether it reads upwards."""

    content: str
    x: float
    y: float
    size: float
    grey: int
    upwards: bool = False


def stacked(lines: Sequence[str], x: float, middle: float, size: float, grey: int) -> list[Text]:
    """Lines under each other; together their middle is at a height."""
    top = middle - LEADING * size * (len(lines) - 1) / 2 + CAPITAL * size / 2
    return [Text(line, x, top + LEADING * size * row, size, grey) for row, line in enumerate(lines)]


def area_of(x: float, middle: float, width: float, size: float, lines: int = 1) -> Rectangle:
    """What stacked lines take up, with a little room around it."""
    half = size * LEADING * lines / 2
    return x - 1, middle - half, x + width + 1, middle + half


def width_of(text: str, size: float) -> float:
    """Points that a line of text is wide."""
    return max(float(pymupdf.get_text_length(printable(text), "helv", size)), 0.1)


def printable(text: str) -> str:
    """The text with what the standard encoding of Helvetica lacks as a question mark."""
    return text.encode("cp1252", "replace").decode("cp1252")


def shown(text: Text) -> str:
    """The operators that show a line of text."""
    turn = "0 -1 -1 0" if text.upwards else "1 0 0 -1"
    code = text.content.encode("cp1252", "replace").hex()
    place = f"{_digits(text.x)} {_digits(text.y)}"
    return f"BT /{FONT} {_digits(text.size)} Tf {text.grey} g {turn} {place} Tm <{code}> Tj ET"


def painted(boxes: Iterable[Box]) -> list[str]:
    """The operators that paint boxes black; none for none."""
    rectangles = [f"{numbers_of(_edges(box))} re" for box in boxes]
    return ["0 g", *rectangles, "f"] if rectangles else []


def spoken_as(text: str) -> str:
    """Begins content for which screen readers say a text; ``scrub`` gives it its place in tagged files."""
    return f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}> /Lang (nl-NL)>> BDC"


def as_paragraph(content: Iterable[str]) -> list[str]:
    """Content that screen readers read as it stands there."""
    return ["/P <</Lang (nl-NL)>> BDC", *content, "EMC"]


def in_user_space(content: Iterable[str], to_user: Matrix) -> bytes:
    """A content stream in displayed space as one in user space; empty for no content."""
    inside = tuple(content)
    return "\n".join(("q", f"{numbers_of(to_user)} cm", *inside, "Q")).encode("ascii") if inside else b""


def numbers_of(values: Iterable[float]) -> str:
    """Numbers as a content stream writes them."""
    return " ".join(_digits(value) for value in values)


def _edges(box: Box) -> tuple[float, ...]:
    x0, y0, x1, y1 = rectangle_of(box)
    return x0, y0, x1 - x0, y1 - y0


def _digits(value: float) -> str:
    """A number as a content stream writes it: PDF knows no exponents."""
    return f"{value:.5f}".rstrip("0").rstrip(".")
