"""How many bytes of a string are one glyph.

In: a font of a PDF. Out: a function that cuts strings into the codes of their glyphs. A simple font has one
byte a glyph; a composite one as its CMap says (ISO 32000-2, 9.7.5 and 9.7.6.2): two bytes in almost all
files, else what the code space ranges of a CMap in the file give.
"""

import re
from collections.abc import Sequence
from typing import Any

import pikepdf

from lakmoes.errors import RedactionError
from lakmoes.pdf.typeset import Split

TWO_BYTES = re.compile(r"/(Identity|.*(UCS2|UTF16))-[HV]")
"""Names of CMaps of which every code that is in use has two bytes."""
RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")


def split_of(font: Any) -> Split:
    """How strings in a font are cut.

    Raises:
        RedactionError: The font has a CMap that is not known here.
    """
    if not isinstance(font, pikepdf.Dictionary) or font.get("/Subtype") != pikepdf.Name.Type0:
        return _by_one
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        return _Ranges(encoding.read_bytes()).split
    if TWO_BYTES.fullmatch(str(encoding)):
        return _by_two
    raise RedactionError("font-not-read")


def _by_one(string: bytes) -> Sequence[bytes]:
    return [string[place : place + 1] for place in range(len(string))]


def _by_two(string: bytes) -> Sequence[bytes]:
    return [string[place : place + 2] for place in range(0, len(string), 2)]


class _Ranges:
    """The code space ranges of a CMap in the file."""

    def __init__(self, data: bytes) -> None:
        found = [pair for block in RANGES.findall(data) for pair in RANGE.findall(block)]
        pairs = [(bytes.fromhex(low.decode()), bytes.fromhex(high.decode())) for low, high in found]
        alike = {pair for pair in pairs if len(pair[0]) == len(pair[1])}
        self._ranges = sorted(alike, key=lambda pair: (len(pair[0]), pair))
        if not self._ranges:
            raise RedactionError("font-not-read")

    def split(self, string: bytes) -> Sequence[bytes]:
        """The codes of a string."""
        codes, place = [], 0
        while place < len(string):
            length = self._length(string[place:])
            codes.append(string[place : place + length])
            place += length
        return codes

    def _length(self, rest: bytes) -> int:
        for low, high in self._ranges:
            code = rest[: len(low)]
            inside = (a <= byte <= b for a, byte, b in zip(low, code, high, strict=False))
            if len(code) == len(low) and all(inside):
                return len(low)
        return len(self._ranges[0][0])
