"""Names in running text, by their own parts: titles, initials, given names, interfixes, surnames.

In: the text of one page. Out: ``Found`` values: hit and the sort of evidence. What stands around a name only
counts for or against it here; names that the structure of a document gives (mail heads, lists, tables) are
found elsewhere.

Scores: from 0.85 the evidence stands by itself; from 0.6 it is likely; below that it waits for the same
name with better evidence elsewhere in the dossier.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lakmoes.detection.grammar import (
    Form,
    Name,
    Tokens,
    is_title,
    joins,
    read_inverted,
    read_natural,
    surname_kind,
)
from lakmoes.detection.lists import name_lists
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.roles import role_before
from lakmoes.detection.surroundings import (
    ARTICLES,
    follows_organisation_word,
    is_addressed,
    is_named_after,
    is_quoted,
    key_before,
    number_follows,
    person_verb_follows,
    place_end,
    precedes_organisation_word,
    starts_sentence,
)
from lakmoes.detection.tokens import Gap, Kind, tokenize
from lakmoes.model import FindingKind

ORDINARY = Kind.COMMON | Kind.PLACE | Kind.STREET | Kind.FUNCTION
NO_NAME = Kind.COMMON | Kind.PLACE | Kind.FUNCTION | Kind.ABBREVIATION | Kind.UPPER
SURNAME_LETTER = re.compile(r"(?:[A-Z]|[A-Z]-[A-Z])$")
SAYS_WHO = frozenset("volgens aldus namens via door met aan bij voor van en of naar jegens tegen".split())
CAPITAL_INTERFIXES = frozenset(
    "van de den der ter ten te 't el al la le du von di da dos bin ben bel ait st".split()
)
"""Interfixes with which a surname alone may start a sentence."""
NUMBERED = frozenset(
    "vorm variant optie bijlage deel punt onderdeel hal vak plan type categorie groep route lijst artikel lid vitamine team "
    "blok fase scenario alternatief paragraaf hoofdstuk tabel figuur kolom rij spoor cluster perceel vraag nr sub module "
    "klasse niveau annex appendix part section option article table figure".split()
)
"""Words before a single letter that is a number, no initial."""
PRONOUNS = frozenset("u je jij jullie ik wij we het er men ze".split())
RELATIVES = frozenset(
    "dochter dochtertje zoon zoontje vrouw man moeder vader broer broertje zus zusje partner echtgenoot echtgenote vriend "
    "vriendin oma opa tante oom neef nicht nichtje neefje buurman buurvrouw kleinzoon kleindochter schoonzoon schoonvader "
    "schoonmoeder schoonzus schoondochter ene genaamd geheten heet heette collega dokter daughter son wife husband".split()
)
"""Words after which even a name that no list knows is a person's."""
NOTHING = 0.0


class Sort(StrEnum):
    """By what a name in running text was known; the rule's name for people."""

    TITLE = "titel of aanspreekvorm voor naam"
    FUNCTION = "functie of relatie voor naam"
    INITIALS = "voorletters met achternaam"
    FULL = "voornaam met achternaam"
    GIVEN = "voornaam"
    SURNAME = "achternaam"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in running text and by what it was known."""

    name: Name
    sort: Sort
    score: float


@functools.lru_cache(maxsize=2)
def running_names(text: str) -> tuple[Found, ...]:
    """The names in a text, in order and without overlap."""
    tokens = tokenize(text)
    return tuple(_read_all(tokens))


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
            if place > index and not _prefix(tokens, index):
                index = place
                continue
        found = _read_at(tokens, index) if _can_start(tokens, index) else None
        if found:
            yield found
        index = found.name.last if found else index + 1


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
        return _prefix(tokens, index) is not None or tokens[index].gap >= Gap.CELL
    return token.has(Kind.FIRST | Kind.SURNAME) and not token.has(Kind.COMMON | Kind.PLACE)


def _read_at(tokens: Tokens, index: int) -> Found | None:
    if not tokens[index].has(Kind.CAPITAL | Kind.ACADEMIC | Kind.INTERFIX):
        return _in_small_letters(tokens, index)
    inverted = read_inverted(tokens, index)
    if inverted:
        score = _inverted_score(tokens, inverted)
        if score > NOTHING:
            sort = Sort.INITIALS if inverted.initials else Sort.FULL
            return Found(inverted, sort, score)
    name = read_natural(tokens, index)
    return _judge(tokens, name) if name else None


def _judge(tokens: Tokens, name: Name) -> Found | None:
    """The name with its sort and score, cut back to its given names where the rest is no surname."""
    if _is_thing(tokens, name):
        return None
    found = _by_prefix(tokens, name) or _by_parts(tokens, name)
    if found and found.score > NOTHING:
        return found
    if name.form is Form.NATURAL and name.given and not name.initials:
        given = replace(name, form=Form.GIVEN, last=name.surname[0] - name.interfix, surname=(0, 0))
        if name.interfix or given.last <= given.first:
            return None
        return _by_parts(tokens, given)
    return None


def _is_thing(tokens: Tokens, name: Name) -> bool:
    """Whether what stands around it makes it the name of a body, a street or a thing."""
    if is_named_after(tokens, name.first):
        return True
    if name.title or _prefix(tokens, name.first) is Sort.TITLE:
        return False
    kind = _kind(tokens, name)
    if kind & Kind.STREET and (number_follows(tokens, name.last) or not kind & Kind.SURNAME):
        return True
    if " ".join(token.key for token in tokens[name.first : name.last]) in name_lists().places:
        return True
    if precedes_organisation_word(tokens, name.last):
        return True
    alone = name.form in (Form.GIVEN, Form.SURNAME)
    if alone and is_quoted(tokens, name.first, name.last):
        return True
    return alone and (number_follows(tokens, name.last) or follows_organisation_word(tokens, name.first))


def _prefix(tokens: Tokens, index: int) -> Sort | None:
    """The sort of word that stands before a name: a form of address, a function or role, or none."""
    if index == 0 or tokens[index].gap > Gap.CELL:
        return None
    before = tokens[index - 1]
    if before.has(Kind.HONORIFIC | Kind.ACADEMIC) and tokens[index].gap != Gap.CELL:
        return Sort.TITLE
    if tokens[index].gap == Gap.CELL:
        return None
    if before.has(Kind.FUNCTION) or role_before(tokens, index):
        return Sort.FUNCTION
    return None


def _kind(tokens: Tokens, name: Name) -> int:
    """What the lists say of the surname, or of the last given name where there is none."""
    return surname_kind(tokens, name) if name.has_surname else tokens[name.last - 1].kind


def _by_prefix(tokens: Tokens, name: Name) -> Found | None:
    prefix = _prefix(tokens, name.first)
    kind = _kind(tokens, name)
    known = bool(kind & (Kind.SURNAME | Kind.FIRST)) or name.initials or name.interfix
    if name.title or prefix is Sort.TITLE:
        likely = known or not kind & (ORDINARY | Kind.ABBREVIATION)
        return Found(name, Sort.TITLE, 0.93 if likely else 0.4)
    if prefix is not Sort.FUNCTION:
        return None
    if kind & ORDINARY and not (kind & (Kind.FREQUENT | Kind.FIRST) or name.initials):
        return None
    if kind & (Kind.ABBREVIATION | Kind.UPPER) and not name.initials and not name.given:
        return None
    if tokens[name.first].key in ("van", "de") and not tokens[name.first].has(Kind.CAPITAL):
        if name.first + 1 == name.surname[0] and key_before(tokens, name.first) not in RELATIVES:
            return None  # "directeur van Klimavento"
    parts = _by_parts(tokens, name)
    score = max(_function_score(tokens, name, known), parts.score if parts else NOTHING)
    return Found(name, Sort.FUNCTION, score)


def _function_score(tokens: Tokens, name: Name, known: bool) -> float:
    """For a name behind a function, a relation or a role."""
    if role_before(tokens, name.first):
        return 0.9 if known else 0.85
    related = key_before(tokens, name.first) in RELATIVES
    score = 0.86 if known else (0.7 if related else 0.45)
    plain = _kind(tokens, name) & Kind.COMMON and not related
    return score - 0.1 if plain or tokens[name.first].gap == Gap.LINE else score


def _by_parts(tokens: Tokens, name: Name) -> Found | None:
    if name.form is Form.GIVEN:
        return _given_alone(tokens, name)
    if name.form is Form.SURNAME:
        return Found(name, Sort.SURNAME, _surname_score(tokens, name))
    if name.initials:
        return Found(name, Sort.INITIALS, _initials_score(tokens, name))
    return Found(name, Sort.FULL, _full_score(tokens, name))


def _initials_score(tokens: Tokens, name: Name) -> float:
    kind = _kind(tokens, name)
    single = sum(letter.isupper() for letter in tokens[name.first].text) == 1 and not (
        name.given or name.interfix
    )
    if single and key_before(tokens, name.first) in NUMBERED:
        return NOTHING
    numbering = single and tokens[name.first].gap >= Gap.LINE and not _closes(tokens, name.last)
    if kind & ORDINARY:
        return _ordinary_initials_score(kind, single, numbering)
    if kind & Kind.SURNAME:
        return 0.92
    if kind & Kind.ABBREVIATION:
        return NOTHING
    return 0.82 if not single else (0.35 if numbering else 0.74)


def _ordinary_initials_score(kind: int, single: bool, numbering: bool) -> float:
    """For initials before a surname that is an ordinary word: ``B. Visser`` or the heading ``B. Vragen``."""
    if kind & Kind.FREQUENT:
        return 0.7 if numbering else 0.88
    if not kind & Kind.SURNAME:
        return NOTHING if single else 0.62
    return (NOTHING if numbering else 0.62) if single else 0.88


def _full_score(tokens: Tokens, name: Name) -> float:
    kind = _kind(tokens, name)
    before_surname = tokens[name.first : name.surname[0]]
    sure = any(token.has(Kind.FIRST) and not token.has(Kind.COMMON) for token in before_surname)
    if not sure and name.surname[0] > name.first:
        return _doubtful_full_score(tokens, name)
    if kind & ORDINARY:
        if not kind & Kind.SURNAME:
            return 0.8 if name.interfix and not kind & Kind.COMMON else NOTHING
        return 0.88 if kind & Kind.FREQUENT or name.interfix else 0.7
    if kind & Kind.SURNAME:
        return 0.92
    shouting = kind & Kind.UPPER and not tokens[name.first].has(Kind.UPPER)
    if kind & Kind.ABBREVIATION or shouting:
        return NOTHING
    return 0.9 if name.interfix else 0.8


def _doubtful_full_score(tokens: Tokens, name: Name) -> float:
    """For a given name that is an ordinary word as well (``Mark Winter``, ``Lot van den Heuvel``)."""
    kind = _kind(tokens, name)
    if not kind & Kind.SURNAME:
        return NOTHING
    if kind & ORDINARY and not kind & Kind.FREQUENT and not name.interfix:
        return 0.35
    return 0.72 if starts_sentence(tokens, name.first) and not name.interfix else 0.86


def _inverted_score(tokens: Tokens, name: Name) -> float:
    kind = _kind(tokens, name)
    if (kind & Kind.ABBREVIATION and not kind & Kind.SURNAME) or _is_thing(tokens, name):
        return NOTHING
    opening = tokens[name.first].gap >= Gap.LINE or tokens[name.first - 1].text in ";:(>•/"
    comma = tokens[name.surname[1]].text == ","
    ordinary = kind & ORDINARY
    if not name.initials:
        surname = tokens[name.surname[0]]
        given_first = surname.has(Kind.FIRST) and not surname.has(Kind.FREQUENT)
        sure = opening and comma and _closes(tokens, name.last) and kind & Kind.SURNAME
        return 0.82 if sure and not kind & Kind.PLACE and not given_first else NOTHING
    if ordinary and not kind & Kind.SURNAME:
        return NOTHING
    supported = name.title or name.given > 0 or name.interfix
    if not comma and not (supported or (opening and _closes(tokens, name.last))):
        return 0.35 if kind & Kind.SURNAME and not ordinary else NOTHING
    if ordinary and not supported:
        doubts = (not kind & Kind.FREQUENT) + (not opening)
        return (0.86, 0.6, 0.35)[doubts]
    if kind & Kind.SURNAME:
        return 0.92
    return 0.88 if supported else (0.8 if opening else 0.55)


def _closes(tokens: Tokens, last: int) -> bool:
    """Whether a cell, a line or an item of a list ends here."""
    return last >= len(tokens) or tokens[last].gap >= Gap.LINE or tokens[last].text in ";(<-–|/,"


def _given_alone(tokens: Tokens, name: Name) -> Found | None:
    name = _with_surname_letter(tokens, name)
    token = tokens[name.first]
    if name.last - name.first > 1:
        doubtful = all(part.has(Kind.COMMON | Kind.PLACE) for part in tokens[name.first : name.last])
        return Found(name, Sort.GIVEN, 0.5 if doubtful else 0.85)
    if token.has(Kind.UPPER):
        return None if len(token.text) < 4 or token.has(Kind.ABBREVIATION) else Found(name, Sort.GIVEN, 0.35)
    before = key_before(tokens, name.first)
    if name.last < len(tokens) and tokens[name.last].key in PRONOUNS and tokens[name.last].gap == Gap.SPACE:
        return Found(name, Sort.GIVEN, 0.3)  # a verb: "Kent u", "Wil je"
    near_number = name.first > 0 and tokens[name.first - 1].has(Kind.NUMBER) and token.has(Kind.COMMON)
    if before in ARTICLES or near_number:
        return Found(name, Sort.GIVEN, 0.3)
    opening = starts_sentence(tokens, name.first)
    acts = person_verb_follows(tokens, name.last) or is_addressed(tokens, name.last)
    if token.has(Kind.COMMON | Kind.PLACE):
        score = (0.64 if acts else 0.3) if opening else (0.66 if acts or before in SAYS_WHO else 0.6)
        return Found(name, Sort.GIVEN, score - 0.3 if token.has(Kind.PLACE) else score)
    return Found(name, Sort.GIVEN, 0.78 if acts else 0.7 if opening else 0.74)


def _with_surname_letter(tokens: Tokens, name: Name) -> Name:
    """With the first letter of a surname behind it (``Sjoerd T``, ``Bas R.``, ``Ingeborg K-N``)."""
    if name.last >= len(tokens) or tokens[name.last].gap != Gap.SPACE:
        return name
    token = tokens[name.last]
    letters = token.text.rstrip(".")
    return replace(name, last=name.last + 1) if SURNAME_LETTER.match(letters) else name


def _surname_score(tokens: Tokens, name: Name) -> float:
    """For a surname alone, without anything before it; weak scores wait for the same name elsewhere."""
    kind, opening = _kind(tokens, name), starts_sentence(tokens, name.first)
    if not tokens[name.first].has(Kind.CAPITAL) or kind & (Kind.UPPER | Kind.ABBREVIATION):
        return NOTHING
    acts = person_verb_follows(tokens, name.last)
    if name.interfix:
        return _interfix_score(kind, opening, acts)
    if not kind & Kind.SURNAME:
        return NOTHING
    if kind & ORDINARY:
        if not kind & Kind.FREQUENT:
            return 0.3 if not opening and not kind & Kind.COMMON else NOTHING
        return 0.38 if acts or not opening else 0.3
    score = (0.64 if acts else 0.3) if opening else (0.66 if acts else 0.38)
    if "-" in tokens[name.surname[0]].text:
        score += 0.2
    elif key_before(tokens, name.first) in ("volgens", "aldus"):
        score = max(score, 0.64)
    return score


def _interfix_score(kind: int, opening: bool, acts: bool) -> float:
    """For ``Van den Heuvel``: a capital on the interfix inside a sentence is a strong sign."""
    listed = kind & Kind.SURNAME
    if kind & Kind.PLACE:
        return 0.3 if listed else NOTHING
    if listed and not kind & ORDINARY:
        return (0.66 if acts else 0.38) if opening else 0.75
    if listed:
        return (
            (0.45 if acts and kind & Kind.FREQUENT else 0.3)
            if opening
            else (0.62 if kind & Kind.FREQUENT else 0.38)
        )
    return NOTHING if opening or kind & Kind.COMMON else 0.38


def _in_small_letters(tokens: Tokens, index: int) -> Found | None:
    """A given name and a surname without capitals (``jikke sijbesma``), or a surname after ``dhr``."""
    token = tokens[index]
    if token.has(Kind.SURNAME) and index and tokens[index - 1].has(Kind.HONORIFIC) and len(token.text) > 3:
        name = Name(first=index, last=index + 1, form=Form.SURNAME, surname=(index, index + 1))
        return Found(name, Sort.TITLE, 0.8)
    if not token.has(Kind.FIRST) or index + 1 >= len(tokens) or len(token.text) < 3:
        return None
    surname = tokens[index + 1]
    close = surname.gap == Gap.SPACE and len(surname.text) > 3
    if not close or not surname.has(Kind.SURNAME) or surname.has(ORDINARY | Kind.CAPITAL):
        return None
    name = Name(first=index, last=index + 2, form=Form.NATURAL, given=1, surname=(index + 1, index + 2))
    return Found(name, Sort.FULL, 0.72)
