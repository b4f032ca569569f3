import contextlib
import hashlib
import io
import unicodedata
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from lakmoes.errors import IntakeError, RedactionError
from lakmoes.model import Box, Mark, RedactionPlan
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from tests.pdf.making import (
    A4,
    MARKED,
    STAMP,
    box_plan,
    helvetica,
    leaks,
    lines_of,
    nothing_planned,
    pdf_of,
    picture_of,
    places_of,
    plan_of,
    redacted,
    text_of,
)

LETTERS = (
    "Wij spraken met Willem Appelman over",
    "de vraag van Jill Hijlkema uit Lil",
    "en met lijfarts Tijl (Ill).",
)
CROPS = [
    pytest.param({}, A4, id="plain"),
    pytest.param({"/CropBox": [20, 30, 560, 800]}, A4, id="crop"),
    pytest.param({}, (100, 200, 695, 1042), id="origin"),
    pytest.param({"/CropBox": [40, 60, 560, 800]}, (-50, -80, 595, 842), id="both"),
    pytest.param({"/UserUnit": 2}, A4, id="user unit"),
]


def shifted(content: bytes, media: tuple[float, ...]) -> bytes:
    """The content at the same place of a sheet whose origin lies elsewhere."""
    return b"1 0 0 1 %g %g cm " % (media[0], media[1]) + content if media[0] > 0 else content


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(("page", "media"), CROPS)
def test_on_any_sheet_the_text_goes_and_the_box_is_where_it_was(
    tmp_path: Path, rotation: int, page: dict[str, object], media: tuple[float, ...]
) -> None:
    content = shifted(lines_of(*LETTERS), media)
    source = pdf_of(tmp_path / "a.pdf", content, media=media, page={"/Rotate": rotation, **page})
    target = redacted(source, "Willem Appelman")
    assert "Appelman" not in text_of(target)
    assert "Wij spraken met" in text_of(target)
    assert not leaks(target, "Appelman")
    before, after = picture_of(source), picture_of(target)
    for box in displayed_boxes(source, "Willem Appelman"):
        middle = after.crop(inset(box))
        assert min(middle.tobytes()) == 0
        assert sum(grey < 60 for grey in middle.tobytes()) > 0.6 * middle.width * middle.height
        paint(before, box)
        paint(after, box)
    assert before.tobytes() == after.tobytes(), "nothing but the box changed"


def displayed_boxes(path: Path, text: str) -> list[tuple[int, int, int, int]]:
    """Boxes of a text in pixels of the displayed page, a little larger."""
    with pymupdf.open(path) as document:
        page = document[0]
        unit = 2 if document.xref_get_key(page.xref, "UserUnit")[0] != "null" else 1
        sheet = pymupdf.Rect(page.rect) / unit
        boxes = [box for mark in plan_of(path, text).marks for box in mark.boxes]
        turned = []
        for box in boxes:
            rectangle = pymupdf.Rect(box.x0, box.y0, box.x1, box.y1) / unit * page.rotation_matrix
            turned.append(tuple(rectangle.normalize() + pymupdf.Rect(-2, -2, 2, 2)))
        assert all(sheet.contains(pymupdf.Rect(box)) for box in turned)
        return [tuple(round(edge) for edge in box) for box in turned]


def inset(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return box[0] + 5, box[1] + 6, box[2] - 5, box[3] - 6


def paint(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    picture.paste(255, box)


@pytest.mark.parametrize("pitch", [0.9, 1.0, 1.1, 1.2, 1.5])
def test_lines_above_and_below_stay_whole_at_any_line_spacing(tmp_path: Path, pitch: float) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS, pitch=pitch))
    target = redacted(source, "Jill Hijlkema", stamp=MARKED)
    assert text_of(target).startswith("Wij spraken met Willem Appelman over de vraag van uit Lil en met lijf")
    expected = [place for place in places_of(source) if not under(source, "Jill Hijlkema", place)]
    assert [place[0] for place in places_of(target) if place[0] != "#"] == [place[0] for place in expected]
    assert all(any(near(place, other) for other in places_of(target)) for place in expected)


def near(place: tuple[str, float, float], other: tuple[str, float, float]) -> bool:
    return place[0] == other[0] and abs(place[1] - other[1]) < 0.1 and abs(place[2] - other[2]) < 0.1


def under(path: Path, text: str, place: tuple[str, float, float]) -> bool:
    boxes = [box for mark in plan_of(path, text).marks for box in mark.boxes]
    return any(box.contains(place[1], 842 - place[2]) for box in boxes)


@pytest.mark.parametrize("text", ["Jill", "ill", "i", "l", "Lil", "lijfarts", "Tijl", "(Ill)", "Hijl"])
def test_narrow_letters_go_and_their_neighbours_stay(tmp_path: Path, text: str) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS, pitch=1.0))
    target = tmp_path / "b.pdf"
    redact(source, plan_of(source, text), MARKED, target)
    kept = [place for place in places_of(target) if place[0] != "#"]
    expected = [place for place in places_of(source) if not under(source, text, place)]
    assert [place[0] for place in kept] == [place[0] for place in expected]
    assert all(any(near(place, other) for other in kept) for place in expected)


def test_kerned_text_loses_only_what_is_redacted(tmp_path: Path) -> None:
    content = (
        b"BT /F 12 Tf 72 700 Td [(V) 80 (an ) -20 (W) 60 (aal) -300 (en T) 120 (o) 15 (orn)] TJ ( na) Tj ET"
    )
    source = pdf_of(tmp_path / "a.pdf", content)
    target = redacted(source, "Waal")
    assert text_of(target).replace("10.2.e Wob", "").split() == ["Van", "en", "Toorn", "na"]
    kept = {place for place in places_of(source) if not under(source, "Waal", place)}
    assert all(any(abs(x - a) < 0.1 and sign == b for b, a, _ in places_of(target)) for sign, x, _ in kept)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.text("ijlItfjWmA.,'", min_size=1, max_size=7), min_size=3, max_size=8),
    chosen=st.integers(min_value=0, max_value=7),
    size=st.floats(min_value=5, max_value=24),
    spacing=st.sampled_from([-0.3, 0.0, 1.5]),
    pitch=st.floats(min_value=0.9, max_value=1.6),
)
def test_exactly_one_word_goes(
    tmp_path: Path, words: list[str], chosen: int, size: float, spacing: float, pitch: float
) -> None:
    # PDFium, which measures here, reads two equal lines that all but coincide as one.
    assume(words != words[::-1])
    content = b"%g Tc " % spacing + lines_of(
        " ".join(words), " ".join(reversed(words)), size=size, pitch=pitch
    )
    source = pdf_of(tmp_path / "a.pdf", content, media=(0, 0, 2000, 842))
    page = next(read_pages(source, "d"))
    word = page.words[chosen % len(page.words)]
    target = tmp_path / "b.pdf"
    redact(source, box_plan(word.box), MARKED, target)
    left = [sign for sign, _, _ in places_of(target) if sign != "#"]
    gone = [sign for sign, x, y in places_of(source) if word.box.contains(x, 842 - y)]
    assert "".join(gone) == word.text
    assert sorted(left + gone) == sorted(sign for sign, _, _ in places_of(source))


def test_a_watermark_behind_the_text_keeps_its_letters(tmp_path: Path) -> None:
    watermark = b"q 0.8 g BT /F 120 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (CONCEPT) Tj ET Q "
    source = pdf_of(tmp_path / "a.pdf", watermark + lines_of(*LETTERS, y=430, pitch=3))
    target = redacted(source, "Appelman")
    with pymupdf.open(target) as document:
        assert "CONCEPT" in document[0].get_text().replace("\n", "")
    assert not leaks(target, "Appelman")


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1", "0.8 0.6 -0.6 0.8", "1 0 0.3 1"])
def test_text_in_any_direction_goes(tmp_path: Path, matrix: str) -> None:
    content = f"BT /F 12 Tf {matrix} 300 400 Tm (Voor Willem) Tj ( Appelman is dit) Tj ET".encode()
    source = pdf_of(tmp_path / "a.pdf", content)
    target = redacted(source, "Appelman")
    assert not leaks(target, "Appelman")
    assert "Voor" in text_of(target)
    assert "Willem" in text_of(target)


def test_text_in_a_form_goes_from_the_redacted_page_only(tmp_path: Path) -> None:
    def letterhead(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            lines_of("Behandeld door Willem Appelman", y=10),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 595, 100],
            Matrix=[1, 0, 0, 1, 10, 20],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=helvetica())),
        )
        for page in pdf.pages:
            page.obj.Resources.XObject = pikepdf.Dictionary(Fm=form)

    once, twice = b"/Fm Do", b"/Fm Do q 1 0 0 1 0 300 cm /Fm Do Q"
    source = pdf_of(tmp_path / "a.pdf", once, twice, change=letterhead)
    target = tmp_path / "b.pdf"
    whole = plan_of(source, "Appelman")
    redact(source, RedactionPlan(document_id="d", marks=whole.marks[:1], digest=""), STAMP, target)
    assert "Appelman" not in text_of(target, 0)
    assert text_of(target, 1).count("Appelman") == 2
    upper = RedactionPlan(document_id="d", marks=whole.marks[1:2], digest="")
    redact(source, upper, STAMP, target)
    assert text_of(target, 0).count("Appelman") == 1
    assert text_of(target, 1).count("Appelman") == 1
    redact(source, whole, STAMP, target)
    assert not leaks(target, "Appelman")


def test_pages_that_share_a_content_stream_are_redacted_apart(tmp_path: Path) -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.pages[0].obj.Contents
        pdf.pages[1].obj.Resources = pdf.pages[0].obj.Resources

    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS), b"", change=share)
    target = tmp_path / "b.pdf"
    first = tuple(mark for mark in plan_of(source, "Appelman").marks if mark.page_index == 0)
    redact(source, RedactionPlan(document_id="d", marks=first, digest=""), STAMP, target)
    assert "Appelman" not in text_of(target, 0)
    assert "Appelman" in text_of(target, 1)


def test_marks_that_overlap_and_a_whole_page_take_all_under_them(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS), lines_of(*LETTERS))
    first, second = plan_of(source, "Willem Appelman"), plan_of(source, "met Willem", codes=("11.1",))
    page = Mark(page_index=1, boxes=(Box(x0=0, y0=0, x1=595, y1=842),), codes=("11.1",))
    marks = tuple(mark for mark in (*first.marks, *second.marks) if mark.page_index == 0)
    target = tmp_path / "b.pdf"
    redact(source, RedactionPlan(document_id="d", marks=(*marks, page), digest=""), STAMP, target)
    assert not leaks(target, "Willem")
    assert text_of(target, 0).startswith("Wij spraken")
    assert text_of(target, 1) == "11.1 Wob"
    assert max(picture_of(target, 1).crop((0, 0, 595, 380)).tobytes()) == 0


def test_text_that_is_set_twice_for_boldness_goes_twice(tmp_path: Path) -> None:
    bold = b"BT /F 12 Tf 72 700 Td (Appelman) Tj 0.3 0 Td (Appelman) Tj ET"
    target = redacted(pdf_of(tmp_path / "a.pdf", bold), "Appelman")
    assert not leaks(target, "ppelm")


def test_an_accent_without_width_goes_with_its_letter(tmp_path: Path) -> None:
    unicode = (
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"2 beginbfchar <b4> <0301> <fb> <00660069> endbfchar endcmap"
    )

    def font(pdf: pikepdf.Pdf) -> None:
        widths = [0 if code == 0xB4 else 500 for code in range(256)]
        accented = helvetica(ToUnicode=pdf.make_stream(unicode), Widths=widths, FirstChar=0, LastChar=255)
        pdf.pages[0].obj.Resources.Font.F = accented

    content = b"BT /F 12 Tf 72 700 Td (Andre\xb4 Bosma en Ren\xe9e\xb4s So\xfbe) Tj ET"
    source = pdf_of(tmp_path / "a.pdf", content, change=font)
    assert next(read_pages(source, "d")).text == "André Bosma en Renéés Sofie"
    target = redacted(source, "André", "Sofie")
    with pymupdf.open(target) as document:
        left = unicodedata.normalize("NFC", document[0].get_text())
        assert left.split()[:3] == ["Bosma", "en", "Renéés"]
        assert b"\xb4" not in document[0].read_contents().replace(b"e\xb4s", b"")


def test_an_invisible_text_layer_goes_with_the_picture_over_it(tmp_path: Path) -> None:
    source = scan_with_text(tmp_path / "a.pdf")
    target = redacted(source, "Appelman", codes=("11.1",))
    assert not leaks(target, "Appelman")
    box = plan_of(source, "Appelman").marks[0].boxes[0]
    area = (round(box.x0), round(box.y0), round(box.x1), round(box.y1))
    pixels = picture_in(target).crop(area)
    assert pixels.getextrema() in ((255, 255), (0, 0)), "one colour, whatever was there"
    before, after = picture_of(source), picture_of(target)
    for picture in (before, after):
        paint(picture, (area[0] - 2, area[1] - 2, area[2] + 2, area[3] + 2))
    assert before.tobytes() == after.tobytes()


def scan_with_text(path: Path, *lines: str) -> Path:
    """A noisy picture as large as the page, a pixel a point, over invisible text."""
    noise = bytes((x * 7 + y * 13) % 251 for y in range(842) for x in range(595))

    def image(pdf: pikepdf.Pdf) -> None:
        scan = pdf.make_stream(
            noise,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=595,
            Height=842,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        for page in pdf.pages:
            page.obj.Resources.XObject = pikepdf.Dictionary(Im=scan)

    content = b"3 Tr " + lines_of(*(lines or LETTERS)) + b" q 595 0 0 842 0 0 cm /Im Do Q"
    return pdf_of(path, content, content, change=image)


def picture_in(path: Path, page_index: int = 0) -> Image.Image:
    """The picture that a page draws, out of the file itself."""
    with pymupdf.open(path) as document:
        xref = document[page_index].get_images()[0][0]
        return Image.open(io.BytesIO(pymupdf.Pixmap(document, xref).tobytes("png"))).convert("L")


def test_a_picture_on_two_pages_is_blanked_on_one(tmp_path: Path) -> None:
    source = scan_with_text(tmp_path / "a.pdf")
    target = tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=100, y0=100, x1=200, y1=200)), STAMP, target)
    original = picture_in(source)
    assert picture_in(target, 1).tobytes() == original.tobytes()
    assert picture_in(target, 0).crop((101, 101, 199, 199)).getextrema()[0] in (0, 255)
    assert (
        picture_in(target, 0).crop((0, 210, 595, 842)).tobytes()
        == original.crop((0, 210, 595, 842)).tobytes()
    )
    redact(source, box_plan(Box(x0=0, y0=0, x1=595, y1=842)), STAMP, target)
    with pikepdf.open(target) as pdf:
        pictures = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Width" in item]
        assert len(pictures) == 1, "the covered picture is gone, that of the other page is not"


@pytest.mark.parametrize(
    ("keys", "data"),
    [
        ({"ColorSpace": pikepdf.Name.DeviceRGB, "BitsPerComponent": 8}, b"\x11\x22\x33" * 10000),
        ({"ColorSpace": pikepdf.Name.DeviceCMYK, "BitsPerComponent": 8}, b"\x11\x22\x33\x44" * 10000),
        ({"ImageMask": True, "BitsPerComponent": 1}, b"\x55" * 1300),
        ({"ColorSpace": pikepdf.Name.DeviceGray, "BitsPerComponent": 1}, b"\x55" * 1300),
    ],
)
def test_pixels_under_a_box_are_gone_from_pictures_of_all_kinds(
    tmp_path: Path, keys: dict[str, object], data: bytes
) -> None:
    def image(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(
            data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=100, Height=100, **keys
        )
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im=stream)

    source = pdf_of(tmp_path / "a.pdf", b"q 200 0 0 200 100 500 cm /Im Do Q", change=image)
    target = tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=120, y0=160, x1=180, y1=220)), STAMP, target)
    with pikepdf.open(target) as pdf:
        pictures = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Width" in item]
        decoded = pikepdf.PdfImage(pictures[0]).as_pil_image().convert("RGB")
    scale = decoded.width / 200
    hole = decoded.crop(tuple(round(edge * scale) for edge in (22, 20, 78, 76)))
    assert len(hole.getcolors()) == 1


def test_an_inline_picture_and_a_picture_in_a_form_are_blanked(tmp_path: Path) -> None:
    def form(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(
            b"q 200 0 0 200 0 0 cm BI /W 10 /H 10 /BPC 8 /CS /G ID " + bytes(range(50, 150)) + b" EI Q",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 200],
        )
        outer = pdf.make_stream(
            b"1 0 0 1 50 0 cm /In Do",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 400, 400],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner)),
        )
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Out=outer)

    source = pdf_of(tmp_path / "a.pdf", b"q 1 0 0 1 50 500 cm /Out Do Q", change=form)
    target = tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=140, y0=180, x1=260, y1=280)), STAMP, target)
    with pymupdf.open(target) as document:
        for xref in range(1, document.xref_length()):
            if document.xref_is_stream(xref):
                assert bytes(range(75, 80)) not in document.xref_stream(xref)
    before, after = picture_of(source), picture_of(target)
    for picture in (before, after):
        paint(picture, (118, 158, 282, 302))
    assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_scans_are_blanked_where_they_are_seen_however_they_are_turned(tmp_path: Path, rotation: int) -> None:
    def image(pdf: pikepdf.Pdf) -> None:
        samples = bytes((x * 5 + y * 3) % 200 for y in range(300) for x in range(400))
        scan = pdf.make_stream(
            samples, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=400, Height=300
        )
        scan.ColorSpace, scan.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im=scan)

    turned = b"q 0 400 -300 0 300 0 cm /Im Do Q"
    media = (0.0, 0.0, 300.0, 400.0)
    source = pdf_of(tmp_path / "a.pdf", turned, media=media, page={"/Rotate": rotation}, change=image)
    target = tmp_path / "b.pdf"
    box = Box(x0=60, y0=100, x1=200, y1=150)
    redact(source, box_plan(box), STAMP, target)
    with pymupdf.open(source) as document:
        shown = pymupdf.Rect(box.x0, box.y0, box.x1, box.y1) * document[0].rotation_matrix
    area = tuple(round(edge) for edge in shown.normalize())
    before, after = picture_of(source), picture_of(target)
    assert sum(grey == 0 for grey in after.crop(area).tobytes()) > 0.8 * 140 * 50
    for picture in (before, after):
        paint(picture, (area[0] - 1, area[1] - 1, area[2] + 1, area[3] + 1))
    assert before.tobytes() == after.tobytes()
    with pikepdf.open(target) as pdf:
        (scan,) = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Width" in item]
        hole = pikepdf.PdfImage(scan).as_pil_image().crop((251, 61, 299, 199))
    assert hole.getextrema() in ((0, 0), (255, 255))


@pytest.mark.parametrize("alpha", [False, True])
def test_photographs_and_their_masks_are_blanked(tmp_path: Path, alpha: bool) -> None:
    photograph = Image.effect_noise((200, 200), 90).convert("RGBA" if alpha else "RGB")
    if alpha:
        photograph.putalpha(Image.effect_noise((200, 200), 90).convert("L"))
    data = io.BytesIO()
    photograph.save(data, "PNG" if alpha else "JPEG")
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=400)
        page.insert_image(pymupdf.Rect(100, 100, 300, 300), stream=data.getvalue())
        document.save(tmp_path / "a.pdf")
    target = tmp_path / "b.pdf"
    redact(tmp_path / "a.pdf", box_plan(Box(x0=150, y0=150, x1=250, y1=200)), STAMP, target)
    with pymupdf.open(target) as document:
        _, mask, *_ = document[0].get_images()[0]
        pictures = [picture_in(target)]
        if mask:
            pictures.append(
                Image.open(io.BytesIO(pymupdf.Pixmap(document, mask).tobytes("png"))).convert("L")
            )
    assert len(pictures) == 1 + alpha
    for picture in pictures:
        assert len(picture.crop((51, 51, 149, 99)).getcolors()) == 1


def test_text_of_drawn_and_of_embedded_fonts_goes(tmp_path: Path) -> None:
    def drawn(pdf: pikepdf.Pdf) -> None:
        glyph = pdf.make_stream(b"500 0 0 0 500 700 d1 0 0 400 600 re f")
        pdf.pages[0].obj.Resources.Font.T3 = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, 0, 500, 700],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=pikepdf.Dictionary(a=glyph, b=glyph),
            Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name.a, pikepdf.Name.b]),
            FirstChar=97,
            LastChar=98,
            Widths=[500, 500],
            ToUnicode=pdf.make_stream(
                b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
                b"2 beginbfchar <61> <004a> <62> <006f> endbfchar endcmap"
            ),
        )

    source = pdf_of(tmp_path / "a.pdf", b"BT /T3 20 Tf 72 700 Td (abba) Tj 0 -40 Td (ba) Tj ET", change=drawn)
    target = redacted(source, "Joo", stamp=MARKED)
    assert text_of(target).replace("#", "").split() == ["J", "oJ"]
    with pymupdf.open() as document:
        page = document.new_page()
        text = "<p style='font-family:serif'>Wij <b>Willem</b> Appelman &amp; zoon</p>"
        page.insert_htmlbox(pymupdf.Rect(50, 50, 400, 200), text)
        document.save(tmp_path / "c.pdf")
    target = redacted(tmp_path / "c.pdf", "Appelman", stamp=MARKED)
    assert text_of(target).replace("#", "").split() == ["Wij", "Willem", "&", "zoon"]


def test_nothing_is_said_on_the_screen_or_in_logs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS) + b" GEHEIM 1e-5 Tj <</A>> (")
    caplog.clear()
    with contextlib.suppress(RedactionError):
        redacted(source, "Appelman")
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""
    assert not caplog.records


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=12))
def test_a_damaged_file_is_redacted_or_refused_and_never_half_done(
    tmp_path: Path, damage: list[tuple[float, bytes]]
) -> None:
    data = bytearray(pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS), b"10 10 m 90 90 l S").read_bytes())
    for place, new in damage:
        start = int(place * (len(data) - 1))
        data[start : start + len(new)] = new
    (tmp_path / "c.pdf").write_bytes(data)
    target = tmp_path / "b.pdf"
    target.unlink(missing_ok=True)
    try:
        redact(tmp_path / "c.pdf", box_plan(Box(x0=100, y0=130, x1=300, y1=160)), STAMP, target)
    except (IntakeError, RedactionError):
        assert not target.exists()
    else:
        assert text_of(target) is not None


def test_links_near_a_redaction_stay(tmp_path: Path) -> None:
    def link(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [uri_link("https://voorbeeld.example/zaak", [160, 695, 240, 712])]
        )

    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS, pitch=1.0), change=link)
    target = redacted(source, "Jill Hijlkema")
    with pymupdf.open(target) as document:
        assert [item["uri"] for item in document[0].get_links()] == ["https://voorbeeld.example/zaak"]


def uri_link(address: str, rectangle: list[float]) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=rectangle,
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address)),
    )


def test_table_borders_and_shading_stay_and_outlined_letters_go(tmp_path: Path) -> None:
    grid = (
        b"0.9 g 60 600 400 120 re f 0 G 1 w 60 600 400 120 re S 60 690 m 460 690 l S 200 600 m 200 720 l S "
    )
    outlined = b"0 g 80 700 m 84 714 l 88 700 l h 92 700 m 92 712 l 98 712 l 98 700 l f "
    signature = b"2 w 60 650 m 100 690 140 600 240 650 c S "
    source = pdf_of(tmp_path / "a.pdf", grid + outlined + signature)
    target = tmp_path / "b.pdf"
    boxes = (Box(x0=70, y0=125, x1=110, y1=145), Box(x0=62, y0=160, x1=198, y1=235))
    redact(source, box_plan(*boxes), Stamp(document_number="", code_labels={"10.2.e": " "}), target)
    with pikepdf.open(target) as pdf:
        content = pdf.pages[0].obj.Contents.read_bytes()
    assert b"714" not in content
    assert b"712" not in content
    before, after = picture_of(source), picture_of(target)
    for picture in (before, after):
        for box in boxes:
            paint(picture, (int(box.x0), int(box.y0), int(box.x1) + 1, int(box.y1) + 1))
    differing = sum(abs(a - b) > 40 for a, b in zip(before.tobytes(), after.tobytes(), strict=True))
    assert differing < 6, "at most the end of the cut stroke"


def test_content_outside_the_page_goes_with_a_note(tmp_path: Path) -> None:
    outside = lines_of("Buiten beeld: Appelman", x=72, y=820) + b" 600 10 50 50 re f " + lines_of(*LETTERS)
    source = pdf_of(tmp_path / "a.pdf", outside, page={"/CropBox": [0, 0, 595, 800]})
    target = tmp_path / "b.pdf"
    notes = redact(source, nothing_planned(), STAMP, target)
    assert not leaks(target, "Buiten")
    assert "Willem Appelman" in text_of(target)
    assert ("outside-page-removed", 2) in [(note.code, note.count) for note in notes]


def test_pixels_outside_the_page_go(tmp_path: Path) -> None:
    source = scan_with_text(tmp_path / "a.pdf")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.CropBox = pikepdf.Array([0, 0, 595, 700])
        pdf.save(source)
    target = tmp_path / "b.pdf"
    redact(source, nothing_planned(), STAMP, target)
    picture = picture_in(target)
    assert picture.crop((0, 0, 595, 141)).getextrema()[0] == 255
    assert picture.crop((0, 143, 595, 842)).tobytes() == picture_in(source).crop((0, 143, 595, 842)).tobytes()


def test_a_picture_that_runs_off_the_sheet_is_left_alone(tmp_path: Path) -> None:
    source = scan_with_text(tmp_path / "a.pdf")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 595, 700])
        pdf.save(source)
    target = tmp_path / "b.pdf"
    redact(source, nothing_planned(), STAMP, target)
    assert picture_in(target).tobytes() == picture_in(source).tobytes()


@pytest.mark.parametrize("stamp", [STAMP, Stamp(document_number="12", code_labels={})])
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, stamp: Stamp) -> None:
    source = scan_with_text(tmp_path / "a.pdf")
    digests = {
        hashlib.sha256(redacted(source, "Appelman", "Jill", stamp=stamp).read_bytes()).hexdigest()
        for _ in range(2)
    }
    assert len(digests) == 1


def test_an_unmarked_file_keeps_its_text_and_its_looks(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS), b"0.5 g 10 10 100 100 re f")
    target = tmp_path / "b.pdf"
    redact(source, nothing_planned(), STAMP, target)
    for index in range(2):
        assert places_of(target, index) == places_of(source, index)
        assert picture_of(target, index).tobytes() == picture_of(source, index).tobytes()


@pytest.mark.parametrize("box", [Box(x0=700, y0=0, x1=800, y1=10), Box(x0=0, y0=-20, x1=10, y1=-1)])
def test_a_mark_outside_the_page_is_refused(tmp_path: Path, box: Box) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS))
    with pytest.raises(RedactionError, match="mark-without-place"):
        redact(source, box_plan(box), STAMP, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_a_mark_on_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS))
    with pytest.raises(RedactionError, match="mark-without-place"):
        redact(source, box_plan(Box(x0=1, y0=1, x1=9, y1=9), page_index=4), STAMP, tmp_path / "b.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"geen pdf"])
def test_what_cannot_be_opened_leaves_no_file(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(data)
    with pytest.raises((IntakeError, RedactionError)):
        redact(source, nothing_planned(), STAMP, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS))
    with pikepdf.open(source) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="eigenaar", user="lezer"))
        pdf.save(tmp_path / "limited.pdf", encryption=pikepdf.Encryption(owner="eigenaar", user=""))
    with pytest.raises(IntakeError, match="encrypted"):
        redact(tmp_path / "locked.pdf", nothing_planned(), STAMP, tmp_path / "b.pdf")
    target = redacted(tmp_path / "limited.pdf", "Appelman")
    with pikepdf.open(target) as pdf:
        assert not pdf.is_encrypted
    assert not leaks(target, "Appelman")


def test_a_target_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS))
    with pytest.raises(RedactionError, match="redaction-not-written"):
        redact(source, nothing_planned(), STAMP, tmp_path / "missing" / "b.pdf")


def test_text_that_cannot_be_reached_is_refused_and_not_published(tmp_path: Path) -> None:
    def pattern(pdf: pikepdf.Pdf) -> None:
        tile = pdf.make_stream(
            lines_of("Appelman"),
            Type=pikepdf.Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 595, 842],
            XStep=595,
            YStep=842,
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=helvetica())),
        )
        pdf.pages[0].obj.Resources.Pattern = pikepdf.Dictionary(P=tile)

    source = pdf_of(tmp_path / "a.pdf", b"/Pattern cs /P scn 0 0 595 842 re f", change=pattern)
    with pytest.raises(RedactionError, match="redaction-incomplete"):
        redacted(source, "Appelman")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_drawn_box_is_painted_whole_whatever_stands_in_it(tmp_path: Path) -> None:
    signature = b"2 w 1 0 0 RG 110 620 m 180 650 l S"
    source = pdf_of(tmp_path / "a.pdf", b"BT /F1 11 Tf 110 665 Td (Joost Leeuwerik) Tj ET " + signature)
    box = Box(x0=100, y0=160, x1=220, y1=240)
    target = tmp_path / "b.pdf"
    redact(source, box_plan(box), Stamp(document_number="", code_labels={"10.2.e": " "}), target)
    with pymupdf.open(target) as document:
        inside = pymupdf.IRect(101, 161, 219, 239)
        assert document[0].get_pixmap(clip=inside, colorspace=pymupdf.csGRAY).is_unicolor
        assert document[0].get_text().strip() == ""
        assert all(not drawing["color"] for drawing in document[0].get_drawings())


def test_settings_of_the_filter_that_were_left_in_memory_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Used(pymupdf.mupdf.PdfFilterOptions):  # type: ignore[misc]  # MuPDF's bindings are untyped
        """What the bindings give: memory that is not made clean."""

        def __init__(self) -> None:
            super().__init__()
            self.no_update = self.newlines = self.recurse = self.ascii = 32579

    monkeypatch.setattr(pymupdf.mupdf, "PdfFilterOptions", Used)
    target = redacted(pdf_of(tmp_path / "a.pdf", lines_of(*LETTERS)), "Appelman")
    assert not leaks(target, "Appelman")
    assert "Willem" in text_of(target)


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F 11 Tf 72 700 Td (gewoon) Tj 0 690 Td (Appelman) Tj ET",
        b"BT 3 Tr /F 11 Tf 72 700 Td (gewoon) Tj 0 690 Td (Appelman) Tj ET",
        b"BT /F 11 Tf 500 700 Td [(gewoon) -20000 (Appelman)] TJ ET",
    ],
    ids=["in one text object", "hidden", "in one string"],
)
def test_text_beside_the_page_goes_also_when_it_shares_an_object_with_text_on_it(
    tmp_path: Path, content: bytes
) -> None:
    source, target = pdf_of(tmp_path / "a.pdf", content), tmp_path / "b.pdf"
    redact(source, nothing_planned(), MARKED, target)
    assert text_of(target) == "gewoon"
    assert not leaks(target, "ppelm")
