"""The sample of what was not marked: drawing it, and saying whether something was missed."""

import secrets

from fastapi import APIRouter

from lakmoes.errors import UsageError
from lakmoes.model import SampleAnswer
from lakmoes.web.answers.samples import SamplesAnswer, samples_answer
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer
from lakmoes.web.forms import AnswerForm, SampleForm

router = APIRouter(prefix="/api/sample", tags=["steekproef"])
SEEDS = 2**31


@router.get("")
def samples(desk: CurrentDesk) -> SamplesAnswer:
    """All samples with their items, and what they say of the whole dossier."""
    return samples_answer(desk)


@router.post("")
def draw(form: SampleForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> SamplesAnswer:
    """Draws a sample; the seed is kept in the log, so that anyone can draw it again."""
    seed = secrets.randbelow(SEEDS) if form.seed is None else form.seed
    desk.draw_sample(reviewer, form.unit, form.size, seed)
    return samples_answer(desk)


@router.post("/answers")
def answer(form: AnswerForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> SamplesAnswer:
    """Says whether something was missed in an item."""
    drawn = next((one.drawn for one in desk.samples() if one.drawn.subject == form.sample), None)
    if not drawn or form.item not in {item.item for item in desk.sample_items(drawn)}:
        raise UsageError("not-found")
    identity = desk.document(form.document).document.id if form.document else ""
    body = SampleAnswer(
        sample=form.sample,
        item=form.item,
        missed=form.missed,
        remark=form.remark,
        document_id=identity,
    )
    desk.act(reviewer, [body], {body.subject: form.basis})
    return samples_answer(desk)
