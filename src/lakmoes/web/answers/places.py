"""The places of a document as JSON: suggestions, selected texts, drawn boxes and stale decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from lakmoes.model import (
    Assessment,
    Body,
    Box,
    Decision,
    Entry,
    Person,
    PersonDecision,
    Ruling,
    Span,
    Suggestion,
    Verdict,
)
from lakmoes.nl import FINDING_KINDS, OWN_PLACES
from lakmoes.web.geometry import Rectangle, displayed
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAnswer:
    """Why something was found."""

    detector: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAtPlace:
    """The person who is named at a place, and at how many places in the dossier."""

    id: str
    name: str
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a document with what holds for it.

    Attributes:
        subject: What a decision on it is about.
        id: Of the suggestion, empty for a place of one's own.
        page: From 1.
        rects: Where it stands; empty for a decision whose text is gone.
        text: What stands there.
        kind: What was found (``FindingKind``), empty for a place of one's own.
        kind_text: The same in Dutch.
        treatment: What was suggested: redact, ask or keep; empty for a place of one's own.
        reason: Why it was suggested.
        verdict: ``None`` while nobody has decided.
        grounds: Codes.
        span: The characters, ``None`` for a box.
        own: ``text`` or ``box`` for a place of one's own.
        person: Who is named there.
        identical: How many other suggestions in the dossier have the same text.
        near: How many have nearly the same.
        copies: How many stand in copies of the same passage.
        basis: Number of the last entry on the subject; a next decision names it.
        entry: Number of the entry that settled it, 0 for none; an assessment names it.
        by: Who decided.
        role: In which role.
        time: When.
        by_person: Whether it was decided for the person, at all places at once.
        remark: What was added to the decision.
        remarks: How many remarks the thread has.
        assessment: Of a second reviewer: ``none``, ``agreed`` or ``questioned``.
        question: The question.
        decided: Subject of the decision that settled it, the place itself or its person; an assessment is
            about that.
        assessment_basis: Number of the last entry on the assessment.
        stale: Whether the decision's text is no longer there.
        inconsistent: Whether the same text or a copy of the passage was decided differently.
        evidence: Why it was found.
    """

    subject: str
    id: str = ""
    page: int
    rects: tuple[Rectangle, ...]
    text: str
    kind: str = ""
    kind_text: str
    treatment: str = ""
    reason: str = ""
    verdict: Verdict | None
    grounds: tuple[str, ...]
    span: tuple[int, int] | None
    own: str = ""
    person: PersonAtPlace | None = None
    identical: int = 0
    near: int = 0
    copies: int = 0
    basis: int = 0
    entry: int = 0
    by: str = ""
    role: str = ""
    time: datetime | None = None
    by_person: bool = False
    remark: str = ""
    remarks: int = 0
    assessment: str = "none"
    question: str = ""
    decided: str = ""
    assessment_basis: int = 0
    stale: bool = False
    inconsistent: bool = False
    evidence: tuple[EvidenceAnswer, ...] = ()


def places_of(desk: Desk, number: int, subjects: Collection[str] | None = None) -> tuple[Place, ...]:
    """Places of a document, in the order of its pages; stale decisions come last.

    Args:
        desk: The dossier.
        number: The document.
        subjects: Of the places that are asked for; ``None``: all.

    Raises:
        ReviewError: There is no such document.
    """
    return tuple(_Places(desk, number).among(subjects))


class _Places:
    """The places of one document."""

    def __init__(self, desk: Desk, number: int) -> None:
        self._desk = desk
        self._number = number
        self._document = desk.document(number)
        self._index = {suggestion.id: n for n, suggestion in enumerate(self._document.suggestions)}

    def among(self, subjects: Collection[str] | None) -> Iterator[Place]:
        state = self._desk.state(self._number)
        for ruling in state.rulings:
            if subjects is None or ruling.subject in subjects:
                yield self._place(ruling)
        for entry in state.stale:
            if subjects is None or entry.subject in subjects:
                yield self._stale(entry)

    def _place(self, ruling: Ruling) -> Place:
        suggestion = ruling.suggestion
        place = Place(
            subject=ruling.subject,
            page=ruling.page_index + 1,
            rects=self._rects(ruling),
            text=self._text(ruling),
            kind_text=FINDING_KINDS[suggestion.finding.kind] if suggestion else _own_text(ruling),
            verdict=ruling.verdict,
            grounds=ruling.grounds,
            span=(ruling.span.start, ruling.span.end) if ruling.span else None,
            own="" if suggestion else ("box" if ruling.region else "text"),
        )
        found = self._suggested(place, suggestion) if suggestion else place
        return self._said(found, ruling.entry)

    def _suggested(self, place: Place, suggestion: Suggestion) -> Place:
        desk, finding = self._desk, suggestion.finding
        return replace(
            place,
            id=suggestion.id,
            kind=finding.kind.value,
            treatment=suggestion.treatment.value,
            reason=suggestion.reason,
            person=self._person(finding.span),
            identical=len(desk.identical(self._number, suggestion.id)),
            near=len(desk.near(self._number, suggestion.id)),
            copies=len(desk.copies_of(self._number, suggestion.id)),
            inconsistent=suggestion.id in self._inconsistent,
            evidence=tuple(
                EvidenceAnswer(detector=one.detector, rule=one.rule, score=round(one.score, 3))
                for one in finding.evidence
            ),
        )

    def _said(self, place: Place, entry: Entry | None) -> Place:
        log = self._desk.log
        known = replace(place, basis=log.basis(place.subject), remarks=len(log.of(f"remark/{place.subject}")))
        if not entry:
            return known
        assessed = assessment_of(self._desk, entry.subject)
        return replace(
            known,
            entry=entry.id,
            by=entry.reviewer.name,
            role=entry.reviewer.role.value,
            time=entry.time,
            by_person=isinstance(entry.body, PersonDecision),
            remark=_remark(entry.body),
            assessment=self._desk.standing(entry.subject).value,
            question=assessed.text if assessed else "",
            assessment_basis=log.basis(f"assessment/{entry.subject}"),
            decided=entry.subject,
        )

    def _stale(self, entry: Entry) -> Place:
        decision = entry.body if isinstance(entry.body, Decision) else None
        kind = decision.anchor.kind if decision and decision.anchor else None
        page = decision.page_index + 1 if decision else 1
        place = Place(
            subject=entry.subject,
            page=min(page, max(len(self._document.pages), 1)),
            rects=(),
            text="",
            kind_text=FINDING_KINDS[kind] if kind else OWN_PLACES["text" if decision else "document"],
            verdict=decision.verdict if decision else None,
            grounds=decision.grounds if decision else (),
            span=None,
            stale=True,
        )
        return self._said(place, entry)

    def _text(self, ruling: Ruling) -> str:
        if ruling.suggestion and ruling.span == ruling.suggestion.finding.span:
            return self._document.texts[self._index[ruling.suggestion.id]]
        return self._page_text(ruling.span) if ruling.span else ""

    def _page_text(self, span: Span) -> str:
        return " ".join(self._desk.page(self._number, span.page_index).quote(span).split())

    def _rects(self, ruling: Ruling) -> tuple[Rectangle, ...]:
        facts = self._document.pages[ruling.page_index]
        size = (facts.width, facts.height)
        return tuple(rounded(displayed(box, size, facts.rotation)) for box in self._boxes(ruling))

    def _boxes(self, ruling: Ruling) -> tuple[Box, ...]:
        if ruling.region:
            return (ruling.region[1],)
        if ruling.suggestion and ruling.span == ruling.suggestion.finding.span:
            return self._document.boxes[self._index[ruling.suggestion.id]]
        span = ruling.span
        return self._desk.page(self._number, span.page_index).boxes(span) if span else ()

    def _person(self, span: Span) -> PersonAtPlace | None:
        found = self._by_span.get(span)
        return PersonAtPlace(id=found.id, name=found.name, places=len(found.spans)) if found else None

    @cached_property
    def _by_span(self) -> dict[Span, Person]:
        identity = self._document.document.id
        return {
            span: person
            for person in self._desk.persons
            for span in person.spans
            if span.document_id == identity
        }

    @cached_property
    def _inconsistent(self) -> frozenset[str]:
        return frozenset(
            ruling.suggestion.id
            for found in self._desk.inconsistencies()
            for identity, ruling in found.rulings
            if identity == self._document.document.id and ruling.suggestion
        )


def assessment_of(desk: Desk, subject: str) -> Assessment | None:
    """What a second reviewer said of what holds for a subject; what was said of an earlier word is none."""
    held = desk.log.holding(f"assessment/{subject}")
    counts = desk.standing(subject).value != "none"
    return held.body if counts and held and isinstance(held.body, Assessment) else None


def rounded(rectangle: Rectangle) -> Rectangle:
    """To hundredths of a point: finer than any screen."""
    x0, y0, x1, y1 = (round(edge, 2) for edge in rectangle)
    return x0, y0, x1, y1


def _own_text(ruling: Ruling) -> str:
    return OWN_PLACES["box" if ruling.region else "text"]


def _remark(body: Body) -> str:
    if isinstance(body, PersonDecision):
        return body.reason
    return body.remark if isinstance(body, Decision) else ""
