"""The fonts of pages made at random: standard ones, and TrueType and CFF programs with the same letters."""

import io
from functools import cache
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
from pikepdf import Array, Dictionary, Name

from lakmoes.pdf.scrub.fonts import cmaps

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-()"
STANDARD = {"/Helvetica": "helv", "/Times-Roman": "tiro", "/Courier": "cour"}
KINDS = (*STANDARD, "true-type", "true-type-by-number", "cff", "cff-by-number")


@cache
def letter_width(kind: str, letter: str) -> float:
    return round(float(pymupdf.Font(STANDARD.get(kind, "tiro")).glyph_advance(ord(letter))), 3)


def codes(kind: str, text: str) -> bytes:
    if "number" not in kind:
        return text.encode("ascii")
    return b"".join((1 + f" {LETTERS}".index(letter)).to_bytes(2) for letter in text)


def with_fonts(pdf: pikepdf.Pdf) -> None:
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
