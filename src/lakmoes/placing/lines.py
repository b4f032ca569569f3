"""The lines of a page that bear marks, as runs along their writing direction.

In: a page and its marks. Out: for each line with marked characters its runs, kept and marked, by place along
the line. Does not know what stands beside a line (``room``), and moves nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from lakmoes.model import MINIMUM_PART, Box, Mark, Page, Word

Part = tuple[int, int]
"""The number of a mark on its page and of one of its boxes, from 0."""
Range = tuple[float, float]

OVERLAP = 0.15
"""Line heights by which two runs of a line may overlap: kerning, slanted letters."""
RULE, EDGE = 3.0, 0.3
"""Points: a rule is thinner than the first and longer; the edge of a fill is thinner than the second."""
UPRIGHT = 0.3
"""Line heights from which a rule across a line ends it."""
SHADE = 1.3
"""Line heights from which the edge of a fill is that of a cell: highlights are as high as the line."""
GRAIN = 0.25
"""Points to which the length of part of a word is rounded."""
KERNING = 0.5
"""Points to which what is adjusted within a word is rounded."""
OVERSHOOT = 1.0
"""Points that a letter may reach over a rule beside it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A writing direction along an axis of the page: places along it grow in reading direction."""

    vertical: bool = False
    sign: int = 1

    def along(self, box: Box) -> Range:
        """Where a box begins and ends along the direction."""
        low, high = (box.y0, box.y1) if self.vertical else (box.x0, box.x1)
        return (low, high) if self.sign > 0 else (-high, -low)

    def across(self, box: Box) -> Range:
        """The extent of a box across the direction."""
        return (box.x0, box.x1) if self.vertical else (box.y0, box.y1)

    def box(self, along: Range, across: Range) -> Box:
        """The box with these extents."""
        low, high = along if self.sign > 0 else (-along[1], -along[0])
        if self.vertical:
            return Box(x0=across[0], y0=low, x1=across[1], y1=high)
        return Box(x0=low, y0=across[0], x1=high, y1=across[1])

    def step(self, by: float) -> tuple[float, float]:
        """A step along the direction in page space."""
        return (0.0, self.sign * by) if self.vertical else (self.sign * by, 0.0)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one word, or of one mark, that follow each other.

    Attributes:
        start: Where it begins along the line.
        end: Where it ends.
        across: Its extent across the line.
        part: The box of a mark that it makes up, ``None`` where it stays.
        spaced: Whether white space goes before it.
        natural: Its length without adjustments that may depend on other text.
    """

    start: float
    end: float
    across: Range
    part: Part | None = None
    spaced: bool = False
    natural: float = 0.0

    @property
    def width(self) -> float:
        """Its length along the line."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one cell of a row, with at least one mark; ``number`` is its place among ``pieces_on``."""

    number: int
    axis: Axis
    runs: tuple[Run, ...]

    @property
    def start(self) -> float:
        """Where its first run begins."""
        return self.runs[0].start

    @property
    def end(self) -> float:
        """Where its last run ends."""
        return self.runs[-1].end

    @property
    def across(self) -> Range:
        """Its extent across the writing direction."""
        return min(run.across[0] for run in self.runs), max(run.across[1] for run in self.runs)

    @property
    def height(self) -> float:
        """The height of its highest run."""
        return max(run.across[1] - run.across[0] for run in self.runs)


def axis_of(word: Word) -> Axis | None:
    """The writing direction of a word, ``None`` where its letters are not told apart."""
    if not word.cuts:
        return None
    return Axis(word.vertical, 1 if word.cuts[0] <= word.cuts[-1] else -1)


def pieces_on(page: Page) -> list[tuple[Word, ...]]:
    """The words of each line of a page, those of a row of a table by cell: rules part them."""
    rules = [(axis, uprights_on(page, axis)) for axis in (Axis(), Axis(vertical=True))]
    pieces: list[tuple[Word, ...]] = []
    for _, members in groupby(page.words, key=lambda word: word.line):
        words = list(members)
        vertical = words[0].vertical
        axis, uprights = rules[vertical]
        low, high = axis.across(words[0].box)
        near = [
            (rule.along[0] + rule.along[1]) / 2 for rule in uprights if rule.thin and rule.ends(low, high)
        ]
        cuts = [0]
        for index, (before, after) in enumerate(pairwise(words), 1):
            edges = sorted((*axis.along(before.box), *axis.along(after.box)))
            if any(edges[1] - OVERSHOOT <= place <= edges[2] + OVERSHOOT for place in near):
                cuts.append(index)
        pieces += [tuple(words[start:end]) for start, end in pairwise((*cuts, len(words)))]
    return pieces


@dataclass(frozen=True, slots=True)
class Upright:
    """A barrier seen along a writing direction."""

    along: Range
    across: Range

    @property
    def thin(self) -> bool:
        """Whether it is a rule or an edge, and no picture."""
        return self.along[1] - self.along[0] <= RULE

    def ends(self, low: float, high: float) -> bool:
        """Whether it ends a line with this extent: an underline does not, nor the edge of a highlight."""
        shared = min(self.across[1], high) - max(self.across[0], low)
        is_rule = self.along[1] - self.along[0] > EDGE
        return shared >= UPRIGHT * (high - low) and (
            is_rule or self.across[1] - self.across[0] >= SHADE * (high - low)
        )


def uprights_on(page: Page, axis: Axis) -> list[Upright]:
    """The barriers of a page that may end a line in this direction."""
    found = (Upright(axis.along(barrier), axis.across(barrier)) for barrier in page.barriers)
    return [upright for upright in found if upright.across[1] - upright.across[0] >= RULE]


def lines_with_marks(marks: Sequence[Mark], pieces: Sequence[tuple[Word, ...]]) -> list[Line]:
    """The lines that bear marked characters and run straight; others are left out."""
    parts: dict[int, list[tuple[int, int, Part]]] = {}
    homes: dict[Part, set[int]] = defaultdict(set)
    for number, words in enumerate(pieces):
        found = list(_parts(marks, words))
        if found:
            parts[number] = found
            for _, _, part in found:
                homes[part].add(number)
    # A box over two cells is in neither.
    torn = {number for numbers in homes.values() if len(numbers) > 1 for number in numbers}
    lines = (_line(number, pieces[number], found) for number, found in parts.items() if number not in torn)
    return [line for line in lines if line]


def _parts(marks: Sequence[Mark], words: Sequence[Word]) -> Iterator[tuple[int, int, Part]]:
    """The marked ranges of characters among words of one line, with the box that each of them has."""
    for number, mark in enumerate(marks):
        span = mark.span
        if span is None or span.end <= words[0].start or words[-1].end <= span.start:
            continue
        start, end = max(span.start, words[0].start), min(span.end, words[-1].end)
        middle = next(
            (word.part(start, end) for word in words if word.start < end and start < word.end), None
        )
        for part, box in enumerate(mark.boxes):
            if middle and box.contains((middle.x0 + middle.x1) / 2, (middle.y0 + middle.y1) / 2):
                yield start, end, (number, part)
                break


def _line(number: int, words: Sequence[Word], parts: Sequence[tuple[int, int, Part]]) -> Line | None:
    axes = {axis_of(word) for word in words}
    axis = axes.pop()
    if axes or axis is None:
        return None
    runs = tuple(_joined(run for word in words for run in _runs_of(word, parts, axis, word is words[0])))
    height = max(run.across[1] - run.across[0] for run in runs)
    in_order = all(after.start >= before.end - OVERLAP * height for before, after in pairwise(runs))
    return Line(number, axis, runs) if in_order else None


def _runs_of(word: Word, parts: Iterable[tuple[int, int, Part]], axis: Axis, is_first: bool) -> Iterator[Run]:
    """The word cut where marks begin and end."""
    inside = [(max(start, word.start), min(end, word.end), part) for start, end, part in parts]
    inside = [cut for cut in inside if cut[0] < cut[1]]
    edges = sorted({word.start, word.end, *(edge for start, end, _ in inside for edge in (start, end))})
    for start, end in pairwise(edges):
        part = next((part for low, high, part in inside if low <= start and end <= high), None)
        low, high = axis.along(word.part(start, end))
        if high - low >= MINIMUM_PART:
            spaced = start == word.start and not is_first
            whole = start == word.start and end == word.end
            natural = _natural(high - low, word.advance if whole else 0.0)
            yield Run(low, high, axis.across(word.box), part, spaced, natural)


def _natural(width: float, advance: float) -> float:
    """The length of a word by its own letters: other differences than kerning are noise."""
    if not advance:
        return round(width / GRAIN) * GRAIN
    return round(advance + round((width - advance) / KERNING) * KERNING, 2)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of one mark as one run."""
    pending: Run | None = None
    for run in runs:
        if pending and run.part is not None and run.part == pending.part:
            across = (min(pending.across[0], run.across[0]), max(pending.across[1], run.across[1]))
            pending = Run(pending.start, run.end, across, run.part, pending.spaced)
            continue
        if pending:
            yield pending
        pending = run
    if pending:
        yield pending
