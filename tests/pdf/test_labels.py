import re
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pytest

from lakmoes.model import Box, Mark, RedactionPlan
from lakmoes.pdf.labels import SMALLEST, Stamp, groups_of
from lakmoes.pdf.redact import redact
from lakmoes.pdf.space import space_of
from tests.pdf.making import (
    A4,
    box_plan,
    lines_of,
    nothing_planned,
    pdf_of,
    picture_of,
    plan_of,
    redacted,
    text_of,
)

STAMP = Stamp(
    document_number="7", code_labels={"10.2.e": "10.2.e Wob", "11.1": "11.1 Wob", "10.2.c": "10.2.c Wob"}
)
SENTENCES = (
    "De heer Bo Appelman-Hijlkema van de afdeling Toezicht belde",
    "vanmorgen. Hij vond het plan te duur en te laat, en wilde dat",
    "de minister er nog eens naar keek voordat het naar buiten gaat.",
    "Daarna sprak hij met Bo over iets anders.",
)


FLAGS = pymupdf.TEXTFLAGS_DICT | pymupdf.TEXT_IGNORE_ACTUALTEXT


def printed(path: Path, page_index: int = 0) -> list[dict[str, Any]]:
    """The texts in the font of labels, as displayed."""
    with pymupdf.open(path) as document:
        page = document[page_index]
        turned = pymupdf.Matrix(space_of(page).to_displayed)
        lines = [line for block in page.get_text("dict", flags=FLAGS)["blocks"] for line in block["lines"]]
        return [
            {
                "text": span["text"],
                "size": span["size"],
                "white": span["color"] == 0xFFFFFF,
                "box": (pymupdf.Rect(span["bbox"]) * turned).normalize(),
                "direction": pymupdf.Point(line["dir"])
                * pymupdf.Matrix(turned.a, turned.b, turned.c, turned.d, 0, 0),
            }
            for line in lines
            for span in line["spans"]
            if re.search(r"Wob|^7$|^#", span["text"])
        ]


def test_the_code_stands_white_in_its_box(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = redacted(source, "Appelman-Hijlkema", stamp=STAMP)
    box = plan_of(source, "Appelman-Hijlkema").marks[0].boxes[0]
    (label,) = [item for item in printed(target) if item["text"] == "10.2.e Wob"]
    assert label["white"]
    assert label["size"] >= SMALLEST
    middle = label["box"].tl + (label["box"].br - label["box"].tl) / 2
    assert abs(middle.x - (box.x0 + box.x1) / 2) < 1
    assert box.y0 < middle.y < box.y1


def test_several_codes_are_joined_and_named_once(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = redacted(source, "Appelman-Hijlkema", stamp=STAMP, codes=("11.1", "10.2.c", "11.1"))
    assert "11.1 Wob & 10.2.c Wob" in text_of(target)


def test_what_may_be_printed_is_known_beforehand() -> None:
    assert STAMP.printed(("11.1",)) == ("11.1 Wob", "gelakt: 11.1 Wob")
    whole = "11.1 Wob & 10.2.c Wob"
    assert STAMP.printed(("11.1", "10.2.c")) == (whole, "11.1 Wob &", "10.2.c Wob", f"gelakt: {whole}")


def test_a_long_label_is_stacked_in_the_margin(tmp_path: Path) -> None:
    ruled = b"".join(b"175 %d 420 1 re f " % y for y in range(0, 842, 4))
    source = pdf_of(tmp_path / "a.pdf", ruled + lines_of("Bo belde over het plan", x=50))
    target = redacted(source, "Bo", stamp=STAMP, codes=("10.2.e", "10.2.c"))
    lines = [item for item in printed(target) if "Wob" in item["text"]]
    assert [item["text"] for item in lines] == ["10.2.e Wob &", "10.2.c Wob"]
    assert all(item["box"].x1 < 50 and not item["white"] for item in lines)


def test_a_code_without_label_is_printed_as_it_is(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = redacted(source, "Appelman-Hijlkema", stamp=STAMP, codes=("5.1.2.e",))
    assert "5.1.2.e" in text_of(target)


def test_a_passage_over_several_lines_bears_one_label(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    passage = "Hij vond het plan te duur en te laat, en wilde dat\nde minister er nog eens naar keek"
    target = redacted(source, passage, stamp=STAMP, codes=("11.1",))
    assert text_of(target).count("11.1 Wob") == 1


def test_parts_that_lie_apart_each_bear_a_label(tmp_path: Path) -> None:
    boxes = (Box(x0=400, y0=100, x1=500, y1=112), Box(x0=72, y0=114, x1=200, y1=126))
    target = tmp_path / "b.pdf"
    redact(pdf_of(tmp_path / "a.pdf", b""), box_plan(*boxes), STAMP, target)
    assert [item["text"] for item in printed(target)].count("10.2.e Wob") == 2


@pytest.mark.parametrize("x", [72, 420])
def test_the_code_stands_in_the_nearer_margin_where_the_box_is_too_small(tmp_path: Path, x: float) -> None:
    content = lines_of(*SENTENCES) + lines_of("Bo", x=x, y=500)
    source = pdf_of(tmp_path / "a.pdf", content)
    target = redacted(source, "Bo", nth=2, stamp=STAMP)
    (label,) = [item for item in printed(target) if item["text"] == "10.2.e Wob"]
    assert not label["white"]
    assert label["box"].x1 < 72 if x < 200 else label["box"].x0 > 380
    assert abs((label["box"].y0 + label["box"].y1) / 2 - 340) < 6
    assert label["size"] >= SMALLEST


def test_labels_in_the_margin_share_a_line_and_do_not_collide(tmp_path: Path) -> None:
    lines = [f"Bo en Ed en Al en Bo, regel {number}" for number in range(30)]
    source = pdf_of(tmp_path / "a.pdf", lines_of(*lines, size=7, pitch=1.1))
    marks = [*plan_of(source, "Bo").marks, *plan_of(source, "Ed", codes=("11.1",)).marks]
    target = tmp_path / "b.pdf"
    redact(source, RedactionPlan(document_id="d", marks=tuple(marks), digest=""), STAMP, target)
    labels = [item for item in printed(target) if "Wob" in item["text"]]
    assert sum(item["text"] == "10.2.e Wob" for item in labels) == 30
    assert sum(item["text"] == "11.1 Wob" for item in labels) == 30
    for index, one in enumerate(labels):
        for other in labels[index + 1 :]:
            ink = (one["box"] + pymupdf.Rect(0, 2, 0, -1.5)) & (other["box"] + pymupdf.Rect(0, 2, 0, -1.5))
            assert ink.is_empty, (one["text"], other["text"])


def test_a_label_never_stands_on_what_is_there(tmp_path: Path) -> None:
    letterhead = b"0 0.4 0.8 RG " + b"".join(
        b"%d %d 12 12 re S " % (x, y) for x in range(3, 60, 16) for y in range(0, 842, 17)
    )
    table = b"0 0.4 0.8 RG " + b"".join(b"400 %d 190 8 re S " % y for y in range(0, 842, 9))
    source = pdf_of(tmp_path / "a.pdf", letterhead + table + b"0 g " + lines_of("Bo belde", x=90))
    before, after = picture_of(source), picture_of(redacted(source, "Bo", stamp=STAMP))
    number = (520, 0, 595, 60)
    for picture in (before, after):
        picture.paste(255, number)
        picture.paste(255, (84, 128, 190, 148))
    assert before.tobytes() == after.tobytes()


def test_where_both_margins_are_full_the_code_is_squeezed_into_the_box(tmp_path: Path) -> None:
    grid = b"".join(b"0 %d 72 1 re 90 %d 505 1 re f " % (y, y) for y in range(0, 842, 4))
    source = pdf_of(tmp_path / "a.pdf", grid + lines_of("Bo belde"))
    target = redacted(source, "Bo", stamp=Stamp(document_number="", code_labels=STAMP.code_labels))
    (label,) = [item for item in printed(target) if item["text"] == "10.2.e Wob"]
    assert label["white"]
    assert label["size"] < SMALLEST


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("page", [{}, {"/CropBox": [30, 50, 500, 700]}, {"/UserUnit": 1.5}])
def test_labels_and_number_read_upright_as_displayed(
    tmp_path: Path, rotation: int, page: dict[str, Any]
) -> None:
    content = lines_of(*SENTENCES, y=600) + lines_of("Bo", x=300, y=400)
    source = pdf_of(tmp_path / "a.pdf", content, page={"/Rotate": rotation, **page})
    target = redacted(source, "Appelman-Hijlkema", "Bo", stamp=STAMP)
    items = printed(target)
    assert {item["text"] for item in items} == {"7", "10.2.e Wob"}
    with pymupdf.open(target) as document:
        width, height = document[0].rect.width, document[0].rect.height
    (number,) = [item for item in items if item["text"] == "7"]
    assert number["box"].x0 > 0.85 * width
    assert number["box"].y1 < 0.1 * height
    inside = [item for item in items if item["white"]]
    upright = pymupdf.Point(1, 0)
    assert all(abs(item["direction"] - upright) < 0.01 for item in items if item not in inside)
    # In a box that stands on its end on a turned page the label reads from below.
    assert all(abs(item["direction"] - upright) < 0.01 or rotation in (90, 270) for item in inside)


def test_the_number_gives_way_to_a_letterhead(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", b"BT /F 40 Tf 470 806 Td (LOGO) Tj ET " + lines_of(*SENTENCES))
    target = tmp_path / "b.pdf"
    redact(source, nothing_planned(), STAMP, target)
    (number,) = [item for item in printed(target) if item["text"] == "7"]
    with pymupdf.open(target) as document:
        (logo,) = document[0].search_for("LOGO")
    assert (number["box"] & (logo + pymupdf.Rect(0, 12, 0, -12))).is_empty


def test_on_a_dark_page_number_and_margin_labels_are_white(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", b"0.1 g 0 0 595 842 re f 1 g " + lines_of("Bo belde"))
    target = redacted(source, "Bo", stamp=STAMP)
    assert all(item["white"] for item in printed(target))


def test_a_poster_is_labelled_like_a_page(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of("Bo belde", y=7000), media=(0, 0, 14400, 14400))
    target = redacted(source, "Bo", stamp=STAMP)
    assert {item["text"] for item in printed(target)} == {"7", "10.2.e Wob"}


def test_no_number_is_printed_where_there_is_none(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = tmp_path / "b.pdf"
    redact(source, nothing_planned(), Stamp(document_number="", code_labels={}), target)
    assert picture_of(target).tobytes() == picture_of(source).tobytes()


def test_signs_that_the_font_lacks_do_not_stop_the_work(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = redacted(
        source, "Appelman-Hijlkema", stamp=Stamp(document_number="7–八", code_labels={"10.2.e": "§ 10 €"})
    )
    assert "§ 10 €" in text_of(target)
    assert "7–?" in text_of(target)


@pytest.mark.parametrize("pitch", [0.95, 1.0, 1.1, 1.25])
def test_boxes_on_dense_lines_leave_their_neighbours_readable(tmp_path: Path, pitch: float) -> None:
    lines = ("gypq gypq gypq", "Bapq Bapq Bapq", "BÉTd BÉTd BÉTd")
    source = pdf_of(tmp_path / "a.pdf", lines_of(*lines, pitch=pitch))
    neighbours = pdf_of(tmp_path / "c.pdf", lines_of(lines[0], "", lines[2], pitch=pitch))
    after, alone = (
        picture_of(redacted(source, "Bapq Bapq", stamp=STAMP), scale=4),
        picture_of(neighbours, scale=4),
    )
    ink = [(a, b) for a, b in zip(alone.tobytes(), after.tobytes(), strict=True) if a < 90]
    assert all(b < 150 for _, b in ink), "the ink of the neighbours is there"
    middle = 842 - 700 + 11 * pitch - 4
    bar = after.crop((4 * 80, round(4 * middle) - 8, 4 * 84, round(4 * middle) + 8))
    assert bar.getextrema()[0] == 0


def test_boxes_that_touch_form_one_group() -> None:
    def box(x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(x0=x0, y0=y0, x1=x1, y1=y1)

    one, under, apart, beside = (
        box(0, 0, 90, 10),
        box(10, 12, 50, 22),
        box(0, 60, 90, 70),
        box(60, 12, 90, 22),
    )
    assert groups_of([under, one, apart]) == [[one, under], [apart]]
    assert (
        groups_of([one, under, beside]) == [[one, under], [beside]]
        or len(groups_of([one, under, beside])) <= 2
    )


def test_a_whole_page_bears_its_code_in_the_middle(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    mark = Mark(page_index=0, boxes=(Box(x0=0, y0=0, x1=A4[2], y1=A4[3]),), codes=("11.1",))
    target = tmp_path / "b.pdf"
    redact(source, RedactionPlan(document_id="d", marks=(mark,), digest=""), STAMP, target)
    (label,) = [item for item in printed(target) if item["text"] == "11.1 Wob"]
    assert abs(label["box"].y0 - 421) < 15
    assert "7" in text_of(target).split()


def test_the_boxes_are_artifacts_and_the_labels_are_read(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    with pikepdf.open(redacted(source, "Appelman-Hijlkema", stamp=STAMP)) as pdf:
        overlay = pdf.pages[0].obj.Contents.read_bytes().partition(b"/Artifact BMC")[2]
    assert re.search(rb"re\s+f\s+EMC", overlay)
    assert overlay.index(b"EMC") < overlay.index(b"BT")


def test_another_viewer_shows_box_and_label(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = redacted(source, "Appelman-Hijlkema", stamp=STAMP)
    box = plan_of(source, "Appelman-Hijlkema").marks[0].boxes[0]
    document = pypdfium2.PdfDocument(target)
    area = (
        document[0]
        .render(scale=4)
        .to_pil()
        .convert("L")
        .crop(tuple(round(4 * e) for e in (box.x0, box.y0 + 3, box.x1, box.y1 - 4)))
    )
    document.close()
    assert area.getextrema() == (0, 255)
