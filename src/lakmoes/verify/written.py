"""The characters of a written page, each of which answers for one expected letter.

In: the glyphs of the page, then one expected letter after the other. Out: the glyph that answers for it,
and at last the glyphs that answer for nothing. The two libraries that read the page before and after agree
on places to a fraction of a point, and on letters but for accents, ligatures and signs that are no letters.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import hypot
from statistics import median

from lakmoes.model import Shift
from lakmoes.verify.expected import Character
from lakmoes.verify.sheet import Glyph, Rectangle, middle_of
from lakmoes.verify.texts import letters_of

NEAR = 2.0
"""Points that a letter may stand beside where it is expected."""
PRECISE = 0.35
"""Points that letters which moved together may stand, in the middle, beside where they should."""
FEWEST_MOVED = 3
"""Letters of which the places tell how far they moved: libraries differ on the cells of single ones."""
FIRST = 7
"""Letters at the beginning of what moved that are looked at."""
TWIN = 1.0
"""Points between two equal letters that are one, printed twice to look bold."""
NEXT = 1.5
"""Sizes of a character within which its neighbour stands, with a space between them at most."""
LAST_LATIN = 0x24F
FIELD = 16.0
"""Size in points of the fields by which characters are looked up."""


class Written:
    """The characters of a written page, each of which answers for one expected letter."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = [(glyph, letters_of(glyph.text)) for glyph in glyphs]
        self._middles = [middle_of(glyph.cell) for glyph in glyphs]
        self._fields: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        self._claims: dict[int, list[Character]] = defaultdict(list)
        self._aside: set[int] = set()
        for index, (_, letters) in enumerate(self._glyphs):
            x, y = self._middles[index]
            for letter in letters if len(letters) < 2 else set(letters):
                self._fields[letter, int(x // FIELD), int(y // FIELD)].append(index)

    def claim(self, character: Character, reach: float = 0.0) -> Glyph | None:
        """The nearest free glyph of the same letter in the character's cell, now taken; or none."""
        return self._take(self._free_around(character.letter, character.cell, reach), character)

    def claim_near(self, character: Character) -> Glyph | None:
        """The same up to ``NEAR`` points beside the cell."""
        return self.claim(character, NEAR)

    def claim_in_exchange(self, character: Character) -> bool:
        """A glyph in its cell that answers for a letter for which there is another: cells may overlap."""
        for index in list(self._around(character.letter, character.cell, 0.0)):
            for number, claim in enumerate(self._claims.get(index, ())):
                if claim.letter == character.letter and self.claim(claim):
                    self._claims[index][number] = character
                    return True
        return False

    def claim_in_word(self, character: Character) -> Glyph | None:
        """The same anywhere in its word: signs printed over each other have no cells of their own."""
        return self._take(self._free_around(character.letter, character.word, 0.0), character)

    def claim_sign(self, character: Character) -> Glyph | None:
        """A free glyph in the cell that the other library may have taken for another sign."""
        free = (index for index in range(len(self._glyphs)) if not self.is_used(index))
        alike = (index for index in free if may_be(self._glyphs[index][1], character.letter))
        inside = [index for index in alike if reaches(self._middles[index], character.cell, 0.0)]
        return self._take(inside, character)

    def shares(self, character: Character) -> bool:
        """Whether a glyph that answers for an equal character at this place answers for both."""
        return any(
            distance(middle_of(claim.cell), middle_of(character.cell)) <= TWIN
            for index in self._around(character.letter, character.cell, TWIN)
            for claim in self._claims.get(index, ())
            if claim.letter == character.letter
        )

    def set_aside(self, indexes: Iterable[int]) -> None:
        """Keeps glyphs, such as labels, from answering for anything."""
        self._aside.update(indexes)

    def astray(self, shifts: Sequence[Shift]) -> frozenset[int]:
        """Numbers of the shifts whose letters, taken together, did not move as far as they should."""
        offsets: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for index, claims in self._claims.items():
            if len(claims) == 1 and (number := claims[0].shift):
                shift = shifts[number - 1]
                if not shift.dx and not shift.dy:
                    continue  # set anew in place: which way it runs is not known here
                along = 0 if shift.dx else 1
                cell, expected = self._glyphs[index][0].cell, claims[0].cell
                offsets[number].append((cell[along] - expected[along], cell[along + 2] - expected[along + 2]))
        return frozenset(number for number, found in offsets.items() if _is_astray(found))

    def unexplained(self) -> list[list[int]]:
        """Indexes of the visible glyphs that answer for nothing, in runs of neighbours."""
        runs: list[list[int]] = [[]]
        for index, (glyph, letters) in enumerate(self._glyphs):
            if glyph.text.isspace() or (not letters and self._is_decoration(index)):
                continue
            used = index in self._claims or index in self._aside
            if runs[-1] and (used or not follows(self._glyphs[runs[-1][-1]][0], glyph)):
                runs.append([])
            if not used and not self._is_twin(glyph, letters):
                runs[-1].append(index)
        return [run for run in runs if run]

    def is_left(self, index: int) -> bool:
        """Whether a glyph answers for nothing, also not as the twin of one that does."""
        return not self.is_used(index) and not self._is_twin(*self._glyphs[index])

    def _around(self, letter: str, cell: Rectangle, reach: float) -> list[int]:
        """Indexes of the glyphs of a letter whose middle ``reaches`` the cell."""
        left, right = cell[0] - reach, cell[2] + reach
        top, bottom = cell[1] - NEAR, cell[3] + NEAR
        found = []
        rows = range(int(top // FIELD), int(bottom // FIELD) + 1)
        for column in range(int(left // FIELD), int(right // FIELD) + 1):
            for row in rows:
                for index in self._fields.get((letter, column, row), ()):
                    x, y = self._middles[index]
                    if left <= x <= right and top <= y <= bottom:
                        found.append(index)
        return found

    def _free_around(self, letter: str, cell: Rectangle, reach: float) -> list[int]:
        around = self._around(letter, cell, reach)
        return [index for index in around if not self.is_used(index) or self._is_free(index, letter)]

    def is_used(self, index: int) -> bool:
        """Whether a glyph answers for a letter, or is set aside."""
        return index in self._claims or index in self._aside

    def _is_free(self, index: int, letter: str) -> bool:
        if index in self._aside:
            return False
        claims = self._claims.get(index)
        if not claims:
            return True
        return sum(claim.letter == letter for claim in claims) < self._glyphs[index][1].count(letter)

    def _take(self, indexes: Sequence[int], character: Character) -> Glyph | None:
        if not indexes:
            return None
        nearest = indexes[0]
        if len(indexes) > 1:
            middle = middle_of(character.cell)
            nearest = min(indexes, key=lambda index: distance(self._middles[index], middle))
        self._claims[nearest].append(character)
        return self._glyphs[nearest][0]

    def _is_decoration(self, index: int) -> bool:
        """Whether this has no ink of its own or is the accent of the character before it."""
        glyph = self._glyphs[index][0]
        category = unicodedata.category(glyph.text)
        return category in ("Cf", "Cc") or (category in ("Mn", "Me") and index - 1 in self._claims)

    def _is_twin(self, glyph: Glyph, letters: str) -> bool:
        return any(
            index in self._claims and distance(self._glyphs[index][0].middle, glyph.middle) <= TWIN
            for index in self._around(letters[:1], glyph.cell, TWIN)
        )


def _is_astray(offsets: Sequence[tuple[float, float]]) -> bool:
    """Whether letters, by the places of their two edges in reading order, are beside where they should be.

    The space between letters may count to the letter before it, but to both of its edges it cannot.
    Adjustments between letters are rounded, so that those further on may stand beside their place.
    """
    edges = zip(*offsets[:FIRST], strict=True)
    return len(offsets) >= FEWEST_MOVED and min(abs(median(edge)) for edge in edges) > PRECISE


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


def is_uncertain(letter: str) -> bool:
    """Whether a letter that is not found may be there all the same: a symbol, or of a script beyond Latin."""
    return is_unknown(letter) or ord(letter) > LAST_LATIN


def reaches(point: tuple[float, float], cell: Rectangle, reach: float) -> bool:
    """Whether the point lies in the cell or so near beside it; above and below, ``NEAR`` is near enough."""
    x, y = point
    return cell[0] - reach <= x <= cell[2] + reach and cell[1] - NEAR <= y <= cell[3] + NEAR


def distance(point: tuple[float, float], other: tuple[float, float]) -> float:
    """Points between two places."""
    return hypot(point[0] - other[0], point[1] - other[1])
