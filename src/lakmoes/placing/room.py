"""How far a line may reach, and how it is aligned.

In: a page and its lines with marks. Out: for each line the ``Room`` it has, or ``None`` where it cannot be
set anew: what crosses it would be in the way, and text on a picture may be part of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import reduce

from lakmoes.model import Box, Mark, Page, Word
from lakmoes.placing.lines import Axis, Line, Range, uprights_on
from lakmoes.placing.spaces import Spaces

ALIGNED = 1.0
"""Points by which edges of lines that are aligned differ at most."""
BESIDE = 0.5
"""Line heights by which the middles of lines that stand beside each other differ at most."""
CLEAR = 2.0
"""Points between text and a rule or picture beside it."""
APART = 0.35
"""Line heights between a line and its neighbour in the next column."""
EDGE = 18.0
"""Points at the edge of the page that stay free."""
SPARE = 0.4
"""Share of the page's margin that a short gap may use when there is no other room."""
PEERS = 2
"""Lines with the same edges that make a paragraph justified, or aligned at its end."""


class Alignment(Enum):
    """Which point of a line stays where it is."""

    START = 0.0
    CENTRE = 0.5
    END = 1.0


@dataclass(frozen=True, slots=True)
class Room:
    """What a line may take.

    Attributes:
        low: Where it may begin.
        high: Where it may end.
        spare: Where it may end when there is no other way: in the margin.
        enclosed: Whether a rule, a picture or other text ends it, as in a table.
        alignment: Which point of it stays.
        justified: Whether its spaces are stretched.
        space: The usual space in text of its size.
    """

    low: float
    high: float
    spare: float
    enclosed: bool
    alignment: Alignment
    justified: bool
    space: float


@dataclass(frozen=True, slots=True)
class _Extent:
    """A line of the page along and across one writing direction."""

    number: int
    along: Range
    across: Range


def rooms_on(
    page: Page, marks: Iterable[Mark], pieces: Sequence[Sequence[Word]], lines: Sequence[Line]
) -> list[Room | None]:
    """The room of each line, in order; ``pieces`` are all lines of the page."""
    drawn = [box for mark in marks if mark.span is None for box in mark.boxes]
    spaces = Spaces(pieces, {line.number for line in lines})
    axes = sorted({line.axis for line in lines}, key=lambda axis: (axis.vertical, axis.sign))
    sheets = {axis: _Sheet(page, axis, pieces, drawn) for axis in axes}
    return [sheets[line.axis].room(line, spaces.of(line.height)) for line in lines]


class _Sheet:
    """A page seen along one writing direction.

    Args:
        page: The page.
        axis: The direction.
        pieces: All lines of the page.
        drawn: Boxes drawn by hand.
    """

    def __init__(
        self,
        page: Page,
        axis: Axis,
        pieces: Sequence[Sequence[Word]],
        drawn: Iterable[Box],
    ) -> None:
        self._sheet = axis.along(Box(x0=0.0, y0=0.0, x1=page.width, y1=page.height))
        self._lines = tuple(_extents(pieces, axis))
        self._uprights = uprights_on(page, axis)
        self._drawn = [(axis.along(box), axis.across(box)) for box in drawn]
        self._low = max(min(line.along[0] for line in self._lines), self._sheet[0] + EDGE)
        self._mirrored = self._sheet[1] - (self._low - self._sheet[0])

    def room(self, line: Line, space: float) -> Room | None:
        """The room of a line, ``None`` where something stands in its way."""
        own = line.across
        peers = [other for other in self._lines if other.number != line.number]
        beside = [other.along for other in peers if _beside(other.across, own)]
        obstacles = [upright.along for upright in self._uprights if upright.ends(*own)]
        obstacles += [along for along, across in self._drawn if _touches(across, own)]
        start, end = line.start + CLEAR / 2, line.end - CLEAR / 2
        if any(low < end and start < high for low, high in (*beside, *obstacles)):
            return None
        kept = (*_with_gap(beside, APART * line.height), *_with_gap(obstacles, CLEAR))
        after = min((low for low, high in kept if high > end), default=self._sheet[1] - EDGE)
        before = max((high for low, high in kept if high <= end), default=self._sheet[0] + EDGE)
        # How far the line itself runs says what stands in it.
        high = max((other.along[1] for other in peers), default=self._mirrored)
        high = min(high, self._sheet[1] - EDGE)
        spare = high + SPARE * max(self._sheet[1] - high, 0.0)
        return Room(
            low=max(self._low, before),
            high=min(high, after),
            spare=min(spare, after),
            enclosed=after < high,
            alignment=_alignment(line, peers, self._sheet),
            justified=_is_justified(line, peers),
            space=space,
        )


def _extents(pieces: Sequence[Sequence[Word]], axis: Axis) -> Iterator[_Extent]:
    """All lines of the page, seen along one direction, whatever their own is."""
    for number, words in enumerate(pieces):
        box = reduce(Box.union, (word.box for word in words))
        yield _Extent(number, axis.along(box), axis.across(box))


def _with_gap(ranges: Iterable[Range], gap: float) -> Iterator[Range]:
    return ((low - gap, high + gap) for low, high in ranges)


def _beside(other: Range, own: Range) -> bool:
    height = max(other[1] - other[0], own[1] - own[0])
    return abs(other[0] + other[1] - own[0] - own[1]) / 2 < BESIDE * height


def _touches(other: Range, own: Range) -> bool:
    return other[0] < own[1] - CLEAR / 2 and own[0] + CLEAR / 2 < other[1]


def _alignment(line: Line, peers: Iterable[_Extent], sheet: Range) -> Alignment:
    """Start, unless only the other edge or the middle of the line is shared with other lines."""
    middle = (line.start + line.end) / 2
    ends = centres = 0
    for peer in peers:
        start, end = peer.along
        if abs(start - line.start) <= ALIGNED:
            return Alignment.START
        ends += abs(end - line.end) <= ALIGNED
        centres += abs((start + end) / 2 - middle) <= ALIGNED
    if ends >= (1 if 2 * line.start > sheet[0] + sheet[1] else PEERS):
        return Alignment.END
    is_centred = centres or abs((sheet[0] + sheet[1]) / 2 - middle) <= ALIGNED
    return Alignment.CENTRE if is_centred else Alignment.START


def _is_justified(line: Line, peers: Iterable[_Extent]) -> bool:
    same = sum(
        abs(peer.along[0] - line.start) <= ALIGNED and abs(peer.along[1] - line.end) <= ALIGNED
        for peer in peers
    )
    # The first line of a paragraph may be indented.
    ends = sum(abs(peer.along[1] - line.end) <= ALIGNED for peer in peers)
    return same >= PEERS or (same >= 1 and ends >= PEERS + 1)
