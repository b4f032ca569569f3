import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.errors import IntakeError
from lakmoes.model import Box, Evidence, Finding, Mark, Span, Suggestion, Treatment, VerificationReport, Word
from tests.builders import finding_of, page_of, span_of


@pytest.mark.parametrize("corners", [(1, 1, 1, 2), (1, 1, 2, 1), (3, 1, 2, 2), (float("nan"), 0, 1, 1)])
def test_a_box_without_area_is_refused(corners):
    x0, y0, x1, y1 = corners
    with pytest.raises(ValueError, match="area"):
        Box(x0=x0, y0=y0, x1=x1, y1=y1)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_span_is_refused(start, end):
    with pytest.raises(ValueError, match="span"):
        Span(document_id="a", page_index=0, start=start, end=end)


def test_a_page_whose_words_differ_from_its_text_is_refused():
    page = page_of("Jan Jansen")
    word = Word(text="Piet", box=page.words[0].box, start=0, line=0)
    with pytest.raises(ValueError, match="equal"):
        type(page)(
            document_id=page.document_id,
            index=0,
            width=10,
            height=10,
            rotation=0,
            text=page.text,
            words=(word,),
            text_source=page.text_source,
        )


def test_boxes_cover_part_of_a_word():
    page = page_of("Mail a.visser@voorbeeld.nl nu")
    (box,) = page.boxes(span_of(page, "a.visser"))
    assert (box.x0, box.x1) == (50 + 5 * 6, 50 + 13 * 6)


def test_a_span_over_two_lines_has_a_box_on_each():
    page = page_of("Beste Dijkstra-\nPoelsma, hierbij")
    boxes = page.boxes(span_of(page, "Dijkstra-\nPoelsma"))
    assert [(box.x0, box.y0) for box in boxes] == [(86, 50), (50, 64)]


def test_cells_on_one_row_are_not_joined_into_one_box():
    page = page_of("Visser\n\nVos")
    assert len(page.boxes(Span(document_id=page.document_id, page_index=0, start=0, end=11))) == 2


@pytest.mark.parametrize("span", [(0, 400), (6, 7)])
def test_characters_without_a_place_raise(span):
    page = page_of("Visser \nVos")
    with pytest.raises(ValueError, match=r"span|page"):
        page.boxes(Span(document_id=page.document_id, page_index=0, start=span[0], end=span[1]))


def test_a_span_of_another_page_raises():
    page = page_of("Visser")
    with pytest.raises(ValueError, match="page"):
        page.boxes(Span(document_id=page.document_id, page_index=1, start=0, end=3))


@given(st.text(alphabet="abc \n", min_size=1, max_size=60), st.data())
def test_boxes_cover_every_visible_character_of_any_span(text, data):
    page = page_of(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(document_id=page.document_id, page_index=0, start=start, end=end)
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="white space"):
            page.boxes(span)
        return
    boxes = page.boxes(span)
    for word in page.words_in(span):
        for place in range(max(start, word.start), min(end, word.end)):
            part = word.part(place, place + 1)
            middle = ((part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2)
            assert any(box.contains(*middle) for box in boxes)


def test_slanted_words_are_covered_whole():
    page = page_of("Visser")
    word = page.words[0]
    slanted = Word(text=word.text, box=word.box, start=0, line=0)
    assert slanted.part(0, 2) == word.box


def test_the_id_of_a_suggestion_depends_on_place_and_kind_only():
    page = page_of("Visser en Visser")
    first, second = finding_of(page, "Visser"), finding_of(page, "Visser", nth=1)
    weaker = finding_of(page, "Visser", score=0.5)
    ids = [
        Suggestion(finding=finding, grounds=("10.2.e",), treatment=Treatment.REDACT, reason="x").id
        for finding in (first, second, weaker)
    ]
    assert ids[0] == ids[2] != ids[1]


def test_nonsense_values_are_refused():
    page = page_of("Visser")
    with pytest.raises(ValueError, match="ground"):
        Suggestion(finding=finding_of(page, "Visser"), grounds=(), treatment=Treatment.REDACT, reason="x")
    with pytest.raises(ValueError, match="evidence"):
        Finding(span=span_of(page, "Visser"), kind=finding_of(page, "Visser").kind, evidence=())
    with pytest.raises(ValueError, match="score"):
        Evidence(detector="a", rule="b", score=1.2)
    with pytest.raises(ValueError, match="mark"):
        Mark(page_index=0, boxes=(), codes=("10.2.e",))


def test_a_report_without_checks_has_not_passed():
    assert not VerificationReport(plan_digest="a", output_sha256="b", checks=()).passed


def test_errors_survive_the_way_from_a_worker():
    error = pickle.loads(pickle.dumps(IntakeError("damaged-page", page=3)))
    assert (type(error), error.code, error.locators) == (IntakeError, "damaged-page", {"page": 3})
