"""TrueType programs with the shapes of the letters that are left.

In: a program and what of it is shown. Out: a program in which all other glyphs are empty and of no width, at
the numbers they had; with the tables that readers of PDF need (ISO 32000-2, 9.9.1) and no names, layout rules
or dates.
"""

import io
import logging
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph

from lakmoes.pdf.scrub.fonts.wanted import Wanted

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # its warnings quote the file

TABLES = frozenset(("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep", "cmap"))
VERTICAL = frozenset(("vhea", "vmtx"))
SYMBOLS = range(0xF000, 0xF100)
"""Where fonts with symbols have their character codes."""
NOTDEF = 0


def trimmed(data: bytes, wanted: Wanted) -> bytes:
    """The program with only the wanted shapes.

    Raises:
        ValueError: It is damaged.
    """
    try:
        font = TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        return _trimmed(font, wanted)
    except (TTLibError, AssertionError, LookupError, AttributeError, TypeError, OverflowError) as error:
        raise ValueError("damaged font program") from error


def _trimmed(font: TTFont, wanted: Wanted) -> bytes:
    named = {number for name in wanted.names if (number := _number_of(font, name)) is not None}
    count = font["maxp"].numGlyphs
    order = [f"g{number}" for number in range(count)]
    font.setGlyphOrder(order)
    tables = _mapped(font, wanted)
    kept = {NOTDEF} | named | wanted.numbers | {number for table in tables for number in table.values()}
    kept = _with_parts(font, kept & set(range(count)))
    _empty_others(font, order, kept)
    _write_characters(font, wanted, order, kept)
    for tag in font.keys():  # noqa: SIM118 - no mapping
        if tag not in TABLES and tag != "GlyphOrder":
            del font[tag]
    font["head"].created = font["head"].modified = 0
    written = io.BytesIO()
    font.save(written, reorderTables=False)
    return written.getvalue()


def _number_of(font: TTFont, name: str) -> int | None:
    """The number of a glyph by its name, where the font has names."""
    if "post" not in font or font["post"].formatType != 2:
        return None
    order = font["post"].glyphOrder
    return order.index(name) if name in order else None


def _mapped(font: TTFont, wanted: Wanted) -> list[dict[int, int]]:
    """For each table of characters those that are wanted, with the numbers of their glyphs."""
    if "cmap" not in font:
        return []
    return [
        {code: font.getGlyphID(name) for code, name in table.cmap.items() if _is_wanted(code, table, wanted)}
        for table in font["cmap"].tables
        if hasattr(table, "cmap")
    ]


def _is_wanted(code: int, table: Any, wanted: Wanted) -> bool:
    if code in wanted.codes or (code in SYMBOLS and code & 0xFF in wanted.codes):
        return True
    if table.platformID == 1:
        return code < 256 and ord(bytes((code,)).decode("mac_roman")) in wanted.characters
    return code in wanted.characters


def _with_parts(font: TTFont, kept: set[int]) -> set[int]:
    """The glyphs with those that they are put together from."""
    glyphs = font["glyf"].glyphs
    whole, waiting = set(kept), list(kept)
    while waiting:
        for name in _parts(font, glyphs[f"g{waiting.pop()}"]):
            number = int(name[1:])
            if number not in whole:
                whole.add(number)
                waiting.append(number)
    return whole


def _parts(font: TTFont, glyph: Glyph) -> Iterator[str]:
    yield from glyph.getComponentNames(font["glyf"])


def _empty_others(font: TTFont, order: list[str], kept: set[int]) -> None:
    glyphs, widths = font["glyf"].glyphs, font["hmtx"].metrics
    for number, name in enumerate(order):
        if number not in kept:
            glyphs[name] = Glyph(b"")
            if name in widths:
                widths[name] = (0, 0)


def _write_characters(font: TTFont, wanted: Wanted, order: list[str], kept: set[int]) -> None:
    if "cmap" not in font:
        return
    if not wanted.codes:
        del font["cmap"]  # asked by glyph number only
        return
    names = {order[number] for number in kept}
    tables = [table for table in font["cmap"].tables if hasattr(table, "cmap")]
    for table in tables:
        table.cmap = {
            code: name
            for code, name in table.cmap.items()
            if name in names and _is_wanted(code, table, wanted)
        }
    font["cmap"].tables = tables
