"""Characters of a page before redaction, found back among those after it.

In: what a page should hold, its marks, and the characters of the written page. Out: which letters that should
stay are gone, which stand under a mark, and which are new. Each written character answers for one expected
letter only, so that one lost letter of a pair is noticed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lakmoes.model import Mark
from lakmoes.verify.expected import Character, Expectation, number_over
from lakmoes.verify.sheet import Glyph, middle_of
from lakmoes.verify.texts import letters_of
from lakmoes.verify.written import NEAR, Written, distance, reaches

SAME = 0.6
"""Points within which a letter that was marked stands where it stood."""
WATERMARK = 2.0
"""A bystander that is so many times larger than what was marked is a watermark behind the text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a written page differs from what it should be.

    Attributes:
        lost: Letters that should stay and are not there.
        under: Numbers, from 1, of the marks under which letters stand.
        added: New letters that are neither under a mark nor a label.
        labels: Indexes of the glyphs that are printed labels.
    """

    lost: tuple[Character, ...]
    under: frozenset[int]
    added: tuple[Glyph, ...]
    labels: frozenset[int]


def compare(
    expected: Expectation, marks: Sequence[Mark], glyphs: Sequence[Glyph], labels: frozenset[str]
) -> Comparison:
    """The differences between what a page should be and what was written of it; printed labels are none."""
    written = Written(glyphs)
    lost = _unanswered(expected.staying, written.claim, written.claim_near)
    gone = (*expected.marked, *expected.bystanders)
    runs = written.unexplained()
    printed = [index for run in runs if is_label([glyphs[i] for i in run], labels, gone) for index in run]
    written.set_aside(printed)
    lost = _unanswered(lost, written.claim_in_word, written.claim_sign, written.shares)
    boxes = [(number, box) for number, mark in enumerate(marks, 1) for box in mark.boxes]
    under: set[int] = set()
    added: list[Glyph] = []
    for glyph in (glyphs[index] for run in written.unexplained() for index in run):
        number = number_over(glyph.middle, boxes) or number_over(middle_of(glyph.ink), boxes)
        if not may_stay(glyph, expected, bool(number)):
            under.add(number)
            added += [] if number else [glyph]
    return Comparison(lost, frozenset(under - {0}), tuple(added), frozenset(printed))


def _unanswered(
    expected: tuple[Character, ...], *searches: Callable[[Character], object]
) -> tuple[Character, ...]:
    """The letters for which no search finds a glyph; all are tried with one search before the next."""
    for search in searches:
        expected = tuple(character for character in expected if not search(character))
    return expected


def may_stay(glyph: Glyph, expected: Expectation, is_under_mark: bool) -> bool:
    """Whether a glyph is a bystander that may stay: beside the marks, or of a watermark behind the text."""
    smallest = min((character.size for character in expected.marked), default=float("inf"))
    letters = letters_of(glyph.text)
    return any(
        character.letter in letters
        and (not is_under_mark or character.size >= WATERMARK * smallest)
        and reaches(glyph.middle, character.cell, NEAR)
        for character in expected.bystanders
    )


def is_label(run: Sequence[Glyph], labels: frozenset[str], before: Sequence[Character]) -> bool:
    """Whether a run of new characters is what the redactor prints, and not left of what stood there."""
    printed = "|".join(sorted((re.escape(letters_of(label)) for label in labels), key=len, reverse=True))
    text = "".join(letters_of(glyph.text) for glyph in run)
    if not printed or not re.fullmatch(f"(?:{printed})+", text):
        return False
    return not all(any(is_left_of(glyph, character) for character in before) for glyph in run)


def is_left_of(glyph: Glyph, character: Character) -> bool:
    """Whether the glyph is a character that stood there before: the same letter at the same place."""
    at_place = distance(glyph.middle, middle_of(character.cell)) <= SAME
    return at_place and letters_of(glyph.text) == character.letter
