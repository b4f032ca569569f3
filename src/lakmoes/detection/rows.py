"""Names in a row of names: what stands between names that are sure is a name too.

In: the text of one page. Out: hits. ``Aleid, J.W., Sunny, Tamara Groen, van Es (not.)``, ``Pot, Tak en
Gurbet Yılmaz``: of three items or more at least half are names by themselves, the others have the form of
one. The first item may follow other words, the last may be followed by them.
"""

from collections.abc import Iterator, Sequence

from lakmoes.detection.listing import Place, read_listed
from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.running import running_names
from lakmoes.detection.tokens import Gap, Kind, tokenize

SEPARATORS = word_set(", ; / en and + |")
FEWEST = 3
"""Items that make a row."""
LONGEST_ITEM = 6
"""Tokens of an item, brackets not counted."""
SURE = 0.6
LEAST_SURE = 0.4
"""Share of the items that must be names by themselves."""
LONGEST_BRACKET = 12
BREAKS = frozenset(".:!?•")
FIRM = Place(separators=SEPARATORS)
"""For a row in which all other items are sure."""
LOOSE = Place(trust=0.9, separators=SEPARATORS)

Item = tuple[int, int]


class NamesInRow(NameRecognizer):
    """Names between other names in an enumeration."""

    rule = "opsomming van namen"

    def names(self, text: str) -> Iterator[Hit]:
        """The items of rows of names that are no sure names by themselves."""
        tokens = tokenize(text)
        sure = {found.name.first: found.name.last for found in running_names(text) if found.score >= SURE}
        for row in _rows(tokens):
            named = [_is_named(row, place, sure) for place in range(len(row))]
            if sum(named) < 2 or sum(named) < LEAST_SURE * len(row):
                continue
            place = FIRM if sum(named) >= len(row) - 1 else LOOSE
            for number in range(1, len(row)):
                if not named[number]:
                    yield from self._item(tokens, row[number], place, number == len(row) - 1)

    def _item(self, tokens: Tokens, item: Item, place: Place, closing: bool) -> Iterator[Hit]:
        """The name that an item is; words of the sentence may only follow the last one behind a mark."""
        first, last = item
        listed = read_listed(tokens, first, last, place)
        if (
            listed
            and listed.first == first
            and (listed.last == last or (closing and _ends(tokens, listed.last)))
        ):
            yield listed_hit(tokens, listed, self.rule)


def _ends(tokens: Tokens, index: int) -> bool:
    return tokens[index].text in "(.:" or not tokens[index].has(Kind.CAPITAL)


def _is_named(row: Sequence[Item], place: int, sure: dict[int, int]) -> bool:
    """Whether an item is a sure name: the first at its end, the others at their start."""
    first, last = row[place]
    if place == 0:
        return any(sure.get(start) == last for start in range(max(first, last - LONGEST_ITEM), last))
    return first in sure


def _rows(tokens: Tokens) -> Iterator[list[Item]]:
    """Runs of items between separators, in order; brackets behind an item are left out of it."""
    row: list[Item] = []
    start = index = 0
    while index <= len(tokens):
        ends = index == len(tokens) or tokens[index].gap >= Gap.CELL or tokens[index].text in BREAKS
        if not ends and tokens[index].text == "(":
            index = _past_bracket(tokens, index)
            continue
        if ends or tokens[index].key in SEPARATORS:
            item = start, _before_bracket(tokens, start, index)
            row = [*row, item] if item[0] < item[1] else row
            if ends or item[1] - item[0] > LONGEST_ITEM:
                if len(row) >= FEWEST:
                    yield row
                row = [] if ends else [item]
            start = index if ends and index < len(tokens) and tokens[index].kind else index + 1
        index += 1


def _past_bracket(tokens: Tokens, index: int) -> int:
    for place in range(index + 1, min(index + LONGEST_BRACKET, len(tokens))):
        if tokens[place].text == ")":
            return place + 1
    return index + 1


def _before_bracket(tokens: Tokens, start: int, end: int) -> int:
    return next((place for place in range(start, end) if tokens[place].text == "("), end)
