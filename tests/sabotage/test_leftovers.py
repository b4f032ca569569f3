"""Places beside the pages in which a saboteur leaves the name, each seen by the check that is for it."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.pdf.scrub.fonts import type1
from lakmoes.pdf.scrub.fonts.wanted import Wanted
from tests.pdf.test_fonts import classic
from tests.sabotage.workshop import LETTER, Paper, Workshop, text_at

NAME = "Quirine Veldkamp"
SAID = String(NAME)
DIRTY, TOLD = {"structure", "hidden-text"}, {"hidden-text"}

Change = Callable[[pikepdf.Pdf], object]


def on_root(key: str, value: Callable[[pikepdf.Pdf], object]) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value(pdf)

    return change


def on_page(key: str, value: Callable[[pikepdf.Pdf], object]) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = value(pdf)

    return change


def annotation(**keys: object) -> Change:
    return on_page(
        "/Annots", lambda pdf: Array([pdf.make_indirect(Dictionary(Rect=[72, 600, 90, 620], **keys))])
    )


def text_stream(pdf: pikepdf.Pdf, **keys: object) -> pikepdf.Stream:
    """A stream that shows the name."""
    resources = pdf.pages[0].obj["/Resources"]
    return pdf.make_stream(text_at(NAME, 72, 300), Resources=Dictionary(Font=resources["/Font"]), **keys)


def form(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return text_stream(pdf, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])


def field(pdf: pikepdf.Pdf) -> None:
    widget = Dictionary(Subtype=Name.Widget, Rect=[72, 600, 90, 620], FT=Name.Tx, T=String("veld"), DV=SAID)
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(widget)])
    pdf.Root["/AcroForm"] = Dictionary(Fields=pdf.pages[0].obj["/Annots"])


def pattern(pdf: pikepdf.Pdf) -> None:
    tile = text_stream(
        pdf,
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 595, 842],
        XStep=595,
        YStep=842,
    )
    pdf.pages[0].obj["/Resources"]["/Pattern"] = Dictionary(P=tile)


def xmp(text: str) -> Callable[[pikepdf.Pdf], pikepdf.Stream]:
    data = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{text}</a></x:xmpmeta>'.encode()
    return lambda pdf: pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def metadata_of_a_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(
        bytes(16), Type=Name.XObject, Subtype=Name.Image, Width=4, Height=4, ColorSpace=Name.DeviceGray
    )
    picture["/BitsPerComponent"] = 8
    picture["/Metadata"] = xmp(NAME)(pdf)
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(B=picture)
    pdf.pages[0].contents_add(pdf.make_stream(b"q 4 0 0 4 300 300 cm /B Do Q"))


def structure(**keys: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root["/K"] = Dictionary(Type=Name.StructElem, S=Name.Span, P=root, **keys)
        pdf.Root["/StructTreeRoot"] = root

    return change


LEFTOVERS: dict[str, tuple[Change, set[str]]] = {
    "expansion-in-tags": (structure(E=SAID), TOLD),
    "actual-text-in-tags": (structure(ActualText=SAID), TOLD),
    "title-of-a-tag": (structure(T=SAID), TOLD),
    "form-never-painted": (
        lambda pdf: pdf.pages[0].obj["/Resources"].__setitem__("/XObject", Dictionary(V=form(pdf))),
        TOLD,
    ),
    "pattern": (pattern, TOLD),
    "stamp": (
        annotation(Type=Name.Annot, Subtype=Name.Stamp, Contents=SAID),
        DIRTY,
    ),
    "look-of-a-note": (
        on_page(
            "/Annots",
            lambda pdf: Array(
                [Dictionary(Subtype=Name.Stamp, Rect=[0, 0, 9, 9], AP=Dictionary(N=form(pdf)))],
            ),
        ),
        DIRTY,
    ),
    "pop-up": (annotation(Subtype=Name.Popup, Contents=SAID), DIRTY),
    "reply": (annotation(Subtype=Name.Text, Contents=SAID, RT=Name.R), DIRTY),
    "default-of-a-field": (field, DIRTY),
    "xfa": (
        on_root("/AcroForm", lambda pdf: Dictionary(XFA=pdf.make_stream(f"<a>{NAME}</a>".encode()))),
        DIRTY,
    ),
    "page-labels": (
        on_root("/PageLabels", lambda _: Dictionary(Nums=Array([0, Dictionary(P=SAID)]))),
        TOLD,
    ),
    "named-place": (
        on_root("/Dests", lambda pdf: Dictionary({"/QuirineVeldkamp": Array([pdf.pages[0].obj, Name.Fit])})),
        TOLD,
    ),
    "name-of-an-attachment": (
        on_root(
            "/Names",
            lambda pdf: Dictionary(
                EmbeddedFiles=Dictionary(
                    Names=Array([SAID, Dictionary(EF=Dictionary(F=pdf.make_stream(b"x")))])
                )
            ),
        ),
        DIRTY,
    ),
    "associated-file": (
        on_root("/AF", lambda pdf: Array([Dictionary(UF=SAID, EF=Dictionary(F=pdf.make_stream(b"x")))])),
        DIRTY,
    ),
    "portfolio": (on_root("/Collection", lambda _: Dictionary(Schema=Dictionary(N=SAID))), DIRTY),
    "private-data": (
        on_page("/PieceInfo", lambda _: Dictionary(P=Dictionary(Private=SAID))),
        DIRTY,
    ),
    "script": (
        on_root(
            "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("a = '\\x51uirine Veldkamp'"))
        ),
        DIRTY,
    ),
    "action-of-a-page": (
        on_page("/AA", lambda _: Dictionary(O=Dictionary(S=Name.Launch, F=SAID))),
        DIRTY,
    ),
    "article-thread": (on_root("/Threads", lambda _: Array([Dictionary(I=Dictionary(Title=SAID))])), DIRTY),
    "web-capture": (on_root("/SpiderInfo", lambda _: Dictionary(C=Array([SAID]))), DIRTY),
    "hexadecimal-script": (
        on_root(
            "/OpenAction",
            lambda _: Dictionary(S=Name.JavaScript, JS=String(NAME.encode("utf-16-be").hex())),
        ),
        DIRTY,
    ),
    "metadata-of-a-picture": (metadata_of_a_picture, DIRTY),
    "percent-encoded-link": (
        annotation(
            Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://x.example/Quirine%20Veldkamp"))
        ),
        TOLD,
    ),
    "name-of-a-layer": (
        on_root("/OCProperties", lambda _: Dictionary(OCGs=Array([Dictionary(Type=Name.OCG, Name=SAID)]))),
        TOLD,
    ),
    "colour-by-name": (
        lambda pdf: (
            pdf.pages[0]
            .obj["/Resources"]
            .__setitem__(
                "/ColorSpace",
                Dictionary(
                    S=Array([Name.Separation, Name("/Quirine#20Veldkamp"), Name.DeviceGray, Dictionary()])
                ),
            )
        ),
        TOLD,
    ),
}


@pytest.mark.parametrize("name", LEFTOVERS)
def test_what_is_left_is_seen(tmp_path: Path, name: str) -> None:
    change, checks = LEFTOVERS[name]
    shop = Workshop(tmp_path)
    pdf = shop.honest()
    change(pdf)
    shop.save(pdf)
    assert shop.failed() == checks


def test_an_unused_stream_in_codes_of_its_own_is_read(tmp_path: Path) -> None:
    """An old stream that nothing refers to; its letters mean something in one font of the file only."""
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    pdf = shop.honest()
    letters = "QuirneVldkamp"
    differences = Array([1, *(Name(f"/{letter}") for letter in letters)])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font["/Encoding"] = Dictionary(Type=Name.Encoding, Differences=differences)
    pdf.pages[0].obj["/Resources"]["/Font"]["/G"] = pdf.make_indirect(font)
    shop.save(pdf)
    codes = bytes(letters.index(letter) + 1 for letter in NAME if letter != " ").hex()
    document = pymupdf.open(stream=shop.target.read_bytes())
    number = document.get_new_xref()
    document.update_object(number, "<<>>")
    document.update_stream(number, f"BT /G 11 Tf 72 300 Td <{codes}> Tj ET".encode())
    shop.target.write_bytes(document.tobytes(garbage=0, no_new_id=True))
    assert shop.failed() == {"structure", "hidden-text"}


# fonts


def with_font(shop: Workshop, **keys: object) -> None:
    """The honest file with one more font, of which only ``x`` is shown."""
    pdf = shop.honest()
    made = {key: value(pdf) if callable(value) else value for key, value in keys.items()}
    base = {"Type": Name.Font, "Subtype": Name.Type1, "BaseFont": Name("/ABCDEF+Eigen")}
    font = pdf.make_indirect(Dictionary(**(base | made)))
    shop.pages = shop.pages[:1]
    shop.papers = shop.papers[:1]
    shop.marks = tuple(mark for mark in shop.marks if mark.page_index == 0)
    del pdf.pages[1:]
    pdf.pages[0].obj["/Resources"]["/Font"]["/E"] = font
    pdf.pages[0].contents_add(pdf.make_stream(b"BT /E 11 Tf 300 300 Td <01> Tj ET"))
    shop.save(pdf)


def unicode_map(*letters: str) -> Callable[[pikepdf.Pdf], pikepdf.Stream]:
    lines = "".join(f"<{code:02x}> <{ord(letter):04x}>\n" for code, letter in enumerate(letters, 1))
    text = (
        "begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
        f"{len(letters)} beginbfchar\n{lines}endbfchar\nendcmap\n"
    )
    return lambda pdf: pdf.make_stream(text.encode())


def names(*letters: str) -> Dictionary:
    return Dictionary(Type=Name.Encoding, Differences=Array([1, *(Name(f"/{letter}") for letter in letters)]))


def glyph(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 400 400 re f")


def type_3(*letters: str) -> dict[str, object]:
    return {
        "Subtype": Name.Type3,
        "FontBBox": Array([0, 0, 500, 500]),
        "FontMatrix": Array([pikepdf.Object.parse(b"0.001"), 0, 0, pikepdf.Object.parse(b"0.001"), 0, 0]),
        "FirstChar": 1,
        "LastChar": 1,
        "Widths": Array([500]),
        "Encoding": names("x"),
        "CharProcs": lambda pdf: Dictionary({f"/{letter}": glyph(pdf) for letter in letters}),
    }


def program(pdf: pikepdf.Pdf) -> Dictionary:
    """A descriptor with a font program that holds a whole alphabet."""
    data = pymupdf.Font("helv").buffer
    kind = {"FontFile3": pdf.make_stream(data, Subtype=Name.Type1C)}
    return Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Eigen"), Flags=4, **kind)


def classic_program(*letters: str) -> Callable[[pikepdf.Pdf], Dictionary]:
    """A descriptor with a Type 1 program of these letters."""
    data, _ = type1.trimmed(classic(), Wanted(names=frozenset(letters)))

    def descriptor(pdf: pikepdf.Pdf) -> Dictionary:
        stream = pdf.make_stream(data)
        return Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Eigen"), Flags=4, FontFile=stream)

    return descriptor


FONTS: dict[str, tuple[dict[str, object], bool]] = {
    "clean": (
        {"Encoding": names("x"), "FirstChar": 1, "Widths": Array([500]), "ToUnicode": unicode_map("x")},
        True,
    ),
    "map": ({"Encoding": names("x"), "ToUnicode": unicode_map("x", "Q", "V")}, False),
    "widths": ({"Encoding": names("x"), "FirstChar": 1, "Widths": Array([500, 0, 610])}, False),
    "names": ({"Encoding": names("x", "Q", "V")}, False),
    "type-3-clean": (type_3("x"), True),
    "type-3-glyph": (type_3("x", "Q"), False),
    "program": ({"Encoding": names("x"), "FontDescriptor": program}, False),
    "type-1-clean": ({"Encoding": names("a"), "FontDescriptor": classic_program("a")}, True),
    "type-1-program": ({"Encoding": names("a"), "FontDescriptor": classic_program("a", "X", "Y")}, False),
    "whole-font": (
        {"Encoding": names("x"), "FontDescriptor": program, "BaseFont": Name("/Eigen")},
        True,
    ),
}


@pytest.mark.parametrize("name", FONTS)
def test_fonts_that_remember_letters_are_seen(tmp_path: Path, name: str) -> None:
    keys, is_clean = FONTS[name]
    shop = Workshop(tmp_path)
    with_font(shop, **keys)
    # The letter that is shown is new on the page, whatever else.
    assert shop.failed() - {"text-again", "structure"} == (set() if is_clean else {"fonts"})


# bytes


@pytest.mark.parametrize(
    ("before", "left"),
    [
        (b"1 0 obj", b"% Quirine Veldkamp\n"),
        (b"1 0 obj", b"(Quirine Veldkamp)\n"),
        (b"1 0 obj", b"%%EOF\n"),
        (b"xref", b"% Quirine Veldkamp\n"),
    ],
)
def test_bytes_between_objects_are_seen(tmp_path: Path, before: bytes, left: bytes) -> None:
    shop = Workshop(tmp_path)
    path = shop.save(shop.honest(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert shop.failed() == set()
    data = path.read_bytes()
    place = data.index(before)
    table = data.rindex(b"xref\n0 ")
    rest = data[place:].replace(b"startxref\n%d" % table, b"startxref\n%d" % (table + len(left)))
    path.write_bytes(data[:place] + left + rest)
    assert "structure" in shop.failed()


def test_a_comment_within_an_object_is_seen(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    path = shop.save(shop.honest(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = path.read_bytes()
    place = data.rindex(b"trailer <<") + len(b"trailer <<")
    path.write_bytes(data[:place] + b"% Quirine\n" + data[place:])
    assert shop.failed() == {"structure"}
