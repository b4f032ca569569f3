"""The persons of the dossier as people see them, and what was decided wherever one is named.

In: the register as the machine made it and the log. Out: the register after people brought persons together
and took them apart, and the decision on a person for every suggestion that names the person.

Another detection may know a person under another id. A decision then goes by what stands in the text: it
holds where one of its spellings stands, as long as no other decision and no other person of that spelling
leaves doubt. What is in doubt is open.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lakmoes.model import (
    Body,
    Entry,
    FindingKind,
    Person,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    Span,
    Suggestion,
    Verdict,
    digest_of,
)
from lakmoes.review.log import Log

ID_LENGTH = 16
"""Hexadecimal digits."""
Kind = TypeVar("Kind", bound=Body)


def people(persons: Sequence[Person], log: Log) -> tuple[Person, ...]:
    """The register after all mergers and splits, sorted by name.

    They are followed in the order in which they were first said; one about a person who is not there does
    nothing. Of merged persons the first keeps id and name. Spellings that are split off make a person without
    role, whose id is a hash of the id that they leave and their digests; a person of whom no spelling is left
    goes.

    Args:
        persons: As the register has them.
        log: All that was said.
    """
    register: dict[str, Person] = {}
    for person in persons:
        known = register.get(person.id)
        register[person.id] = _united(known, person) if known else person
    merged: dict[str, str] = {}
    for body in _regroupings(log):
        person_id = _end_of(merged, body.person_id)
        if person_id in register:
            if isinstance(body, PersonMerge):
                _merge(register, person_id, body.other_id, merged)
            else:
                _split(register, person_id, body)
    return tuple(sorted(register.values(), key=lambda person: (person.name.casefold(), person.id)))


def decisions_on(persons: Sequence[Person], log: Log) -> dict[str, Entry]:
    """Person id to the decision on the person; a single place may be decided otherwise.

    Args:
        persons: As ``people`` gives them.
        log: All that was said.
    """
    decided = _Decided(persons, log)
    found = {person.id: decided.on(person) for person in persons}
    return {person_id: entry for person_id, entry in found.items() if entry}


def person_entries(
    persons: Sequence[Person], suggestions: Iterable[Suggestion], log: Log
) -> dict[str, Entry]:
    """Suggestion id to the decision on the person named there, where there is one; for ``review``.

    Only names that stand just where the register has them follow a person. Meant for all suggestions of a
    dossier at once: the whole register is read.

    Args:
        persons: As ``people`` gives them.
        suggestions: Of any documents.
        log: All that was said.
    """
    decided = _Decided(persons, log)
    places: dict[Span, Entry] = {}
    for person in persons:
        entries = {written: decided.at(person, written) for written in person.spellings}
        if any(entries.values()):
            named = zip(person.spans, person.written, strict=True)
            places.update((span, entry) for span, written in named if (entry := entries[written]))
    names = (one for one in suggestions if one.finding.kind is FindingKind.NAME)
    return {one.id: places[one.finding.span] for one in names if one.finding.span in places}


def _regroupings(log: Log) -> Iterator[PersonMerge | PersonSplit]:
    every = (*log.all_holding(PersonMerge), *log.all_holding(PersonSplit))
    for entry in sorted(every, key=lambda entry: entry.origin):
        if isinstance(entry.body, PersonMerge | PersonSplit):
            yield entry.body


class _Decided:
    """The decisions on persons that hold: by the person, and by spelling where the person is not known."""

    def __init__(self, persons: Sequence[Person], log: Log) -> None:
        ids = {person.id for person in persons}
        merges = (merge for _, merge in _holding(log, PersonMerge))
        merged = {merge.other_id: merge.person_id for merge in merges if merge.other_id not in ids}
        left = _split_off(log)
        self._by_id: dict[str, tuple[Entry, PersonDecision]] = {}
        self._by_spelling: defaultdict[str, list[tuple[Entry, PersonDecision]]] = defaultdict(list)
        of_merged_first = sorted(_holding(log, PersonDecision), key=lambda one: one[1].person_id in ids)
        for entry, body in of_merged_first:
            owner = _end_of(merged, body.person_id)
            if owner in ids:
                self._by_id[owner] = entry, body
            else:
                for digest in sorted({*body.spellings} - left[body.person_id]):
                    self._by_spelling[digest].append((entry, body))
        self._owners = _owners(persons) if self._by_spelling else {}

    def on(self, person: Person) -> Entry | None:
        """The decision on a person, or the one that all places have in common."""
        if person.id in self._by_id:
            return self._by_id[person.id][0]
        entries = [self.at(person, written) for written in person.spellings]
        return entries[0] if entries and all(entry is entries[0] for entry in entries) else None

    def at(self, person: Person, written: str) -> Entry | None:
        """The decision that holds where the person is written so.

        A decision that knew the spelling comes first, then one on a person who bore it, then the person's.
        """
        own = self._by_id.get(person.id)
        if not own and not self._by_spelling:
            return None
        digest = digest_of(written)
        others = self._by_spelling.get(digest)
        if others and not (own and digest in own[1].spellings):
            return self._without_doubt(digest, others)
        return own[0] if own else None

    def _without_doubt(self, digest: str, others: Sequence[tuple[Entry, PersonDecision]]) -> Entry | None:
        verdicts = {body.verdict for _, body in others}
        unsure = verdicts == {Verdict.KEEP} and self._owners[digest] > 1
        return None if len(verdicts) > 1 or unsure else others[-1][0]


def _holding(log: Log, kind: type[Kind]) -> list[tuple[Entry, Kind]]:
    """What holds of one kind, in the order in which it was first said."""
    entries = sorted(log.all_holding(kind), key=lambda entry: entry.origin)
    return [(entry, entry.body) for entry in entries if isinstance(entry.body, kind)]


def _split_off(log: Log) -> defaultdict[str, set[str]]:
    """Person id to the digests of the spellings that are someone else's."""
    left: defaultdict[str, set[str]] = defaultdict(set)
    for _, split in _holding(log, PersonSplit):
        left[split.person_id].update(split.spellings)
    return left


def _owners(persons: Iterable[Person]) -> Mapping[str, int]:
    """Digest of a spelling to how many persons bear it."""
    return Counter(digest for person in persons for digest in {*map(digest_of, person.spellings)})


def _end_of(merged: Mapping[str, str], person_id: str) -> str:
    """The person that goes by this id, after all mergers."""
    seen = {person_id}
    while (person_id := merged.get(person_id, person_id)) not in seen:
        seen.add(person_id)
    return person_id


def _merge(register: dict[str, Person], person_id: str, other_id: str, merged: dict[str, str]) -> None:
    if other_id in register and other_id != person_id:
        register[person_id] = _united(register[person_id], register.pop(other_id))
        merged[other_id] = person_id


def _united(first: Person, other: Person) -> Person:
    places = {
        **dict(zip(first.spans, first.written, strict=True)),
        **dict(zip(other.spans, other.written, strict=True)),
    }
    spans = sorted(places, key=lambda span: (*span.page, span.start, span.end))
    return replace(
        first,
        spellings=tuple(sorted({*first.spellings, *other.spellings})),
        role=first.role or other.role,
        exempt=first.exempt or other.exempt,
        spans=tuple(spans),
        written=tuple(places[span] for span in spans),
    )


def _split(register: dict[str, Person], person_id: str, split: PersonSplit) -> None:
    person = register.pop(person_id)
    leaving = tuple(one for one in person.spellings if digest_of(one) in split.spellings)
    staying = tuple(one for one in person.spellings if one not in leaving)
    if staying:
        name = _fullest(staying) if person.name in leaving else person.name
        register[person_id] = replace(_part(person, staying), name=name)
    if leaving:
        other = replace(_part(person, leaving), id=_id_of(split), name=_fullest(leaving))
        register[other.id] = replace(other, role="", exempt=False)


def _part(person: Person, spellings: tuple[str, ...]) -> Person:
    """The person as far as named in these spellings."""
    named = zip(person.spans, person.written, strict=True)
    places = [(span, written) for span, written in named if written in spellings]
    return replace(
        person,
        spellings=spellings,
        spans=tuple(span for span, _ in places),
        written=tuple(written for _, written in places),
    )


def _fullest(spellings: Iterable[str]) -> str:
    return min(spellings, key=lambda spelling: (-len(spelling), spelling))


def _id_of(split: PersonSplit) -> str:
    return hashlib.sha256(split.subject.encode()).hexdigest()[:ID_LENGTH]
