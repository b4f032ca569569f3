"""Where the text itself says that a name is a firm's.

In: passages and the texts of pages. Out: ``Mention`` values: the folded words of a name and why it is taken
for a firm's. Whether the name must stay out is not judged here (``signs``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.detection.firms.reading import Passage
from lakmoes.detection.firms.writing import (
    CAPITAL,
    LEGAL_FORM,
    NAME,
    OPENINGS,
    WORD,
    is_body,
    is_telling,
    is_unusual,
    words_of,
)
from lakmoes.detection.lists import fold, name_lists, word_set
from lakmoes.detection.sentences import UnitKind

ROLE = (
    r"(?:[Ll]everancier|[Aa]anbieder|[Ii]nschrijver|[Bb]ieder|[Oo]fferent|[Aa]annemer|[Oo]nderaannemer"
    r"|[Oo]pdrachtnemer|[Ff]irma|[Bb]edrijf|[Ff]abrikant|[Ii]mporteur|[Pp]roducent|[Mm]arktpartij"
    r"|[Cc]oncurrent"
    r"|[Ee]xploitant|[Vv]ervoerder|[Ss]upplier|[Bb]idder|[Vv]endor|[Mm]anufacturer|[Nn]ummer (?:twee"
    r"|drie|vier)"
    r"|[\w-]*(?:bedrijf|fabriek|bureau|handel|combinatie|drukkerij|verzekeraar|rederij|keten|maker))"
)
"""What stands before the name of a firm."""
BY_ROLE = re.compile(rf"(?<!\w){ROLE}(?:,|:| \()?[ \n](?P<name>{NAME})")
BY_FORM = re.compile(rf"(?P<name>{NAME}),?[ \n](?P<form>{LEGAL_FORM})")
BY_TAIL = re.compile(rf"(?P<name>{WORD}(?:[ \n]{WORD}){{0,2}})[ \n](?P<tail>{WORD})(?![\w])")
COLUMN = re.compile(
    r"\b(?:leveranciers?|aanbieders?|inschrijvers?|bieders?|gegadigden?|crediteur|bedrijf|firma|onderneming"
    r"|fabrikant|producent|merk|supplier|vendor|bidder|contractant|opdrachtnemer)\b",
    re.IGNORECASE,
)
"""Headings of columns in which firms or their makes stand."""
BIDDERS = re.compile(r"\b(?:aanbieder|inschrijver|bieder|gegadigde|bidder)s?\b", re.IGNORECASE)
"""Headings under which every cell is one who offered, whatever its name looks like."""
WHOLE = re.compile(
    rf"\s*(?:\d+[.)]?\s+)?(?P<name>{CAPITAL}[^\t:;€%]*[^\s.;:?!(]|{CAPITAL}[^\t:;€%]*{LEGAL_FORM})\s*"
)
IN_BRACKETS = re.compile(rf"\s*\w{{1,2}}\s*\((?P<name>{CAPITAL}[^()]*)\)\s*")
"""``B (Panzero)``: a letter stands for the firm."""
NO_BIDDERS = word_set("totaal gemiddelde som wij zelf geen onbekend nvt diverse alle overig overige")
LEAST_LETTERS = 4
CELL_WORDS = 6
ONE_LINE = frozenset({UnitKind.SIGNATURE, UnitKind.MAIL_HEAD, UnitKind.RUNNING, UnitKind.HEADING})
"""Units whose lines do not go on in the next."""


class Source(StrEnum):
    """Why a name is taken for a firm's."""

    LEGAL_FORM = "rechtsvorm"
    ROLE = "rol van een bedrijf"
    COLUMN = "kolom voor bedrijven"
    TAIL = "woord voor een bedrijf"
    DOMAIN = "adres van de afzender"
    TERM = "term uit dossier.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of a firm in the text, as folded words."""

    words: tuple[str, ...]
    source: Source
    page: tuple[str, int] = ("", 0)
    start: int = 0


def mentions(found: Iterable[Passage], texts: Mapping[tuple[str, int], str]) -> Iterator[Mention]:
    """The names that the text shows to be firms', in reading order."""
    for passage in found:
        text = texts[passage.page]
        start, end = passage.place
        for low, high in _stretches(text, start, end, passage):
            yield from _in_stretch(text, low, high, passage)
        yield from _in_column(text, start, end, passage)


def _stretches(text: str, start: int, end: int, passage: Passage) -> Iterator[tuple[int, int]]:
    """The unit, or its lines where these stand for themselves."""
    if passage.statement.unit.kind not in ONE_LINE:
        yield start, end
        return
    for line in re.compile(r"[^\n\t|]+").finditer(text, start, end):
        yield line.span()


def _in_stretch(text: str, start: int, end: int, passage: Passage) -> Iterator[Mention]:
    for match in BY_FORM.finditer(text, start, end):
        yield from _mention(_without_opening(match["name"]), Source.LEGAL_FORM, passage, match.start("name"))
    for match in BY_ROLE.finditer(text, start, end):
        name = _leading(match["name"])
        if name:
            yield from _mention(name, Source.ROLE, passage, match.start("name"))
    for match in BY_TAIL.finditer(text, start, end):
        words = words_of(match["name"])
        if fold(match["tail"]) in name_lists().organisation_tails and is_telling(words[-1] if words else ""):
            yield from _mention(
                _without_opening(match["name"] + " " + match["tail"]), Source.TAIL, passage, match.start()
            )


def _mention(name: str, source: Source, passage: Passage, start: int) -> Iterator[Mention]:
    words = words_of(name)
    if not is_body(words) and any(map(is_unusual, words)):
        yield Mention(words=words, source=source, page=passage.page, start=start)


def _without_opening(name: str) -> str:
    """The name without the words that open the sentence; ``De`` stays where little else is left."""
    words = name.split()
    while len(words) > 1 and fold(words[0]) in OPENINGS and (len(words) > 2 or is_unusual(fold(words[1]))):
        del words[0]
    return " ".join(words)


def _leading(name: str) -> str:
    """The name behind a role up to where ordinary words begin; empty where no word of it tells."""
    words = name.split()
    taken: list[str] = []
    for word in words:
        if not word[0].isupper() and taken and not is_unusual(fold(word)):
            break
        if len(word) > 1:  # else the first letter of a legal form
            taken.append(word)
    telling = [word for word in taken if is_telling(fold(word.rstrip("'’s"))) or is_telling(fold(word))]
    return " ".join(taken) if telling else ""


def _in_column(text: str, start: int, end: int, passage: Passage) -> Iterator[Mention]:
    statement = passage.statement
    heading = statement.column
    if (
        statement.unit.kind is not UnitKind.CELL
        or len(heading.split()) > CELL_WORDS
        or not COLUMN.search(heading)
    ):
        return
    cell = IN_BRACKETS.fullmatch(text, start, end) or WHOLE.fullmatch(text, start, end)
    if cell is None or len(cell["name"].split()) > CELL_WORDS:
        return
    words, place = words_of(cell["name"]), cell.start("name")
    bidder = BIDDERS.search(heading) and len("".join(words)) >= LEAST_LETTERS and words[0] not in NO_BIDDERS
    if not is_body(words) and (bidder or any(map(is_unusual, words))):
        yield Mention(words=words, source=Source.COLUMN, page=passage.page, start=place)
