"""Makes the written file anew: copies from the old file what the table allows, and nothing else.

In: an opened PDF whose pages and navigation have been cleaned. Out: a new PDF, and how much was left out, by
the codes of notes. Objects are reached from the pages and the catalogue only; each is made as the kind that
the table says it is. Fonts are written last, when it is known which of their characters are shown.

What cannot be copied safely (a filter that is not known, a stream that is damaged) raises, so that there is
no file.
"""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pikepdf

from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.scrub import colours, pictures
from lakmoes.pdf.scrub.content import ObjectKey, instructions_of, resources_of
from lakmoes.pdf.scrub.contents import Stream
from lakmoes.pdf.scrub.fonts import CodesNeeded, FontUse, Numberings, copied_font, write_fonts
from lakmoes.pdf.scrub.rules import GONE, rules_of, type_of
from lakmoes.pdf.scrub.table import DROPPED, NEEDLESS, ROLES, TAGS
from lakmoes.pdf.telltale import Telltale

SAYS_ITS_TYPE = frozenset(("layer", "membership", "content-reference", "object-reference"))
"""Kinds that are only taken for what they are when they say so."""
INHERITED = {"/MediaBox": "mediabox", "/CropBox": "cropbox", "/Rotate": "rotate"}
FITS = frozenset(f"/{name}" for name in ("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"))
DEEPEST_ROLE = 16
PROGRAM = 4
"""Type of functions that are programs (7.10.5)."""
UNKNOWN = "unknown-parts-removed"


Contents = Mapping[ObjectKey, Sequence[Instruction]]
"""The instructions of each page."""
StandIns = Mapping[ObjectKey, ObjectKey]
"""Page that left the file to the page that stands for it."""


def rebuilt(
    source: pikepdf.Pdf, contents: Contents, telltale: Telltale, stand_ins: StandIns | None = None
) -> tuple[pikepdf.Pdf, Counter[str]]:
    """The new file, and what was left out, by the codes of notes.

    Args:
        source: The old file.
        contents: What its pages show from now on.
        telltale: The redacted texts.
        stand_ins: Pages that are no longer among those of the source to the page that leads there now.

    Raises:
        pikepdf.PdfError: A part of the file is damaged.
        ValueError: A part of the file cannot be copied.
    """
    stand_ins = stand_ins or {}
    writer = _Writer(source, contents, telltale, stand_ins)
    try:
        writer.write()
    except CodesNeeded:
        writer = _Writer(source, contents, telltale, stand_ins, keeps_codes=True)
        writer.write()
    return writer.target, writer.found


class _Writer:
    """Copies objects from the old file to the new, each at most once for each kind."""

    def __init__(
        self,
        source: pikepdf.Pdf,
        contents: Contents,
        telltale: Telltale,
        stand_ins: StandIns,
        *,
        keeps_codes: bool = False,
    ) -> None:
        self._source = source
        self._stand_ins = stand_ins
        self._contents = contents
        self._telltale = telltale
        self.target = pikepdf.new()
        self.found: Counter[str] = Counter()
        self._copies: dict[tuple[ObjectKey, str], Any] = {}
        self._shown: dict[ObjectKey, Any] = {}
        self._waiting: deque[Callable[[], None]] = deque()
        self._fonts: dict[ObjectKey, FontUse] = {}
        self._fontless: set[bytes] = set()
        self._numberings = None if keeps_codes else Numberings()
        tags: Any = source.Root.get("/StructTreeRoot")
        has_tags = isinstance(tags, pikepdf.Dictionary)
        self._roles: Any = tags["/RoleMap"] if has_tags and "/RoleMap" in tags else pikepdf.Dictionary()
        self._names: dict[tuple[str, bytes], str] = {}
        self._special: Mapping[str, Callable[[Any], Any]] = {
            "page": self._page_reference,
            "place": self._place,
            "old-name": self._old_name,
            "shown": self._shown_object,
            "colour-space": lambda item: colours.copied(self, item),
            "profile": lambda item: self.stream("profile", item, colours.plain_profile),
            "function": self._function,
            "shading": self._shading,
            "data": lambda item: self.stream("", item, bytes),
            "form": lambda item: self.resource("object", item, pikepdf.Dictionary()),
            "image": lambda item: self.resource("object", item, pikepdf.Dictionary()),
            "font": lambda item: self._font(item, pikepdf.Dictionary()),
            "role": self._role,
            "identifier": self._identifier,
            "class": lambda item: self._neutral("C", item, pikepdf.Name),
            "classes": self._classes,
        }

    # --- the whole

    def write(self) -> None:
        """Makes the whole file."""
        for page in self._source.pages:
            made = self.target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page))
            self._copies[page.obj.objgen, "page"] = made
            self.target.pages.append(pikepdf.Page(made))
        for gone, other in self._stand_ins.items():
            self._copies[gone, "page"] = self._copies[other, "page"]
        for page in self._source.pages:
            self._page(page)
            self._drain()
        self._special_fonts()
        self.filled("catalogue", self._source.Root, self.target.Root)
        self._drain()
        if self._fontless and any(use.numbering for use in self._fonts.values()):
            raise CodesNeeded
        for use in self._fonts.values():
            use.texts |= self._fontless
        self.found["fonts-kept"] = write_fonts(self.target, self._fonts.values())

    def _drain(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def _page(self, page: pikepdf.Page) -> None:
        made = self._copies[page.obj.objgen, "page"]
        self.filled("page", page.obj, made)
        for key, attribute in INHERITED.items():
            if key not in page.obj and hasattr(page, attribute):
                copied = rules_of("page")[key](self, getattr(page, attribute))
                if copied is not GONE:
                    made[key] = copied
        stream = Stream(self, resources_of(page.obj))
        made["/Contents"] = self.target.make_stream(stream.written(self._contents[page.obj.objgen]))
        made["/Resources"] = stream.resources

    def _special_fonts(self) -> None:
        """Copies the drawn letters of Type 3 fonts that are shown, which may show others in turn."""
        while sum(use.draw(self.target) for use in list(self._fonts.values())):
            self._drain()

    # --- objects

    def part(self, kind: str, item: Any) -> Any:
        """The copy of an object of this kind, or ``GONE`` where it is none."""
        special = self._special.get(kind)
        if special:
            return special(item)
        if not isinstance(item, pikepdf.Dictionary) or not _is_of(kind, item):
            return GONE
        if not item.is_indirect:
            return self.filled(kind, item, pikepdf.Dictionary())
        key = (item.objgen, kind)
        if key not in self._copies:
            made = self.target.make_indirect(pikepdf.Dictionary())
            self._copies[key] = made
            if kind == "link":
                self._shown[item.objgen] = made
            self._waiting.append(lambda: self.filled(kind, item, made))
        return self._copies[key]

    def filled(self, kind: str, item: Any, made: Any) -> Any:
        """``made`` with the allowed keys of ``item``."""
        rules = rules_of(kind)
        free = rules.get("/*")
        for key, value in item.items():
            rule = rules.get(key, free)
            copied = GONE if rule is None else rule(self, value)
            if copied is GONE:
                self.drop(key)
            else:
                made[key] = copied
        return made

    def stream(self, kind: str, item: Any, convert: Callable[[bytes], bytes]) -> Any:
        """The copy of a stream of plain data, decoded, with the allowed keys of its kind."""
        if not isinstance(item, pikepdf.Stream):
            return GONE
        key = (item.objgen, f"{kind} stream")
        if key not in self._copies:
            made = self.target.make_stream(convert(item.read_bytes()))
            self._copies[key] = self.filled(kind, item, made) if kind else made
        return self._copies[key]

    def drop(self, key: str) -> None:
        """Counts something that is left out."""
        name = key.removeprefix("/")
        if name not in NEEDLESS:
            self.found[DROPPED.get(name, UNKNOWN)] += 1

    def text(self, item: Any) -> Any:
        """The copy of a string, ``GONE`` where it gives a redacted text away."""
        if self._telltale.within(str(item)):
            self.found["texts-removed"] += 1
            return GONE
        return pikepdf.String(bytes(item))

    def tag(self, name: str) -> str:
        """The tag of marked content in standard terms."""
        return name if name[1:] in TAGS else str(self._role(pikepdf.Name(name), "/Span"))

    # --- what streams draw with

    def resource(self, kind: str, item: Any, resources: Any) -> Any:
        """The copy of a resource, or ``GONE``."""
        if kind == "property":
            return self._property(item)
        if kind == "font":
            return self._font(item, resources)
        if kind == "pattern" and isinstance(item, pikepdf.Dictionary):
            return self.part("shading-pattern", item)
        if kind not in ("object", "pattern"):
            return self.part(kind, item)
        if not isinstance(item, pikepdf.Stream):
            return GONE
        kind = "tiling" if kind == "pattern" else "form" if item.get("/Subtype") == "/Form" else "image"
        return self._stream_object(kind, item, resources)

    def shows(self, font: Any, text: bytes) -> bytes:
        """The string as it is written in a font of the new file."""
        use = None if font is None else self._fonts.get(font.objgen)
        if use is not None:
            return use.shown(text)
        self._fontless.add(text)
        return text

    def _stream_object(self, kind: str, item: Any, resources: Any) -> Any:
        own = resources_of(item, resources)
        key = (item.objgen, kind if "/Resources" in item or kind == "image" else f"{kind} {_identity(own)}")
        if key not in self._copies:
            made = self.target.make_stream(b"")
            self._copies[key] = made
            self._shown.setdefault(item.objgen, made)
            self._waiting.append(lambda: self._fill_stream(kind, item, made, own))
        return self._copies[key]

    def _fill_stream(self, kind: str, item: Any, made: Any, resources: Any) -> None:
        self.filled(kind, item, made)
        if kind == "image":
            pictures.fill(item, made)
            return
        stream = Stream(self, resources)
        made.write(stream.written(instructions_of(item)))
        made["/Resources"] = stream.resources

    def _property(self, item: Any) -> Any:
        for kind in ("layer", "membership"):
            copied = self.part(kind, item)
            if copied is not GONE:
                return copied
        return self.part("properties", item)

    def _font(self, item: Any, resources: Any) -> Any:
        if not isinstance(item, pikepdf.Dictionary):
            return GONE
        key = (item.objgen, "font")
        if not item.is_indirect or key not in self._copies:
            made = copied_font(self, item, len(self._fonts))
            numbering = self._numberings.of(item) if self._numberings else None
            letters = Stream(self, resources_of(item, resources))
            self._fonts[made.objgen] = FontUse(item, made, letters, numbering)
            self._copies[key] = made
            return made
        return self._copies[key]

    def _function(self, item: Any) -> Any:
        if isinstance(item, pikepdf.Dictionary):
            return self.filled("function", item, pikepdf.Dictionary())
        is_program = isinstance(item, pikepdf.Stream) and item.get("/FunctionType") == PROGRAM
        return self.stream("function", item, colours.plain_program if is_program else bytes)

    def _shading(self, item: Any) -> Any:
        if isinstance(item, pikepdf.Dictionary):
            return self.filled("shading", item, pikepdf.Dictionary())
        return self.stream("shading", item, bytes)

    # --- what refers to something

    def _page_reference(self, item: Any) -> Any:
        known = isinstance(item, pikepdf.Dictionary) and item.is_indirect
        return self._copies.get((item.objgen, "page"), GONE) if known else GONE

    def _shown_object(self, item: Any) -> Any:
        known = isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and item.is_indirect
        return self._shown.get(item.objgen, GONE) if known else GONE

    def _place(self, item: Any) -> Any:
        if not isinstance(item, pikepdf.Array) or len(item) < 2:
            return GONE
        first = item[0] if isinstance(item[0], int) else self._page_reference(item[0])
        if first is GONE or not isinstance(item[1], pikepdf.Name) or str(item[1]) not in FITS:
            return GONE
        numbers = [part for part in list(item)[2:] if part is None or not isinstance(part, pikepdf.Object)]
        return pikepdf.Array([first, pikepdf.Name(str(item[1])), *numbers])

    def _old_name(self, item: Any) -> Any:
        known = isinstance(item, pikepdf.Name) and str(item) in self._source.Root.get("/Dests", {})
        return pikepdf.Name(str(item)) if known else GONE

    # --- structure

    def _role(self, item: Any, otherwise: str = "/NonStruct") -> Any:
        """The standard type that a type of elements stands for."""
        if not isinstance(item, pikepdf.Name):
            return GONE
        name = str(item)
        for _ in range(DEEPEST_ROLE):
            if name[1:] in ROLES:
                return pikepdf.Name(name)
            name = str(self._roles.get(name, otherwise))
        return pikepdf.Name(otherwise)

    def _identifier(self, item: Any) -> Any:
        if not isinstance(item, pikepdf.String):
            return GONE
        return self._neutral("e", item, pikepdf.String)

    def _neutral(self, letter: str, item: Any, make: Callable[[str], Any]) -> Any:
        """A name that says nothing in the place of one that someone thought of."""
        if not isinstance(item, pikepdf.Name | pikepdf.String):
            return GONE
        key = (letter, str(item).encode())
        slash = "/" if make is pikepdf.Name else ""
        return make(self._names.setdefault(key, f"{slash}{letter}{len(self._names) + 1}"))

    def _classes(self, item: Any) -> Any:
        if not isinstance(item, pikepdf.Dictionary):
            return GONE
        rule = rules_of("classes")["/*"]
        made = pikepdf.Dictionary()
        for key, value in item.items():
            copied = rule(self, value)
            if copied is not GONE:
                made[str(self._neutral("C", pikepdf.Name(key), pikepdf.Name))] = copied
        return made


def _is_of(kind: str, item: Any) -> bool:
    given, types = item.get("/Type"), type_of(kind)
    if given is None or not types:
        return kind not in SAYS_ITS_TYPE
    return str(given) in types


def _identity(resources: Any) -> str:
    return str(resources.objgen) if resources.is_indirect else resources.unparse().decode("latin-1")
