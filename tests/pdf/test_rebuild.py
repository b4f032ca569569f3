"""The allow-list of written files, and what it leaves whole."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import RedactionError
from lakmoes.pdf.redact import redact
from lakmoes.pdf.scrub.rules import NAMES, PLAIN, rules_of
from lakmoes.pdf.scrub.table import DROPPED, NEEDLESS, SPACES, TABLE
from tests.pdf.making import STAMP, cleaned, leaks, lines_of, nothing_planned, pdf_of, picture_of, text_of

SECRET = "Appelman"
TEXT = lines_of("Wij spraken met niemand", "en daarna ook niet")
BY_REBUILD = frozenset(
    (
        *(
            "page",
            "place",
            "old-name",
            "shown",
            "colour-space",
            "profile",
            "function",
            "shading",
            "data",
            "form",
        ),
        *("image", "font", "role", "identifier", "class", "classes", "colorant", "lookup"),
    )
)
"""Kinds that the writer treats by itself."""


@pytest.mark.parametrize("kind", TABLE)
def test_every_rule_of_the_table_has_a_meaning(kind: str) -> None:
    assert rules_of(kind)
    for key, rule in TABLE[kind].items():
        for word in re.split(r"[\[\]/\s]+", re.sub(r"=[\w|]+", "", rule)):
            known = word in TABLE or word in PLAIN or word in NAMES or word in BY_REBUILD
            assert known or not word, f"{word} of {key}"


def test_colour_spaces_are_made_of_what_the_table_knows() -> None:
    words = {word.strip("[]") for rules in SPACES.values() for word in rules}
    assert words <= set(TABLE) | set(PLAIN) | BY_REBUILD


def test_what_is_told_of_is_not_also_needless() -> None:
    assert not DROPPED.keys() & NEEDLESS


def notes_of(path: Path) -> dict[str, int]:
    target = path.with_name("b.pdf")
    return {note.code: note.count for note in redact(path, nothing_planned(), STAMP, target)}


def test_what_is_unknown_is_dropped_and_counted(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Eigen = Dictionary(A=1)
        pdf.pages[0].obj.Eigen = String("x")
        pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=1))
        pdf.pages[0].obj.Thumb = pdf.make_stream(b"x")

    source = pdf_of(tmp_path / "a.pdf", TEXT + b" (x) zeg", change=change)
    assert notes_of(source) == {"copies-removed": 1, "private-data-removed": 1, "unknown-parts-removed": 3}


def test_a_file_that_may_not_be_changed_but_may_be_read_is_redacted(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "plain.pdf", TEXT)
    with pikepdf.open(source) as pdf:
        locked = pikepdf.Encryption(owner="geheim", user="", allow=pikepdf.Permissions(modify_other=False))
        pdf.save(tmp_path / "a.pdf", encryption=locked)
    target = cleaned(tmp_path / "a.pdf")
    assert text_of(target) == text_of(source)
    with pikepdf.open(target) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize(
    ("keys", "data"),
    [
        ({"Filter": Name("/Eigen")}, b"\x01" * 100),
        ({"Filter": Array([Name.ASCIIHexDecode, Name.DCTDecode])}, b"ffd8"),
    ],
)
def test_what_cannot_be_copied_safely_is_refused_with_a_reason(
    tmp_path: Path, keys: dict[str, Any], data: bytes
) -> None:
    def image(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
        made.ColorSpace, made.BitsPerComponent = Name.DeviceGray, 8
        made.write(data, filter=keys["Filter"])
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=made)

    source = pdf_of(tmp_path / "a.pdf", TEXT + b" q 90 0 0 90 72 300 cm /Im Do Q", change=image)
    with pytest.raises(RedactionError) as caught:
        redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf")
    assert caught.value.code == "part-not-copied"
    assert not (tmp_path / "b.pdf").exists()


def test_colours_patterns_shadings_and_states_look_the_same(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        ramp = pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1))
        program = pdf.make_stream(b"{ % Appelman\n dup 0 exch 0 exch }", FunctionType=4)
        program.Domain, program.Range = Array([0, 1]), Array([0, 1] * 4)
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[72, 0, 500, 0], Function=ramp)
        tile = pdf.make_stream(b"0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=2, TilingType=1)
        tile.BBox, tile.XStep, tile.YStep, tile.Resources = Array([0, 0, 9, 9]), 9, 9, Dictionary()
        mask = pdf.make_stream(b"0.5 g 0 0 600 300 re f", Type=Name.XObject, Subtype=Name.Form)
        mask.BBox, mask.Group = Array([0, 0, 600, 800]), Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        state = Dictionary(ca=0.5, BM=Name.Multiply, SMask=Dictionary(S=Name.Luminosity, G=mask))
        resources = pdf.pages[0].obj.Resources
        resources.Shading, resources.Pattern = Dictionary(S=shading), Dictionary(P=tile)
        resources.ExtGState = Dictionary(G=state)
        resources.ColorSpace = Dictionary(
            Ink=Array([Name.Separation, Name("/Appelman"), Name.DeviceCMYK, program]),
            Tint=Array([Name.Pattern, Name.DeviceRGB]),
            Known=Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09], Gamma=[2.2, 2.2, 2.2])]),
        )

    content = (
        b"q 72 600 400 90 re W n /S sh Q /Ink cs 0.7 sc 72 500 90 90 re f /Tint cs 0 0.5 0 /P scn "
        b"200 500 90 90 re f /Known cs 0.2 0.8 0.4 sc 330 500 90 90 re f "
        b"q /G gs 1 0 0 rg 72 250 400 200 re f Q "
        b"q 50 0 0 50 72 150 cm BI /W 2 /H 2 /BPC 8 /CS /G /Eigen (Appelman) ID \x10\x80\xc0\xff EI Q"
    )
    source = pdf_of(tmp_path / "a.pdf", content, change=change)
    target = cleaned(source)
    assert picture_of(target, scale=2).tobytes() == picture_of(source, scale=2).tobytes()
    with pymupdf.open(source) as one, pymupdf.open(target) as other:
        assert one[0].get_pixmap().samples == other[0].get_pixmap().samples
    assert not leaks(target, SECRET)


def test_tags_keep_their_attributes_and_lose_the_names_that_someone_thought_of(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.RoleMap = Dictionary({"/KopAppelman": Name("/Kop"), "/Kop": Name.H1})
        root.ClassMap = Dictionary(Appelman=Dictionary(O=Name.Layout, TextAlign=Name.Center))
        page = pdf.pages[0].obj
        head = Dictionary(S=Name("/KopAppelman"), P=root, Pg=page, K=0, C=Name.Appelman, Lang=String("nl-NL"))
        head.A = Dictionary(O=Name.Table, RowSpan=2, Scope=Name.Row, Headers=Array([String("Appelman")]))
        head.ID, head.AF, head.Eigen = String("Appelman"), Array([]), String("x")
        head = pdf.make_indirect(head)
        root.K, root.ParentTree = head, Dictionary(Nums=[0, Array([head])])
        page.StructParents, pdf.Root.StructTreeRoot = 0, root
        pdf.Root.Lang, pdf.Root.MarkInfo = String("nl-NL"), Dictionary(Marked=True)

    target = cleaned(
        pdf_of(tmp_path / "a.pdf", b"/KopAppelman <</MCID 0>> BDC " + TEXT + b" EMC", change=change)
    )
    assert not leaks(target, SECRET)
    with pikepdf.open(target) as pdf:
        head = pdf.Root.StructTreeRoot.K
        assert (str(head.S), str(head.Lang), str(pdf.Root.Lang)) == ("/H1", "nl-NL", "nl-NL")
        assert (int(head.A.RowSpan), str(head.A.Scope), str(head.A.Headers[0])) == (2, "/Row", str(head.ID))
        assert str(pdf.Root.StructTreeRoot.ClassMap[str(head.C)].TextAlign) == "/Center"
        assert "/RoleMap" not in pdf.Root.StructTreeRoot
        assert pdf.pages[0].obj.Contents.read_bytes().startswith(b"/H1 <<")


def test_a_long_row_of_bookmarks_is_copied(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(f"Hoofdstuk {number}", 0) for number in range(3000))

    target = cleaned(pdf_of(tmp_path / "a.pdf", TEXT, change=change))
    with pymupdf.open(target) as document:
        assert len(document.get_toc()) == 3000


def test_a_letter_of_a_drawn_font_stays_and_the_others_go(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        letters = Dictionary(
            Appelman=pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 400 400 re f"),
            other=pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 123 456 re f"),
        )
        pdf.pages[0].obj.Resources.Font.T = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 500, 500],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=letters,
            Encoding=Dictionary(Differences=[97, Name.Appelman, Name.other]),
            FirstChar=97,
            LastChar=98,
            Widths=[600, 600],
        )

    source = pdf_of(tmp_path / "a.pdf", b"BT /T 40 Tf 72 600 Td (aa) Tj ET", change=change)
    target = cleaned(source)
    assert picture_of(target).tobytes() == picture_of(source).tobytes()
    assert not leaks(target, SECRET)
    assert not leaks(target, "123 456")
