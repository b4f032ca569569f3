"""The audit trail as JSON."""

from dataclasses import dataclass
from datetime import datetime

from lakmoes.nl import REVIEWER_ROLES
from lakmoes.workflow.reviewing import Desk, TrailRow

MOST = 500
"""Rows at once; older ones are asked with ``before``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRowAnswer:
    """One entry of the log in words: who said what of what, when, what held before and after."""

    id: int
    time: datetime
    by: str
    role: str
    document: int | None
    page: int | None
    what: str
    before: str
    after: str
    undoes: int
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailAnswer:
    """Rows, the latest first; ``more`` when there are older ones."""

    rows: tuple[TrailRowAnswer, ...]
    more: bool


def trail_answer(desk: Desk, document: int | None = None, before: int | None = None) -> TrailAnswer:
    """The latest rows, of one document where it is named, older than an entry where one is named."""
    wanted = [
        row
        for row in reversed(desk.trail())
        if document in (None, desk.number_of(row.document_id)) and (before is None or row.entry_id < before)
    ]
    return TrailAnswer(rows=tuple(_answer(desk, row) for row in wanted[:MOST]), more=len(wanted) > MOST)


def _answer(desk: Desk, row: TrailRow) -> TrailRowAnswer:
    return TrailRowAnswer(
        id=row.entry_id,
        time=row.time,
        by=row.reviewer,
        role=REVIEWER_ROLES[row.role],
        document=desk.number_of(row.document_id),
        page=None if row.page_index is None else row.page_index + 1,
        what=row.what,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
        undone=row.undone,
    )
