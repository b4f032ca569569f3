"""Totals of the dossier as JSON: how much there is of each ground, kind and reviewer."""

from collections import Counter
from dataclasses import dataclass

from lakmoes.nl import DOCUMENT_KINDS, FINDING_KINDS
from lakmoes.web.families import family_of
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A number with what it is of; ``family`` colours grounds."""

    name: str
    count: int
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Redacted places per ground, places per kind of document and of finding, decisions per reviewer."""

    by_ground: tuple[Total, ...]
    by_kind: tuple[Total, ...]
    by_finding: tuple[Total, ...]
    by_reviewer: tuple[Total, ...]


def totals_of(desk: Desk) -> Totals:
    """What there is of each ground, kind and reviewer."""
    grounds: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    reviewers: Counter[str] = Counter()
    for number, found in desk.documents.items():
        state = desk.state(number)
        marked = [*(codes for _, codes in state.redactions), *(codes for *_, codes in state.regions)]
        grounds.update(code for codes in marked for code in codes)
        kinds[DOCUMENT_KINDS[found.document.kind]] += len(marked)
        findings.update(
            FINDING_KINDS[ruling.suggestion.finding.kind] for ruling in state.rulings if ruling.suggestion
        )
        reviewers.update(ruling.entry.reviewer.name for ruling in state.rulings if ruling.entry)
    by_ground = [
        Total(name=code, count=grounds[code], family=family_of(desk.book[code]))
        for code in desk.book.ordered(grounds)
    ]
    return Totals(
        by_ground=tuple(by_ground),
        by_kind=_most_first(kinds),
        by_finding=_most_first(findings),
        by_reviewer=_most_first(reviewers),
    )


def _most_first(counts: Counter[str]) -> tuple[Total, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Total(name=name, count=count) for name, count in ordered if count)
