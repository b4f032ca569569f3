"""One document as JSON: what stands above and beside its pages."""

from dataclasses import dataclass, fields
from datetime import date

from lakmoes.grounds import GroundBook
from lakmoes.model import (
    DocumentDecision,
    DocumentProgress,
    InventoryRow,
    Judgement,
    PageSeen,
    RelationDecision,
    Reviewer,
    SourceDocument,
)
from lakmoes.nl import DOCUMENT_KINDS, JUDGEMENTS, RELATIONS
from lakmoes.web.answers.blocks import BlockAnswer, block_answers
from lakmoes.web.answers.places import Place, places_of
from lakmoes.workflow.reviewing import Desk, ReviewDocument
from lakmoes.workflow.reviewing.rules import may_finalise, may_finish


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnswer:
    """One page: its number, its size in points as people see it, whether it was seen, its text's source."""

    page: int
    width: float
    height: float
    seen: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementAnswer:
    """What holds for a document as a whole.

    Attributes:
        judgement: The decision.
        text: The same in Dutch.
        derived: Whether it follows from the redactions.
        grounds: Codes.
        reason: Why, where a person decided it.
        link: Where it can be found, where it is public already.
        duplicate_of: Number of the document that is judged instead.
        by: Who decided it.
        basis: Number of the last entry on it.
        proposal: What is proposed, in Dutch, empty where nothing is.
    """

    judgement: Judgement
    text: str
    derived: bool
    grounds: tuple[str, ...]
    reason: str = ""
    link: str = ""
    duplicate_of: int | None = None
    by: str = ""
    basis: int = 0
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationAnswer:
    """How a document relates to another.

    Attributes:
        type: ``draft_of`` and so on; empty for none.
        other: Number of the other document.
        text: The same in Dutch.
        derived: Whether it is what was proposed.
        basis: Number of the last entry on it.
    """

    type: str
    other: int | None
    text: str
    derived: bool
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CanAnswer:
    """What the person who asks may do now: finish the document, make it final."""

    finish: bool
    finalise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """What stands above and beside the pages of one document.

    Attributes:
        number: That the app knows it by.
        label: Its number on the inventory.
        title: As the inventory states it before redaction.
        date: Of the document.
        kind: In Dutch.
        progress: How far it is.
        progress_basis: Number of the last entry on that.
        judgement: What holds for it as a whole.
        relation: To another document.
        page_count: Number of pages.
        pages: The pages.
        last: Number of the last entry of the log.
        can: What may be done now.
        undo: Whether there is something of this person to undo in it.
        redo: Whether there is something to redo.
        blocks: What keeps it from publication.
        previous: Number of the document before it, ``None`` for the first.
        next: Number of the document after it.
    """

    number: int
    label: str
    title: str
    date: date | None
    kind: str
    progress: DocumentProgress
    progress_basis: int
    judgement: JudgementAnswer
    relation: RelationAnswer
    page_count: int
    pages: tuple[PageAnswer, ...]
    last: int
    can: CanAnswer
    undo: bool
    redo: bool
    blocks: tuple[BlockAnswer, ...]
    previous: int | None
    next: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer(DocumentHead):
    """One document with all its places: what was suggested and decided."""

    places: tuple[Place, ...]


def document_answer(desk: Desk, number: int, reviewer: Reviewer) -> DocumentAnswer:
    """One document with its places for the person who asks.

    Raises:
        ReviewError: There is no such document.
    """
    head = document_head(desk, number, reviewer)
    values = {field.name: getattr(head, field.name) for field in fields(head)}
    return DocumentAnswer(places=places_of(desk, number), **values)


def document_head(desk: Desk, number: int, reviewer: Reviewer) -> DocumentHead:
    """One document without its places for the person who asks.

    Raises:
        ReviewError: There is no such document.
    """
    found = desk.document(number)
    numbers = desk.order
    at = numbers.index(number)
    return DocumentHead(
        number=number,
        label=desk.shown(number),
        title=found.document.title,
        date=found.document.date,
        kind=DOCUMENT_KINDS[found.document.kind],
        progress=desk.progress(number),
        progress_basis=desk.log.basis(f"completion/{found.document.id}"),
        judgement=judgement_answer(desk, found),
        relation=relation_answer(desk, found),
        page_count=len(found.pages),
        pages=pages_of(desk, found),
        last=desk.log.last,
        can=CanAnswer(finish=may_finish(desk, number), finalise=may_finalise(desk, number, reviewer)),
        undo=desk.can_undo(reviewer, number),
        redo=desk.can_redo(reviewer, number),
        blocks=block_answers(desk, desk.blocks_of(number)),
        previous=numbers[at - 1] if at else None,
        next=numbers[at + 1] if at + 1 < len(numbers) else None,
    )


def pages_of(desk: Desk, found: ReviewDocument) -> tuple[PageAnswer, ...]:
    """The pages of a document and whether people have seen them."""
    seen = seen_pages(desk, found.document.id)
    answers = []
    for facts in found.pages:
        width, height = facts.displayed_size
        answers.append(
            PageAnswer(
                page=facts.index + 1,
                width=round(width, 2),
                height=round(height, 2),
                seen=facts.index in seen,
                source=facts.text_source.value,
            )
        )
    return tuple(answers)


def seen_pages(desk: Desk, document_id: str) -> frozenset[int]:
    """Indexes of the pages that a person has had before them."""
    entries = desk.log.all_holding(PageSeen, document_id)
    return frozenset(entry.body.page_index for entry in entries if isinstance(entry.body, PageSeen))


def judgement_answer(desk: Desk, found: ReviewDocument) -> JudgementAnswer:
    """What holds for a document as a whole: what a person decided, else what follows from the redactions."""
    identity = found.document.id
    row = row_of(desk, found.document)
    held = desk.log.holding(f"judgement/{identity}")
    body = held.body if held else None
    decided = body if isinstance(body, DocumentDecision) else None
    return JudgementAnswer(
        judgement=decided.judgement if decided else row.judgement,
        text=JUDGEMENTS[decided.judgement if decided else row.judgement],
        derived=decided is None,
        grounds=decided.grounds if decided else row.grounds,
        reason=decided.reason if decided else "",
        link=decided.link if decided else "",
        duplicate_of=decided.duplicate_of if decided else None,
        by=held.reviewer.name if decided and held else "",
        basis=desk.log.basis(f"judgement/{identity}"),
        proposal=proposal_text(desk.book, found),
    )


def row_of(desk: Desk, document: SourceDocument) -> InventoryRow:
    """The document's row on the inventory as it would be now."""
    return next(row for row in desk.inventory_rows() if row.number == document.number)


def proposal_text(book: GroundBook, found: ReviewDocument) -> str:
    """What is proposed for a document as a whole, in Dutch."""
    proposal = found.proposal
    if not proposal:
        return ""
    grounds = ", ".join(proposal.grounds)
    return f"{JUDGEMENTS[proposal.judgement]}, {grounds} {book.texts.name} ({proposal.reason})"


def relation_answer(desk: Desk, found: ReviewDocument) -> RelationAnswer:
    """How a document relates to another: what a person decided, else the likeliest that was proposed."""
    subject = f"relation/{found.document.id}"
    held = desk.log.holding(subject)
    body = held.body if held else None
    if isinstance(body, RelationDecision):
        kind, other, derived = body.type, body.other, False
    else:
        best = max(found.relations, key=lambda relation: relation.score, default=None)
        kind, other, derived = (best.type.value, best.other, True) if best else ("", None, True)
    text = RELATIONS[kind].format(number=desk.shown(other)) if kind and other is not None else ""
    return RelationAnswer(type=kind, other=other, text=text, derived=derived, basis=desk.log.basis(subject))
