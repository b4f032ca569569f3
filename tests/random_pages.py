"""Pages made at random: lines in fonts of every kind, set in every usual way, straight, turned and slanted.

A ``RandomPage`` is a value that hypothesis makes and shrinks (``pages``); ``written`` makes a PDF of it.
Blocks stand below each other and never overlap; within a block, lines stand as close as asked for.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from fontTools.agl import UV2AGL
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from lakmoes.pdf.scrub.fonts import cmaps
from tests.pdf.making import pdf_of

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-()"
WIDEST = 480.0
"""Points; longer lines lose words."""
STANDARD = {"/Helvetica": "helv", "/Times-Roman": "tiro", "/Courier": "cour"}
KINDS = (*STANDARD, "true-type", "true-type-by-number", "cff", "cff-by-number")


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
    return pdf_of(path, b"\n".join(content), page={"/Rotate": page.rotation}, change=_with_fonts)


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


# --- fonts


@cache
def letter_width(kind: str, letter: str) -> float:
    return round(float(pymupdf.Font(STANDARD.get(kind, "tiro")).glyph_advance(ord(letter))), 3)


def codes(kind: str, text: str) -> bytes:
    if "number" not in kind:
        return text.encode("ascii")
    return b"".join((1 + f" {LETTERS}".index(letter)).to_bytes(2) for letter in text)


def _with_fonts(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].obj.Resources.Font
    for number, kind in enumerate(KINDS):
        fonts[f"/K{number}"] = _standard(kind) if kind in STANDARD else _embedded(pdf, kind)


def _standard(kind: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(kind), Encoding=Name.WinAnsiEncoding)


def _embedded(pdf: pikepdf.Pdf, kind: str) -> Dictionary:
    is_true_type = kind.startswith("true-type")
    program = pdf.make_stream(true_type() if is_true_type else compact())
    name = Name("/ABCDEF+Schreef")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=[-200, -250, 1100, 950], ItalicAngle=0,
        Ascent=900, Descent=-220, CapHeight=660, StemV=80,
    )  # fmt: skip
    descriptor["/FontFile2" if is_true_type else "/FontFile3"] = program
    holder = pdf.make_indirect(descriptor)
    by_number = "number" in kind
    if not is_true_type:
        program.Subtype = Name.CIDFontType0C if by_number else Name.Type1C
    if not by_number:
        return _simple(kind, name, holder)
    return _by_number(pdf, kind, name, holder)


def _simple(kind: str, name: Name, descriptor: Any) -> Dictionary:
    widths = [
        1000 * letter_width(kind, chr(code)) if chr(code) in f" {LETTERS}" else 0 for code in range(32, 127)
    ]
    subtype = Name.TrueType if kind == "true-type" else Name.Type1
    return Dictionary(
        Type=Name.Font, Subtype=subtype, BaseFont=name, FirstChar=32, LastChar=126, Widths=Array(widths),
        FontDescriptor=descriptor, Encoding=Name.WinAnsiEncoding,
    )  # fmt: skip


def _by_number(pdf: pikepdf.Pdf, kind: str, name: Name, descriptor: Any) -> Dictionary:
    letters = f" {LETTERS}"
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2 if kind.startswith("true-type") else Name.CIDFontType0,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=descriptor,
        DW=0,
        W=Array([1, Array([1000 * letter_width(kind, letter) for letter in letters])]),
    )
    texts = {codes(kind, letter): letter.encode("utf-16-be") for letter in letters}
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(cmaps.unicode_map(texts, 2)),
    )  # fmt: skip


@cache
def compact() -> bytes:
    """A CFF program with our letters, in the order in which they are numbered."""
    return _built(is_true_type=False)


@cache
def true_type() -> bytes:
    """The same shapes as a TrueType program."""
    return _built(is_true_type=True)


def _built(is_true_type: bool) -> bytes:
    font_set = CFFFontSet()
    font_set.decompile(io.BytesIO(pymupdf.Font("tiro").buffer), None)
    shapes = font_set[0].CharStrings
    names = {letter: UV2AGL[ord(letter)] for letter in f" {LETTERS}"}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=is_true_type)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    if is_true_type:
        builder.setupGlyf({name: _quadratic(shapes[name]) for name in order})
    else:
        builder.setupCFF("Schreef", {}, {name: _cubic(shapes[name]) for name in order}, {})
    widths = [500, *(round(1000 * letter_width("", letter)) for letter in names)]
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in zip(order, widths, strict=True)})
    builder.setupHorizontalHeader(ascent=900, descent=-220)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue() if is_true_type else bytes(TTFont(file).getTableData("CFF "))


def _quadratic(shape: Any) -> Any:
    pen = TTGlyphPen(None)
    shape.draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
    return pen.glyph()


def _cubic(shape: Any) -> Any:
    pen = T2CharStringPen(None, None)
    shape.draw(pen)
    return pen.getCharString()
