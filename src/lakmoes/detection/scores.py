"""How sure a name in running text is, from its own parts and the word beside it.

In: a ``Name`` and the tokens around it. Out: ``Found``: the name, by what it was known, and a score. From
0.85 the evidence stands by itself; from 0.6 it is likely; below that it waits for the same name with better
evidence elsewhere in the dossier. The scores are not probabilities: they order the evidence, and were set on
documents that people had marked. Titles, functions and things are weighed in ``evidence``.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from lakmoes.detection.lists import word_set
from lakmoes.detection.name_parts import Form, Name, Tokens, read_interfix, surname_kind
from lakmoes.detection.surroundings import (
    ARTICLES,
    is_addressed,
    key_before,
    person_verb_follows,
    speech_verb_follows,
    starts_sentence,
    unit_follows,
)
from lakmoes.detection.tokens import COMPASS, Gap, Kind

ORDINARY = Kind.COMMON | Kind.PLACE | Kind.STREET | Kind.FUNCTION
NOTHING = 0.0
ASKED = 0.597
"""Score of what the place alone makes a name, and as easily is none: people are asked, and no other place
counts as a name because of it."""

SURNAME_LETTER = re.compile(r"(?:[A-Z]|[A-Z]-[A-Z])$")
SAYS_WHO = word_set("volgens aldus namens via door met aan bij voor van en of naar jegens tegen")
OLD_FORMS = frozenset({"der", "den", "'t", "ter", "ten"})
"""Interfixes that stand in names only (``Van den Heuvel``, ``Ter Braak``)."""
NUMBERED = word_set(
    "vorm variant optie bijlage deel punt onderdeel hal vak plan type categorie groep route lijst "
    "artikel lid vitamine team blok fase scenario alternatief paragraaf hoofdstuk tabel figuur kolom "
    "rij spoor cluster perceel vraag nr sub module klasse niveau annex appendix part section option "
    "article table figure"
)
"""Words before a single letter that is a number, no initial."""
NO_HALF = frozenset({"sint", "st", "an", "al", "el", "as", "ar", "ad"})
"""What stands before a hyphen in the names of saints and mosques."""
LONGEST_WORD_SURNAME = 6
"""Letters of an ordinary word that may be a surname no list knows."""
FIELDS_OF_WORK = word_set(
    "inkoop zorg jeugd beleid recht milieu markt bouw noord zuid oost west sport pers staf balie "
    "wonen werk team dienst cultuur archief natuur water wegen groen straf civiel fiscus logies "
    "school kunst and the en of heeft wordt belde vraagt mailt samen graag morgen vandaag prima "
    "akkoord goed eens hallo groet groeten"
)
PRONOUNS = word_set("u je jij jullie ik wij we het er men ze")


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


def by_parts(tokens: Tokens, name: Name) -> Found | None:
    """The name with its sort and score by its own parts; ``None`` for what is an abbreviation."""
    if name.form is Form.GIVEN:
        return _given_alone(tokens, name)
    if name.form is Form.SURNAME:
        return Found(name, Sort.SURNAME, _surname_score(tokens, name))
    if name.initials:
        return Found(name, Sort.INITIALS, _initials_score(tokens, name))
    return Found(name, Sort.FULL, _full_score(tokens, name))


def _initials_score(tokens: Tokens, name: Name) -> float:
    kind = kind_of(tokens, name)
    alone = not (name.given or name.interfix)
    single = alone and sum(letter.isupper() for letter in tokens[name.first].text) == 1
    if single and key_before(tokens, name.first) in NUMBERED:
        return NOTHING
    numbering = single and tokens[name.first].gap >= Gap.LINE and not closes(tokens, name.last)
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
    kind = kind_of(tokens, name)
    before_surname = tokens[name.first : name.surname[0]]
    sure = any(token.has(Kind.FIRST) and not token.has(Kind.COMMON) for token in before_surname)
    if not sure and before_surname:
        return _doubtful_full_score(tokens, name)
    if kind & ORDINARY and not kind & Kind.SURNAME:
        if name.interfix and not kind & Kind.COMMON:
            return 0.8
        return 0.62 if _is_short_word(tokens, name, kind) else NOTHING
    if kind & ORDINARY:
        return 0.88 if kind & Kind.FREQUENT or name.interfix else 0.7
    if _is_among_capitals(tokens, name):
        return 0.35
    return 0.92 if kind & Kind.SURNAME else _unlisted_full_score(tokens, name, kind)


def _is_short_word(tokens: Tokens, name: Name, kind: int) -> bool:
    """Whether the word behind a given name is as short as surnames are, and no unit (``Frans Toren``)."""
    surname = tokens[name.surname[0]]
    single = name.surname[1] - name.surname[0] == 1 and surname.gap == Gap.SPACE and not name.interfix
    if not single or kind & (Kind.FUNCTION | Kind.ABBREVIATION | Kind.UPPER | Kind.PLACE):
        return False
    after = tokens[name.last] if name.last < len(tokens) else None
    capital = after is not None and after.gap == Gap.SPACE and after.has(Kind.CAPITAL)
    return 2 < len(surname.key) <= LONGEST_WORD_SURNAME and surname.key not in FIELDS_OF_WORK and not capital


def _unlisted_full_score(tokens: Tokens, name: Name, kind: int) -> float:
    """For a given name before a capitalised word that no list knows."""
    shouting = kind & Kind.UPPER and not tokens[name.first].has(Kind.UPPER)
    if kind & Kind.ABBREVIATION or shouting:
        return NOTHING
    return 0.9 if name.interfix else 0.8


def _is_among_capitals(tokens: Tokens, name: Name) -> bool:
    """Whether it begins a row of words in capitals, or with an abbreviation: no name then."""
    first = tokens[name.first]
    if not first.has(Kind.UPPER):
        return False
    if not tokens[name.last - 1].has(Kind.UPPER):
        return len(first.text) < 4
    around = (name.first - 1, name.last)
    return any(0 <= place < len(tokens) and tokens[place].has(Kind.UPPER) for place in around)


def _doubtful_full_score(tokens: Tokens, name: Name) -> float:
    """For a given name that is an ordinary word as well (``Mark Winter``, ``Lot van den Heuvel``)."""
    kind = kind_of(tokens, name)
    if not kind & Kind.SURNAME:
        return NOTHING
    if kind & ORDINARY and not kind & Kind.FREQUENT and not name.interfix:
        return 0.35
    return 0.72 if starts_sentence(tokens, name.first) and not name.interfix else 0.86


def _given_alone(tokens: Tokens, name: Name) -> Found | None:
    name = _with_surname_letter(tokens, name)
    token = tokens[name.first]
    if name.last - name.first > 1:
        doubtful = all(part.has(Kind.COMMON | Kind.PLACE) for part in tokens[name.first : name.last])
        return Found(name, Sort.GIVEN, 0.5 if doubtful else 0.85)
    if token.has(Kind.UPPER):
        weak = len(token.text) > 3 and not token.has(Kind.ABBREVIATION)
        return Found(name, Sort.GIVEN, 0.35) if weak else None
    if _is_a_word_here(tokens, name):
        return Found(name, Sort.GIVEN, 0.3)
    opening = starts_sentence(tokens, name.first)
    acts = person_verb_follows(tokens, name.last) or is_addressed(tokens, name.last)
    if not token.has(Kind.COMMON | Kind.PLACE):
        return Found(name, Sort.GIVEN, 0.78 if acts else (0.7 if opening else 0.74))
    said = acts or (not opening and key_before(tokens, name.first) in SAYS_WHO)
    score = (0.64 if opening else 0.66) if said else (0.3 if opening else 0.6)
    return Found(name, Sort.GIVEN, score - 0.3 if token.has(Kind.PLACE) else score)


def _is_a_word_here(tokens: Tokens, name: Name) -> bool:
    """Whether an article, pronoun or number makes it a word: ``het Frans``, ``Kent u``, ``3 Mei``."""
    after = tokens[name.last] if name.last < len(tokens) else None
    if after and after.key in PRONOUNS and after.gap == Gap.SPACE:
        return True
    numbered = name.first > 0 and tokens[name.first - 1].has(Kind.NUMBER)
    return key_before(tokens, name.first) in ARTICLES or (numbered and tokens[name.first].has(Kind.COMMON))


def _with_surname_letter(tokens: Tokens, name: Name) -> Name:
    """With the first letter of a surname behind it (``Sjoerd T``, ``Bas R.``, ``Ingeborg K-N``)."""
    for core in (read_interfix(tokens, name.last), name.last):
        if core >= len(tokens) or tokens[core].gap not in (Gap.SPACE, Gap.NONE):
            continue
        joined = core > name.last or tokens[core].gap == Gap.SPACE
        if joined and SURNAME_LETTER.match(tokens[core].text.rstrip(".")):
            return replace(name, last=core + 1)
    return name


def _surname_score(tokens: Tokens, name: Name) -> float:
    """For a surname alone, without anything before it; weak scores wait for the same name elsewhere."""
    kind = kind_of(tokens, name)
    if not tokens[name.first].has(Kind.CAPITAL) or kind & (Kind.UPPER | Kind.ABBREVIATION):
        return NOTHING
    if name.interfix:
        return _interfix_score(tokens, name, kind)
    if not kind & Kind.SURNAME:
        return NOTHING
    if kind & ORDINARY:
        return _ordinary_surname_score(tokens, name, kind)
    opening = starts_sentence(tokens, name.first)
    acts = person_verb_follows(tokens, name.last) or unit_follows(tokens, name.last)
    acts = acts or _is_bracketed(tokens, name)
    if not opening and key_before(tokens, name.first) in ("volgens", "aldus"):
        acts = True
    double = 0.24 if _is_double(tokens[name.surname[0]].key) else 0.0
    return double + ((0.64 if opening else 0.66) if acts else (0.3 if opening else 0.38))


def _is_double(key: str) -> bool:
    """Whether a surname is two joined by a hyphen; a quarter of a town is none (``Lindeloo-West``)."""
    first, hyphen, last = key.partition("-")
    return bool(hyphen) and first not in NO_HALF and last not in COMPASS


def _ordinary_surname_score(tokens: Tokens, name: Name, kind: int) -> float:
    """For a surname alone that is an ordinary word or a place as well (``Winter zegt toe``)."""
    opening = starts_sentence(tokens, name.first)
    if not kind & Kind.FREQUENT:
        return 0.3 if not opening and not kind & Kind.COMMON else NOTHING
    acts = speech_verb_follows(tokens, name.last) or unit_follows(tokens, name.last)
    if _is_bracketed(tokens, name) and not kind & Kind.PLACE:
        return 0.8
    if acts and not kind & Kind.PLACE:
        return 0.62
    return 0.3 if opening else 0.38


def _is_bracketed(tokens: Tokens, name: Name) -> bool:
    """Whether it stands alone in brackets behind a unit (``DCOM (Koning)``)."""
    if name.first < 2 or name.last >= len(tokens) or tokens[name.last].text != ")":
        return False
    unit = tokens[name.first - 2]
    return tokens[name.first - 1].text == "(" and unit.has(Kind.CAPITAL | Kind.FUNCTION)


def _interfix_score(tokens: Tokens, name: Name, kind: int) -> float:
    """For ``Van den Heuvel``: a capital on the interfix inside a sentence is a strong sign."""
    listed, frequent = kind & Kind.SURNAME, kind & Kind.FREQUENT
    opening = starts_sentence(tokens, name.first)
    if listed and kind & Kind.PLACE and tokens[name.first].key in ("van", "ten", "ter"):
        acts = person_verb_follows(tokens, name.last) or unit_follows(tokens, name.last)
        return 0.3 if opening and not acts else 0.62
    if kind & Kind.PLACE or not listed:
        weak = bool(listed) or not (opening or kind & Kind.COMMON)
        return 0.3 if weak else NOTHING
    old = any(token.key in OLD_FORMS for token in tokens[name.first : name.surname[0]])
    acts = person_verb_follows(tokens, name.last) or unit_follows(tokens, name.last)
    if not opening:
        return 0.75 if not kind & ORDINARY else (0.62 if frequent or old or acts else 0.38)
    if not kind & ORDINARY:
        return 0.66 if old or acts or _fills_line(tokens, name) else 0.38
    return (0.64 if old else 0.45 if acts else 0.3) if frequent else 0.3


def _fills_line(tokens: Tokens, name: Name) -> bool:
    """Whether it is all there is on a line or in a cell, and no name of a thing (``De Linde``)."""
    return (
        tokens[name.first].gap >= Gap.LINE
        and closes(tokens, name.last)
        and tokens[name.first].key not in ARTICLES
    )


def closes(tokens: Tokens, last: int) -> bool:
    """Whether a cell, a line or an item of a list ends here."""
    return last >= len(tokens) or tokens[last].gap >= Gap.LINE or tokens[last].text in ";(<-–|/,"


def kind_of(tokens: Tokens, name: Name) -> int:
    """What the lists say of the surname, or of the last given name where there is none."""
    return surname_kind(tokens, name) if name.has_surname else tokens[name.last - 1].kind
