"""Text laid out as a reader of PDF finds it: wrapped lines, cells with tabs, blocks apart, pages.

In: blocks of marked text; a row of a table has tabs between its cells. Out: the marked text of each page.
Lines are wrapped as word processors do, also after the hyphen of a double surname, and in some documents
within words.
"""

import re
from dataclasses import dataclass
from random import Random

MARK = re.compile(r"\{[a-z]\||\}")
CELL_WIDTHS = (14, 18, 24, 30, 40, 60)
LABEL, COLUMN, WIDE = 40, 42, 100
"""The longest label, the width of a column of remarks, and that of a line where nothing is wrapped."""
FOOTERS = ("Pagina {}", "{}", "- {} -", "Pagina {} van 4", "blad {}", "{}/6", "Vertrouwelijk – pagina {}")
SYLLABLE = re.compile(r"(?<=[aeiouy])(?=[bcdfghjklmnpqrstvwz][aeiouy])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a document is printed.

    Attributes:
        width: Characters on a line; 0 where paragraphs are one line.
        cell_width: The same within a cell of a table.
        hyphenates: Whether words are broken at the end of a line.
        page_lines: Lines on a page.
        gap: What parts blocks.
        spread: Share of lines whose words stand so far apart that tabs are read between them.
        footer: What stands under each page, with a place for its number, or nothing.
    """

    width: int
    cell_width: int
    hyphenates: bool
    page_lines: int
    gap: str
    spread: float
    footer: str

    @classmethod
    def drawn(cls, rng: Random) -> "Layout":
        """A layout as office documents have it."""
        return cls(
            width=rng.randint(60, 110) if rng.random() < 0.75 else 0,
            cell_width=rng.choice(CELL_WIDTHS),
            hyphenates=rng.random() < 0.08,
            page_lines=rng.randint(35, 60),
            gap="\n" if rng.random() < 0.12 else "\n\n",
            spread=0.08 if rng.random() < 0.06 else 0.0,
            footer=rng.choice(FOOTERS) if rng.random() < 0.3 else "",
        )

    def block(self, text: str) -> str:
        """A block with its lines wrapped; rows of a table cell by cell."""
        return "\n".join(self._line(line) for line in text.split("\n"))

    def _line(self, line: str) -> str:
        if "\t" in line:
            cells = line.split("\t")
            return "\t".join(self._wrapped(cell, self._width(cells, cell)) for cell in cells)
        return self._wrapped(line, self.width) if self.width else line

    def _width(self, cells: list[str], cell: str) -> int:
        """Two cells are a label with its value, or a text with a remark beside it; more are a table."""
        if len(cells) > 2:
            return self.cell_width
        return COLUMN if printed(cells[0]) > LABEL and cell is not cells[0] else self.width or WIDE

    def pages(self, blocks: list[str], rng: Random) -> list[str]:
        """The text of each page."""
        text = self.gap.join(self.block(block) for block in blocks if block.strip())
        pages: list[list[str]] = [[]]
        depth = 0
        for line in text.split("\n"):
            if len(pages[-1]) >= self.page_lines and depth == 0:
                pages.append([])
            pages[-1].append(self._spread(line, rng))
            depth += line.count("{") - line.count("}")
        texts = [page for lines in pages if (page := "\n".join(lines).strip("\n"))]
        return [self._with_footer(page, number) for number, page in enumerate(texts, start=1)]

    def _spread(self, line: str, rng: Random) -> str:
        return line.replace(" ", "\t") if self.spread and rng.random() < self.spread else line

    def _with_footer(self, page: str, number: int) -> str:
        return f"{page}\n\n{self.footer.format(number)}" if self.footer else page

    def _wrapped(self, text: str, width: int) -> str:
        lines = [""]
        for word in text.split(" "):
            candidate = f"{lines[-1]} {word}" if lines[-1] else word
            if printed(candidate) <= width or not lines[-1]:
                lines[-1] = candidate
                continue
            head, tail = self._broken(word, width - printed(lines[-1]) - 1)
            if head:
                lines[-1] += f" {head}"
            lines.append(tail)
        return "\n".join(lines)

    def _broken(self, word: str, room: int) -> tuple[str, str]:
        """What of a word still fits on the line, and what does not."""
        hyphen = word.rfind("-", 2, len(word) - 3)
        if hyphen > 0 and word[hyphen - 1].isalpha() and printed(word[: hyphen + 1]) <= room:
            return word[: hyphen + 1], word[hyphen + 1 :]
        if self.hyphenates and _is_word(word):
            cuts = [
                m.start() for m in SYLLABLE.finditer(word) if printed(word[: m.start()]) in range(3, room)
            ]
            if cuts and len(word) - cuts[-1] > 3:
                return f"{word[: cuts[-1]]}-", word[cuts[-1] :]
        return "", word


def _is_word(word: str) -> bool:
    return MARK.sub("", word).strip(".,;:()").isalpha()


def printed(text: str) -> int:
    """The number of characters without the marks."""
    return len(MARK.sub("", text))
