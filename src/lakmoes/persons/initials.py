"""Where initials that stand for a person (``TK``) are meant as such.

In: the text of a page and a place in it. Out: how clearly the layout names a person, and whether that is
enough. Two or three letters are abbreviations far more often than persons, so they count only in comment
marks, remarks with a colon, lists of initials, action columns, cells of their own and file names.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from lakmoes.persons.letters import LOWER, UPPER

REACH = 40


class Structure(IntEnum):
    """How clearly the surroundings name a person."""

    NONE = 0
    CELL = 1
    """Where a person may stand: alone in a cell or at its end, before a colon."""
    ACTOR = 2
    """Behind a word for who acted: ``bijgewerkt door AW``."""
    LIST = 3
    """Among other initials of the dossier."""
    LABEL = 4
    """Behind a word such as paraaf or opmerking, or in a comment mark."""


_LABEL = re.compile(
    r"(?:\b(?:para(?:af|fen)(?: \w+){0,2}|opm|opmerking(?:en)?|noot|aantekening|reactie|antwoord|"
    r"actie(?:houder)?|gezien(?: \w+)?|gelezen|kanttekening|voorstel|initialen|commented|comment)"
    r"\.?[ ]?:?[ \t\n]+"
    r"|\b(?:wie|door|namens|behandelaar|medewerker|akkoord|getekend|auteur|redactie|verslag|notulist|"
    r"aanwezig|afwezig|cc)[ ]?(?::[ \t\n]*|\t)|\[)\Z",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:door|namens|i\.o\.v\.?|bewerking|gecontroleerd|opgesteld|autorisatie|behandelaar|akkoord|getekend|"
    r"concept)\.?[ ]?:?[ \t\n]+\Z",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"\d{0,3}\]")
_SPEAKS_BEFORE = re.compile(r"(?:^|[\n\t\[(]|[.!?][ ]|\d{2}:\d{2}[ ]?-?[ ]?)\Z")
_COLON_AFTER = re.compile(r"[ ]?:[ ]")
_NEIGHBOUR = rf"(?P<other>(?:[{UPPER}]\.?){{2,5}}|[{UPPER}{LOWER}]{{2,5}})"
_LIST_BEFORE = re.compile(rf"(?<![^\W_]){_NEIGHBOUR}[ ]?(?:[,/_&+;]|en)[ ]?\Z")
_LIST_AFTER = re.compile(rf"[ ]?(?:[,/_&+;]|en)[ ]?{_NEIGHBOUR}(?![^\W_])")
_EXPLAINED = re.compile(r"[ ]?=[ ]")
_CELL_BEFORE = re.compile(r"(?:^|[\n\t])[ ]*\Z")
_CELL_AFTER = re.compile(r"[.”\"’']{0,2}(?:[ ]\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?[ ]*(?:[\n\t,;–]|\Z)")
_END_BEFORE = re.compile(r"[.,:!?–-][”\"’']?[ ]\Z")
_ALSO_SAYS = re.compile(
    r"\b(?:met|door|volgens|van|aan|bij|eens met|vraagt|zie|sterkte|dank|bedankt|thanks|succes|hoi|dag|"
    r"namens|vraag|bel|mail|app|zegt|zei|belt|mailt|naar)[ ]\Z",
    re.IGNORECASE,
)
_ACTS_AFTER = re.compile(
    r"[ ](?:ligt|komt|zegt|zei|vraagt|vroeg|vindt|vond|belt|belde|mailt|mailde|stuurt|stuurde|wil|wilde|"
    r"denkt|dacht|regelt|maakt|checkt|schrijft|schreef|levert|pakt|neemt|meldt|overlegt|spreekt|akkoord|eens|"
    r"oneens)\b"
)
_PAPER_AFTER = re.compile(r"[ ]?[\d/-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What is known of initials at one place.

    Attributes:
        written: As they stand on the page.
        named: Whether the document names a person with these initials, or a recognizer found them in it.
        found_here: Whether a recognizer found them in this document.
        distinct: Whether a recognizer found them in the dossier, and they are no word such as ``in``.
        ordinary: Whether they are a word or a known abbreviation.
        unique: Whether they are the initials of one person in the dossier.
    """

    written: str
    named: bool
    found_here: bool
    distinct: bool
    ordinary: bool
    unique: bool

    def are_a_person(self, found: Structure, mentioned: bool) -> bool:
        """Whether the layout, or a mention in a sentence, suffices for what is known."""
        loud = self.written.isupper()
        if found == Structure.NONE:
            return self._is_a_person_in_sentence(mentioned)
        if self.named:
            return True
        if found == Structure.CELL:
            return self.distinct and loud and len(self.written.replace(".", "")) > 2
        if found == Structure.ACTOR:
            return loud and self.unique and not self.ordinary
        if found == Structure.LIST:
            return self.distinct
        return loud and (self.distinct or not self.ordinary)

    def _is_a_person_in_sentence(self, mentioned: bool) -> bool:
        """Whether they are one person's whom the document names, in capitals and no known abbreviation."""
        known = self.named and self.unique and not self.ordinary and not self.written.islower()
        return mentioned and (self.found_here or known)


def neighbours(text: str, start: int, end: int) -> tuple[str, ...]:
    """The letters beside this place that a list sign joins to it."""
    before = _LIST_BEFORE.search(text, max(0, start - REACH), start)
    after = _LIST_AFTER.match(text, end)
    return tuple(match["other"] for match in (before, after) if match)


def structure(text: str, start: int, end: int) -> Structure:
    """How clearly the surroundings of two to five letters name a person, lists left out."""
    window = max(0, start - REACH)
    if _LABEL.search(text, window, start) or _MARK_AFTER.match(text, end):
        return Structure.LABEL
    speaks = _SPEAKS_BEFORE.search(text, window, start) and _COLON_AFTER.match(text, end)
    if speaks or _EXPLAINED.match(text, end):
        return Structure.CELL
    if _ACTOR.search(text, window, start):
        return Structure.ACTOR
    starts = _CELL_BEFORE.search(text, window, start) or _END_BEFORE.search(text, window, start)
    if starts and _CELL_AFTER.match(text, end):
        return Structure.CELL
    return Structure.NONE


def is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether they stand in a sentence as a person (``eens met TK``), not as a paper (``TK 2020``)."""
    said = _ALSO_SAYS.search(text, max(0, start - REACH), start) or _ACTS_AFTER.match(text, end)
    return bool(said) and not _PAPER_AFTER.match(text, end)
