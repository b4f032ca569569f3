"""Every way to redact badly that is known is tried, and must be seen by the check that is for it.

Each saboteur gets the workshop and writes the redacted file as it should not be.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.model import Span, TextSource
from lakmoes.verify import report
from tests.sabotage.workshop import LEFT, PITCH, TOP, Workshop, bar_of, text_at

NAME = "Quirine Veldkamp"
MAIL = "t.ooster@gemeente.example"

Saboteur = Callable[[Workshop], object]
SABOTEURS: list[tuple[Saboteur, set[str]]] = []


def caught_by(*checks: str) -> Callable[[Saboteur], Saboteur]:
    """Registers a saboteur with exactly the checks that fail."""

    def register(saboteur: Saboteur) -> Saboteur:
        SABOTEURS.append((saboteur, set(checks)))
        return saboteur

    return register


def added(shop: Workshop, content: bytes, index: int = 0) -> pikepdf.Pdf:
    """The honest document with more content on a page."""
    pdf = shop.honest()
    pdf.pages[index].contents_add(pdf.make_stream(content))
    return pdf


# text that stays on the page


@caught_by("text-under-marks", "text-again", "beneath-marks")
def _box_on_top_only(shop: Workshop) -> None:
    shop.save(shop.honest(left=[mark.span for mark in shop.marks if mark.span]))


@caught_by("text-under-marks", "text-again", "beneath-marks")
def _one_mark_forgotten(shop: Workshop) -> None:
    shop.save(shop.honest(left=[shop.span("Tjalling Ooster")]))


@caught_by("text-under-marks", "beneath-marks")
def _short_word_forgotten(shop: Workshop) -> None:
    shop.save(shop.honest(left=[shop.span("019")]))


@caught_by("text-under-marks", "beneath-marks")
def _last_letter_left(shop: Workshop) -> None:
    place = shop.span(NAME).end
    shop.save(shop.honest(left=[Span(document_id="d", page_index=0, start=place - 1, end=place)]))


@caught_by("text-under-marks", "beneath-marks")
def _digit_like_the_document_number_left(shop: Workshop) -> None:
    place = shop.span("019 77").end
    shop.save(shop.honest(left=[Span(document_id="d", page_index=0, start=place - 1, end=place)]))


@caught_by("text-again")
def _text_moved_off_the_page(shop: Workshop) -> None:
    shop.save(added(shop, text_at(NAME, 700, 400)))


@caught_by("text-again")
def _text_between_the_crop_and_the_media_box(shop: Workshop) -> None:
    shop.save(added(shop, text_at(NAME, 40, 20), index=1))


@caught_by("text-again")
def _white_text(shop: Workshop) -> None:
    shop.save(added(shop, b"q 1 g " + text_at(NAME, 72, 300) + b" Q\n"))


@caught_by("text-again")
def _text_that_is_not_painted(shop: Workshop) -> None:
    shop.save(added(shop, b"q 3 Tr " + text_at(NAME, 72, 300) + b" Q\n"))


@caught_by("text-again")
def _tiny_text(shop: Workshop) -> None:
    shop.save(added(shop, text_at(NAME, 72, 300, size=0.5)))


@caught_by("text-again")
def _text_over_other_text(shop: Workshop) -> None:
    shop.save(added(shop, text_at(NAME, LEFT + 1, TOP - 3 * PITCH - 1)))


@caught_by("text-again", "text-under-marks", "beneath-marks")
def _text_shifted_half_under_its_box(shop: Workshop) -> None:
    first = shop.marks[0].boxes[0]
    shop.save(added(shop, text_at(NAME, first.x1 - 25, 842 - first.y1 + 4)))


@caught_by("structure", "text-again")
def _layer_hidden(shop: Workshop) -> None:
    content = b"/OC /Laag BDC " + text_at(NAME, 72, 300) + b" EMC\n"
    pdf = added(shop, content)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("concept")))
    pdf.pages[0].obj["/Resources"]["/Properties"] = Dictionary(Laag=layer)
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    shop.save(pdf)


@caught_by("text-again")
def _text_in_a_form(shop: Workshop) -> None:
    pdf = added(shop, b"/Vorm Do\n")
    form = pdf.make_stream(
        text_at(NAME, 72, 300), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842]
    )
    form["/Resources"] = pdf.pages[0].obj["/Resources"]
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(Vorm=form)
    shop.save(pdf)


@caught_by("text-under-marks")
def _letters_without_a_meaning(shop: Workshop) -> None:
    """Glyphs that no extractor can read, but that are painted under the box."""
    pdf = shop.honest(bars=False)
    first = shop.marks[0].boxes[0]
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 1000, 1000],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            FirstChar=65,
            LastChar=65,
            Widths=[1000],
            Encoding=Dictionary(Type=Name.Encoding, Differences=[65, Name("/x")]),
            CharProcs=Dictionary(x=pdf.make_stream(b"1000 0 0 0 1000 1000 d1 100 0 300 700 re f")),
        )
    )
    pdf.pages[0].obj["/Resources"]["/Font"]["/T"] = font
    text = b"BT /T 10 Tf 1 0 0 1 %.2f %.2f Tm (AAA) Tj ET\n" % (first.x0 + 20, 842 - first.y1 + 3)
    bars = b"".join(bar_of(shop.papers[0], mark) for mark in shop.marks if mark.page_index == 0)
    pdf.pages[0].contents_add(pdf.make_stream(text + bars))
    bars = b"".join(bar_of(shop.papers[1], mark) for mark in shop.marks if mark.page_index == 1)
    pdf.pages[1].contents_add(pdf.make_stream(bars))
    shop.save(pdf)


# text that is gone but should be there


@caught_by("text-lost")
def _word_of_a_neighbouring_line_gone(shop: Workshop) -> None:
    shop.save(without(shop, shop.span("vergadering")))


@caught_by("text-lost")
def _one_letter_of_a_pair_gone(shop: Workshop) -> None:
    place = shop.span("ballen").start + 3
    shop.save(without(shop, Span(document_id="d", page_index=0, start=place, end=place + 1)))


@caught_by("text-lost")
def _rest_of_a_mail_address_gone(shop: Workshop) -> None:
    shop.save(without(shop, shop.span("@gemeente.example")))


@caught_by("text-lost", "text-again")
def _figure_changed(shop: Workshop) -> None:
    pdf = without(shop, shop.span("3", 0))
    pdf.pages[0].contents_add(pdf.make_stream(text_at("8", shop.pages[0].words[5].box.x0, TOP)))
    shop.save(pdf)


@caught_by("text-lost", "text-again")
def _line_moved(shop: Workshop) -> None:
    pdf = without(shop, shop.span("Deze bladzijde", 2))
    pdf.pages[2].contents_add(pdf.make_stream(text_at("Deze bladzijde", LEFT + 30, 400)))
    shop.save(pdf)


def without(shop: Workshop, span: Span) -> pikepdf.Pdf:
    """The honest document that lost some more text."""
    marks = shop.marks
    extra = replace(
        marks[0], page_index=span.page_index, span=span, boxes=shop.pages[span.page_index].boxes(span)
    )
    shop.marks = (*marks, extra)
    pdf = shop.honest()
    shop.marks = marks
    content = pdf.pages[span.page_index].obj["/Contents"]
    bar = bar_of(shop.papers[span.page_index], extra)
    content.write(content.read_bytes().replace(bar, b""))
    return pdf


# pages


@caught_by("page-shape")
def _unmarked_page_gone(shop: Workshop) -> None:
    pdf = shop.honest()
    del pdf.pages[2]
    shop.save(pdf)


@caught_by("page-shape")
def _page_added(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.add_blank_page()
    shop.save(pdf)


@caught_by("page-shape")
def _page_turned(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.pages[2].rotate(90, relative=True)
    shop.save(pdf)


@caught_by("page-shape")
def _page_enlarged(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.pages[2].mediabox = [0, 0, 600, 842]
    shop.save(pdf)


@caught_by("page-shape", "text-lost", "text-again", "marks-black")
def _pages_in_another_order(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.pages[0], pdf.pages[1] = pdf.pages[1], pdf.pages[0]
    shop.save(pdf)


# what the marks look like and what is beneath


@caught_by("marks-black")
def _no_box_drawn(shop: Workshop) -> None:
    shop.save(shop.honest(bars=False))


@caught_by("marks-black")
def _grey_box(shop: Workshop) -> None:
    pdf = shop.honest(bars=False)
    for index in (0, 1):
        bars = b"".join(bar_of(shop.papers[index], m, False) for m in shop.marks if m.page_index == index)
        pdf.pages[index].contents_add(pdf.make_stream(bars.replace(b"0 g", b"0.6 g")))
    shop.save(pdf)


@caught_by("beneath-marks")
def _drawing_under_the_box(shop: Workshop) -> None:
    box = shop.marks[0].boxes[0]
    x, y = box.x0, 842 - box.y1
    curve = b"1 w %.1f %.1f m %.1f %.1f %.1f %.1f %.1f %.1f c S\n" % (
        *(x + 5, y + 3),
        *(x + 30, y + 20, x + 40, y - 8, x + 70, y + 10),
    )
    shop.papers = (replace(shop.papers[0], below=curve), *shop.papers[1:])
    shop.save(shop.honest())


def scan_of(shop: Workshop, blanked: bool) -> bytes:
    """The picture of the first page, its marks blanked or not, as compressed grey pixels at 72 dpi."""
    document = pymupdf.open(shop.source)
    pixmap = document[0].get_pixmap(colorspace=pymupdf.csGRAY)
    for mark in shop.marks if blanked else ():
        for box in mark.boxes:
            if mark.page_index == 0:
                pixmap.set_rect(pymupdf.IRect(box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1), (0,))
    return bytes(pixmap.samples)


def picture(pdf: pikepdf.Pdf, samples: bytes, size: tuple[int, int] = (595, 842)) -> pikepdf.Stream:
    """A grey picture."""
    return pdf.make_stream(
        samples,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )


def scanned(shop: Workshop, blanked: bool, cover: bytes = b"") -> pikepdf.Pdf:
    """The workshop with one page that is a recognised scan, and its redaction."""
    shop.papers = shop.papers[:1]
    shop.marks = tuple(mark for mark in shop.marks if mark.page_index == 0)
    shop.pages = (replace(shop.pages[0], text_source=TextSource.OCR),)
    bars = b"".join(bar_of(shop.papers[0], mark) for mark in shop.marks)
    content = b"q 595 0 0 842 0 0 cm /Scan Do Q\n" + cover + bars
    pdf = shop.written(shop.target, [content].__getitem__)
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(Scan=picture(pdf, scan_of(shop, blanked)))
    return pdf


@caught_by()
def _honest_scan(shop: Workshop) -> None:
    shop.save(scanned(shop, blanked=True))


@caught_by("beneath-marks")
def _picture_kept_behind_the_box(shop: Workshop) -> None:
    shop.save(scanned(shop, blanked=False))


@caught_by("beneath-marks")
def _picture_kept_behind_a_black_picture(shop: Workshop) -> None:
    box = shop.marks[0].boxes[0]
    cover = b"q %.1f 0 0 %.1f %.1f %.1f cm /Zwart Do Q\n" % (
        *(box.x1 - box.x0, box.y1 - box.y0),
        *(box.x0, 842 - box.y1),
    )
    pdf = scanned(shop, blanked=False, cover=cover)
    pdf.pages[0].obj["/Resources"]["/XObject"]["/Zwart"] = picture(pdf, bytes(16), (4, 4))
    shop.save(pdf)


@caught_by("structure")
def _original_picture_left_in_the_file(shop: Workshop) -> None:
    pdf = scanned(shop, blanked=True)
    pdf.pages[0].obj["/Resources"]["/XObject"]["/Oud"] = picture(pdf, scan_of(shop, blanked=False))
    shop.save(pdf)


@caught_by("structure")
def _original_picture_as_alternate(shop: Workshop) -> None:
    pdf = scanned(shop, blanked=True)
    original = picture(pdf, scan_of(shop, blanked=False))
    shown = pdf.pages[0].obj["/Resources"]["/XObject"]["/Scan"]
    shown["/Alternates"] = Array([Dictionary(Image=original, DefaultForPrinting=False)])
    shop.save(pdf)


def photograph(shop: Workshop, segment: bytes, tail: bytes = b"") -> None:
    """The honest document with a JPEG in which a segment stands, and with bytes after its end."""
    pdf = added(shop, b"q 40 0 0 40 300 300 cm /Foto Do Q\n")
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 16, 16))
    pixmap.clear_with(120)
    data = pixmap.tobytes("jpeg")
    photo = picture(pdf, data[:2] + segment + data[2:] + tail, (16, 16))
    photo["/Filter"] = Name.DCTDecode
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(Foto=photo)
    shop.save(pdf)


@caught_by()
def _honest_photograph(shop: Workshop) -> None:
    photograph(shop, b"")


@caught_by("structure")
def _preview_in_a_photograph(shop: Workshop) -> None:
    photograph(shop, b"\xff\xe1\x00\x0aExif\0\0ab")


@caught_by("structure")
def _comment_in_a_photograph(shop: Workshop) -> None:
    photograph(shop, b"\xff\xfe\x00\x08geheim")


@caught_by("structure")
def _bytes_after_a_photograph(shop: Workshop) -> None:
    photograph(shop, b"", tail=b"geheim")


@caught_by("text-again")
def _recognised_text_left_behind_a_scan(shop: Workshop) -> None:
    pdf = scanned(shop, blanked=True)
    pdf.pages[0].contents_add(pdf.make_stream(b"q 3 Tr " + text_at("Aanwezig", 72, 300) + b" Q\n"))
    shop.save(pdf)


# what hangs beside the pages


@caught_by("hidden-text")
def _actual_text_kept(shop: Workshop) -> None:
    content = b"/Span <</ActualText (Quirine Veldkamp)>> BDC EMC\n"
    shop.save(added(shop, content))


@caught_by("hidden-text")
def _actual_text_in_utf16_in_properties(shop: Workshop) -> None:
    pdf = added(shop, b"/Span /Eigen BDC EMC\n")
    pdf.pages[0].obj["/Resources"]["/Properties"] = Dictionary(Eigen=Dictionary(ActualText=String(NAME)))
    pdf.pages[0].obj["/Resources"]["/Properties"]["/Eigen"]["/ActualText"] = String(
        "\ufeffTjalling Ooster".encode("utf-16-be")
    )
    shop.save(pdf)


@caught_by("hidden-text")
def _alternative_text_in_the_structure_tree(shop: Workshop) -> None:
    pdf = shop.honest()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root["/K"] = Dictionary(
        Type=Name.StructElem, S=Name.Figure, P=root, Alt=String("Foto van Quirine  Veldkamp")
    )
    pdf.Root["/StructTreeRoot"] = root
    shop.save(pdf)


@caught_by("hidden-text", "structure")
def _title_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.docinfo["/Title"] = f"Klacht van {NAME}"
    shop.save(pdf)


@caught_by("structure")
def _author_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.docinfo["/Author"] = "afdeling Communicatie"
    shop.save(pdf)


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" {attribute}>'
    "<dc:creator>{creator}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def with_metadata(shop: Workshop, creator: str, attribute: str = "") -> None:
    pdf = shop.honest()
    data = XMP.format(creator=creator, attribute=attribute).encode()
    pdf.Root["/Metadata"] = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    shop.save(pdf)


@caught_by("hidden-text", "structure")
def _xmp_kept(shop: Workshop) -> None:
    with_metadata(shop, "Quirine&#32;Veldkamp")


@caught_by("structure")
def _xmp_with_other_values_kept(shop: Workshop) -> None:
    with_metadata(shop, "")
    with_metadata(shop, "", attribute='dc:publisher="iemand"')


@caught_by("hidden-text")
def _bookmark_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Bijdrage Tjalling Ooster", 0))
    shop.save(pdf)


def annotated(shop: Workshop, **keys: object) -> pikepdf.Pdf:
    pdf = shop.honest()
    annotation = Dictionary(Type=Name.Annot, Rect=[72, 600, 200, 620], **keys)
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(annotation)])
    return pdf


@caught_by()
def _honest_link(shop: Workshop) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://www.gemeente.example/woo"))
    shop.save(annotated(shop, Subtype=Name.Link, A=action))


@caught_by("hidden-text")
def _mail_link_kept(shop: Workshop) -> None:
    action = Dictionary(S=Name.URI, URI=String("mailto:t%2Eooster%40gemeente.example"))
    shop.save(annotated(shop, Subtype=Name.Link, A=action))


@caught_by("hidden-text")
def _named_place_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.Root["/Dests"] = Dictionary({"/QuirineVeldkamp": Array([pdf.pages[0].obj, Name.Fit])})
    shop.save(pdf)


@caught_by("structure")
def _sticky_note_kept(shop: Workshop) -> None:
    shop.save(annotated(shop, Subtype=Name.Text, Contents=String("nog even nakijken")))


@caught_by("structure", "hidden-text")
def _stamp_with_the_name(shop: Workshop) -> None:
    pdf = annotated(shop, Subtype=Name.Stamp, Contents=String(NAME))
    shop.save(pdf)


@caught_by("structure")
def _form_field_kept(shop: Workshop) -> None:
    pdf = annotated(shop, Subtype=Name.Widget, FT=Name.Tx, T=String("veld"), V=String("x"))
    pdf.Root["/AcroForm"] = Dictionary(Fields=pdf.pages[0].obj["/Annots"])
    shop.save(pdf)


@caught_by("structure")
def _attachment_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.attachments["bron.txt"] = b"geheim"
    shop.save(pdf)


@caught_by("structure")
def _javascript_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    shop.save(pdf)


@caught_by("structure")
def _launch_kept(shop: Workshop) -> None:
    shop.save(annotated(shop, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("bron.docx"))))


@caught_by("structure")
def _thumbnail_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.pages[0].obj["/Thumb"] = picture(pdf, bytes(16), (4, 4))
    shop.save(pdf)


@caught_by("structure")
def _private_data_kept(shop: Workshop) -> None:
    pdf = shop.honest()
    pdf.pages[0].obj["/PieceInfo"] = Dictionary(Programma=Dictionary(Private=Dictionary(a=1)))
    shop.save(pdf)


@caught_by("structure", "hidden-text")
def _object_that_nothing_refers_to(shop: Workshop) -> None:
    shop.save(shop.honest())
    data = shop.target.read_bytes()
    document = pymupdf.open(stream=data)
    number = document.get_new_xref()
    document.update_object(number, f"<</Oud ({NAME})>>")
    shop.target.write_bytes(document.tobytes(garbage=0, no_new_id=True))


# the bytes of the file


@caught_by("structure")
def _bytes_after_the_end(shop: Workshop) -> None:
    path = shop.save(shop.honest())
    path.write_bytes(path.read_bytes() + b"\n% Quirine Veldkamp\n")


@caught_by("structure")
def _old_text_in_an_earlier_version(shop: Workshop) -> None:
    """The whole source, with the redacted pages appended as an update."""
    shop.target.write_bytes(shop.source.read_bytes())
    honest = shop.honest()
    update = pymupdf.open(shop.target)
    for index, page in enumerate(honest.pages):
        stream = update[index].get_contents()[0]
        parts = page.obj["/Contents"]
        update.update_stream(stream, parts.read_bytes())
    update.set_metadata({})
    update.save(shop.target, incremental=True, encryption=pymupdf.PDF_ENCRYPT_KEEP)


@caught_by("structure")
def _old_object_between_the_others(shop: Workshop) -> None:
    """An object that the table does not list, as garbage of an earlier version."""
    path = shop.save(shop.honest())
    data = path.read_bytes()
    place = data.index(b"xref")
    old = b"999 0 obj\n<</Oud (geheim)>>\nendobj\n"
    start = data.rindex(b"startxref")
    path.write_bytes(
        data[:place] + old + data[place:start] + b"startxref\n%d\n%%%%EOF\n" % (place + len(old))
    )


@caught_by("structure")
def _encrypted(shop: Workshop) -> None:
    shop.save(shop.honest(), encryption=pikepdf.Encryption(owner="sleutel", user=""))


ALL = report.NAMES


@caught_by(*ALL)
def _truncated(shop: Workshop) -> None:
    shop.save(shop.honest())
    shop.target.write_bytes(shop.target.read_bytes()[:300])


@caught_by(*ALL)
def _nothing_written(shop: Workshop) -> None:
    assert not shop.target.exists()


@caught_by(*ALL)
def _locked(shop: Workshop) -> None:
    shop.save(shop.honest(), encryption=pikepdf.Encryption(owner="sleutel", user="slot"))


@pytest.mark.parametrize(("saboteur", "checks"), SABOTEURS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_saboteur_is_caught(tmp_path: Path, saboteur: Saboteur, checks: set[str]) -> None:
    shop = Workshop(tmp_path)
    saboteur(shop)
    assert shop.failed() == checks


def test_the_table_is_whole() -> None:
    names = {name for name, value in globals().items() if name.startswith("_") and callable(value)}
    assert names - {"__loader__"} == {saboteur.__name__ for saboteur, _ in SABOTEURS}
