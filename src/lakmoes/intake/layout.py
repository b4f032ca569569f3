"""The lines of a page as a reader sees them: text, size of type, and whether a line ran full.

In: a ``Page``. Out: its lines, cells kept apart by tabs, with what tells a heading from a body. The size of
type is the height of the words' boxes, which follows the font; in recognised text (OCR) it follows the ink
and is less sure.
"""

import statistics
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from lakmoes.model import Page, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of a page's text.

    Attributes:
        text: Its characters; a tab stands between cells.
        size: Height of its type in points.
        opens: Whether it opens a paragraph, row or column.
        full: Whether the first word of the next line would not have fitted on it, so that the text runs on.
    """

    text: str
    size: float
    opens: bool
    full: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the line."""
        return tuple(cell.strip() for cell in self.text.split("\t"))


def lines_of(page: Page) -> tuple[TextLine, ...]:
    """The lines of the page that hold words, in reading order."""
    runs = _runs(page)
    edge = max((_right(word) for _, words in runs for word in words), default=0.0)
    following = [after for _, after in pairwise(words for _, words in runs)]
    lines = []
    for position, (start, words) in enumerate(runs):
        after = following[position] if position < len(following) else None
        last = words[-1]
        lines.append(
            TextLine(
                text=page.text[start : last.end],
                size=statistics.median(_height(word) for word in words),
                opens=start == 0 or page.text[start - 2 : start] == "\n\n",
                full=after is not None and _right(last) + _width(after[0]) + _height(last) / 4 > edge,
            )
        )
    return tuple(lines)


def body_size(lines: tuple[TextLine, ...]) -> float:
    """The size of type in which most characters are set, 0 without lines."""
    weights: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=0.0)


def _runs(page: Page) -> list[tuple[int, list[Word]]]:
    """The words of each line with the offset where the line begins."""
    starts = [word.start for word in page.words]
    runs = []
    position = 0
    for text in page.text.split("\n"):
        first = bisect_left(starts, position)
        words = list(page.words[first : bisect_left(starts, position + len(text))])
        if words:
            runs.append((words[0].start, words))
        position += len(text) + 1
    return runs


def _height(word: Word) -> float:
    return word.box.x1 - word.box.x0 if word.vertical else word.box.y1 - word.box.y0


def _width(word: Word) -> float:
    return word.box.y1 - word.box.y0 if word.vertical else word.box.x1 - word.box.x0


def _right(word: Word) -> float:
    return word.box.y1 if word.vertical else word.box.x1
