"""Who may say what of a document as a whole, and when: finishing it, making it final, judging decisions.

In: the desk, who speaks, and what they want to say. Out: what stands in the way, or a refusal. Says nothing
itself.
"""

from lakmoes.errors import ReviewError
from lakmoes.model import Assessment, Completion, DocumentProgress, Reviewer
from lakmoes.review.blocking import Block, hindering
from lakmoes.review.second import check_assessment, check_completion
from lakmoes.workflow.reviewing.desk import Desk


def hindrances(desk: Desk, number: int, aim: DocumentProgress) -> tuple[Block, ...]:
    """What must be done before a document is as far as that.

    Raises:
        ReviewError: There is no such document.
    """
    return hindering(desk.blocks_of(number), aim)


def may_finish(desk: Desk, number: int) -> bool:
    """Whether an open document can be finished now.

    Raises:
        ReviewError: There is no such document.
    """
    is_open = desk.progress(number) is DocumentProgress.OPEN
    return is_open and not hindrances(desk, number, DocumentProgress.FINISHED)


def may_finalise(desk: Desk, number: int, reviewer: Reviewer) -> bool:
    """Whether this person can make a finished document final now.

    Raises:
        ReviewError: There is no such document.
    """
    final = Completion(document_id=desk.source(number).id, progress=DocumentProgress.FINAL)
    try:
        check_completion(desk.log, reviewer, final)
    except ReviewError:
        return False
    is_finished = desk.progress(number) is DocumentProgress.FINISHED
    return is_finished and not hindrances(desk, number, DocumentProgress.FINAL)


def check_said(desk: Desk, number: int | None, reviewer: Reviewer, body: Assessment | Completion) -> None:
    """Refuses an assessment or a completion that this person cannot give now.

    Raises:
        ReviewError: The person has another role or decided this themselves, the document was not finished, or
            something must be done first.
    """
    if isinstance(body, Assessment):
        check_assessment(desk.log, reviewer, body)
        return
    check_completion(desk.log, reviewer, body)
    if number is not None and hindrances(desk, number, body.progress):
        raise ReviewError("document-blocked", number=number)
