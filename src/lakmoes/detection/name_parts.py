"""The parts of a person's name and how each is read: titles, initials, given names, interfix, surname.

In: the tokens of a page and the index to read from. Out: the index just past a part, or the index itself
where the part does not stand there. How parts make a name is for ``grammar``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.tokens import Gap, Kind, Token

Tokens = Sequence[Token]

LONGEST_INTERFIX = 4
LONGEST_SURNAME = 4
"""Words of a surname of several words that is looked up as a whole (Lie A Fat)."""

NOT_DOUBLE = (
    Kind.COMMON
    | Kind.PLACE
    | Kind.FUNCTION
    | Kind.ABBREVIATION
    | Kind.HONORIFIC
    | Kind.ACADEMIC
    | Kind.INTERFIX
    | Kind.AFTER_TITLE
)
"""What cannot be the second word of a surname of two words."""
GENERATIONS = frozenset({"jr", "sr"})
"""What tells father and son apart; it stands behind the name in small letters too."""
NOT_BETWEEN = word_set("aan achter bij boven in onder op over tegen te tot toe uit voor het e y thoe")
"""Interfixes that do not join two surnames; between two names they are words of the sentence."""


class Form(StrEnum):
    """In what order the parts stand."""

    NATURAL = "natural"
    INVERTED = "inverted"
    GIVEN = "given"
    """Given names only."""
    SURNAME = "surname"
    """Surname only, with or without interfix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A stretch of tokens that can be read as a person's name.

    Attributes:
        first: Index of the first token.
        last: Index just past the last token.
        form: In what order the parts stand.
        title: Whether an academic title is part of it.
        initials: Whether it has initials.
        given: Number of given names that the list knows.
        interfix: Whether it has an interfix.
        surname: Indexes (from, to) of the surname without interfix; equal where there is none.
    """

    first: int
    last: int
    form: Form
    title: bool = False
    initials: bool = False
    given: int = 0
    interfix: bool = False
    surname: tuple[int, int] = (0, 0)

    @property
    def has_surname(self) -> bool:
        """Whether a surname is part of it."""
        return self.surname[0] < self.surname[1]


def surname_kind(tokens: Tokens, name: Name) -> int:
    """What the lists say of the whole surname: of several words it is ordinary only if every word is."""
    words = [
        token for token in tokens[slice(*name.surname)] if not token.has(Kind.INTERFIX) or len(token.text) > 3
    ]
    words = words or list(tokens[slice(*name.surname)])
    every, some = words[0].kind, words[0].kind
    for token in words[1:]:
        every, some = every & token.kind, some | token.kind
    known = some & (Kind.SURNAME | Kind.FREQUENT | Kind.FIRST)
    if (
        len(words) > 1
        and " ".join(token.key for token in tokens[slice(*name.surname)]) in name_lists().surnames
    ):
        known |= Kind.SURNAME
        every &= ~(Kind.COMMON | Kind.PLACE | Kind.STREET | Kind.FUNCTION)
    return every | known


def read_interfix(tokens: Tokens, index: int) -> int:
    """Past the longest interfix at ``index``; ``index`` itself where there is none."""
    if index >= len(tokens) or not tokens[index].has(Kind.INTERFIX):
        return index
    interfixes = name_lists().interfixes
    longest = min(LONGEST_INTERFIX, len(tokens) - index)
    for length in range(longest, 0, -1):
        part = tokens[index : index + length]
        if any(token.gap > Gap.LINE for token in part[1:]):
            continue
        if " ".join(token.key for token in part) in interfixes:
            return index + length
    return index


def read_surname(tokens: Tokens, index: int, in_place: bool = False) -> int:
    """Past the surname, without interfix, that starts at ``index``; ``index`` itself where none can.

    Any capitalised word can be one; double surnames, and surnames of several words, are read whole.
    """
    if index >= len(tokens) or not _can_be_surname(tokens[index], in_place):
        return index
    end = _listed_surname(tokens, index)
    while end < len(tokens):
        further = _further_surname(tokens, end)
        if further == end:
            break
        end = further
    return end


def _can_be_surname(token: Token, in_place: bool) -> bool:
    if not token.has(Kind.WORD) or len(token.text) < 2:
        return False
    if token.has(Kind.CAPITAL):
        if token.has(Kind.HONORIFIC | Kind.ACADEMIC) and not token.has(Kind.FREQUENT):
            return False
        short = len(token.text) < 5 and not token.has(Kind.FREQUENT)
        return not (
            short
            and (token.has(Kind.AFTER_TITLE) or (token.has(Kind.UPPER) and token.has(Kind.ABBREVIATION)))
        )
    return in_place and token.has(Kind.SURNAME) and not token.has(Kind.COMMON)


def _listed_surname(tokens: Tokens, index: int) -> int:
    """Past the longest surname of several words that the list knows, or past the one word."""
    surnames = name_lists().surnames
    longest = min(LONGEST_SURNAME, len(tokens) - index)
    for length in range(longest, 1, -1):
        part = tokens[index : index + length]
        if any(token.gap not in (Gap.SPACE, Gap.LINE) or not token.kind for token in part[1:]):
            continue
        head = part[0].key.rpartition("-")[2]
        if " ".join([head, *(token.key for token in part[1:])]) in surnames:
            return index + length
    return index + 1


def _further_surname(tokens: Tokens, end: int) -> int:
    """Past the next part of a double surname (``Hoogeveen-van 't Zand``, ``De Ruyter van Steveninck``)."""
    if tokens[end].text == "-" and tokens[end].gap == Gap.SPACE:
        return _past_hyphen(tokens, end)
    core = read_interfix(tokens, end)
    if not _is_further_word(tokens, end) or not _is_further_word(tokens, core):
        return end
    following = tokens[core]
    if not following.has(Kind.CAPITAL) or len(following.text) < 2:
        return end
    if _is_open_ended(tokens[end - 1]):
        return core + 1
    if not following.has(Kind.SURNAME) or following.has(NOT_DOUBLE) or tokens[end].gap != Gap.SPACE:
        return end
    joined = _joins_by_interfix(tokens, end) if core > end else _joins_directly(tokens, end)
    return core + 1 if joined else end


def _is_further_word(tokens: Tokens, index: int) -> bool:
    """Whether a word stands there on the same line or at the start of the next."""
    return index < len(tokens) and tokens[index].has(Kind.WORD) and tokens[index].gap in (Gap.SPACE, Gap.LINE)


def _is_open_ended(token: Token) -> bool:
    """Whether a hyphenated surname ends in an interfix, so that it must go on (``Hoogeveen-van``)."""
    return "-" in token.key and token.key.rpartition("-")[2] in name_lists().interfixes


def _joins_by_interfix(tokens: Tokens, end: int) -> bool:
    """Whether an interfix between two surnames makes them one, and is no word of the sentence."""
    before = tokens[end - 1]
    word = before.has(Kind.COMMON) and not before.has(Kind.FREQUENT)
    return not word and tokens[end].key not in NOT_BETWEEN


def _joins_directly(tokens: Tokens, end: int) -> bool:
    """Whether two capitalised words make one surname (``Gomes Tavares``, ``Ezzahra Boukhris``)."""
    before = tokens[end - 1]
    after_given = end > 1 and tokens[end - 2].has(Kind.FIRST) and before.gap == Gap.SPACE
    stands = before.has(Kind.SURNAME) or (after_given and not before.has(NOT_DOUBLE))
    return stands and not tokens[end].has(Kind.FIRST)


def _past_hyphen(tokens: Tokens, hyphen: int) -> int:
    """Past the second half of a double surname that is written with spaces (``Akkerman - de Wit``)."""
    core = read_interfix(tokens, hyphen + 1)
    if core >= len(tokens) or tokens[hyphen + 1].gap != Gap.SPACE or not tokens[hyphen - 1].has(Kind.SURNAME):
        return hyphen
    half = tokens[core]
    surname = half.has(Kind.FREQUENT) or (
        half.has(Kind.SURNAME) and not half.has(Kind.ABBREVIATION | Kind.PLACE)
    )
    surname = surname and half.has(Kind.CAPITAL)
    sure = core > hyphen + 1 or not half.has(Kind.COMMON)
    return core + 1 if surname and sure else hyphen


def skip_titles(tokens: Tokens, index: int) -> int:
    """Past the academic titles at ``index``."""
    while index < len(tokens) and tokens[index].has(Kind.ACADEMIC) and is_title(tokens, index):
        index += 1
    return index


def is_title(tokens: Tokens, index: int) -> bool:
    """Whether an academic title stands here: it has its full stop, or a name follows at once."""
    token = tokens[index]
    abbreviated = token.end - token.start > len(token.text)
    if token.text in ("Mr", "Mrs"):  # English forms of address, unless initials follow
        return index + 1 < len(tokens) and tokens[index + 1].has(Kind.INITIALS)
    follows = index + 1 < len(tokens) and tokens[index + 1].has(Kind.CAPITAL | Kind.ACADEMIC | Kind.INTERFIX)
    return follows and (abbreviated or not token.has(Kind.CAPITAL) or len(token.text) > 3)


def skip_after_titles(tokens: Tokens, index: int) -> int:
    """Past a title behind the name (``MSc``), with or without a comma before it."""
    if index >= len(tokens):
        return index
    comma = tokens[index].text == "," and index + 1 < len(tokens)
    token = tokens[index + comma]
    capital = token.has(Kind.CAPITAL) or token.key in GENERATIONS
    written = token.has(Kind.AFTER_TITLE) and capital and token.gap == Gap.SPACE
    return index + comma + 1 if written and not (comma and token.has(Kind.ABBREVIATION)) else index


def joins(tokens: Tokens, index: int, across_cells: bool) -> bool:
    """Whether the token belongs with the one before it.

    Justified lines put the words of one name in what look like cells; behind initials, titles and
    interfixes a name must go on, hence ``across_cells``.
    """
    if index >= len(tokens):
        return False
    return tokens[index].gap in (Gap.SPACE, Gap.LINE) or (across_cells and tokens[index].gap == Gap.CELL)


def is_close(tokens: Tokens, index: int) -> bool:
    """Whether a token stands there that no cell or block parts from the one before it."""
    return index < len(tokens) and tokens[index].gap <= Gap.LINE
