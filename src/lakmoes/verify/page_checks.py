"""The checks of one written page.

In: a page as it was read, its marks and what was written of it. Out: names of checks with the places where
they failed. On pages with text of their own letters are compared; on recognised scans there may be none but
labels.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

from lakmoes import nl
from lakmoes.model import Mark, Page, TextSource
from lakmoes.verify.covers import DPI, Cover, is_even, look_at, rectangle_of
from lakmoes.verify.expected import NOTHING, Character, Expectation, expectation_of
from lakmoes.verify.matching import WATERMARK, Comparison, compare
from lakmoes.verify.sheet import (
    Frame,
    Glyph,
    Picture,
    Rectangle,
    contains,
    middle_of,
    overlap,
    picture_of,
)
from lakmoes.verify.texts import haystack_of, letters_of, needle_of
from lakmoes.verify.written import is_uncertain

FEWEST_AGAIN = 4
"""Letters and digits from which a marked text is looked for on its page; shorter ones only by their place."""
MILLIMETRES = 25.4 / 72
MOST_CUT = 2
"""Letters that the edge of a page may cut through; more may be a line along the edge."""

Trouble = tuple[str, str]
"""Name of a check and a place where it failed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One written page with what it should be."""

    page: Page
    marks: tuple[Mark, ...]
    frame: Frame
    rendering: pypdfium2.PdfPage
    glyphs: tuple[Glyph, ...]


def troubles_on(sheet: Sheet, labels: frozenset[str]) -> Iterator[Trouble]:
    """What is wrong with a written page; ``labels`` may be printed on it."""
    # The words of a recognised scan are nowhere in the file.
    has_text = sheet.page.text_source is TextSource.DIGITAL
    expected = expectation_of(sheet.page, sheet.marks) if has_text else NOTHING
    comparison = compare(expected, sheet.marks, sheet.glyphs, labels)
    number = sheet.page.index + 1
    for mark in sorted(comparison.under):
        yield "text-under-marks", nl.MARK_PLACE.format(page=number, mark=mark)
    for glyph in _really_added(sheet, comparison):
        yield "text-again", _spot(sheet, glyph.cell)
    for mark in _said_again(sheet, comparison):
        yield "text-again", nl.MARK_PLACE.format(page=number, mark=mark)
    ink = [sheet.glyphs[index].ink for index in sorted(comparison.labels)]
    for character in _really_lost(sheet, comparison):
        yield "text-lost", _spot(sheet, character.cell)
    look = look_at(sheet.rendering, sheet.frame, tuple(_covers(sheet, expected)), ink)
    for mark in sorted(look.not_black):
        yield "marks-black", nl.MARK_PLACE.format(page=number, mark=mark)
    for mark in sorted(look.not_empty):
        yield "beneath-marks", nl.MARK_PLACE.format(page=number, mark=mark)


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


def _really_lost(sheet: Sheet, comparison: Comparison) -> Iterator[Character]:
    """The lost letters, without those that one library does not read as text but that are there to see."""
    picture: Picture | None = None
    for character in comparison.lost:
        if is_uncertain(character.letter):
            picture = picture or picture_of(sheet.rendering, sheet.frame, DPI)
            if not is_even(picture.part(character.cell)):
                continue
        yield character


def _said_again(sheet: Sheet, comparison: Comparison) -> Iterator[int]:
    """Numbers of the marks whose text stands on the page more often than it stood there unmarked."""
    page = sheet.page
    chosen = {place for mark in sheet.marks if mark.span for place in range(mark.span.start, mark.span.end)}
    kept = "".join(character for place, character in enumerate(page.text) if place not in chosen)
    shown = (glyph.text for index, glyph in enumerate(sheet.glyphs) if index not in comparison.labels)
    before, after = haystack_of([kept]), haystack_of(["".join(shown)])
    for number, mark in enumerate(sheet.marks, 1):
        sought = needle_of(page.quote(mark.span) if mark.span else "")
        if len(sought.joined) >= FEWEST_AGAIN and after.count(sought) > before.count(sought):
            yield number


def _covers(sheet: Sheet, expected: Expectation) -> Iterator[Cover]:
    """The boxes of all marks of a page, with what is known of the text in them."""
    smallest = min((character.size for character in expected.marked), default=float("inf"))
    others = (*expected.staying, *expected.bystanders)
    watermarks = [character.cell for character in others if character.size >= WATERMARK * smallest]
    for number, mark in enumerate(sheet.marks, 1):
        words = tuple(sheet.page.words_in(mark.span)) if mark.span else ()
        for box in mark.boxes:
            yield Cover(
                number=number,
                box=rectangle_of(box),
                vertical=any(word.vertical for word in words),
                text=sheet.page.text_source is TextSource.DIGITAL,
                drawn=mark.span is None,
                crossed=any(overlap(rectangle_of(box), cell) for cell in watermarks),
            )


def _spot(sheet: Sheet, cell: Rectangle) -> str:
    x, y = (round(points * MILLIMETRES) for points in sheet.frame.displayed(*middle_of(cell)))
    return nl.SPOT_PLACE.format(page=sheet.page.index + 1, x=x, y=y)
