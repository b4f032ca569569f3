"""How many names fit in a gap: counted, and tried one by one."""

import string
from collections import Counter
from collections.abc import Mapping

import pytest

from lakmoes.model import Mark, Page, Span, Width
from lakmoes.placing import placed
from lakmoes.placing.anonymity import FEW, Letters, anonymity
from lakmoes.placing.lines import lines_with_marks, pieces_on
from lakmoes.placing.names import COUNT, dutch_names
from tests.builders import page_of

LETTERS = "".join(sorted(set("".join(dutch_names())) - {" "}))
LONG = "een regel die breder is dan de andere"
BEFORE, AFTER = "ik sprak ", " over de vraag"


def page_with(name: str, before: str = BEFORE, after: str = AFTER) -> Page:
    """A page on which every letter of every name stands somewhere, and all letters are equally wide."""
    rows = [LETTERS[start : start + 60] for start in range(0, len(LETTERS), 60)]
    return page_of("\n".join((*rows, LONG + string.ascii_letters[:40], f"{before}{name}{after}")))


def mark_on(page: Page, name: str) -> Mark:
    start = page.text.rindex(name)
    span = Span(document_id=page.document_id, page_index=0, start=start, end=start + len(name))
    return Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span)


def look_of(page: Page, name: str, width: Width) -> tuple[object, ...]:
    """What is to be seen of the last line: the bar, and where the words behind it stand."""
    (mark,), shifts = placed((mark_on(page, name),), page, width)
    line = page.words[-1].line
    places = []
    for word in page.words:
        middle = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        shift = next((shift for shift in shifts if shift.area.contains(*middle)), None)
        if word.line == line and not mark.boxes[0].contains(*middle):
            places.append(round(word.box.x0 + (shift.dx if shift else 0.0), 2))
    return round(mark.painted[0].x0, 2), round(mark.painted[0].x1, 2), *places


def by_length() -> Mapping[int, int]:
    return Counter(map(len, dutch_names()))


def test_the_list_holds_surnames_and_full_names() -> None:
    names = dutch_names()
    assert len(set(names)) == len(names) == COUNT
    assert all(" " in name for name in names[COUNT // 2 :])
    assert sum(" " in name for name in names[: COUNT // 2]) < COUNT // 10


@pytest.mark.parametrize("length", [3, 6, 9, 12, 20])
def test_in_an_exact_gap_fit_the_names_of_that_width(length: int) -> None:
    page = page_with("B" * length)
    assert anonymity((mark_on(page, "B" * length),), page, Width.EXACT) == [by_length()[length]]


@pytest.mark.parametrize("after", [AFTER, "", " " + "o" * 20, " " + "o" * 52])
@pytest.mark.parametrize("width", [Width.STEP, Width.FIXED])
@pytest.mark.parametrize("length", [2, 5, 9, 12, 20])
def test_in_a_step_fit_the_names_that_leave_the_same_page(length: int, width: Width, after: str) -> None:
    name = "B" * length
    page = page_with(name, after=after)
    seen = look_of(page, name, width)
    margin = max(word.box.x1 for word in page.words)
    same = 0
    for other, count in by_length().items():
        instead = page_with("B" * other, after=after)
        fits = max(word.box.x1 for word in instead.words) <= margin + 0.1
        same += count if fits and look_of(instead, "B" * other, width) == seen else 0
    (found,) = anonymity((mark_on(page, name),), page, width)
    assert found == pytest.approx(same, abs=0.01 * COUNT)


def test_steps_leave_many_names_where_exact_gaps_leave_few() -> None:
    page = page_with("Bartholomeus de Vries")
    marks = (mark_on(page, "Bartholomeus de Vries"),)
    (exact,), (step,) = anonymity(marks, page, Width.EXACT), anonymity(marks, page, Width.STEP)
    assert exact is not None
    assert step is not None
    assert FEW < exact < step / 3


def test_what_breaks_over_two_lines_or_was_drawn_is_not_counted() -> None:
    page = page_of("Jan van\nDijk gaat")
    span = Span(document_id=page.document_id, page_index=0, start=0, end=12)
    broken = Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span)
    drawn = Mark(page_index=0, boxes=page.boxes(span)[:1], codes=("10.2.e",))
    assert anonymity((broken,), page, Width.STEP) == [None]
    assert anonymity((drawn,), page, Width.STEP) == [None]


def test_bold_names_are_compared_in_bold() -> None:
    page = page_with("B" * 8)
    letters = Letters([page])
    names = by_length()
    mark = mark_on(page, "B" * 8)
    (line,) = lines_with_marks((mark,), pieces_on(page))
    run = next(run for run in line.runs if run.part)
    assert letters.fitting([(47.5, 48.5)], "B" * 8, run) == names[8]
    assert letters.fitting([(47.5, 48.5)], "B" * 4, run) == names[4]
