"""TrueType programs with the shapes of the letters that are left.

In: a program and what of it is shown. Out: a program in which all other glyphs are empty and of no width, at
the numbers they had; with the tables that readers of PDF need (ISO 32000-2, 9.9.1) and no names, layout rules
or dates. Shapes are not read, only moved together (OpenType 1.9, ``glyf``, ``loca``, ``hmtx``).
"""

import io
import logging
import struct
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.sfnt import SFNTWriter

from lakmoes.pdf.scrub.fonts.wanted import Wanted

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # its warnings quote the file

TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
"""Tables that stay, in this order; ``cmap`` where characters are asked for."""
SYMBOLS = range(0xF000, 0xF100)
"""Where fonts with symbols have their character codes."""
NOTDEF = 0
DATES, FORMAT_OF_PLACES = slice(20, 36), slice(50, 52)
"""Bytes of ``head``: when the font was made and changed, and how ``loca`` is written."""
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
    kept = (
        {NOTDEF}
        | named
        | wanted.numbers
        | {int(name[1:]) for _, map_ in characters for name in map_.values()}
    )
    tables |= _with_shapes(tables, {number for number in kept if number < count}, count)
    head = bytearray(tables["head"])
    head[DATES] = bytes(16)
    head[FORMAT_OF_PLACES] = (1).to_bytes(2)
    tables["head"] = bytes(head)
    if characters:
        tables["cmap"] = _written_characters(font, characters)
    return _written(tables, font.sfntVersion)


def _with_shapes(tables: Mapping[str, bytes], kept: set[int], count: int) -> dict[str, bytes]:
    """The tables of shapes and widths with those of the kept glyphs and of their parts."""
    is_long = tables["head"][FORMAT_OF_PLACES] != b"\0\0"
    places = np.frombuffer(tables["loca"], ">u4" if is_long else ">u2")[: count + 1].astype(int)
    places = places * (1 if is_long else 2)
    glyf = tables["glyf"]
    shapes = {
        number: glyf[places[number] : places[number + 1]] for number in range(min(count, len(places) - 1))
    }
    whole = _with_parts(shapes, kept)
    stay = [shapes.get(number, b"") if number in whole else b"" for number in range(count)]
    stay = [shape + bytes(-len(shape) % 4) for shape in stay]
    ends = np.cumsum([0, *map(len, stay)])
    return {
        "glyf": b"".join(stay) or b"\0",
        "loca": ends.astype(">u4").tobytes(),
        "hmtx": _widths(tables, whole, count),
    }


def _with_parts(shapes: Shapes, kept: set[int]) -> set[int]:
    """The glyphs with those that they are put together from."""
    whole, waiting = set(kept), list(kept)
    while waiting:
        for number in _parts(shapes.get(waiting.pop(), b"")):
            if number not in whole:
                whole.add(number)
                waiting.append(number)
    return whole


def _parts(shape: bytes) -> Iterator[int]:
    """The numbers of the glyphs that a composite one is put together from."""
    if len(shape) < 10 or shape[0] < 0x80:
        return
    position, more = 10, True
    while more:
        flags, number = struct.unpack_from(">HH", shape, position)
        yield number
        position += 4 + (4 if flags & WORDS else 2)
        position += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        more = bool(flags & MORE)


def _widths(tables: Mapping[str, bytes], whole: set[int], count: int) -> bytes:
    """Widths and bearings, zero for glyphs that are gone."""
    pairs = int.from_bytes(tables["hhea"][34:36])
    values = np.frombuffer(tables["hmtx"][: 4 * pairs + 2 * max(count - pairs, 0)], ">u2").copy()
    gone = np.array([number not in whole for number in range(count)])
    # The last width is that of all glyphs after it.
    last = np.concatenate([gone[: pairs - 1], [gone[pairs - 1 :].all()]]) if 0 < pairs <= count else gone
    widths = values[: 2 * pairs : 2]
    widths[last[: len(widths)]] = 0
    bearings = np.concatenate([values[1 : 2 * pairs : 2], values[2 * pairs :]])
    bearings[gone[: len(bearings)]] = 0
    values[1 : 2 * pairs : 2], values[2 * pairs :] = bearings[: len(widths)], bearings[len(widths) :]
    return values.tobytes()


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
    return [
        (table, {code: name for code, name in table.cmap.items() if _is_wanted(code, table, wanted)})
        for table in font["cmap"].tables
        if hasattr(table, "cmap")
    ]


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
