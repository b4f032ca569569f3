"""What holds for each document, from what is proposed and all that people said.

In: the material of a dossier, its log, and what gives pages. Out: a ``Case`` per document: its suggestions,
the ``ReviewState``, and what was decided on it as a whole. Nothing is kept: what holds is always made anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from lakmoes.errors import LakmoesError
from lakmoes.model import (
    Box,
    Decision,
    DocumentDecision,
    Entry,
    Person,
    Region,
    RelationDecision,
    ReviewState,
    SourceDocument,
    Span,
    Suggestion,
    digest_of,
)
from lakmoes.nl import relation_text
from lakmoes.review import Log, attach, review
from lakmoes.review.blocking import Reviewed, is_read, judged_as
from lakmoes.review.people import people, person_entries
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.material import Material, ReviewDocument
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.preparing import prepared
from lakmoes.workflow.shelves import PageAt, PageShelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said over a dossier, ready to be brought to its documents.

    Attributes:
        log: All of it.
        persons: The register after mergers and splits.
        named: Suggestion id to the decision on the person who is named there.
        persons_in: Document id to the ids of the persons who are named in it.
        earlier: Document id to the ids of the files that bore its name before.
    """

    log: Log
    persons: tuple[Person, ...]
    named: Mapping[str, Entry]
    persons_in: Mapping[str, frozenset[str]]
    earlier: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document on its way: what is known of it, and what holds."""

    known: ReviewDocument
    state: ReviewState
    decision: DocumentDecision | None = None
    """On the document as a whole."""
    relation: RelationDecision | None = None
    unread: tuple[int, ...] = ()
    """Numbers, from 1, of the pages that no machine could read and that no person has dealt with."""

    @property
    def document(self) -> SourceDocument:
        """The document with its title, date and kind."""
        return self.known.document

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Its suggestions, in the order of the text."""
        return self.known.suggestions

    @property
    def is_begun(self) -> bool:
        """Whether people decided on anything in it."""
        return self.decision is not None or any(ruling.entry for ruling in self.state.rulings)

    @property
    def is_published(self) -> bool:
        """Whether a file of it is published, as far as people decided."""
        return self.decision is None or self.decision.judgement.is_published

    @property
    def relation_pairs(self) -> tuple[tuple[str, int], ...]:
        """Types and numbers of the documents that it relates to: as decided, or else as proposed."""
        if self.relation is None:
            return tuple((proposed.type.value, proposed.other) for proposed in self.known.relations)
        return ((self.relation.type, self.relation.other),) if self.relation.other is not None else ()

    def relation_text(self, shown: Mapping[int, str]) -> str:
        """How it relates to other documents, in Dutch, with their numbers as people read them."""
        return relation_text((kind, shown.get(other, str(other))) for kind, other in self.relation_pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A dossier with all that holds in it."""

    material: Material
    spoken: Said
    cases: Mapping[int, Case]
    pages: PageShelf


def held(dossier: Dossier, progress: Progress, failures: dict[int, LakmoesError]) -> Held:
    """All that holds in a dossier, its documents read and searched where that was not done yet.

    What fails is added to ``failures`` and has no case.

    Raises:
        DossierError: The dossier file cannot be read or written.
    """
    material, pages = prepared(dossier, progress, failures), PageShelf(dossier)
    spoken = said(material, Log(dossier.store.entries()))
    return Held(material=material, spoken=spoken, cases=cases_of(material, spoken, pages), pages=pages)


def said(material: Material, log: Log) -> Said:
    """What people said, with the decisions on persons at each place where they are named."""
    persons = people(material.persons, log)
    suggestions = (one for document in material.documents.values() for one in document.suggestions)
    return Said(
        log=log,
        persons=persons,
        named=person_entries(persons, suggestions, log),
        persons_in=_persons_in(persons),
        earlier=material.earlier,
    )


def cases_of(material: Material, spoken: Said, pages: PageShelf) -> dict[int, Case]:
    """The case of each document, by number.

    Raises:
        ReviewError: A decision to redact names no ground.
    """
    return {
        number: case_of(document, spoken, pages.of(number)) for number, document in material.documents.items()
    }


def case_of(document: ReviewDocument, spoken: Said, page_at: PageAt) -> Case:
    """The case of one document.

    Raises:
        ReviewError: A decision to redact names no ground.
    """
    identity, log = document.document.id, spoken.log
    state = state_of(document, spoken, page_at)
    regions = (page_region(document, number - 1) for number in document.unread)
    return Case(
        known=document,
        state=state,
        decision=judged_as(identity, log),
        relation=related_as(identity, log),
        unread=tuple(region.page_index + 1 for region in regions if not is_read(region, state, log)),
    )


def state_of(document: ReviewDocument, spoken: Said, page_at: PageAt) -> ReviewState:
    """What holds for the places of a document after all decisions so far.

    A page is asked for only where people decided on a place that is not suggested. Decisions on a file that
    this one replaced are stale.

    Raises:
        ReviewError: A decision to redact names no ground.
    """
    identity = document.document.id
    decisions = spoken.log.all_holding(Decision, identity)
    attached = attach(document.suggestions, decisions, digests_of(document, page_at))
    replaced = tuple(
        entry
        for other in spoken.earlier.get(identity, ())
        for kind in (Decision, DocumentDecision)
        for entry in spoken.log.all_holding(kind, other)
    )
    attached = replace(attached, stale=(*attached.stale, *replaced))
    return review(identity, document.suggestions, attached, spoken.named)


def related_as(document_id: str, log: Log) -> RelationDecision | None:
    """What was decided on a document's relation, if anything."""
    entry = log.holding(f"relation/{document_id}")
    return entry.body if entry and isinstance(entry.body, RelationDecision) else None


def reviewed(case: Case, spoken: Said) -> Reviewed:
    """A document as it stands in the review."""
    known = case.known
    return Reviewed(
        document_id=case.document.id,
        page_count=len(known.pages),
        state=case.state,
        unread=tuple(page_region(known, number - 1) for number in known.unread),
        pictured=tuple(number - 1 for number in known.pictured),
        persons=spoken.persons_in.get(case.document.id, frozenset()),
    )


def reviewed_document(document: SourceDocument, held: Held) -> Reviewed:
    """A file as it stands in the review, also one that could not be handled."""
    case = held.cases.get(document.number)
    if case:
        return reviewed(case, held.spoken)
    return Reviewed(document_id=document.id, page_count=document.page_count, state=None)


def page_region(document: ReviewDocument, page_index: int) -> Region:
    """A page as a whole."""
    page = document.pages[page_index]
    box = Box(x0=0.0, y0=0.0, x1=page.width, y1=page.height)
    return Region(document_id=document.document.id, page_index=page_index, box=box)


def _persons_in(persons: Iterable[Person]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for person in persons:
        for identity in {span.document_id for span in person.spans}:
            found[identity].add(person.id)
    return {identity: frozenset(ids) for identity, ids in found.items()}


def digests_of(document: ReviewDocument, page_at: PageAt) -> Callable[[Span], str]:
    """What tells the digest of the text that stands at a place; empty where there is no such place."""
    texts = document.text_at

    def digest_at(span: Span) -> str:
        if span in texts:
            return digest_of(texts[span])
        if span.document_id != document.document.id or span.page_index >= len(document.pages):
            return ""
        try:
            return digest_of(page_at(span.page_index).quote(span))
        except ValueError:
            return ""

    return digest_at
