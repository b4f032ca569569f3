"""Characters of a page before redaction, found back among those after it.

In: a page as it was read, its marks, and the characters of the written page. Out: which characters that
should stay are gone, which stand under a mark, and which are new. Each written character answers for one
expected character only, so that one lost letter of a pair is noticed.

Both sides come from different libraries: they agree on places to a fraction of a point, and on letters but
for accents, ligatures and signs that are no letters.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import hypot

from lakmoes.model import MINIMUM_PART, Box, Mark, Page, Word
from lakmoes.verify.sheet import Glyph, Rectangle, middle_of
from lakmoes.verify.texts import letters_of

NEAR = 2.0
"""Points that a character may stand beside where it is expected."""
TWIN = 1.0
"""Points between two equal characters that are one, printed twice to look bold."""
SAME = 0.6
"""Points within which a character that was marked stands where it stood."""
NEXT = 1.5
"""Sizes of a character within which the next one of a label stands."""
FIELD = 8.0
"""Size in points of the fields by which characters are looked up."""
LIGATURES = frozenset(("ff", "fi", "fl", "ft", "fj", "fb", "fh", "fk", "tt", "ti", "tf", "st", "ct", "Th"))
"""Pairs of letters that fonts set as one glyph."""
WATERMARK = 2.0
"""A bystander that is so many times larger than what was marked is a watermark behind the text."""


@dataclass(frozen=True, slots=True)
class Character:
    """One letter before redaction: its cell, and its size across the writing direction."""

    letter: str
    cell: Rectangle
    size: float


@dataclass(frozen=True, slots=True)
class Expectation:
    """The letters of a page: those that must stay, those that must go, and bystanders.

    A bystander was not chosen, but its middle lies in the box of a mark, or it shares a glyph with a letter
    that was chosen: it may go, and may not be left under the mark.
    """

    staying: tuple[Character, ...] = ()
    marked: tuple[Character, ...] = ()
    bystanders: tuple[Character, ...] = ()


NOTHING = Expectation()
"""What is expected of a page without text."""


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


def expectation_of(page: Page, marks: Sequence[Mark]) -> Expectation:
    """The letters of a page, sorted by what should become of them."""
    chosen = {place for mark in marks if mark.span for place in range(mark.span.start, mark.span.end)}
    boxes = [(1, box) for mark in marks for box in mark.boxes]
    groups: dict[str, list[Character]] = {"staying": [], "marked": [], "bystanders": []}
    for word in page.words:
        size = word.box.x1 - word.box.x0 if word.vertical else word.box.y1 - word.box.y0
        near = [(number, box) for number, box in boxes if box.overlaps(word.box)]
        cells = dict(enumerate(cells_of(word), word.start))
        going = {place for place in cells if place in chosen or number_over(middle_of(cells[place]), near)}
        going |= tied_to(going, page.text, word)
        for place, cell in cells.items():
            group = "marked" if place in chosen else "bystanders" if place in going else "staying"
            groups[group] += [Character(letter, cell, size) for letter in letters_of(page.text[place])]
    return Expectation(**{name: tuple(found) for name, found in groups.items()})


def tied_to(going: set[int], text: str, word: Word) -> set[int]:
    """Places in a word whose letter may share one glyph with a letter that goes, and then goes with it."""
    tied = set(going)
    pairs = [(place, place + 1) for place in range(word.start, word.end - 1)]
    for one, other in (*pairs, *((after, before) for before, after in reversed(pairs))):
        if one in tied and text[min(one, other) : max(one, other) + 1] in LIGATURES:
            tied.add(other)
    return tied


def cells_of(word: Word) -> Iterator[Rectangle]:
    """The cell of each character; letters of one glyph share it, as do all that are not told apart."""
    box = (word.box.x0, word.box.y0, word.box.x1, word.box.y1)
    if not word.cuts:
        yield from (box for _ in word.text)
        return
    start = word.cuts[0]
    for before, end in pairwise(word.cuts):
        # All but the first letter of a ligature have no width of their own.
        start = before if abs(end - before) >= MINIMUM_PART else start
        low, high = min(start, end), max(start, end)
        yield (box[0], low, box[2], high) if word.vertical else (low, box[1], high, box[3])


def compare(
    expected: Expectation, marks: Sequence[Mark], glyphs: Sequence[Glyph], labels: frozenset[str]
) -> Comparison:
    """The differences between what a page should be and what was written of it; printed labels are none."""
    written = Written(glyphs)
    lost = expected.staying
    for found in (written.claim, written.claim_near, written.claim_sign, written.shares):
        lost = tuple(character for character in lost if not found(character))
    boxes = [(number, box) for number, mark in enumerate(marks, 1) for box in mark.boxes]
    under: set[int] = set()
    added: list[Glyph] = []
    printed: list[int] = []
    for run in written.unexplained():
        if is_label([glyphs[index] for index in run], labels, (*expected.marked, *expected.bystanders)):
            printed += run
            continue
        for glyph in (glyphs[index] for index in run):
            number = number_over(glyph.middle, boxes) or number_over(middle_of(glyph.ink), boxes)
            if not may_stay(glyph, expected, bool(number)):
                under.add(number)
                added += [] if number else [glyph]
    return Comparison(lost, frozenset(under - {0}), tuple(added), frozenset(printed))


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


def number_over(point: tuple[float, float], boxes: Iterable[tuple[int, Box]]) -> int:
    """The number of the first mark that covers the point, 0 for none."""
    return next((number for number, box in boxes if box.contains(*point)), 0)


class Written:
    """The characters of a written page, each of which answers for one expected letter."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = [(glyph, letters_of(glyph.text)) for glyph in glyphs]
        self._fields: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        self._claims: dict[int, list[Character]] = defaultdict(list)
        for index, (glyph, letters) in enumerate(self._glyphs):
            x, y = glyph.middle
            for letter in set(letters):
                self._fields[letter, int(x // FIELD), int(y // FIELD)].append(index)

    def claim(self, character: Character, reach: float = 0.0) -> Glyph | None:
        """The nearest free glyph of the same letter in the character's cell, now taken; or none."""
        around = self._around(character, reach)
        return self._take((index for index in around if self._is_free(index, character.letter)), character)

    def claim_near(self, character: Character) -> Glyph | None:
        """The same up to ``NEAR`` points beside the cell."""
        return self.claim(character, NEAR)

    def claim_sign(self, character: Character) -> Glyph | None:
        """A free glyph in the cell that the other library may have taken for another sign."""
        free = (index for index in range(len(self._glyphs)) if index not in self._claims)
        alike = (index for index in free if may_be(self._glyphs[index][1], character.letter))
        inside = (index for index in alike if reaches(self._glyphs[index][0].middle, character.cell, 0.0))
        return self._take(inside, character)

    def shares(self, character: Character) -> bool:
        """Whether a glyph that answers for an equal character at this place answers for both."""
        return any(
            distance(middle_of(claim.cell), middle_of(character.cell)) <= TWIN
            for index in self._around(character, TWIN)
            for claim in self._claims.get(index, ())
            if claim.letter == character.letter
        )

    def unexplained(self) -> list[list[int]]:
        """Indexes of the visible glyphs that answer for nothing, in runs of neighbours."""
        runs: list[list[int]] = [[]]
        for index, (glyph, letters) in enumerate(self._glyphs):
            if glyph.text.isspace() or (not letters and self._is_decoration(index)):
                continue
            if index in self._claims or (runs[-1] and not follows(self._glyphs[runs[-1][-1]][0], glyph)):
                runs.append([])
            if index not in self._claims and not self._is_twin(glyph, letters):
                runs[-1].append(index)
        return [run for run in runs if run]

    def _around(self, character: Character, reach: float) -> Iterator[int]:
        x0, y0, x1, y1 = character.cell
        columns = range(int((x0 - reach) // FIELD), int((x1 + reach) // FIELD) + 1)
        rows = range(int((y0 - NEAR) // FIELD), int((y1 + NEAR) // FIELD) + 1)
        for column, row in product(columns, rows):
            for index in self._fields.get((character.letter, column, row), ()):
                if reaches(self._glyphs[index][0].middle, character.cell, reach):
                    yield index

    def _is_free(self, index: int, letter: str) -> bool:
        claims = sum(claim.letter == letter for claim in self._claims.get(index, ()))
        return claims < self._glyphs[index][1].count(letter)

    def _take(self, indexes: Iterable[int], character: Character) -> Glyph | None:
        middle = middle_of(character.cell)
        nearest = min(
            indexes, key=lambda index: distance(self._glyphs[index][0].middle, middle), default=None
        )
        if nearest is None:
            return None
        self._claims[nearest].append(character)
        return self._glyphs[nearest][0]

    def _is_decoration(self, index: int) -> bool:
        """Whether this has no ink of its own or is the accent of the character before it."""
        glyph = self._glyphs[index][0]
        category = unicodedata.category(glyph.text)
        return category in ("Cf", "Cc") or (category in ("Mn", "Me") and index - 1 in self._claims)

    def _is_twin(self, glyph: Glyph, letters: str) -> bool:
        character = Character(letters[:1], glyph.cell, 0.0)
        return any(
            index in self._claims and distance(self._glyphs[index][0].middle, glyph.middle) <= TWIN
            for index in self._around(character, TWIN)
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


def follows(previous: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands next to another, with a space between them at most."""
    x0, y0, x1, y1 = previous.cell
    return distance(previous.middle, glyph.middle) <= NEXT * max(x1 - x0, y1 - y0)


def may_be(letters: str, other: str) -> bool:
    """Whether two libraries may give these for one glyph: two signs, or anything and an unknown one."""
    return any(map(is_unknown, letters + other)) or not (letters.isalnum() or other.isalnum())


def is_unknown(letter: str) -> bool:
    """Whether this is a symbol or a sign without a meaning, on which libraries do not agree."""
    return unicodedata.category(letter) in ("Co", "Cn", "So")


def reaches(point: tuple[float, float], cell: Rectangle, reach: float) -> bool:
    """Whether the point lies in the cell or so near beside it; above and below, ``NEAR`` is near enough."""
    x, y = point
    return cell[0] - reach <= x <= cell[2] + reach and cell[1] - NEAR <= y <= cell[3] + NEAR


def distance(point: tuple[float, float], other: tuple[float, float]) -> float:
    """Points between two places."""
    return hypot(point[0] - other[0], point[1] - other[1])
