"""What the verifier reads: content streams, glyph programs, any notation, bytes between objects."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from lakmoes.model import Box, Mark, Page, Shift, Span, TextSource, Word
from lakmoes.pdf.scrub.fonts import type1
from lakmoes.pdf.scrub.fonts.wanted import Wanted
from lakmoes.verify.content import Contents
from lakmoes.verify.expected import expectation_of
from lakmoes.verify.outside import count_outside
from lakmoes.verify.programs import count_drawn, drawn_glyphs
from lakmoes.verify.runs import text_of
from lakmoes.verify.sheet import frame_of
from lakmoes.verify.strings import readings
from lakmoes.verify.texts import haystack_of, needle_of
from lakmoes.verify.type1 import drawn_names
from tests.pdf.making import helvetica, pdf_of
from tests.pdf.test_fonts import classic

SHOWN = [
    (b"BT /F 11 Tf 72 700 Td (een twee) Tj ET", "een twee"),
    (b"BT /F 11 Tf 72 700 Td [(ee) -20 (n) 30 ( twee)] TJ ET", "een twee"),
    (b"BT /F 11 Tf 14 TL 72 700 Td (een) Tj T* (twee) Tj ET", "een twee"),
    (b"BT /F 11 Tf 14 TL 72 700 Td (een) Tj (twee) ' ET", "een twee"),
    (b'BT /F 11 Tf 14 TL 72 700 Td (een) Tj 1 0.5 (twee) " ET', "een twee"),
    (b"BT /F 11 Tf 72 700 Td (een) Tj 0 -14 TD (twee) Tj T* (drie) Tj ET", "een twee drie"),
    (b"q BT /F 11 Tf 72 700 Td (een) Tj ET Q BT /F 9 Tf 1 0 0 1 300 300 Tm (twee) Tj ET", "een twee"),
    (b"BT /F 11 Tf 7 Tr 72 700 Td <65656e> Tj ET", "een"),
    (b"/Span <</ActualText (iets)>> BDC BT /F 11 Tf 72 700 Td (een) Tj ET EMC", "een"),
    (b"BT 72 700 Td (zonder lettertype) Tj ET", ""),
    (b"Q Q BT /F 11 Tf 72 700 Td (een) Tj ET Q", "een"),
]


@pytest.mark.parametrize(("content", "text"), SHOWN)
def test_a_content_stream_is_read_as_it_is_written(tmp_path: Path, content: bytes, text: str) -> None:
    with pikepdf.open(pdf_of(tmp_path / "a.pdf", content)) as pdf:
        assert text_of(Contents().of_page(pdf.pages[0])) == text


def test_letters_stand_where_another_library_puts_them(tmp_path: Path) -> None:
    content = b"q 2 0 0 2 10 20 cm BT /F 11 Tf 3 Tc 80 Tz 1 0.2 0 1 30 300 Tm (Scheve letters) Tj ET Q"
    path = pdf_of(tmp_path / "a.pdf", content)
    with pikepdf.open(path) as pdf, pymupdf.open(path) as document:
        frame = frame_of(pdf.pages[0])
        (run,) = Contents().of_page(pdf.pages[0])
        spans = document[0].get_text("rawdict")["blocks"][0]["lines"][0]["spans"]
        theirs = [sign for span in spans for sign in span["chars"] if sign["c"].strip()]
        letters = [glyph for glyph in run.glyphs(frame) if glyph.text.strip()]
        for ours, sign in zip(letters, theirs, strict=True):
            assert ours.text == sign["c"]
            assert ours.middle[0] == pytest.approx((sign["bbox"][0] + sign["bbox"][2]) / 2, abs=4)
            assert ours.middle[1] == pytest.approx((sign["bbox"][1] + sign["bbox"][3]) / 2, abs=4)


def test_a_font_chosen_by_a_graphics_state_is_known(tmp_path: Path) -> None:
    def state(pdf: pikepdf.Pdf) -> None:
        font = pdf.make_indirect(helvetica())
        chosen = pikepdf.Dictionary(Font=pikepdf.Array([font, 11]))
        pdf.pages[0].obj["/Resources"]["/ExtGState"] = pikepdf.Dictionary(G=chosen)

    path = pdf_of(tmp_path / "a.pdf", b"/G gs BT 72 700 Td (een) Tj ET", change=state)
    with pikepdf.open(path) as pdf:
        contents = Contents()
        assert text_of(contents.of_page(pdf.pages[0])) == "een"
        assert [sorted(codes) for codes in contents.used.values()] == [[101, 110]]


def test_a_font_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    broken = {
        "/Font": pikepdf.Dictionary(F=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0))
    }
    path = pdf_of(tmp_path / "a.pdf", b"BT /F 11 Tf 72 700 Td (een) Tj ET", resources=broken)
    with pikepdf.open(path) as pdf:
        contents = Contents()
        assert contents.of_page(pdf.pages[0]) == []
        assert contents.unread_fonts == 1


def test_forms_that_paint_themselves_end(tmp_path: Path) -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            b"/V Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(V=form))
        pdf.pages[0].obj["/Resources"]["/XObject"] = pikepdf.Dictionary(V=form)

    path = pdf_of(tmp_path / "a.pdf", b"/V Do", change=loop)
    with pikepdf.open(path) as pdf, pytest.raises(ValueError, match="too deep"):
        Contents().of_page(pdf.pages[0])


def test_glyph_programs_are_told_from_empty_ones() -> None:
    whole = pymupdf.Font("helv").buffer
    assert len(drawn_glyphs(whole)) > 200
    for broken in (b"", b"\0\1\0\0", whole[:40], b"OTTO\0\1"):
        with pytest.raises(ValueError, match="font program"):
            drawn_glyphs(broken)


@pytest.mark.parametrize("wrap", ["plain", "hexadecimal", "windows"])
def test_glyphs_of_type_1_programs_are_read_however_they_are_written(wrap: str) -> None:
    data = classic()
    start = data.index(b"eexec") + 6
    end = len(data) - len(type1.TRAILER)
    clear, coded, zeros = data[:start], data[start:end], data[end:]
    if wrap == "hexadecimal":
        data = clear + coded.hex().upper().encode() + b"\n" + zeros
    elif wrap == "windows":
        parts = ((b"\x80\1", clear), (b"\x80\2", coded), (b"\x80\1", zeros))
        data = b"".join(kind + len(part).to_bytes(4, "little") + part for kind, part in parts) + b"\x80\3"
    assert drawn_names(data) == frozenset("abcdefgXYZ")
    assert count_drawn(data) == 10


def test_parts_of_an_accented_letter_do_not_count() -> None:
    assert drawn_names(classic(accented=True)) == frozenset("bcdefgXYZ") | {"aacute"}
    left, _ = type1.trimmed(classic(accented=True), Wanted(names=frozenset(("aacute",))))
    assert drawn_names(left) == {"aacute"}


@pytest.mark.parametrize("data", [b"%!PS", b"%!PS currentfile eexec \0\0\0\0", b"\x80\1\4\0\0\0%!PS"])
def test_what_is_no_type_1_program_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="font program"):
        count_drawn(data)


NOTATIONS = [
    "Quirine Veldkamp",
    "QUIRINE VELDKAMP",
    "quirine\u00a0veldkamp",
    "Quirine Veld\u00adkamp",
    "Quirine Veld-\nkamp",
    "Quirine Veld\x02kamp",
    "Qu\u0456rine Veldkamp".replace("\u0456", "i"),
    "Qüïrine Véldkamp",
    "Q\u0075\u0308irine Veldkamp",
    "Q u i r i n e  V e l d k a m p",
    "QuirineVeldkamp",
    "quirine.veldkamp@gemeente.example",
    "Ｑuirine Veldkamp",
]


@pytest.mark.parametrize("text", NOTATIONS)
def test_a_name_is_found_in_any_notation(text: str) -> None:
    assert haystack_of([f"x {text} y"]).count(needle_of("Quirine Veldkamp")) == 1


def test_ligatures_and_short_names_over_a_line_end_are_found() -> None:
    assert haystack_of(["de heer Graﬀ"]).count(needle_of("Graff")) == 1
    assert haystack_of(["Janssen"]).count(needle_of("Jans- sen")) == 1
    assert haystack_of(["Vossen en Devos"]).count(needle_of("Vos")) == 0


ENCODED = [
    "Veldkamp".encode("latin-1"),
    "Veldkamp".encode("utf-16-be"),
    "Veldkamp".encode("utf-16-le"),
    "\ufeffVeldkamp".encode("utf-16-be"),
    "Veldkamp".encode("utf-8-sig"),
    b"Veld%6Bamp",
    b"Veld&#107;amp",
    b"Veld&#x6b;amp",
    b"Veld\\153amp",
    b"Veld\\u006bamp",
    b"Veld\\x6bamp",
    b"Veldkamp".hex().encode(),
    "Veldkamp".encode("utf-16-be").hex().upper().encode(),
]


@pytest.mark.parametrize("data", ENCODED)
def test_bytes_are_read_in_every_usual_encoding(data: bytes) -> None:
    assert any("Veldkamp" in text for text in readings(data))


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode))
def test_nothing_stands_between_the_objects_of_a_plain_file(
    tmp_path: Path, mode: pikepdf.ObjectStreamMode
) -> None:
    path = pdf_of(tmp_path / "a.pdf", b"BT /F 11 Tf 72 700 Td (\\(een\\) % geen opmerking) Tj ET")
    with pikepdf.open(path) as pdf:
        pdf.docinfo["/Title"] = "met % en (haakjes) en \\ erin"
        pdf.save(tmp_path / "b.pdf", object_stream_mode=mode)
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        data = (tmp_path / "b.pdf").read_bytes()
        assert count_outside(pdf, data) == 0
        assert count_outside(pdf, data + b"x") == 1
        assert count_outside(pdf, b"x" + data) == 1
        assert count_outside(pdf, data.replace(b"endobj", b"endobj % x", 1)) > 0


def test_what_moves_is_expected_where_it_goes() -> None:
    text = "een twee drie"
    words = tuple(
        Word(
            text=part,
            box=Box(x0=x, y0=100, x1=x + 8 * len(part), y1=112),
            start=text.index(part),
            line=0,
            cuts=tuple(x + 8.0 * place for place in range(len(part) + 1)),
        )
        for part, x in (("een", 72.0), ("twee", 104.0), ("drie", 144.0))
    )
    page = Page(
        document_id="d",
        index=0,
        width=595,
        height=842,
        rotation=0,
        text=text,
        words=words,
        text_source=TextSource.DIGITAL,
    )
    span = Span(document_id="d", page_index=0, start=4, end=8)
    mark = Mark(page_index=0, boxes=page.boxes(span), codes=("11.1",), span=span)
    shift = Shift(page_index=0, area=Box(x0=140, y0=99, x1=300, y1=113), dx=20.0, dy=0.0)
    expected = expectation_of(page, (mark,), (shift,))
    assert "".join(character.letter for character in expected.marked) == "twee"
    places = {(character.letter, character.cell[0], character.shift) for character in expected.staying}
    assert ("d", 164.0, 1) in places
    assert ("n", 88.0, 0) in places
