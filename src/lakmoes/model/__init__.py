"""The value objects that stages hand to each other.

In: nothing; this package imports the standard library only. Out: frozen, slotted dataclasses whose
collections are tuples and whose ``__post_init__`` refuses nonsense. No object of another library is held
here, so that any stage can be replaced without touching the others.
"""

from lakmoes.model.annotations import ExportOrigin, RedactionAnnotation
from lakmoes.model.decisions import (
    Anchor,
    Assessment,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    Motivation,
    Opinion,
    PageSeen,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    Region,
    RelationDecision,
    Remark,
    SampleAnswer,
    SampleDrawn,
    SampleUnit,
    Verdict,
    Withdrawal,
    digest_of,
    suggestion_subject,
)
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
from lakmoes.model.log import Body, Entry, Reviewer, ReviewerRole, ReviewState, Ruling
from lakmoes.model.persons import Person
from lakmoes.model.plans import Mark, RedactionPlan, Shift, Width
from lakmoes.model.reports import Check, InventoryRow, NamesFitting, Note, Spot, VerificationReport
from lakmoes.model.texts import MINIMUM_PART, Box, Page, Span, TextSource, Word

__all__ = [
    "KEPT_BY_MODEL",
    "MINIMUM_PART",
    "Anchor",
    "Assessment",
    "Body",
    "Box",
    "Check",
    "Completion",
    "Decision",
    "DocumentDecision",
    "DocumentKind",
    "DocumentProgress",
    "Entry",
    "Evidence",
    "ExportOrigin",
    "Finding",
    "FindingKind",
    "Ground",
    "GroundType",
    "InventoryRow",
    "Judgement",
    "Law",
    "Mark",
    "Motivation",
    "NamesFitting",
    "Note",
    "Opinion",
    "Page",
    "PageSeen",
    "Person",
    "PersonDecision",
    "PersonMerge",
    "PersonSplit",
    "Proposal",
    "RedactionAnnotation",
    "RedactionPlan",
    "Region",
    "RelationDecision",
    "Remark",
    "ReviewState",
    "Reviewer",
    "ReviewerRole",
    "Ruling",
    "SampleAnswer",
    "SampleDrawn",
    "SampleUnit",
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
    "Withdrawal",
    "Word",
    "digest_of",
    "suggestion_subject",
]
