"""Names in running text of which no list knows the given name or the surname.

In: the tokens of a page and the index of a capitalised word. Out: ``Found``, or a longer ``Name``. What makes
such words a name is what joins them (``Mirthe van 't Spoor``), what stands before (``de heer Sake Dantuma``)
or, weakly, that two strange words stand side by side. Names with a word that a list knows are read in
``running``.
"""

from dataclasses import replace

from lakmoes.detection.evidence import is_thing, prefix_before
from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import NOT_BETWEEN, NOT_DOUBLE, Form, Name, Tokens, read_interfix
from lakmoes.detection.scores import OLD_FORMS, Found, Sort
from lakmoes.detection.surroundings import (
    follows_organisation_word,
    precedes_organisation_word,
    starts_sentence,
)
from lakmoes.detection.tokens import Gap, Kind, Token

NO_NAME = Kind.COMMON | Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION | Kind.UPPER
SPOKEN = word_set(
    "gebeld gesproken gemaild geappt contact overlegd afgesproken gesprek telefoongesprek kennisgemaakt "
    "interview geinterviewd ontmoet ontmoeting afspraak spraken sprak belde belden mailtje telefoontje"
)
SPEAKING_INTERFIXES = OLD_FORMS | {"el", "al", "o'", "ait", "ben", "von", "da", "dos", "abou"}
"""Interfixes that hardly stand in a sentence otherwise."""


def with_unknown_surname(tokens: Tokens, name: Name) -> Name:
    """The name, with a second word behind a form of address (``mr. Ottoline Hazewinkel``)."""
    if name.form is not Form.SURNAME or name.interfix or name.surname[1] != name.last:
        return name
    titled = name.title or prefix_before(tokens, name.first) is Sort.TITLE
    core = read_interfix(tokens, name.last)
    if not titled or tokens[name.surname[0]].has(Kind.UPPER) or not _can_follow(tokens, name.last, core):
        return name
    return replace(
        name, form=Form.NATURAL, last=core + 1, interfix=core > name.last, surname=(core, core + 1)
    )


def _can_follow(tokens: Tokens, end: int, core: int) -> bool:
    """Whether a surname can stand at ``core`` behind a given name that ends before ``end``."""
    if core >= len(tokens) or tokens[end].gap != Gap.SPACE or tokens[core].gap != Gap.SPACE:
        return False
    if core > end and tokens[end].key in NOT_BETWEEN:
        return False
    surname = tokens[core]
    if not surname.has(Kind.CAPITAL) or not surname.has(Kind.WORD) or surname.has(Kind.UPPER):
        return False
    return _is_plain_surname(surname) or (core > end and surname.has(Kind.FREQUENT))


def _is_plain_surname(token: Token) -> bool:
    """Whether a capitalised word is nothing but a surname, known or not."""
    return len(token.text) > 2 and (token.has(Kind.FREQUENT) or not token.has(NOT_DOUBLE))


def read_unknown(tokens: Tokens, index: int) -> Found | None:
    """The name that starts here with a word that no list knows as a given name."""
    return _with_interfix(tokens, index) or _pair(tokens, index)


def _with_interfix(tokens: Tokens, index: int) -> Found | None:
    """A strange word with interfix and surname (``Adje van 't Hof``, ``Ster de Bruin``)."""
    given, core = tokens[index], read_interfix(tokens, index + 1)
    if core == index + 1 or not _can_follow(tokens, index + 1, core) or not _is_strange(given):
        return None
    interfix = [token.key for token in tokens[index + 1 : core]]
    if tokens[index + 1].has(Kind.CAPITAL) and interfix[0] not in SPEAKING_INTERFIXES:
        return None
    surname = tokens[core]
    speaking = not SPEAKING_INTERFIXES.isdisjoint(interfix)
    listed = surname.has(Kind.SURNAME) and not surname.has(Kind.PLACE | Kind.FIRST)  # "Skoda van Özlem"
    if not (surname.has(Kind.FREQUENT) or (listed if not speaking else not surname.has(Kind.PLACE))):
        return None
    name = Name(first=index, last=core + 1, form=Form.NATURAL, interfix=True, surname=(core, core + 1))
    return None if is_thing(tokens, name) else Found(name, Sort.FULL, 0.8 if speaking else 0.68)


def _is_strange(token: Token) -> bool:
    """Whether a capitalised word is no ordinary one and no name of a body or a thing."""
    if not token.has(Kind.CAPITAL) or not token.has(Kind.WORD) or len(token.text) < 2:
        return False
    lists = name_lists()
    thing = token.key in lists.organisation_heads or token.key in lists.named_after
    return not thing and not token.has(NO_NAME | Kind.INTERFIX | Kind.HONORIFIC | Kind.ACADEMIC)


def _pair(tokens: Tokens, index: int) -> Found | None:
    """Two capitalised words that no list knows: weak, but likely beside another name."""
    pair = tokens[index : index + 2]
    strange = len(pair) == 2 and not any(token.has(NO_NAME | Kind.INTERFIX | Kind.NUMBER) for token in pair)
    words = strange and all(
        token.has(Kind.CAPITAL) and token.has(Kind.WORD) and len(token.text) > 2 for token in pair
    )
    known = words and pair[1].has(Kind.SURNAME) and not pair[1].has(Kind.STREET)
    if not words or pair[1].gap != Gap.SPACE or (starts_sentence(tokens, index) and not known):
        return None
    if _word_goes_on(tokens, index + 2) or precedes_organisation_word(tokens, index + 2):
        return None
    if follows_organisation_word(tokens, index):
        return None
    name = Name(first=index, last=index + 2, form=Form.NATURAL, surname=(index + 1, index + 2))
    plain = pair[1].has(Kind.FREQUENT) or "-" in pair[1].key or not starts_sentence(tokens, index)
    likely = (known and plain) or _was_spoken_with(tokens, index)
    return Found(name, Sort.FULL, 0.64 if likely else 0.3)


def _was_spoken_with(tokens: Tokens, index: int) -> bool:
    """Whether words before say that someone was spoken with (``gebeld met X Y``)."""
    before = [token.key for token in tokens[max(index - 4, 0) : index]]
    return bool(before) and before[-1] in ("met", "door", "van") and not SPOKEN.isdisjoint(before)


def _word_goes_on(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens[index].has(Kind.CAPITAL) and tokens[index].gap == Gap.SPACE
