"""Sets a line anew: how wide each gap becomes, and where the words between them go.

In: a line with its room. Out: its bars, and what moves by how much. Gaps are as wide as a class of widths,
and all distances after the first of them are rounded, so that the places of the words tell nothing finer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from lakmoes.model import Box, Width
from lakmoes.placing.lines import Line, Part, Run
from lakmoes.placing.room import Alignment, Room

STEP = 5.0
"""Line heights of one step, six font sizes or a little less: of 20,000 Dutch full names and surnames 60 %
fall into the first step, 40 % into the second and 1 % into the third (``docs/security.md``)."""
LEAST = 2.5
"""Line heights of the narrowest gap: that of a short name for which the line has no room for a step."""
FIXED = 3.0
"""Line heights of every gap when all are equal."""
CELL = 2.5
"""Steps up to which a bar at the end of a cell runs on to the end of it."""
WIDE = 1.6
"""Usual spaces from which a gap is more than a space."""
TOUCHING = 0.1
"""Line heights up to which a gap within a word is none."""
GRAIN = 0.25
"""Points to which distances are rounded."""
TRAIL = 1.0
"""Line heights behind a line in which white space may stand."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line as it is set.

    Attributes:
        bars: What is painted for each box of a mark.
        moved: Areas whose characters move along the line, and how far.
        gaps: For each box the width of its gap.
    """

    bars: dict[Part, Box]
    moved: tuple[tuple[Box, float], ...]
    gaps: dict[Part, float]


def step_of(height: float) -> float:
    """The step for a line of this height, in points."""
    return STEP * height


def set_line(line: Line, room: Room, width: Width) -> Placed:
    """The line with its gaps in classes, within its room."""
    widths = _Gaps(line, room, width).widths()
    starts = _aligned(line, room, widths)
    bars, gaps = {}, {}
    for run, start, wide in zip(line.runs, starts, widths, strict=True):
        if run.part:
            bars[run.part] = line.axis.box((start, start + wide), run.across)
            gaps[run.part] = wide
    return Placed(bars, tuple(_moved(line, room, starts)), gaps)


class _Gaps:
    """The choice of widths for one line."""

    def __init__(self, line: Line, room: Room, width: Width) -> None:
        self._line = line
        self._room = room
        self._lower, self._upper = zip(*(_classes(run, line.height, width) for run in line.runs), strict=True)
        self._open = _open_run(line, room.alignment)

    def widths(self) -> list[float]:
        """How wide each run is set: marked runs in classes, kept ones as they are."""
        chosen = list(self._lower)
        free = self._free(chosen)
        if free < 0 and free + self._spare() < 0:
            chosen = [min(wide, run.width) for wide, run in zip(chosen, self._line.runs, strict=True)]
            free = self._free(chosen)
        for index, upper in enumerate(self._upper):
            if index != self._open and upper - chosen[index] <= free:
                free -= upper - chosen[index]
                chosen[index] = upper
        if self._open is not None and free > 0:
            chosen[self._open] = self._run_on(chosen[self._open] + free)
        return chosen

    def _run_on(self, available: float) -> float:
        """The bar at the open end of a line: to the end of its cell, else a class, else what there is."""
        upper = self._upper[self._open or 0]
        in_cell = self._room.enclosed and available <= CELL * step_of(self._line.height)
        return available if in_cell else min(upper, available)

    def _spare(self) -> float:
        return self._room.spare - self._room.high if self._room.alignment is Alignment.START else 0.0

    def _free(self, widths: Sequence[float]) -> float:
        """What the room leaves beyond these widths."""
        line, room = self._line, self._room
        starts = _starts(line, room, widths)
        length = starts[-1] + widths[-1] - starts[0]
        if room.alignment is Alignment.START:
            return room.high - line.start - length
        if room.alignment is Alignment.END:
            return line.end - room.low - length
        middle = (line.start + line.end) / 2
        return 2 * min(middle - room.low, room.high - middle) - length


def _classes(run: Run, height: float, width: Width) -> tuple[float, float]:
    """The narrower and the wider width that a run may get."""
    if run.part is None:
        return run.natural, run.natural
    if width is Width.FIXED:
        return LEAST * height, FIXED * height
    step = step_of(height)
    count = max(ceil(run.width / step - 1e-6), 1)
    return (count - 1) * step if count > 1 else LEAST * height, count * step


def _open_run(line: Line, alignment: Alignment) -> int | None:
    """The marked run behind which, seen from where the line is held, nothing follows."""
    index = {Alignment.START: len(line.runs) - 1, Alignment.END: 0}.get(alignment)
    return index if index is not None and line.runs[index].part else None


def _starts(line: Line, room: Room, widths: Sequence[float]) -> list[float]:
    """Where each run begins when the first stays where it is."""
    starts = [line.start]
    before = line.runs[0]
    touched = room.justified or before.part is not None
    for run, wide in zip(line.runs[1:], widths, strict=False):
        if touched:
            starts.append(starts[-1] + wide + _gap(before, run, line.height, room))
        else:
            starts.append(run.start)
        touched = touched or run.part is not None
        before = run
    return starts


def _gap(before: Run, run: Run, height: float, room: Room) -> float:
    """The white space before a run: a usual space where it is one."""
    gap = max(run.start - before.end, 0.0)
    if run.spaced and (room.justified or gap <= WIDE * room.space):
        return room.space
    return _rounded(gap) if gap > TOUCHING * height else 0.0


def _aligned(line: Line, room: Room, widths: Sequence[float]) -> list[float]:
    """Where each run begins when the line is held where it is aligned."""
    starts = _starts(line, room, widths)
    grown = starts[-1] + widths[-1] - line.end
    return [start - room.alignment.value * grown for start in starts]


def _moved(line: Line, room: Room, starts: Sequence[float]) -> Iterator[tuple[Box, float]]:
    """The areas whose characters are set anew, each with the white space behind it."""
    all_move = room.justified or room.alignment is not Alignment.START
    first = next(index for index, run in enumerate(line.runs) if run.part)
    last = min(line.end + TRAIL * line.height, room.spare)
    ends = [*(run.start for run in line.runs[1:]), max(last, line.end + GRAIN)]
    for index, (run, start, end) in enumerate(zip(line.runs, starts, ends, strict=True)):
        if run.part or not (all_move or index > first):
            continue
        follows_mark = index > 0 and line.runs[index - 1].part
        low = line.runs[index - 1].end if follows_mark else run.start
        yield line.axis.box((low, max(end, low + GRAIN)), run.across), start - run.start


def _rounded(distance: float) -> float:
    return round(distance / GRAIN) * GRAIN
