"""Small builders of value objects for tests: text laid out on a page without a PDF."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lakmoes.model import (
    Anchor,
    Body,
    Box,
    Decision,
    DocumentKind,
    Entry,
    Evidence,
    Finding,
    FindingKind,
    Page,
    Reviewer,
    ReviewerRole,
    SourceDocument,
    Span,
    Suggestion,
    TextSource,
    Verdict,
    Word,
    digest_of,
)

HANDLER = Reviewer(name="H. Handler", role=ReviewerRole.HANDLER)
SECOND = Reviewer(name="R. Reviewer", role=ReviewerRole.REVIEWER)
WIDTH = 6.0
LINE = 14.0


def page_of(text: str, document_id: str = "d" * 64, index: int = 0) -> Page:
    """A page with every character 6 points wide and every line 14 points high, from (50, 50)."""
    words = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        top = 50 + LINE * text[: match.start()].count("\n")
        for word in re.finditer(r"\S+", match.group()):
            left = 50 + WIDTH * word.start()
            cuts = tuple(left + WIDTH * n for n in range(len(word.group()) + 1))
            box = Box(x0=cuts[0], y0=top, x1=cuts[-1], y1=top + 12)
            start = match.start() + word.start()
            words.append(Word(text=word.group(), box=box, start=start, line=number, cuts=cuts))
    return Page(
        document_id=document_id,
        index=index,
        width=595.0,
        height=842.0,
        rotation=0,
        text=text,
        words=tuple(words),
        text_source=TextSource.DIGITAL if words else TextSource.NONE,
    )


def text_page(document_id: str, text: str, index: int = 0) -> Page:
    """A page with a text but without the places of its words, for stages that know no boxes."""
    return replace(page_of("", document_id, index), text=text, text_source=TextSource.DIGITAL)


def span_of(page: Page, text: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of a text on a page."""
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(text, start + 1)
    return Span(document_id=page.document_id, page_index=page.index, start=start, end=start + len(text))


def entry_of(body: Body, number: int = 1, reviewer: Reviewer = HANDLER) -> Entry:
    """An entry of the log, made on the day of its number."""
    time = datetime(2021, 3, 1, 12, tzinfo=UTC) + timedelta(days=number)
    return Entry(id=number, body=body, reviewer=reviewer, time=time)


def decision_on(suggestion: Suggestion, page: Page, verdict: Verdict, **other: object) -> Decision:
    """A decision on a suggestion on a page."""
    return Decision(
        verdict=verdict,
        suggestion_id=suggestion.id,
        anchor=anchor_of(page, suggestion.finding.span, suggestion.finding.kind),
        **other,
    )


def anchor_of(page: Page, span: Span, kind: FindingKind | None = None) -> Anchor:
    """The anchor of what stands at a span now."""
    return Anchor(span=span, digest=digest_of(page.quote(span)), kind=kind)


def finding_of(
    page: Page,
    text: str,
    kind: FindingKind = FindingKind.NAME,
    score: float = 0.9,
    nth: int = 0,
    role: str = "",
) -> Finding:
    """A finding on the nth occurrence of a text."""
    evidence = Evidence(detector="test", rule="regel", score=score)
    return Finding(span=span_of(page, text, nth), kind=kind, evidence=(evidence,), role=role)


def document_of(
    number: int = 1, kind: DocumentKind = DocumentKind.EMAIL, **changes: object
) -> SourceDocument:
    """A document as intake hands it on."""
    values: dict[str, object] = {
        "id": f"{number:064x}",
        "number": number,
        "file_name": f"{number:02}_stuk.pdf",
        "title": f"Stuk {number}",
        "date": None,
        "kind": kind,
        "page_count": 1,
    }
    return SourceDocument(**(values | changes))  # type: ignore[arg-type]
