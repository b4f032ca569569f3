"""How many Dutch names would leave a page that looks the same.

In: the marks of a page, the page, how wide boxes may be. Out: for each mark the number of names, of 20,000,
that could have stood there: set in the same type, each would have given the same gap and the same places
for the rest of its line (the anonymity set of Bland, Iyer, Levchenko, PETS 2023). Widths of letters are
those of the letters on the page.

That a word did not fit on its line bounds a name from above here, not from below: how long the next word
was is not weighed. Nor are sentences, or who is likely to be meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, zip_longest
from statistics import median

import numpy as np
import numpy.typing as npt

from lakmoes.model import Mark, Page, TextSource, Width
from lakmoes.placing.lines import Line, Part, Run, lines_with_marks, pieces_on
from lakmoes.placing.names import widths_of_names
from lakmoes.placing.room import Alignment, Room, rooms_on
from lakmoes.placing.setting import LEAST, set_line, step_of
from lakmoes.placing.spaces import SPACE

TOLERANCE = 0.5
"""Points by which an exact gap may differ from a name."""
CLASSES = 5
"""Steps up to which names are long."""
FEW = 50
"""Names below which a gap tells too much."""
DIGITS = 1
BROAD, NARROW = "mwMW@%", "iljtfrI.,:;'!|()"
USUAL, WIDE, SLIM = 0.48, 0.72, 0.24
"""Widths, in line heights, of letters that the page does not show: most, broad and narrow ones."""


def anonymity(
    marks: Sequence[Mark], page: Page, width: Width, letters: "Letters | None" = None
) -> list[int | None]:
    """For each mark of a page how many names fit; ``None`` where it has no line of text, or more than one.

    Args:
        marks: All marks of the page, as they were planned.
        page: The page as it was read.
        width: How wide boxes may be.
        letters: Of the document; those of the page when left out.
    """
    pieces = pieces_on(page)
    lines = lines_with_marks(marks, pieces)
    moves = width is not Width.EXACT and page.text_source is TextSource.DIGITAL
    rooms = rooms_on(page, marks, pieces, lines) if moves else [None] * len(lines)
    letters = letters or Letters([page])
    found: dict[Part, int] = {}
    for line, room in zip(lines, rooms, strict=True):
        for index, run in enumerate(line.runs):
            span = marks[run.part[0]].span if run.part else None
            if run.part and span:
                ranges = _alike(line, room, index, width)
                found[run.part] = letters.fitting(ranges, page.quote(span), run)
    return [found.get((number, 0)) if len(mark.boxes) == 1 else None for number, mark in enumerate(marks)]


class Letters:
    """How wide letters are on the pages of a document, by height of line."""

    def __init__(self, pages: Iterable[Page]) -> None:
        seen: dict[tuple[float, str], list[float]] = defaultdict(list)
        for page in pages:
            for word, after in zip_longest(page.words, page.words[1:]):
                box = word.box
                height = round(box.x1 - box.x0 if word.vertical else box.y1 - box.y0, DIGITS)
                for letter, (start, end) in zip(word.text, pairwise(word.cuts), strict=False):
                    seen[height, letter].append(abs(end - start))
                if after and after.line == word.line and word.cuts and after.cuts:
                    seen[height, " "].append(abs(after.cuts[0] - word.cuts[-1]))
        self._widths = {key: median(widths) for key, widths in seen.items()}
        self._names: dict[float, npt.NDArray[np.float64]] = {}

    def fitting(self, ranges: Iterable[tuple[float, float]], text: str, run: Run) -> int:
        """How many names have a width in one of the ranges, in the type of a run with this text.

        A range holds its upper end and not its lower one.
        """
        height = round(run.across[1] - run.across[0], DIGITS)
        if height not in self._names:
            self._names[height] = widths_of_names(partial(self._letter, height))
        # Bold or letter-spaced type is wider than what else stands in lines of this height.
        usual = sum(self._letter(height, letter) for letter in text)
        scale = run.width / usual if usual else 1.0
        edges = np.array([(low, high) for low, high in ranges]).reshape(-1, 2) / scale
        below = self._names[height].searchsorted(edges, "right")
        return int((below[:, 1] - below[:, 0]).sum())

    def _letter(self, height: float, letter: str) -> float:
        found = self._widths.get((height, letter))
        if found is not None:
            return found
        share = WIDE if letter in BROAD else SLIM if letter in NARROW else USUAL
        return height * (SPACE if letter == " " else share)


def _alike(line: Line, room: Room | None, index: int, width: Width) -> Iterator[tuple[float, float]]:
    """The ranges of widths of a run with which the line would look the same."""
    own = line.runs[index].width
    seen = _looks(line, room, width) if room else {}
    if room is None or _looks(_with_width(line, room, index, own - TOLERANCE), room, width) != seen:
        yield own - TOLERANCE, own + TOLERANCE
        return
    least, step = LEAST * line.height, step_of(line.height)
    longest = own + max(_slack(line, room), 0.0) + TOLERANCE
    edges = (0.0, least, *(step * count for count in range(1, CLASSES + 1)))
    for low, high in pairwise(edges):
        top = min(high, longest)
        if top > low and _looks(_with_width(line, room, index, (low + top) / 2), room, width) == seen:
            yield low, top


def _looks(line: Line, room: Room, width: Width) -> Mapping[Part, float]:
    """The widths of all gaps of a line, as they are set."""
    return {part: round(wide, DIGITS) for part, wide in set_line(line, room, width).gaps.items()}


def _slack(line: Line, room: Room) -> float:
    """How much wider the marked text could have been within the margins."""
    if room.justified:
        return sum(
            max(after.start - before.end - room.space, 0.0)
            for before, after in pairwise(line.runs)
            if after.spaced
        )
    if room.alignment is Alignment.START:
        return room.high - line.end
    if room.alignment is Alignment.END:
        return line.start - room.low
    return 2 * min(line.start - room.low, room.high - line.end)


def _with_width(line: Line, room: Room, index: int, wide: float) -> Line:
    """The line as it was when another text, this wide, had stood in the place of a run."""
    grown = wide - line.runs[index].width
    before = grown * room.alignment.value
    runs = tuple(
        replace(
            run,
            start=run.start - before + (grown if place > index else 0.0),
            end=run.end - before + (grown if place >= index else 0.0),
        )
        for place, run in enumerate(line.runs)
    )
    return replace(line, runs=runs)
