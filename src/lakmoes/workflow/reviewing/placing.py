"""Decisions as the log keeps them, with the text that they are about.

In: a document, its pages, and what a person chose. Out: the ``Decision``, anchored to what stands there now.
A place that cannot be redacted is refused here: not when the file is made.
"""

from collections.abc import Sequence
from dataclasses import replace

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Anchor,
    Box,
    Decision,
    Page,
    Region,
    Span,
    Suggestion,
    Verdict,
    digest_of,
)
from lakmoes.workflow.material import ReviewDocument


def suggestion_in(document: ReviewDocument, suggestion_id: str) -> tuple[Suggestion, str]:
    """A suggestion of a document and its text.

    Raises:
        ReviewError: It has no such suggestion.
    """
    for suggestion, text in zip(document.suggestions, document.texts, strict=True):
        if suggestion.id == suggestion_id:
            return suggestion, text
    raise ReviewError("no-such-suggestion", number=document.document.number)


def on_suggestion(suggestion: Suggestion, text: str, verdict: Verdict, extent: Span | None) -> Decision:
    """A decision on a suggestion, on its own grounds; ``extent`` is what is redacted instead of its span."""
    finding = suggestion.finding
    return Decision(
        verdict=verdict,
        anchor=Anchor(span=finding.span, digest=digest_of(text), kind=finding.kind),
        suggestion_id=suggestion.id,
        extent=None if extent == finding.span else extent,
    )


def on_text(page: Page, span: Span, grounds: Sequence[str]) -> Decision:
    """A decision on text that a person selected; without grounds it stays readable."""
    anchor = Anchor(span=span, digest=digest_of(page.quote(span)))
    return Decision(verdict=_verdict(grounds), grounds=tuple(grounds), anchor=anchor)


def on_box(document: ReviewDocument, page_index: int, box: Box, grounds: Sequence[str]) -> Decision:
    """A decision on a box that a person drew, in page space; without grounds nothing is redacted.

    What of it lies beside the page is left out.

    Raises:
        ReviewError: All of it lies beside the page.
    """
    facts = document.pages[page_index]
    x0, y0 = max(box.x0, 0.0), max(box.y0, 0.0)
    x1, y1 = min(box.x1, facts.width), min(box.y1, facts.height)
    if not (x0 < x1 and y0 < y1):
        raise ReviewError("place-not-on-page", page=page_index + 1)
    inside = replace(box, x0=x0, y0=y0, x1=x1, y1=y1)
    region = Region(document_id=document.document.id, page_index=page_index, box=inside)
    return Decision(verdict=_verdict(grounds), grounds=tuple(grounds), region=region)


def text_span(page: Page, start: int, end: int) -> Span:
    """The span of a text on a page, without the white space around it.

    Raises:
        ReviewError: There is no text, or a character of it has no place on the page.
    """
    text = page.text[max(start, 0) : max(end, 0)]
    if start < 0 or end > len(page.text) or not text.strip():
        raise ReviewError("place-not-on-page", page=page.index + 1)
    first = start + len(text) - len(text.lstrip())
    span = Span(
        document_id=page.document_id,
        page_index=page.index,
        start=first,
        end=first + len(text.strip()),
    )
    try:
        page.boxes(span)
    except ValueError as error:
        raise ReviewError("place-not-on-page", page=page.index + 1) from error
    return span


def _verdict(grounds: Sequence[str]) -> Verdict:
    return Verdict.REDACT if grounds else Verdict.KEEP
