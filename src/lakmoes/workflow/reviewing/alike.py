"""Which suggestions of a dossier are the same, nearly the same, or stand in copies of one passage.

In: the documents. Out: for a suggestion the others that are alike, as document numbers and suggestion ids.
Sorted when it is first asked for; suggestions do not change while a dossier is open.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from lakmoes.review.groups import Groups
from lakmoes.workflow.material import ReviewDocument

Place = tuple[int, str]
"""Document number and suggestion id."""


class Alike:
    """The suggestions of a dossier by what they have in common."""

    def __init__(self, documents: Mapping[int, ReviewDocument]) -> None:
        self._documents = documents

    def identical(self, suggestion_id: str) -> tuple[Place, ...]:
        """The others of the same kind and text."""
        return self._placed(self._groups.identical(suggestion_id))

    def near(self, suggestion_id: str) -> tuple[Place, ...]:
        """The others of the same kind and nearly the same text, the most alike first."""
        return self._placed(match.suggestion_id for match in self._groups.near(suggestion_id))

    def copies(self, suggestion_id: str) -> tuple[Place, ...]:
        """The others at the same place in copies of the passage."""
        key = self._keys.get(suggestion_id, "")
        return self._placed(other for other in self._by_copy.get(key, ()) if other != suggestion_id)

    def number_of(self, suggestion_id: str) -> int | None:
        """Number of the document in which a suggestion stands."""
        return self._numbers.get(suggestion_id)

    def _placed(self, ids: Iterable[str]) -> tuple[Place, ...]:
        return tuple((self._numbers[identity], identity) for identity in ids)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {
            suggestion.id: number
            for number, document in self._documents.items()
            for suggestion in document.suggestions
        }

    @cached_property
    def _groups(self) -> Groups:
        texts = {identity: text for found in self._documents.values() for identity, text in found.by_id}
        kinds = {
            suggestion.id: suggestion.finding.kind
            for document in self._documents.values()
            for suggestion in document.suggestions
        }
        return Groups(texts, kinds)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {
            identity: key
            for document in self._documents.values()
            for (identity, _), key in zip(document.by_id, document.copies, strict=True)
            if key
        }

    @cached_property
    def _by_copy(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for identity, key in self._keys.items():
            found[key].append(identity)
        return found
