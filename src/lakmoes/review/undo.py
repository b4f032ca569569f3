"""What a reviewer can take back, and what has to be said for it.

In: the log. Out: the reviewer's last act, or the last one that was taken back, and the bodies that restate
what held before it. Nothing is removed: taking back is said in the log too (``Entry.undoes``), and redoing is
taking back what took back.

The acts of each reviewer are a stack like that of any editor, one over the dossier and one in each document;
an act that touches several documents stands in the stack of each and is taken back whole. What someone said
since of one of its subjects is never lost: then taking back is refused.
"""

from collections.abc import Iterator, Sequence

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Body,
    Entry,
    PageSeen,
    Remark,
    Reviewer,
    SampleAnswer,
    SampleDrawn,
    Withdrawal,
)
from lakmoes.review.log import Log

Act = tuple[Entry, ...]
"""The entries that were made at once, oldest first."""
STANDING = (PageSeen, Remark, SampleAnswer, SampleDrawn)
"""What happened rather than what was chosen: no one takes that back."""


def undoing(log: Log, reviewer: Reviewer, document_id: str | None = None) -> Act:
    """The reviewer's last act that holds, of those in the document where one is named; empty for none."""
    done, _ = _stacks(log, reviewer, document_id)
    return done[-1] if done else ()


def redoing(log: Log, reviewer: Reviewer, document_id: str | None = None) -> Act:
    """The last act with which the reviewer took something back and after which nothing new was done.

    Args:
        log: All that was said.
        reviewer: Whose acts; known by name.
        document_id: The document whose acts count, ``None`` for those of the whole dossier.
    """
    _, taken_back = _stacks(log, reviewer, document_id)
    return taken_back[-1] if taken_back else ()


def undo(log: Log, act: Sequence[Entry]) -> tuple[tuple[Body, int, int], ...]:
    """What has to be said to take an act back: once for each subject, its body, ``undoes`` and basis.

    Args:
        log: All that was said.
        act: What ``undoing`` or ``redoing`` gave.

    Raises:
        ReviewError: Someone else (``decided-meanwhile``) or the reviewer, from within another document
            (``decided-since``), spoke of one of the subjects after it; ``entry`` is their last word on it.
    """
    chosen = [entry for entry in act if not isinstance(entry.body, STANDING)]
    last = {entry.subject: entry for entry in chosen}
    first = {entry.subject: entry for entry in reversed(chosen)}
    return tuple(_taken_back(log, first[subject], last[subject]) for subject in last)


def _taken_back(log: Log, first: Entry, last: Entry) -> tuple[Body, int, int]:
    now = log.of(first.subject)[-1]
    if now.origin != last.origin:
        since = [entry for entry in log.of(first.subject) if entry.id > last.id]
        others = [entry for entry in since if entry.reviewer.name != last.reviewer.name]
        raise ReviewError("decided-meanwhile" if others else "decided-since", entry=(others or since)[-1].id)
    before = log.before(first)
    nothing = Withdrawal(about=first.subject, document_id=first.body.document_id)
    return before.body if before else nothing, first.id, now.id


def _stacks(log: Log, reviewer: Reviewer, document_id: str | None) -> tuple[list[Act], list[Act]]:
    """The acts that hold and the acts that took others back, the latest last."""
    done: dict[int, Act] = {}
    taken_back: dict[int, Act] = {}
    act_of: dict[int, int] = {}
    for act in _acts(log, reviewer):
        if document_id is not None and not _touches(log, act, document_id):
            continue
        key = act[0].id
        act_of.update((entry.id, key) for entry in act)
        undone = act_of.get(act[0].undoes, 0)
        if done.pop(undone, None):
            taken_back[key] = act
        else:
            if not taken_back.pop(undone, None):
                taken_back.clear()
            done[key] = act
    return list(done.values()), list(taken_back.values())


def _acts(log: Log, reviewer: Reviewer) -> Iterator[Act]:
    acts: dict[str, list[Entry]] = {}
    for entry in log.entries:
        if entry.reviewer.name == reviewer.name and not isinstance(entry.body, STANDING):
            acts.setdefault(entry.batch or f"entry {entry.id}", []).append(entry)
    return map(tuple, acts.values())


def _touches(log: Log, act: Act, document_id: str) -> bool:
    """Whether an act is about the document; a withdrawal is where what it withdraws was."""
    return any(other.body.document_id == document_id for entry in act for other in log.of(entry.subject))
