"""What stands around a statement: the cue groups near it, in its row, in its column, in the whole document.

In: the statements of a document and the cue groups in each. Out: per statement the share of the words around
it that stand in statements with a group's cues, as features ``near:waardering``, ``row:opsporing``,
``column share:plaats``, ``document:prijs en tarief``. Passages come in runs, a column holds one sort of
thing, and a document has one subject: a cell that says ``hangar C`` says nothing by itself.

Counts groups only, never words: what is near tells the sort of text, not its subject.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from lakmoes.detection.passages.context import Statement

NEAR = 3
"""Statements before and behind that count as near."""
FULL_SHARE = 2.0
"""Factor by which the share of a group in the whole document counts; half of the words is all."""

Groups = Sequence[Mapping[str, object]]


def vicinity(found: Sequence[Statement], groups: Groups) -> list[dict[str, float]]:
    """Per statement of a document its features of vicinity; ``groups``: the cue groups of each."""
    counted = [
        (len(statement.text.split()), frozenset(named))
        for statement, named in zip(found, groups, strict=True)
    ]
    made: list[dict[str, float]] = [{} for _ in found]
    whole = {
        name: min(1.0, FULL_SHARE * share) for name, share in _shares("document", _total(counted)).items()
    }
    for index in range(len(made)):
        around = counted[max(0, index - NEAR) : index] + counted[index + 1 : index + 1 + NEAR]
        made[index] = whole | _shares("near", _total(around))
    rows = {(it.page_index, it.unit.block) for it in found if it.unit.cell}
    _add("row", [_row_of(statement, rows) for statement in found], counted, made)
    _add("column share", [statement.column or None for statement in found], counted, made)
    return made


Total = tuple[int, Counter[str]]
"""Number of words, and per group those in statements with its cues."""


def _row_of(statement: Statement, rows: set[tuple[int, int]]) -> tuple[int, int] | None:
    place = statement.page_index, statement.unit.block
    return place if place in rows else None


def _total(counted: Iterable[tuple[int, frozenset[str]]]) -> Total:
    words, totals = 0, Counter[str]()
    for size, groups in counted:
        words += size
        for group in groups:
            totals[group] += size
    return words, totals


def _shares(name: str, total: Total) -> dict[str, float]:
    words, totals = total
    return {f"{name}:{group}": count / words for group, count in totals.items() if count}


def _add(
    name: str,
    keys: Sequence[Hashable | None],
    counted: Sequence[tuple[int, frozenset[str]]],
    made: Sequence[dict[str, float]],
) -> None:
    """Adds what the other statements with the same key hold; ``None`` is no key."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key is not None:
            members[key].append(index)
    for together in members.values():
        words, totals = _total(counted[index] for index in together)
        for index in together:
            size, groups = counted[index]
            others = Counter({g: n - size * (g in groups) for g, n in totals.items()})
            if words > size:
                made[index] |= _shares(name, (words - size, others))
