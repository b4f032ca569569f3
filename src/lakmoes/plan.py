"""From what holds to what is drawn: the only place where spans become boxes.

In: the ``ReviewState`` of a document and its pages. Out: the ``RedactionPlan``: marks in the order of the
pages, with the grounds in the order of the law, and a digest that ties a written file to it. Redactions that
overlap become one mark with all their grounds, as practice prints them ("11.1 & 10.2.c").

Knows nothing of how a box is drawn; a box is where the characters stood.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from lakmoes.errors import RedactionError
from lakmoes.grounds import GroundBook
from lakmoes.model import Mark, Page, RedactionPlan, ReviewState, Span

Redaction = tuple[Span, tuple[str, ...]]


def plan(state: ReviewState, pages: Sequence[Page], book: GroundBook) -> RedactionPlan:
    """The plan for one document.

    Raises:
        RedactionError: A redaction lies on no page, or on characters without a place.
    """
    marks = [*_text_marks(state.redactions, pages, book), *_region_marks(state, book)]
    marks.sort(key=_order)
    return RedactionPlan(document_id=state.document_id, marks=tuple(marks), digest=_digest(state, marks))


def _text_marks(redactions: Sequence[Redaction], pages: Sequence[Page], book: GroundBook) -> Iterator[Mark]:
    by_index = {page.index: page for page in pages}
    for span, codes in _merged(redactions):
        try:
            boxes = by_index[span.page_index].boxes(span)
        except (KeyError, ValueError) as error:
            raise RedactionError("mark-without-place", page=span.page_index + 1) from error
        yield Mark(page_index=span.page_index, boxes=boxes, codes=book.ordered(codes), span=span)


def _region_marks(state: ReviewState, book: GroundBook) -> Iterator[Mark]:
    for page_index, box, codes in state.regions:
        yield Mark(page_index=page_index, boxes=(box,), codes=book.ordered(codes))


def _merged(redactions: Iterable[Redaction]) -> list[Redaction]:
    """Redactions sorted by place, those that overlap joined into one with all their grounds."""
    merged: list[Redaction] = []
    for span, codes in sorted(redactions, key=lambda item: (item[0].page_index, item[0].start, item[0].end)):
        if merged and merged[-1][0].overlaps(span):
            before, earlier = merged.pop()
            joined = Span(
                document_id=span.document_id,
                page_index=span.page_index,
                start=before.start,
                end=max(before.end, span.end),
            )
            merged.append((joined, (*earlier, *codes)))
        else:
            merged.append((span, codes))
    return merged


def _order(mark: Mark) -> tuple[int, int, float, float]:
    first = mark.boxes[0]
    return mark.page_index, mark.span.start if mark.span else -1, first.y0, first.x0


def _digest(state: ReviewState, marks: Iterable[Mark]) -> str:
    digest = hashlib.sha256(state.document_id.encode())
    for mark in marks:
        boxes = [
            (round(box.x0, 3), round(box.y0, 3), round(box.x1, 3), round(box.y1, 3)) for box in mark.boxes
        ]
        digest.update(repr((mark.page_index, boxes, mark.codes)).encode())
    return digest.hexdigest()
