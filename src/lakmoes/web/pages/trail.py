"""The audit trail: who said what, when, what held before and after."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.trail import TrailAnswer, trail_answer
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPage:
    """The latest rows, of one document where one is chosen; documents to choose from with their titles."""

    template: ClassVar[str] = "trail.html"
    place: ClassVar[str] = "/logboek"

    trail: TrailAnswer
    documents: tuple[tuple[int, str], ...]
    chosen: int | None
    is_first: bool


def trail_page(desk: Desk, document: int | None, before: int | None) -> TrailPage:
    """The trail from an entry back, or from the last one."""
    return TrailPage(
        trail=trail_answer(desk, document or None, before),
        documents=tuple((number, desk.documents[number].document.title) for number in desk.order),
        chosen=document or None,
        is_first=before is None,
    )
