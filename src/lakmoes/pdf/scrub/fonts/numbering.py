"""New codes for the characters of a font, in the order in which remaining text shows them.

In: a font of the old file and the strings that are left, as they are written. Out: the strings in new codes,
and which code became which. Programs that write PDFs number the glyphs of a subset in the order of the text,
so that a number without a glyph tells where in the text a letter stood that is gone, and how many there were.
Numbers by the order of what is left tell nothing more than what is left.

Leaves fonts alone whose codes follow a standard (those with an encoding), which have no map to Unicode (then
readers may go by the code), or whose composite codes are not glyph numbers (ISO 32000-2, 9.7.4 and 9.7.5).
"""

import struct
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pikepdf

from lakmoes.pdf.scrub.fonts.copying import descendant_of

IDENTITIES = ("/Identity-H", "/Identity-V")
SPACE = 32
"""Code of simple fonts to which word spacing applies; it stays what it is."""

SYMBOLIC = 4
"""Flag of fonts whose codes are their own (9.8.2)."""
BY_CODE = frozenset(((1, 0), (3, 0)))
"""Platform and encoding of tables by which symbolic fonts find the glyph of a code (9.6.5.4)."""

Key = tuple[tuple[int, int], tuple[int, int], int]
"""Object of a program, object of its map from CIDs to glyphs, and bytes of a code."""


class CodesNeeded(Exception):  # noqa: N818 - a signal: the file is written again with the codes it had
    """The codes of the file cannot be changed: it shows strings in no font, or a program cannot be read."""


class Numbering:
    """The codes of one program.

    Args:
        size: Bytes of a code, 1 or 2.

    Attributes:
        numbers: Old codes to new ones.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self.numbers: dict[int, int] = {0: 0} if size > 1 else {SPACE: SPACE}
        self._free: Iterator[int] = (
            iter(range(1, 1 << 16)) if size > 1 else chain(range(1, SPACE), range(SPACE + 1, 256), (0,))
        )

    def rewritten(self, text: bytes) -> bytes:
        """The string in new codes; half a code at its end stays, for it shows nothing."""
        size, numbers = self._size, self.numbers
        codes = bytearray()
        for place in range(0, len(text) - size + 1, size):
            code = int.from_bytes(text[place : place + size])
            if code not in numbers:
                numbers[code] = next(self._free)
            codes += numbers[code].to_bytes(size)
        return bytes(codes) + text[len(codes) :]


def key_of(font: Any) -> Key | None:
    """What fonts share that must have one numbering; ``None`` for a font that keeps its codes."""
    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        return None
    inner = descendant_of(font)
    if inner is None:
        program = _program(font, ("/FontFile2",)) if _has_own_codes(font) else None
        return None if program is None or not _goes_by_code(program) else (program.objgen, (0, 0), 1)
    encoding = font.get("/Encoding")
    program = _program(inner, ("/FontFile2", "/FontFile3"))
    if program is None or (encoding is not None and str(encoding) not in IDENTITIES):
        return None
    table = inner.get("/CIDToGIDMap")
    return program.objgen, table.objgen if isinstance(table, pikepdf.Stream) else (0, 0), 2


def _program(font: Any, keys: tuple[str, ...]) -> Any:
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    return next((descriptor[key] for key in keys if isinstance(descriptor.get(key), pikepdf.Stream)), None)


def _has_own_codes(font: Any) -> bool:
    """Whether a simple font goes by codes that only it knows."""
    flags = font.get("/FontDescriptor", pikepdf.Dictionary()).get("/Flags", 0)
    return font.get("/Subtype") == "/TrueType" and "/Encoding" not in font and bool(int(flags) & SYMBOLIC)


def _goes_by_code(program: Any) -> bool:
    """Whether a TrueType program has tables by code, and none by Unicode."""
    data = program.read_bytes()
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        entries = (struct.unpack_from(">4sLL", data, 12 + 16 * place) for place in range(count))
        start = next(offset for tag, _, offset in entries if tag == b"cmap")
        (number,) = struct.unpack_from(">H", data, start + 2)
        kinds = {struct.unpack_from(">HH", data, start + 4 + 8 * place) for place in range(number)}
    except (struct.error, StopIteration):
        return False
    return bool(kinds) and kinds <= BY_CODE
