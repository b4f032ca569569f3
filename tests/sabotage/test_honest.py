"""Honest redactions pass: a false alarm keeps a file from the public."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lakmoes.model import Box, Mark, Span, TextSource, Word
from lakmoes.verify import inspect, verify
from tests.sabotage.workshop import LABEL, LETTER, Paper, Workshop, bar_of


def test_an_honest_redaction_passes(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.save(shop.honest())
    report = shop.report()
    assert [check.name for check in report.checks if not check.passed] == []
    assert report.passed
    assert all(check.passed for check in inspect(shop.target))


SHEETS = [
    Paper(lines=LETTER, rotation=rotation, media=media, crop=crop, unit=unit)
    for rotation in (0, 90, 180, 270)
    for media, crop, unit in (
        ((0, 0, 595, 842), None, 1.0),
        ((-30, 25, 600, 900), (-10, 60, 580, 820), 1.0),
        ((0, 0, 595, 842), (20, 20, 575, 800), 2.0),
    )
]


@pytest.mark.parametrize("paper", SHEETS, ids=lambda paper: f"{paper.rotation}-{paper.media[0]}-{paper.unit}")
def test_however_the_page_lies(tmp_path: Path, paper: Paper) -> None:
    shop = Workshop(tmp_path, papers=(paper,))
    shop.save(shop.honest())
    assert shop.failed() == set()


def test_marks_of_parts_of_words_and_of_several_lines(tmp_path: Path) -> None:
    text = "\n".join(LETTER)
    secrets = (text[text.index("Quirine") : text.index("Aanwezig") + 20], "oster", "0115", "vergad")
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),), secrets=secrets)
    shop.save(shop.honest())
    assert shop.failed(hidden=()) == set()


def test_shading_borders_and_a_watermark_stay(tmp_path: Path) -> None:
    below = (
        b"0.85 g 60 600 480 130 re f 0.3 G 60 693 m 540 693 l S 240 600 m 240 730 l S "
        b"q 0.8 g BT /F 60 Tf 0.7 0.7 -0.7 0.7 200 540 Tm (CONCEPT) Tj ET Q 0 g\n"
    )
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER, below=below),))
    shop.save(shop.honest())
    assert shop.failed() == set()


def test_a_recognised_scan_without_text(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    scans = tuple(replace(page, text_source=TextSource.OCR) for page in shop.pages)
    pdf = shop.written(shop.target, lambda index: bars_only(shop, index))
    pdf.docinfo["/Title"] = "7"
    shop.save(pdf)
    shop.pages = scans
    assert shop.failed() == set()


def bars_only(shop: Workshop, index: int) -> bytes:
    return b"".join(bar_of(shop.papers[index], mark) for mark in shop.marks if mark.page_index == index)


def test_a_drawn_box_leaves_the_letters_that_it_cuts_through(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),), secrets=("Quirine Veldkamp",))
    word = next(word for word in shop.pages[0].words if word.text == "voorstel")
    drawn = Box(x0=word.cuts[2] + 0.5, y0=word.box.y0 - 1, x1=word.cuts[5] - 0.5, y1=word.box.y1 + 1)
    inside = Span(document_id="d", page_index=0, start=word.start + 2, end=word.start + 5)
    shop.marks += (Mark(page_index=0, boxes=(drawn,), codes=(LABEL,), span=inside),)
    pdf = shop.honest()
    shop.marks = (*shop.marks[:-1], Mark(page_index=0, boxes=(drawn,), codes=(LABEL,)))
    shop.save(pdf)
    assert shop.failed() == set()


def test_what_is_printed_must_be_announced(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.save(shop.honest())
    report = verify(shop.target, shop.plan, shop.pages, frozenset({LABEL}), ())
    assert {check.name for check in report.checks if not check.passed} == {"text-again", "structure"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_spans_pass_when_gone_and_fail_when_one_stays(tmp_path: Path, data: st.DataObject) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),), secrets=())
    page = shop.pages[0]
    starts = data.draw(st.lists(st.integers(0, len(page.words) - 1), min_size=1, max_size=6, unique=True))
    spans = [span_of(page.words[start], data.draw(st.integers(0, 3))) for start in sorted(starts)]
    shop.marks = tuple(
        Mark(page_index=0, boxes=page.boxes(span), codes=(LABEL,), span=span) for span in spans
    )
    shop.save(shop.honest())
    assert shop.failed(hidden=()) == set()
    forgotten = data.draw(st.sampled_from(spans))
    shop.save(shop.honest(left=[forgotten]))
    assert "text-under-marks" in shop.failed(hidden=())


def test_a_letter_left_beside_a_label_is_no_part_of_it(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),), secrets=("Bijlage", "7", "volgt;"))
    shop.marks = tuple(
        mark
        for mark in shop.marks
        if shop.pages[0].boxes(shop.span("Bijlage 7 volgt;"))[0].overlaps(mark.boxes[0])
    )
    shop.save(shop.honest())
    assert shop.failed(hidden=()) == set()
    shop.save(
        shop.honest(
            left=[mark.span for mark in shop.marks if mark.span and mark.span.end == mark.span.start + 1]
        )
    )
    assert "text-under-marks" in shop.failed(hidden=())


def span_of(word: Word, skipped: int) -> Span:
    """The word without its first letters, if any are left then."""
    start = word.start + min(skipped, len(word.text) - 1)
    return Span(document_id="d", page_index=0, start=start, end=word.end)
