"""Where names of the register stand on a page, before anyone asks whether they are meant as names.

In: the text of a page and the spellings. Out: ``Chunk`` values: one or more names that stand together as one
(``Teun Kuiper``, ``Kuiper, Teun``), in reading order, never overlapping.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lakmoes.persons.letters import HYPHENS, INTERFIX, SPAN_TITLE, WORD, fold
from lakmoes.persons.spellings import Key, Match, Part, Spellings

LONGEST_HEAD = 24
"""Characters before a hyphen at a line end that are looked at."""
GIVEN_PARTS = (Part.GIVEN, Part.SINGLE, Part.SHORT)
FAMILY_PARTS = (Part.SURNAME, Part.SINGLE)


@dataclass(frozen=True, slots=True)
class Sight:
    """One key, or several for the same words, at a place on the page."""

    start: int
    end: int
    keys: tuple[Key, ...]
    misspelt: bool = False

    def owners(self, parts: Sequence[Part]) -> frozenset[int]:
        """The identities that bear the word as one of these parts of a name."""
        return frozenset(owner for key in self.keys if key.part in parts for owner in key.owners)

    def is_a(self, parts: Sequence[Part]) -> bool:
        """Whether the word may be one of these parts."""
        return any(key.part in parts for key in self.keys)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Names that stand together, in reading order.

    Attributes:
        sights: One, or first name and surname in either order.
        owners: The identities that the whole may name; empty when first name and surname are of two.
    """

    sights: tuple[Sight, ...]
    owners: frozenset[int]

    @property
    def start(self) -> int:
        """Offset of the first letter."""
        return self.sights[0].start

    @property
    def end(self) -> int:
        """Offset just past the last letter."""
        return self.sights[-1].end

    @property
    def joined(self) -> bool:
        """Whether a first name and a surname stand together."""
        return len(self.sights) > 1

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys seen."""
        return tuple(key for sight in self.sights for key in sight.keys)

    @property
    def has_family(self) -> bool:
        """Whether there is, or may be, a surname in it."""
        return self.joined or self.sights[0].is_a(FAMILY_PARTS)


_SPACE = r"(?:[ \t]+\n?[ \t]*|\n[ \t]*)"
_GAP = re.compile(
    rf"(?:{_SPACE}?[{HYPHENS}]\s*|{_SPACE})(?:{INTERFIX}{_SPACE})?(?P<word>{WORD})", re.IGNORECASE
)
_TOKEN = re.compile(rf"{WORD}(?:[013458]{WORD})*")
_BREAK = re.compile(rf"[-‐\u00ad]\n[ \t]*(?P<rest>{WORD})")
_HEAD = re.compile(rf"(?<![^\W_]){WORD}\Z")
_STRAIGHT = re.compile(rf"\)?{_SPACE}(?P<interfix>{INTERFIX}{_SPACE})?", re.IGNORECASE)
_REVERSED = re.compile(rf",[ ]?\n?(?:{SPAN_TITLE}\.?[ ])*", re.IGNORECASE)


def chunks(text: str, spellings: Spellings) -> tuple[Chunk, ...]:
    """All names on the page in reading order."""
    found = _join_sights(text, tuple(_sights(text, spellings)))
    return tuple(found)


def _sights(text: str, spellings: Spellings) -> Iterator[Sight]:
    broken = {sight.start: sight for sight in _broken(text, spellings)}
    table, position = spellings.table, 0
    for token in _TOKEN.finditer(text):
        matches = table[token.group()]
        if not matches and not broken:
            continue
        start = token.start()
        if start < position or not (matches or start in broken):
            continue
        sights = [broken[start]] if start in broken else _at(text, start, matches)
        yield from sights
        position = max((sight.end for sight in sights), default=position)


def _broken(text: str, spellings: Spellings) -> Iterator[Sight]:
    """Names that a line end cuts in two (``Leeuwe-`` and ``rik``); no double surnames."""
    for line_end in _BREAK.finditer(text):
        head = _HEAD.search(text, max(0, line_end.start() - LONGEST_HEAD), line_end.start())
        if not head or (line_end["rest"][0].isupper() and not head.group().isupper()):
            continue
        matches = spellings.table[head.group() + line_end["rest"]]
        keys = tuple(match.key for match in matches if len(match.key.words) == 1)
        if keys:
            yield Sight(head.start(), line_end.end(), keys, matches[0].misspelt)


def _at(text: str, start: int, matches: Sequence[Match]) -> list[Sight]:
    """The longest keys that start here; several where pieces within one word match."""
    ends: dict[tuple[int, int], list[Match]] = {}
    for match in matches:
        end = _end_of(text, start, match)
        if end:
            ends.setdefault((start + match.start, end), []).append(match)
    sights: list[Sight] = []
    for (begin, end), group in sorted(ends.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not sights or begin >= sights[-1].end:
            keys = tuple(match.key for match in group)
            sights.append(Sight(begin, end, keys, group[0].misspelt))
    return sights


def _end_of(text: str, start: int, match: Match) -> int:
    """Where the words of the key end, 0 when they do not follow."""
    position = start + match.end
    for word in match.key.words[1:]:
        following = _GAP.match(text, position)
        if not following or not fold(following["word"]).startswith(word):
            return 0
        rest = fold(following["word"])[len(word) :]
        if rest not in ("", "s"):
            return 0
        position = following.end()
    return position


def _join_sights(text: str, sights: Sequence[Sight]) -> Iterator[Chunk]:
    place = 0
    while place < len(sights):
        sight = sights[place]
        following = sights[place + 1] if place + 1 < len(sights) else None
        chunk = _joined(text, sight, following) if following else None
        yield chunk or Chunk((sight,), frozenset(owner for key in sight.keys for owner in key.owners))
        place += len(chunk.sights) if chunk else 1


def _joined(text: str, first: Sight, second: Sight) -> Chunk | None:
    """Both as one name: ``Teun Kuiper``, ``Annelotte ter Braak``, ``Kuiper, Teun``."""
    between = text[first.end : second.start]
    if len(between) > 24:
        return None
    straight = _STRAIGHT.fullmatch(between)
    if straight and first.is_a(GIVEN_PARTS) and second.is_a(FAMILY_PARTS):
        owners = first.owners(GIVEN_PARTS) & second.owners(FAMILY_PARTS)
        if owners or (between == " " and _both_names(text, first, second)):
            return Chunk((first, second), owners)
    if _REVERSED.fullmatch(between) and first.is_a(FAMILY_PARTS) and second.is_a(GIVEN_PARTS):
        owners = first.owners(FAMILY_PARTS) & second.owners(GIVEN_PARTS)
        return Chunk((first, second), owners) if owners else None
    return None


def _both_names(text: str, first: Sight, second: Sight) -> bool:
    """Whether two names of different persons look like one new name: ``Bas Winter``."""
    capital = text[first.start].isupper() and text[second.start].isupper()
    given = first.is_a((Part.GIVEN,)) and second.is_a((Part.SURNAME,))
    return capital and given and not second.is_a((Part.GIVEN,))
