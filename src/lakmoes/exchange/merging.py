"""Logs of several reviewers brought together.

In: the log of a dossier, and logs of others on the same originals. Out: the entries to add, and the subjects
on which two people said different things: of these nothing is taken over, people settle them.

Entries that both logs have (the same person, moment, subject and words) are one. What the dossier's own log
said last before the logs parted is no contradiction: whoever worked on from there superseded it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lakmoes.model import Body, Entry, PageSeen, Remark, Withdrawal

ADDING = (Remark, PageSeen)
"""What never contradicts anything: it stands beside the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A subject of which people said different things.

    Attributes:
        subject: What it is about.
        entries: The last word of each log, the dossier's own first where it has one.
    """

    subject: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging comes to.

    Attributes:
        added: Entries to add to the dossier's log, by time; without numbers.
        known: How many entries the dossier had already.
        conflicts: Subjects that people have to settle, by subject.
    """

    added: tuple[Entry, ...]
    known: int
    conflicts: tuple[Conflict, ...]


def merge(own: Sequence[Entry], others: Iterable[Sequence[Entry]]) -> Merged:
    """Brings the logs of others into the dossier's own.

    Args:
        own: The dossier's log.
        others: The logs of others.
    """
    had = {_identity(entry) for entry in own}
    theirs = list(others)
    known = len({_identity(entry) for log in theirs for entry in log} & had)
    said = _last_words(own, theirs)
    conflicts = tuple(
        Conflict(subject=subject, entries=tuple(entries))
        for subject, entries in sorted(said.items())
        if not isinstance(entries[0].body, ADDING) and len({_meaning(entry.body) for entry in entries}) > 1
    )
    settled = {conflict.subject for conflict in conflicts}
    fresh: dict[object, Entry] = {}
    for entry in (entry for log in theirs for entry in log):
        if _identity(entry) not in had and entry.subject not in settled:
            fresh.setdefault(_identity(entry), replace(entry, id=0, undoes=0))
    return Merged(
        added=tuple(sorted(fresh.values(), key=lambda entry: (entry.time, entry.subject))),
        known=known,
        conflicts=conflicts,
    )


def _last_words(own: Sequence[Entry], theirs: Sequence[Sequence[Entry]]) -> Mapping[str, list[Entry]]:
    """Per subject the last word of each log, as far as it was said after the logs parted."""
    words: defaultdict[str, list[Entry]] = defaultdict(list)
    shared = [{_identity(entry) for entry in log} for log in theirs]
    for subject, last in _last(own).items():
        if not any(_identity(last) in identities for identities in shared):
            words[subject].append(last)
    had = {_identity(entry) for entry in own}
    for log in theirs:
        for subject, last in _last(log).items():
            if _identity(last) not in had:
                words[subject].append(last)
    return words


def _last(log: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.subject: entry for entry in log}


def _identity(entry: Entry) -> tuple[object, ...]:
    return entry.time, entry.reviewer, entry.subject, _meaning(entry.body)


def _meaning(body: Body) -> object:
    """What is said; a withdrawal says that nothing holds."""
    return None if isinstance(body, Withdrawal) else body
