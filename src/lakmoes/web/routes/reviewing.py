"""What reviewers say to each other: remarks, and what a second reviewer says of decisions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query

from lakmoes.errors import UsageError
from lakmoes.model import Assessment, Remark
from lakmoes.web.answers.acts import ActAnswer, act_answer, done
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer, SecondReviewer
from lakmoes.web.forms import AssessmentForm, RemarkForm
from lakmoes.workflow.reviewing import Desk
from lakmoes.workflow.reviewing.rules import check_said

router = APIRouter(prefix="/api", tags=["overleg"])


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkAnswer:
    """One remark of a thread."""

    id: int
    by: str
    role: str
    time: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadAnswer:
    """The remarks on a subject, oldest first."""

    remarks: tuple[RemarkAnswer, ...]


@router.get("/remarks")
def remarks(subject: Annotated[str, Query(min_length=1, max_length=400)], desk: CurrentDesk) -> ThreadAnswer:
    """The thread of remarks on a subject."""
    return _thread(desk, subject)


@router.post("/remarks")
def remark(form: RemarkForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ThreadAnswer:
    """Adds a remark to a thread; remarks stand beside each other, none is refused for another."""
    body = Remark(about=form.subject, text=form.text, document_id=_identity(desk, form.document))
    desk.act(reviewer, [body], {})
    return _thread(desk, form.subject)


@router.post("/assessments")
def assessment(form: AssessmentForm, desk: CurrentDesk, reviewer: SecondReviewer) -> ActAnswer:
    """Agrees with a decision of someone else, or sends it back with a question; for second reviewers."""
    if not form.text and form.opinion.value == "question":
        raise UsageError("question-needs-text")
    body = Assessment(
        about=form.about,
        entry=form.entry,
        opinion=form.opinion,
        text=form.text,
        document_id=_identity(desk, form.document),
    )
    check_said(desk, form.document, reviewer, body)
    entries = desk.act(reviewer, [body], {body.subject: form.basis})
    return done(desk, entries, form.document, reviewer) if form.document else act_answer(desk, entries)


def _thread(desk: Desk, subject: str) -> ThreadAnswer:
    return ThreadAnswer(
        remarks=tuple(
            RemarkAnswer(
                id=entry.id,
                by=entry.reviewer.name,
                role=entry.reviewer.role.value,
                time=entry.time,
                text=entry.body.text,
            )
            for entry in desk.log.of(f"remark/{subject}")
            if isinstance(entry.body, Remark)
        )
    )


def _identity(desk: Desk, number: int | None) -> str:
    return desk.document(number).document.id if number else ""
