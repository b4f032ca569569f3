"""The checks of one written page.

In: a page as it was read, its marks and shifts, what was written of it, and the page of the source where it
is at hand. Out: troubles. On pages with text of their own letters are compared; on recognised scans there
may be none but labels.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pypdfium2

from lakmoes.model import Mark, Page, Shift, TextSource
from lakmoes.verify.bands import Bands
from lakmoes.verify.covers import DPI, Cover, is_even, look_at, overlong
from lakmoes.verify.expected import NOTHING, Character, Expectation, displaced, expectation_of
from lakmoes.verify.matching import (
    WATERMARK,
    Comparison,
    besides_labels,
    compare,
    left_behind,
    lost_in_both,
    printed_in,
)
from lakmoes.verify.opaque import covered, hidden_words
from lakmoes.verify.pixels import changed_pictures, changed_spots, pictures_on, uneven_pictures
from lakmoes.verify.places import Trouble, at_mark, at_spot
from lakmoes.verify.runs import Run, text_of
from lakmoes.verify.sheet import (
    Frame,
    Glyph,
    Grey,
    Picture,
    Rectangle,
    contains,
    edges_of,
    overlap,
    picture_of,
)
from lakmoes.verify.texts import Haystack, haystack_of, letters_of, needle_of
from lakmoes.verify.written import is_uncertain

FEWEST_AGAIN = 4
"""Letters and digits from which a marked text is looked for on its page; shorter ones only by their place."""
MOST_CUT = 2
"""Letters that the edge of a page may cut through; more may be a line along the edge."""

RECOGNITION_DPI = 300
Recognise = Callable[[Grey], str]
"""Reads the text in an upright grey picture of ``RECOGNITION_DPI``."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One written page with what it should be.

    Attributes:
        page: As it was read.
        marks: What was to be redacted.
        shifts: What was to be moved.
        frame: How the written page lies.
        rendering: The written page.
        glyphs: Its characters as the renderer reads them.
        runs: Its strings as its content streams show them.
        original: The page of the source, if it is at hand.
        redrawn: Where annotations of the source stood that are not in the written file.
    """

    page: Page
    marks: tuple[Mark, ...]
    shifts: tuple[Shift, ...] = ()
    frame: Frame
    rendering: pypdfium2.PdfPage
    glyphs: tuple[Glyph, ...]
    runs: tuple[Run, ...] = ()
    original: pypdfium2.PdfPage | None = None
    redrawn: tuple[Rectangle, ...] = field(default=())

    @cached_property
    def picture(self) -> Picture:
        """The written page as it looks."""
        return picture_of(self.rendering, self.frame, DPI)

    @cached_property
    def before(self) -> Picture | None:
        """The page of the source as it looks."""
        return picture_of(self.original, self.frame, DPI) if self.original else None

    @property
    def has_text(self) -> bool:
        """Whether the words of the page stand in the file; those of a recognised scan do not."""
        return self.page.text_source is TextSource.DIGITAL

    @cached_property
    def unmarked(self) -> Haystack:
        """The text of the page as it was read, without what is marked."""
        return haystack_of([unmarked(self.page, self.marks)])

    @cached_property
    def second(self) -> list[list[Glyph]]:
        """The characters of each string."""
        return [list(run.glyphs(self.frame)) for run in self.runs]

    @property
    def changing(self) -> list[Rectangle]:
        """Where a change is meant: marks, what moves before and after, annotations that go."""
        boxes = [edges_of(box) for mark in self.marks for box in (*mark.boxes, *mark.bars)]
        for shift in self.shifts:
            area = edges_of(shift.area)
            boxes += [area, displaced(area, shift)]
        return [*boxes, *self.redrawn]


def troubles_on(
    sheet: Sheet, labels: frozenset[str], recognise: Recognise | None = None
) -> Iterator[Trouble]:
    """What is wrong with a written page; ``labels`` may be printed on it."""
    expected = expectation_of(sheet.page, sheet.marks, sheet.shifts) if sheet.has_text else NOTHING
    comparison = compare(expected, sheet.marks, sheet.shifts, sheet.glyphs, labels)
    printed = [sheet.glyphs[place].ink for place in sorted(comparison.labels)]
    if sheet.runs and labels:
        printed += printed_in(sheet.runs, sheet.frame, labels, expected)
    yield from _in_text(sheet, expected, comparison, labels)
    yield from _in_looks(sheet, expected, printed)
    # Letters that go with others may stick out of the mark.
    beside = [character.cell for character in expected.bystanders]
    yield from _in_comparison(sheet, comparison, [*printed, *beside])
    if recognise and sheet.marks and not sheet.has_text:
        shown = picture_of(sheet.rendering, sheet.frame, RECOGNITION_DPI)
        upright = np.rot90(shown.pixels, -sheet.frame.rotation // 90)
        for number in _said_again(sheet, haystack_of([recognise(upright)])):
            yield at_mark("recognised", sheet.page.index, number, sheet.marks[number - 1])


def _in_text(
    sheet: Sheet, expected: Expectation, comparison: Comparison, labels: frozenset[str]
) -> Iterator[Trouble]:
    """Letters that are there and should not be, and the other way round."""
    index = sheet.page.index
    under = comparison.under
    near = _near_marks(sheet)
    if near:
        under |= left_behind(expected, sheet.marks, near, sheet.glyphs, labels)
    for number in sorted(under):
        yield at_mark("text-under-marks", index, number, sheet.marks[number - 1])
    for glyph in _really_added(sheet, comparison):
        yield at_spot("text-again", index, sheet.frame, glyph.cell)
    shown = (glyph.text for place, glyph in enumerate(sheet.glyphs) if place not in comparison.labels)
    again = {*_said_again(sheet, haystack_of(["".join(shown)]))}
    again |= {*_said_again(sheet, haystack_of([text_of(besides_labels(sheet.runs, labels))]))}
    for number in sorted(again):
        yield at_mark("text-again", index, number, sheet.marks[number - 1])
    for character in _really_lost(sheet, expected, comparison):
        yield at_spot("text-lost", index, sheet.frame, character.cell)


def _in_looks(sheet: Sheet, expected: Expectation, printed: Sequence[Rectangle]) -> Iterator[Trouble]:
    """How the marks look, what is beneath them, and what else is hidden."""
    index = sheet.page.index
    covers = tuple(_covers(sheet, expected))
    concealed = {*covered(hidden_words(sheet.rendering, sheet.frame, sheet.glyphs, sheet.picture))}
    for box in sorted(concealed):
        if not any(overlap(box, cover.box) for cover in covers):
            yield at_spot("text-under-boxes", index, sheet.frame, box)
    letters = [glyph.ink for glyph in sheet.glyphs]
    long = overlong(sheet.picture, sheet.before, covers, letters) if sheet.before else frozenset()
    look = look_at(sheet.rendering, sheet.frame, sheet.picture, covers, printed)
    for name, numbers in (
        ("marks-black", look.not_black),
        ("beneath-marks", look.not_empty),
        ("width", long),
    ):
        for number in sorted(numbers):
            yield at_mark(name, index, number, sheet.marks[number - 1])


def _in_comparison(sheet: Sheet, comparison: Comparison, printed: Sequence[Rectangle]) -> Iterator[Trouble]:
    """What differs from the source where nothing should, and what did not move as far as it should."""
    index = sheet.page.index
    for number in sorted(comparison.astray):
        area = edges_of(sheet.shifts[number - 1].area)
        yield at_spot("width", index, sheet.frame, area)
    if sheet.original is None or sheet.before is None:
        return
    meant = [*sheet.changing, *printed]
    for box in changed_spots(sheet.before, sheet.picture, meant):
        yield at_spot("pixels", index, sheet.frame, box)
    old = pictures_on(sheet.original, sheet.frame)
    if old:
        new = pictures_on(sheet.rendering, sheet.frame)
        for box in changed_pictures(old, new, sheet.changing):
            yield at_spot("pixels", index, sheet.frame, box)
        painted = [(n, edges_of(box)) for n, mark in enumerate(sheet.marks, 1) for box in mark.painted]
        for number in sorted({*uneven_pictures(new, painted)}):
            yield at_mark("beneath-marks", index, number, sheet.marks[number - 1])


def _near_marks(sheet: Sheet) -> list[list[Glyph]]:
    """The characters of the strings that reach into a mark."""
    boxes = Bands((edges_of(box), box) for mark in sheet.marks for box in mark.painted)
    near = (run for run in sheet.runs if sheet.marks and boxes.over(run.box(sheet.frame)))
    return [list(run.glyphs(sheet.frame)) for run in near]


def _really_added(sheet: Sheet, comparison: Comparison) -> list[Glyph]:
    """The new letters, without those that are told by their place in another way by each library.

    A few letters that the edge of the page cuts through are not read by everyone, and letters of scripts that
    run to the left may be given another place in their line: they make up for a lost one.
    """
    inside = (0.0, 0.0, sheet.frame.width, sheet.frame.height)
    added = list(comparison.added)
    cut = [glyph for glyph in added if overlap(glyph.cell, inside) and not contains(inside, glyph.cell)]
    if len(cut) <= MOST_CUT:
        added = [glyph for glyph in added if glyph not in cut]
    astray = Counter(character.letter for character in comparison.lost if is_uncertain(character.letter))
    return [glyph for glyph in added if not _takes_one(astray, letters_of(glyph.text))]


def _takes_one(letters: Counter[str], letter: str) -> bool:
    letters[letter] -= 1
    return letters[letter] >= 0


def _really_lost(sheet: Sheet, expected: Expectation, comparison: Comparison) -> Iterator[Character]:
    """The lost letters, without those that another reading finds, or that are there to see."""
    lost = comparison.lost
    if lost and sheet.runs:
        lost = lost_in_both(lost, expected, [glyph for run in sheet.second for glyph in run])
    for character in lost:
        if not is_uncertain(character.letter) or is_even(sheet.picture.part(character.cell)):
            yield character


def _said_again(sheet: Sheet, after: Haystack) -> Iterator[int]:
    """Numbers of the marks whose text is said on the page more often than it was said there unmarked."""
    page = sheet.page
    if not sheet.marks:
        return
    for number, mark in enumerate(sheet.marks, 1):
        sought = needle_of(page.quote(mark.span) if mark.span else "")
        if len(sought.joined) >= FEWEST_AGAIN and after.count(sought) > sheet.unmarked.count(sought):
            yield number


def unmarked(page: Page, marks: Iterable[Mark]) -> str:
    """The text of a page without what is marked."""
    pieces, place = [], 0
    spans = sorted((mark.span.start, mark.span.end) for mark in marks if mark.span)
    for start, end in spans:
        pieces.append(page.text[place:start])
        place = max(place, end)
    return "".join((*pieces, page.text[place:]))


def _covers(sheet: Sheet, expected: Expectation) -> Iterator[Cover]:
    """The black boxes of all marks of a page, with what is known of the text in them."""
    smallest = min((character.size for character in expected.marked), default=float("inf"))
    others = (*expected.staying, *expected.bystanders)
    watermarks = [character.cell for character in others if character.size >= WATERMARK * smallest]
    for number, mark in enumerate(sheet.marks, 1):
        words = tuple(sheet.page.words_in(mark.span)) if mark.span else ()
        for chosen, box in zip(mark.boxes, mark.painted, strict=True):
            yield Cover(
                number=number,
                box=edges_of(box),
                vertical=any(word.vertical for word in words if word.box.overlaps(chosen)),
                text=sheet.has_text,
                drawn=mark.span is None,
                crossed=any(overlap(edges_of(box), cell) for cell in watermarks),
            )
