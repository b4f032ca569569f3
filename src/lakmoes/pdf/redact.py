"""Writes the redacted PDF of one document.

In: the source file, the plan, what is printed on the pages. Out: a new file in which the text, the pixels and
the drawings under the plan's boxes are gone, black boxes with the codes of their grounds stand in their place
and everything else is as it was; and notes on what was removed from the file besides. Where the plan has a
notice for pages that are refused whole, one page that says so stands in their place.

Goes page by page through ``glyphs`` (what goes), ``erase`` (text, pixels), ``labels`` (what is printed), and
then once through ``scrub`` (drawings, the document itself, writing). Fails closed: what cannot be removed or
checked ends in an error and no file.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pymupdf

from lakmoes import nl
from lakmoes.collecting import without_collecting
from lakmoes.errors import LakmoesError, RedactionError
from lakmoes.model import Box, Mark, Note, RedactionPlan, Shift
from lakmoes.pdf.bars import between, painted, reach_of
from lakmoes.pdf.choices import Choices
from lakmoes.pdf.erase import (
    count_outside,
    erase_pixels,
    erase_text,
    own_content,
    pictures_among,
    places_on,
    text_among,
    text_sticks_out,
)
from lakmoes.pdf.glyphs import Glyph, Glyphs, glyphs_in, glyphs_of
from lakmoes.pdf.labels import Redaction, Stamp, notice_page, overlay
from lakmoes.pdf.moving import Move, carried_by
from lakmoes.pdf.opening import bytes_of
from lakmoes.pdf.paper import Paper
from lakmoes.pdf.prepare import prepare
from lakmoes.pdf.scrub import PageOrder, scrub
from lakmoes.pdf.space import moved, rectangle_of, space_of
from lakmoes.pdf.telltale import Telltale
from lakmoes.pdf.typeset import Setting
from lakmoes.pdf.watermarks import is_bystander

__all__ = ["Stamp", "redact"]

Value = TypeVar("Value")

GAP, STEP = 0.2, 0.5
"""Font sizes between two signs of one word at most, along the line and across it."""


def redact(
    source: Path, plan: RedactionPlan, stamp: Stamp, target: Path, hidden_texts: Sequence[str] = ()
) -> tuple[Note, ...]:
    """Writes the redacted document to ``target``; out come notes on what the file lost besides.

    Args:
        source: The PDF; it is not changed.
        plan: Where to redact; its boxes are in page space (``model.Box``).
        stamp: What is printed on the pages.
        target: Where the new file is written: a temporary name, for it is not verified yet.
        hidden_texts: Redacted values, to take out of bookmarks, links, tags and names of layers as well; the
            text under the marks always is.

    Raises:
        IntakeError: The source cannot be opened.
        RedactionError: Something could not be removed, or too much was; nothing is left at ``target``.
    """
    with _no_half_file(target), without_collecting():
        document, notes = prepare(source)
        with document:
            orders, texts, outside = _orders(document, plan, stamp)
            data = bytes_of(document)
        number = stamp.document_number
        title = nl.PDF_TITLE.format(number=number) if number else ""
        notes += scrub(data, orders, Telltale([*hidden_texts, *texts]), title, target)
        found = {"outside-page-removed": outside, "pages-noticed": _noticed_pages(plan)}
        notes += tuple(Note(code=code, count=count) for code, count in found.items() if count)
    return tuple(sorted(notes, key=lambda note: note.code))


@contextmanager
def _no_half_file(target: Path) -> Iterator[None]:
    try:
        yield
    except LakmoesError:
        target.unlink(missing_ok=True)
        raise
    except OSError as error:
        target.unlink(missing_ok=True)
        raise RedactionError("redaction-not-written") from error
    except Exception as error:  # a fault anywhere in two PDF libraries means: no file
        target.unlink(missing_ok=True)
        raise RedactionError("redaction-failed") from error


@contextmanager
def _at_page(number: int) -> Iterator[None]:
    """Tells where a fault was found."""
    try:
        yield
    except LakmoesError:
        raise
    except Exception as error:
        raise RedactionError("redaction-failed-page", page=number) from error


def _orders(
    document: pymupdf.Document, plan: RedactionPlan, stamp: Stamp
) -> tuple[list[PageOrder], list[str], int]:
    """Erases every page in memory; out come what is left to do, the erased texts, and what lay outside."""
    by_page = plan.by_page()
    for index in sorted(by_page):
        if index >= document.page_count:
            raise RedactionError("mark-without-place", page=index + 1)
    orders: list[PageOrder] = []
    texts: list[str] = []
    outside, bears = 0, stamp.in_boxes
    for index in range(document.page_count):
        with _at_page(index + 1):
            worker = _PageWork(document, index, by_page.get(index, ()), plan.shifts_on(index))
            states = index in stamp.statements
            order, in_boxes = worker.order(stamp if states else replace(stamp, in_boxes=bears))
            orders.append(_noticed(order, plan, index, worker.notice(stamp)))
            texts += worker.texts()
            outside += worker.outside
            # Where a statement on the whole document found no room, all its boxes bear their grounds.
            bears = in_boxes if states else bears
    return orders, texts, outside


def _noticed_pages(plan: RedactionPlan) -> int:
    """How many pages give way to a notice."""
    return sum(notice.last_index - notice.first_index + 1 for notice in plan.notices)


def _noticed(order: PageOrder, plan: RedactionPlan, index: int, content: bytes) -> PageOrder:
    """The order of a page as it is, or for a page that gives way to a notice."""
    notice = plan.notice_on(index)
    if notice is None:
        return order
    return replace(order, overlay=b"", notice=content, goes=index != notice.first_index)


class _PageWork:
    """The redaction of one page."""

    def __init__(
        self, document: pymupdf.Document, index: int, marks: Sequence[Mark], shifts: Sequence[Shift]
    ) -> None:
        page = document[index]
        self._document = document
        self._index = index
        self._space = space_of(page)
        self._marks = marks
        self._shifts = shifts
        self._boxes = [self._on_page(box) for mark in marks for box in mark.boxes]
        self._planned = [self._on_page(bar) for mark in marks for bar in mark.painted]
        self._places = places_on(page)
        self.outside = count_outside(self._places, self._space)
        self._clips = bool(self.outside) or text_sticks_out(self._places, self._space)
        self._glyphs = glyphs_of(page) if marks or self._clips else Glyphs.of()
        self._found, self._bystanders = self._chosen(glyphs_in(self._boxes, self._glyphs))

    def _chosen(self, found: Sequence[Sequence[Glyph]]) -> tuple[list[list[Glyph]], set[Glyph]]:
        """The glyphs in each box without the bystanders of marks on text, and these."""
        planned = [box if mark.span else None for mark in self._marks for box in mark.boxes]
        chosen = [
            [glyph for glyph in group if box is None or not is_bystander(glyph, box)]
            for box, group in zip(planned, found, strict=True)
        ]
        taken = {glyph for group in chosen for glyph in group}
        return chosen, {glyph for group in found for glyph in group} - taken

    def order(self, stamp: Stamp) -> tuple[PageOrder, bool]:
        """Erases the page; out comes what is left to do on it, and whether its boxes bear their grounds."""
        bars = self._bars()
        before, setting = self._erase(bars)
        redactions = [
            Redaction(tuple(map(self._space.displayed, group)), stamp.label(mark.codes))
            for mark, group in zip(self._marks, self._by_mark(bars), strict=True)
        ]
        used = [rectangle_of(box) for redaction in redactions for box in redaction.boxes]
        used += [moved(box, self._space.to_displayed) for box in text_among(self._places)]
        used += [rectangle_of(self._space.displayed(carried_by(shift))) for shift in self._shifts]
        paper = Paper(self._document[self._index], self._columns(), used)
        printed = overlay(redactions, stamp.on_page(self._index), paper, self._space.displayed_to_user)
        order = PageOrder(
            areas=tuple(map(self._space.user, self._cleared(bars))),
            overlay=printed.content,
            before=before,
            marks=tuple(len(mark.boxes) for mark in self._marks),
            move=Move.of(self._shifts, zip(self._cleared(bars), bars, strict=True), self._space, setting),
        )
        return order, printed.in_boxes

    def notice(self, stamp: Stamp) -> bytes:
        """What stands on the page that takes the place of this one; nothing where none does."""
        text = stamp.notices.get(self._index)
        if not text:
            return b""
        width, height = self._space.displayed_size
        with pymupdf.open() as blank:
            paper = Paper(blank.new_page(width=width, height=height), (width, 0.0))
            return notice_page(text, stamp.on_page(self._index), paper, self._space.displayed_to_user)

    def _bars(self) -> list[Box]:
        """The boxes as they are painted; what a person drew by hand is painted as it was drawn."""
        pairs = list(zip(self._boxes, self._planned, strict=True))
        others = [glyph for glyph in self._glyphs.items if glyph not in self._bystanders]
        fitted = painted(pairs, self._found, others, pictures_among(self._places))
        by_hand = [mark.span is None for mark in self._marks for _ in mark.boxes]
        return [box if drawn else bar for box, bar, drawn in zip(self._boxes, fitted, by_hand, strict=True)]

    def _cleared(self, bars: Sequence[Box]) -> list[Box]:
        """Where the drawings go: as high as the bars, as wide as what stood there."""
        return [
            bar if box == plan else between(box, bar, plan)
            for box, bar, plan in zip(self._boxes, bars, self._planned, strict=True)
        ]

    def texts(self) -> Iterator[str]:
        """The text of each mark."""
        for found in self._by_mark(self._found):
            yield _reading([glyph for group in found for glyph in group])

    def _by_mark(self, values: Sequence[Value]) -> Iterator[Sequence[Value]]:
        """What belongs to the boxes, by the mark that these belong to."""
        position = 0
        for mark in self._marks:
            yield values[position : position + len(mark.boxes)]
            position += len(mark.boxes)

    def _on_page(self, box: Box) -> Box:
        clipped = self._space.clipped(box)
        if clipped is None:
            raise RedactionError("mark-without-place", page=self._index + 1)
        return clipped

    def _erase(self, bars: Sequence[Box]) -> tuple[bytes, Setting]:
        """Takes text and pixels off the page; out come the content it had, and what is to be set anew."""
        page = self._document[self._index]
        before, setting = b"", Setting()
        if bars or self._clips:
            before = own_content(page)
            choices = Choices(self._glyphs, self._found, self._boxes, self._shifts, self._reaches())
            choices.spared |= self._bystanders
            setting = erase_text(page, self._space, choices, clip=self._clips)
        erase_pixels(page, self._space, bars, self._places)
        return before, setting

    def _reaches(self) -> list[Box]:
        """Where a space that stays would tell how wide marked text was: from its start to beyond its end."""
        pairs = zip(self._boxes, self._planned, strict=True)
        return [reach_of(box, bar) for box, bar in pairs if box != bar]

    def _columns(self) -> tuple[float, float]:
        """The left and right edge of the text, as displayed."""
        edges = self._glyphs.edges[~self._glyphs.blank]
        if not len(edges):
            return self._space.displayed_size[0], 0.0
        (x0, y0), (x1, y1) = edges[:, :2].min(axis=0).tolist(), edges[:, 2:].max(axis=0).tolist()
        left, _, right, _ = moved((x0, y0, x1, y1), self._space.to_displayed)
        return left, right


def _reading(glyphs: Iterable[Glyph]) -> str:
    """The text of glyphs in the order of the file, with a space where they do not adjoin."""
    pieces: list[str] = []
    previous: Glyph | None = None
    for glyph in glyphs:
        if previous and not _adjoin(previous, glyph):
            pieces.append(" ")
        pieces.append(glyph.text)
        previous = glyph
    return "".join(pieces)


def _adjoin(previous: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph follows another within a word."""
    along, across = (0, 1) if abs(previous.direction[0]) >= abs(previous.direction[1]) else (1, 0)
    gaps = (glyph.box[along] - previous.box[along + 2], previous.box[along] - glyph.box[along + 2])
    step = abs(glyph.origin[across] - previous.origin[across])
    return min(map(abs, gaps)) < GAP * glyph.size and step < STEP * glyph.size
