"""Every unit of a document with what a reader knows when reading it.

In: the kind of a document and its pages. Out: ``Statement`` values in reading order: the words of a unit with
the heading above it, the heading of its column, the label before it, and who speaks to whom (``zones``). Does
not judge; that is for ``judge``.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lakmoes.detection.passages.layout import Reach, borders, columns_of, items
from lakmoes.detection.passages.zones import Zone, zone_of_document, zone_of_sender, zone_of_words
from lakmoes.detection.sentences import Unit, UnitKind, units
from lakmoes.model import DocumentKind, Page

RUN_IN_WORDS = 3
"""Words of a sentence that opens a paragraph up to which it is its heading: ``Toetsing.``."""
SIDE_WORDS = 8
"""Words up to which the first cell of a row names what the row is about."""
SENTENCE_CLOSING = ".!?:;…\"'’”)]"
JUDGED = frozenset(
    {
        UnitKind.SENTENCE,
        UnitKind.LIST_ITEM,
        UnitKind.CELL,
        UnitKind.COMMENT,
        UnitKind.MESSAGE,
        UnitKind.HEADING,
    }
)
"""Kinds of units that say something; the others are signs of who says it."""
CUT_BY_PAGES = frozenset({UnitKind.SENTENCE, UnitKind.LIST_ITEM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One unit in its context.

    Attributes:
        page_index: The page it stands on.
        unit: Its place on the page and what it is.
        text: Its words, white space folded; with those of the next page where the page's end cuts it.
        heading: The heading above it.
        column: The heading of its table column.
        side: The first cell of its row, where it names what the row is about.
        label: The label before it in the same cell or paragraph.
        zone: Who speaks to whom.
        kind: Kind of the document.
    """

    page_index: int
    unit: Unit
    text: str
    heading: str = ""
    column: str = ""
    side: str = ""
    label: str = ""
    zone: Zone = Zone.INTERNAL
    kind: DocumentKind = DocumentKind.OTHER

    @property
    def judged(self) -> bool:
        """Whether it says something that can be judged."""
        return self.unit.kind in JUDGED and any(character.isalnum() for character in self.text)

    @property
    def place(self) -> tuple[int, int, int]:
        """The page, block and cell it stands in."""
        return self.page_index, self.unit.block, self.unit.cell


def statements(kind: DocumentKind, pages: Sequence[Page]) -> tuple[Statement, ...]:
    """The statements of a document in reading order, also those that are no more than signs."""
    reader = _Reader(kind=kind, zone=zone_of_document(kind, pages))
    found = [statement for page in pages for statement in reader.read(page)]
    return tuple(_joined(found))


@dataclass(slots=True)
class _Reader:
    """What is remembered from one unit to the next while reading on."""

    kind: DocumentKind
    zone: Zone
    heading: str = ""
    headings: tuple[Reach, ...] = ()
    label: str = field(default="", init=False)

    def read(self, page: Page) -> Iterator[Statement]:
        """The statements of the next page."""
        found = units(page.text, borders(page), items(page))
        columns, self.headings = columns_of(page, found, self.headings)
        sides = _sides(page.text, found)
        place: tuple[int, int] | None = None
        for unit in found:
            text = " ".join(page.text[unit.start : unit.end].split())
            opens = place != (unit.block, unit.cell)
            self.label = "" if opens else self.label
            self._listen(unit, text, page.text)
            around = columns.get(unit.start, ""), sides.get(unit.block, "") if unit.cell else ""
            yield self._statement(page.index, unit, text, around)
            self.label = text if _is_label(unit, text, opens) else self.label
            place = unit.block, unit.cell

    def _statement(self, page_index: int, unit: Unit, text: str, around: tuple[str, str]) -> Statement:
        """A statement; ``around``: the heading of its column and the first cell of its row."""
        column, side = around
        labelled = zone_of_words(self.label) if self.label else None
        return Statement(
            page_index=page_index,
            unit=unit,
            text=text,
            heading=self.heading,
            column=column if column != text else "",
            side=side,
            label=self.label,
            zone=labelled or self.zone,
            kind=self.kind,
        )

    def _listen(self, unit: Unit, text: str, page: str) -> None:
        """Takes in what a unit says about the parts after it."""
        if unit.kind is UnitKind.MAIL_HEAD:
            # The address may stand in the next cell of the same row.
            line = page[unit.start :].split("\n", 1)[0]
            sender = zone_of_sender(line)
            if sender:
                self.zone, self.heading = sender, ""
        elif unit.kind is UnitKind.HEADING:
            self.zone, self.heading = zone_of_words(text) or self.zone, text


def _sides(page: str, found: Sequence[Unit]) -> dict[int, str]:
    """Per row the words of its first cell, where they are few."""
    sides: dict[int, str] = {}
    for unit in found:
        if unit.cell == 0:
            sides[unit.block] = f"{sides.get(unit.block, '')} {page[unit.start : unit.end]}"
    words = {block: text.split() for block, text in sides.items()}
    return {block: " ".join(found) for block, found in words.items() if len(found) <= SIDE_WORDS}


def _is_label(unit: Unit, text: str, opens: bool) -> bool:
    """Whether a unit says what the rest of its cell or paragraph is about."""
    if unit.kind in (UnitKind.LABEL, UnitKind.MESSAGE_HEAD):
        return True
    return opens and len(text.split()) <= RUN_IN_WORDS and text.endswith(".") and text[0].isupper()


def _joined(found: list[Statement]) -> Iterator[Statement]:
    """The statements, those that a page's end cuts in two each with the words of both parts."""
    judged = [index for index, statement in enumerate(found) if statement.judged]
    whole: dict[int, str] = {}
    for index, following in itertools.pairwise(judged):
        one, two = found[index], found[following]
        if one.page_index + 1 == two.page_index and _goes_on(one, two):
            whole[index] = whole[following] = f"{one.text} {two.text}"
    for index, statement in enumerate(found):
        yield replace(statement, text=whole[index]) if index in whole else statement


def _goes_on(one: Statement, two: Statement) -> bool:
    """Whether the first statement of a page is the rest of the last one of the page before."""
    if one.unit.kind not in CUT_BY_PAGES or two.unit.kind not in CUT_BY_PAGES:
        return False
    return one.text[-1] not in SENTENCE_CLOSING and two.text[0].islower()
