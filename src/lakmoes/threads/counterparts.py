"""Which passages are copies of each other, so that one decision can be taken for all.

In: places of one kind each, by an id, and the pages of a dossier. Out: for every place that has a copy a key
that it shares with its copies. Two places are copies when all their words lie within a run of eight words or
more that stands in both (``stream.LENGTH``), at the same words of it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lakmoes.model import FindingKind, Page, Span
from lakmoes.threads.places import Dossier, Run

Places = Mapping[str, tuple[Span, FindingKind]]


def counterparts(places: Places, pages: Mapping[str, Sequence[Page]]) -> dict[str, str]:
    """Id to the least id of its group, for places that have a copy; the others are left out.

    Args:
        places: What was found where, by id.
        pages: All pages of the dossier, per document id, in order.

    Raises:
        ValueError: A place lies on a page that is not given.
    """
    dossier = Dossier(pages)
    runs = {identity: dossier.run_of(span) for identity, (span, _) in sorted(places.items())}
    at: defaultdict[tuple[Run, FindingKind], list[str]] = defaultdict(list)
    for identity, run in runs.items():
        at[run, places[identity][1]].append(identity)
    groups = _Groups(runs)
    done: set[object] = set()
    for identity, run in runs.items():
        kind = places[identity][1]
        for target in dossier.copies(run, (kind,), done):
            for other in at.get((target, kind), ()):
                groups.join(identity, other)
    return groups.larger


class _Groups:
    """Ids in groups that grow together (union-find); the least id of a group stands for it."""

    def __init__(self, members: Mapping[str, object]) -> None:
        self._parent = {member: member for member in members}

    def join(self, one: str, other: str) -> None:
        """Makes the groups of both one."""
        low, high = sorted((self._root(one), self._root(other)))
        self._parent[high] = low

    @property
    def larger(self) -> dict[str, str]:
        """Each member of a group of two or more, with the least member of it."""
        roots = {member: self._root(member) for member in self._parent}
        counts: defaultdict[str, int] = defaultdict(int)
        for root in roots.values():
            counts[root] += 1
        return {member: root for member, root in roots.items() if counts[root] > 1}

    def _root(self, member: str) -> str:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member
