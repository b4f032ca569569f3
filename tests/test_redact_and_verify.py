"""Any page, any marks, all widths: what is marked is gone, all else is there, and the verifier agrees."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lakmoes.grounds import ground_book
from lakmoes.model import Box, Law, Mark, Page, RedactionPlan, ReviewState, Shift, Span, Width, Word
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.placing import place
from lakmoes.plan import plan
from lakmoes.verify import verify
from tests.pdf.making import leaks
from tests.random_pages import Line, Paragraph, RandomPage, Table, pages, written

EXAMPLES = 60
PRINTED = "Q9"
"""What is printed in the bars: signs that no random page has."""
STAMP = Stamp(document_number="", code_labels={"10.2.e": PRINTED})
ASTRAY = 1.0
"""Points that a word may stand beside its place: the space before it has a usual width."""
OTHER_LINE = 0.3
"""Share of its height by which a letter of another line sticks out of a box."""
ON_EDGE = 0.5
"""Points between the edge of a drawn box and the middle of a letter that is neither inside nor outside."""
LONG = 5
"""Letters from which a marked text cannot be in the file by chance."""

places = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 4), st.sampled_from([0, 0, 0, 1, 2])),
    min_size=1,
    max_size=6,
)
"""Marks: the number of the first word, how many words, and how many letters stay at their ends."""
drawn_boxes = st.lists(
    st.tuples(st.integers(40, 500), st.integers(40, 780), st.integers(5, 120), st.integers(5, 30)), max_size=1
)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=pages, marked=places, drawn=drawn_boxes, width=st.sampled_from(Width))
def test_what_is_marked_is_gone_and_all_else_is_there(
    tmp_path: Path,
    page: RandomPage,
    marked: Sequence[tuple[int, int, int]],
    drawn: Sequence[tuple[float, float, float, float]],
    width: Width,
) -> None:
    source = written(page, tmp_path / "a.pdf")
    (before,) = read_pages(source, "d")
    assume(before.words)
    chosen = place(planned(before, marked, drawn), [before], width)
    assume(not says_again(before, chosen) and is_clear(before, chosen))
    assert list(faults(source, before, chosen, tmp_path / "b.pdf")) == []


def says_again(page: Page, plan: RedactionPlan) -> bool:
    """Whether a word that is marked also stands where it is not: then its text is rightly found again."""
    spans = [mark.span for mark in plan.marks if mark.span]
    marked = [any(s.start < word.end and word.start < s.end for s in spans) for word in page.words]
    texts = {True: set[str](), False: set[str]()}
    for word, is_marked in zip(page.words, marked, strict=True):
        texts[is_marked].add(word.text.casefold())
    return any(len(text) > 1 for text in texts[True] & texts[False])


def one_line(*words: str, angle: float = 0.0, **how: Any) -> RandomPage:
    line = Line(words=words, **{"kind": "/Helvetica", "size": 12.0, **how})
    return RandomPage(blocks=(Paragraph(lines=(line,), pitch=1.2, angle=angle),), rotation=0)


def in_table(*row: Line, widths: tuple[float, ...]) -> RandomPage:
    return RandomPage(blocks=(Table(rows=(row,), widths=widths),), rotation=0)


ONCE_WRONG = {
    "the next slanted word reaches into the box": (one_line("A", "Ab", angle=45.0), [(0, 1, 0)], []),
    "part of a slanted word": (one_line("vibDma", "Wg", angle=45.0), [(0, 2, 1)], []),
    "word spacing of words that stay": (
        one_line("dit", "is", "voor", "Anna", "nu", way="kerned", stretch=1.7, angle=270.0),
        [(3, 1, 0)],
        [],
    ),
    "letters that stand wide and move": (
        one_line("intent", "afrv", "cpt", "brjWmjr.bli", way="kerned", spacing=0.4, size=15.5),
        [(2, 1, 0)],
        [],
    ),
    "a letter that might share a glyph moves": (
        one_line("if", "ftivJa.", "ti", kind="true-type-by-number", way="letters", stretch=1.7),
        [(0, 3, 1)],
        [],
    ),
    "a drawn box ends in the middle of a letter": (
        one_line("vewpncpg", way="letters", spacing=0.4, kind="/Courier"),
        [],
        [(70.0, 40.0, 8.9, 20.0)],
    ),
    "a mark over upright and lying words": (
        RandomPage(
            blocks=(
                Paragraph(lines=(Line(("llmBcce,ef",), "/Helvetica", 8.5),), pitch=1.1, angle=90.0),
                Paragraph(lines=(Line(("vlvlrlWAb",), "/Helvetica", 11.0),), pitch=1.0),
            ),
            rotation=0,
        ),
        [(0, 2, 0)],
        [],
    ),
    "cells as high as their line": (
        in_table(
            Line(("m", "nJvarntmDm"), "true-type", 15.5, way="kerned", spacing=-0.15),
            Line(("pgc",), "/Courier", 11.0),
            Line(("A", "rv.", "damaged"), "/Times-Roman", 15.5),
            widths=(110.0, 110.0, 110.0),
        ),
        [(0, 1, 0), (3, 1, 0)],
        [],
    ),
    "a box drawn over the corner of a table": (
        in_table(Line(("mb",), "/Helvetica", 10.0), Line(("WDj",), "/Helvetica", 10.0), widths=(60.0, 120.0)),
        [],
        [(214.0, 40.0, 32.0, 9.0)],
    ),
    "a letter beside the label that may go": (one_line("tt", "fveWtB", size=8.5), [(0, 2, 1)], []),
    "a drawn box over half of a large letter": (one_line("BnWn", size=30.0), [], [(107.0, 40.0, 8.0, 27.0)]),
    "slanted lines that overlap": (
        RandomPage(
            blocks=(
                Paragraph(
                    lines=(
                        Line(("lnAnpacJpBD",), "/Helvetica", 11.0),
                        Line(("gDApBfAwglt",), "/Helvetica", 6.0),
                    ),
                    pitch=1.0,
                    angle=2.0,
                ),
                Paragraph(lines=(Line(("A",), "/Helvetica", 6.0),), pitch=1.0),
            ),
            rotation=0,
        ),
        [(2, 1, 0)],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ONCE_WRONG)
@pytest.mark.parametrize("width", Width)
def test_what_was_once_wrong_stays_right(tmp_path: Path, name: str, width: Width) -> None:
    page, marked, drawn = ONCE_WRONG[name]
    source = written(page, tmp_path / "a.pdf")
    (before,) = read_pages(source, "d")
    chosen = place(planned(before, marked, drawn), [before], width)
    assert list(faults(source, before, chosen, tmp_path / "b.pdf")) == []


def faults(source: Path, before: Page, chosen: RedactionPlan, target: Path) -> Iterator[str]:
    """What is wrong with the redacted file."""
    redact(source, chosen, STAMP, target)
    report = verify(target, chosen, [before], frozenset(STAMP.printed(("10.2.e",))), original=source)
    yield from (f"{check.name}: {check.places}" for check in report.checks if not check.passed)
    if not is_clear(before, chosen):
        return  # either letter is right
    (after,) = read_pages(target, "d")
    expected, found = list(staying(before, chosen)), list(read(after))
    left = "".join(letter for letter, _ in expected)
    if left != "".join(letter for letter, _ in found):
        yield "other letters, or in another order"
        return
    for (letter, box), (_, other) in zip(expected, found, strict=True):
        if other and not near(moved(box, chosen.shifts), other):
            yield f"{letter} stands elsewhere"
    for text in long_texts(before, chosen):
        if text not in left and leaks(target, text):
            yield f"{text} is left"


def planned(
    page: Page, marked: Sequence[tuple[int, int, int]], drawn: Sequence[tuple[float, float, float, float]]
) -> RedactionPlan:
    spans = [(span_of(page, *choice), ("10.2.e",)) for choice in marked]
    boxes = [Box(x0=x, y0=y, x1=x + wide, y1=y + high) for x, y, wide, high in drawn]
    slanted = [word.box for word in page.words if not word.cuts]
    inside = [box for box in boxes if box.x1 < page.width and box.y1 < page.height]
    inside = [box for box in inside if not any(box.overlaps(word) for word in slanted)]
    state = ReviewState(
        document_id="d",
        redactions=tuple(spans),
        regions=tuple((0, box, ("10.2.e",)) for box in inside),
        kept=(),
        open=(),
    )
    return plan(state, [page], ground_book(Law.WOB))


def span_of(page: Page, number: int, count: int, fewer: int) -> Span:
    first = number % len(page.words)
    words = page.words[first : first + count]
    start, end = words[0].start, words[-1].end
    if end - start > 2 * fewer and len(words[0].text) > fewer and len(words[-1].text) > fewer:
        start, end = start + fewer, end - fewer
    return Span(document_id="d", page_index=0, start=start, end=end)


def read(page: Page) -> Iterator[tuple[str, Box | None]]:
    """Each letter that is not printed by us with its place, as far as no label was taken for a part of it."""
    for word in page.words:
        for number, letter in enumerate(word.text):
            if letter not in PRINTED:
                part = word.part(word.start + number, word.start + number + 1)
                yield letter, None if PRINTED in word.text else part


def staying(page: Page, plan: RedactionPlan) -> Iterator[tuple[str, Box]]:
    """The letters that no mark takes, with their places: of slanted words all go or none."""
    for word in page.words:
        for number, letter in enumerate(word.text):
            box = word.part(word.start + number, word.start + number + 1)
            if not any(takes(mark, word, number, box) for mark in plan.marks):
                yield letter, box


def takes(mark: Mark, word: Word, number: int, letter: Box) -> bool:
    if mark.span is None:
        return any(box.contains(*middle(letter)) for box in mark.boxes)
    if not word.cuts:
        return mark.span.start < word.end and word.start < mark.span.end
    if mark.span.start <= word.start + number < mark.span.end:
        return True
    return any(box.contains(*middle(letter)) and is_in_line(letter, box, word) for box in mark.boxes)


def is_in_line(letter: Box, box: Box, word: Word) -> bool:
    """Whether a letter, of which the middle is in a box, is of the line of the box, or printed over it."""
    if word.vertical:
        return max(box.x0 - letter.x0, letter.x1 - box.x1) <= OTHER_LINE * (letter.x1 - letter.x0)
    return max(box.y0 - letter.y0, letter.y1 - box.y1) <= OTHER_LINE * (letter.y1 - letter.y0)


def is_clear(page: Page, plan: RedactionPlan) -> bool:
    """Whether no drawn box has an edge on the middle of a letter, where either side is right."""
    edges = [box for mark in plan.marks if mark.span is None for box in mark.boxes]
    middles = [
        middle(word.part(place, place + 1)) for word in page.words for place in range(word.start, word.end)
    ]
    return not any(
        min(abs(x - box.x0), abs(x - box.x1), abs(y - box.y0), abs(y - box.y1)) < ON_EDGE
        for box in edges
        for x, y in middles
    )


def middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def moved(box: Box, shifts: Sequence[Shift]) -> Box:
    """Where a letter should stand."""
    shift = next((shift for shift in shifts if shift.area.contains(*middle(box))), None)
    if shift is None:
        return box
    return Box(x0=box.x0 + shift.dx, y0=box.y0 + shift.dy, x1=box.x1 + shift.dx, y1=box.y1 + shift.dy)


def near(expected: Box, found: Box) -> bool:
    pairs = zip(middle(expected), middle(found), strict=True)
    return all(abs(one - other) < ASTRAY for one, other in pairs)


def long_texts(page: Page, plan: RedactionPlan) -> Iterator[str]:
    for mark in plan.marks:
        for word in page.quote(mark.span).split() if mark.span else ():
            if len(word) >= LONG and not word.isalpha():  # a key of the format may be a word
                yield word
