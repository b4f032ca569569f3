"""The second review (vierogencontrole): what a second reviewer says of decisions, and how far a document is.

In: the log and who wants to say what. Out: what holds of an assessment, a new assessment that is allowed, and
the progress of a document. Does not decide whether a dossier demands a second review (``blocking`` does) and
does not write: its caller appends what it gives.

An assessment is about one entry of the log. When something else is decided later it lapses, and so does a
second reviewer's agreement with a whole document. Neither counts unless a second reviewer said it of what
someone else decided: however it came into the log, four eyes are two persons.
"""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Assessment,
    Body,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    Entry,
    Opinion,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    RelationDecision,
    Reviewer,
    ReviewerRole,
    Withdrawal,
)
from lakmoes.review.log import Log

PROGRESS_SUBJECT = "completion/{document_id}"


class Standing(StrEnum):
    """What a second reviewer holds of a decision."""

    NONE = "none"
    """Nothing, or it was said of an earlier decision."""
    AGREED = "agreed"
    QUESTIONED = "questioned"


STANDINGS = {Opinion.AGREE: Standing.AGREED, Opinion.QUESTION: Standing.QUESTIONED}


def assessments(log: Log) -> dict[str, Entry]:
    """Every assessment that counts, by the subject of the decision that it is about."""
    return {
        entry.body.about: entry
        for entry in log.all_holding(Assessment)
        if isinstance(entry.body, Assessment) and _counts(log, entry)
    }


def assessment_of(log: Log, subject: str) -> Entry | None:
    """The assessment of what holds for a subject now."""
    entry = log.holding(f"assessment/{subject}")
    return entry if entry and _counts(log, entry) else None


def standing(log: Log, subject: str) -> Standing:
    """What a second reviewer holds of what was decided on a subject."""
    entry = assessment_of(log, subject)
    return STANDINGS[entry.body.opinion] if entry and isinstance(entry.body, Assessment) else Standing.NONE


def check(log: Log, reviewer: Reviewer, body: Body) -> None:
    """Refuses what a person may not say; to be asked under the same lock as that which appends it.

    Raises:
        ReviewError: See ``check_assessment`` and ``check_completion``.
    """
    if isinstance(body, Assessment):
        check_assessment(log, reviewer, body)
    elif isinstance(body, Completion):
        check_completion(log, reviewer, body)


def check_assessment(log: Log, reviewer: Reviewer, assessment: Assessment) -> None:
    """Refuses an assessment that is none: only a second reviewer judges, and only what others decided.

    Raises:
        ReviewError: ``role-not-allowed``; ``own-decision``; ``decided-meanwhile`` (with the number of the
            last entry) when the entry that it names holds no longer.
    """
    _check_role(reviewer)
    judged = log.holding(assessment.about)
    if judged is None or judged.id != assessment.entry:
        raise ReviewError("decided-meanwhile", entry=log.basis(assessment.about))
    _check_other(reviewer, judged)


def check_completion(log: Log, reviewer: Reviewer, completion: Completion) -> None:
    """Refuses to make a document final but by a second reviewer, after someone else finished it.

    Raises:
        ReviewError: ``role-not-allowed``, ``own-decision`` or ``not-finished-yet``.
    """
    if completion.progress is not DocumentProgress.FINAL:
        return
    _check_role(reviewer)
    finished = _finished(log.of(completion.subject))
    if finished is None:
        raise ReviewError("not-finished-yet")
    _check_other(reviewer, finished)


def progress(log: Log, document_id: str, persons: Collection[str] = (), latest: int = 0) -> DocumentProgress:
    """How far a document is; a final one of which something was decided since is finished only.

    Args:
        log: The log.
        document_id: The document.
        persons: Ids of the persons named in it: what is decided on them changes the document.
        latest: Number of the last entry that settled a place of it (``ReviewState.rulings``), 0 without.
    """
    entry = log.holding(PROGRESS_SUBJECT.format(document_id=document_id))
    if entry is None or not isinstance(entry.body, Completion):
        return DocumentProgress.OPEN
    if entry.body.progress is not DocumentProgress.FINAL:
        return entry.body.progress
    if not _is_by_second(log, entry) or latest > entry.id or _is_changed(log, entry, set(persons)):
        return DocumentProgress.FINISHED
    return DocumentProgress.FINAL


def _counts(log: Log, entry: Entry) -> bool:
    """Whether an assessment is of what holds now, by a second reviewer who did not decide it."""
    if not isinstance(entry.body, Assessment):
        return False
    judged = log.holding(entry.body.about)
    return judged is not None and judged.id == entry.body.entry and _is_second(entry.reviewer, judged)


def _is_by_second(log: Log, final: Entry) -> bool:
    earlier = [entry for entry in log.of(final.subject) if entry.id < final.id]
    finished = _finished(earlier)
    return finished is not None and _is_second(final.reviewer, finished)


def _is_second(reviewer: Reviewer, first: Entry) -> bool:
    return reviewer.role is ReviewerRole.REVIEWER and _key(reviewer) != _key(first.reviewer)


def _check_role(reviewer: Reviewer) -> None:
    if reviewer.role is not ReviewerRole.REVIEWER:
        raise ReviewError("role-not-allowed")


def _check_other(reviewer: Reviewer, entry: Entry) -> None:
    if _key(reviewer) == _key(entry.reviewer):
        raise ReviewError("own-decision")


def _key(reviewer: Reviewer) -> str:
    """One person may sign in as ``J. Jansen`` and as ``j. jansen``."""
    return " ".join(reviewer.name.casefold().split())


def _finished(entries: Sequence[Entry]) -> Entry | None:
    """Who said last that the document is finished, unless it was opened again."""
    for entry in reversed(entries):
        if isinstance(entry.body, Completion) and entry.body.progress is DocumentProgress.FINAL:
            continue
        is_finished = isinstance(entry.body, Completion) and (
            entry.body.progress is DocumentProgress.FINISHED
        )
        return entry if is_finished else None
    return None


def _is_changed(log: Log, final: Entry, persons: Collection[str]) -> bool:
    document_id = final.body.document_id
    later = (*_later(log.of_document(document_id), final), *_later(log.of_document(""), final))
    return any(_concerns(_said(log, entry), document_id, persons) for entry in later)


def _later(entries: Sequence[Entry], final: Entry) -> Iterator[Entry]:
    for entry in reversed(entries):
        if entry.id <= final.id:
            return
        yield entry


def _said(log: Log, entry: Entry) -> Body:
    """What an entry says, or what it takes back."""
    return log.of(entry.subject)[0].body if isinstance(entry.body, Withdrawal) else entry.body


def _concerns(body: Body, document_id: str, persons: Collection[str]) -> bool:
    if isinstance(body, Decision | DocumentDecision | RelationDecision):
        return body.document_id == document_id
    if isinstance(body, PersonMerge):
        return body.person_id in persons or body.other_id in persons
    return isinstance(body, PersonDecision | PersonSplit) and body.person_id in persons
