"""Gaps whose width tells little: bars in classes, the rest of the line moved, within margins and cells."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lakmoes.model import Box, Mark, Page, RedactionPlan, Shift, Span, TextSource, Width, Word
from lakmoes.placing import place, placed
from tests.builders import page_of

HEIGHT = 12.0
STEP = 5.0 * HEIGHT
LEAST = 2.5 * HEIGHT
LONG = "een regel die de breedte van de bladspiegel bepaalt, want hij is de langste van alle"


def marked(page: Page, *texts: str) -> tuple[Mark, ...]:
    """A mark for the first occurrence of each text."""
    marks = []
    for text in texts:
        start = page.text.index(text)
        span = Span(document_id=page.document_id, page_index=0, start=start, end=start + len(text))
        marks.append(Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span))
    return tuple(marks)


def marked_word(page: Page, word: Word) -> Mark:
    span = Span(document_id=page.document_id, page_index=0, start=word.start, end=word.end)
    return Mark(page_index=0, boxes=page.boxes(span), codes=("10.2.e",), span=span)


def with_barriers(page: Page, *boxes: tuple[float, float, float, float]) -> Page:
    return replace(page, barriers=tuple(Box(x0=a, y0=b, x1=c, y1=d) for a, b, c, d in boxes))


def ends_of(mark: Mark) -> tuple[float, float]:
    return mark.painted[0].x0, mark.painted[0].x1


def moved(word: Word, shifts: tuple[Shift, ...]) -> Box:
    """Where a word comes to stand."""
    box = word.box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    for shift in shifts:
        if shift.area.contains(x, y):
            return Box(x0=box.x0 + shift.dx, y0=box.y0 + shift.dy, x1=box.x1 + shift.dx, y1=box.y1 + shift.dy)
    return box


def word_of(page: Page, text: str) -> Word:
    return next(word for word in page.words if word.text == text)


@pytest.mark.parametrize("name", ["Bos", "Jansen", "Van Aalst"])
def test_a_gap_is_a_step_wide_and_the_rest_of_the_line_goes_along(name: str) -> None:
    page = page_of(f"{LONG}\nik sprak {name} vandaag")
    (mark,), shifts = placed(marked(page, name), page, Width.STEP)
    assert ends_of(mark) == (50 + 9 * 6, 50 + 9 * 6 + STEP)
    assert moved(word_of(page, "vandaag"), shifts).x0 == ends_of(mark)[1] + 6
    assert moved(word_of(page, "sprak"), shifts) == word_of(page, "sprak").box


def test_a_name_that_is_wider_than_a_step_gets_two() -> None:
    page = page_of(f"{LONG}\nik sprak Van Rijckevorsel vandaag")
    (mark,), _ = placed(marked(page, "Van Rijckevorsel"), page, Width.STEP)
    assert ends_of(mark)[1] - ends_of(mark)[0] == 2 * STEP


def test_every_gap_is_equal_when_widths_are_fixed() -> None:
    page = page_of(f"{LONG}\nik sprak Bos, Van Rijckevorsel en Jansen vandaag")
    marks, _ = placed(marked(page, "Bos", "Van Rijckevorsel", "Jansen"), page, Width.FIXED)
    assert {round(ends_of(mark)[1] - ends_of(mark)[0], 6) for mark in marks} == {3.0 * HEIGHT}


def test_exact_boxes_stay_as_they_are() -> None:
    page = page_of(f"{LONG}\nik sprak Bos vandaag")
    marks = marked(page, "Bos")
    assert placed(marks, page, Width.EXACT) == (marks, ())


def test_a_full_line_takes_the_narrower_class() -> None:
    page = page_of(f"{LONG}\n{LONG[:60]} Van Aalst {LONG[:14]}")
    (mark,), shifts = placed(marked(page, "Van Aalst"), page, Width.STEP)
    assert ends_of(mark)[1] - ends_of(mark)[0] == LEAST
    last = [word for word in page.words if word.line == 1][-1]
    assert moved(last, shifts).x1 <= max(word.box.x1 for word in page.words)


def test_the_bar_at_the_end_of_a_cell_runs_to_its_end() -> None:
    page = with_barriers(page_of(f"{LONG}\nnaam Bos"), (180, 60, 180.5, 80))
    (mark,), _ = placed(marked(page, "Bos"), page, Width.STEP)
    assert ends_of(mark) == (80, 178)


def test_a_rule_between_two_cells_parts_them() -> None:
    page = with_barriers(page_of(f"{LONG}\nBos Keizersgracht"), (70.5, 60, 71, 80), (300, 60, 301, 80))
    marks, shifts = placed(marked(page, "Keizersgracht"), page, Width.STEP)
    assert ends_of(marks[0])[0] == word_of(page, "Keizersgracht").box.x0
    assert not shifts
    (mark,), shifts = placed(marked(page, "Bos"), page, Width.STEP)
    assert ends_of(mark)[1] <= 71
    assert not shifts


def test_an_underline_is_no_end_of_a_line() -> None:
    page = with_barriers(page_of(f"{LONG}\nik sprak Bos vandaag"), (50, 74, 170, 75))
    (mark,), _ = placed(marked(page, "Bos"), page, Width.STEP)
    assert ends_of(mark)[1] - ends_of(mark)[0] == STEP


def test_a_line_that_is_aligned_at_its_end_stays_there() -> None:
    page = page_of(f"{LONG}\n{' ' * 46}Contact: Bos (afd. 3)\n{' ' * 42}Telefoonnummer 0701234567")
    (mark,), shifts = placed(marked(page, "Bos"), page, Width.STEP)
    first, last = word_of(page, "Contact:"), word_of(page, "3)")
    assert last.box.x1 == word_of(page, "0701234567").box.x1
    assert ends_of(mark)[1] == moved(word_of(page, "(afd."), shifts).x0 - 6
    assert moved(last, shifts).x1 == last.box.x1
    assert moved(first, shifts).x1 == first.box.x1 - (STEP - 18)


def test_a_justified_line_loses_its_stretched_spaces() -> None:
    page = page_of(f"{'woord ' * 13}eind\n{'woord ' * 13}eind\nik  zag   Jansen   weer   in{' ' * 47}de klas")
    edges = {round(line[-1].box.x1, 3) for line in by_line(page)}
    assert len(edges) == 1, "the lines end at the same place"
    (mark,), shifts = placed(marked(page, "Jansen"), page, Width.STEP)
    line = [word for word in page.words if word.line == 2]
    boxes = [mark.painted[0] if word.text == "Jansen" else moved(word, shifts) for word in line]
    gaps = {round(after.x0 - before.x1, 3) for before, after in pairwise(boxes)}
    assert gaps == {6.0}


def by_line(page: Page) -> list[list[Word]]:
    return [[word for word in page.words if word.line == number] for number in {w.line for w in page.words}]


def test_scans_drawn_boxes_and_slanted_text_stay_as_they_are() -> None:
    page = page_of(f"{LONG}\nik sprak Bos vandaag")
    marks = marked(page, "Bos")
    assert placed(marks, replace(page, text_source=TextSource.OCR), Width.STEP) == (marks, ())
    drawn = (replace(marks[0], span=None),)
    assert placed(drawn, page, Width.STEP) == (drawn, ())
    slanted = replace(page, words=tuple(replace(word, cuts=()) for word in page.words))
    assert placed(marks, slanted, Width.STEP) == (marks, ())


def test_upright_text_moves_along_its_own_direction() -> None:
    page = page_of(f"{LONG}\nik sprak Bos vandaag")
    words = tuple(replace(w, vertical=True, box=turned(w.box), cuts=w.cuts) for w in page.words)
    turned_page = replace(page, words=words, width=842.0, height=595.0)
    (mark,), shifts = placed(marked(turned_page, "Bos"), turned_page, Width.STEP)
    assert mark.painted[0].y1 - mark.painted[0].y0 == STEP
    assert [(shift.dx, shift.dy) for shift in shifts] == [(0.0, STEP - 18)]


def turned(box: Box) -> Box:
    return Box(x0=box.y0, y0=box.x0, x1=box.y1, y1=box.x1)


NAMES = st.text("ABCDEFGHIJKLM", min_size=1, max_size=24)
WORDS = st.lists(st.text("nopqrstuvw", min_size=1, max_size=9), min_size=1, max_size=6)


@given(before=WORDS, after=WORDS, one=NAMES, other=NAMES, width=st.sampled_from(list(Width)[:2]))
def test_two_names_of_one_class_leave_the_same_page(
    before: list[str], after: list[str], one: str, other: str, width: Width
) -> None:
    seen = [shown(" ".join(before), name, " ".join(after), width) for name in (one, other)]
    assume(seen[0][1] == seen[1][1])
    assert seen[0] == seen[1]


def shown(before: str, name: str, after: str, width: Width) -> tuple[list[tuple[float, ...]], float]:
    """What is to be seen of a line: the places of its words, and how wide the bar is."""
    page = page_of(f"{LONG}\n{before} {name} {after}")
    (mark,), shifts = placed(marked(page, name), page, width)
    kept = [moved(word, shifts) for word in page.words if word.text != name]
    bar = mark.painted[0]
    places = [(round(box.x0, 3), round(box.x1, 3)) for box in (*kept, bar)]
    return places, round(bar.x1 - bar.x0, 3)


@given(words=st.lists(st.text("abcdef", min_size=1, max_size=12), min_size=2, max_size=14), data=st.data())
def test_nothing_leaves_the_margins_or_runs_into_other_text(words: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1))
    width = data.draw(st.sampled_from([Width.FIXED, Width.STEP]))
    page = page_of(f"{LONG}\n{' '.join(words)}")
    line = [word for word in page.words if word.line == 1]
    marks = tuple(marked_word(page, line[number]) for number in sorted(chosen))
    found, shifts = placed(marks, page, width)
    bars = dict(zip(sorted(chosen), (mark.painted[0] for mark in found), strict=True))
    boxes = [bars.get(number) or moved(word, shifts) for number, word in enumerate(line)]
    assert all(before.x1 <= after.x0 + 0.01 for before, after in pairwise(boxes))
    assert boxes[0].x0 == line[0].box.x0
    assert boxes[-1].x1 <= max(page.width - 18, line[-1].box.x1)
    areas = [shift.area for shift in shifts]
    assert not any(a.overlaps(b) for a in areas for b in (*areas, *(m.boxes[0] for m in marks)) if a is not b)
    others = [word for word in page.words if word.line == 0]
    assert all(moved(word, shifts) == word.box for word in others)


def test_the_digest_of_a_plan_covers_where_things_go() -> None:
    page = page_of(f"{LONG}\nik sprak Bos vandaag")
    plan = RedactionPlan(document_id=page.document_id, marks=marked(page, "Bos"), digest="0")
    assert place(plan, [page], Width.EXACT) == plan
    step, fixed = place(plan, [page], Width.STEP), place(plan, [page], Width.FIXED)
    assert len({plan.digest, step.digest, fixed.digest}) == 3
    assert step == place(plan, [page], Width.STEP)


def test_marks_on_a_scan_with_a_space_between_them_become_one_bar() -> None:
    page = replace(page_of(f"{LONG}\nik sprak Jan Jansen de Vries\nen Bos"), text_source=TextSource.OCR)
    marks = marked(page, "Jan", "Jansen", "Vries\nen", "Bos")
    found, shifts = placed(marks, page, Width.STEP)
    assert shifts == ()
    assert ends_of(found[0]) == (marks[0].boxes[0].x0, marks[1].boxes[0].x0)
    assert found[1] == marks[1], "a word that stays follows"
    assert found[2].bars[0] == marks[2].boxes[0]
    assert found[2].bars[1].x1 == marks[3].boxes[0].x0
    assert found[3] == marks[3]
    assert placed(marks, page, Width.EXACT) == (marks, ())
