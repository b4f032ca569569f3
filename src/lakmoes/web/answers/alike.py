"""What is alike, as JSON: every hit in its line, before the same is decided on all."""

from dataclasses import dataclass

from lakmoes.model import Page, Ruling, Verdict
from lakmoes.web.saying import alike
from lakmoes.workflow.reviewing import Desk

AROUND = 60
"""Characters of the line on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeHit:
    """One place that is alike, in its line, with what holds for it."""

    number: int
    label: str
    title: str
    page: int
    id: str
    before: str
    text: str
    after: str
    verdict: Verdict | None
    grounds: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeAnswer:
    """All places that are alike, and the log's last entry when they were looked up."""

    hits: tuple[AlikeHit, ...]
    last: int


def alike_answer(desk: Desk, number: int, suggestion_id: str, how: str) -> AlikeAnswer:
    """The other places that are alike, in the order of the dossier.

    Raises:
        ReviewError: There is no such document or suggestion.
    """
    last = desk.log.last
    places = sorted(alike(desk, number, suggestion_id, how))
    rulings = {
        other: {ruling.suggestion.id: ruling for ruling in desk.state(other).rulings if ruling.suggestion}
        for other in {place[0] for place in places}
    }
    hits = (_hit(desk, other, rulings[other][other_id]) for other, other_id in places)
    return AlikeAnswer(hits=tuple(sorted(hits, key=lambda hit: (hit.number, hit.page))), last=last)


def _hit(desk: Desk, number: int, ruling: Ruling) -> AlikeHit:
    span = ruling.span
    if not span or not ruling.suggestion:
        raise TypeError("a suggestion has a place in the text")
    before, text, after = in_line(desk.page(number, span.page_index), span.start, span.end)
    return AlikeHit(
        number=number,
        label=desk.shown(number),
        title=desk.document(number).document.title,
        page=span.page_index + 1,
        id=ruling.suggestion.id,
        before=before,
        text=text,
        after=after,
        verdict=ruling.verdict,
        grounds=ruling.grounds,
        by=ruling.entry.reviewer.name if ruling.entry else "",
    )


def in_line(page: Page, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, at and after characters of a page, white space folded."""
    before = " ".join(page.text[max(start - AROUND, 0) : start].split())
    after = " ".join(page.text[end : end + AROUND].split())
    return before, " ".join(page.text[start:end].split()), after
