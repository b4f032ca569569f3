import itertools
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import IntakeError
from lakmoes.model import Page, Span, TextSource
from lakmoes.pdf.read import describe_pdf, read_pages
from tests.pdf.making import A4, helvetica, lines_of, pdf_of

SHEETS = [
    pytest.param({}, A4, (72.0, 142.0), id="plain"),
    pytest.param({"/CropBox": [20, 30, 560, 800]}, A4, (52.0, 100.0), id="crop"),
    pytest.param({}, (50, 60, 645, 902), (22.0, 202.0), id="origin"),
    pytest.param({"/CropBox": [10, 20, 500, 822]}, (-50, -80, 595, 842), (62.0, 122.0), id="both"),
    pytest.param({"/UserUnit": 2}, A4, (144.0, 284.0), id="user unit"),
]


def only(path: Path) -> Page:
    (page,) = read_pages(path, "d")
    return page


def read(tmp_path: Path, content: bytes, **keys: Any) -> Page:
    return only(pdf_of(tmp_path / "a.pdf", content, **keys))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(("keys", "media", "place"), SHEETS)
def test_places_do_not_depend_on_how_the_sheet_lies(
    tmp_path: Path, rotation: int, keys: dict[str, Any], media: tuple[float, ...], place: tuple[float, float]
) -> None:
    page = read(tmp_path, lines_of("Beste Jill"), media=media, page={"/Rotate": rotation, **keys})
    word = page.words[0]
    unit = keys.get("/UserUnit", 1)
    box = keys.get("/CropBox", media)
    assert (word.text, page.rotation) == ("Beste", rotation)
    assert (page.width, page.height) == ((box[2] - box[0]) * unit, (box[3] - box[1]) * unit)
    assert word.box.x0 == pytest.approx(place[0], abs=0.5)
    assert word.box.y0 < place[1] < word.box.y1
    assert word.box.y1 - word.box.y0 == pytest.approx(11 * 1.37 * unit, rel=0.05)


@pytest.mark.parametrize("rotation", [0, 90])
def test_nothing_outside_the_crop_is_read(tmp_path: Path, rotation: int) -> None:
    content = (
        lines_of("boven", y=820) + lines_of("binnen") + lines_of("rechts", x=580) + lines_of("onder", y=5)
    )
    page = read(tmp_path, content, page={"/CropBox": [20, 20, 570, 800], "/Rotate": rotation})
    assert page.text == "binnen"
    assert all(word.box.x0 >= 0 and word.box.x1 <= 550 and word.box.y1 <= 780 for word in page.words)


def toned(pdf: pikepdf.Pdf, pairs: bytes, **keys: Any) -> None:
    """Gives font F a map from codes to text."""
    unicode = (
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"%d beginbfchar %s endbfchar endcmap" % (pairs.count(b"<") // 2, pairs)
    )
    pdf.pages[0].obj.Resources.Font.F = helvetica(ToUnicode=pdf.make_stream(unicode), **keys)


@pytest.mark.parametrize(
    ("pairs", "content", "text"),
    [
        (b"<fb> <00660069>", b"(So\xfbe)", "Sofie"),
        (b"<fb> <fb03>", b"(e\xfben\xe9)", "effiené"),
        (b"<fb> <0133>", b"(Van D\xfbk)", "Van Dijk"),
        (b"<b4> <0301>", b"(Andre\xb4)", "André"),
        (b"<e9> <00650301>", b"(Andr\xe9s)", "Andrés"),
        (b"<a0> <00a0>", b"(Jan\xa0Smit)", "Jan Smit"),
        (b"<ad> <00ad>", b"(voor\xadbeeld)", "voorbeeld"),
        (b"<ad> <00ad>", b"(voor\xad)", "voor-"),
        (b"<01> <200b>", b"(Ja\x01n)", "Jan"),
        (b"<01> <feff>", b"(Ja\x01n)", "Jan"),
    ],
)
def test_characters_are_normalised(tmp_path: Path, pairs: bytes, content: bytes, text: str) -> None:
    drawn = b"BT /F 12 Tf 72 700 Td %s Tj ET" % content
    page = read(tmp_path, drawn, change=lambda pdf: toned(pdf, pairs))
    assert page.text == text


def test_letters_of_a_ligature_stand_side_by_side(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        b"BT /F 12 Tf 72 700 Td (So\xfbe) Tj ET",
        change=lambda pdf: toned(pdf, b"<fb> <00660069>"),
    )
    cuts = page.words[0].cuts
    widths = [right - left for left, right in itertools.pairwise(cuts)]
    assert len(widths) == 5
    assert widths[2] == pytest.approx(widths[3])
    assert min(widths) > 1


def test_an_accent_belongs_to_its_letter(tmp_path: Path) -> None:
    change = lambda pdf: toned(  # noqa: E731
        pdf, b"<b4> <0301>", Widths=[0 if c == 0xB4 else 500 for c in range(256)], FirstChar=0, LastChar=255
    )
    page = read(tmp_path, b"BT /F 12 Tf 72 700 Td (Andre\xb4 Bos) Tj ET", change=change)
    word = page.words[0]
    assert word.text == "André"
    assert word.cuts == pytest.approx((72, 78, 84, 90, 96, 102))


@pytest.mark.parametrize(
    ("matrix", "vertical"),
    [("0 1 -1 0", True), ("0 -1 1 0", True), ("-1 0 0 -1", False), ("1 0 0 1", False)],
)
def test_text_in_four_directions_has_letters_with_places(tmp_path: Path, matrix: str, vertical: bool) -> None:
    page = read(tmp_path, f"BT /F 12 Tf {matrix} 300 400 Tm (Beste Jill) Tj ET".encode())
    word = page.words[1]
    assert (word.text, word.vertical) == ("Jill", vertical)
    first = page.boxes(Span(document_id="d", page_index=0, start=word.start, end=word.start + 1))[0]
    last = page.boxes(Span(document_id="d", page_index=0, start=word.end - 1, end=word.end))[0]
    assert not first.overlaps(last)
    along = first.y1 - first.y0 if vertical else first.x1 - first.x0
    assert along == pytest.approx(6, abs=0.1), "the J is 6 points wide"


def test_slanted_text_is_one_place(tmp_path: Path) -> None:
    page = read(tmp_path, b"BT /F 12 Tf 0.7 0.7 -0.7 0.7 300 400 Tm (Jill) Tj ET")
    word = page.words[0]
    assert word.cuts == ()
    assert page.boxes(Span(document_id="d", page_index=0, start=1, end=2)) == (word.box,)


def test_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    cells = (
        lines_of("Naam", x=72)
        + lines_of("Telefoon", x=300)
        + lines_of("Jill Hijlkema-", "van Dam", x=72, y=680)
    ) + lines_of("06 0000 0000", x=300, y=680)
    page = read(tmp_path, cells)
    assert page.text == "Naam\tTelefoon\n\nJill Hijlkema-\nvan Dam\t06 0000 0000"


def test_lines_and_paragraphs_are_told_apart(tmp_path: Path) -> None:
    page = read(tmp_path, lines_of("eerste regel", "tweede regel") + lines_of("nieuwe alinea", y=640))
    assert page.text == "eerste regel\ntweede regel\n\nnieuwe alinea"


def test_words_that_only_a_gap_parts_are_parted(tmp_path: Path) -> None:
    page = read(tmp_path, b"BT /F 12 Tf 72 700 Td [(Jill) -300 (Hijlkema) -50 (s)] TJ ET")
    assert page.text == "Jill Hijlkemas"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text("abijlJWm.,@-", min_size=1, max_size=12),
    size=st.floats(min_value=4, max_value=40),
    rotation=st.sampled_from([0, 90, 180, 270]),
)
def test_every_character_has_a_place_inside_its_word(
    tmp_path: Path, text: str, size: float, rotation: int
) -> None:
    page = read(tmp_path, lines_of(text, size=size), page={"/Rotate": rotation})
    assert page.text == text
    for index in range(len(text)):
        (box,) = page.boxes(Span(document_id="d", page_index=0, start=index, end=index + 1))
        assert page.words[0].box.x0 - 0.01 <= box.x0 < box.x1 <= page.words[0].box.x1 + 0.01


def test_a_page_without_text_is_marked_as_such(tmp_path: Path) -> None:
    page = read(tmp_path, b"0.5 g 100 100 200 200 re f")
    assert (page.text, page.words, page.text_source) == ("", (), TextSource.NONE)
    assert read(tmp_path, lines_of(" ")).text_source is TextSource.NONE
    assert read(tmp_path, lines_of("x")).text_source is TextSource.DIGITAL


def test_invisible_text_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"3 Tr " + lines_of("onder de scan")).text == "onder de scan"


# --- what people see, and nothing else


def stamped(pdf: pikepdf.Pdf, kind: str, text: str, **keys: Any) -> None:
    form = pdf.make_stream(
        lines_of(text, x=2, y=4),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 128, 20],
        Resources=Dictionary(Font=Dictionary(F=helvetica())),
    )
    made = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[72, 500, 200, 520], AP=Dictionary(N=form), **keys
    )
    page = pdf.pages[0].obj
    made = pdf.make_indirect(made)
    page.Annots = Array([*page.get("/Annots", ()), made])
    if kind == "Widget":
        pdf.Root.AcroForm = Dictionary(Fields=[made])


@pytest.mark.parametrize(
    ("kind", "keys", "seen"),
    [
        ("FreeText", {}, True),
        ("Stamp", {}, True),
        ("Widget", {"FT": Name.Tx, "T": String("x")}, True),
        ("FreeText", {"F": 2}, False),
        ("Stamp", {"F": 32}, False),
        ("Text", {}, False),
        ("Popup", {}, False),
    ],
)
def test_what_annotations_show_is_text_of_the_page(
    tmp_path: Path, kind: str, keys: dict[str, Any], seen: bool
) -> None:
    page = read(tmp_path, lines_of("gewoon"), change=lambda pdf: stamped(pdf, kind, "stempel", **keys))
    assert page.text == ("gewoon\n\nstempel" if seen else "gewoon")


def test_hidden_layers_are_not_read_and_visible_ones_are(tmp_path: Path) -> None:
    def layers(pdf: pikepdf.Pdf) -> None:
        shown, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in "ab")
        pdf.Root.OCProperties = Dictionary(OCGs=[shown, hidden], D=Dictionary(OFF=[hidden]))
        pdf.pages[0].obj.Resources.Properties = Dictionary(A=shown, B=hidden)

    content = b"/OC /A BDC " + lines_of("te zien") + b" EMC /OC /B BDC " + lines_of("niet", y=600) + b" EMC"
    assert read(tmp_path, content, change=layers).text == "te zien"


def test_reading_leaves_the_file_alone(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "a.pdf", lines_of("x"), change=lambda pdf: stamped(pdf, "FreeText", "y"))
    before = path.read_bytes()
    only(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("codes", "replacement", "text"),
    [
        (b"(Jill)", b"(Willem)", "Jill en Bo"),
        (b"(\x01)", b"(Willem)", "Willem en Bo"),
        (b"(\x01)", b"<feff003a002d0029>", ":-) en Bo"),
    ],
)
def test_a_replacement_text_is_heard_only_where_a_glyph_says_nothing(
    tmp_path: Path, codes: bytes, replacement: bytes, text: str
) -> None:
    content = b"BT /F 12 Tf 72 700 Td /Span <</ActualText %s>> BDC %s Tj EMC ( en Bo) Tj ET" % (
        replacement,
        codes,
    )
    assert read(tmp_path, content, change=lambda pdf: toned(pdf, b"<01> <fffd>")).text == text


def test_replacement_texts_do_not_hide_what_stands_there(tmp_path: Path) -> None:
    content = (
        b"BT /F 12 Tf 72 700 Td /Span <</ActualText (niets)>> BDC (Appelman) Tj EMC "
        b"( ) Tj /Span <</ActualText (a)>> BDC (\x01) Tj EMC ET"
    )
    assert "Appelman" in read(tmp_path, content, change=lambda pdf: toned(pdf, b"<01> <fffd>")).text


# --- files that cannot be read


@pytest.mark.parametrize("data", [b"geen pdf", b"", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(IntakeError):
        list(read_pages(tmp_path / "a.pdf", "d"))


def test_a_password_is_asked_for_and_a_restriction_is_not(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "a.pdf", lines_of("open"))
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="e", user="l"))
        pdf.save(tmp_path / "limited.pdf", encryption=pikepdf.Encryption(owner="e", user=""))
    with pytest.raises(IntakeError, match="encrypted"):
        list(read_pages(tmp_path / "locked.pdf", "d"))
    assert only(tmp_path / "limited.pdf").text == "open"


def test_facts_of_a_file_are_its_pages_and_metadata(tmp_path: Path) -> None:
    def titled(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Nota"

    facts = describe_pdf(pdf_of(tmp_path / "a.pdf", b"", b"", change=titled))
    assert (facts.page_count, facts.metadata["title"]) == (2, "Nota")


@pytest.mark.parametrize(("key", "code"), [("Collection", "portfolio"), ("NeedsRendering", "xfa-form")])
def test_content_that_no_page_shows_is_refused(tmp_path: Path, key: str, code: str) -> None:
    def elsewhere(pdf: pikepdf.Pdf) -> None:
        pdf.Root[f"/{key}"] = Dictionary() if key == "Collection" else True

    with pytest.raises(IntakeError, match=code):
        describe_pdf(pdf_of(tmp_path / "a.pdf", b"", change=elsewhere))


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "a.pdf", *(lines_of(f"bladzijde {n}") for n in range(9)))
    data = path.read_bytes()
    (tmp_path / "cut.pdf").write_bytes(data[: len(data) // 2])
    with pytest.raises(IntakeError, match="damaged"):
        describe_pdf(tmp_path / "cut.pdf")


def test_html_of_a_word_processor_is_read_whole(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        text = "<p>Geachte mevrouw <b>Hijlkema</b>, zie efficiënt.</p>"
        page.insert_htmlbox(pymupdf.Rect(50, 50, 500, 500), text)
        document.save(tmp_path / "a.pdf")
    assert only(tmp_path / "a.pdf").text == "Geachte mevrouw Hijlkema, zie efficiënt."
