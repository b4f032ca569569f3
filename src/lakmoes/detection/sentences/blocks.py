r"""Sentences, list items, cells and other units of a page's text.

In: the text of one page with its layout signs (see ``Page``: ``\n`` a line end, ``\t`` the next cell,
``\n\n`` the next block). Out: ``Unit`` values in reading order that do not overlap and together cover every
visible character, each with what it is and with the block and cell it stands in.

What is judged as one thing must be one unit: a sentence, also within a cell, a list item, a margin comment or
a chat message. What stands before it and says who speaks (``[opm. AB:``, ``22-01-2021 16:05 - Sjoerd:``) is
a unit of its own, because it is judged otherwise than what is said.

Does not know spaCy or any other library: layout carries more than grammar here, and it must be fast. Does
not look at pages together, nor at the place of words on the page, save for what its caller found there.
"""

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace

from lakmoes.detection.sentences.lines import ITEM_END, parts_of, runs_of_lines
from lakmoes.detection.sentences.marks import (
    BLOCK,
    CELL,
    MAIL_FIELD,
    MARGIN_COMMENT,
    NOTE,
    NUMBERING,
    RUNNING,
)
from lakmoes.detection.sentences.unit import Piece, Unit, UnitKind, trimmed

HEADING_WORDS = 12
INTRODUCTION_WORDS = 5
"""A line that ends in a colon is a heading up to this length, and introduces a list beyond it."""
SIGNATURE_BLOCKS = 3
SIGNATURE_WORDS = 14
RUNNING_CHARACTERS = 120
ENDS_SIGNATURE = frozenset({UnitKind.MAIL_HEAD, UnitKind.SALUTATION, UnitKind.COMMENT, UnitKind.LABEL})


def units(text: str, borders: Collection[int] = (), items: Collection[int] = ()) -> tuple[Unit, ...]:
    """The units of a page's text in reading order; together they cover every visible character.

    Args:
        text: The text of one page with its layout signs.
        borders: Offsets at which a cell begins although only a space stands before it, as the caller knows
            from the place of the words on the page.
        items: Offsets at which a line begins a list item although it bears no bullet.
    """
    for place in items:
        if text[place - 1 : place] == "\n":
            text = text[: place - 1] + ITEM_END + text[place:]
    blocks = [match for match in BLOCK.finditer(text) if match.group().strip()]
    found: list[Unit] = []
    signed = 0
    for index, block in enumerate(blocks):
        made = _block(text, (block.start(), block.end()), borders, (index, len(blocks)))
        if signed and _belongs_to_signature(text, made):
            signed -= 1
            made = tuple(replace(unit, kind=_signed(unit.kind)) for unit in made)
        else:
            signed = SIGNATURE_BLOCKS if made[-1].kind is UnitKind.SIGNATURE else 0
        found += made
    return tuple(_with_headings(text, found))


def _block(
    text: str, reach: tuple[int, int], borders: Collection[int], order: tuple[int, int]
) -> tuple[Unit, ...]:
    """The units of a paragraph or row; ``order``: its index and the number of blocks on the page."""
    index, count = order
    cells = tuple(_cells(text, reach, borders))
    if len(cells) > 1:
        return tuple(_row(text, cells, index))
    content = text[cells[0].start : cells[0].end]
    at_edge = index in (0, count - 1)
    if at_edge and len(content) <= RUNNING_CHARACTERS and RUNNING.search(content):
        return (Unit(start=cells[0].start, end=cells[0].end, kind=UnitKind.RUNNING, block=index),)
    return tuple(_units_of(text, runs_of_lines(text, cells[0], UnitKind.SENTENCE), index, 0))


def _cells(text: str, reach: tuple[int, int], borders: Collection[int]) -> Iterator[Piece]:
    """The cells of a block; a paragraph is one cell."""
    start, end = reach
    cuts = sorted({start, end, *(place for place in borders if start < place < end)})
    for low, high in itertools.pairwise(cuts):
        for match in CELL.finditer(text, low, high):
            if match.group().strip():
                yield trimmed(text, Piece(match.start(), match.end(), UnitKind.CELL))


def _row(text: str, cells: tuple[Piece, ...], block: int) -> Iterator[Unit]:
    """The units of a row of cells; in a row that names a field of a mail, its value is a mail head too."""
    mail = MAIL_FIELD.match(text, cells[0].start) is not None
    named = False
    for number, cell in enumerate(cells):
        field = MAIL_FIELD.match(text, cell.start, cell.end)
        first = UnitKind.MAIL_HEAD if field or named else None
        pieces = runs_of_lines(text, cell, UnitKind.SENTENCE, first) if mail else _cell(text, cell)
        yield from _units_of(text, pieces, block, number)
        named = MAIL_FIELD.fullmatch(text[cell.start : cell.end].rpartition("\n")[2]) is not None


def _cell(text: str, cell: Piece) -> Iterator[Piece]:
    """The pieces of a cell: a margin comment whole, else its lines."""
    if MARGIN_COMMENT.match(text, cell.start):
        yield replace(cell, kind=UnitKind.COMMENT)
    else:
        yield from runs_of_lines(text, cell, UnitKind.CELL)


def _belongs_to_signature(text: str, made: tuple[Unit, ...]) -> bool:
    """Whether a block below closing words is still name, function and address of who signs."""
    if any(unit.kind in ENDS_SIGNATURE or unit.cell for unit in made) or NOTE.match(text, made[0].start):
        return False
    return all(len(text[unit.start : unit.end].split()) <= SIGNATURE_WORDS for unit in made)


def _signed(kind: UnitKind) -> UnitKind:
    return kind if kind in (UnitKind.DISCLAIMER, UnitKind.RUNNING) else UnitKind.SIGNATURE


def _units_of(text: str, pieces: Iterator[Piece], block: int, cell: int) -> Iterator[Unit]:
    for piece in pieces:
        for part in parts_of(text, piece):
            yield Unit(start=part.start, end=part.end, kind=part.kind, block=block, cell=cell)


def _with_headings(text: str, found: list[Unit]) -> Iterator[Unit]:
    """The units, those that stand alone as a short line without a full stop turned into headings."""
    sizes: dict[int, int] = {}
    for unit in found:
        sizes[unit.block] = sizes.get(unit.block, 0) + 1
    last = found[-1].block if found else 0
    for unit in found:
        alone = sizes[unit.block] == 1 and unit.block < last
        yield replace(unit, kind=UnitKind.HEADING) if alone and _is_heading(text, unit) else unit


def _is_heading(text: str, unit: Unit) -> bool:
    content = text[unit.start : unit.end]
    if unit.kind not in (UnitKind.SENTENCE, UnitKind.LIST_ITEM) or content[0] in "•●▪◦‣·-–[":
        return False
    plain = NUMBERING.sub("", content, count=1)
    longest = INTRODUCTION_WORDS if plain.endswith(":") else HEADING_WORDS
    short = len(plain.split()) <= longest and "\n" not in plain
    return short and content[-1] not in ".;,!…" and plain[:1].isupper()
