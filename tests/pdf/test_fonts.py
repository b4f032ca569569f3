"""Fonts of written files: what a redaction took the last of is in none of their parts."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import decrypt, encrypt
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.redact import redact
from lakmoes.pdf.scrub.fonts import cff, cmaps, truetype, type1
from lakmoes.pdf.scrub.fonts.wanted import Wanted
from tests.pdf.making import STAMP, cleaned, lines_of, nothing_planned, pdf_of, picture_of, redacted, text_of

LETTERS = "abcdefgXYZ"
GLYPHS = [".notdef", *LETTERS, "Xacute"]


def drawn(pen: Any, place: int) -> Any:
    """A shape that differs from letter to letter."""
    pen.moveTo((50, 0))
    pen.lineTo((450, 0))
    pen.lineTo((450, 100 + 60 * place))
    pen.lineTo((50, 100))
    pen.closePath()
    return pen


def true_type() -> bytes:
    """A font of ten letters, and one put together from a letter and itself."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(GLYPHS)
    builder.setupCharacterMap({ord(letter): letter for letter in LETTERS} | {0xC1: "Xacute"})
    shapes = {name: drawn(TTGlyphPen(None), place).glyph() for place, name in enumerate(GLYPHS[:-1])}
    composed = TTGlyphPen(dict.fromkeys(GLYPHS))
    composed.addComponent("X", (1, 0, 0, 1, 0, 0))
    builder.setupGlyf(shapes | {"Xacute": composed.glyph()})
    builder.setupHorizontalMetrics({name: (500 + place, 0) for place, name in enumerate(GLYPHS)})
    return finished(builder)


def compact() -> bytes:
    """The same letters as a bare CFF program."""
    builder = FontBuilder(1000, isTTF=False)
    names = GLYPHS[:-1]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): letter for letter in LETTERS})
    shapes = {
        name: drawn(T2CharStringPen(500 + place, None), place).getCharString()
        for place, name in enumerate(names)
    }
    builder.setupCFF("Appelman", {"FullName": "Appelman", "Notice": "van Appelman"}, shapes, {})
    builder.setupHorizontalMetrics({name: (500 + place, 0) for place, name in enumerate(names)})
    return bytes(TTFont(io.BytesIO(finished(builder))).getTableData("CFF "))


def finished(builder: FontBuilder) -> bytes:
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Appelman", "styleName": "Gewoon"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def classic(accented: bool = False) -> bytes:
    """The same letters as a Type 1 program, with an acute accent and an ``a`` that bears it if asked for."""
    clear = (
        b"%!PS-AdobeFont-1.0: Letters\n%Appelman\n11 dict begin\n/FontInfo 2 dict dup begin\n"
        b"/Notice (van Appelman \\(2020\\)) readonly def\nend readonly def\n/FontName /Letters def\n"
        b"/FontType 1 def /PaintType 0 def\n/Encoding StandardEncoding def\n"
        b"/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/FontBBox {0 0 1000 1000} readonly def\n"
        b"currentdict end\ncurrentfile eexec\n"
    )
    shapes = {name: charstring(place) for place, name in enumerate(GLYPHS[:-1])}
    if accented:
        # Side bearing, place of the accent, and the codes of both in StandardEncoding.
        composed = b"".join(map(number, (0, 520))) + b"\x0d" + b"".join(map(number, (0, 10, 20, 97, 194)))
        shapes |= {"acute": charstring(11), "aacute": coded_glyph(composed + b"\x0c\x06")}
    parts = [b"/%s %d RD %s ND\n" % (name.encode(), len(data), data) for name, data in shapes.items()]
    private = (
        b"\0\0\0\0dup /Private 5 dict dup begin\n"
        b"/RD {string currentfile exch readstring pop} executeonly def\n"
        b"/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/BlueValues [] def\n"
        b"/password 5839 def\n2 index /CharStrings %d dict dup begin\n"
        % len(shapes)
        + b"".join(parts)
        + b"end\nend\nreadonly put\nnoaccess put\n"
        + b"dup /FontName get exch definefont pop\nmark currentfile closefile\n"
    )
    coded, _ = encrypt(private, type1.EEXEC_KEY)
    return clear + coded + type1.TRAILER


def charstring(place: int) -> bytes:
    """A Type 1 charstring: a width and a shape."""
    numbers = lambda *values: b"".join(number(value) for value in values)  # noqa: E731
    program = numbers(0, 500 + place) + b"\x0d" + numbers(50, 0) + b"\x15" + numbers(400) + b"\x06"
    program += numbers(100 + 60 * place) + b"\x07" + numbers(-400) + b"\x06" + b"\x09\x0e"
    return coded_glyph(program)


def coded_glyph(program: bytes) -> bytes:
    return bytes(encrypt(b"\0\0\0\0" + program, type1.CHAR_KEY)[0])


def number(value: int) -> bytes:
    if -107 <= value <= 107:
        return bytes((value + 139,))
    if value > 0:
        return bytes(((value - 108 >> 8) + 247, (value - 108) & 255))
    return bytes(((-value - 108 >> 8) + 251, (-value - 108) & 255))


PROGRAMS = {
    "/FontFile": (classic, Name.Type1),
    "/FontFile2": (true_type, Name.TrueType),
    "/FontFile3": (compact, Name.Type1),
}


def font_in(path: Path, key: str, content: bytes, tag: str = "APPELM+") -> Path:
    """A page in an embedded font, with widths and a map to Unicode."""
    make, subtype = PROGRAMS[key]

    def add(pdf: pikepdf.Pdf) -> None:
        program = pdf.make_stream(make())
        if key == "/FontFile3":
            program.Subtype = Name.Type1C
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            Flags=32,
            FontBBox=[0, 0, 1000, 1000],
            FontName=Name(f"/{tag}Letters"),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
            CharSet=pikepdf.String("/X/Y/Z/a"),
        )
        descriptor[key] = program
        texts = {bytes((ord(letter),)): letter.encode("utf-16-be") for letter in LETTERS}
        pdf.pages[0].obj.Resources.Font.E = Dictionary(
            Type=Name.Font,
            Subtype=subtype,
            BaseFont=Name(f"/{tag}Letters"),
            FirstChar=ord("X"),
            LastChar=ord("g"),
            Widths=Array(range(500, 500 + ord("g") - ord("X") + 1)),
            FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=Name.WinAnsiEncoding,
            ToUnicode=pdf.make_stream(cmaps.unicode_map(texts, 1)),
        )

    return pdf_of(path, content, change=add)


SHOWN = b"BT /E 20 Tf 72 700 Td (abc XYZ bad) Tj ET"


@contextmanager
def font_of(path: Path) -> Iterator[Any]:
    """The embedded font of the first page, as long as the file is open."""
    with pikepdf.open(path) as pdf:
        (font,) = (f for f in pdf.pages[0].obj.Resources.Font.values() if "/FontDescriptor" in f)
        yield font


def names_left(key: str, data: bytes) -> set[str]:
    """The glyphs of a program that have a shape."""
    if key == "/FontFile2":
        return {name for name in shapes_of(data) if name}
    if key == "/FontFile3":
        font_set = CFFFontSet()
        font_set.decompile(io.BytesIO(data), None)
        return set(font_set[0].charset)
    private, _ = decrypt(data[data.index(b"eexec") + 6 :], type1.EEXEC_KEY)
    shapes = private[private.index(b"/CharStrings") + 1 :]
    return {found[1].decode() for found in type1.GLYPH.finditer(shapes)}


def shapes_of(data: bytes) -> list[str]:
    """What each glyph of a TrueType program is, by how high it is; empty for those without a shape."""
    font = TTFont(io.BytesIO(data))
    glyphs = [font["glyf"][name] for name in font.getGlyphOrder()]
    return [
        "" if not g.numberOfContours else "Xacute" if g.isComposite() else GLYPHS[(g.yMax - 100) // 60]
        for g in glyphs
    ]


@pytest.mark.parametrize("key", PROGRAMS)
def test_a_font_forgets_the_letters_that_are_gone(tmp_path: Path, key: str) -> None:
    source = font_in(tmp_path / "a.pdf", key, SHOWN)
    target = redacted(source, "XYZ", stamp=Stamp(document_number="", code_labels={"10.2.e": " "}))
    with font_of(target) as font:
        assert names_left(key, font.FontDescriptor[key].read_bytes()) == {".notdef", "a", "b", "c", "d"}
        texts = cmaps.parsed(font.ToUnicode.read_bytes()).texts
        assert {code.decode() for code in texts} <= {"a", "b", "c", "d", " "}
        assert (int(font.FirstChar), int(font.LastChar)) == (ord("a"), ord("d"))
        assert [int(width) for width in font.Widths] == [509, 510, 511, 512]
        assert "/CharSet" not in font.FontDescriptor
        assert str(font.BaseFont) == str(font.FontDescriptor.FontName) == "/LAKAAA+Letters"
    before, after = picture_of(source, scale=2), picture_of(target, scale=2)
    for picture in (before, after):
        picture.paste(255, (2 * 101, 2 * 100, 2 * 150, 2 * 170))
    assert before.tobytes() == after.tobytes(), "the letters that stay look the same"


@pytest.mark.parametrize("key", PROGRAMS)
def test_a_font_with_all_its_letters_looks_and_reads_the_same(tmp_path: Path, key: str) -> None:
    source = font_in(tmp_path / "a.pdf", key, SHOWN)
    target = cleaned(source)
    assert text_of(target) == text_of(source)
    assert picture_of(target, scale=3).tobytes() == picture_of(source, scale=3).tobytes()
    with pymupdf.open(source) as one, pymupdf.open(target) as other:
        assert one[0].get_pixmap(dpi=150).samples == other[0].get_pixmap(dpi=150).samples


@pytest.mark.parametrize("key", PROGRAMS)
def test_programs_lose_their_names_and_notices(tmp_path: Path, key: str) -> None:
    with font_of(cleaned(font_in(tmp_path / "a.pdf", key, SHOWN))) as font:
        data = font.FontDescriptor[key].read_bytes()
    assert b"Appelman" not in data
    assert "Appelman".encode("utf-16-be") not in data


def test_the_parts_of_a_composed_letter_stay() -> None:
    data = truetype.trimmed(true_type(), Wanted(codes=frozenset((0xC1,)), characters=frozenset((0xC1,))))
    assert names_left("/FontFile2", data) == {".notdef", "X", "Xacute"}


@pytest.mark.parametrize("trim", [truetype.trimmed, cff.trimmed, type1.trimmed])
@pytest.mark.parametrize("data", [b"", b"geen lettertype", b"\0\1\0\0" + bytes(40), b"OTTO" + bytes(12)])
def test_what_is_no_program_is_refused(trim: Any, data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        trim(data, Wanted(codes=frozenset((97,))))


def test_fonts_by_glyph_number_keep_widths_of_what_is_shown_only(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_font("G", fontbuffer=true_type())
        page.insert_text((72, 100), "abc XYZ bad", fontname="G", fontsize=20)
        document.save(source)
    target = redacted(source, "XYZ")
    with pikepdf.open(target) as pdf:
        (font,) = (f for f in pdf.pages[0].obj.Resources.Font.values() if "/DescendantFonts" in f)
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        assert names_left("/FontFile2", program) == {".notdef", "a", "b", "c", "d"}
        widths = [list(run) for run in font.DescendantFonts[0].W if isinstance(run, Array)]
        assert sum(map(len, widths)) <= 6
        left = {text.decode("utf-16-be") for text in cmaps.parsed(font.ToUnicode.read_bytes()).texts.values()}
        assert not left & set("XYZefg")


def test_two_pages_that_share_a_font_keep_what_either_shows(tmp_path: Path) -> None:
    source = font_in(tmp_path / "one.pdf", "/FontFile2", SHOWN)
    with pikepdf.open(source) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.pages[1].Contents = pdf.make_stream(b"BT /E 20 Tf 72 700 Td (Xe) Tj ET")
        pdf.save(tmp_path / "a.pdf")
    with font_of(redacted(tmp_path / "a.pdf", "XYZ")) as font:
        left = names_left("/FontFile2", font.FontDescriptor.FontFile2.read_bytes())
    assert left == {".notdef", "a", "b", "c", "d", "e", "X"}


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"1 beginbfchar <01> <0041> endbfchar", {b"\1": "A"}),
        (b"1 beginbfrange <01> <03> <0041> endbfrange", {b"\1": "A", b"\2": "B", b"\3": "C"}),
        (b"1 beginbfrange <0001> <0002> [<0041> <00660069>] endbfrange", {b"\0\1": "A", b"\0\2": "fi"}),
        (b"% 1 beginbfchar <01> <0041> endbfchar", {}),
        (b"beginbfrange <01> endbfrange beginbfchar <02><0042>endbfchar", {b"\2": "B"}),
        (b"1 beginbfrange <01> <FFFFFFFF> <0041> endbfrange", {}),
    ],
)
def test_maps_to_unicode_are_read_and_written(data: bytes, texts: dict[bytes, str]) -> None:
    read = cmaps.parsed(data).texts
    assert {code: text.decode("utf-16-be") for code, text in read.items()} == texts
    for length in {len(code) for code in texts}:
        assert cmaps.parsed(cmaps.unicode_map(read, length)).texts == read


def test_a_map_that_is_only_named_leaves_the_font_whole_and_is_told(tmp_path: Path) -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Letters, FontFile2=pdf.make_stream(true_type()), Flags=4
        )
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name.Letters,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Japan1", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
        pdf.pages[0].obj.Resources.Font.E = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Letters,
            Encoding=Name("/90ms-RKSJ-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
        )

    content = lines_of("gewoon") + b"BT /E 12 Tf 72 500 Td (ab) Tj ET"
    source = pdf_of(tmp_path / "a.pdf", content, change=named)
    notes = redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf")
    assert [(note.code, note.count) for note in notes] == [("fonts-kept", 1)]
