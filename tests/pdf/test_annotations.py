from dataclasses import asdict, replace

import pikepdf
import pymupdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import IntakeError
from lakmoes.model import Box, ExportOrigin, RedactionAnnotation
from lakmoes.pdf.annotations import page_spaces, read_annotations, write_annotations
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.xfdf import read_xfdf, xfdf_of

ORIGIN = ExportOrigin(document_id="ab" * 32, entry=12)


def write_source(path, rotation):
    """Two pages, cropped and rotated, with a link and a pending redaction of someone else."""
    with pymupdf.open() as document:
        for number in (1, 2):
            page = document.new_page(width=400, height=600)
            page.insert_text((80, 120), f"Beste Visser, bladzijde {number}")
            page.add_redact_annot((10, 10, 50, 50))
            link = pymupdf.Rect(80, 200, 120, 220)
            page.insert_link({"kind": pymupdf.LINK_URI, "from": link, "uri": "https://example.nl"})
            page.set_cropbox(pymupdf.Rect(20, 30, 380, 580))
            page.set_rotation(rotation)
        document.save(path)
    return path


@pytest.fixture
def source(tmp_path):
    return write_source(tmp_path / "bron.pdf", 0)


@pytest.fixture(params=[0, 90, 180, 270])
def turned(request, tmp_path):
    return write_source(tmp_path / "gedraaid.pdf", request.param)


def annotations_for(path):
    pages = read_pages(path, "d")
    boxes = [next(word.box for word in page.words if word.text.startswith("Visser")) for page in pages]
    return tuple(
        RedactionAnnotation(
            name=f"naam-{index}",
            page_index=index,
            boxes=(box, Box(x0=50, y0=300, x1=90, y1=312)),
            overlay="10.2.e & 11.1",
            kind="naam",
            contents="Naam van een ambtenaar: „één”.",
            author="H. Handler",
        )
        for index, box in enumerate(boxes)
    )


def rounded(annotations):
    return [replace(one, boxes=tuple(map(rounded_box, one.boxes))) for one in annotations]


def rounded_box(box):
    return Box(**{edge: round(place, 1) for edge, place in asdict(box).items()})


def test_annotations_come_back_as_they_went(turned, tmp_path):
    annotations = annotations_for(turned)
    write_annotations(turned, annotations, ORIGIN, tmp_path / "uit.pdf")
    origin, found = read_annotations(tmp_path / "uit.pdf")
    assert origin == ORIGIN
    assert rounded(found) == rounded(annotations)


def test_another_library_sees_redactions_where_the_text_is(turned, tmp_path):
    path = tmp_path / "uit.pdf"
    write_annotations(turned, annotations_for(turned), ORIGIN, path)
    with pikepdf.open(path) as file, pypdfium2.PdfDocument(path) as shown:
        for page, seen in zip(file.pages, shown, strict=True):
            (annotation,) = [one for one in page.Annots if one.Subtype == Name.Redact]
            left, top, right, bottom = (float(annotation.QuadPoints[at]) for at in (0, 1, 2, 5))
            assert seen.get_textpage().get_text_bounded(left, bottom, right, top).strip() == "Visser,"
            assert [one.Subtype for one in page.Annots] == [Name.Link, Name.Redact]


def test_the_look_is_seen_in_viewers_that_know_no_redactions(source, tmp_path):
    write_annotations(source, annotations_for(source), ORIGIN, tmp_path / "uit.pdf")
    with pymupdf.open(tmp_path / "uit.pdf") as document, pymupdf.open(source) as before:
        assert document[0].get_pixmap().samples != before[0].get_pixmap(annots=False).samples


def test_replies_of_the_review_model_are_read(source, tmp_path):
    path = tmp_path / "uit.pdf"
    write_annotations(source, annotations_for(source), ORIGIN, path)
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        page = file.pages[0]
        ours = next(one for one in page.Annots if one.Subtype == Name.Redact)
        reply = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([0, 0, 9, 9]),
            IRT=ours,
            StateModel=String("Review"),
            State=String("Accepted"),
        )
        page.Annots.append(file.make_indirect(reply))
        file.save(path)
    assert [one.state for one in read_annotations(path)[1]] == ["Accepted", ""]


def test_the_same_input_gives_the_same_bytes(source, tmp_path):
    for name in ("een.pdf", "twee.pdf"):
        write_annotations(source, annotations_for(source), ORIGIN, tmp_path / name)
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_xfdf_comes_back_as_it_went(turned):
    annotations = annotations_for(turned)
    data = xfdf_of(turned, annotations, ORIGIN)
    origin, found = read_xfdf(data, page_spaces(turned))
    assert origin == ORIGIN
    assert rounded(found) == rounded(annotations)


def test_states_in_xfdf_are_read(source):
    data = xfdf_of(source, annotations_for(source), ORIGIN).replace(
        b"</annots>",
        b'<text page="0" rect="0,0,9,9" inreplyto="naam-0" statemodel="Review" state="Rejected"/></annots>',
    )
    assert [one.state for one in read_xfdf(data, page_spaces(source))[1]] == ["Rejected", ""]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen xml",
        b'<!DOCTYPE x [<!ENTITY a "aa">]><xfdf xmlns="http://ns.adobe.com/xfdf/"/>',
        b'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><redact page="9" rect="0,0,1,1"/></annots></xfdf>',
        b'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><redact page="-1" rect="0,0,1,1"/></annots></xfdf>',
        b'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><redact page="0" rect="a,b"/></annots></xfdf>',
    ],
)
def test_what_is_no_xfdf_of_this_document_is_refused(source, data):
    with pytest.raises(IntakeError) as caught:
        read_xfdf(data, page_spaces(source))
    assert caught.value.code == "annotations-unreadable"


def test_a_file_without_an_origin_says_so(source):
    assert read_annotations(source)[0] is None


def test_a_file_that_is_no_pdf_is_refused(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"niets")
    with pytest.raises(IntakeError):
        read_annotations(tmp_path / "x.pdf")
