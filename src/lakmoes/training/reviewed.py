"""Documents on which people decided, as annotated texts to go on training with.

In: a document, its pages, the suggestions on it and the state after all decisions. Out: an ``AnnotatedText``,
or nothing while a suggestion is open: what nobody has judged teaches nothing.

A redaction counts as what it was suggested as, unless people gave it another ground: then as the kind of
passage of that ground. So does a redaction that people added; added under the ground of personal data it
counts as a name when it looks like one. Names that stay for a role are names too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.grounds import GroundBook
from lakmoes.model import FindingKind, Page, ReviewState, SourceDocument, Span, Suggestion
from lakmoes.training.annotated import MARKS, AnnotatedText, Marked

PASSAGES = tuple(
    kind for kind in MARKS.values() if kind not in (FindingKind.NAME, FindingKind.PERSONAL_REMARK)
)
NAME_LIKE = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}")
"""Up to five words of letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDocument:
    """A document with what was suggested and what holds."""

    document: SourceDocument
    pages: Sequence[Page]
    suggestions: Sequence[Suggestion]
    state: ReviewState


def reviewed_text(reviewed: ReviewedDocument, book: GroundBook) -> AnnotatedText | None:
    """The decided document as an annotated text; ``None`` while something on it is open.

    Args:
        reviewed: The document.
        book: The grounds of the dossier's law.
    """
    if reviewed.state.open:
        return None
    ranges = (*_redacted(reviewed, book), *_named(reviewed.state.kept))
    return AnnotatedText(
        name=reviewed.document.id,
        kind=reviewed.document.kind,
        pages=tuple(reviewed.pages),
        marked=tuple(_on_page(page, ranges) for page in reviewed.pages),
    )


def _redacted(reviewed: ReviewedDocument, book: GroundBook) -> Iterator[tuple[Span, FindingKind]]:
    suggested = {suggestion.finding.span: suggestion for suggestion in reviewed.suggestions}
    kinds = _kinds_by_ground(book)
    personal = book.policy[FindingKind.NAME].ground[book.law]
    pages = {page.index: page for page in reviewed.pages}
    for span, grounds in reviewed.state.redactions:
        suggestion = suggested.get(span)
        if suggestion and set(grounds) <= set(suggestion.grounds):
            kind = suggestion.finding.kind
            if kind in MARKS.values():
                yield span, kind
            continue
        yield from ((span, kinds[ground]) for ground in grounds if ground in kinds)
        if personal in grounds and NAME_LIKE.fullmatch(pages[span.page_index].quote(span)):
            yield span, FindingKind.NAME


def _kinds_by_ground(book: GroundBook) -> Mapping[str, FindingKind]:
    """Code of a ground to the kind of passage that it protects."""
    return {book.policy[kind].ground[book.law]: kind for kind in PASSAGES}


def _named(kept: Iterable[Suggestion]) -> Iterator[tuple[Span, FindingKind]]:
    for suggestion in kept:
        finding = suggestion.finding
        if finding.kind is FindingKind.NAME and finding.role:
            yield finding.span, finding.kind


def _on_page(page: Page, ranges: Iterable[tuple[Span, FindingKind]]) -> Marked:
    found = {
        (span.start, span.end, kind) for span, kind in ranges if span.page == (page.document_id, page.index)
    }
    return tuple(sorted(found, key=lambda it: (it[0], -it[1], it[2])))
