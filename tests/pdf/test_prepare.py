from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import IntakeError
from lakmoes.pdf.prepare import prepare, prepared
from tests.pdf.making import lines_of, pdf_of, picture_of


def annotated(*kinds: tuple[str, dict[str, Any]]) -> Any:
    def add(pdf: pikepdf.Pdf) -> None:
        for number, (kind, keys) in enumerate(kinds):
            form = pdf.make_stream(
                b"0.2 g 0 0 50 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 20]
            )
            made = Dictionary(
                {
                    "/Type": Name.Annot,
                    "/Subtype": Name(f"/{kind}"),
                    "/Rect": [72, 500 - 40 * number, 122, 520 - 40 * number],
                    "/AP": Dictionary(N=form),
                }
                | {f"/{key}": value for key, value in keys.items()}
            )
            page = pdf.pages[0].obj
            page.Annots = Array([*page.get("/Annots", ()), pdf.make_indirect(made)])

    return add


def test_a_file_without_annotations_is_left_as_it_is(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "a.pdf", lines_of("tekst"))
    document, notes = prepare(path)
    with document:
        assert notes == ()
        assert not document.is_dirty


def test_visible_annotations_look_the_same_as_content(tmp_path: Path) -> None:
    kinds = [("Stamp", {}), ("Ink", {}), ("Square", {"Contents": String("let op")})]
    path = pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=annotated(*kinds))
    document, notes = prepare(path)
    with document:
        page = document[0]
        assert page.first_annot is None
        document.save(tmp_path / "b.pdf")
    assert picture_of(tmp_path / "b.pdf").tobytes() == picture_of(path).tobytes()
    assert [(note.code, note.count) for note in notes] == [("comments-removed", 1)]


def test_links_stay_links_and_notes_are_counted(tmp_path: Path) -> None:
    kinds = [
        ("Link", {"A": Dictionary(S=Name.URI, URI=String("https://om.example"))}),
        ("Text", {"Contents": String("een")}),
        ("Text", {"Contents": String("twee")}),
        ("Text", {}),
        ("Popup", {}),
        ("FileAttachment", {}),
        ("Redact", {}),
        ("Stamp", {"F": 2}),
    ]
    document, notes = prepare(pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=annotated(*kinds)))
    with document:
        page = document[0]
        assert [link["uri"] for link in page.get_links()] == ["https://om.example"]
        assert b"Do" not in page.read_contents()
    assert {note.code: note.count for note in notes} == {
        "attachments-removed": 1,
        "comments-removed": 2,
        "pending-redactions-removed": 1,
    }


@pytest.mark.parametrize("annotations", [Array([1, 2]), Dictionary(), Array([Dictionary()])])
def test_annotations_that_are_none_do_not_stop_reading(tmp_path: Path, annotations: Any) -> None:
    def odd(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = annotations

    with prepared(pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=odd)) as document:
        assert document[0].get_text().strip() == "tekst"


@pytest.mark.parametrize("number", [1, "x"])
def test_layer_settings_that_make_no_sense_hide_nothing(tmp_path: Path, number: Any) -> None:
    def odd(pdf: pikepdf.Pdf) -> None:
        nonsense = Array([number])
        pdf.Root.OCProperties = Dictionary(OCGs=nonsense, D=Dictionary(OFF=nonsense, AS=nonsense))

    with prepared(pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=odd)) as document:
        assert document[0].get_text().strip() == "tekst"


@pytest.mark.parametrize("settings", [Dictionary(D=1), Dictionary(OCGs=1, D=Dictionary(OFF=2))])
def test_damaged_layer_settings_are_refused(tmp_path: Path, settings: Any) -> None:
    def odd(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OCProperties = settings

    with pytest.raises(IntakeError, match="damaged"):
        prepared(pdf_of(tmp_path / "a.pdf", lines_of("tekst"), change=odd))


def test_messages_of_mupdf_do_not_reach_the_screen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = pdf_of(tmp_path / "a.pdf", b"BT /F 12 Tf 72 700 Td (a) Tj GEHEIMWOORD ET")
    pymupdf.TOOLS.mupdf_display_errors(True)
    with prepared(path) as document:
        document[0].get_text()
    captured = capfd.readouterr()
    assert "GEHEIMWOORD" not in captured.out + captured.err
