"""The text of a decision letter, passage by passage.

In: a Word document, or the text of the pages of a PDF. Out: ``Passage`` values in reading order: paragraphs,
headings, and rows of tables by their cells. What stands on every page (page numbers) is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from lakmoes.errors import UsageError

HEADINGS = ("heading", "kop", "title", "titel")
LONGEST_HEADING = 140
"""Characters."""
LOWEST = 10
"""Level of a heading that is one only by its bold letters."""
PAGE_NUMBER = re.compile(
    r"^\W*(?:pagina|bladzijde|page|blad)?\s*\d+(?:\s*(?:van|of|/)\s*\d+)?\W*$", re.IGNORECASE
)
NUMBERED = re.compile(r"^(?:\d+(?:\.\w+)+\.?\s|artikel\s)", re.IGNORECASE)
"""How a heading begins that may be as long as a line."""
FULL = 0.75
"""Share of the longest line from which a line goes on to the next one."""
EDGE = 2
"""Lines at the top and the foot of a page that may stand on every page."""
ENDS_SENTENCE = (".", ";", "?", "!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, a heading or a row of a table.

    Attributes:
        text: What it says.
        level: Of a heading, from 1 for the highest; 0 for what is none.
        cells: The texts of a row, empty for other passages.
        page: From 1, 0 where it is not known: a Word document has no pages until it is printed.
    """

    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    page: int = 0


def passages_of_word(path: Path) -> tuple[Passage, ...]:
    """The passages of a Word document.

    Raises:
        UsageError: It is no Word document.
    """
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise UsageError("letter-unreadable", path=path.name) from error
    parts = (_passages(part) for part in document.iter_inner_content())
    return tuple(passage for of_part in parts for passage in of_part)


def passages_of_pages(pages: Sequence[str]) -> tuple[Passage, ...]:
    """The passages of pages of text: lines are joined to paragraphs, short ones above others are headings.

    Lines that stand at the top or the foot of most pages are left out.
    """
    texts = [[line.strip() for line in text.splitlines() if line.strip()] for text in pages]
    running = _running(texts)
    lines = [
        (line, number)
        for number, page in enumerate(texts, start=1)
        for line in page
        if line not in running and not PAGE_NUMBER.match(line)
    ]
    return tuple(_joined(lines))


def _passages(part: Paragraph | Table) -> Iterator[Passage]:
    if isinstance(part, Table):
        for row in part.rows:
            cells = tuple(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))
            yield Passage(text="\t".join(cells), cells=cells)
        return
    text = " ".join(part.text.split())
    if text:
        yield Passage(text=text, level=_level(part, text))


def _level(paragraph: Paragraph, text: str) -> int:
    style = (paragraph.style.name or "").lower() if paragraph.style else ""
    if style.startswith(HEADINGS):
        number = re.search(r"\d+", style)
        return int(number.group()) if number else 1
    is_bold = all(run.bold for run in paragraph.runs if run.text.strip()) and _is_short(text)
    return LOWEST if is_bold else 0


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and not text.endswith(ENDS_SENTENCE)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines at the top or the foot of more than half of the pages, of two at least."""
    at_edge = Counter(line for page in pages for line in {*page[:EDGE], *page[-EDGE:]})
    return frozenset(line for line, count in at_edge.items() if count > 1 and count > len(pages) / 2)


def _joined(lines: Sequence[tuple[str, int]]) -> Iterator[Passage]:
    """Lines up to the end of a sentence are one paragraph; what stands by itself is a heading."""
    width = max((len(line) for line, _ in lines), default=0)
    held: list[str] = []
    first_page = 0
    for index, (line, page) in enumerate(lines):
        following = lines[index + 1][0] if index + 1 < len(lines) else ""
        first_page = first_page if held else page
        held.append(line)
        text = " ".join(held)
        if _heads(text, line, following, width):
            yield Passage(text=text, level=1, page=first_page)
            held = []
        elif line.endswith((*ENDS_SENTENCE, ":")):
            yield Passage(text=text, page=first_page)
            held = []
    if held:
        yield Passage(text=" ".join(held), page=first_page)


def _heads(text: str, line: str, following: str, width: int) -> bool:
    """Whether a paragraph so far is a heading: short, and its last line neither full nor run on."""
    runs_on = line.endswith((",", ":")) or following[:1].islower()
    stands_alone = len(line) < FULL * width or NUMBERED.match(text) is not None
    return _is_short(text) and (text[0].isupper() or text[0].isdecimal()) and stands_alone and not runs_on
