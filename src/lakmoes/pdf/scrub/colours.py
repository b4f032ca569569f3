"""Colour spaces, profiles and functions of the new file.

In: colour spaces of the old file. Out: copies with what colours depend on. Profiles lose their texts, names
and dates (ICC.1:2022, 7.2 and 9.2): only the tags that colours are computed from stay.
"""

import re
import struct
from collections.abc import Mapping
from typing import Any, Protocol

import pikepdf

from lakmoes.pdf.scrub.rules import GONE, Copier, rule_of
from lakmoes.pdf.scrub.table import COLORANTS, PLAIN_SPACES, SPACES

HEADER, ENTRY = 128, 12
COMPUTED = frozenset(
    (
        *(b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC"),
        *(b"bTRC", b"kTRC", b"wtpt", b"bkpt", b"chad", b"gamt", b"lumi"),
    )
)
"""Tags of a profile that colours are computed from."""
SILENCED = ((4, 8), (24, 36), (40, 44), (48, 56), (80, 128))
"""Bytes of a profile's header that name programs, devices and times, from and up to."""
NAMING = "profiel"
COMMENT = re.compile(rb"%[^\r\n]*")


class Writer(Copier, Protocol):
    """What colour spaces ask of the writer of the file."""

    target: pikepdf.Pdf


def copied(writer: Writer, item: Any) -> Any:
    """The copy of a colour space, ``GONE`` where it is none."""
    if isinstance(item, pikepdf.Name):
        return pikepdf.Name(str(item)) if str(item)[1:] in PLAIN_SPACES else GONE
    if not isinstance(item, pikepdf.Array) or not len(item) or not isinstance(item[0], pikepdf.Name):
        return GONE
    family = str(item[0])[1:]
    if family in PLAIN_SPACES and len(item) == 1:
        return pikepdf.Array([pikepdf.Name(f"/{family}")])
    rest = zip(SPACES.get(family, ()), list(item)[1:], strict=False)
    parts = [_part(writer, kind, part) for kind, part in rest]
    if not parts or any(part is GONE for part in parts):
        return GONE
    return pikepdf.Array([pikepdf.Name(f"/{family}"), *parts])


def _part(writer: Writer, kind: str, item: Any) -> Any:
    if kind == "colorant":
        return _colorant(item, 1)
    if kind == "[colorant]":
        return pikepdf.Array([_colorant(name, number) for number, name in enumerate(item, 1)])
    if kind == "lookup":
        data = item.read_bytes() if isinstance(item, pikepdf.Stream) else bytes(item)
        return pikepdf.String(data)
    return rule_of(kind)(writer, item)


def _colorant(item: Any, number: int) -> pikepdf.Name:
    """The name of an ink; one that someone thought of becomes a number."""
    name = str(item)
    return pikepdf.Name(name if name[1:] in COLORANTS else f"/Kleur{number}")


def plain_program(data: bytes) -> bytes:
    """A function that is a program, without comments."""
    return COMMENT.sub(b"", data)


def plain_profile(data: bytes) -> bytes:
    """The profile without texts, names and dates.

    Raises:
        ValueError: It is damaged.
    """
    tags = {name: content for name, content in _tags(data).items() if name in COMPUTED}
    header = bytearray(data[:HEADER])
    for start, end in SILENCED:
        header[start:end] = bytes(end - start)
    is_new = header[8] >= 4
    tags |= {b"desc": _text(b"desc", is_new), b"cprt": _text(b"cprt", is_new)}
    return _profile(header, tags)


def _tags(data: bytes) -> Mapping[bytes, bytes]:
    if len(data) < HEADER + 4 or data[36:40] != b"acsp":
        raise ValueError("not a colour profile")
    count = struct.unpack_from(">I", data, HEADER)[0]
    tags = {}
    for index in range(min(count, (len(data) - HEADER - 4) // ENTRY)):
        name, start, size = struct.unpack_from(">4sII", data, HEADER + 4 + index * ENTRY)
        tags[name] = data[start : start + size]
    return tags


def _profile(header: bytearray, tags: Mapping[bytes, bytes]) -> bytes:
    table, body = bytearray(struct.pack(">I", len(tags))), bytearray()
    start = HEADER + 4 + ENTRY * len(tags)
    places: dict[bytes, int] = {}
    for name, content in sorted(tags.items()):
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    header[0:4] = struct.pack(">I", start + len(body))
    return bytes(header + table + body)


def _text(name: bytes, is_new: bool) -> bytes:
    """A text that says nothing: profiles must have a name and a line on rights."""
    if is_new:
        data = NAMING.encode("utf-16-be")
        return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"nl", b"NL", len(data), 28) + data
    data = NAMING.encode("ascii") + b"\0"
    if name == b"cprt":
        return b"text" + bytes(4) + data
    return b"desc" + bytes(4) + struct.pack(">I", len(data)) + data + bytes(4 + 4 + 2 + 1 + 67)
