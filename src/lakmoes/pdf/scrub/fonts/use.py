"""What fonts of the new file show, and the parts of them that depend on it.

In: a font of the old file, its copy and the strings that are shown in it. Out: nothing; the copy has the
widths, the encoding, the map to Unicode and the program of the characters in those strings only. A program
that several fonts share is written once, with what any of them shows. One of which it cannot be told what is
shown (a character map that is only named, a damaged program) stays whole and is counted.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

import pikepdf

from lakmoes.pdf.scrub.content import ObjectKey, instructions_of
from lakmoes.pdf.scrub.fonts import cff, cmaps, truetype, type1
from lakmoes.pdf.scrub.fonts.cids import glyph_numbers, runs, table_of, widths_by_cid
from lakmoes.pdf.scrub.fonts.copying import descendant_of
from lakmoes.pdf.scrub.fonts.encoding import characters_of, names_of, only
from lakmoes.pdf.scrub.fonts.numbering import IDENTITIES, CodesNeeded, Key, Numbering, key_of
from lakmoes.pdf.scrub.fonts.wanted import Wanted

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
TYPE3 = "/Type3"


class Letters(Protocol):
    """The streams that draw the letters of a font, with the resources they share."""

    resources: Any

    def written(self, instructions: Iterable[Any]) -> bytes:
        """A stream as it is written."""
        ...


@dataclass(slots=True)
class FontUse:
    """A font of the old file and its copy.

    Attributes:
        item: The font of the old file.
        made: Its copy.
        letters: The streams of a Type 3 font.
        numbering: Its new codes; ``None`` where it keeps those it had.
        texts: The strings that are shown in it, in the old codes.
        drawn: Letters of a Type 3 font that are copied: the names they had to the streams.
    """

    item: Any
    made: Any
    letters: Letters
    numbering: Numbering | None = None
    texts: set[bytes] = field(default_factory=set)
    drawn: dict[str, Any] = field(default_factory=dict)

    def shown(self, text: bytes) -> bytes:
        """Notes that a string is shown; out comes the string as it is written."""
        self.texts.add(text)
        return self.numbering.rewritten(text) if self.numbering else text

    def draw(self, target: pikepdf.Pdf) -> bool:
        """Copies drawn letters that are shown and not yet copied; out comes whether there were any."""
        if self.item.get("/Subtype") != TYPE3:
            return False
        procedures = self.item.get("/CharProcs", pikepdf.Dictionary())
        shown = names_of(self.item.get("/Encoding"), self._codes())
        fresh = sorted(name for name in shown - set(self.drawn) if f"/{name}" in procedures)
        for name in fresh:
            instructions = instructions_of(procedures[f"/{name}"])
            self.drawn[name] = target.make_stream(self.letters.written(instructions))
        return bool(fresh)

    def write(self, target: pikepdf.Pdf) -> Wanted | None:
        """Writes all but the program; out comes what is wanted of that, ``None`` for all of it."""
        if "/DescendantFonts" in self.made:
            return self._write_composite(target)
        codes = self._codes()
        renamed = {name: f"a{number}" for number, name in enumerate(sorted(self.drawn), 1)}
        encoding = only(self.item.get("/Encoding"), codes, renamed)
        if encoding is not None:
            self.made["/Encoding"] = encoding
        if self.drawn or self.item.get("/Subtype") == TYPE3:
            streams = {f"/{renamed[name]}": stream for name, stream in sorted(self.drawn.items())}
            self.made["/CharProcs"] = pikepdf.Dictionary(streams)
            self.made["/Resources"] = self.letters.resources
        self._write_widths(codes)
        self._write_unicode(target, {bytes((code,)) for code in codes}, 1)
        if self.numbering:
            recoded = frozenset((code, self._new(code)) for code in codes)
            return Wanted(codes=frozenset(codes), recoded=recoded)
        names = names_of(self.item.get("/Encoding"), codes)
        return Wanted(codes=frozenset(codes), names=names, characters=characters_of(names))

    def program(self) -> tuple[str, Any, Any]:
        """The key and stream of the font's program, and the copy of its descriptor."""
        item, made = self.item, self.made
        if "/DescendantFonts" in made:
            item, made = descendant_of(item), made["/DescendantFonts"][0]
        descriptor = item.get("/FontDescriptor", pikepdf.Dictionary())
        for key in PROGRAMS:
            if isinstance(descriptor.get(key), pikepdf.Stream) and "/FontDescriptor" in made:
                return key, descriptor[key], made["/FontDescriptor"]
        return "", None, None

    def _new(self, code: int) -> int:
        """The new one of a code."""
        return self.numbering.numbers.get(code, code) if self.numbering else code

    def _codes(self) -> list[int]:
        return sorted({code for text in self.texts for code in text})

    def _write_widths(self, codes: list[int]) -> None:
        widths, first = self.item.get("/Widths"), self.item.get("/FirstChar", 0)
        if not isinstance(widths, pikepdf.Array) or not codes:
            return
        given = [code for code in codes if 0 <= code - first < len(widths)]
        shown = {self._new(code): widths[code - first] for code in given}
        if shown:
            low, high = min(shown), max(shown)
            self.made["/FirstChar"], self.made["/LastChar"] = low, high
            self.made["/Widths"] = pikepdf.Array([shown.get(code, 0) for code in range(low, high + 1)])

    def _write_unicode(self, target: pikepdf.Pdf, codes: set[bytes], length: int) -> None:
        given = self.item.get("/ToUnicode")
        if not isinstance(given, pikepdf.Stream):
            return
        texts = cmaps.parsed(given.read_bytes()).texts
        if length == 1:
            texts = {code[-1:]: text for code, text in texts.items() if not any(code[:-1])}
        given_codes = (code for code in codes if code in texts)
        shown = {self._new(int.from_bytes(code)).to_bytes(len(code)): texts[code] for code in given_codes}
        if shown:
            self.made["/ToUnicode"] = target.make_stream(cmaps.unicode_map(shown, length))

    def _write_composite(self, target: pikepdf.Pdf) -> Wanted | None:
        encoding, inner = self.item.get("/Encoding"), self.made["/DescendantFonts"][0]
        if isinstance(encoding, pikepdf.Name) and str(encoding) not in IDENTITIES:
            self._keep_whole(target)
            return None
        codes, cids = self._cids(target, encoding)
        self._write_unicode(target, codes, max((len(code) for code in codes), default=2))
        old = descendant_of(self.item)
        for key, size in (("/W", 1), ("/W2", 3)):
            if isinstance(old.get(key), pikepdf.Array):
                widths = widths_by_cid(old[key], size)
                inner[key] = runs({self._new(cid): widths[cid] for cid in cids if cid in widths})
        numbers = glyph_numbers(old, cids)
        if self.numbering:
            # The glyphs are numbered like the codes.
            inner["/CIDToGIDMap"] = pikepdf.Name.Identity
            places = frozenset((self._new(cid), number) for cid, number in numbers.items())
            return Wanted(places=places)
        if isinstance(old.get("/CIDToGIDMap"), pikepdf.Stream):
            inner["/CIDToGIDMap"] = target.make_stream(table_of(numbers))
        return Wanted(numbers=frozenset(numbers.values()))

    def _cids(self, target: pikepdf.Pdf, encoding: Any) -> tuple[set[bytes], set[int]]:
        """The codes and CIDs that are shown; also writes the encoding."""
        if isinstance(encoding, pikepdf.Stream):
            cmap = cmaps.parsed(encoding.read_bytes())
            codes = {code for text in self.texts for code in cmap.codes_in(text)}
            shown = {code: cmap.cids[code] for code in codes if code in cmap.cids}
            vertical = encoding.get("/WMode", 0) == 1
            stream = target.make_stream(cmaps.code_map(shown, cmap.spaces, vertical))
            stream["/Type"], stream["/CMapName"] = pikepdf.Name.CMap, pikepdf.Name("/Lakmoes")
            stream["/CIDSystemInfo"] = pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
            self.made["/Encoding"] = stream
            return codes, {0, *shown.values()}
        self.made["/Encoding"] = pikepdf.Name(str(encoding) if encoding is not None else IDENTITIES[0])
        codes = {code for text in self.texts for code in cmaps.IDENTITY.codes_in(text)}
        return codes, {0, *(int.from_bytes(code) for code in codes)}

    def _keep_whole(self, target: pikepdf.Pdf) -> None:
        self.made["/Encoding"] = pikepdf.Name(str(self.item["/Encoding"]))
        inner, old = self.made["/DescendantFonts"][0], descendant_of(self.item)
        for key in ("/W", "/W2"):
            if isinstance(old.get(key), pikepdf.Array):
                widths = widths_by_cid(old[key], 1 if key == "/W" else 3)
                inner[key] = runs(widths)
        given = self.item.get("/ToUnicode")
        if isinstance(given, pikepdf.Stream):
            texts = cmaps.parsed(given.read_bytes()).texts
            self.made["/ToUnicode"] = target.make_stream(cmaps.unicode_map(texts, 2))


class Numberings:
    """The new codes of the fonts of a file; fonts that share a program share them."""

    def __init__(self) -> None:
        self._known: dict[Key, Numbering] = {}

    def of(self, font: Any) -> Numbering | None:
        """The numbering of a font of the old file; ``None`` where it keeps its codes."""
        key = key_of(font)
        return None if key is None else self._known.setdefault(key, Numbering(key[2]))


def write_fonts(target: pikepdf.Pdf, uses: Iterable[FontUse]) -> int:
    """Writes what depends on the text that is shown; out comes how many programs stayed whole.

    Raises:
        CodesNeeded: A font with new codes has a program that cannot be read.
    """
    wanted: dict[tuple[ObjectKey, int], Wanted | None] = {}
    holders: dict[tuple[ObjectKey, int], list[tuple[str, Any, Any]]] = defaultdict(list)
    for use in uses:
        part = use.write(target)
        key, program, descriptor = use.program()
        if program is None:
            continue
        # Fonts with codes of their own get a program of their own.
        place = (program.objgen, id(use.numbering) if use.numbering else 0)
        known = wanted.get(place, Wanted())
        wanted[place] = None if known is None or part is None else known | part
        holders[place].append((key, program, descriptor))
    return sum(_write_program(target, found, wanted[place]) for place, found in holders.items())


def _write_program(target: pikepdf.Pdf, holders: list[tuple[str, Any, Any]], wanted: Wanted | None) -> bool:
    """Writes a program for all its fonts; out comes whether it stayed whole."""
    key, program, _ = holders[0]
    data = program.read_bytes()
    try:
        if wanted is None:
            raise ValueError("what is shown of this program is not known")
        made_key, stream = _trimmed(target, key, data, str(program.get("/Subtype", "")), wanted)
        whole = False
    except ValueError as error:
        if wanted is not None and (wanted.places or wanted.recoded):
            raise CodesNeeded from error
        made_key, stream, whole = key, _as_it_is(target, key, program), True
    for _, _, descriptor in holders:
        descriptor[made_key] = stream
    return whole


def _trimmed(target: pikepdf.Pdf, key: str, data: bytes, subtype: str, wanted: Wanted) -> tuple[str, Any]:
    if key == "/FontFile":
        program, lengths = type1.trimmed(data, wanted)
        stream = target.make_stream(program)
        stream["/Length1"], stream["/Length2"], stream["/Length3"] = lengths
        return key, stream
    if key == "/FontFile2" or (subtype == "/OpenType" and data[:4] != b"OTTO"):
        stream = target.make_stream(truetype.trimmed(data, wanted))
        stream["/Length1"] = len(stream.read_bytes())
        return "/FontFile2", stream
    stream = target.make_stream(cff.trimmed(data, wanted))
    is_composite = bool(wanted.numbers or wanted.places)
    stream["/Subtype"] = pikepdf.Name.CIDFontType0C if is_composite else pikepdf.Name.Type1C
    return key, stream


def _as_it_is(target: pikepdf.Pdf, key: str, program: Any) -> Any:
    stream = target.make_stream(program.read_bytes())
    for name in ("/Length1", "/Length2", "/Length3"):
        if isinstance(program.get(name), int):
            stream[name] = program[name]
    if key == "/FontFile3" and str(program.get("/Subtype", "")) in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        stream["/Subtype"] = pikepdf.Name(str(program["/Subtype"]))
    return stream
