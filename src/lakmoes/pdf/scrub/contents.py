"""Content streams of the new file: the operators of the allow-list, with neutral names of resources.

In: the instructions of a stream of the old file and its resources. Out: the stream as it is written, the
resources that it names, and for each font the strings that it shows. Comments, operators that no reader
knows, marked points and keys of property lists that the table does not name are not copied.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import pikepdf

from lakmoes.pdf.linework import Instruction
from lakmoes.pdf.scrub.rules import GONE
from lakmoes.pdf.scrub.syntax import written
from lakmoes.pdf.scrub.table import INLINE, OPERATORS, PLAIN_SPACES, TAGS

CATEGORIES: Mapping[str, tuple[str, str]] = {
    "/Font": ("F", "font"),
    "/XObject": ("X", "object"),
    "/ExtGState": ("G", "graphics-state"),
    "/ColorSpace": ("C", "colour-space"),
    "/Pattern": ("P", "pattern"),
    "/Shading": ("S", "shading"),
    "/Properties": ("M", "property"),
}
"""Category of resources to the letter its new names begin with, and the kind of object."""
UNKNOWN = pikepdf.Name("/N0")
"""Stands for what the resources lack; what names it shows nothing, as before."""
NUMBERED = frozenset(("/MCID",))
MARKING = frozenset(("MP", "DP", "BX", "EX"))
"""Operators that mark points, and that allow for others that a reader does not know."""


class Writer(Protocol):
    """What streams ask of the writer of the file."""

    def resource(self, kind: str, item: Any, resources: Any) -> Any:
        """The copy of a resource, or ``GONE``; ``resources`` are those of the stream that names it."""
        ...

    def filled(self, kind: str, item: Any, made: Any) -> Any:
        """``made`` with the allowed keys of ``item``."""
        ...

    def shows(self, font: Any, text: bytes) -> bytes:
        """The string as it is written in a font of the new file; ``None`` where no font was set."""
        ...

    def drop(self, key: str) -> None:
        """Counts something that is left out."""
        ...

    def tag(self, name: str) -> str:
        """The tag of marked content, with its slash, in standard terms."""
        ...


class Stream:
    """The copy of one content stream."""

    def __init__(self, writer: Writer, resources: Any) -> None:
        self._writer = writer
        self._old = resources
        self._names: dict[tuple[str, str], pikepdf.Name] = {}
        self.resources = pikepdf.Dictionary()
        self._font: Any = None
        self._fonts: dict[str, Any] = {}
        self._saved: list[Any] = []
        self._handlers: Mapping[str, Callable[[Any], Any]] = {
            "q": self._save,
            "Q": self._restore,
            "Tf": self._set_font,
            "gs": self._set_state,
            "Tj": self._show_last,
            "'": self._show_last,
            '"': self._show_last,
            "TJ": self._show_pieces,
            "Do": lambda operands: [self._name("/XObject", operands[0])],
            "sh": lambda operands: [self._name("/Shading", operands[0])],
            "cs": self._colour_space,
            "CS": self._colour_space,
            "scn": self._colour,
            "SCN": self._colour,
            "BMC": self._tagged,
            "BDC": self._mark,
            "INLINE IMAGE": self._inline,
        }

    def written(self, instructions: Iterable[Instruction]) -> bytes:
        """The stream as it is written."""
        self._font, self._saved = None, []
        kept: list[Any] = []
        for operands, operator in instructions:
            if operator not in OPERATORS:
                self._writer.drop(operator if operator in MARKING else "operator")
                continue
            handler = self._handlers.get(operator)
            changed = handler(operands) if handler else None
            kept.append((operands if changed is None else changed, operator))
        return written(kept)

    def _save(self, _operands: Any) -> None:
        self._saved.append(self._font)

    def _restore(self, _operands: Any) -> None:
        if self._saved:
            self._font = self._saved.pop()

    def _set_font(self, operands: Any) -> Any:
        if len(operands) != 2:
            return None
        name = self._name("/Font", operands[0])
        self._font = self._font_of(name)
        return [name, operands[1]]

    def _set_state(self, operands: Any) -> Any:
        name = self._name("/ExtGState", operands[0])
        state = self._made("/ExtGState", name)
        if state is not None and "/Font" in state:
            self._font = state["/Font"][0]
        return [name]

    def _show_last(self, operands: Any) -> Any:
        if not operands:
            return None
        return [*list(operands)[:-1], self._writer.shows(self._font, bytes(operands[-1]))]

    def _show_pieces(self, operands: Any) -> Any:
        # A string of the file, or one that was set anew; or a number.
        return [
            [
                self._writer.shows(self._font, bytes(item)) if hasattr(item, "__bytes__") else item
                for item in operands[0]
            ]
        ]

    def _colour_space(self, operands: Any) -> Any:
        name = str(operands[0])
        return None if name[1:] in PLAIN_SPACES else [self._name("/ColorSpace", operands[0])]

    def _colour(self, operands: Any) -> Any:
        if not len(operands) or not isinstance(operands[-1], pikepdf.Name):
            return None
        return [*list(operands)[:-1], self._name("/Pattern", operands[-1])]

    def _tagged(self, operands: Any) -> Any:
        given = str(operands[0])
        if given[1:] in TAGS:
            return None
        return [pikepdf.Name(self._writer.tag(given)), *list(operands)[1:]]

    def _mark(self, operands: Any) -> Any:
        properties = operands[1]
        if isinstance(properties, pikepdf.Dictionary):
            if properties.keys() <= NUMBERED:
                return self._tagged(operands)
            kept = self._writer.filled("properties", properties, pikepdf.Dictionary())
        else:
            kept = self._name("/Properties", properties)
        tag = self._writer.tag(str(operands[0]))
        return [pikepdf.Name(tag), pikepdf.Dictionary() if kept == UNKNOWN else kept]

    def _inline(self, operands: Any) -> Any:
        picture = operands[0]
        items: list[Any] = []
        for key, value in picture.obj.items():
            if key[1:] not in INLINE:
                self._writer.drop(key)
                continue
            is_space = key in ("/CS", "/ColorSpace") and isinstance(value, pikepdf.Name)
            if is_space and str(value)[1:] not in PLAIN_SPACES:
                value = self._name("/ColorSpace", value)  # noqa: PLW2901 - the name it has from here on
            items += [pikepdf.Name(key), value]
        # pikepdf has no other way to the bytes as they are.
        return [pikepdf.PdfInlineImage(image_data=picture._data, image_object=tuple(items))]

    def _name(self, category: str, given: Any) -> pikepdf.Name:
        """The new name of a resource."""
        key = (category, str(given))
        if key not in self._names:
            self._names[key] = self._copied(category, str(given))
        return self._names[key]

    def _copied(self, category: str, given: str) -> pikepdf.Name:
        letter, kind = CATEGORIES[category]
        holder = self._old.get(category)
        item = holder.get(given) if isinstance(holder, pikepdf.Dictionary) else None
        made = GONE if item is None else self._writer.resource(kind, item, self._old)
        if made is GONE:
            return UNKNOWN
        names = self.resources.get(category)
        if names is None:
            self.resources[category] = names = pikepdf.Dictionary()
            names = self.resources[category]
        name = pikepdf.Name(f"/{letter}{len(names.keys()) + 1}")
        names[str(name)] = made
        return name

    def _font_of(self, name: pikepdf.Name) -> Any:
        """The font of the new file that has this name, looked up once."""
        key = str(name)
        if key not in self._fonts:
            self._fonts[key] = self._made("/Font", name)
        return self._fonts[key]

    def _made(self, category: str, name: pikepdf.Name) -> Any:
        holder = self.resources.get(category)
        return None if holder is None else holder.get(str(name))
