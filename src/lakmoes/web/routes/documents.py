"""Documents: what stands in them, their pages as pictures and words, and what is decided on them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from lakmoes.model import Completion, PageSeen, Reviewer
from lakmoes.web import saying
from lakmoes.web.answers.acts import ActAnswer, act_answer, done
from lakmoes.web.answers.alike import AlikeAnswer, alike_answer
from lakmoes.web.answers.documents import DocumentAnswer, document_answer
from lakmoes.web.answers.reports import ReportAnswer, report_answer
from lakmoes.web.answers.words import WordsAnswer, words_answer
from lakmoes.web.dependencies import CurrentDesk, CurrentPage, CurrentReviewer
from lakmoes.web.forms import (
    Also,
    CompletionForm,
    DecisionsForm,
    JudgementForm,
    RelationForm,
    SeenForm,
    WholeForm,
    WithdrawForm,
)
from lakmoes.web.pictures import png
from lakmoes.workflow.reviewing import Desk
from lakmoes.workflow.reviewing.rules import check_said

router = APIRouter(prefix="/api/documents/{number}", tags=["documenten"])
Resolution = Annotated[int, Query(ge=20, le=300)]


@router.get("")
def document(number: int, desk: CurrentDesk, reviewer: CurrentReviewer) -> DocumentAnswer:
    """A document with its pages and all its places."""
    return document_answer(desk, number, reviewer)


@router.get("/pages/{page}/picture", response_class=Response)
def picture(
    number: int, index: CurrentPage, request: Request, desk: CurrentDesk, dpi: Resolution = 100
) -> Response:
    """A page as it looks, as a PNG."""
    key = f"{desk.document(number).document.id}/{index}/{dpi}"
    return png(request, key, lambda: desk.picture(number, index, dpi))


@router.get("/pages/{page}/words")
def words(number: int, index: CurrentPage, desk: CurrentDesk) -> WordsAnswer:
    """The words of a page with their places, for selecting text."""
    return words_answer(desk, number, index)


@router.get("/pages/{page}/preview", response_class=Response)
def preview(number: int, index: CurrentPage, desk: CurrentDesk, dpi: Resolution = 100) -> Response:
    """A page as it would be published now, drawn from a file that is really redacted."""
    return Response(desk.preview(number, index, dpi), media_type="image/png")


@router.get("/report")
def report(number: int, desk: CurrentDesk) -> ReportAnswer:
    """The checks of the file as it would be published now."""
    return report_answer(desk, number)


@router.get("/alike")
def alike(number: int, id: str, how: Also, desk: CurrentDesk) -> AlikeAnswer:
    """The other suggestions with the same or nearly the same text, or in copies of the passage."""
    return alike_answer(desk, number, id, how)


@router.post("/decisions")
def decisions(number: int, form: DecisionsForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Decides on suggestions and places of one's own, in one act that is accepted or refused as a whole."""
    return _acted(desk, reviewer, number, saying.decisions(desk, number, form))


@router.post("/withdraw")
def withdraw(number: int, form: WithdrawForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Takes back a decision on a place, as though nobody had spoken."""
    return _acted(desk, reviewer, number, saying.withdrawal(desk, number, form.subject, form.basis))


@router.post("/whole")
def whole(number: int, form: WholeForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Redacts a whole page or, without a page, every page."""
    return _acted(desk, reviewer, number, saying.whole(desk, number, form))


@router.post("/seen")
def seen(number: int, form: SeenForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Says that a person has had a page before them; said once, it stays said."""
    found = desk.document(number)
    saying.check_page(desk, number, form.page)
    body = PageSeen(document_id=found.document.id, page_index=form.page - 1)
    entries = () if desk.log.holding(body.subject) else desk.act(reviewer, [body], {})
    return act_answer(desk, entries)


@router.post("/judgement")
def judgement(number: int, form: JudgementForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Decides on the document as a whole, in place of what follows from its redactions."""
    return _acted(desk, reviewer, number, saying.judgement(desk, number, form))


@router.post("/relation")
def relation(number: int, form: RelationForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Says how the document relates to another, in place of what was proposed."""
    return _acted(desk, reviewer, number, saying.relation(desk, number, form))


@router.post("/completion")
def completion(number: int, form: CompletionForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Finishes the document, makes it final (second reviewers), or opens it again."""
    body = Completion(document_id=desk.source(number).id, progress=form.progress)
    check_said(desk, number, reviewer, body)
    act = saying.Act(bodies=[body], bases={body.subject: form.basis})
    return _acted(desk, reviewer, number, act)


def _acted(desk: Desk, reviewer: Reviewer, number: int, act: saying.Act) -> ActAnswer:
    entries = desk.act(reviewer, act.bodies, act.bases)
    # A file that could not be handled can be judged as a whole; it has no places to show.
    return done(desk, entries, number, reviewer) if number in desk.documents else act_answer(desk, entries)
