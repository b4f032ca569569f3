"""Type 1 programs with the shapes of the letters that are left.

In: a program as a PDF holds it (clear text, encrypted part, zeros) and what of it is shown. Out: the same
program without the other glyphs, and without comments and notices in its clear text (Adobe Type 1 Font
Format, 1990, chapters 2, 6 and 7).
"""

import re
from collections.abc import Iterator

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.eexec import decrypt, encrypt

from lakmoes.pdf.scrub.fonts.wanted import Wanted

EEXEC_KEY, CHAR_KEY = 55665, 4330
START = re.compile(rb"currentfile\s+eexec\s")
GLYPH = re.compile(rb"/([^\s/{}\[\]()<>]+)\s+(\d+)\s+(?:RD|-\||\S+)\s")
GLYPHS = re.compile(rb"/CharStrings\s+(\d+)\s+dict")
CODED = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
TEXT = re.compile(
    rb"/(?:version|Notice|Copyright|FullName|FamilyName|Weight)\s*\((?:[^()\\]|\\.|\([^()]*\))*\)\s*(?:readonly\s+)?(?:no)?def"
)
COMMENT = re.compile(rb"(?m)^%(?!!)[^\r\n]*")
LENGTH_OF_IV = re.compile(rb"/lenIV\s+(\d+)")
TRAILER = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"
NOTDEF = b".notdef"
SEAC = b"\x0c\x06"
"""Operator of a letter with an accent."""


def trimmed(data: bytes, wanted: Wanted) -> tuple[bytes, tuple[int, int, int]]:
    """The program with only the wanted shapes, and the lengths of its three parts.

    Raises:
        ValueError: It is damaged.
    """
    data = _joined(data)
    start = START.search(data)
    if start is None:
        raise ValueError("damaged font program")
    clear = COMMENT.sub(b"", TEXT.sub(b"", data[: start.end()]))
    private, _ = decrypt(_binary(data[start.end() :]), EEXEC_KEY)
    kept = _kept(clear, wanted)
    coded, _ = encrypt(_without_others(private, kept), EEXEC_KEY)
    return clear + coded + TRAILER, (len(clear), len(coded), len(TRAILER))


def _joined(data: bytes) -> bytes:
    """The parts of a program in the form of Windows (PFB), without their headers."""
    parts, position = [], 0
    while data[position : position + 1] == b"\x80" and data[position + 1 : position + 2] in (b"\1", b"\2"):
        size = int.from_bytes(data[position + 2 : position + 6], "little")
        parts.append(data[position + 6 : position + 6 + size])
        position += 6 + size
    return b"".join(parts) or data


def _binary(data: bytes) -> bytes:
    """The encrypted part, which may be written in hexadecimal digits."""
    if re.fullmatch(rb"[0-9A-Fa-f\s]{8}", data[:8]):
        digits = b"".join(data.split())
        digits = re.match(rb"(?:[0-9A-Fa-f]{2})*", digits)[0]  # type: ignore[index]  # matches always
        return bytes.fromhex(digits.decode())
    return data


def _kept(clear: bytes, wanted: Wanted) -> set[bytes]:
    own = {int(code): name for code, name in CODED.findall(clear)}
    names = {name.encode() for name in wanted.names} | {NOTDEF}
    for code in wanted.codes:
        names.add(own.get(code, b""))
        if not own and code < len(StandardEncoding):
            names.add(str(StandardEncoding[code]).encode())
    return names


def _without_others(private: bytes, kept: set[bytes]) -> bytes:
    head = GLYPHS.search(private)
    if head is None:
        raise ValueError("damaged font program")
    found = LENGTH_OF_IV.search(private)
    skipped = int(found[1]) if found else 4
    glyphs, end = _glyphs(private, head.end())
    for name in sorted(kept & glyphs.keys()):
        kept |= _parts(glyphs[name][1], skipped)
    stay = [whole for name, (whole, _) in glyphs.items() if name in kept]
    start = next((private.find(whole, head.end()) for whole, _ in glyphs.values()), end)
    opening = private[head.start() : start].replace(head[1], str(len(stay)).encode(), 1)
    return private[: head.start()] + opening + b"\n".join(stay) + private[end:]


def _glyphs(private: bytes, position: int) -> tuple[dict[bytes, tuple[bytes, bytes]], int]:
    """Each glyph as it is written with its charstring, and where they end."""
    glyphs: dict[bytes, tuple[bytes, bytes]] = {}
    end = position
    while True:
        found = GLYPH.search(private, end)
        if found is None or (glyphs and found.start() - end > 16):
            return glyphs, end
        finish = found.end() + int(found[2])
        closing = re.compile(rb"\s*(?:ND|\|-|noaccess\s+def|readonly\s+def|def|\S+)").match(private, finish)
        if closing is None:
            raise ValueError("damaged font program")
        glyphs[found[1]] = (private[found.start() : closing.end()], private[found.end() : finish])
        end = closing.end()


def _parts(content: bytes, skipped: int) -> set[bytes]:
    """The letter and the accent that a glyph is put together from (``seac``), if it is."""
    plain = bytes(decrypt(content, CHAR_KEY)[0][skipped:])
    if not plain.endswith(SEAC):
        return set()
    found = re.search(rb"((?:[\x20-\xf6]|[\xf7-\xfe].){2})\x0c\x06$", plain, re.DOTALL)
    if found is None:
        raise ValueError("damaged font program")
    return {str(StandardEncoding[code]).encode() for code in _numbers(found[1]) if 0 <= code < 256}


def _numbers(plain: bytes) -> Iterator[int]:
    """The numbers below 1132 that a piece of a charstring holds (6.2)."""
    place = 0
    while place < len(plain):
        sign = plain[place]
        if sign <= 246:
            yield sign - 139
            place += 1
        else:
            yield (sign - 247) * 256 + plain[place + 1] + 108 if sign <= 250 else -1
            place += 2
