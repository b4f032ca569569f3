"""The dossier as JSON: its settings, its documents, what blocks publication, and totals."""

from dataclasses import dataclass
from datetime import date

from lakmoes.model import (
    DocumentProgress,
    InventoryRow,
    Judgement,
    Reviewer,
    Ruling,
    SourceDocument,
    label_order,
)
from lakmoes.nl import (
    DOCUMENT_KINDS,
    JUDGEMENTS,
    error_text,
    pictured_pages,
    unread_pages,
)
from lakmoes.web.answers.blocks import BlockAnswer, block_answers
from lakmoes.web.answers.documents import relation_answer
from lakmoes.web.answers.totals import Totals, totals_of
from lakmoes.web.families import family_of
from lakmoes.workflow.reviewing import Desk, ReviewDocument
from lakmoes.workflow.reviewing.rules import may_finalise, may_finish


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundAnswer:
    """A ground of the dossier's law; ``family`` is its colour."""

    code: str
    label: str
    type: str
    article: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAnswer:
    """A role for which a name stays readable, and the reason that goes with it."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeAnswer:
    """Who asks."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSettings:
    """What the dossier demands before a document is final."""

    second_review: bool
    pages_seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeAnswer:
    """What can be done with a file that could not be handled: it is decided on as a whole, then finished.

    Attributes:
        decided: Whether somebody decided on it.
        finish: Whether it can be finished now.
        finalise: Whether the person who asks can make it final now.
        judgement_basis: Number of the last entry on its judgement.
        progress_basis: Number of the last entry on its progress.
    """

    decided: bool
    finish: bool
    finalise: bool
    judgement_basis: int
    progress_basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document in the table.

    Attributes:
        number: That the app knows it by.
        label: Its number on the inventory.
        title: As the inventory states it before redaction.
        date: Of the document.
        kind: In Dutch.
        pages: How many.
        open: Suggestions on which nobody has decided.
        decided: Places on which somebody has.
        marks: Places that are redacted as things stand.
        judgement: The decision on the whole.
        judgement_text: The same in Dutch.
        grounds: Codes on it.
        relation: To another document, in Dutch.
        warnings: What people should know, in Dutch.
        progress: How far it is.
        stale: Decisions whose text is gone.
        questions: Decisions that a second reviewer sent back.
        refusal: Why it cannot be reviewed, in Dutch, else empty.
        judge: What can be done with a file that could not be handled, ``None`` for others.
    """

    number: int
    label: str
    title: str
    date: date | None
    kind: str
    pages: int
    open: int = 0
    decided: int = 0
    marks: int = 0
    judgement: Judgement
    judgement_text: str
    grounds: tuple[str, ...] = ()
    relation: str = ""
    warnings: tuple[str, ...] = ()
    progress: DocumentProgress = DocumentProgress.OPEN
    stale: int = 0
    questions: int = 0
    refusal: str = ""
    judge: JudgeAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAnswer:
    """The dossier; ``concept`` as long as something stands in the way of publishing it."""

    title: str
    law: str
    concept: bool
    settings: ReviewSettings
    me: MeAnswer
    last: int
    grounds: tuple[GroundAnswer, ...]
    roles: tuple[RoleAnswer, ...]
    documents: tuple[DocumentRow, ...]
    blocks: tuple[BlockAnswer, ...]
    totals: Totals


def dossier_answer(desk: Desk, reviewer: Reviewer) -> DossierAnswer:
    """The dossier for the person who asks."""
    blocks = block_answers(desk, desk.blocks())
    settings = desk.settings
    return DossierAnswer(
        title=title_of(desk),
        law=desk.book.texts.name,
        concept=any(block.level == "error" for block in blocks),
        settings=ReviewSettings(
            second_review=settings.review.second_review, pages_seen=settings.review.pages_seen
        ),
        me=MeAnswer(name=reviewer.name, role=reviewer.role.value),
        last=desk.log.last,
        grounds=ground_answers(desk),
        roles=tuple(RoleAnswer(code=code, text=text) for code, text in desk.book.exempt_roles.items()),
        documents=document_rows(desk, reviewer),
        blocks=blocks,
        totals=totals_of(desk),
    )


def title_of(desk: Desk) -> str:
    """What the dossier is called: its title, its number, or nothing better than the law."""
    settings = desk.settings
    return settings.title or settings.request_number or f"{desk.book.texts.name}-dossier"


def ground_answers(desk: Desk) -> tuple[GroundAnswer, ...]:
    """The grounds of the dossier's law, in its order."""
    return tuple(
        GroundAnswer(
            code=ground.code,
            label=ground.label,
            type=ground.type.value,
            article=desk.book.statutory_text(ground.code),
            family=family_of(ground),
        )
        for ground in desk.book.grounds
    )


def document_rows(desk: Desk, reviewer: Reviewer) -> tuple[DocumentRow, ...]:
    """All documents, those that cannot be reviewed too, in the order of the inventory."""
    listed = {row.number: row for row in desk.inventory_rows()}
    reviewed = [_reviewed_row(desk, number, listed[number]) for number in desk.documents]
    refused = [
        _refused_row(desk, document, listed[number], reviewer) for number, document in desk.refused.items()
    ]
    return tuple(sorted(reviewed + refused, key=lambda row: label_order(row.label)))


def _reviewed_row(desk: Desk, number: int, row: InventoryRow) -> DocumentRow:
    found, state = desk.documents[number], desk.state(number)
    return DocumentRow(
        number=number,
        label=row.shown,
        title=found.document.title,
        date=found.document.date,
        kind=DOCUMENT_KINDS[found.document.kind],
        pages=len(found.pages),
        open=len(state.open),
        decided=sum(ruling.verdict is not None for ruling in state.rulings),
        marks=len(state.redactions) + len(state.regions),
        judgement=row.judgement,
        judgement_text=JUDGEMENTS[row.judgement],
        grounds=row.grounds,
        relation=relation_answer(desk, found).text,
        warnings=_warnings(found),
        progress=desk.progress(number),
        stale=len(state.stale),
        questions=sum(is_questioned(desk, ruling) for ruling in state.rulings),
    )


def _judge(desk: Desk, document: SourceDocument, reviewer: Reviewer) -> JudgeAnswer:
    log, number = desk.log, document.number
    return JudgeAnswer(
        decided=log.holding(f"judgement/{document.id}") is not None,
        finish=may_finish(desk, number),
        finalise=may_finalise(desk, number, reviewer),
        judgement_basis=log.basis(f"judgement/{document.id}"),
        progress_basis=log.basis(f"completion/{document.id}"),
    )


def _refused_row(desk: Desk, document: SourceDocument, row: InventoryRow, reviewer: Reviewer) -> DocumentRow:
    error = desk.failures.get(document.number)
    return DocumentRow(
        number=document.number,
        label=row.shown,
        title=document.title,
        date=document.date,
        kind=DOCUMENT_KINDS[document.kind],
        pages=document.page_count,
        judgement=row.judgement,
        judgement_text=JUDGEMENTS[row.judgement],
        relation=row.relation,
        refusal=error_text(error.code, error.locators) if error else "; ".join(row.remarks),
        grounds=row.grounds,
        progress=desk.progress(document.number) if error else DocumentProgress.OPEN,
        judge=_judge(desk, document, reviewer) if error else None,
    )


def _warnings(found: ReviewDocument) -> tuple[str, ...]:
    unread = (unread_pages(found.unread),) if found.unread else ()
    pictured = (pictured_pages(found.pictured),) if found.pictured else ()
    return (*unread, *pictured)


def is_questioned(desk: Desk, ruling: Ruling) -> bool:
    """Whether a second reviewer sent the decision on a place back."""
    return ruling.entry is not None and desk.standing(ruling.entry.subject).value == "questioned"
