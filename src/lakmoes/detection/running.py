"""Names in running text: where one can start, what it is, and what a name beside it adds.

In: the text of one page. Out: ``Found`` values, in order and without overlap. Names that the structure of a
document gives (mail heads, lists, tables) are found elsewhere.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from lakmoes.detection.evidence import inverted_score, judge, prefix_before
from lakmoes.detection.grammar import read_inverted, read_natural
from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import NOT_BETWEEN, Form, Name, Tokens, is_title, joins, read_interfix
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.scores import NOTHING, ORDINARY, Found, Sort, kind_of
from lakmoes.detection.surroundings import (
    key_before,
    place_end,
)
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.detection.unknown import read_unknown, with_unknown_surname
from lakmoes.model import FindingKind

CAPITAL_INTERFIXES = word_set("van de den der ter ten te 't el al la le du von di da dos bin ben bel ait st")
"""Interfixes with which a surname alone may start a sentence."""
MOST_INITIALS = 4
DOUBLE = re.compile(r"[A-Z]-[A-Z]\Z")
NO_SURNAME_HERE = Kind.PLACE | Kind.ABBREVIATION | Kind.UPPER
PARTIES = word_set(
    "verdachte verdachten slachtoffer getuige client cliente patient patiente betrokkene klager klaagster "
    "veroordeelde aangever aangeefster minderjarige kind gedetineerde vreemdeling eiser eiseres verzoeker "
    "tegen"
)
"""Words after which initials alone stand for a person (``tegen R.B.``)."""
JOINS = frozenset({"en", "and", "of", "/", "&", "–", ",", "+"})
LIKELY = 0.6
NEARLY = 0.3
"""Scores between these two wait for more evidence."""


@functools.lru_cache(maxsize=2)
def running_names(text: str) -> tuple[Found, ...]:
    """The names in a text, in order and without overlap."""
    tokens = tokenize(text)
    return tuple(_with_neighbours(tokens, list(_read_all(tokens))))


def hit_of(tokens: Tokens, found: Found) -> Hit:
    """The hit for a name; the word before it is its context."""
    name = found.name
    return Hit(
        start=tokens[name.first].start,
        end=tokens[name.last - 1].end,
        kind=FindingKind.NAME,
        rule=found.sort.value,
        score=round(found.score, 2),
        context=key_before(tokens, name.first),
    )


def _read_all(tokens: Tokens) -> Iterator[Found]:
    index = 0
    while index < len(tokens):
        if tokens[index].has(Kind.CAPITAL) and tokens[index].has(Kind.INTERFIX | Kind.COMMON | Kind.PLACE):
            place = place_end(tokens, index)
            if place > index and not prefix_before(tokens, index):
                index = place
                continue
        found = _read_at(tokens, index) if _can_start(tokens, index) else None
        if found and found.score > NOTHING:
            yield found
        index = found.name.last if found else index + 1


def _with_neighbours(tokens: Tokens, names: list[Found]) -> Iterator[Found]:
    """Doubtful names that stand beside another, joined by a mark or ``en``, share in its evidence."""
    for place, found in enumerate(names):
        around = names[max(place - 1, 0) : place] + names[place + 1 : place + 2]
        doubtful = NEARLY <= found.score < LIKELY
        if doubtful and any(_supports(tokens, found, other) for other in around):
            yield replace(found, score=LIKELY + 0.02)
        else:
            yield found


def _supports(tokens: Tokens, found: Found, other: Found) -> bool:
    """Whether a name beside it tells that this is one: it is likely, or both are surnames and one no word."""
    if not _are_joined(tokens, found.name, other.name):
        return False
    own, others = kind_of(tokens, found.name), kind_of(tokens, other.name)
    plain = [bool(kind & Kind.SURNAME) and not kind & ORDINARY for kind in (own, others)]
    known = own & (Kind.FREQUENT | Kind.FIRST) or found.name.interfix or found.sort is Sort.FULL or plain[0]
    if other.score >= LIKELY:
        return bool(known)
    both = bool(own & others & Kind.SURNAME) and other.score >= NEARLY
    return both and any(plain)


def _are_joined(tokens: Tokens, one: Name, other: Name) -> bool:
    """Whether nothing but one joining mark or word stands between two names."""
    first, second = sorted((one, other), key=lambda name: name.first)
    between = tokens[first.last : second.first]
    return len(between) == 1 and between[0].key in JOINS and tokens[second.first].gap <= Gap.LINE


def _can_start(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.text in ("Mr", "Mrs") and not is_title(tokens, index):
        return False
    if token.has(Kind.ACADEMIC):
        return True
    if token.has(Kind.CAPITAL):
        if token.has(Kind.INTERFIX) and token.key not in CAPITAL_INTERFIXES:
            return False
        names_follow = joins(tokens, index + 1, False) and tokens[index + 1].has(Kind.CAPITAL)
        return not token.has(Kind.HONORIFIC) and not (token.has(Kind.FUNCTION) and names_follow)
    if token.has(Kind.INTERFIX):
        return prefix_before(tokens, index) is not None or tokens[index].gap >= Gap.CELL
    return token.has(Kind.FIRST | Kind.SURNAME) and not token.has(Kind.COMMON | Kind.PLACE)


def _read_at(tokens: Tokens, index: int) -> Found | None:
    if not tokens[index].has(Kind.CAPITAL | Kind.ACADEMIC | Kind.INTERFIX):
        return _in_small_letters(tokens, index)
    inverted = read_inverted(tokens, index)
    if inverted:
        score = inverted_score(tokens, inverted)
        if score > NOTHING:
            sort = Sort.INITIALS if inverted.initials else Sort.FULL
            return Found(inverted, sort, score)
    if tokens[index].has(Kind.INTERFIX) and not tokens[index].has(Kind.CAPITAL):
        small = _in_small_letters(tokens, index)
        if small:
            return small
    lone = _lone_initials(tokens, index)
    if lone:
        return lone
    name = read_natural(tokens, index)
    found = judge(tokens, with_unknown_surname(tokens, name)) if name else None
    if found and (found.score == NOTHING or found.score >= LIKELY or found.name.last - index > 1):
        return found
    unknown = read_unknown(tokens, index)
    return unknown if unknown and (found is None or unknown.score >= found.score) else found


def _lone_initials(tokens: Tokens, index: int) -> Found | None:
    """Initials that stand for a name: behind a form of address or a party, or without full stops."""
    token = tokens[index]
    double = token.has(Kind.INITIALS) and _double_initials(tokens, index + 1)
    if double or (token.has(Kind.INITIALS) and read_natural(tokens, index) is None):
        known = prefix_before(tokens, index) is Sort.TITLE or key_before(tokens, index) in PARTIES or double
        name = Name(first=index, last=index + 1 + double, form=Form.NATURAL, initials=True)
        return Found(name, Sort.INITIALS, 0.75) if known else None
    return _unstopped_initials(tokens, index)


def _double_initials(tokens: Tokens, index: int) -> bool:
    """Whether the first letters of a double surname stand there (``A. W-D``)."""
    return (
        index < len(tokens)
        and tokens[index].gap == Gap.SPACE
        and DOUBLE.match(tokens[index].text) is not None
    )


def _unstopped_initials(tokens: Tokens, index: int) -> Found | None:
    """Capitals without full stops before a surname the list knows (``JA de Vries``, ``M v Dijk``)."""
    core = read_interfix(tokens, index + 1)
    if not _are_capitals(tokens, index) or core >= len(tokens) or tokens[core].gap > Gap.LINE:
        return None
    surname, interfix = tokens[core], core > index + 1
    frequent = interfix and surname.has(Kind.FREQUENT) and not surname.has(Kind.UPPER)
    listed = surname.has(Kind.SURNAME) and not surname.has(NO_SURNAME_HERE)
    if not surname.has(Kind.CAPITAL) or not (frequent or listed):
        return None
    if not interfix and (surname.has(ORDINARY) or tokens[index].has(Kind.COMMON | Kind.ABBREVIATION)):
        return None
    if interfix and (tokens[index + 1].has(Kind.CAPITAL) or tokens[index + 1].key in NOT_BETWEEN):
        return None
    name = Name(
        first=index,
        last=core + 1,
        form=Form.NATURAL,
        initials=True,
        interfix=interfix,
        surname=(core, core + 1),
    )
    return Found(name, Sort.INITIALS, 0.8 if interfix else 0.62)


def _are_capitals(tokens: Tokens, index: int) -> bool:
    """Whether one to four capitals stand there that no number makes part of a postcode."""
    token = tokens[index]
    if not token.has(Kind.WORD) or not token.text.isupper() or len(token.text) > MOST_INITIALS:
        return False
    given = token.has(Kind.FIRST) and len(token.text) > 2
    if given or token.has(Kind.HONORIFIC | Kind.INTERFIX) or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].gap == Gap.SPACE and not (index and tokens[index - 1].has(Kind.NUMBER))


def _in_small_letters(tokens: Tokens, index: int) -> Found | None:
    """A given name and a surname without capitals (``jikke sijbesma``), or a surname after ``dhr``."""
    token = tokens[index]
    if index and tokens[index - 1].has(Kind.HONORIFIC) and tokens[index].gap <= Gap.LINE:
        core = read_interfix(tokens, index)
        surname = tokens[core] if core < len(tokens) else token
        if (
            surname.has(Kind.SURNAME)
            and len(surname.text) > 3
            and (surname.has(Kind.FREQUENT) or not surname.has(Kind.PLACE))
        ):
            name = Name(
                first=index, last=core + 1, form=Form.SURNAME, interfix=core > index, surname=(core, core + 1)
            )
            return Found(name, Sort.TITLE, 0.8)
    if not token.has(Kind.FIRST) or index + 1 >= len(tokens) or len(token.text) < 4:
        return None
    surname = tokens[index + 1]
    close = surname.gap == Gap.SPACE and len(surname.text) > 4
    if not close or not surname.has(Kind.SURNAME) or surname.has(ORDINARY | Kind.CAPITAL):
        return None
    name = Name(first=index, last=index + 2, form=Form.NATURAL, given=1, surname=(index + 1, index + 2))
    return Found(name, Sort.FULL, 0.72)
