"""Marked content of a page before and after its redaction: what was touched.

In: the instructions of a content stream before and after, rectangles that were blacked out. Out: the content
that lost something, by its number in the structure tree (MCID), and the stream without replacement texts
(``ActualText``, ``Alt``, ``E``) of content that lost something. Such a text says in full what the signs under
it said (ISO 32000-2, 14.9.3 to 14.9.5), and text readers prefer it to the signs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lakmoes.pdf.linework import IDENTITY, PAINTING, Instruction
from lakmoes.pdf.space import Matrix, Rectangle, joined, moved

REPLACEMENTS = ("/ActualText", "/Alt", "/E")
"""Keys of marked content whose text stands for the content."""

Properties = Mapping[str, Any]
Lookup = Callable[[Any], Properties]
"""From the operand of ``BDC`` or ``DP``, a name or a dictionary, to the properties it stands for."""
Extent = Callable[[Any], Rectangle]
"""From the name of a picture or form to the rectangle it fills in its own space."""


@dataclass(slots=True)
class Marked:
    """Content between ``BDC`` and ``EMC``.

    Attributes:
        position: Index of its ``BDC`` in the stream.
        properties: Its property list.
        codes: The character codes that are shown in it, in order, and a zero for each drawing.
        pictures: Where pictures and forms in it stand, in the space of the page.
    """

    position: int
    properties: Properties
    codes: bytearray = field(default_factory=bytearray)
    pictures: list[Rectangle] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        """Its number in the structure tree."""
        value = self.properties.get("/MCID")
        return None if value is None else int(value)

    @property
    def replacements(self) -> tuple[str, ...]:
        """The texts that stand for it."""
        return tuple(str(self.properties[key]) for key in REPLACEMENTS if key in self.properties)


def marked_content(instructions: Iterable[Instruction], lookup: Lookup, extent: Extent) -> list[Marked]:
    """All marked content of a stream, nested content also as part of what is around it."""
    found: list[Marked] = []
    open_marks: list[Marked] = []
    matrix, saved = IDENTITY, list[Matrix]()
    for position, (operands, operator) in enumerate(instructions):
        if operator in ("BDC", "BMC"):
            properties = lookup(operands[1]) if operator == "BDC" else {}
            mark = Marked(position, properties)
            open_marks.append(mark)
            found.append(mark)
        elif operator == "EMC":
            open_marks = open_marks[:-1]
        elif operator in ("q", "Q", "cm"):
            matrix = _matrix_after(operands, operator, matrix, saved)
        else:
            if not open_marks:
                continue
            shown = _codes(operands, operator)
            pictures = [moved(box, matrix) for box in _extents(operands, operator, extent)]
            for mark in open_marks:
                mark.codes += shown
                mark.pictures += pictures
    return found


def _matrix_after(operands: Sequence[Any], operator: str, matrix: Matrix, saved: list[Matrix]) -> Matrix:
    if operator == "q":
        saved.append(matrix)
    elif operator == "Q":
        return saved.pop() if saved else matrix
    else:
        a, b, c, d, e, f = (float(operand) for operand in operands)
        return joined((a, b, c, d, e, f), matrix)
    return matrix


def _codes(operands: Sequence[Any], operator: str) -> bytes:
    """The character codes that an operator shows."""
    if operator in ("Tj", "'", '"'):
        return bytes(operands[-1])
    if operator == "TJ":
        return b"".join(bytes(item) for item in operands[0] if hasattr(item, "__bytes__"))
    return b"\0" if operator in PAINTING and operator != "n" else b""


def _extents(operands: Sequence[Any], operator: str, extent: Extent) -> Iterator[Rectangle]:
    if operator == "Do":
        yield extent(operands[0])
    elif operator == "INLINE IMAGE":
        yield 0.0, 0.0, 1.0, 1.0


def touched_numbers(
    before: Sequence[Marked], after: Sequence[Marked], areas: Sequence[Rectangle]
) -> frozenset[int]:
    """The MCIDs of content that lost characters, or that holds a picture under one of the areas."""
    left = _by_number(after)
    touched = {
        number for number, codes in _by_number(before).items() if left.get(number, bytearray()) != codes
    }
    for mark in before:
        if mark.number is not None and any(_overlap(p, area) for p in mark.pictures for area in areas):
            touched.add(mark.number)
    return frozenset(touched)


def _by_number(marks: Iterable[Marked]) -> dict[int, bytearray]:
    numbered: dict[int, bytearray] = {}
    for mark in marks:
        if mark.number is not None:
            numbered.setdefault(mark.number, bytearray()).extend(mark.codes)
    return numbered


def lying_replacements(
    before: Sequence[Marked], after: Sequence[Marked], telling: Callable[[str], bool]
) -> list[Marked]:
    """The marked content whose replacement text must go.

    That is content which did not stand there before, with the same text for the same codes, so that it lost
    some of them; and content whose text is telling by itself.
    """
    intact = {(mark.replacements, bytes(mark.codes)) for mark in before if mark.replacements}
    return [
        mark
        for mark in after
        if mark.replacements
        and ((mark.replacements, bytes(mark.codes)) not in intact or any(map(telling, mark.replacements)))
    ]


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
