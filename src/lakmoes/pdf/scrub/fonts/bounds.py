"""What a TrueType program says of its glyphs as a whole: measures of those that are left.

In: the shapes, widths and bearings of the glyphs of a program. Out: its tables ``head``, ``hhea`` and
``maxp`` with the extremes of these glyphs (OpenType 1.9); the extremes of all that once were there would tell
of a letter that was wider, higher or had more points. Limits of composite glyphs stay where there are any.
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

DATES, BOX, FORMAT_OF_PLACES = slice(20, 36), slice(36, 44), slice(50, 52)
"""Bytes of ``head``: when the font was made and changed, the box of all glyphs, how ``loca`` is written."""
EXTREMES = slice(10, 18)
"""Bytes of ``hhea``: widest advance, least bearings, furthest extent."""
POINTS, COMPOSED, COMPONENTS = slice(6, 10), slice(10, 14), slice(28, 32)
"""Bytes of ``maxp``: points and contours of glyphs, the same of composite ones, and their parts."""


class Metric(NamedTuple):
    """A glyph: its shape, advance width and left bearing."""

    shape: bytes
    advance: int
    bearing: int


class _Drawn(NamedTuple):
    contours: int
    box: tuple[int, int, int, int]
    metric: Metric


def measured(head: bytes, hhea: bytes, maxp: bytes, glyphs: Sequence[Metric]) -> dict[str, bytes]:
    """The three tables for these glyphs, each of which has a width of its own.

    Raises:
        struct.error: A shape is cut off.
    """
    drawn = [_drawn(glyph) for glyph in glyphs if len(glyph.shape) >= 10]
    return {
        "head": _head(head, drawn),
        "hhea": _hhea(hhea, glyphs, drawn),
        "maxp": _maxp(maxp, glyphs, drawn),
    }


def _drawn(glyph: Metric) -> _Drawn:
    contours, *box = struct.unpack_from(">5h", glyph.shape)
    return _Drawn(contours, (box[0], box[1], box[2], box[3]), glyph)


def _head(table: bytes, drawn: Sequence[_Drawn]) -> bytes:
    made = bytearray(table)
    made[DATES] = bytes(16)
    made[FORMAT_OF_PLACES] = (1).to_bytes(2)
    lows = [min((glyph.box[edge] for glyph in drawn), default=0) for edge in (0, 1)]
    highs = [max((glyph.box[edge] for glyph in drawn), default=0) for edge in (2, 3)]
    made[BOX] = struct.pack(">4h", *lows, *highs)
    return bytes(made)


def _hhea(table: bytes, glyphs: Sequence[Metric], drawn: Sequence[_Drawn]) -> bytes:
    made = bytearray(table)
    widest = max(glyph.advance for glyph in glyphs)
    left = min((glyph.metric.bearing for glyph in drawn), default=0)
    extents = [glyph.metric.bearing + glyph.box[2] - glyph.box[0] for glyph in drawn]
    rights = [glyph.metric.advance - extent for glyph, extent in zip(drawn, extents, strict=True)]
    limited = (
        max(-32768, min(value, 32767)) for value in (left, min(rights, default=0), max(extents, default=0))
    )
    made[EXTREMES] = struct.pack(">H3h", widest, *limited)
    made[34:36] = len(glyphs).to_bytes(2)
    return bytes(made)


def _maxp(table: bytes, glyphs: Sequence[Metric], drawn: Sequence[_Drawn]) -> bytes:
    made = bytearray(table)
    made[4:6] = len(glyphs).to_bytes(2)
    if len(made) < COMPONENTS.stop:
        return bytes(made)
    simple = [glyph for glyph in drawn if glyph.contours > 0]
    contours = max((glyph.contours for glyph in simple), default=0)
    made[POINTS] = struct.pack(">2H", max(map(_points, simple), default=0), contours)
    if all(glyph.contours >= 0 for glyph in drawn):
        made[COMPOSED] = made[COMPONENTS] = bytes(4)
    return bytes(made)


def _points(glyph: _Drawn) -> int:
    """How many points a simple glyph has: one more than the last of its last contour."""
    (last,) = struct.unpack_from(">H", glyph.metric.shape, 10 + 2 * (glyph.contours - 1))
    return int(last) + 1
