"""What holds for a document, from its suggestions and the log.

In: a document as it is reviewed, the log, and what tells what stands where. Out: its ``ReviewState``.
"""

from collections.abc import Callable, Mapping

from lakmoes.model import Decision, Entry, Page, ReviewState, Span, digest_of
from lakmoes.review import Log, attach, review
from lakmoes.workflow.reviewing.documents import ReviewDocument

PageAt = Callable[[int], Page]
"""The page of a document at an index."""


def state_of(
    document: ReviewDocument, log: Log, persons: Mapping[str, Entry], page_at: PageAt
) -> ReviewState:
    """What holds for a document after all decisions so far.

    Args:
        document: The document.
        log: All that people said.
        persons: Suggestion id to the decision on the person named there.
        page_at: Gives a page; asked only for pages with decisions on places that are not suggested.

    Raises:
        ReviewError: A decision to redact names no ground.
    """
    identity = document.document.id
    decisions = log.all_holding(Decision, identity)
    attached = attach(document.suggestions, decisions, digests_of(document, page_at))
    return review(identity, document.suggestions, attached, persons)


def digests_of(document: ReviewDocument, page_at: PageAt) -> Callable[[Span], str]:
    """What tells the digest of the text that stands at a place; empty where there is no such place."""
    texts = document.text_at

    def digest_at(span: Span) -> str:
        if span in texts:
            return digest_of(texts[span])
        if span.page_index >= len(document.pages):
            return ""
        try:
            return digest_of(page_at(span.page_index).quote(span))
        except ValueError:
            return ""

    return digest_at
