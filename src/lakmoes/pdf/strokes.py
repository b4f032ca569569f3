"""Paths of a content stream, and strokes cut to what lies outside rectangles.

In: operators that build a path, rectangles. Out: ``Subpath`` values and their parts outside. Curves are cut
by de Casteljau's construction, lines are tested as Liang and Barsky (1984) do.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lakmoes.pdf.space import Matrix, Point, Rectangle, carried

PIECE = 1.0
"""Points; length of the pieces that a stroke is cut into to see which lie in a rectangle."""
MOST_PIECES = 512


@dataclass(slots=True)
class Subpath:
    """A connected part of a path: its start and its segments, each as two points (line) or four (curve)."""

    start: Point
    segments: list[tuple[Point, ...]] = field(default_factory=list)
    closed: bool = False
    rectangle: bool = False

    def points(self) -> Iterator[Point]:
        """All points that bound the subpath, control points of curves included."""
        yield self.start
        for segment in self.segments:
            yield from segment[1:]


def rectangle(x: float, y: float, width: float, height: float) -> Subpath:
    """The upright rectangle that the operator ``re`` draws."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    segments = [(corners[i], corners[i + 1]) for i in range(3)]
    return Subpath(corners[0], list(segments), closed=True, rectangle=True)


def lengthen(path: list[Subpath], operator: str, numbers: list[float]) -> None:
    """Adds what ``l``, ``c``, ``v``, ``y`` or ``h`` draws to the end of a path."""
    subpath = path[-1]
    if subpath.closed:
        # After closing, drawing goes on from where the subpath began.
        subpath = Subpath(subpath.start)
        path.append(subpath)
    current = subpath.segments[-1][-1] if subpath.segments else subpath.start
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    if operator == "h":
        subpath.closed = True
    elif operator == "l":
        subpath.segments.append((current, points[0]))
    elif operator == "c":
        subpath.segments.append((current, points[0], points[1], points[2]))
    elif operator == "v":
        subpath.segments.append((current, current, points[0], points[1]))
    else:
        subpath.segments.append((current, points[0], points[1], points[1]))


def cut(subpath: Subpath, areas: Sequence[Rectangle], matrix: Matrix, closing: bool) -> list[Subpath]:
    """The parts of a stroke that lie outside all areas; the subpath itself when none of it lies in one.

    Args:
        subpath: What is stroked.
        areas: Upright rectangles in the space that ``matrix`` leads to.
        matrix: From the subpath's space.
        closing: Whether the stroke goes back to where it began.
    """
    if not subpath.segments:
        return [subpath]
    segments = list(subpath.segments)
    end = segments[-1][-1] if segments else subpath.start
    if (subpath.closed or closing) and end != subpath.start:
        segments.append((end, subpath.start))
    parts: list[Subpath] = []
    whole = True
    for segment in segments:
        for start, stop in _outside(segment, areas, matrix):
            piece = _between(segment, start, stop)
            whole = whole and (start, stop) == (0, 1)
            if parts and start == 0 and parts[-1].segments[-1][-1] == piece[0]:
                parts[-1].segments.append(piece)
            else:
                parts.append(Subpath(piece[0], [piece]))
        whole = whole and bool(parts)
    return [subpath] if whole and len(parts) == 1 else parts


def _outside(
    segment: tuple[Point, ...], areas: Sequence[Rectangle], matrix: Matrix
) -> list[tuple[float, float]]:
    """The stretches of a segment that touch no area, as fractions of its way."""
    corners = [carried(point, matrix) for point in segment]
    length = sum(math.dist(a, b) for a, b in itertools.pairwise(corners))
    pieces = min(max(round(length / PIECE), 1), MOST_PIECES)
    ticks = [tick / pieces for tick in range(pieces + 1)]
    points = [_at(tuple(corners), tick) for tick in ticks]
    stretches: list[tuple[float, float]] = []
    for index in range(pieces):
        if any(_crosses(points[index], points[index + 1], area) for area in areas):
            continue
        if stretches and stretches[-1][1] == ticks[index]:
            stretches[-1] = (stretches[-1][0], ticks[index + 1])
        else:
            stretches.append((ticks[index], ticks[index + 1]))
    return stretches


def _at(segment: tuple[Point, ...], fraction: float) -> Point:
    """The point of a line or cubic curve after a fraction of its way."""
    points = segment
    while len(points) > 1:
        points = tuple(_mixed(a, b, fraction) for a, b in itertools.pairwise(points))
    return points[0]


def _between(segment: tuple[Point, ...], start: float, stop: float) -> tuple[Point, ...]:
    """The stretch of a line or curve between two fractions of its way."""
    if (start, stop) == (0, 1):
        return segment
    head = _halves(segment, stop)[0]
    return _halves(head, start / stop)[1] if start else head


def _halves(segment: tuple[Point, ...], fraction: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """A line or curve split in two at a fraction of its way (de Casteljau)."""
    before, after = [segment[0]], [segment[-1]]
    points = segment
    while len(points) > 1:
        points = tuple(_mixed(a, b, fraction) for a, b in itertools.pairwise(points))
        before.append(points[0])
        after.append(points[-1])
    return tuple(before), tuple(reversed(after))


def _mixed(a: Point, b: Point, fraction: float) -> Point:
    return a[0] + (b[0] - a[0]) * fraction, a[1] + (b[1] - a[1]) * fraction


def _crosses(start: Point, end: Point, area: Rectangle) -> bool:
    """Whether the line between two points meets the area (Liang and Barsky, 1984)."""
    low, high = 0.0, 1.0
    for axis in (0, 1):
        step = end[axis] - start[axis]
        near, far = area[axis] - start[axis], area[axis + 2] - start[axis]
        if not step:
            if near > 0 or far < 0:
                return False
            continue
        first, second = sorted((near / step, far / step))
        low, high = max(low, first), min(high, second)
    return low <= high
