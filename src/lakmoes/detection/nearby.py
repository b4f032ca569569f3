r"""What stands around a value on its page: the words before and after, its label, its table's header.

In: the text of a page with the layout signs of ``Page`` (``\n`` line end, ``\t`` next cell, ``\n\n`` next
paragraph or row). Out: folded, lower-case pieces of that text in which recognizers look for words that
decide, and the lines and rows as they stand. Knows no kind of personal data.

A value is rarely labelled in its own sentence: in a form the label stands in the cell to the left, in a
letterhead on the line above, in a table in the header row that may be thirty rows up.
"""

import bisect
import re
from dataclasses import dataclass
from functools import lru_cache

BLOCK = re.compile(r"\n\n+")
LABEL_LENGTH = 45
"""Characters; a longer piece of text of its own is no label."""
HEADER_DISTANCE = 60
"""Rows that a table may count before its header is no longer looked for."""
PROSE_LENGTH = 120
"""Characters; a block without cells that is longer ends a table."""
PROSE_LINE = 70
"""Characters; a longer line is running text."""
HEADER_CELLS = 3
"""From so many cells a row of labels is a header wherever it stands; with fewer only as the first row."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page's text and the questions that recognizers ask about a place in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def block(self, position: int) -> tuple[int, int]:
        """Start and end of the block (paragraph or table row) that holds the position."""
        index = self._index(position)
        return self.starts[index], self.ends[index]

    def before(self, start: int, width: int = 60) -> str:
        """Up to ``width`` characters before, within the block; a short label block above counts as before."""
        begin, _ = self.block(start)
        piece = self.text[max(begin, start - width) : start]
        return folded(piece if piece.strip() else self._label_above(start))

    def after(self, end: int, width: int = 40) -> str:
        """Up to ``width`` characters after, within the block."""
        _, last = self.block(max(end - 1, 0))
        return folded(self.text[end : min(last, end + width)])

    def line(self, start: int) -> str:
        """The whole line that holds the position, cells of the row included."""
        begin = self.text.rfind("\n", 0, start) + 1
        finish = self.text.find("\n", start)
        return folded(self.text[begin : finish if finish >= 0 else len(self.text)])

    def line_before(self, start: int) -> str:
        """The line that holds the position, up to the position."""
        return folded(self.text[self.text.rfind("\n", 0, start) + 1 : start])

    def lines_above(self, start: int, count: int = 2) -> str:
        """Up to ``count`` lines above the position's line, within the block."""
        begin, _ = self.block(start)
        line_start = max(self.text.rfind("\n", begin, start) + 1, begin)
        return folded(" ".join(self.text[begin:line_start].split("\n")[-count - 1 :]))

    def row(self, start: int) -> str:
        """The whole block that holds the position."""
        begin, finish = self.block(start)
        return folded(self.text[begin:finish])

    def cell_start(self, start: int) -> int:
        """Where the cell begins that holds the position."""
        begin, _ = self.block(start)
        return max(self.text.rfind("\t", begin, start) + 1, begin)

    def label(self, start: int) -> str:
        """The cell to the left of the cell that holds the position, or the short block above it."""
        begin, _ = self.block(start)
        cell = self.cell_start(start)
        if cell == begin:
            return folded(self._label_above(start))
        left = max(self.text.rfind("\t", begin, cell - 1) + 1, begin)
        return folded(self.text[left : cell - 1])

    def header(self, start: int) -> tuple[str, ...]:
        """The cells of the header row of the table that the position stands in, else none.

        A header is a row of short labels without digits above rows of the same table.
        """
        index = self._index(start)
        for above in range(index - 1, max(index - HEADER_DISTANCE, -1), -1):
            piece = self._piece(above)
            if is_header(piece, first=above == 0 or "\t" not in self._piece(above - 1)):
                return tuple(folded(cell) for cell in piece.split("\t"))
            if "\t" not in piece and len(piece) > PROSE_LENGTH:
                break
        return ()

    def is_row(self, start: int) -> bool:
        """Whether the block is a row of cells."""
        begin, finish = self.block(start)
        return self.text.find("\t", begin, finish) >= 0

    def is_prose(self, start: int) -> bool:
        """Whether the block is running text rather than the lines of a letterhead, signature or table."""
        begin, finish = self.block(start)
        piece = self.text[begin:finish]
        if "\t" in piece or "|" in piece:
            return False
        lines = piece.split("\n")
        return max(len(line) for line in lines) > PROSE_LINE or (
            len(lines) == 1 and len(piece) > LABEL_LENGTH
        )

    def _piece(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def _index(self, position: int) -> int:
        return max(bisect.bisect_right(self.starts, position) - 1, 0)

    def _label_above(self, start: int) -> str:
        index = self._index(start)
        if index == 0:
            return ""
        above = self._piece(index - 1)
        return above if len(above) <= LABEL_LENGTH and "\t" not in above else ""


@lru_cache(maxsize=2)
def layout_of(text: str) -> Layout:
    """The layout of a page's text; kept for the recognizers that come next, and no longer."""
    starts, ends, position = [], [], 0
    for gap in BLOCK.finditer(text):
        starts.append(position)
        ends.append(gap.start())
        position = gap.end()
    starts.append(position)
    ends.append(len(text))
    return Layout(text, tuple(starts), tuple(ends))


def folded(text: str) -> str:
    """The text in lower case on one line; a word hyphenated over a line end is one word again."""
    joined = re.sub(r"(?<=\w)-\n(?=[a-z])", "", text)
    return re.sub(r"\s+", " ", joined).lower()


def is_header(row: str, *, first: bool) -> bool:
    """Whether a row consists of short labels: several cells, no digits, none longer than a label."""
    cells = row.split("\t")
    return (
        len(cells) >= (2 if first else HEADER_CELLS)
        and not any(character.isdigit() for character in row)
        and all(len(cell) <= LABEL_LENGTH for cell in cells)
        and row[:1].isupper()
    )


def any_of(*patterns: str) -> re.Pattern[str]:
    """The pattern that matches what one of the patterns matches, in folded text."""
    return re.compile("|".join(patterns))
