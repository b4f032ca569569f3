"""What is to be redacted, and how a box hides the width of what stood there."""

from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model.texts import Box, Span


class Width(StrEnum):
    """What the width of a black box in a line of text may tell of what stood there."""

    FIXED = "fixed"
    """Nothing: all boxes of a size of text are equally wide."""
    STEP = "step"
    """Which of a few classes: a box is a whole number of steps wide."""
    EXACT = "exact"
    """All: a box covers what stood there and the rest of the line stays where it was."""


class LabelPlace(StrEnum):
    """Where the grounds of redactions are printed."""

    BOX = "box"
    """In each box, or beside it."""
    PAGE = "page"
    """In one statement on each page."""
    DOCUMENT = "document"
    """In one statement on the first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One redaction on one page: the boxes to black out and the grounds that are printed on them."""

    page_index: int
    boxes: tuple[Box, ...]
    codes: tuple[str, ...]
    span: Span | None = None
    """The characters under the boxes; ``None`` for a box drawn by hand or a page without text."""
    bars: tuple[Box, ...] = ()
    """The black boxes as they are painted, one for each of ``boxes``; empty where these are painted."""

    def __post_init__(self) -> None:
        if not self.boxes or not self.codes:
            raise ValueError("a mark has boxes and a ground")
        if self.bars and len(self.bars) != len(self.boxes):
            raise ValueError("a mark is painted with one bar for each box")

    @property
    def painted(self) -> tuple[Box, ...]:
        """The black boxes along the line; how high they are is up to the letters."""
        return self.bars or self.boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A stretch of a line of text that is written elsewhere, to make a gap of another width.

    What moves are the characters that stay and whose centre, as the page was read, lies in ``area``; they
    move by ``dx`` and ``dy`` points in page space. Areas of a page share no character.
    """

    page_index: int
    area: Box
    dx: float
    dy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotice:
    """Pages that are refused whole, in whose place one page says so.

    Attributes:
        first_index: The first of them, from 0.
        last_index: The last of them; there is one at least.
        codes: The grounds on which each of them is refused.
    """

    first_index: int
    last_index: int
    codes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.first_index <= self.last_index or not self.codes:
            raise ValueError("a notice stands for pages and has a ground")

    def holds(self, page_index: int) -> bool:
        """Whether it stands for this page."""
        return self.first_index <= page_index <= self.last_index


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionPlan:
    """All that is done to one document, and a digest that ties a file to it.

    Attributes:
        document_id: The document.
        marks: What is redacted, also on the pages that give way to a notice.
        digest: Of the places, the grounds, what moves and the notices.
        shifts: What moves to hide the widths of marks.
        notices: Pages in whose place one page stands, from first to last; no page is in two of them.
        printed: Lines that may be printed on each page besides labels and the document's number.
    """

    document_id: str
    marks: tuple[Mark, ...]
    digest: str
    shifts: tuple[Shift, ...] = ()
    notices: tuple[PageNotice, ...] = ()
    printed: tuple[tuple[str, ...], ...] = ()

    def notice_on(self, page_index: int) -> PageNotice | None:
        """The notice that stands for a page."""
        return next((notice for notice in self.notices if notice.holds(page_index)), None)

    def written_pages(self, page_count: int) -> tuple[int, ...]:
        """The pages of the source that the pages of the file stand for, or the first of them."""
        gone = {
            index for notice in self.notices for index in range(notice.first_index + 1, notice.last_index + 1)
        }
        return tuple(index for index in range(page_count) if index not in gone)

    def position_of(self, page_index: int) -> int:
        """Where the file has a page of the source, or what stands in its place, from 0."""
        return len(self.written_pages(page_index + 1)) - 1

    def printed_on(self, page_index: int) -> frozenset[str]:
        """Lines that may be printed on a page besides labels and the document's number."""
        return frozenset(self.printed[page_index]) if page_index < len(self.printed) else frozenset()

    def shifts_on(self, page_index: int) -> tuple[Shift, ...]:
        """The stretches of lines on a page that are written elsewhere."""
        return tuple(shift for shift in self.shifts if shift.page_index == page_index)

    def by_page(self) -> dict[int, list[Mark]]:
        """The marks of each page that has any, by page index."""
        pages: dict[int, list[Mark]] = {}
        for mark in self.marks:
            pages.setdefault(mark.page_index, []).append(mark)
        return pages
