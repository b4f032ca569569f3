"""Whether a stretch that can be read as a name is a person, from what stands before and after it.

In: a ``Name`` and the tokens of the page. Out: ``Found`` with sort and score, or nothing: forms of address,
functions and relations speak for a person; words for things, bodies and streets against.
"""

from dataclasses import replace

from lakmoes.detection.lists import name_lists, word_set
from lakmoes.detection.name_parts import NOT_BETWEEN, Form, Name, Tokens
from lakmoes.detection.roles import role_before
from lakmoes.detection.scores import NOTHING, ORDINARY, Found, Sort, by_parts, closes, kind_of
from lakmoes.detection.surroundings import (
    follows_organisation_word,
    is_named_after,
    is_quoted,
    key_after,
    key_before,
    number_follows,
    precedes_organisation_word,
)
from lakmoes.detection.tokens import Gap, Kind

RELATIVES = word_set(
    "dochter dochtertje zoon zoontje vrouw man moeder vader broer broertje zus zusje partner "
    "echtgenoot echtgenote vriend vriendin oma opa tante oom neef nicht nichtje neefje buurman "
    "buurvrouw kleinzoon kleindochter schoonzoon schoonvader schoonmoeder schoonzus schoondochter "
    "ene genaamd geheten heet heette collega dokter daughter son wife husband"
)
"""Words after which even a name that no list knows is a person's."""

PERSONS_ONLY = word_set(
    "oma opa tante oom ome zus zusje broer broertje nicht nichtje neef neefje buurvrouw buurman "
    "genaamd getuige verdachte slachtoffer klager klaagster agent hoofdagent brigadier wijkagent "
    "verbalisant kolonel majoor luitenant kapitein sergeant korporaal wethouder burgemeester kamerlid "
    "raadslid pastoor kapelaan deken prins prince princess planner reiziger fotograaf journalist "
    "passagier bijrijder chauffeur mediator tolk tandarts huisarts chirurg cardioloog dominee imam "
    "kunstenaar acteur leerling student zwager schoonzus"
)
"""Words behind which a capital makes a person of an ordinary word: no field of work stands there."""


def judge(tokens: Tokens, name: Name) -> Found | None:
    """The name with its sort and score, cut back to its given names where the rest is no surname.

    A name that is a thing's has no score, and no part of it is a person's.
    """
    if is_thing(tokens, name):
        return Found(name, Sort.SURNAME, NOTHING)
    found = _by_prefix(tokens, name) or by_parts(tokens, name)
    if found and found.score > NOTHING:
        return found
    shorter = _given_names_of(name)
    return by_parts(tokens, shorter) if shorter else None


def _given_names_of(name: Name) -> Name | None:
    """The given names without what follows them, where that is no surname (``Annelotte Projectleider``)."""
    last = name.surname[0]
    if (
        name.form is not Form.NATURAL
        or not name.given
        or name.initials
        or name.interfix
        or last <= name.first
    ):
        return None
    return replace(name, form=Form.GIVEN, last=last, surname=(0, 0))


def is_thing(tokens: Tokens, name: Name) -> bool:
    """Whether what stands around it makes it the name of a body, a street or a thing."""
    if is_named_after(tokens, name.first):
        return True
    if name.title or prefix_before(tokens, name.first) is Sort.TITLE:
        return False
    whole = " ".join(token.key for token in tokens[name.first : name.last])
    if whole in name_lists().places or _is_organisation(tokens, name, whole):
        return True
    if precedes_organisation_word(tokens, name.last) or _is_neuter(tokens, name):
        return True
    if name.form in (Form.GIVEN, Form.SURNAME) and _is_thing_alone(tokens, name):
        return True
    kind = kind_of(tokens, name)
    listed = bool(kind & Kind.SURNAME)
    return bool(kind & Kind.STREET) and (not listed or number_follows(tokens, name.last))


def _is_neuter(tokens: Tokens, name: Name) -> bool:
    """Whether ``het`` before and a capital behind make it a thing's (``het Van der Valk Hotel``)."""
    if key_before(tokens, name.first) != "het" or name.last >= len(tokens):
        return False
    return tokens[name.last].has(Kind.CAPITAL) and tokens[name.last].gap == Gap.SPACE


def _is_organisation(tokens: Tokens, name: Name, whole: str) -> bool:
    """Whether the name, with or without the word behind it, is a body's (``Albert Heijn``)."""
    return (
        whole in name_lists().organisations
        or f"{whole} {key_after(tokens, name.last)}" in name_lists().organisations
    )


def _is_thing_alone(tokens: Tokens, name: Name) -> bool:
    """Whether a name of one part is a thing's: quoted, numbered (``Blok 3``) or behind a word for a body."""
    quoted = is_quoted(tokens, name.first, name.last)
    return quoted or number_follows(tokens, name.last) or follows_organisation_word(tokens, name.first)


def prefix_before(tokens: Tokens, index: int) -> Sort | None:
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


def _by_prefix(tokens: Tokens, name: Name) -> Found | None:
    """The name by the form of address, function or relation before it."""
    prefix, kind = prefix_before(tokens, name.first), kind_of(tokens, name)
    interfix = name.interfix and tokens[name.first].key not in NOT_BETWEEN  # "professor aan de ULB"
    known = bool(kind & (Kind.SURNAME | Kind.FIRST)) or name.initials or interfix
    if name.title or prefix is Sort.TITLE:
        return Found(name, Sort.TITLE, _titled_score(tokens, name, known or name.given > 0))
    if prefix is not Sort.FUNCTION or not _fits_function(tokens, name, kind):
        return None
    parts = by_parts(tokens, name)
    score = max(_function_score(tokens, name, known), parts.score if parts else NOTHING)
    return Found(name, Sort.FUNCTION, score)


def _titled_score(tokens: Tokens, name: Name, known: bool) -> float:
    """For a name behind a title or form of address; a capital makes even a word one (``heer Weg``)."""
    kind = kind_of(tokens, name)
    if known or not kind & (ORDINARY | Kind.ABBREVIATION):
        return 0.93
    word = kind & Kind.CAPITAL and not kind & (Kind.FUNCTION | Kind.ABBREVIATION | Kind.UPPER | Kind.PLACE)
    return 0.8 if word and name.first > 0 and tokens[name.first - 1].has(Kind.HONORIFIC) else 0.4


def _fits_function(tokens: Tokens, name: Name, kind: int) -> bool:
    """Whether the word behind a function can be its bearer, and not where he works (``directeur Inkoop``)."""
    if name.initials or (name.given and kind & Kind.SURNAME):
        return True
    if kind & ORDINARY and not kind & (Kind.FREQUENT | Kind.FIRST):
        street = kind & Kind.SURNAME and kind & ORDINARY == Kind.STREET  # wethouder Bloemhof
        person = key_before(tokens, name.first) in PERSONS_ONLY and tokens[name.first].gap <= Gap.SPACE
        person = person and not kind & (Kind.PLACE | Kind.UPPER)
        if not (street or (person and kind & Kind.CAPITAL)):
            return False
    if kind & (Kind.ABBREVIATION | Kind.UPPER) and not name.given:
        return False
    return not name.interfix or tokens[name.first].has(Kind.CAPITAL) or _is_sure_interfix(tokens, name)


def _is_sure_interfix(tokens: Tokens, name: Name) -> bool:
    """Whether an interfix in small letters behind a function begins a name (``directeur van der Meer``).

    ``directeur van Klimavento``, ``hoofd van de Dienst`` and ``commissaris van de Koning`` go on otherwise.
    """
    words = tokens[name.first - 1 : name.last]
    if " ".join(token.key for token in words) in name_lists().roles or name.given or name.initials:
        return name.given > 0 or name.initials
    kind = kind_of(tokens, name)
    if not kind & Kind.SURNAME or tokens[name.first].key in NOT_BETWEEN:
        return False
    interfix = " ".join(token.key for token in tokens[name.first : name.surname[0]])
    return bool(kind & Kind.FREQUENT) or interfix not in ("van", "de", "van de", "het")


def _function_score(tokens: Tokens, name: Name, known: bool) -> float:
    """For a name behind a function, a relation or a role."""
    if role_before(tokens, name.first):
        return 0.9 if known else 0.85
    related = key_before(tokens, name.first) in RELATIVES
    score = 0.86 if known else (0.7 if related else 0.45)
    plain = kind_of(tokens, name) & Kind.COMMON and not related
    close = tokens[name.first].gap <= Gap.SPACE and kind_of(tokens, name) & Kind.CAPITAL
    if close and key_before(tokens, name.first) in PERSONS_ONLY:
        score = max(score, 0.72)
    return score - 0.1 if plain or tokens[name.first].gap == Gap.LINE else score


def inverted_score(tokens: Tokens, name: Name) -> float:
    """How sure a name in inverted order is a person: ``Koning, R.`` rather than ``Vraag, A.``."""
    kind = kind_of(tokens, name)
    if (kind & (ORDINARY | Kind.ABBREVIATION) and not kind & Kind.SURNAME) or is_thing(tokens, name):
        return NOTHING
    opening = tokens[name.first].gap >= Gap.LINE or tokens[name.first - 1].text in ";:(>•/"
    comma = tokens[name.surname[1]].text == ","
    if not name.initials:
        return 0.82 if opening and comma and _fills_item(tokens, name, kind) else NOTHING
    supported = name.title or name.given > 0 or name.interfix
    if not comma and not (supported or (opening and closes(tokens, name.last))):
        return 0.35 if kind & Kind.SURNAME and not kind & ORDINARY else NOTHING
    if kind & ORDINARY and not supported:
        doubts = (not kind & Kind.FREQUENT) + (not opening)
        return (0.86, 0.6, 0.35)[doubts]
    if kind & Kind.SURNAME:
        return 0.92
    return 0.88 if supported else (0.8 if opening else 0.55)


def _fills_item(tokens: Tokens, name: Name, kind: int) -> bool:
    """Whether a surname with a given name behind the comma is all of its line, cell or item."""
    surname = tokens[name.surname[0]]
    two_given_names = surname.has(Kind.FIRST) and not surname.has(Kind.FREQUENT)
    listed = bool(kind & Kind.SURNAME) and not kind & Kind.PLACE
    return listed and not two_given_names and closes(tokens, name.last)
