"""What was decided differently, as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass

from lakmoes.model import Ruling, Verdict
from lakmoes.nl import FINDING_KINDS
from lakmoes.web.answers.alike import in_line
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePlace:
    """One of the places, in its line, with what holds for it."""

    number: int
    title: str
    page: int
    id: str
    subject: str
    before: str
    text: str
    after: str
    verdict: Verdict | None
    grounds: tuple[str, ...]
    by: str
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceAnswer:
    """The same text (``text``), or copies of one passage (``copy``), that was decided differently."""

    kind: str
    key: str
    text: str
    kind_text: str
    places: tuple[DifferencePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesAnswer:
    """All of them, and the last entry of the log when they were looked up."""

    differences: tuple[DifferenceAnswer, ...]
    last: int


def differences_answer(desk: Desk) -> DifferencesAnswer:
    """Everything in the dossier that was decided differently."""
    last = desk.log.last
    answers = (_difference(desk, found.kind, found.key, found.rulings) for found in desk.inconsistencies())
    return DifferencesAnswer(differences=tuple(answers), last=last)


def _difference(desk: Desk, kind: str, key: str, rulings: Iterable[tuple[str, Ruling]]) -> DifferenceAnswer:
    listed = [(desk.number_of(identity) or 0, ruling) for identity, ruling in rulings]
    places = tuple(_place(desk, number, ruling) for number, ruling in listed)
    suggestion = listed[0][1].suggestion
    return DifferenceAnswer(
        kind=kind,
        key=key,
        text=places[0].text,
        kind_text=FINDING_KINDS[suggestion.finding.kind] if suggestion else "",
        places=places,
    )


def _place(desk: Desk, number: int, ruling: Ruling) -> DifferencePlace:
    if not ruling.suggestion:
        raise TypeError("only suggestions are compared")
    span = ruling.suggestion.finding.span
    before, text, after = in_line(desk.page(number, span.page_index), span.start, span.end)
    return DifferencePlace(
        number=number,
        title=desk.document(number).document.title,
        page=span.page_index + 1,
        id=ruling.suggestion.id,
        subject=ruling.subject,
        before=before,
        text=text,
        after=after,
        verdict=ruling.verdict,
        grounds=ruling.grounds,
        by=ruling.entry.reviewer.name if ruling.entry else "",
        basis=desk.log.basis(ruling.subject),
    )
