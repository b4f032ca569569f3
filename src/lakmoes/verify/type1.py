"""Glyph programs of Type 1 fonts: which of them draw something.

In: the bytes of a program as a PDF holds it: clear text, an encrypted part, zeros (Adobe Type 1 Font Format,
1990, chapters 2, 6 and 7); also with the headers of Windows (PFB). Out: the names of the glyphs that are not
empty and are no part of an accented one. Draws nothing, and follows no subroutines: a glyph that calls one
counts as drawn.
"""

import re
from collections.abc import Iterator

from pdfminer.latin_enc import ENCODING

PRIVATE_KEY, GLYPH_KEY = 55665, 4330
FACTOR, ADDEND = 52845, 22719
START = re.compile(rb"currentfile\s+eexec\s")
RANDOM_BYTES = re.compile(rb"/lenIV\s+(-?\d+)")
GLYPH = re.compile(rb"/([^\s/{}\[\]()<>]+)\s+(\d+)\s+\S+ ")
HEXADECIMAL = re.compile(rb"[0-9A-Fa-f\s]{8}")
HEXADECIMAL_PAIRS = re.compile(rb"(?:[0-9A-Fa-f]{2})*")
NOTDEF = ".notdef"

ESCAPE = 12
ACCENTED = ESCAPE << 8 | 6
"""Operator that puts a letter together from two others by their codes (``seac``)."""
DRAWING = frozenset((5, 6, 7, 8, 10, 30, 31))
"""Lines, curves, and calls of subroutines."""
NUMBERS = 32
"""From here on a byte begins a number."""
STANDARD = {code: name for name, code, *_ in ENCODING if code is not None}
"""Names of glyphs by their codes in StandardEncoding, from which accented letters are put together."""


def is_type1(data: bytes) -> bool:
    """Whether a font program is of this kind."""
    return data.startswith((b"%!", b"\x80\1"))


def drawn_names(data: bytes) -> frozenset[str]:
    """Names of the glyphs that draw something by themselves.

    Raises:
        ValueError: The font cannot be read.
    """
    data = _without_headers(data)
    start = START.search(data)
    if start is None:
        raise ValueError("a font program cannot be read")
    private = decrypted(_as_bytes(data[start.end() :]), PRIVATE_KEY)
    place = private.find(b"/CharStrings")
    if place < 0:
        raise ValueError("a font program has no glyphs")
    found = RANDOM_BYTES.search(private)
    skipped = int(found[1]) if found else 4
    drawn, parts = set(), set()
    for name, content in _glyphs(private, place + len(b"/CharStrings")):
        plain = decrypted(content, GLYPH_KEY)[skipped:] if skipped >= 0 else content
        for operator, numbers in _operators(plain):
            if operator in DRAWING or operator == ACCENTED:
                drawn.add(name)
            if operator == ACCENTED:
                parts |= {STANDARD.get(code, NOTDEF) for code in numbers[-2:]}
    return frozenset(drawn - parts - {NOTDEF})


def decrypted(data: bytes, key: int) -> bytes:
    """The bytes before encryption, with the random ones that they begin with (chapter 7)."""
    plain = bytearray()
    for byte in data:
        plain.append(byte ^ (key >> 8))
        key = ((byte + key) * FACTOR + ADDEND) & 0xFFFF
    return bytes(plain)


def _without_headers(data: bytes) -> bytes:
    parts, place = [], 0
    while data[place : place + 2] in (b"\x80\1", b"\x80\2"):
        size = int.from_bytes(data[place + 2 : place + 6], "little")
        parts.append(data[place + 6 : place + 6 + size])
        place += 6 + size
    return b"".join(parts) or data


def _as_bytes(data: bytes) -> bytes:
    """The encrypted part, which may be written in hexadecimal digits."""
    if not HEXADECIMAL.fullmatch(data[:8]):
        return data
    digits = re.sub(rb"\s", b"", data)
    end = next(
        (place for place, digit in enumerate(digits) if digit not in b"0123456789abcdefABCDEF"), len(digits)
    )
    return bytes.fromhex(digits[: end // 2 * 2].decode("ascii"))


def _glyphs(private: bytes, place: int) -> Iterator[tuple[str, bytes]]:
    """Each glyph's name with its encrypted program."""
    while found := GLYPH.search(private, place):
        place = found.end() + int(found[2])
        yield found[1].decode("latin-1"), private[found.end() : place]


def _operators(plain: bytes) -> Iterator[tuple[int, list[int]]]:
    """The operators of a glyph, escaped ones in two bytes, with the numbers before each."""
    numbers: list[int] = []
    place = 0
    while place < len(plain):
        sign = plain[place]
        if sign >= NUMBERS:
            number, place = _number(plain, place)
            numbers.append(number)
            continue
        place += 1
        if sign == ESCAPE and place < len(plain):
            sign, place = ESCAPE << 8 | plain[place], place + 1
        yield sign, numbers
        numbers = []


def _number(plain: bytes, place: int) -> tuple[int, int]:
    """A number of a glyph program, and where it ends (6.2)."""
    sign = plain[place]
    if sign <= 246:
        return sign - 139, place + 1
    if sign == 255:
        return int.from_bytes(plain[place + 1 : place + 5], signed=True), place + 5
    low = plain[place + 1] if place + 1 < len(plain) else 0
    return ((sign - 247) * 256 + low + 108 if sign <= 250 else -(sign - 251) * 256 - low - 108), place + 2
