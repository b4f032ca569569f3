import pytest

from lakmoes.errors import RedactionError
from lakmoes.grounds import ground_book
from lakmoes.model import Box, Law, ReviewState, Span
from lakmoes.plan import plan
from tests.builders import page_of, span_of

PAGE = page_of("Ik vind dat Visser gelijk heeft.\nDat meldde Bakker ook.")
BOOK = ground_book(Law.WOB)


def state_of(*redactions, regions=()):
    return ReviewState(
        document_id=PAGE.document_id, redactions=tuple(redactions), regions=tuple(regions), kept=(), open=()
    )


def test_spans_become_boxes():
    made = plan(state_of((span_of(PAGE, "Bakker"), ("10.2.e",))), [PAGE], BOOK)
    (mark,) = made.marks
    assert mark.boxes == PAGE.boxes(span_of(PAGE, "Bakker"))
    assert mark.codes == ("10.2.e",)


def test_a_name_within_a_passage_becomes_one_mark_with_both_grounds():
    passage, name = span_of(PAGE, "Ik vind dat Visser gelijk heeft."), span_of(PAGE, "Visser")
    made = plan(state_of((name, ("10.2.e",)), (passage, ("11.1",))), [PAGE], BOOK)
    (mark,) = made.marks
    assert mark.codes == ("10.2.e", "11.1")
    assert mark.span == passage


def test_overlapping_spans_are_joined_and_neighbours_are_not():
    redactions = [(span_of(PAGE, text), ("10.2.e",)) for text in ("Ik vind", "vind dat", "Visser")]
    made = plan(state_of(*redactions), [PAGE], BOOK)
    assert [PAGE.quote(mark.span) for mark in made.marks] == ["Ik vind dat", "Visser"]


def test_drawn_boxes_are_marks_of_their_own():
    box = Box(x0=10, y0=10, x1=90, y1=40)
    made = plan(state_of(regions=[(0, box, ("11.1", "10.2.e"))]), [PAGE], BOOK)
    assert made.marks[0].boxes == (box,)
    assert made.marks[0].codes == ("10.2.e", "11.1")


def test_a_redaction_on_a_page_that_is_not_there_is_refused():
    span = Span(document_id=PAGE.document_id, page_index=4, start=0, end=2)
    with pytest.raises(RedactionError) as caught:
        plan(state_of((span, ("10.2.e",))), [PAGE], BOOK)
    assert caught.value.locators == {"page": 5}


def test_the_digest_changes_with_place_and_ground_and_with_nothing_else():
    name, other = span_of(PAGE, "Visser"), span_of(PAGE, "Bakker")
    digests = [
        plan(state_of(*redactions), [PAGE], BOOK).digest
        for redactions in (
            [(name, ("10.2.e",)), (other, ("10.2.e",))],
            [(other, ("10.2.e",)), (name, ("10.2.e",))],
            [(name, ("11.1",)), (other, ("10.2.e",))],
            [(name, ("10.2.e",))],
        )
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3
