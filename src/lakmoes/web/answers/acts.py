"""What an act came to, as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lakmoes.model import Assessment, Body, Entry, Reviewer, suggestion_subject
from lakmoes.web.answers.documents import DocumentHead, document_head
from lakmoes.web.answers.places import Place, places_of
from lakmoes.workflow.reviewing import Desk

SUGGESTION = suggestion_subject("")
PLACES = (SUGGESTION, "text/", "box/")
"""How subjects of places begin."""
PERSONS = ("person/", "merge/", "split/")
"""How subjects begin of which a word may change places anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswer:
    """One entry of the log: its number, what it is about, who, when, and what was said in Dutch."""

    id: int
    subject: str
    by: str
    role: str
    time: datetime
    what: str
    document: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActAnswer:
    """What an act came to.

    Attributes:
        entries: What was put in the log.
        changed: Numbers of the documents in which something holds otherwise now.
        last: Number of the last entry of the log.
        places: The places of the document that it was done in, as they are now: all, or those that the act
            can have changed.
        whole: Whether these are all places.
        gone: Subjects that were places and are none any more, where not all are given.
        document: That document; ``None`` where it was done in none.
    """

    entries: tuple[EntryAnswer, ...]
    changed: tuple[int, ...]
    last: int
    places: tuple[Place, ...] = ()
    whole: bool = False
    gone: tuple[str, ...] = ()
    document: DocumentHead | None = None


def entry_answer(desk: Desk, entry: Entry) -> EntryAnswer:
    """One entry."""
    return EntryAnswer(
        id=entry.id,
        subject=entry.subject,
        by=entry.reviewer.name,
        role=entry.reviewer.role.value,
        time=entry.time,
        what=desk.what(entry),
        document=desk.number_of(entry.body.document_id),
    )


def act_answer(desk: Desk, entries: Sequence[Entry]) -> ActAnswer:
    """What was put in the log, and the documents that it touches."""
    return ActAnswer(
        entries=tuple(entry_answer(desk, entry) for entry in entries),
        changed=tuple(sorted(desk.touched(entries))),
        last=desk.log.last,
    )


def done(desk: Desk, entries: Sequence[Entry], number: int, reviewer: Reviewer) -> ActAnswer:
    """The same, with the document that it was done in.

    A document may have thousands of places: of an act on a few of them only these are given, and those with
    the same text or in copies of the passage, for they may agree or differ now.
    """
    answer = replace(act_answer(desk, entries), document=document_head(desk, number, reviewer))
    touched = _touched(desk, entries, number)
    if touched is None:
        return replace(answer, places=places_of(desk, number), whole=True)
    places = places_of(desk, number, touched)
    gone = touched - {place.subject for place in places}
    return replace(answer, places=places, gone=tuple(sorted(gone)))


def _touched(desk: Desk, entries: Sequence[Entry], number: int) -> frozenset[str] | None:
    """Subjects of the places that entries may change; ``None`` for any, as after a word on a person."""
    if any(_about(entry.body).startswith(PERSONS) for entry in entries):
        return None
    here = (entry.body for entry in entries if desk.number_of(entry.body.document_id) == number)
    subjects = {subject for subject in map(_about, here) if subject.startswith(PLACES)}
    known = {suggestion.id for suggestion in desk.document(number).suggestions}
    named = {subject.removeprefix(SUGGESTION) for subject in subjects} & known
    alike = {
        suggestion_id
        for one in named
        for other, suggestion_id in (*desk.identical(number, one), *desk.copies_of(number, one))
        if other == number
    }
    return frozenset(subjects | set(map(suggestion_subject, alike)))


def _about(body: Body) -> str:
    """The subject that an entry changes: of an assessment the decision that it judges."""
    return body.about if isinstance(body, Assessment) else body.subject
