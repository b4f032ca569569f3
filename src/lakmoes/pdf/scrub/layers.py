"""Removes the content of hidden layers (optional content, ISO 32000-2, 8.11).

In: the bytes of a PDF. Out: the same PDF without anything that its default settings hide, and the number of
hidden layers. A copy or a viewer that knows no layers would otherwise show them, and text in them escapes
whoever looks at the page. What is visible stays visible, whatever a viewer does with layers.

Only painting operators go: those that move, clip or set colours may matter to what follows.
"""

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from lakmoes.pdf.linework import PAINTING, Instruction
from lakmoes.pdf.scrub.content import ObjectKey, instructions_of, is_form, resources_of, written

SHOWN = frozenset(("Tj", "TJ", "Do", "sh", "INLINE IMAGE"))
"""Operators that paint and change nothing else that matters."""


def without_hidden_layers(data: bytes) -> tuple[bytes, int]:
    """The PDF without hidden content, and how many layers were hidden.

    Raises:
        pikepdf.PdfError: The file is damaged.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        settings = pdf.Root.get("/OCProperties")
        if not isinstance(settings, pikepdf.Dictionary):
            return data, 0
        layers = _Layers(settings)
        if not layers.hide_anything(pdf):
            return data, 0
        _Cleaner(pdf, layers).clean()
        _show_the_rest(pdf, settings, layers)
        buffer = io.BytesIO()
        with warnings.catch_warnings():
            # pikepdf warns of forms that are not quite right; they become page content anyway.
            warnings.simplefilter("ignore")
            pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue(), max(len(layers.hidden), 1)


class _Layers:
    """Which layers are hidden when the file is opened."""

    def __init__(self, settings: Any) -> None:
        default = settings.get("/D", pikepdf.Dictionary())
        groups = _dictionaries(settings.get("/OCGs"))
        base = default.get("/BaseState") == pikepdf.Name.OFF
        off = {group.objgen for group in _dictionaries(default.get("/OFF"))}
        on = {group.objgen for group in _dictionaries(default.get("/ON"))}
        hidden = {g.objgen for g in groups if (base and g.objgen not in on) or g.objgen in off}
        self.hidden: set[ObjectKey] = _after_view_event(default, hidden)

    def hide_anything(self, pdf: pikepdf.Pdf) -> bool:
        """Whether a layer is hidden, or a combination of layers is."""
        return bool(self.hidden) or any(_is_membership(item) and self.hides(item) for item in pdf.objects)

    def hides(self, item: Any) -> bool:
        """Whether a layer or a combination of layers is hidden."""
        if not isinstance(item, pikepdf.Dictionary):
            return False
        if not _is_membership(item):
            return item.objgen in self.hidden
        if isinstance(item.get("/VE"), pikepdf.Array):
            return not self._holds(item["/VE"])
        groups = item.get("/OCGs")
        members = [groups] if isinstance(groups, pikepdf.Dictionary) else _dictionaries(groups)
        states = [group.objgen not in self.hidden for group in members]
        return bool(states) and not _satisfied(str(item.get("/P", "/AnyOn")), states)

    def _holds(self, expression: Any) -> bool:
        """The value of a visibility expression."""
        if isinstance(expression, pikepdf.Dictionary):
            return expression.objgen not in self.hidden
        if not isinstance(expression, pikepdf.Array) or not len(expression):
            return True
        values = [self._holds(part) for part in list(expression)[1:]]
        operator = str(expression[0])
        if operator == "/Not":
            return not all(values)
        return any(values) if operator == "/Or" else all(values)


def _satisfied(policy: str, states: list[bool]) -> bool:
    return {
        "/AllOn": all(states),
        "/AnyOff": not all(states),
        "/AllOff": not any(states),
    }.get(policy, any(states))


def _is_membership(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.OCMD


def _dictionaries(array: Any) -> list[Any]:
    return [item for item in array or () if isinstance(item, pikepdf.Dictionary)]


def _after_view_event(default: Any, hidden: set[ObjectKey]) -> set[ObjectKey]:
    """The hidden layers after what viewers set by themselves when they open a file (8.11.4.4)."""
    hidden = set(hidden)
    for application in _dictionaries(default.get("/AS")):
        if application.get("/Event") != pikepdf.Name.View:
            continue
        for group in _dictionaries(application.get("/OCGs")):
            state = group.get("/Usage", {}).get("/View", {}).get("/ViewState")
            if state == pikepdf.Name.OFF:
                hidden.add(group.objgen)
            elif state == pikepdf.Name.ON:
                hidden.discard(group.objgen)
    return hidden


class _Cleaner:
    """Takes hidden content out of every stream that pages draw."""

    def __init__(self, pdf: pikepdf.Pdf, layers: _Layers) -> None:
        self._pdf = pdf
        self._layers = layers
        self._seen: set[ObjectKey] = set()

    def clean(self) -> None:
        """Goes through all pages and what they draw."""
        for item in self._pdf.objects:
            if isinstance(item, pikepdf.Stream) and self._layers.hides(item.get("/OC")):
                _emptied(item)
        for page in self._pdf.pages:
            resources = resources_of(page.obj)
            kept = self._kept(page, resources)
            if kept is not None:
                page.obj["/Contents"] = self._pdf.make_stream(kept)
            self._clean_resources(resources)
            self._clean_annotations(page.obj)

    def _clean_resources(self, resources: Any) -> None:
        """Cleans the forms, patterns and drawn letters that a stream may use."""
        for stream in _streams_in(resources):
            if stream.objgen in self._seen:
                continue
            self._seen.add(stream.objgen)
            own = resources_of(stream, resources)
            kept = self._kept(stream, own)
            if kept is not None:
                stream.write(kept)
            self._clean_resources(own)

    def _kept(self, source: Any, resources: Any) -> bytes | None:
        """The stream without what is hidden, ``None`` where nothing is."""
        properties = resources.get("/Properties", {})
        names = {name for name in properties.keys() if self._layers.hides(properties[name])}  # noqa: SIM118
        if not names:
            return None
        return written(visible(instructions_of(source), names))

    def _clean_annotations(self, page: Any) -> None:
        annotations = page.get("/Annots")
        if isinstance(annotations, pikepdf.Array):
            page["/Annots"] = pikepdf.Array(
                [item for item in _dictionaries(annotations) if not self._layers.hides(item.get("/OC"))]
            )


def visible(instructions: Iterable[Instruction], hidden: Iterable[str]) -> Iterator[Instruction]:
    """The instructions without what is painted in hidden layers.

    Args:
        instructions: A content stream.
        hidden: Names of the hidden layers in the resources of the stream, with their slash.
    """
    names = frozenset(hidden)
    open_marks: list[bool] = []
    for operands, operator in instructions:
        if operator in ("BDC", "BMC"):
            open_marks.append(operator == "BDC" and str(operands[0]) == "/OC" and str(operands[1]) in names)
        elif operator == "EMC" and open_marks:
            open_marks.pop()
        if any(open_marks):
            yield from _unpainted(operands, operator)
        else:
            yield operands, operator


def _unpainted(operands: Any, operator: str) -> Iterator[Instruction]:
    if operator in PAINTING:
        yield (), "n"
    elif operator == "'":
        yield (), "T*"
    elif operator == '"':
        yield (operands[0],), "Tw"
        yield (operands[1],), "Tc"
        yield (), "T*"
    elif operator not in SHOWN:
        yield operands, operator


def _streams_in(resources: Any) -> Iterator[Any]:
    for item in resources.get("/XObject", {}).values():
        if is_form(item):
            yield item
    for item in resources.get("/Pattern", {}).values():
        if isinstance(item, pikepdf.Stream):
            yield item
    for font in resources.get("/Font", {}).values():
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == pikepdf.Name.Type3:
            yield from (glyph for glyph in font.get("/CharProcs", {}).values())


def _emptied(stream: Any) -> None:
    """Makes a form or picture draw nothing."""
    for key in list(stream.keys()):
        if key not in ("/Length", "/Type"):
            del stream[key]
    stream["/Type"] = pikepdf.Name.XObject
    stream["/Subtype"] = pikepdf.Name.Form
    stream["/BBox"] = pikepdf.Array([0, 0, 0, 0])
    stream.write(b"")


def _show_the_rest(pdf: pikepdf.Pdf, settings: Any, layers: _Layers) -> None:
    """Sets the layers that stay to visible, for good."""
    groups = [g for g in _dictionaries(settings.get("/OCGs")) if g.objgen not in layers.hidden]
    settings["/OCGs"] = pikepdf.Array(groups)
    settings["/D"] = pikepdf.Dictionary(Order=pikepdf.Array(groups))
    for item in pdf.objects:
        if _is_membership(item):
            # A combination of no layers is always visible.
            for key in ("/OCGs", "/VE", "/P"):
                if key in item:
                    del item[key]
