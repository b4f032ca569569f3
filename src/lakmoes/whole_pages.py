"""Which pages of a document are refused whole, so that one page that says so may stand in their place.

In: a ``RedactionPlan`` and the pages. Out: the plan with a ``PageNotice`` for each run of such pages with the
same grounds. A page is refused whole where all its words are redacted on the same grounds, or where a drawn
box covers it. Words do not count on scans and on pages with a picture: what is not redacted would go as well.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lakmoes.grounds import GroundBook
from lakmoes.model import Mark, Page, PageNotice, RedactionPlan, TextSource

COVERS = 0.98
"""Share of a page from which a box that people drew is the whole page."""

Whole = tuple[int, tuple[str, ...]]
"""Index of a page and the grounds on which it is refused."""


def with_notices(
    plan: RedactionPlan, pages: Sequence[Page], book: GroundBook, pictured: Collection[int] = ()
) -> RedactionPlan:
    """The plan with notices, and a digest of these as well.

    Args:
        plan: The marks of the document.
        pages: All its pages.
        book: The grounds of the dossier's law, in its order.
        pictured: Indexes of pages with a picture beside their text.
    """
    notices = tuple(_notices(plan, pages, book, pictured))
    if not notices:
        return plan
    parts = [(notice.first_index, notice.last_index, notice.codes) for notice in notices]
    digest = hashlib.sha256(repr((plan.digest, parts)).encode()).hexdigest()
    return replace(plan, notices=notices, digest=digest)


def _notices(
    plan: RedactionPlan, pages: Sequence[Page], book: GroundBook, pictured: Collection[int]
) -> Iterator[PageNotice]:
    whole = enumerate(_whole_pages(plan, pages, book, pictured))
    for (_, codes), run in groupby(whole, key=lambda item: (item[1][0] - item[0], item[1][1])):
        indexes = [index for _, (index, _) in run]
        yield PageNotice(first_index=indexes[0], last_index=indexes[-1], codes=codes)


def _whole_pages(
    plan: RedactionPlan, pages: Sequence[Page], book: GroundBook, pictured: Collection[int]
) -> Iterator[Whole]:
    by_page = plan.by_page()
    for page in pages:
        marks = by_page.get(page.index, [])
        covering = [mark for mark in marks if _covers(mark, page)]
        has_words_only = page.text_source is TextSource.DIGITAL and page.index not in pictured
        is_alike = len({mark.codes for mark in marks}) == 1
        if covering or (has_words_only and is_alike and _all_words_marked(page, marks)):
            yield page.index, book.ordered(code for mark in covering or marks for code in mark.codes)


def _covers(mark: Mark, page: Page) -> bool:
    """Whether people drew a box over the whole page."""
    boxes = mark.boxes if mark.span is None else ()
    return any(
        min(box.x1, page.width) - max(box.x0, 0.0) >= COVERS * page.width
        and min(box.y1, page.height) - max(box.y0, 0.0) >= COVERS * page.height
        for box in boxes
    )


def _all_words_marked(page: Page, marks: Sequence[Mark]) -> bool:
    """Whether there are words and each stands under marks with all its characters."""
    spans = [mark.span for mark in marks if mark.span]
    marked = {place for span in spans for place in range(span.start, span.end)}
    boxes = [box for mark in marks if mark.span is None for box in mark.boxes]
    return bool(page.words) and all(
        marked.issuperset(range(word.start, word.end))
        or any(
            box.contains(word.box.x0, word.box.y0) and box.contains(word.box.x1, word.box.y1) for box in boxes
        )
        for word in page.words
    )
