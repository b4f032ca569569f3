"""Where a text turns to another subject, as far as its own words say.

In: statements of a document. Out: ``Turned`` values. Whether the subject really is another one is for
``subject``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.lists import fold, word_set
from lakmoes.detection.passages.context import Statement
from lakmoes.detection.sentences import UnitKind

TURN = re.compile(
    r"^.{0,60}?\b(?P<words>(?:even|nog|heel|totaal|(?:nog )?over) (?:(?:heel|totaal) )?(?:iets"
    r"|wat) (?:heel |totaal )?anders\b(?! dan)"
    r"|heel (?:iets|wat) anders\b(?! dan)|los (?:hier|daar)van\b(?=[:)])|los van (?:dit|deze"
    r"|het) (?:overleg|onderwerp|dossier"
    r"|punt|alles|verzoek)|ander (?:onderwerp|ding)\b(?=:)|buiten de agenda|terzijde,|nu ik je toch heb"
    r"|je vroeg ook naar"
    r"|niets (?:te maken )?met (?:dit|deze)\b[^.]{0,30}(?:onderwerp|dossier|zaak)"
    r"|on another (?:note|subject)|unrelated:|something else entirely)",
    re.IGNORECASE,
)
"""Words with which a writer turns to another subject."""
ASIDE = re.compile(
    r"(?:^\W*(?:p\.?s\.?|nb|n\.b\.|trouwens|overigens|tot slot|oh ja|o ja)\b|\btrouwens\b"
    r"|\b(?:meldt|vraagt|vertelt|deelt mee|informeert|merkt op)\b[^.:]{0,20}\b(?:verder|ook nog|tot slot)\b"
    r"|\bvraagt (?:aandacht voor|naar (?:de stand|het verloop))\b|^en nog iets\b)",
    re.IGNORECASE,
)
"""Words that may do so; the words of the passage must be all the stranger."""
LAST_ITEM = re.compile(
    r"^(?:\d+[.)]?\s*)?(?:rondvraag|overig(?:e)?(?: (?:punten|zaken|onderwerpen))?|w\.?v\.?t\.?t\.?k\.?"
    r"|varia"
    r"|wat verder ter tafel komt|any other business)\b",
    re.IGNORECASE,
)
"""Items of an agenda under which anything may come up."""
POSTSCRIPT = re.compile(r"(?:^|\n)\s*(?:p\.?s\.?|nb)[.: ]*$", re.IGNORECASE)
PRACTICAL = re.compile(
    r"\b(?:(?:volgende|eerstvolgende) (?:vergadering|overleg|bijeenkomst|keer)|vergadering (?:is"
    r"|wordt) (?:gesloten"
    r"|vertrouwelijk)|sluit de vergadering|(?:vragen|opmerkingen) over het verslag)\b",
    re.IGNORECASE,
)
"""What is said at the end of every meeting."""
OFFICE = word_set(
    "verhuizing verhuist verhuizen verbouwing verbouwd kasten kerstpakket kerstborrel kerstmarkt "
    "parkeerplaatsen parkeerplaats fietsenkelder fietsenstalling lift werkplekken flexplekken vacature "
    "sollicitatie loopbaanbeleid functiehuis ondernemingsraad personeelsvereniging borrel afscheid kado "
    "cadeau koffieautomaat bedrijfsuitje kantoorartikelen schoenen magazijn sleutel lunch taart feest "
    "kantine"
)
"""Subjects of the office itself, which hardly any request is about."""
WORD = re.compile(r"[^\W\d_]+")
BEFORE = 12
"""Characters before a statement in which ``PS`` may stand by itself."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A statement that turns to something else, with the words that say so."""

    index: int
    sort: str
    words: str


def turns(found: Sequence[Statement], texts: Mapping[int, str]) -> Iterator[Turned]:
    """The statements that turn to something else, in reading order.

    Args:
        found: The statements of a document that are judged.
        texts: The text of each page, by its index.
    """
    for index, statement in enumerate(found):
        turn = TURN.search(statement.text) or TURN.search(statement.label)
        if turn:
            yield Turned(index, "turn", turn["words"])
            continue
        aside = ASIDE.search(statement.text)
        before = texts[statement.page_index][max(0, statement.unit.start - BEFORE) : statement.unit.start]
        aside = aside or POSTSCRIPT.search(before)
        if aside and not PRACTICAL.search(statement.text):
            yield Turned(index, "aside", aside.group().strip())
        elif statement.unit.kind is not UnitKind.CELL:
            office = office_words(statement.text)
            last = LAST_ITEM.search(statement.heading) or LAST_ITEM.search(statement.label)
            if last and office:
                yield Turned(index, "aside", f"{last.group()}: {', '.join(office)}")


def office_words(text: str) -> list[str]:
    """The words of a text that name a subject of the office itself."""
    return [word for word in map(fold, WORD.findall(text)) if word in OFFICE]
