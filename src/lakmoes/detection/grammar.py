"""How a person's name is written: which tokens, read from a place, make one name.

In: the tokens of a page and the index to read from. Out: a ``Name``, which says from where to where it runs,
in what form it is written and what speaks for it. Three forms are known: natural order (``mr. A. (Annelotte)
ter Braak``, ``Sjoerd Tamminga``, ``Wei Lin``), inverted order (``Braak, mr. A. ter (Annelotte)``, ``Kuiper,
Teun``, ``Roodzand D.``) and a single part (``Sjoerd``, ``Van den Heuvel``).

Reading is generous: whether the stretch is a name is decided by who asks, from the evidence and the place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lakmoes.detection.lists import name_lists
from lakmoes.detection.tokens import Gap, Kind, Token

Tokens = Sequence[Token]

LONGEST_INTERFIX = 4
LONGEST_SURNAME = 4
"""Words of a surname of several words that is looked up as a whole (Lie A Fat)."""
MOST_GIVEN_NAMES = 4

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


NOT_BETWEEN = frozenset(
    "aan achter bij boven in onder op over tegen te tot toe uit voor het e y thoe".split()
)
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


def read_natural(tokens: Tokens, index: int) -> Name | None:
    """The name in natural order that starts at ``index``: titles, initials or given names, interfix, surname."""
    start = skip_titles(tokens, index)
    title = start > index
    given_end, initials, given = read_given(tokens, start)
    begins_here = given_end == index
    core = given_end
    if begins_here or joins(tokens, given_end, initials or title):
        core = read_interfix(tokens, given_end)
    surname_end = core
    if core == index or _surname_joins(
        tokens,
        core,
        Name(
            first=index,
            last=given_end,
            form=Form.GIVEN,
            title=title,
            initials=initials,
            given=given,
            interfix=core > given_end,
        ),
    ):
        surname_end = read_surname(tokens, core)
    found = Name(
        first=index,
        last=given_end,
        form=Form.GIVEN,
        title=title,
        initials=initials,
        given=given,
        interfix=core > given_end,
        surname=(core, surname_end),
    )
    if core == surname_end:
        return _given_only(tokens, found)
    if given_end > start:
        return replace(found, last=skip_after_titles(tokens, surname_end), form=Form.NATURAL)
    return _with_given_behind(tokens, replace(found, last=surname_end, form=Form.SURNAME))


def _surname_joins(tokens: Tokens, core: int, before: Name) -> bool:
    """Whether the word at ``core`` can be the surname of what stands before it."""
    if core >= len(tokens):
        return False
    token = tokens[core]
    listed = token.has(Kind.FREQUENT) or (
        token.has(Kind.SURNAME) and not token.has(NOT_DOUBLE & ~Kind.INTERFIX)
    )
    surname_before = tokens[core - 1].has(Kind.SURNAME) and before.given and not before.interfix
    if surname_before and (before.initials or before.given > 1) and not listed:
        return False
    if token.gap == Gap.SPACE:
        return True
    if token.gap == Gap.LINE:
        return listed or before.interfix or before.title or not token.has(Kind.COMMON | Kind.PLACE)
    return token.gap == Gap.CELL and listed and (before.initials or before.title or before.interfix)


def _with_given_behind(tokens: Tokens, name: Name) -> Name:
    """A surname with the given names that some peoples write behind it without a comma (``Zhou Jing``)."""
    end = name.last
    known = Kind.FIRST | Kind.FIRST_IN_PLACE
    while end < min(name.last + 2, len(tokens)) and tokens[end].has(known) and tokens[end].gap == Gap.SPACE:
        end += 1
    surname = surname_kind(tokens, name)
    listed = surname & Kind.SURNAME and not surname & (NOT_DOUBLE | Kind.FIRST_IN_PLACE)
    capitals = all(token.has(Kind.CAPITAL) for token in tokens[name.last : end])
    if end == name.last or not listed or not capitals or _surname_follows(tokens, end):
        return replace(name, last=skip_after_titles(tokens, name.last))
    return replace(name, last=end, form=Form.NATURAL, given=end - name.last)


def _given_only(tokens: Tokens, name: Name) -> Name | None:
    """A name of given names; the last of two or more may be the surname (Bas Roos)."""
    if not name.given:
        return None
    end = name.last
    if (name.given > 1 or name.initials) and tokens[end - 1].has(Kind.SURNAME) and end - 1 > name.first:
        return replace(
            name,
            last=skip_after_titles(tokens, end),
            form=Form.NATURAL,
            given=name.given - 1,
            interfix=False,
            surname=(end - 1, end),
        )
    return replace(name, interfix=False, surname=(end, end))


def read_inverted(tokens: Tokens, index: int, in_place: bool = False) -> Name | None:
    """The name in inverted order that starts at ``index``: surname, then titles, initials or given name.

    Args:
        tokens: The tokens of the page.
        index: Where to read from.
        in_place: A name must stand here: then a given name may follow the comma, also one no list knows.
    """
    core = read_interfix(tokens, index)
    surname_end = read_surname(tokens, core, in_place)
    if surname_end == core or surname_end >= len(tokens):
        return None
    comma = tokens[surname_end].text == ","
    start = skip_titles(tokens, surname_end + comma)
    if start >= len(tokens) or not _close(tokens, surname_end + comma):
        return None
    end, initials, given = _inverted_given(tokens, start, in_place and comma)
    if end == start or not (comma or initials):
        return None
    interfix_end = _trailing_interfix(tokens, end)
    end, nickname = read_nickname(tokens, interfix_end)
    if _surname_follows(tokens, end):
        return None
    return Name(
        first=index,
        last=end,
        form=Form.INVERTED,
        title=start > surname_end + comma,
        initials=initials,
        given=given + nickname,
        interfix=core > index or interfix_end > end,
        surname=(core, surname_end),
    )


def _inverted_given(tokens: Tokens, start: int, in_place: bool) -> tuple[int, bool, int]:
    """Initials, or at most two given names, behind the comma."""
    if tokens[start].has(Kind.INITIALS):
        return start + 1, True, 0
    end = start
    while end < min(start + 3, len(tokens)) and _is_given(tokens[end], in_place) and _close(tokens, end):
        if end > start and end + 1 < len(tokens) and tokens[end + 1].key in name_lists().organisation_tails:
            break  # the name of a body begins: "Tavares, Ilídio Laurentia Zorg"
        end += 1
    return end, False, sum(token.has(Kind.FIRST | Kind.FIRST_IN_PLACE) for token in tokens[start:end])


def _is_given(token: Token, in_place: bool) -> bool:
    if token.has(Kind.FIRST):
        return token.has(Kind.CAPITAL) or in_place
    if not token.has(Kind.CAPITAL) or not token.has(Kind.WORD):
        return False
    unknown = not token.has(NOT_DOUBLE) and len(token.text) > 1
    return in_place and (unknown or token.has(Kind.FIRST_IN_PLACE))


def _trailing_interfix(tokens: Tokens, index: int) -> int:
    """Past the interfix that stands behind initials (``Vries, A. de``); nothing where a surname follows it."""
    end = read_interfix(tokens, index)
    if end > index and tokens[index].gap <= Gap.LINE and not _surname_follows(tokens, end):
        return end
    return index


def _surname_follows(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word follows at once: then what stands before belongs to that."""
    if index >= len(tokens) or tokens[index].gap not in (Gap.SPACE, Gap.LINE):
        return False
    token = tokens[index]
    listed = token.has(Kind.SURNAME) and not token.has(Kind.PLACE)
    plain = not token.has(Kind.COMMON) or token.has(Kind.FREQUENT)
    return token.has(Kind.CAPITAL) and listed and plain


def read_given(tokens: Tokens, index: int) -> tuple[int, bool, int]:
    """Past initials, given names and a nickname in brackets: (index, has initials, number of known names)."""
    end, initials, given = index, False, 0
    while end < len(tokens) and end - index < MOST_GIVEN_NAMES:
        token = tokens[end]
        if end > index and not _close(tokens, end):
            break
        if token.has(Kind.INITIALS):
            initials = True
        elif token.has(Kind.FIRST) and token.has(Kind.CAPITAL):
            given += 1
        elif not (given and token.has(Kind.FIRST_IN_PLACE) and token.has(Kind.CAPITAL)):
            break
        end += 1
    nickname_end, nickname = read_nickname(tokens, end) if initials else (end, 0)
    return nickname_end, initials, given + nickname


def read_nickname(tokens: Tokens, index: int) -> tuple[int, int]:
    """Past a given name in brackets (``(Annelotte)``), and whether there is one; a unit in brackets is none."""
    if index + 2 >= len(tokens) or tokens[index].text != "(" or tokens[index].gap > Gap.LINE:
        return index, 0
    end = index + 1
    while end < min(index + 3, len(tokens)) and tokens[end].has(Kind.WORD) and is_nickname(tokens[end]):
        end += 1
    closed = end > index + 1 and end < len(tokens) and tokens[end].text == ")"
    return (end + 1, 1) if closed else (index, 0)


def is_nickname(token: Token) -> bool:
    """Whether a word in brackets behind a name can be the given name."""
    if token.has(Kind.FIRST | Kind.FIRST_IN_PLACE):
        return True
    unknown = not token.has(NOT_DOUBLE & ~Kind.INTERFIX) and not token.has(Kind.UPPER)
    return token.has(Kind.CAPITAL) and unknown


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
        short = len(token.text) < 5 and not token.has(Kind.FREQUENT)
        return not (
            short and (token.has(Kind.AFTER_TITLE) or token.has(Kind.UPPER) and token.has(Kind.ABBREVIATION))
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
    if tokens[end].gap not in (Gap.SPACE, Gap.LINE):
        return end
    hyphenated = tokens[end - 1].key.rpartition("-")[2]
    open_ended = "-" in tokens[end - 1].key and hyphenated in name_lists().interfixes
    core = read_interfix(tokens, end)
    if core >= len(tokens) or not tokens[core].has(Kind.CAPITAL) or not tokens[core].has(Kind.WORD):
        return end
    if tokens[core].gap > Gap.LINE or len(tokens[core].text) < 2:
        return end
    if open_ended:
        return core + 1
    before, following = tokens[end - 1], tokens[core]
    plain = following.has(Kind.SURNAME) and not following.has(NOT_DOUBLE) and tokens[end].gap == Gap.SPACE
    if not plain:
        return end
    if core > end:
        stands_alone = before.has(Kind.COMMON) and not before.has(Kind.FREQUENT)
        return end if stands_alone or tokens[end].key in NOT_BETWEEN else core + 1
    return end + 1 if before.has(Kind.SURNAME) and not following.has(Kind.FIRST) else end


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
    written = token.has(Kind.AFTER_TITLE) and token.has(Kind.CAPITAL) and token.gap == Gap.SPACE
    return index + comma + 1 if written and not (comma and token.has(Kind.ABBREVIATION)) else index


def joins(tokens: Tokens, index: int, across_cells: bool) -> bool:
    """Whether the token belongs with the one before it.

    Justified lines put the words of one name in what look like cells; behind initials, titles and
    interfixes a name must go on, hence ``across_cells``.
    """
    if index >= len(tokens):
        return False
    return tokens[index].gap in (Gap.SPACE, Gap.LINE) or (across_cells and tokens[index].gap == Gap.CELL)


def _close(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens[index].gap <= Gap.LINE
