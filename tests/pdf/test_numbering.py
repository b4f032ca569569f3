"""Fonts numbered in the order of the text: their numbers must not tell what a redaction took out."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name

from lakmoes.pdf.scrub.fonts import cmaps
from lakmoes.pdf.scrub.fonts.numbering import Numbering
from tests.pdf.making import MARKED, cleaned, leaks, lines_of, pdf_of, picture_of, redacted, text_of

KINDS = ("simple", "true-type", "true-type-mapped", "cff")
BEFORE, AFTER = "abc ", " bad ec"


def in_order_of(text: str) -> str:
    """The letters of a text by their first use, as programs that write PDFs number them."""
    return "".join(dict.fromkeys(text))


def drawn(pen: Any, letter: str) -> Any:
    """A shape of its own for each letter; none for a space."""
    if letter == " ":
        return pen
    height = 100 + 20 * (ord(letter) - ord("A"))
    pen.moveTo((50, 0))
    pen.lineTo((450, 0))
    pen.lineTo((450, height))
    pen.lineTo((50, 100))
    pen.closePath()
    return pen


def program(letters: str, is_true_type: bool) -> bytes:
    names = {letter: f"g{number}" for number, letter in enumerate(letters, 1)}
    builder = FontBuilder(1000, isTTF=is_true_type)
    builder.setupGlyphOrder([".notdef", *names.values()])
    if is_true_type:
        shapes = {name: drawn(TTGlyphPen(None), letter).glyph() for letter, name in names.items()}
        builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()} | shapes)
    else:
        pens = {name: drawn(T2CharStringPen(500, None), letter) for letter, name in names.items()}
        pens[".notdef"] = T2CharStringPen(500, None)
        builder.setupCFF("Letters", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost(keepGlyphNames=False)
    file = io.BytesIO()
    builder.save(file)
    if not is_true_type:
        return bytes(TTFont(file).getTableData("CFF "))
    return with_codes(file)


def with_codes(file: io.BytesIO) -> bytes:
    """The program with a table from codes, which count the letters, to glyphs, as LibreOffice writes it."""
    font = TTFont(file)
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    table.cmap = dict(enumerate(font.getGlyphOrder()[1:], 1))
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion, font["cmap"].tables = 0, [table]
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def page_of(path: Path, kind: str, name: str) -> Path:
    """A line in a font that is numbered in the order of the line, with a name in it."""
    text = BEFORE + name + AFTER
    letters = in_order_of(text)
    size = 1 if kind == "simple" else 2
    codes = b"".join((1 + letters.index(letter)).to_bytes(size) for letter in text)

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.E = font_of(pdf, kind, letters)

    body = b"BT /E 20 Tf 72 600 Td <%s> Tj ET" % codes.hex().encode()
    return pdf_of(
        path, lines_of("Een regel die breder is dan de andere en die er altijd al stond.") + body, change=add
    )


def font_of(pdf: pikepdf.Pdf, kind: str, letters: str) -> Dictionary:
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Letters"), Flags=4, FontBBox=[0, 0, 1000, 1000],
        ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    stream = pdf.make_stream(program(letters, kind != "cff"))
    if kind == "cff":
        stream.Subtype = Name.CIDFontType0C
    descriptor["/FontFile3" if kind == "cff" else "/FontFile2"] = stream
    size = 1 if kind == "simple" else 2
    texts = {number.to_bytes(size): letter.encode("utf-16-be") for number, letter in enumerate(letters, 1)}
    font = Dictionary(
        Type=Name.Font,
        BaseFont=Name("/ABCDEF+Letters"),
        ToUnicode=pdf.make_stream(cmaps.unicode_map(texts, size)),
    )
    if kind == "simple":
        keys = {"FirstChar": 1, "LastChar": len(letters), "Widths": Array([500] * len(letters))}
        for key, value in {"Subtype": Name.TrueType, "FontDescriptor": descriptor, **keys}.items():
            font[f"/{key}"] = value
        return font
    return composed(pdf, font, descriptor, kind, len(letters))


def composed(pdf: pikepdf.Pdf, font: Dictionary, descriptor: Dictionary, kind: str, count: int) -> Dictionary:
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if kind == "cff" else Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Letters"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=0,
        W=Array([1, Array([500] * count)]),
    )
    if kind == "true-type-mapped":
        inner.CIDToGIDMap = pdf.make_stream(b"".join(n.to_bytes(2) for n in range(count + 1)))
    font.Subtype, font.Encoding = Name.Type0, Name("/Identity-H")
    font.DescendantFonts = Array([pdf.make_indirect(inner)])
    return font


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_differ_in_the_redacted_text_only_are_equal(tmp_path: Path, kind: str) -> None:
    written = []
    for name in ("XYZfg", "ZZZZZ", "eeXda"):
        source = page_of(tmp_path / f"{name}.pdf", kind, name)
        target = redacted(source, name, stamp=MARKED)
        assert not leaks(target, name)
        written.append(target.read_bytes())
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_left_reads_and_looks_the_same(tmp_path: Path, kind: str) -> None:
    source = page_of(tmp_path / "a.pdf", kind, "XYZfg")
    whole, part = cleaned(source), redacted(source, "XYZfg", stamp=MARKED)
    assert text_of(whole) == text_of(source)
    assert picture_of(whole, scale=2).tobytes() == picture_of(source, scale=2).tobytes()
    assert text_of(part).endswith("abc # bad ec") or text_of(part).endswith("abc bad ec #")
    before, after = picture_of(source, scale=2), picture_of(part, scale=2)
    for picture in (before, after):
        picture.paste(255, (2 * 110, 2 * 215, 2 * 164, 2 * 260))
    assert before.tobytes() == after.tobytes()


def test_numbers_follow_the_order_of_what_is_shown_and_leave_the_space_alone() -> None:
    simple, composite = Numbering(1), Numbering(2)
    assert simple.rewritten(b"\x09\x20\x05\x09") == b"\x01\x20\x02\x01"
    assert composite.rewritten(b"\x00\x20\x01\x05\x00\x20\x00\x00") == b"\0\1\0\2\0\1\0\0"
    assert composite.rewritten(b"\x01\x05\x01") == b"\0\2\x01", "half a code shows nothing"
    everything = Numbering(1).rewritten(bytes(range(256)))
    assert sorted(everything) == list(range(256))


def test_a_string_in_no_font_of_its_own_keeps_all_codes(tmp_path: Path) -> None:
    def inherit(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        resources.Font.E = font_of(pdf, "simple", in_order_of("cab d"))
        form = pdf.make_stream(
            b"BT 72 500 Td <0201> Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842]
        )
        resources.XObject = Dictionary(Fm=form)

    content = b"BT /E 20 Tf 72 600 Td <0503> Tj ET /Fm Do"
    source = pdf_of(tmp_path / "a.pdf", content, change=inherit)
    target = cleaned(source)
    assert text_of(target) == text_of(source) == "db ac"
    assert picture_of(target, scale=2).tobytes() == picture_of(source, scale=2).tobytes()
