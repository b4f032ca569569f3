"""How a person's name is written: which parts, read from a place, make one name.

In: the tokens of a page and the index to read from. Out: a ``Name``, which says from where to where it runs,
in what form it is written and what speaks for it. Three forms are known: natural order (``mr. A. (Annelotte)
ter Braak``, ``Sjoerd Tamminga``, ``Wei Lin``), inverted order (``Braak, mr. A. ter (Annelotte)``, ``Kuiper,
Teun``, ``Roodzand D.``) and a single part (``Sjoerd``, ``Van den Heuvel``).

Reading is generous: whether the stretch is a name is decided by who asks, from the evidence and the place.
"""

from dataclasses import replace

from lakmoes.detection.given_names import read_given, read_nickname
from lakmoes.detection.lists import name_lists
from lakmoes.detection.name_parts import (
    NOT_BETWEEN,
    NOT_DOUBLE,
    Form,
    Name,
    Tokens,
    is_close,
    joins,
    read_interfix,
    read_surname,
    skip_after_titles,
    skip_titles,
    surname_kind,
)
from lakmoes.detection.tokens import Gap, Kind, Token


def read_natural(tokens: Tokens, index: int, in_place: bool = False) -> Name | None:
    """The name in natural order at ``index``: titles, initials or given names, interfix, surname.

    Args:
        tokens: The tokens of the page.
        index: Where to read from.
        in_place: A name must stand here: then words that are seldom given names may be one.
    """
    start = skip_titles(tokens, index)
    end, initials, given = read_given(tokens, start, in_place)
    before = Name(first=index, last=end, form=Form.GIVEN, title=start > index, initials=initials, given=given)
    core = read_interfix(tokens, end) if _interfix_joins(tokens, before) else end
    core = end if _is_clause(tokens, end, core, before) else core
    before = replace(before, interfix=core > end)
    surname_end = core
    if core == index or _surname_joins(tokens, core, before):
        surname_end = read_surname(tokens, core)
    found = replace(before, surname=(core, surname_end))
    if core == surname_end:
        return _given_only(tokens, found)
    if end > start:
        return replace(found, last=skip_after_titles(tokens, surname_end), form=Form.NATURAL)
    return _with_given_behind(tokens, replace(found, last=surname_end, form=Form.SURNAME))


def _interfix_joins(tokens: Tokens, before: Name) -> bool:
    """Whether an interfix behind what was read so far can belong to it."""
    end = before.last
    if end == before.first:
        return True
    shortened = before.initials and end < len(tokens) and tokens[end].gap == Gap.NONE  # J.v.d. Berg
    return shortened or joins(tokens, end, before.initials or before.title)


def _is_clause(tokens: Tokens, end: int, core: int, before: Name) -> bool:
    """Whether the interfix goes on with the sentence (``Sjaan in de Linker Rottestraat``)."""
    if end in (core, before.first) or before.initials or tokens[end].key not in NOT_BETWEEN:
        return False
    return core >= len(tokens) or (tokens[core].has(Kind.COMMON) and not tokens[core].has(Kind.FREQUENT))


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
    if start >= len(tokens) or not is_close(tokens, surname_end + comma):
        return None
    given_end, initials, given = _inverted_given(tokens, start, in_place and comma)
    if given_end == start or not (comma or initials):
        return None
    if initials and not comma and _is_given_with_letter(tokens, index, start):
        return None
    interfix_end = _trailing_interfix(tokens, given_end)
    end, nickname = read_nickname(tokens, interfix_end, known_only=not initials)
    if _goes_on(tokens, end, comma=comma, initials=initials):
        return None
    return Name(
        first=index,
        last=end,
        form=Form.INVERTED,
        title=start > surname_end + comma,
        initials=initials,
        given=given + nickname,
        interfix=core > index or interfix_end > given_end,
        surname=(core, surname_end),
    )


def _is_given_with_letter(tokens: Tokens, index: int, start: int) -> bool:
    """Whether it is a given name with the first letter of a surname (``Ahmed L.``), no surname."""
    token = tokens[index]
    letter = sum(character.isalpha() for character in tokens[start].text) == 1
    return start == index + 1 and letter and token.has(Kind.FIRST) and not token.has(Kind.FREQUENT)


def _goes_on(tokens: Tokens, end: int, *, comma: bool, initials: bool) -> bool:
    """Whether what follows shows that this is a list of names in natural order (``Bakker, P. de Vries``)."""
    if not initials and _letter_follows(tokens, end):
        return True  # "Karaca, Tjitske W."
    if comma and initials and _is_next_surname(tokens, end):
        return True  # "Abdullah, P. Konijn"
    return _surname_follows(tokens, read_interfix(tokens, end)) or (not comma and _word_follows(tokens, end))


def _inverted_given(tokens: Tokens, start: int, in_place: bool) -> tuple[int, bool, int]:
    """Initials, or at most two given names, behind the comma."""
    if tokens[start].has(Kind.INITIALS):
        return start + 1, True, 0
    end = start
    while end < min(start + 3, len(tokens)) and _is_given(tokens[end], in_place) and is_close(tokens, end):
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
    """Past the interfix behind initials (``Vries, A. de``), unless a surname follows it."""
    end = read_interfix(tokens, index)
    if end > index and tokens[index].gap <= Gap.LINE and not _surname_follows(tokens, end):
        return end
    return index


def _is_next_surname(tokens: Tokens, index: int) -> bool:
    """Whether a word follows on the line that can hardly be but the surname of the initials before it."""
    if index >= len(tokens) or tokens[index].gap != Gap.SPACE:
        return False
    token = tokens[index]
    if (
        not token.has(Kind.CAPITAL)
        or not token.has(Kind.WORD)
        or token.has(Kind.UPPER)
        or len(token.text) < 3
    ):
        return False
    return not token.has(NOT_DOUBLE) or (
        token.has(Kind.SURNAME) and not token.has(Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION)
    )


def _letter_follows(tokens: Tokens, index: int) -> bool:
    """Whether a single capital comes next on the line, the first letter of a surname."""
    if index >= len(tokens) or tokens[index].gap != Gap.SPACE or not tokens[index].has(Kind.CAPITAL):
        return False
    return len(tokens[index].text.rstrip(".")) == 1


def _surname_follows(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word follows at once: then what stands before belongs to that."""
    if index >= len(tokens) or tokens[index].gap not in (Gap.SPACE, Gap.LINE):
        return False
    token = tokens[index]
    listed = token.has(Kind.SURNAME) and (token.has(Kind.FREQUENT) or not token.has(Kind.PLACE))
    plain = not token.has(Kind.COMMON) or token.has(Kind.FREQUENT)
    return token.has(Kind.CAPITAL) and listed and plain


def _word_follows(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word follows on the same line: what stands before it is then in natural order."""
    if index >= len(tokens) or tokens[index].gap != Gap.SPACE:
        return False
    return tokens[index].has(Kind.CAPITAL) and tokens[index].has(Kind.WORD)
