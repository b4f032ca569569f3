"""Encodings of simple fonts: from character codes to glyph names.

In: the encoding of a font as its dictionary gives it. Out: names for codes, and the part of the encoding that
the codes need (ISO 32000-2, 9.6.5).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf
from fontTools import agl
from fontTools.encodings.StandardEncoding import StandardEncoding

CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
BASES = frozenset((*CODECS, "/StandardEncoding", "/MacExpertEncoding"))
NOTDEF = ".notdef"


def differences_of(encoding: Any) -> dict[int, str]:
    """The codes that an encoding gives names of its own."""
    found: dict[int, str] = {}
    if not isinstance(encoding, pikepdf.Dictionary):
        return found
    code = 0
    for item in encoding.get("/Differences", ()):
        if isinstance(item, int):
            code = item
        elif isinstance(item, pikepdf.Name):
            found[code] = str(item)[1:]
            code += 1
    return found


def base_of(encoding: Any) -> str:
    """The name of the encoding that is followed, empty where it is the font's own."""
    if isinstance(encoding, pikepdf.Dictionary):
        encoding = encoding.get("/BaseEncoding")
    return str(encoding) if isinstance(encoding, pikepdf.Name) and str(encoding) in BASES else ""


def names_of(encoding: Any, codes: Iterable[int]) -> frozenset[str]:
    """The names of the glyphs that an encoding leads these codes to, by itself or by a standard one."""
    own, base = differences_of(encoding), base_of(encoding)
    names = {own.get(code) or _standard(base, code) for code in codes}
    return frozenset(names - {NOTDEF})


def characters_of(names: Iterable[str]) -> frozenset[int]:
    """The Unicode characters that glyphs of these names show."""
    return frozenset(ord(sign) for name in names for sign in agl.toUnicode(name))


def only(encoding: Any, codes: Iterable[int], renamed: Mapping[str, str]) -> Any:
    """The encoding with the names of these codes only; ``None`` where there is none."""
    base = base_of(encoding)
    own = {code: name for code, name in differences_of(encoding).items() if code in set(codes)}
    if not own:
        return pikepdf.Name(base) if base else None
    made = pikepdf.Dictionary(Type=pikepdf.Name.Encoding)
    if base:
        made["/BaseEncoding"] = pikepdf.Name(base)
    items: list[Any] = []
    for code, name in sorted(own.items()):
        items += [code, pikepdf.Name(f"/{renamed.get(name, name)}")]
    made["/Differences"] = pikepdf.Array(items)
    return made


def _standard(base: str, code: int) -> str:
    if base in CODECS:
        sign = bytes((code,)).decode(CODECS[base], "ignore")
        return agl.UV2AGL.get(ord(sign), NOTDEF) if sign else NOTDEF
    return str(StandardEncoding[code])
