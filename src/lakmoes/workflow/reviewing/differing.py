"""What was decided differently though it is the same, kept up to date while people decide.

In: the documents of a dossier and, again and again, all that holds. Out: the same as
``review.consistency.inconsistencies`` gives for the whole; only what hangs together with a place that was
decided otherwise since the last time is compared again.

Suggestions hang together when they have kind and text in common, or are copies: what is said of one tells
nothing of suggestions that do not hang together with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lakmoes.model import ReviewState, Ruling, Suggestion
from lakmoes.review.consistency import Inconsistency, inconsistencies
from lakmoes.workflow.holding import Held
from lakmoes.workflow.material import ReviewDocument


class Differences:
    """The inconsistencies of a dossier."""

    def __init__(self, documents: Mapping[int, ReviewDocument]) -> None:
        self._texts: dict[str, str] = {}
        self._copies: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for number, document in documents.items():
            found = dict(document.by_id)
            self._texts |= found
            self._copies |= dict(zip(found, document.copies, strict=True))
            self._numbers |= dict.fromkeys(found, number)
        suggestions = (one for document in documents.values() for one in document.suggestions)
        self._group = self._groups(suggestions)
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        for identity, group in self._group.items():
            self._members[group].append(identity)
        self._seen: dict[int, ReviewState] = {}
        self._rulings: dict[int, dict[str, Ruling]] = {}
        self._found: dict[str, tuple[Inconsistency, ...]] = {}

    def now(self, held: Held) -> tuple[Inconsistency, ...]:
        """What differs: copies first, then texts, each sorted by key."""
        groups: set[str] = set()
        for number, case in held.cases.items():
            if self._seen.get(number) is not case.state:
                groups |= self._changed(number, case.state)
        for group in sorted(groups):
            self._found[group] = self._compared(group)
        every = [one for found in self._found.values() for one in found]
        return tuple(sorted(every, key=lambda one: (one.kind != "copy", one.key)))

    def _changed(self, number: int, state: ReviewState) -> set[str]:
        """The groups in which the document has a place of which something else holds than before."""
        before = self._rulings.get(number, {})
        after = {ruling.suggestion.id: ruling for ruling in state.rulings if ruling.suggestion}
        self._seen[number], self._rulings[number] = state, after
        return {
            self._group[identity]
            for identity, ruling in after.items()
            if identity not in before or before[identity] != ruling
        }

    def _compared(self, group: str) -> tuple[Inconsistency, ...]:
        rulings: defaultdict[int, list[Ruling]] = defaultdict(list)
        for identity in self._members[group]:
            ruling = self._rulings[self._numbers[identity]].get(identity)
            if ruling:
                rulings[self._numbers[identity]].append(ruling)
        if not any(ruling.entry for found in rulings.values() for ruling in found):
            return ()
        states = {}
        for number in sorted(rulings):
            state = self._seen[number]
            states[state.document_id] = replace(state, rulings=tuple(rulings[number]))
        return inconsistencies(states, self._texts, self._copies)

    def _groups(self, suggestions: Iterable[Suggestion]) -> dict[str, str]:
        """Suggestion id to the least id of those that it hangs together with (union-find)."""
        parent: dict[str, str] = {}

        def root(member: str) -> str:
            while parent[member] != member:
                parent[member] = parent[parent[member]]
                member = parent[member]
            return member

        first: dict[tuple[str, str], str] = {}
        for suggestion in suggestions:
            parent[suggestion.id] = suggestion.id
            for key in self._keys(suggestion):
                low, high = sorted((root(first.setdefault(key, suggestion.id)), root(suggestion.id)))
                parent[high] = low
        return {member: root(member) for member in parent}

    def _keys(self, suggestion: Suggestion) -> Iterator[tuple[str, str]]:
        yield suggestion.finding.kind.value, " ".join(self._texts[suggestion.id].split())
        if self._copies[suggestion.id]:
            yield "", self._copies[suggestion.id]
