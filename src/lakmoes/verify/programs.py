"""Glyph programs of embedded fonts: which of them draw something.

In: the bytes of a TrueType, OpenType, CFF or Type 1 font. Out: the numbers of the glyphs that are not empty
and are no part of another one, or how many there are. Reads only what is needed for that (OpenType 1.9: head,
loca, glyf; Adobe Technical Notes 5176, CFF, and 5177, Type 2 charstrings).
"""

import struct
from collections.abc import Iterator
from itertools import pairwise

from lakmoes.verify.type1 import drawn_names, is_type1

COMPOSITE_MORE, COMPOSITE_WORDS = 0x20, 0x01
SCALES = ((0x08, 2), (0x40, 4), (0x80, 8))
"""Flags of a part of a composite glyph, and the bytes of its scale."""
END = 14
SHORT, LONG = 28, 255
CHARSTRINGS = 17
"""Operator of a CFF top dictionary."""


def count_drawn(data: bytes) -> int:
    """How many glyphs draw something by themselves, apart from that for what is missing.

    Raises:
        ValueError: The font cannot be read.
    """
    return len(drawn_names(data)) if is_type1(data) else len(drawn_glyphs(data) - {0})


def drawn_glyphs(data: bytes) -> frozenset[int]:
    """Numbers of the glyphs that draw something by themselves.

    Raises:
        ValueError: The font cannot be read.
    """
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO", b"typ1"):
            tables = _tables(data)
            return _cff(tables["CFF "]) if "CFF " in tables else _true_type(tables)
        return _cff(data)
    except (struct.error, KeyError, IndexError) as error:
        raise ValueError("a font program cannot be read") from error


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        tables[tag.decode("latin-1")] = data[offset : offset + length]
    return tables


def _true_type(tables: dict[str, bytes]) -> frozenset[int]:
    (is_long,) = struct.unpack_from(">h", tables["head"], 50)
    loca, glyf = tables["loca"], tables["glyf"]
    offsets: tuple[int, ...]
    if is_long:
        offsets = struct.unpack(f">{len(loca) // 4}L", loca[: len(loca) // 4 * 4])
    else:
        offsets = tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2]))
    drawn, parts = set(), set()
    for number, (start, end) in enumerate(pairwise(offsets)):
        if end - start < 10:
            continue
        (contours,) = struct.unpack_from(">h", glyf, start)
        if contours:
            drawn.add(number)
        if contours < 0:
            parts |= set(_parts(glyf, start + 10))
    return frozenset(drawn - parts)


def _parts(glyf: bytes, place: int) -> Iterator[int]:
    """The glyphs that a composite is made of."""
    flags = COMPOSITE_MORE
    while flags & COMPOSITE_MORE:
        flags, number = struct.unpack_from(">HH", glyf, place)
        yield number
        place += 4 + (4 if flags & COMPOSITE_WORDS else 2)
        place += next((size for flag, size in SCALES if flags & flag), 0)


def _cff(data: bytes) -> frozenset[int]:
    _, place = _index(data, data[2])
    tops, _ = _index(data, place)
    strings, _ = _index(data, _offset_of_charstrings(tops[0]))
    return frozenset(number for number, string in enumerate(strings) if _draws(string))


def _index(data: bytes, place: int) -> tuple[list[bytes], int]:
    """The items of an INDEX, and where it ends."""
    (count,) = struct.unpack_from(">H", data, place)
    if not count:
        return [], place + 2
    size = data[place + 2]
    table = data[place + 3 : place + 3 + size * (count + 1)]
    offsets = [int.from_bytes(table[start : start + size], "big") for start in range(0, len(table), size)]
    base = place + 2 + size * (count + 1)
    items = [data[base + start : base + end] for start, end in pairwise(offsets)]
    return items, base + offsets[-1]


def _offset_of_charstrings(dictionary: bytes) -> int:
    """The operand of the operator CharStrings."""
    place, last = 0, 0
    while place < len(dictionary):
        sign = dictionary[place]
        if sign == CHARSTRINGS:
            return last
        if sign == 12:
            place += 2
        elif sign <= 21:
            place += 1
        else:
            last, place = _operand(dictionary, place)
    raise ValueError("a font program has no glyphs")


def _operand(data: bytes, place: int) -> tuple[int, int]:
    """A number of a dictionary, real ones as 0, and where it ends."""
    sign = data[place]
    if sign == 28:
        return int.from_bytes(data[place + 1 : place + 3], "big", signed=True), place + 3
    if sign == 29:
        return int.from_bytes(data[place + 1 : place + 5], "big", signed=True), place + 5
    if sign == 30:
        end = place + 1
        while (data[end] & 0x0F) != 0x0F and (data[end] >> 4) != 0x0F:
            end += 1
        return 0, end + 1
    if sign <= 246:
        return sign - 139, place + 1
    high = (
        (sign - 247) * 256 + data[place + 1] + 108
        if sign <= 250
        else -(sign - 251) * 256 - data[place + 1] - 108
    )
    return high, place + 2


def _draws(charstring: bytes) -> bool:
    """Whether a charstring has any operator before its end."""
    place = 0
    while place < len(charstring):
        sign = charstring[place]
        if sign < 32 and sign != SHORT:
            # With four numbers before it, and a width, the end builds an accented letter of two others.
            return sign != END or place >= 5
        place += 3 if sign == SHORT else 5 if sign == LONG else 2 if sign > 246 else 1
    return False
