from dataclasses import replace

import pytest

from lakmoes.grounds import ground_book
from lakmoes.model import Box, Law, Mark, PageNotice, RedactionPlan, Span, TextSource
from lakmoes.whole_pages import with_notices
from tests.builders import page_of

BOOK = ground_book(Law.WOB)
ID = "d" * 64
SHEET = Box(x0=0, y0=0, x1=595, y1=842)


def mark(page, start=0, end=None, codes=("11.1",)):
    span = Span(document_id=ID, page_index=page.index, start=start, end=end or len(page.text))
    return Mark(page_index=page.index, boxes=page.boxes(span), codes=codes, span=span)


def drawn(page_index, box=SHEET, codes=("11.1",)):
    return Mark(page_index=page_index, boxes=(box,), codes=codes)


def noticed(pages, *marks, **choice):
    plan = RedactionPlan(document_id=ID, marks=marks, digest="before")
    return with_notices(plan, pages, BOOK, **choice)


PAGES = [page_of("De minister weifelt nog.\nWij ook.", index=index) for index in range(5)]


def runs(*marks, pages=PAGES, **choice):
    return [
        (notice.first_index, notice.last_index, notice.codes)
        for notice in noticed(pages, *marks, **choice).notices
    ]


def test_pages_in_a_row_with_the_same_grounds_become_one_notice():
    marks = [mark(PAGES[1]), drawn(2), mark(PAGES[4])]
    assert runs(*marks) == [(1, 2, ("11.1",)), (4, 4, ("11.1",))]


def test_other_grounds_begin_another_notice():
    assert runs(mark(PAGES[0]), drawn(1, codes=("10.2.e", "11.1"))) == [
        (0, 0, ("11.1",)),
        (1, 1, ("10.2.e", "11.1")),
    ]


def test_marks_that_cover_all_words_together_are_enough():
    first = PAGES[0].text.index("\n")
    assert runs(mark(PAGES[0], 0, first), mark(PAGES[0], first + 1)) == [(0, 0, ("11.1",))]


@pytest.mark.parametrize(
    "marks",
    [
        [mark(PAGES[0], 0, 12)],
        [mark(PAGES[0], 1)],
        [mark(PAGES[0], 0, 12), mark(PAGES[0], 12, codes=("10.2.e",))],
        [drawn(0, Box(x0=0, y0=0, x1=595, y1=63))],
        [],
    ],
    ids=["some words", "not the first letter", "different grounds", "one line of two", "nothing"],
)
def test_a_page_of_which_anything_stays_has_no_notice(marks):
    assert runs(*marks) == []


def test_a_drawn_box_over_all_words_counts_with_marks_on_words():
    first = PAGES[0].text.index("\n")
    second_line = Box(x0=40, y0=62, x1=300, y1=78)
    assert runs(mark(PAGES[0], 0, first), drawn(0, second_line)) == [(0, 0, ("11.1",))]


def test_words_do_not_count_beside_a_picture_and_on_scans():
    assert runs(mark(PAGES[0]), pictured={0}) == []
    scan = replace(page_of("De minister weifelt nog."), text_source=TextSource.OCR)
    assert runs(mark(scan), pages=[scan]) == []
    assert runs(drawn(0), pages=[scan], pictured={0}) == [(0, 0, ("11.1",))]


def test_the_digest_tells_of_notices():
    assert noticed(PAGES).digest == "before"
    digests = {
        noticed(PAGES, mark(PAGES[0])).digest,
        noticed(PAGES, mark(PAGES[0]), drawn(1)).digest,
        "before",
    }
    assert len(digests) == 3


def test_pages_of_the_file_stand_for_pages_of_the_source():
    plan = noticed(PAGES, mark(PAGES[1]), drawn(2), drawn(3))
    assert plan.notices == (PageNotice(first_index=1, last_index=3, codes=("11.1",)),)
    assert plan.written_pages(5) == (0, 1, 4)
    assert [plan.position_of(index) for index in range(5)] == [0, 1, 1, 1, 2]


@pytest.mark.parametrize("values", [(3, 2, ("11.1",)), (-1, 2, ("11.1",)), (0, 0, ())])
def test_a_notice_stands_for_pages_and_has_a_ground(values):
    with pytest.raises(ValueError, match="a notice stands for pages"):
        PageNotice(first_index=values[0], last_index=values[1], codes=values[2])
