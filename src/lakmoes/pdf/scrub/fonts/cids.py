"""What composite fonts say of single CIDs: widths, and numbers of glyphs.

In: arrays of widths and maps from CIDs to glyphs (ISO 32000-2, 9.7.4). Out: the same by CID, and back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf


def glyph_numbers(old: Any, cids: Iterable[int]) -> dict[int, int]:
    """The numbers of the glyphs of CIDs."""
    table = old.get("/CIDToGIDMap")
    if not isinstance(table, pikepdf.Stream):
        return {cid: cid for cid in cids}
    data = table.read_bytes()
    return {cid: int.from_bytes(data[2 * cid : 2 * cid + 2]) for cid in cids}


def table_of(numbers: Mapping[int, int]) -> bytes:
    """A map from CIDs to glyph numbers as a font has it."""
    table = bytearray(2 * (max(numbers, default=0) + 1))
    for cid, number in numbers.items():
        table[2 * cid : 2 * cid + 2] = number.to_bytes(2)
    return bytes(table)


def widths_by_cid(array: Any, size: int) -> dict[int, list[Any]]:
    """Widths by CID out of an array of runs (9.7.4.3)."""
    items, found, place = list(array), dict[int, list[Any]](), 0
    while place + 1 < len(items):
        first = int(items[place])
        if isinstance(items[place + 1], pikepdf.Array):
            values = list(items[place + 1])
            for step in range(len(values) // size):
                found[first + step] = values[step * size : (step + 1) * size]
            place += 2
        else:
            last = min(int(items[place + 1]), 0xFFFF)
            for cid in range(first, last + 1):
                found[cid] = items[place + 2 : place + 2 + size]
            place += 2 + size
    return found


def runs(widths: Mapping[int, list[Any]]) -> pikepdf.Array:
    """Widths by CID as an array of runs."""
    items: list[Any] = []
    previous = -2
    for cid in sorted(widths):
        if cid != previous + 1:
            items += [cid, []]
        items[-1] += widths[cid]
        previous = cid
    return pikepdf.Array([pikepdf.Array(item) if isinstance(item, list) else item for item in items])
