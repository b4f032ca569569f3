"""How much of a document is redacted, without loading the pages on which nothing unforeseen was decided.

In: a document, what holds for it, and what gives a page. Out: its ``Extent``, the same as ``extent_of`` all
its pages. A page is loaded only where people drew a box, selected text or changed how far a suggestion goes.
"""

from collections import defaultdict
from collections.abc import Iterable

from lakmoes.inventory.rows import PASSAGE_WORDS, Extent, extent_of
from lakmoes.model import ReviewState, Span
from lakmoes.workflow.material import ReviewDocument
from lakmoes.workflow.shelves import PageAt

Redaction = tuple[Span, tuple[str, ...]]


def extent(document: ReviewDocument, state: ReviewState, page_at: PageAt) -> Extent:
    """How much of the document stands under marks."""
    places = [suggestion.finding.span for suggestion in document.suggestions]
    known = dict(zip(places, zip(document.words, document.texts, strict=True), strict=True))
    spans_on: defaultdict[int, list[Redaction]] = defaultdict(list)
    for redaction in state.redactions:
        spans_on[redaction[0].page_index].append(redaction)
    drawn_on = {index for index, *_ in state.regions}
    redacted = 0
    passages: list[tuple[str, str]] = []
    for index in sorted({*spans_on, *drawn_on}):
        if index in drawn_on or any(span not in known for span, _ in spans_on[index]):
            on_page = extent_of((page_at(index),), state)
            redacted += on_page.redacted_words
            passages += on_page.passages
            continue
        redacted += _count(known[span][0] for span, _ in spans_on[index])
        texts = ((known[span][1], codes[0]) for span, codes in spans_on[index])
        passages += ((text, code) for text, code in texts if len(text.split()) >= PASSAGE_WORDS)
    words = sum(page.words for page in document.pages)
    return Extent(words=words, redacted_words=redacted, passages=tuple(passages))


def _count(ranges: Iterable[tuple[int, int]]) -> int:
    """How many places the ranges hold together; those that overlap count once."""
    count = reached = 0
    for first, past in sorted(ranges):
        count += max(0, past - max(first, reached))
        reached = max(reached, past)
    return count
