"""The value objects that stages hand to each other.

In: nothing; this package imports the standard library only. Out: frozen, slotted dataclasses whose
collections are tuples and whose ``__post_init__`` refuses nonsense. No object of another library is held
here, so that any stage can be replaced without touching the others.
"""

from lakmoes.model.decisions import Decision, ReviewState, Verdict
from lakmoes.model.documents import DocumentKind, Judgement, Law, SourceDocument
from lakmoes.model.findings import (
    KEPT_BY_MODEL,
    Evidence,
    Finding,
    FindingKind,
    Proposal,
    Suggestion,
    Treatment,
)
from lakmoes.model.grounds import Ground, GroundType
from lakmoes.model.plans import Mark, RedactionPlan, Shift, Width
from lakmoes.model.reports import Check, InventoryRow, NamesFitting, Note, Spot, VerificationReport
from lakmoes.model.texts import MINIMUM_PART, Box, Page, Span, TextSource, Word

__all__ = [
    "KEPT_BY_MODEL",
    "MINIMUM_PART",
    "Box",
    "Check",
    "Decision",
    "DocumentKind",
    "Evidence",
    "Finding",
    "FindingKind",
    "Ground",
    "GroundType",
    "InventoryRow",
    "Judgement",
    "Law",
    "Mark",
    "NamesFitting",
    "Note",
    "Page",
    "Proposal",
    "RedactionPlan",
    "ReviewState",
    "Shift",
    "SourceDocument",
    "Span",
    "Spot",
    "Suggestion",
    "TextSource",
    "Treatment",
    "Verdict",
    "VerificationReport",
    "Width",
    "Word",
]
