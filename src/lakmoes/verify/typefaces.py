"""Fonts of a file, read by a library of their own: what each code says, and how wide it is.

In: a font of a PDF opened with pikepdf. Out: codes with their text and advance. pdfminer.six gives the
meaning: encodings, CMaps, ToUnicode maps, standard widths (ISO 32000-2, 9.6 to 9.10). It shares no code with
the library that writes the files nor with the one that renders them.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

# Its remarks on odd fonts may hold text of a document.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)

UNKNOWN = "\ufffd"
"""Text of a code of which a font does not say what it means."""
UNREAD = frozenset(("/Resources", "/CharProcs", "/Parent", "/Metadata"))
DEEPEST = 12
SHORT = 2
"""Bytes of strings that are decoded once: many files show their letters one by one."""
ASCENT, DESCENT = 0.75, -0.25
"""Heights above and below the baseline, of fonts that state none, in font sizes."""


class Typeface:
    """One font: how its strings are read."""

    def __init__(self, item: Any, manager: PDFResourceManager) -> None:
        self._font = manager.get_font(None, _plain(item))
        self._known: dict[int, tuple[int, str, float]] = {}
        self._strings: dict[bytes, Sequence[tuple[int, str, float]]] = {}
        self.is_vertical = bool(self._font.is_vertical())
        self.has_spaces = not self._font.is_multibyte()
        """Whether code 32 is a space to which word spacing applies."""
        low, high = self._font.get_descent(), self._font.get_ascent()
        self.middle = (low + high) / 2 if high > low else (ASCENT + DESCENT) / 2
        """Height of the middle of its letters above the baseline, in font sizes."""

    def read(self, data: bytes) -> Sequence[tuple[int, str, float]]:
        """Each code of a string with its text and its advance in font sizes."""
        return self._strings.get(data) or self._decode(data)

    def _decode(self, data: bytes) -> Sequence[tuple[int, str, float]]:
        known = self._known
        signs = [known.get(code) or self._learn(code) for code in self._font.decode(data)]
        if len(data) <= SHORT:
            self._strings[data] = signs
        return signs

    def text_of(self, code: int) -> str:
        """What one code says."""
        return (self._known.get(code) or self._learn(code))[1]

    def _learn(self, code: int) -> tuple[int, str, float]:
        self._known[code] = (code, self._text(code), float(self._font.char_width(code)))
        return self._known[code]

    def mapped(self) -> frozenset[int]:
        """The codes that its ToUnicode map gives a meaning."""
        found: Any = getattr(self._font, "unicode_map", None)
        return frozenset(getattr(found, "cid2unichr", ()))

    def _text(self, code: int) -> str:
        try:
            return str(self._font.to_unichr(code)) or UNKNOWN
        except PDFUnicodeNotDefined:
            return UNKNOWN


class Typefaces:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._manager = PDFResourceManager(caching=False)
        self._read: dict[object, Typeface | None] = {}

    def typeface(self, item: Any) -> Typeface | None:
        """The font, or ``None`` where it cannot be read."""
        key = item.objgen if item.is_indirect else item.unparse()
        if key not in self._read:
            try:
                self._read[key] = Typeface(item, self._manager)
            except Exception:  # noqa: BLE001 - a library for broken files raises anything; unread is said by its caller
                self._read[key] = None
        return self._read[key]


def _plain(item: Any, depth: int = 0) -> Any:
    """A pikepdf object as pdfminer has it, with all that it refers to, streams decoded."""
    if depth > DEEPEST:
        return None
    if isinstance(item, pikepdf.Stream):
        entries = _entries(item.stream_dict.items(), depth, ("/Filter", "/DecodeParms"))
        return PDFStream(entries, item.read_bytes())
    if isinstance(item, pikepdf.Dictionary):
        return _entries(item.items(), depth)
    if isinstance(item, pikepdf.Array):
        return [_plain(part, depth + 1) for part in item.as_list()]
    return _simple(item)


def _simple(item: Any) -> Any:
    if isinstance(item, pikepdf.Name):
        return LIT(str(item)[1:])
    if isinstance(item, pikepdf.String):
        return bytes(item)
    return item if isinstance(item, (int, bool, type(None))) else float(item)


def _entries(items: Iterable[tuple[Any, Any]], depth: int, left_out: tuple[str, ...] = ()) -> dict[str, Any]:
    skipped = UNREAD.union(left_out)
    return {str(key)[1:]: _plain(value, depth + 1) for key, value in items if str(key) not in skipped}
