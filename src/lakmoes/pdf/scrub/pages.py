"""The page's share of scrubbing: drawings and replacement texts under redactions, and what is printed on it.

In: a page after its text and pixels were erased, with its ``PageOrder``. Out: the MCIDs that its redaction
touched; the page has no drawings under its areas, no texts that stand for what is gone, and bears its boxes,
labels and number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf

from lakmoes.pdf.codes import split_of
from lakmoes.pdf.lettering import FONT
from lakmoes.pdf.linework import IDENTITY, Instruction, without_drawings
from lakmoes.pdf.marked import REPLACEMENTS, Marked, lying_replacements, marked_content, touched_numbers
from lakmoes.pdf.moving import NOTHING, Move, with_moved_drawings
from lakmoes.pdf.scrub.content import (
    ObjectKey,
    drop,
    instructions_of,
    is_form,
    keep_only,
    resources_of,
    written,
)
from lakmoes.pdf.space import Matrix, Rectangle, joined, moved
from lakmoes.pdf.telltale import Telltale
from lakmoes.pdf.typeset import Typesetter

UNIT: Rectangle = (0.0, 0.0, 1.0, 1.0)
SHOWING = frozenset(("Do", "INLINE IMAGE", "Tj", "TJ", "'", '"'))
"""Operators that show pictures, forms and text."""
NAMING = {
    "/Properties": frozenset(("BDC",)),
    "/Pattern": frozenset(("scn", "SCN")),
    "/XObject": frozenset(("Do",)),
}
"""Kinds of resources and the operators that name one of them last."""
DEEPEST = 12
"""Forms within forms that are followed; deeper ones are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOrder:
    """What is done to one page.

    Attributes:
        areas: The black boxes, in user space.
        overlay: The content stream that paints them with their labels, and the document's number.
        before: The page's content stream as it was before its redaction; empty without areas.
        marks: How many of the areas belong to each redaction, in the order of the overlay.
        move: What is set anew to hide how wide the marked text was.
        notice: The content stream of the page that takes its place and that of those that go; mostly empty.
        goes: Whether the page leaves the file, for the notice on a page before it stands for it.
    """

    areas: tuple[Rectangle, ...] = ()
    overlay: bytes = b""
    before: bytes = b""
    marks: tuple[int, ...] = ()
    move: Move = NOTHING
    notice: bytes = b""
    goes: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of a page.

    Attributes:
        instructions: Its content stream.
        before: That as it was before its redaction, where it has marked content.
        touched: The MCIDs of content that its redaction touched.
    """

    instructions: Sequence[Instruction]
    before: Sequence[Instruction]
    touched: frozenset[int]


def clean_page(pdf: pikepdf.Pdf, page: pikepdf.Page, order: PageOrder, telltale: Telltale) -> Cleaned:
    """Removes drawings and replacement texts under the areas; out comes what is left."""
    resources = resources_of(page.obj)
    reader = _Reader(resources)
    pictorial = _pictorial(resources)
    instructions = _set_anew(page, resources, order.move)
    drawn = without_drawings(instructions, order.areas, pictorial=pictorial)
    if order.move.stretches:
        anew = with_moved_drawings(drawn.instructions, order.move)
        drawn = without_drawings(anew, order.move.bars, pictorial=pictorial)
    tagged = b"BDC" in order.before
    given = instructions_of(pdf.make_stream(order.before)) if tagged else []
    before = reader.marks(given)
    after = reader.marks(drawn.instructions) if tagged else []
    lying = lying_replacements(before, after, telltale.within)
    kept = list(_without_replacements(drawn.instructions, lying))
    _forget_unused(resources, kept)
    _clean_forms(resources, drawn.objects, order.areas, 0)
    return Cleaned(kept, given, touched_numbers(before, after, order.areas))


def move_links(page: pikepdf.Page, order: PageOrder) -> None:
    """Puts the links of moved text where it stands now."""
    if not order.move.stretches:
        return
    for item in page.obj.get("/Annots", ()):
        x0, y0, x1, y1 = (float(edge) for edge in item["/Rect"])
        before = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        after = order.move.carried(before)
        if after != before:
            item["/Rect"] = pikepdf.Array([round(edge, 2) for edge in after])
            drop(item, ("/QuadPoints",))


def _set_anew(page: pikepdf.Page, resources: Any, move: Move) -> list[Instruction]:
    """The instructions of a page, its moved text at its new place; forms on it are written."""
    if not move.spots:
        return instructions_of(page)
    typesetter = Typesetter(move.spots, move.number)
    found = _set_stream(typesetter, instructions_of(page), resources, 0)
    typesetter.finish()
    return found


def _set_stream(
    typesetter: Typesetter, instructions: Sequence[Instruction], resources: Any, depth: int
) -> list[Instruction]:
    if depth > DEEPEST:
        raise ValueError("forms are nested too deep")
    fonts, objects = resources.get("/Font", {}), resources.get("/XObject", {})

    def enter(name: str) -> None:
        form = objects.get(name)
        if is_form(form):
            inside = instructions_of(form)
            anew = _set_stream(typesetter, inside, resources_of(form, resources), depth + 1)
            if anew != inside:
                form.write(written(anew))

    return typesetter.through(instructions, cache(lambda name: split_of(fonts.get(name))), enter)


def print_on(
    page: pikepdf.Page, content: Sequence[Instruction], overlay: pikepdf.Stream, font: Any
) -> Sequence[Instruction]:
    """The content of a page with more on top of it, whatever state its own leaves behind."""
    if "/Resources" not in page.obj:
        page.obj["/Resources"] = pikepdf.Dictionary(resources_of(page.obj))
    resources = page.obj["/Resources"]
    if "/Font" not in resources:
        resources["/Font"] = pikepdf.Dictionary()
    resources["/Font"][f"/{FONT}"] = font
    missing, left = _balance(content)
    save, restore = ((), "q"), ((), "Q")
    return [*[save] * (1 + missing), *content, *[restore] * (1 + left), *instructions_of(overlay)]


def label_font(pdf: pikepdf.Pdf) -> Any:
    """The font of labels: Helvetica, which every viewer has."""
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )


def shown_objects(pdf: pikepdf.Pdf) -> set[ObjectKey]:
    """The annotations and XObjects that pages show."""
    shown: set[ObjectKey] = set()
    for page in pdf.pages:
        shown |= {item.objgen for item in page.obj.get("/Annots", ()) if item.is_indirect}
        waiting = [resources_of(page.obj)]
        while waiting:
            for item in waiting.pop().get("/XObject", {}).values():
                if item.objgen not in shown:
                    shown.add(item.objgen)
                    waiting += [item["/Resources"]] if "/Resources" in item else []
    return shown


class _Reader:
    """Looks up what a content stream names."""

    def __init__(self, resources: Any) -> None:
        self._properties = resources.get("/Properties", pikepdf.Dictionary())
        self._objects = resources.get("/XObject", pikepdf.Dictionary())

    def marks(self, instructions: Iterable[Instruction]) -> list[Marked]:
        """The marked content of a stream."""
        return marked_content(instructions, self.properties, self.extent)

    def properties(self, operand: Any) -> Any:
        """The property list that an operand is or names."""
        if isinstance(operand, pikepdf.Dictionary):
            return operand
        found = self._properties.get(str(operand))
        return found if isinstance(found, pikepdf.Dictionary) else {}

    def extent(self, operand: Any) -> Rectangle:
        """The rectangle that a picture or form fills in its own space."""
        item = self._objects.get(str(operand))
        if not is_form(item):
            return UNIT
        left, bottom, right, top = (float(edge) for edge in item["/BBox"])
        return moved((left, bottom, right, top), _matrix_of(item))


def _clean_forms(
    resources: Any, drawn: Sequence[tuple[str, Matrix]], areas: Sequence[Rectangle], depth: int
) -> None:
    """Removes drawings under the areas from the forms of a redacted page, which are its own copies."""
    if depth > DEEPEST:
        raise ValueError("forms are nested too deep")
    for name, matrix in drawn:
        form = resources.get("/XObject", {}).get(name)
        if not is_form(form):
            continue
        own = resources_of(form, resources)
        placed = joined(_matrix_of(form), matrix)
        inside = without_drawings(instructions_of(form), areas, placed, _pictorial(own))
        marks = _Reader(own).marks(inside.instructions)
        replaced = [mark for mark in marks if mark.replacements]
        if inside.changed or replaced:
            kept = list(_without_replacements(inside.instructions, replaced))
            form.write(written(kept))
            _forget_unused(own, kept)
        _clean_forms(own, inside.objects, areas, depth + 1)


def _pictorial(resources: Any) -> frozenset[str]:
    """The tiling patterns that hold pictures, forms or text."""
    patterns = resources.get("/Pattern", {})
    tiles = ((name, item) for name, item in patterns.items() if isinstance(item, pikepdf.Stream))
    return frozenset(name for name, tile in tiles if SHOWING & {o for _, o in instructions_of(tile)})


def _matrix_of(form: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in form.get("/Matrix", IDENTITY))
    return a, b, c, d, e, f


def _without_replacements(
    instructions: Sequence[Instruction], marks: Iterable[Marked]
) -> Iterator[Instruction]:
    """The instructions without the replacement texts of these marks, and of points that mark nothing."""
    lying = {mark.position: mark for mark in marks}
    for position, (operands, operator) in enumerate(instructions):
        if operator == "DP":
            continue
        if position in lying:
            properties = lying[position].properties
            kept = {key: properties[key] for key in properties.keys() if key not in REPLACEMENTS}  # noqa: SIM118
            yield (operands[0], pikepdf.Dictionary(kept)), operator
        else:
            yield operands, operator


def _forget_unused(resources: Any, instructions: Sequence[Instruction]) -> None:
    """Takes out of the resources what the content no longer names."""
    for kind, operators in NAMING.items():
        holder = resources.get(kind)
        if holder is not None:
            named = (
                operands[-1] for operands, operator in instructions if operator in operators and operands
            )
            keep_only(holder, frozenset(str(name) for name in named if isinstance(name, pikepdf.Name)))


def _balance(content: Iterable[Instruction]) -> tuple[int, int]:
    """How many ``q`` a page's content lacks before it, and how many ``Q`` after it."""
    missing = depth = 0
    for _, operator in content:
        depth += (operator == "q") - (operator == "Q")
        if depth < 0:
            missing, depth = missing + 1, 0
    return missing, depth
