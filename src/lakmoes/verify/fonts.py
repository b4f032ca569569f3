"""Fonts of a written file: they may hold nothing of characters that no text of the file uses.

In: the nodes of a file and what its content streams show. Out: how many fonts hold more, by what they hold.
A subset that was made before redaction tells which characters stood in a document: in its map to Unicode, its
widths, its names of glyphs and its glyph programs (ISO 32000-2, 9.6 to 9.10). Fonts that are embedded whole,
and fonts that are not embedded, tell nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from lakmoes.verify.content import Contents, font_key
from lakmoes.verify.objects import Node
from lakmoes.verify.programs import count_drawn

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
NO_GLYPH = "/.notdef"

_SUBSET = re.compile(r"/[A-Z]{6}\+")


def telling_fonts(nodes: Iterable[Node], contents: Contents) -> Iterator[str]:
    """For each font that holds more than is used, what it does so with (``nl.FILE_FINDINGS``)."""
    programs: dict[tuple[int, int], Any] = {}
    shown: Counter[tuple[int, int]] = Counter()
    for font in (node.item for node in nodes if _is_font(node)):
        used = contents.used.get(font_key(font), set())
        if font.get("/Subtype") == "/Type3":
            yield from _in_names(font, used)
        elif _SUBSET.match(str(font.get("/BaseFont", ""))):
            yield from _in_names(font, used)
            yield from _in_map(font, used, contents)
            yield from _in_widths(font, used)
            program = _program(font)
            if program is not None:
                programs[program.objgen] = program
                shown[program.objgen] += _drawn(font, used, contents)
    for key, program in programs.items():
        if count_drawn(program.read_bytes()) > shown[key]:
            yield "font-glyphs"


def _is_font(node: Node) -> bool:
    if "/Type" not in node.keys or node.is_stream or node.item["/Type"] != "/Font":
        return False
    return not str(node.item.get("/Subtype", "")).startswith("/CIDFontType")


def _in_map(font: Any, used: set[int], contents: Contents) -> Iterator[str]:
    typeface = contents.typefaces.typeface(font)
    if typeface is not None and "/ToUnicode" in font and typeface.mapped() - used:
        yield "font-map"


def _in_widths(font: Any, used: set[int]) -> Iterator[str]:
    """Widths of single characters that are not used; ranges of one width tell nothing of one character."""
    if "/DescendantFonts" in font:
        # Glyph 0 stands for all that is missing.
        stated = _widths_by_character(font["/DescendantFonts"][0].get("/W", ())) - {0}
    else:
        first = int(font.get("/FirstChar", 0))
        missing = float(font.get("/FontDescriptor", {}).get("/MissingWidth", 0))
        widths = enumerate(font.get("/Widths", ()), first)
        stated = {code for code, width in widths if float(width) not in (0.0, missing)}
    if stated - used:
        yield "font-widths"


def _widths_by_character(array: Any) -> set[int]:
    """The characters with a width of their own (9.7.4.3)."""
    items = list(array)
    stated: set[int] = set()
    place = 0
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, pikepdf.Array):
            stated |= {code for code, width in enumerate(second, first) if float(width)}
            place += 2
        else:
            stated |= set(range(first, int(second) + 1)) if float(items[place + 2]) else set()
            place += 3
    return stated


def _in_names(font: Any, used: set[int]) -> Iterator[str]:
    """Names of glyphs for codes that are not used, and glyphs of Type 3 that no code names."""
    encoding = font.get("/Encoding")
    code, named = 0, {}
    for item in encoding.get("/Differences", ()) if isinstance(encoding, pikepdf.Dictionary) else ():
        if isinstance(item, pikepdf.Name):
            named[code] = str(item)
            code += 1
        else:
            code = int(item)
    if any(name != NO_GLYPH for code, name in named.items() if code not in used):
        yield "font-names"
    glyphs = {str(name) for name in font.get("/CharProcs", pikepdf.Dictionary()).keys()}  # noqa: SIM118
    if glyphs - {name for code, name in named.items() if code in used} - {NO_GLYPH}:
        yield "font-glyphs"


def _program(font: Any) -> Any:
    holder = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = holder.get("/FontDescriptor", pikepdf.Dictionary())
    return next((descriptor[key] for key in PROGRAMS if key in descriptor), None)


def _drawn(font: Any, used: set[int], contents: Contents) -> int:
    """How many characters that are used can have a glyph."""
    typeface = contents.typefaces.typeface(font)
    if typeface is None:
        return len(used)
    return sum(not text.isspace() for text in map(typeface.text_of, used))
