"""What an act came to, as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lakmoes.model import Entry, Reviewer
from lakmoes.web.answers.documents import DocumentHead, document_head
from lakmoes.web.answers.places import Place, places_of
from lakmoes.workflow.reviewing import Desk


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
        places: The places of the document that it was done in, as they are now.
        document: That document; ``None`` where it was done in none.
    """

    entries: tuple[EntryAnswer, ...]
    changed: tuple[int, ...]
    last: int
    places: tuple[Place, ...] = ()
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
    """The same, with the document that it was done in."""
    head = document_head(desk, number, reviewer)
    return replace(act_answer(desk, entries), places=places_of(desk, number), document=head)
