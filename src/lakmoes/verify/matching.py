"""Characters of a page before redaction, found back among those after it.

In: what a page should hold, its marks, and the characters of the written page. Out: which letters that should
stay are gone, which stand under a mark, and which are new. Each written character answers for one expected
letter only, so that one lost letter of a pair is noticed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lakmoes.model import Mark, Shift
from lakmoes.verify.expected import Character, Expectation, number_over, painted_over
from lakmoes.verify.runs import Run
from lakmoes.verify.sheet import Frame, Glyph, Rectangle, middle_of
from lakmoes.verify.texts import letters_of
from lakmoes.verify.written import NEAR, Written, distance, reaches

SAME = 0.6
"""Points within which a letter that was marked stands where it stood."""
HEIGHTS_APART = 0.25
"""Sizes of a letter between the places that two libraries give its middle."""
AROUND = 4.0
"""Points around a lost letter within which a second reading misses one as well."""
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
        astray: Numbers, from 1, of the shifts whose letters did not move as far as they should.
    """

    lost: tuple[Character, ...]
    under: frozenset[int]
    added: tuple[Glyph, ...]
    labels: frozenset[int]
    astray: frozenset[int] = frozenset()


def compare(
    expected: Expectation,
    marks: Sequence[Mark],
    shifts: Sequence[Shift],
    glyphs: Sequence[Glyph],
    labels: frozenset[str],
) -> Comparison:
    """The differences between what a page should be and what was written of it; printed labels are none."""
    written = Written(glyphs)
    lost = _unanswered(expected.staying, written.claim, written.claim_near, written.claim_in_exchange)
    boxes = painted_over(marks)
    # What may stay beside a mark would else be read as one with the label in it.
    beside = (letter for letter in expected.bystanders if not number_over(middle_of(letter.cell), boxes))
    _unanswered(tuple(beside), written.claim)
    runs = written.unexplained()
    printed = [run[at] for run in runs for at in label_in([glyphs[i] for i in run], labels, expected)]
    written.set_aside(printed)
    lost = _unanswered(lost, written.claim_in_word, written.claim_sign, written.shares)
    under: set[int] = set()
    added: list[Glyph] = []
    left = (index for run in runs for index in run if written.is_left(index))
    for glyph in (glyphs[index] for index in left):
        number = number_over(glyph.middle, boxes) or number_over(middle_of(glyph.ink), boxes)
        if not may_stay(glyph, expected, bool(number)):
            under.add(number)
            added += [] if number else [glyph]
    return Comparison(lost, frozenset(under - {0}), tuple(added), frozenset(printed), written.astray(shifts))


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


def printed_in(
    runs: Iterable[Run], frame: Frame, labels: frozenset[str], expected: Expectation
) -> list[Rectangle]:
    """Where a second reading finds labels; the first may read what is said of them instead."""
    alike = (run for run in runs if _printed(labels).fullmatch(letters_of("".join(run.text))))
    found = (list(run.glyphs(frame)) for run in alike)
    return [run[at].cell for run in found for at in label_in(run, labels, expected)]


def besides_labels(runs: Iterable[Run], labels: frozenset[str]) -> list[Run]:
    """The strings that are no label, nor a line of a statement."""
    return [
        run for run in runs if not labels or not _printed(labels).fullmatch(letters_of("".join(run.text)))
    ]


def left_behind(
    expected: Expectation,
    marks: Sequence[Mark],
    runs: Iterable[Sequence[Glyph]],
    seen: Sequence[Glyph],
    labels: frozenset[str],
) -> frozenset[int]:
    """Numbers of the marks under which a second reading finds letters that the first did not see there.

    Letters that both see are judged by ``compare``.
    """
    boxes = painted_over(marks)
    under: set[int] = set()
    for run in runs:
        hits = [(glyph, number) for glyph in run if (number := number_over(glyph.middle, boxes))]
        hits = [(glyph, number) for glyph, number in hits if letters_of(glyph.text).isalnum()]
        if not hits:
            continue
        printed = {run[at] for at in label_in(run, labels, expected)}
        under |= {
            number
            for glyph, number in hits
            if glyph not in printed
            and not any(is_same(glyph, other) for other in seen)
            and not may_stay(glyph, expected, True)
        }
    return frozenset(under)


def is_same(glyph: Glyph, other: Glyph) -> bool:
    """Whether two readings of a place see the same letter; they do not agree on how high large ones are."""
    x0, y0, x1, y1 = glyph.cell
    if distance(glyph.middle, other.middle) > max(NEAR, HEIGHTS_APART * max(x1 - x0, y1 - y0)):
        return False
    return bool(set(letters_of(glyph.text).casefold()) & set(letters_of(other.text).casefold()))


def lost_in_both(
    lost: Sequence[Character], expected: Expectation, glyphs: Sequence[Glyph]
) -> tuple[Character, ...]:
    """The lost letters that a second reading misses as well.

    A library may take two lines that all but coincide for one. Each letter of the second reading answers for
    one expected letter, too: it is enough that a letter like the lost one is missing near it.
    """
    letters = {character.letter for character in lost}
    second = Written([glyph for glyph in glyphs if letters & set(letters_of(glyph.text))])
    sought = tuple(character for character in expected.staying if character.letter in letters)
    missing = _unanswered(sought, second.claim, second.claim_near)
    return tuple(
        character
        for character in lost
        if any(
            other.letter == character.letter
            and distance(middle_of(other.cell), middle_of(character.cell)) <= AROUND
            for other in missing
        )
    )


def label_in(run: Sequence[Glyph], labels: frozenset[str], before: Expectation) -> Sequence[int]:
    """Places of the characters that the redactor prints in a run of new ones, or none.

    What is left of what stood there is no label, also where a label says the same and stands beside it.
    """
    if not labels or not _are_printed(run, labels):
        return ()
    new = [place for place, glyph in enumerate(run) if not is_left_of(glyph, before)]
    # A letter of a label may by chance stand where the same letter stood.
    return new if not new or _are_printed([run[place] for place in new], labels) else range(len(run))


def _are_printed(glyphs: Sequence[Glyph], labels: frozenset[str]) -> bool:
    text = "".join(letters_of(glyph.text) for glyph in glyphs)
    return bool(_printed(labels).fullmatch(text))


@lru_cache(maxsize=64)
def _printed(labels: frozenset[str]) -> re.Pattern[str]:
    printed = "|".join(sorted((re.escape(letters_of(label)) for label in labels), key=len, reverse=True))
    return re.compile(f"(?:{printed})+")


def is_left_of(glyph: Glyph, before: Expectation) -> bool:
    """Whether the glyph is a character that stood there before: the same letter at the same place."""
    places = before.gone.get(letters_of(glyph.text), ())
    return any(distance(glyph.middle, place) <= SAME for place in places)
