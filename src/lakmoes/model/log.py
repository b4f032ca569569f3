"""The log of what people said, which only grows, and what holds for a document after it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lakmoes.model.decisions import Decision, Verdict
from lakmoes.model.dossier_decisions import (
    DocumentDecision,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    RelationDecision,
)
from lakmoes.model.findings import Suggestion
from lakmoes.model.speaking import (
    Assessment,
    Completion,
    Motivation,
    PageSeen,
    Remark,
    SampleAnswer,
    SampleDrawn,
    Withdrawal,
)
from lakmoes.model.texts import Box, Span

Body = (
    Decision
    | PersonDecision
    | PersonMerge
    | PersonSplit
    | DocumentDecision
    | RelationDecision
    | Motivation
    | Completion
    | PageSeen
    | Assessment
    | Remark
    | SampleDrawn
    | SampleAnswer
    | Withdrawal
)
"""All that an entry of the log can say."""


class ReviewerRole(StrEnum):
    """What a person may do in a dossier."""

    HANDLER = "handler"
    REVIEWER = "reviewer"
    """Second reviewer (vierogen)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """A named person who decides."""

    name: str
    role: ReviewerRole

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a reviewer has a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one person said of one subject; never changed, only superseded by a later one.

    Attributes:
        id: Number in the log, from 1; 0 while it is not in it.
        body: What was said.
        reviewer: By whom.
        time: When, in UTC.
        batch: Entries that were made by one act share it.
        undoes: Number of the entry that this one takes back, 0 where it takes back none.
        restates: Of one that takes back: number of the entry that first said what now holds again, 0 where
            nobody had spoken. ``None`` for new words. Follows from the log, which fills it in; never kept.
    """

    id: int = 0
    body: Body
    reviewer: Reviewer
    time: datetime
    batch: str = ""
    undoes: int = 0
    restates: int | None = None

    def __post_init__(self) -> None:
        if self.time.tzinfo is None:
            raise ValueError("a moment has a time zone")

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.body.subject

    @property
    def origin(self) -> int:
        """Number of the entry that first said this; 0 where it is as though nobody had spoken."""
        return self.id if self.restates is None else self.restates


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What holds for one place of a document: a suggestion, a selected text or a drawn box.

    Attributes:
        subject: What a decision on it is about.
        verdict: ``None`` while nobody has decided.
        grounds: Codes of what is or would be redacted; empty for a suggestion to keep.
        suggestion: The suggestion, ``None`` for a place of one's own.
        span: The characters that are redacted or kept, ``None`` for a box.
        region: The box: page index and box.
        entry: The decision on the place or on its person that settled it.
    """

    subject: str
    verdict: Verdict | None
    grounds: tuple[str, ...]
    suggestion: Suggestion | None = None
    span: Span | None = None
    region: tuple[int, Box] | None = None
    entry: Entry | None = None

    @property
    def page_index(self) -> int:
        """The page, from 0."""
        if self.span:
            return self.span.page_index
        return self.region[0] if self.region else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """What holds for one document after all decisions so far.

    Attributes:
        document_id: The document.
        redactions: Spans to redact with their grounds: accepted, added, and (as a concept) undecided.
        regions: Drawn boxes (page index, box) with their grounds.
        kept: Suggestions that stay readable.
        open: Suggestions on which nobody has decided; empty before a final plan.
        rulings: All places with what settled them, in the order of the pages.
        stale: Decisions whose text is no longer there; none may be left before a final plan.
    """

    document_id: str
    redactions: tuple[tuple[Span, tuple[str, ...]], ...]
    regions: tuple[tuple[int, Box, tuple[str, ...]], ...]
    kept: tuple[Suggestion, ...]
    open: tuple[Suggestion, ...]
    rulings: tuple[Ruling, ...] = ()
    stale: tuple[Entry, ...] = ()
