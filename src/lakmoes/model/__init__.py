"""The value objects that stages hand to each other.

In: nothing; this package imports the standard library only. Out: frozen, slotted dataclasses whose
collections are tuples and whose ``__post_init__`` refuses nonsense. No object of another library is held
here, so that any stage can be replaced without touching the others.
"""

from lakmoes.model.annotations import ExportOrigin, RedactionAnnotation
from lakmoes.model.decisions import Anchor, Decision, Region, Verdict, digest_of, suggestion_subject
from lakmoes.model.documents import DocumentKind, Judgement, LabelOrder, Law, SourceDocument, label_order
from lakmoes.model.dossier_decisions import (
    DocumentDecision,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    RelationDecision,
)
from lakmoes.model.findings import (
    KEPT_BY_MODEL,
    PASSAGES,
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
from lakmoes.model.plans import LabelPlace, Mark, PageNotice, RedactionPlan, Shift, Width
from lakmoes.model.reports import (
    Check,
    GroundsForm,
    InventoryRow,
    NamesFitting,
    Note,
    Spot,
    VerificationReport,
)
from lakmoes.model.speaking import (
    Assessment,
    Completion,
    DocumentProgress,
    Motivation,
    Opinion,
    PageSeen,
    Remark,
    SampleAnswer,
    SampleDrawn,
    SampleUnit,
    Withdrawal,
)
from lakmoes.model.texts import MINIMUM_PART, Box, Page, Span, TextSource, Word

__all__ = [
    "KEPT_BY_MODEL",
    "MINIMUM_PART",
    "PASSAGES",
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
    "GroundsForm",
    "InventoryRow",
    "Judgement",
    "LabelOrder",
    "LabelPlace",
    "Law",
    "Mark",
    "Motivation",
    "NamesFitting",
    "Note",
    "Opinion",
    "Page",
    "PageNotice",
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
    "label_order",
    "suggestion_subject",
]
