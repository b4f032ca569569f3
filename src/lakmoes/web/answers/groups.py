"""Texts that were found at several places, as JSON: they can be decided on at once."""

from dataclasses import dataclass

from lakmoes.model import FindingKind, Ruling, Verdict
from lakmoes.nl import FINDING_KINDS
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswer:
    """Suggestions with the same text.

    Attributes:
        number: Document of the first.
        page: Page of the first.
        id: Of the first.
        basis: Number of the last entry on the first.
        text: What stands there.
        kind: What was found, in Dutch.
        places: How many there are.
        documents: In how many documents.
        open: On how many nobody has decided.
        redacted: How many were decided to be redacted.
        kept: How many were decided to stay.
        grounds: Codes on any of them.
    """

    number: int
    page: int
    id: str
    basis: int
    text: str
    kind: str
    places: int
    documents: int
    open: int
    redacted: int
    kept: int
    grounds: tuple[str, ...]


def group_answers(desk: Desk) -> tuple[GroupAnswer, ...]:
    """All texts that were found more than once; names have a page of their own."""
    rulings = {
        (number, ruling.suggestion.id): ruling
        for number in sorted(desk.documents)
        for ruling in desk.state(number).rulings
        if ruling.suggestion
    }
    seen: set[tuple[int, str]] = set()
    groups = []
    for place, ruling in rulings.items():
        if place in seen or not ruling.suggestion or ruling.suggestion.finding.kind is FindingKind.NAME:
            continue
        members = sorted({place, *desk.identical(*place)})
        seen.update(members)
        if len(members) > 1:
            groups.append(_group(desk, place, [(one, rulings[one]) for one in members if one in rulings]))
    return tuple(sorted(groups, key=lambda group: (-group.open, -group.places, group.number, group.page)))


def _group(desk: Desk, first: tuple[int, str], members: list[tuple[tuple[int, str], Ruling]]) -> GroupAnswer:
    found = desk.document(first[0])
    at = next(n for n, suggestion in enumerate(found.suggestions) if suggestion.id == first[1])
    suggestion = found.suggestions[at]
    undecided = {one.id for number in {place[0] for place, _ in members} for one in desk.state(number).open}
    return GroupAnswer(
        number=first[0],
        page=suggestion.finding.span.page_index + 1,
        id=suggestion.id,
        basis=desk.log.basis(f"suggestion/{suggestion.id}"),
        text=found.texts[at],
        kind=FINDING_KINDS[suggestion.finding.kind],
        places=len(members),
        documents=len({place[0] for place, _ in members}),
        open=sum(place[1] in undecided for place, _ in members),
        redacted=sum(ruling.verdict is Verdict.REDACT for _, ruling in members),
        kept=sum(ruling.verdict is Verdict.KEEP for _, ruling in members),
        grounds=desk.book.ordered(code for _, ruling in members for code in ruling.grounds),
    )
