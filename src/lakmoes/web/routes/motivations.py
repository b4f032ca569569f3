"""Motivations: why each ground applies in this dossier, with standard texts to start from."""

from fastapi import APIRouter

from lakmoes.model import Motivation, Withdrawal
from lakmoes.web.answers.acts import ActAnswer, act_answer
from lakmoes.web.answers.motivations import MotivationsAnswer, motivations_answer
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer
from lakmoes.web.forms import MotivationForm

router = APIRouter(prefix="/api/motivations", tags=["motivering"])


@router.get("")
def motivations(desk: CurrentDesk) -> MotivationsAnswer:
    """Every ground that is used or motivated, with its motivation and the standard text."""
    return motivations_answer(desk)


@router.post("")
def motivate(form: MotivationForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Motivates a ground; an empty text takes the motivation back."""
    desk.book[form.ground]
    identity = desk.document(form.document).document.id if form.document else ""
    body = Motivation(ground=form.ground, text=form.text, about=form.about, document_id=identity)
    said = body if form.text else Withdrawal(about=body.subject, document_id=identity)
    return act_answer(desk, desk.act(reviewer, [said], {body.subject: form.basis}))
