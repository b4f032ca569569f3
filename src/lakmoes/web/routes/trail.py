"""The audit trail: on the screen, and as a file."""

from fastapi import APIRouter
from starlette.responses import Response

from lakmoes.web.answers.trail import TrailAnswer, trail_answer
from lakmoes.web.dependencies import CurrentDesk

router = APIRouter(prefix="/api", tags=["logboek"])


@router.get("/trail")
def trail(desk: CurrentDesk, document: int | None = None, before: int | None = None) -> TrailAnswer:
    """Who said what, when, what held before and after; the latest first."""
    return trail_answer(desk, document, before)


@router.get("/trail.csv", response_class=Response)
def trail_csv(desk: CurrentDesk) -> Response:
    """The whole trail for a spreadsheet; without text of documents and names of persons in them."""
    return Response(
        desk.trail_csv().encode("utf-8-sig"),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="logboek.csv"'},
    )
