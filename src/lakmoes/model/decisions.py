"""What people decide on places: suggestions, text that they select, boxes that they draw.

Bodies of the log's entries (``log``), each with the subject that it is about. A subject is a stable text:
what is said later of the same subject supersedes what was said before. No entry holds text of a document but
what people typed themselves; a place in a text bears a digest of what stood there, so that a decision whose
text has changed is noticed.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model.findings import FindingKind
from lakmoes.model.texts import Box, Span

DIGEST_LENGTH = 16
"""Hexadecimal digits."""


class Verdict(StrEnum):
    """What a person decided on a suggestion, a person or a place of their own."""

    REDACT = "redact"
    KEEP = "keep"


def digest_of(text: str) -> str:
    """What tells whether a text is still the same: white space folded, hashed (SHA-256)."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:DIGEST_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The text that a decision is about: where it stood when it was decided, and what stood there.

    Attributes:
        span: The characters.
        digest: ``digest_of`` their text.
        kind: What was found there, ``None`` for text that a person selected.
    """

    span: Span
    digest: str
    kind: FindingKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A box that a person drew on a page; the page's own size makes it a whole page."""

    document_id: str
    page_index: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided on one suggestion, one selected text or one drawn box.

    A place of one's own (selected text, drawn box) that should not be redacted after all is kept.

    Attributes:
        verdict: Redact or keep.
        grounds: Codes; empty where it is kept, or where the suggestion's own grounds hold.
        anchor: The text; ``None`` for a drawn box.
        region: The drawn box; ``None`` for text.
        suggestion_id: Of the suggestion that was decided on, empty for a place of one's own.
        extent: What is redacted instead of the anchor's span: a suggestion made longer or shorter.
        remark: What the person adds.
        imported: How it came in, where that was not in the review app (``acrobat.pdf``), else empty.
    """

    verdict: Verdict
    grounds: tuple[str, ...] = ()
    anchor: Anchor | None = None
    region: Region | None = None
    suggestion_id: str = ""
    extent: Span | None = None
    remark: str = ""
    imported: str = ""

    def __post_init__(self) -> None:
        if (self.anchor is None) == (self.region is None):
            raise ValueError("a decision is about one text or one box")
        if self.region and (self.suggestion_id or self.extent):
            raise ValueError("a drawn box is no suggestion")
        if self.anchor and self.extent and self.extent.page != self.anchor.span.page:
            raise ValueError("a redaction stays on its page")
        if self.verdict is Verdict.REDACT and not (self.grounds or self.suggestion_id):
            raise ValueError("a redaction of one's own has a ground")

    @property
    def document_id(self) -> str:
        """The document."""
        return self.anchor.span.document_id if self.anchor else self._region.document_id

    @property
    def page_index(self) -> int:
        """The page, from 0."""
        return self.anchor.span.page_index if self.anchor else self._region.page_index

    @property
    def subject(self) -> str:
        """The suggestion, the characters or the box."""
        if self.suggestion_id:
            return suggestion_subject(self.suggestion_id)
        if self.anchor:
            span = self.anchor.span
            return f"text/{span.document_id}/{span.page_index}/{span.start}-{span.end}"
        box = self._region.box
        edges = "/".join(f"{edge:.2f}" for edge in (box.x0, box.y0, box.x1, box.y1))
        return f"box/{self.document_id}/{self.page_index}/{edges}"

    @property
    def _region(self) -> Region:
        if self.region is None:
            raise ValueError("a decision is about one text or one box")
        return self.region


def suggestion_subject(suggestion_id: str) -> str:
    """The subject of decisions on a suggestion."""
    return f"suggestion/{suggestion_id}"
