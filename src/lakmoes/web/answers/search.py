"""Hits of a search as JSON."""

from dataclasses import dataclass

from lakmoes.workflow.reviewing import Desk

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHitAnswer:
    """One hit in its line."""

    number: int
    label: str
    title: str
    page: int
    start: int
    end: int
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """The hits; ``more`` when there are more than these."""

    hits: tuple[SearchHitAnswer, ...]
    more: bool


def search_answer(desk: Desk, query: str) -> SearchAnswer:
    """Where the words stand, in the order of the dossier."""
    found = desk.search(query, MOST + 1)
    hits = (
        SearchHitAnswer(
            number=hit.number,
            label=desk.shown(hit.number),
            title=desk.document(hit.number).document.title,
            page=hit.page_index + 1,
            start=hit.start,
            end=hit.end,
            before=hit.before,
            hit=hit.hit,
            after=hit.after,
        )
        for hit in found[:MOST]
    )
    return SearchAnswer(hits=tuple(hits), more=len(found) > MOST)
