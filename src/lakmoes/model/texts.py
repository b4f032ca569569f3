"""Pages, words and places: where text stands.

Coordinates are PDF points (1/72 inch), origin at the top left of the page *before* rotation, y downwards.
``page_index`` counts from 0; page numbers for people count from 1.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TextSource(StrEnum):
    """Where the text of a page comes from."""

    DIGITAL = "digital"
    OCR = "ocr"
    NONE = "none"
    """No text could be read. Never the same as an empty page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page in points, origin top left, page before rotation; its area is positive."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 < self.x1 and self.y0 < self.y1):
            raise ValueError("a box must have a positive area")

    def union(self, other: "Box") -> "Box":
        """The smallest box that covers both."""
        return Box(
            x0=min(self.x0, other.x0),
            y0=min(self.y0, other.y0),
            x1=max(self.x1, other.x1),
            y1=max(self.y1, other.y1),
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies in the box, edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def overlaps(self, other: "Box") -> bool:
        """Whether the two boxes share an area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


MINIMUM_PART = 0.01
"""Points; characters narrower than this have no place of their own (combining marks, zero-width joins)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of characters without white space, with the place of each character.

    Attributes:
        text: The characters as they stand in the page's text.
        box: The box of the whole word.
        start: Offset of the first character in the page's text.
        line: Index of the visual line on the page; boxes of one line may be joined.
        cuts: ``len(text) + 1`` positions of the characters' edges along the writing direction, or empty
            where characters cannot be told apart (slanted text): then any part stands for the whole word.
        vertical: Whether the writing direction is the y axis; ``cuts`` are then y positions.
        advance: How wide its characters are by themselves, without what is adjusted between them; 0 where
            this is not known.
    """

    text: str
    box: Box
    start: int
    line: int
    cuts: tuple[float, ...] = ()
    vertical: bool = False
    advance: float = 0.0

    def __post_init__(self) -> None:
        if not self.text or self.start < 0:
            raise ValueError("a word has text and a place")
        if self.cuts and len(self.cuts) != len(self.text) + 1:
            raise ValueError("a word has one edge more than it has characters")

    @property
    def end(self) -> int:
        """Offset just past the last character in the page's text."""
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> Box:
        """The box of the characters from ``start`` to ``end``, offsets in the page's text."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        if first >= last:
            raise ValueError("the part lies outside the word")
        if not self.cuts or (first == 0 and last == len(self.text)):
            return self.box
        low, high = sorted((self.cuts[first], self.cuts[last]))
        if high - low < MINIMUM_PART:
            return self.box
        if self.vertical:
            return Box(x0=self.box.x0, y0=low, x1=self.box.x1, y1=high)
        return Box(x0=low, y0=self.box.y0, x1=high, y1=self.box.y1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open, non-empty range of characters in the text of one page of one document."""

    document_id: str
    page_index: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.page_index < 0 or not 0 <= self.start < self.end:
            raise ValueError("a span is a non-empty range on a page")

    def overlaps(self, other: "Span") -> bool:
        """Whether both lie on the same page and share a character."""
        return self.page == other.page and self.start < other.end and other.start < self.end

    @property
    def page(self) -> tuple[str, int]:
        """The document id and the page index."""
        return self.document_id, self.page_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    r"""One page as the detectors (text) and the redactor (boxes) know it; the only object that joins both.

    ``text`` keeps the layout in three signs: a line end within a paragraph or cell is ``\n``, a step to
    another cell on the same row is ``\t``, and a step to another paragraph, row or column is ``\n\n``.
    ``barriers`` are rules, edges of shaded fields and pictures: text that is moved may not cross them.
    """

    document_id: str
    index: int
    width: float
    height: float
    rotation: int
    text: str
    words: tuple[Word, ...]
    text_source: TextSource
    barriers: tuple[Box, ...] = ()

    def __post_init__(self) -> None:
        if self.rotation not in (0, 90, 180, 270) or self.width <= 0 or self.height <= 0:
            raise ValueError("a page has a size and a rotation in quarter turns")
        position = 0
        for word in self.words:
            if word.start < position or self.text[word.start : word.end] != word.text:
                raise ValueError("the words of a page must equal its text")
            position = word.end

    def words_in(self, span: Span) -> Iterator[Word]:
        """The words that the span touches, in order."""
        self._check(span)
        return (word for word in self.words if word.start < span.end and span.start < word.end)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """The boxes that cover every character of the span: one per line, of slanted text one per word.

        Raises:
            ValueError: The span lies elsewhere, or a character of it has no place on the page.
        """
        words = tuple(self.words_in(span))
        covered = {place for word in words for place in range(word.start, word.end)}
        for place in range(span.start, span.end):
            if place not in covered and not self.text[place].isspace():
                raise ValueError("a character of the span has no place on the page")
        if not words:
            raise ValueError("the span holds white space only")
        boxes = []
        for _, group in itertools.groupby(words, key=lambda word: word.line):
            parts = [(word.part(span.start, span.end), bool(word.cuts)) for word in group]
            box, was_straight = parts[0]
            for part, is_straight in parts[1:]:
                # The box around slanted words would hold letters of other lines.
                if not (was_straight and is_straight):
                    boxes.append(box)
                    box = part
                box, was_straight = box.union(part), is_straight
            boxes.append(box)
        return tuple(boxes)

    def quote(self, span: Span) -> str:
        """The text of the span on one line, white space folded."""
        self._check(span)
        return " ".join(self.text[span.start : span.end].split())

    def _check(self, span: Span) -> None:
        if span.page != (self.document_id, self.index) or span.end > len(self.text):
            raise ValueError("the span does not lie on this page")
