"""TrueType programs with the shapes of the letters that are left.

In: a program and what of it is shown. Out: a program without all other glyphs, its glyphs in the order of the
codes or numbers that text asks for them by; where these are not known, the others are empty and of no width
at the numbers they had. It has the tables that readers of PDF need (ISO 32000-2, 9.9.1) and no names, layout
rules or dates. Shapes are not read, only moved together (OpenType 1.9, ``glyf``, ``loca``, ``hmtx``).
"""

import io
import logging
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.sfnt import SFNTWriter

from lakmoes.pdf.scrub.fonts.bounds import FORMAT_OF_PLACES, Metric, measured
from lakmoes.pdf.scrub.fonts.wanted import Wanted

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # its warnings quote the file

TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
"""Tables that stay, in this order; ``cmap`` where characters are asked for."""
SYMBOLS = range(0xF000, 0xF100)
"""Where fonts with symbols have their character codes."""
NOTDEF = 0
WORDS, SCALE, TWO_SCALES, MATRIX, MORE = 0x0001, 0x0008, 0x0040, 0x0080, 0x0020
"""Flags of a part of a composite glyph."""

Shapes = Mapping[int, bytes]


def trimmed(data: bytes, wanted: Wanted) -> bytes:
    """The program with only the wanted shapes.

    Raises:
        ValueError: It is damaged.
    """
    try:
        return _trimmed(TTFont(io.BytesIO(data), lazy=True), wanted)
    except (TTLibError, AssertionError, LookupError, AttributeError, TypeError, struct.error) as error:
        raise ValueError("damaged font program") from error


def _trimmed(font: TTFont, wanted: Wanted) -> bytes:
    tables = {tag: bytes(font.reader[tag]) for tag in TABLES if tag in font.reader}
    count = int.from_bytes(tables["maxp"][4:6])
    named = {number for name in wanted.names if (number := _number_of(font, name)) is not None}
    font.setGlyphOrder([f"g{number}" for number in range(count)])
    characters = _characters(font, wanted)
    by_code = _in_order_of_codes(characters)
    shapes = _shapes(tables, count)
    if wanted.places:
        places = dict(wanted.places)
        order = [places.get(number, NOTDEF) for number in range(max(places) + 1)]
    elif wanted.numbers or named - set(by_code):
        order = list(range(count))
    else:
        order = [NOTDEF, *(number for number in by_code if number != NOTDEF)]
    kept = {NOTDEF, *named, *wanted.numbers, *by_code, *(old for _, old in wanted.places)}
    whole = _with_parts(shapes, sorted(number for number in kept if number < count))
    order += [number for number in whole if number not in set(order)]
    tables |= _with_shapes(tables, shapes, _Order(order, frozenset(whole)))
    if characters:
        font.setGlyphOrder([f"g{number}" for number in order])
        tables["cmap"] = _written_characters(font, characters)
    return _written(tables, font.sfntVersion)


class _Order:
    """The old number of each new glyph, and which of them are kept."""

    def __init__(self, numbers: Sequence[int], kept: frozenset[int]) -> None:
        self.numbers = numbers
        self.kept = kept
        self.new = {old: new for new, old in reversed(list(enumerate(numbers)))}


def _in_order_of_codes(characters: Iterable[tuple[Any, dict[int, str]]]) -> list[int]:
    """The glyphs that characters lead to, by their first codes."""
    codes = sorted((code, int(name[1:])) for _, map_ in characters for code, name in map_.items())
    return list(dict.fromkeys(number for _, number in codes))


def _shapes(tables: Mapping[str, bytes], count: int) -> Shapes:
    is_long = tables["head"][FORMAT_OF_PLACES] != b"\0\0"
    places = np.frombuffer(tables["loca"], ">u4" if is_long else ">u2")[: count + 1].astype(int)
    places = places * (1 if is_long else 2)
    glyf = tables["glyf"]
    return {
        number: glyf[places[number] : places[number + 1]] for number in range(min(count, len(places) - 1))
    }


def _with_shapes(tables: Mapping[str, bytes], shapes: Shapes, order: _Order) -> dict[str, bytes]:
    """The tables that have an entry for each glyph, or say something of all."""
    stay = [_renumbered(shapes.get(old, b""), order) if old in order.kept else b"" for old in order.numbers]
    padded = [shape + bytes(-len(shape) % 4) for shape in stay]
    ends = np.cumsum([0, *map(len, padded)])
    widths = _widths(tables, order)
    metrics = [Metric(shape, *width) for shape, width in zip(stay, widths, strict=True)]
    return {
        **measured(tables["head"], tables["hhea"], tables["maxp"], metrics),
        "glyf": b"".join(padded) or b"\0",
        "loca": ends.astype(">u4").tobytes(),
        "hmtx": b"".join(struct.pack(">Hh", *width) for width in widths),
    }


def _renumbered(shape: bytes, order: _Order) -> bytes:
    """A shape whose parts, if it has any, have their new numbers."""
    made = bytearray(shape)
    for position, number in _parts(shape):
        struct.pack_into(">H", made, position, order.new.get(number, NOTDEF))
    return bytes(made)


def _with_parts(shapes: Shapes, kept: Iterable[int]) -> list[int]:
    """The glyphs with those that they are put together from, each once."""
    waiting = list(kept)
    whole = dict.fromkeys(waiting)
    for number in waiting:
        for _, part in _parts(shapes.get(number, b"")):
            if part not in whole:
                whole[part] = None
                waiting.append(part)
    return list(whole)


def _parts(shape: bytes) -> Iterator[tuple[int, int]]:
    """Where a composite glyph names each glyph that it is put together from, and its number."""
    if len(shape) < 10 or shape[0] < 0x80:
        return
    position, more = 10, True
    while more:
        flags, number = struct.unpack_from(">HH", shape, position)
        yield position + 2, number
        position += 4 + (4 if flags & WORDS else 2)
        position += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        more = bool(flags & MORE)


def _widths(tables: Mapping[str, bytes], order: _Order) -> list[tuple[int, int]]:
    """The advance and the bearing of each glyph, zero for those that are gone."""
    pairs, data = int.from_bytes(tables["hhea"][34:36]), tables["hmtx"]
    found = []
    for old in order.numbers:
        # The last width is that of all glyphs after it.
        width = 4 * min(old, pairs - 1)
        bearing = 4 * old + 2 if old < pairs else 4 * pairs + 2 * (old - pairs)
        is_there = old in order.kept and pairs
        advance = int.from_bytes(data[width : width + 2]) if is_there else 0
        side = int.from_bytes(data[bearing : bearing + 2], signed=True) if is_there else 0
        found.append((advance, side))
    return found


def _number_of(font: TTFont, name: str) -> int | None:
    """The number of a glyph by its name, where the font has names."""
    if "post" not in font or font["post"].formatType != 2:
        return None
    order = font["post"].glyphOrder
    return order.index(name) if name in order else None


def _characters(font: TTFont, wanted: Wanted) -> list[tuple[Any, dict[int, str]]]:
    """The tables of characters, each with those that are wanted and their glyphs."""
    if not wanted.codes or "cmap" not in font:
        return []  # asked by glyph number only
    tables = [table for table in font["cmap"].tables if hasattr(table, "cmap")]
    if wanted.recoded:
        return [(table, _recoded(table.cmap, dict(wanted.recoded))) for table in tables]
    return [
        (table, {code: name for code, name in table.cmap.items() if _is_wanted(code, table, wanted)})
        for table in tables
    ]


def _recoded(glyphs: Mapping[int, str], codes: Mapping[int, int]) -> dict[int, str]:
    """The characters of a table of codes, by their new codes."""
    found = {}
    for code, name in glyphs.items():
        base = SYMBOLS.start if code in SYMBOLS else 0
        if code - base in codes:
            found[base + codes[code - base]] = name
    return found


def _is_wanted(code: int, table: Any, wanted: Wanted) -> bool:
    if code in wanted.codes or (code in SYMBOLS and code & 0xFF in wanted.codes):
        return True
    if table.platformID == 1:
        return code < 256 and ord(bytes((code,)).decode("mac_roman")) in wanted.characters
    return code in wanted.characters


def _written_characters(font: TTFont, characters: list[tuple[Any, dict[int, str]]]) -> bytes:
    for table, kept in characters:
        table.cmap = kept
    font["cmap"].tables = [table for table, _ in characters]
    return bytes(font["cmap"].compile(font))


def _written(tables: Mapping[str, bytes], version: str) -> bytes:
    file = io.BytesIO()
    writer = SFNTWriter(file, len(tables), version)
    for tag, data in tables.items():
        writer[tag] = data
    writer.close()
    return file.getvalue()
