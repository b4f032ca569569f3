"""What goes along when a line of text is set anew: underlines, strike-throughs, highlights, links.

In: the shifts and bars of a page, a content stream, the rectangles of links. Out: the same, with what
belongs to the moved text at its new place, as long as the text over it is. A drawing belongs to a line of
text when it lies within the height of its letters and ends where they end; rules and shades of tables are
larger and stay.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakmoes.model import Box, Shift
from lakmoes.pdf.linework import CONSTRUCTION, IDENTITY, PAINTING, Instruction
from lakmoes.pdf.space import Matrix, PageSpace, Point, Rectangle, carried, inverted, joined, moved
from lakmoes.pdf.typeset import Setting, Spot

SLACK = 1.5
"""Points that a drawing may stick out of the line that it belongs to."""
OUTGROWN = 0.15
"""Line heights that it may stick out above and below when it does not go beyond the line."""
STRAIGHT = frozenset(("m", "l", "re", "h"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line in user space, and where it comes to stand."""

    source: Rectangle
    target: Rectangle

    @property
    def along(self) -> int:
        """0 where it moves sideways, 1 where it moves up or down."""
        source, target = self.source, self.target
        return 0 if (source[1], source[3]) == (target[1], target[3]) else 1


@dataclass(frozen=True, slots=True)
class Move:
    """What moves on one page, in user space.

    Attributes:
        number: The number of the page, from 1.
        spots: The glyphs that stay; empty where none moves.
        stretches: Parts of lines with their new places.
        bars: The black boxes, where they are not as wide as what stood there.
    """

    number: int = 0
    spots: Sequence[Spot] = ()
    stretches: tuple[Stretch, ...] = ()
    bars: tuple[Rectangle, ...] = ()

    @classmethod
    def of(
        cls, shifts: Sequence[Shift], boxes: Iterable[tuple[Box, Box]], space: PageSpace, setting: Setting
    ) -> "Move":
        """What moves, from the plan: its shifts, and its boxes each with its bar, in page space."""
        pairs = [(shift.area, carried_by(shift)) for shift in shifts]
        changed = [(box, bar) for box, bar in boxes if box != bar]
        stretches = tuple(
            Stretch(space.user(source), space.user(target)) for source, target in (*pairs, *changed)
        )
        bars = tuple(space.user(bar) for _, bar in changed)
        number = shifts[0].page_index + 1 if shifts else 0
        return cls(number, setting.spots if setting.moves else (), stretches, bars)

    def carried(self, rectangle: Rectangle) -> Rectangle:
        """The rectangle of a link in user space, where its text comes to stand."""
        lines = [line for line in _lines(self.stretches) if line.holds_middle(rectangle)]
        return lines[0].warped(rectangle) if lines else rectangle


NOTHING = Move()
"""What moves on a page whose boxes are as wide as what stood there."""


def carried_by(shift: Shift) -> Box:
    """Where the characters of a shift come to stand."""
    area = shift.area
    return Box(x0=area.x0 + shift.dx, y0=area.y0 + shift.dy, x1=area.x1 + shift.dx, y1=area.y1 + shift.dy)


def with_moved_drawings(instructions: Sequence[Instruction], move: Move) -> list[Instruction]:
    """The content stream of a page with the drawings of moved lines at their new places."""
    lines = tuple(_lines(move.stretches))
    return list(_Walk(lines).through(instructions)) if lines else list(instructions)


class _Line:
    """The stretches of one line."""

    def __init__(self, along: int, stretches: Sequence[Stretch]) -> None:
        self._along = along
        self._stretches = sorted(stretches, key=lambda stretch: stretch.source[along])
        across = 1 - along
        self._low = min(stretch.source[across] for stretch in stretches)
        self._high = max(stretch.source[across + 2] for stretch in stretches)
        self._ranges = [(stretch.source[along], stretch.source[along + 2]) for stretch in self._stretches]
        self._start = self._ranges[0][0]
        self._end = max(end for _, end in self._ranges)

    def holds_middle(self, box: Rectangle) -> bool:
        """Whether the middle of a box lies in the moved part of the line."""
        along, across = self._along, 1 - self._along
        middle = (box[across] + box[across + 2]) / 2
        return self._low <= middle <= self._high and box[along] < self._end and self._start < box[along + 2]

    def owns(self, box: Rectangle) -> bool:
        """Whether a drawing with this box belongs to the letters of the line."""
        along, across = self._along, 1 - self._along
        low, high = box[along], box[along + 2]
        if high <= self._start or not any(start <= high <= end + SLACK for start, end in self._ranges):
            return False
        slack = OUTGROWN * (self._high - self._low) if low >= self._start - SLACK else 0.0
        return self._low - slack <= box[across] and box[across + 2] <= self._high + slack

    def place(self, place: float) -> float:
        """Where a place along the line comes to stand."""
        along = self._along
        if place < self._start:
            return place
        for stretch in self._stretches:
            start, end = stretch.source[along], stretch.source[along + 2]
            if place <= end:
                share = max(place - start, 0.0) / (end - start)
                new_start, new_end = stretch.target[along], stretch.target[along + 2]
                return new_start + share * (new_end - new_start)
        last = self._stretches[-1]
        return place + last.target[along + 2] - last.source[along + 2]

    def point(self, point: Point) -> Point:
        """Where a point comes to stand."""
        x, y = point
        return (self.place(x), y) if self._along == 0 else (x, self.place(y))

    def warped(self, box: Rectangle) -> Rectangle:
        """The box with its ends where they come to stand."""
        edges = list(box)
        along = self._along
        ends = sorted((self.place(box[along]), self.place(box[along + 2])))
        edges[along], edges[along + 2] = ends
        return edges[0], edges[1], edges[2], edges[3]


def _lines(stretches: Iterable[Stretch]) -> Iterator[_Line]:
    """The stretches by line: those with about the same middle across it."""
    groups: list[tuple[int, Rectangle, list[Stretch]]] = []
    for stretch in stretches:
        across = 1 - stretch.along
        middle = (stretch.source[across] + stretch.source[across + 2]) / 2
        for along, first, members in groups:
            if along == stretch.along and first[across] < middle < first[across + 2]:
                members.append(stretch)
                break
        else:
            groups.append((stretch.along, stretch.source, [stretch]))
    for along, _, members in groups:
        yield _Line(along, members)


class _Walk:
    """One pass through a stream, with the current matrix and path."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._matrix = IDENTITY
        self._saved: list[Matrix] = []

    def through(self, instructions: Iterable[Instruction]) -> Iterator[Instruction]:
        path: list[Instruction] = []
        for instruction in instructions:
            operator = instruction[1]
            if operator in CONSTRUCTION:
                path.append(instruction)
                continue
            if operator in PAINTING:
                yield from self._settled(path) if operator != "n" else path
                path = []
            self._follow(instruction)
            yield instruction
        yield from path

    def _follow(self, instruction: Instruction) -> None:
        operands, operator = instruction
        if operator == "q":
            self._saved.append(self._matrix)
        elif operator == "Q" and self._saved:
            self._matrix = self._saved.pop()
        elif operator == "cm":
            a, b, c, d, e, f = (float(operand) for operand in operands)
            self._matrix = joined((a, b, c, d, e, f), self._matrix)

    def _settled(self, path: Sequence[Instruction]) -> Iterator[Instruction]:
        """A path at its new place; each of its parts may belong to another line."""
        a, b, c, d, _, _ = self._matrix
        if not all(operator in STRAIGHT for _, operator in path) or not (b == c == 0 or a == d == 0):
            yield from path
            return
        part: list[Instruction] = []
        for instruction in path:
            if instruction[1] in ("m", "re") and part:
                yield from self._moved(part)
                part = []
            part.append(instruction)
        yield from self._moved(part) if part else ()

    def _moved(self, part: Sequence[Instruction]) -> Iterable[Instruction]:
        corners = [point for operands, operator in part for point in _points(operands, operator)]
        points = [carried(point, self._matrix) for point in corners]
        if not points:
            return part
        across, down = zip(*points, strict=True)
        box = (min(across), min(down), max(across), max(down))
        line = next((line for line in self._lines if line.owns(box)), None)
        if line is None:
            return part
        back = inverted(self._matrix)
        if part[0][1] == "re":
            x0, y0, x1, y1 = moved(line.warped(box), back)
            return [((x0, y0, x1 - x0, y1 - y0), "re"), *part[1:]]
        return [
            (carried(line.point(carried(_points(operands, operator)[0], self._matrix)), back), operator)
            if operator in ("m", "l")
            else (operands, operator)
            for operands, operator in part
        ]


def _points(operands: Sequence[object], operator: str) -> list[Point]:
    """The points that an operator of a straight path names."""
    numbers = [float(str(operand)) for operand in operands]
    if operator == "re":
        x, y, width, height = numbers
        return [(x, y), (x + width, y + height)]
    return [(numbers[0], numbers[1])] if numbers else []
