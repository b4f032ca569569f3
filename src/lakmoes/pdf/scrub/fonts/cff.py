"""CFF programs (Type 1C, CIDFontType0C) with the shapes of the letters that are left.

In: a bare CFF program, or one in OpenType, and what of it is shown. Out: a bare program without the other
glyphs, their names and the subroutines that only they called; without copyright and notices
(Adobe Technical Note 5176).
"""

import io
import logging
import struct
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont, TTLibError

from lakmoes.pdf.scrub.fonts.wanted import Wanted

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # its warnings quote the file

TEXTS = ("version", "Notice", "Copyright", "FullName", "FamilyName", "Weight", "UniqueID", "XUID")
NAME = "Lettertype"
NOTDEF = ".notdef"


FAULTS = (
    *(TTLibError, AssertionError, LookupError, AttributeError, TypeError, ValueError, OverflowError),
    struct.error,
)
"""What fontTools raises on programs that are not as they should be."""


def trimmed(data: bytes, wanted: Wanted) -> bytes:
    """The program with only the wanted shapes.

    Raises:
        ValueError: It is damaged.
    """
    try:
        if data[:4] == b"OTTO":
            data = TTFont(io.BytesIO(data), lazy=True).getTableData("CFF ")
        return _trimmed(data, wanted)
    except FAULTS as error:
        raise ValueError("damaged font program") from error


def _trimmed(data: bytes, wanted: Wanted) -> bytes:
    font_set = CFFFontSet()
    font_set.decompile(io.BytesIO(data), None, isCFF2=False)
    top = font_set[0]
    glyphs = top.CharStrings
    kept = _kept(top, wanted)
    kept |= {part for name in sorted(kept) for part in _accented(glyphs[name])} & set(top.charset)
    if wanted.places:
        _renumber(top, dict(wanted.places), kept)
    elif hasattr(top, "ROS") or not wanted.numbers:
        _remove(top, kept)
    else:
        _empty(top, kept)
    _forget(top)
    top.recalcFontBBox()
    font_set.fontNames = [NAME]
    font_set.remove_unused_subroutines()
    written = io.BytesIO()
    font_set.compile(written, TTFont(recalcBBoxes=False), isCFF2=False)
    return written.getvalue()


def _kept(top: Any, wanted: Wanted) -> set[str]:
    order = list(top.charset)
    numbers = wanted.numbers | {old for _, old in wanted.places}
    if hasattr(top, "ROS"):
        names = {f"cid{number:05d}" for number in numbers}
    else:
        names = {order[number] for number in numbers if number < len(order)} | set(wanted.names)
        names |= {_encoded(top, code) for code in wanted.codes}
    return {NOTDEF, order[0]} | (names & set(order))


def _encoded(top: Any, code: int) -> str:
    """The glyph of a code by the font's own encoding."""
    encoding = getattr(top, "Encoding", "StandardEncoding")
    if not isinstance(encoding, list):
        encoding = StandardEncoding
    return str(encoding[code]) if code < len(encoding) else NOTDEF


def _accented(glyph: T2CharString) -> list[str]:
    """The letters that an accented letter is put together from (Appendix C of the note)."""
    glyph.decompile()
    program = glyph.program
    if len(program) >= 5 and program[-1] == "endchar" and all(isinstance(n, int) for n in program[-3:-1]):
        return [str(StandardEncoding[code]) for code in program[-3:-1] if 0 <= code < 256]
    return []


def _remove(top: Any, kept: set[str]) -> None:
    order = list(top.charset)
    places = [place for place, name in enumerate(order) if name in kept]
    _arrange(top, places, [order[place] for place in places])
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [name if name in kept else NOTDEF for name in top.Encoding]


def _renumber(top: Any, places: dict[int, int], kept: set[str]) -> None:
    """Gives glyphs that are asked for by number their new ones; those that are not there stay undefined."""
    order = list(top.charset)
    if hasattr(top, "ROS"):
        at = {name: place for place, name in enumerate(order)}
        found = {new: at[name] for new, old in places.items() if (name := f"cid{old:05d}") in at}
        numbers = sorted(found.keys() | {0})
        _arrange(
            top,
            [found.get(new, 0) for new in numbers],
            [f"cid{new:05d}" if new else order[0] for new in numbers],
        )
        return
    given = [places.get(new, 0) for new in range(max(places) + 1)]
    given = [old if old < len(order) else 0 for old in given]
    given += [place for place, name in enumerate(order) if name in kept and place not in set(given)]
    # Letters that others are put together from are asked for by their names.
    parts = {part for place in given for part in _accented(top.CharStrings[order[place]])}
    names = [order[old] if not new or order[old] in parts else f"g{new}" for new, old in enumerate(given)]
    _arrange(top, given, names)


def _arrange(top: Any, places: list[int], names: list[str]) -> None:
    """Leaves the glyphs at these places, in this order and with these names."""
    glyphs, order = top.CharStrings, list(top.charset)
    for place in set(places):
        glyphs.getItemAndSelector(order[place])
    index = glyphs.charStringsIndex
    index.items = [index[place] for place in places]
    index.file = index.offsets = None
    if hasattr(top, "FDSelect"):
        top.FDSelect.format = None
        top.FDSelect.gidArray = [top.FDSelect[place] for place in places]
    glyphs.charStrings = {name: place for place, name in enumerate(names)}
    top.charset = names
    top.numGlyphs = len(names)


def _empty(top: Any, kept: set[str]) -> None:
    """Empties the glyphs of a font that is asked for them by their places."""
    glyphs = top.CharStrings
    for place, name in enumerate(top.charset):
        glyph = glyphs[name]
        if name not in kept:
            glyph.setProgram(["endchar"])
        glyphs.charStringsIndex.items[place] = glyph
    names = [name if name in kept else f"g{place}" for place, name in enumerate(top.charset)]
    top.charset = names
    glyphs.charStrings = {name: place for place, name in enumerate(names)}


def _forget(top: Any) -> None:
    for key in TEXTS:
        top.rawDict.pop(key, None)
        if hasattr(top, key):
            delattr(top, key)
    for part in getattr(top, "FDArray", ()):
        part.rawDict["FontName"] = NAME
        part.FontName = NAME
