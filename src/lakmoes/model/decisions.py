"""What people decided, and what holds after it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lakmoes.model.findings import Suggestion
from lakmoes.model.texts import Box, Span


class Verdict(StrEnum):
    """What a person decided on a suggestion or on a place of their own."""

    REDACT = "redact"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a named person decided; never changed, only superseded by a later one.

    Exactly one of ``suggestion_id``, ``span`` and ``region`` says what it is about.
    """

    verdict: Verdict
    grounds: tuple[str, ...]
    reviewer: str
    role: str
    time: datetime
    remark: str = ""
    suggestion_id: str = ""
    span: Span | None = None
    region: tuple[int, Box] | None = None
    """A drawn box: page index and box."""

    def __post_init__(self) -> None:
        subjects = (bool(self.suggestion_id), self.span is not None, self.region is not None)
        if sum(subjects) != 1:
            raise ValueError("a decision is about one suggestion, one span or one box")
        if not self.reviewer:
            raise ValueError("a decision has a maker")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """What holds for one document after all decisions so far.

    Attributes:
        document_id: The document.
        redactions: Spans to redact with their grounds: accepted, added, and (as a concept) undecided.
        regions: Drawn boxes (page index, box) with their grounds.
        kept: Suggestions that stay readable.
        open: Suggestions on which nobody has decided; empty before a final plan.
    """

    document_id: str
    redactions: tuple[tuple[Span, tuple[str, ...]], ...]
    regions: tuple[tuple[int, Box, tuple[str, ...]], ...]
    kept: tuple[Suggestion, ...]
    open: tuple[Suggestion, ...]
