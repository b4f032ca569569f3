"""Names in the columns of tables.

In: the text of one page, in which a tab is a step to another cell and an empty line a step to another row.
Out: hits for what stands in columns whose heading the list ``person_labels`` knows (``Naam``, ``Wie``,
``Behandelaar``, ``Inspecteurs``), and in cells that hold nothing but a name.

Text alone does not always tell columns apart: narrow columns run together. Hence a cell beside the column
counts as well when all of it is a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lakmoes.detection.listing import SEPARATORS, Listed, Place, index_at, names_between
from lakmoes.detection.lists import fold, name_lists, word_set
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.name_recognizer import NameRecognizer, listed_hit
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.scores import ASKED
from lakmoes.detection.tokens import Kind, tokenize
from lakmoes.model import FindingKind

ROW = re.compile(r"[^\n]+(?:\n(?!\n|\d{1,4}[.)]?[ \t]+[^\W\d])[^\n]+)*")
"""A block of lines; a line that opens with a number is a row of its own."""
CELL = re.compile(r"[^\t]+")
NUMBERING = re.compile(r"\s*(?:\d+[.)]?|[•·-])\s+")
MOST_HEADING_WORDS = 6
NOT_BEFORE_LABEL = word_set(
    "opmerking opmerkingen functie kenmerk telefoon telefoonnummer nummer e-mail email mail code "
    "advies oordeel beoordeling reactie mening organisatie soort aantal adres rol type voor afdeling "
    "vraag antwoord datum"
)
"""Words with which a heading is about something of a person, not about who it is."""
NAMES = frozenset({"naam", "namen", "name", "names"})
NO_PERSONS = word_set(
    "paard hond schip boot school bedrijf firma straat project locatie organisatie product document bestand "
    "systeem stichting vereniging gebouw zaal instelling leverancier dossier onderzoek regeling variant "
    "partij merk type programma app server dier object perceel of business company ship horse dog"
)
"""Words behind ``naam`` in a heading that make it the name of a thing."""
MOST_BEFORE_LABEL = 3
"""Words of columns run together before the label that closes a heading."""
SIGNATURES = frozenset({"paraaf", "medeparaaf", "parafen", "handtekening"})
MAIL_LABELS = frozenset({"van", "aan", "cc", "bcc", "from", "to", "kopie", "kopie aan"})
LONGEST_PROSE = 12
"""Words of a row without cells that still belongs to the table."""
SURE = 0.85
NO_NICKNAME = Kind.FUNCTION | Kind.ABBREVIATION | Kind.PLACE | Kind.INTERFIX | Kind.NUMBER
LONGEST_SIGNATURE = 4
"""Tokens of a cell that is a signature, its date included."""
LONGEST_INITIALS = 5
NO_SIGNATURE = word_set("geen nvt ja nee niet nog ziek ok oke akk email mail post hand tel app via")
COLUMN = Place(trust=0.97, separators=SEPARATORS)
BESIDE = Place(trust=0.85, separators=SEPARATORS, initials=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: place in the row, and offsets in the text."""

    column: int
    start: int
    end: int


class NameColumns(NameRecognizer):
    """Names in columns for persons."""

    kinds = (FindingKind.NAME, FindingKind.SIGNATURE)
    rule = "kolom voor personen"

    def names(self, text: str) -> Iterator[Hit]:
        """The names in the rows below a heading for persons."""
        tokens = tokenize(text)
        columns: dict[int, str] = {}
        width = 0
        for row in _rows(text):
            headings = _person_headings(text, row) if len(row) > 1 else {}
            if headings and not _holds_names(tokens, row):
                columns, width = headings, len(row)
            elif columns and len(row) == 1 and _is_prose(text, row[0]):
                columns = {}
            elif columns:
                for cell in row:
                    yield from self._cell(text, tokens, cell, columns)
                yield from _signature(tokens, row, columns, width)

    def _cell(self, text: str, tokens: Tokens, cell: Cell, columns: dict[int, str]) -> Iterator[Hit]:
        numbering = NUMBERING.match(text, cell.start, cell.end)
        start = numbering.end() if numbering else cell.start
        first, last = index_at(tokens, start), index_at(tokens, cell.end)
        if columns.get(cell.column) in SIGNATURES:
            return
        near = min((abs(cell.column - column) for column in columns), default=9)
        if near > 1 or first >= last:
            return
        listed = list(names_between(tokens, (first, last), BESIDE if near else COLUMN))
        if listed and not near:
            yield from self._nicknames(tokens, listed[-1].last, last)
        if not listed or listed[0].first > _first_name_word(tokens, first, last):
            return
        if near and not _fills(tokens, listed[0].first, listed[-1].last, first, last):
            return
        for name in listed:
            yield listed_hit(
                tokens, name, f"{self.rule} ({columns.get(cell.column, next(iter(columns.values())))})"
            )

    def _nicknames(self, tokens: Tokens, start: int, last: int) -> Iterator[Hit]:
        """A single word in small letters behind a name and a comma, which may be what someone is called."""
        nickname = start + 1
        alone = nickname + 1 == last and tokens[start].text in (",", "/", "&")
        if alone and tokens[nickname].text.islower() and not tokens[nickname].has(NO_NICKNAME):
            yield listed_hit(tokens, Listed(nickname, last, ASKED), f"{self.rule}, misschien een bijnaam")


def _signature(tokens: Tokens, row: list[Cell], columns: dict[int, str], width: int) -> Iterator[Hit]:
    """What stands in the column for signatures, whatever its letters; ``width`` counts the headings."""
    for cell in _signature_cells(row, columns, width):
        first, last = index_at(tokens, cell.start), index_at(tokens, cell.end)
        while first < last and tokens[first].kind == 0:
            first += 1  # an address that ran into the column
        if first < last and last - first <= LONGEST_SIGNATURE and _is_signature(tokens, first, last):
            yield Hit(
                start=tokens[first].start,
                end=tokens[first].end,
                kind=FindingKind.SIGNATURE,
                rule="kolom voor parafen",
                score=0.8,
            )
            return


def _signature_cells(row: list[Cell], columns: dict[int, str], width: int) -> list[Cell]:
    """Where a signature can stand, the likeliest first; rows are numbered at times, addresses run over."""
    wanted = max((column for column, label in columns.items() if label in SIGNATURES), default=-1)
    if wanted < 0 or len(row) < 2:
        return []
    if wanted == width - 1 and len(row) >= width:
        return [row[-1], row[-2]] if len(row) > width else [row[-1]]
    return [row[min(wanted, len(row) - 1)]]


def _is_signature(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a cell holds a few letters alone, which no list of abbreviations makes a body's."""
    token = tokens[first]
    if any(other.has(Kind.WORD) for other in tokens[first + 1 : last]) or token.key in NO_SIGNATURE:
        return False
    return token.has(Kind.WORD | Kind.INITIALS) and len(token.text.replace(".", "")) <= LONGEST_INITIALS


def _rows(text: str) -> Iterator[list[Cell]]:
    """The rows of a page, each as its cells; text without tabs is a row of one cell."""
    for block in ROW.finditer(text):
        lines = block.group().split("\n")
        tight = len(lines) > 1 and all("\t" in line for line in lines) and _is_heading_line(lines[0])
        start = block.start()
        for row in lines if tight else [block.group()]:
            yield [
                Cell(number, start + cell.start(), start + cell.end())
                for number, cell in enumerate(CELL.finditer(row))
            ]
            start += len(row) + 1


def _is_heading_line(line: str) -> bool:
    """Whether the first line of a block is a heading for persons, with rows set tight below it."""
    cells = [Cell(number, *cell.span()) for number, cell in enumerate(CELL.finditer(line))]
    return bool(_person_headings(line, cells))


def _person_headings(text: str, row: list[Cell]) -> dict[int, str]:
    """Column numbers whose heading is a label for persons, with that label."""
    headings: dict[int, str] = {}
    if any(character.isdigit() for cell in row for character in text[cell.start : cell.end]):
        return headings  # a row of data
    for cell in row:
        words = fold(text[cell.start : cell.end]).replace("/", " / ").split()
        plain = not words or words[-1].endswith(":") or text[cell.start : cell.end].lstrip()[:1].islower()
        label = "" if plain else _label_in(words)
        if label and not (label in MAIL_LABELS and cell.column == 0):
            headings[cell.column] = label
    return headings


def _holds_names(tokens: Tokens, row: list[Cell]) -> bool:
    """Whether a cell of the row is a name already: then it is a field with its label, no heading."""
    for cell in row[1:]:
        first, last = index_at(tokens, cell.start), index_at(tokens, cell.end)
        if any(listed.score >= SURE for listed in names_between(tokens, (first, last), COLUMN)):
            return True
    return False


def _label_in(words: list[str]) -> str:
    """The label for persons that opens or closes a heading, or nothing."""
    if len(words) > MOST_HEADING_WORDS:
        return ""
    labels = name_lists().person_labels
    for length in range(len(words), 0, -1):
        opening, closing = " ".join(words[:length]).rstrip("?"), " ".join(words[-length:]).rstrip("?")
        if opening in labels and not (opening in NAMES and NO_PERSONS & set(words[length:])):
            return opening
        before = words[:-length]
        if closing in labels and len(before) < MOST_BEFORE_LABEL and NOT_BEFORE_LABEL.isdisjoint(before):
            return closing
    return ""


def _is_prose(text: str, cell: Cell) -> bool:
    return len(text[cell.start : cell.end].split()) > LONGEST_PROSE


def _first_name_word(tokens: Tokens, first: int, last: int) -> int:
    """Index of the first token that is no form of address or function."""
    while first < last and tokens[first].has(Kind.HONORIFIC | Kind.FUNCTION | Kind.ACADEMIC):
        first += 1
    return first


def _fills(tokens: Tokens, first: int, last: int, cell_first: int, cell_last: int) -> bool:
    """Whether a cell holds nothing but names and forms of address."""
    before = all(token.has(Kind.HONORIFIC | Kind.FUNCTION) for token in tokens[cell_first:first])
    return before and last == cell_last
