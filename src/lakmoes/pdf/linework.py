"""Takes drawings under redactions out of a content stream: signatures, outlined letters, charts.

In: the instructions of a content stream, the matrix it starts with, and rectangles, in one space. Out: the
instructions without what is drawn under the rectangles, and the form XObjects that the stream draws, with
their matrices, so that those can be treated alike.

The rules, for each part of a path (subpath):

* what lies wholly in a rectangle goes;
* rulings stay: straight lines along the axes and upright rectangles that go on outside, as the borders and
  the shading of tables;
* of other strokes exactly the part in a rectangle goes (``strokes``);
* other filled shapes go when a good part of them lies in a rectangle (letters), and stay when they merely
  reach under it or surround it (speech bubbles, slices of a chart): a black box is painted over them.

Text and pictures are not touched (``erase``).
"""

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lakmoes.pdf.space import Matrix, Point, Rectangle, carried, joined
from lakmoes.pdf.strokes import Subpath, cut, lengthen, rectangle

Instruction = tuple[Sequence[Any], str]
"""Operands and operator of a content stream (ISO 32000-2, 7.8.2)."""

TOLERANCE = 0.75
"""Points that a drawing in a rectangle may stick out."""
INSET, INSET_SHARE = 1.0, 0.15
"""How far a stroke must reach into a rectangle to be cut: points, or share of its side when that is less."""
FILLED_SHARE = 0.25
"""Share of a filled shape that must lie in a rectangle for the shape to go."""
STRAIGHT = 0.05
"""Points by which a line along an axis may deviate."""
CONSTRUCTION = frozenset(("m", "l", "c", "v", "y", "h", "re"))
PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"))
STROKES = frozenset(("S", "s"))
CLIPPING = frozenset(("W", "W*"))
COLOURS = frozenset(("g", "rg", "k", "cs", "sc", "scn"))
"""Operators that set the colour of fills."""
COLOURED = frozenset(("Tj", "TJ", "'", '"', "Do", "INLINE IMAGE"))
"""Other operators that may use the colour of fills."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stream without the drawings under rectangles, and the XObjects it draws with their matrices."""

    instructions: list[Instruction]
    objects: list[tuple[str, Matrix]]
    changed: bool


def without_drawings(
    instructions: Iterable[Instruction],
    areas: Sequence[Rectangle],
    matrix: Matrix = IDENTITY,
    pictorial: Container[str] = (),
) -> Drawn:
    """The content stream without what is drawn in the areas.

    Args:
        instructions: The stream; not changed.
        areas: Upright rectangles in the space that ``matrix`` leads to.
        matrix: The transformation that holds where the stream starts.
        pictorial: Names of patterns that hold pictures or text: shapes filled with them go when they overlap
            an area at all, for what the pattern shows there cannot be blanked.
    """
    return _Walk(areas, matrix, pictorial).through(instructions)


class _Walk:
    """One pass through a stream, with the current matrix and path."""

    def __init__(self, areas: Sequence[Rectangle], matrix: Matrix, pictorial: Container[str]) -> None:
        self._areas = areas
        self._matrix = matrix
        self._pictorial = pictorial
        self._colour: list[Instruction] = []
        self._saved: list[tuple[Matrix, bool, list[Instruction]]] = []
        self._shows_picture = False
        self._path: list[Subpath] = []
        self._pending: list[Instruction] = []
        self._clip = ""
        self._kept: list[Instruction] = []
        self._objects: list[tuple[str, Matrix]] = []
        self._changed = False

    def through(self, instructions: Iterable[Instruction]) -> Drawn:
        """What is left of the stream."""
        for instruction in instructions:
            operator = instruction[1]
            if operator in CONSTRUCTION:
                self._pending.append(instruction)
                self._extend(operator, [float(operand) for operand in instruction[0]])
            elif operator in CLIPPING:
                self._clip = operator
            elif operator in PAINTING:
                self._paint(operator)
            else:
                self._follow(instruction)
        return Drawn([*self._kept, *self._pending], self._objects, self._changed)

    def _follow(self, instruction: Instruction) -> None:
        operands, operator = instruction
        if operator in COLOURS:
            self._set_colour(instruction)
            return
        if operator == "q":
            self._saved.append((self._matrix, self._shows_picture, self._colour))
        elif operator == "Q" and self._saved:
            self._matrix, self._shows_picture, self._colour = self._saved.pop()
        elif operator == "cm":
            a, b, c, d, e, f = (float(operand) for operand in operands)
            self._matrix = joined((a, b, c, d, e, f), self._matrix)
        elif operator in COLOURED:
            self._kept += self._colour
            self._colour = []
            if operator == "Do":
                self._objects.append((str(operands[0]), self._matrix))
        self._kept.append(instruction)

    def _set_colour(self, instruction: Instruction) -> None:
        """Follows the colour of fills; one of pictures is written when something is filled with it."""
        operands, _ = instruction
        self._shows_picture = bool(operands) and str(operands[-1]) in self._pictorial
        self._colour = [instruction] if self._shows_picture else []
        if not self._shows_picture:
            self._kept.append(instruction)

    def _extend(self, operator: str, numbers: list[float]) -> None:
        if operator == "m":
            self._path.append(Subpath((numbers[0], numbers[1])))
        elif operator == "re":
            self._path.append(rectangle(*numbers))
        elif self._path:
            lengthen(self._path, operator, numbers)

    def _paint(self, operator: str) -> None:
        pending, path, clip = self._pending, self._path, self._clip
        self._pending, self._path, self._clip = [], [], ""
        kept = [part for subpath in path for part in self._rest(subpath, operator)]
        if kept and operator not in STROKES and operator != "n":
            self._kept += self._colour
            self._colour = []
        if len(kept) == len(path) and all(a is b for a, b in zip(kept, path, strict=True)):
            self._kept += [*pending, *([((), clip)] if clip else []), ((), operator)]
            return
        self._changed = True
        if operator == "n":
            # A clip without a path would clip nothing; one of no extent clips all, as intended.
            self._kept += [*_written(kept or [rectangle(0, 0, 0, 0)]), ((), clip), ((), "n")]
            return
        if clip:
            self._kept += [*pending, ((), clip), ((), "n")]
        if kept:
            self._kept += [*_written(kept), ((), {"s": "S"}.get(operator, operator))]

    def _rest(self, subpath: Subpath, operator: str) -> list[Subpath]:
        """What stays of a subpath: itself, parts of it or nothing."""
        box = _bounds(carried(point, self._matrix) for point in subpath.points())
        near = [area for area in self._areas if _overlap(box, _grown(area, TOLERANCE))]
        if not near:
            return [subpath]
        if self._shows_picture and operator != "n" and operator not in STROKES:
            return []
        ruling = _is_ruling(subpath, self._matrix, operator in STROKES)
        if any(_holds(_grown(area, TOLERANCE), box) for area in near):
            return [subpath] if operator == "n" and ruling else []
        if ruling or operator == "n":
            return [subpath]
        inner = [_inset(area) for area in near]
        if operator in STROKES:
            return cut(subpath, inner, self._matrix, closing=operator == "s")
        return [] if any(_share(box, area) >= FILLED_SHARE for area in near) else [subpath]


def _is_ruling(subpath: Subpath, matrix: Matrix, stroked: bool) -> bool:
    """Whether it could border or shade a table: lines along the axes, or when filled an upright rectangle."""
    if any(len(segment) > 2 for segment in subpath.segments):
        return False
    points = [carried(point, matrix) for point in subpath.points()]
    if stroked:
        return all(_near(a[0], b[0]) or _near(a[1], b[1]) for a, b in itertools.pairwise(points))
    left, low, right, high = _bounds(points)
    return all((_near(x, left) or _near(x, right)) and (_near(y, low) or _near(y, high)) for x, y in points)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= STRAIGHT


def _written(path: Iterable[Subpath]) -> Iterator[Instruction]:
    for subpath in path:
        if subpath.rectangle:
            (x0, y0), (x1, y1) = subpath.start, subpath.segments[1][1]
            yield (x0, y0, x1 - x0, y1 - y0), "re"
            continue
        yield subpath.start, "m"
        for segment in subpath.segments:
            numbers = tuple(number for point in segment[1:] for number in point)
            yield numbers, "l" if len(segment) == 2 else "c"
        if subpath.closed:
            yield (), "h"


def _bounds(points: Iterable[Point]) -> Rectangle:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _holds(outer: Rectangle, inner: Rectangle) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _grown(area: Rectangle, by: float) -> Rectangle:
    return area[0] - by, area[1] - by, area[2] + by, area[3] + by


def _inset(area: Rectangle) -> Rectangle:
    across = min(INSET, INSET_SHARE * (area[2] - area[0]))
    down = min(INSET, INSET_SHARE * (area[3] - area[1]))
    return area[0] + across, area[1] + down, area[2] - across, area[3] - down


def _share(box: Rectangle, area: Rectangle) -> float:
    """Share of a shape's box that lies in the area."""
    width = min(box[2], area[2]) - max(box[0], area[0])
    height = min(box[3], area[3]) - max(box[1], area[1])
    size = max(box[2] - box[0], 1e-6) * max(box[3] - box[1], 1e-6)
    return max(width, 0.0) * max(height, 0.0) / size
