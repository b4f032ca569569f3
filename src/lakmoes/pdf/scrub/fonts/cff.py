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
    if hasattr(top, "ROS") or not wanted.numbers:
        _remove(top, kept)
    else:
        _empty(top, kept)
    _forget(top)
    font_set.fontNames = [NAME]
    font_set.remove_unused_subroutines()
    written = io.BytesIO()
    font_set.compile(written, TTFont(recalcBBoxes=False), isCFF2=False)
    return written.getvalue()


def _kept(top: Any, wanted: Wanted) -> set[str]:
    order = list(top.charset)
    if hasattr(top, "ROS"):
        names = {f"cid{number:05d}" for number in wanted.numbers}
    else:
        names = {order[number] for number in wanted.numbers if number < len(order)} | set(wanted.names)
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
    glyphs = top.CharStrings
    places = [place for place, name in enumerate(top.charset) if name in kept]
    for name in kept & set(top.charset):
        glyphs.getItemAndSelector(name)
    index = glyphs.charStringsIndex
    index.items = [index[place] for place in places]
    index.file = index.offsets = None
    if hasattr(top, "FDSelect"):
        top.FDSelect.format = None
        top.FDSelect.gidArray = [top.FDSelect[place] for place in places]
    names = [top.charset[place] for place in places]
    glyphs.charStrings = {name: place for place, name in enumerate(names)}
    top.charset = names
    top.numGlyphs = len(names)
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [name if name in kept else NOTDEF for name in top.Encoding]


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
