"""The audit trail in words: who said what when, what held before it and what after.

In: the log. Out: a row per entry, in plain Dutch, and the same as CSV. Holds no text of documents: places are
named by page, persons by a short id, unless the caller gives their names for the screen. What reviewers typed
themselves stands in it.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from lakmoes import nl
from lakmoes.model import (
    Assessment,
    Body,
    Decision,
    Entry,
    PageSeen,
    Remark,
    ReviewerRole,
    Withdrawal,
)
from lakmoes.review.log import Log
from lakmoes.review.wording import said_of_documents, subject_words

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With which a spreadsheet program takes a cell for a formula (OWASP, CSV injection)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRow:
    """One entry of the log in words.

    Attributes:
        entry_id: Its number.
        time: When, in UTC.
        reviewer: By whom.
        role: What that person was.
        document_id: The document, empty where it is about the whole dossier.
        page_index: The page, from 0; ``None`` where it is about none.
        what: What it is about.
        before: What held before it, empty where nothing did.
        after: What holds after it.
        undoes: Number of the entry that it takes back, 0 without.
        undone: Whether it was taken back later, and that was not taken back itself.
    """

    entry_id: int
    time: datetime
    reviewer: str
    role: ReviewerRole
    document_id: str
    page_index: int | None
    what: str
    before: str
    after: str
    undoes: int
    undone: bool


def trail(
    log: Log, persons: Mapping[str, str] | None = None, shown: Mapping[int, str] | None = None
) -> tuple[TrailRow, ...]:
    """The whole log in words, oldest first.

    Args:
        log: The log.
        persons: Person id to name, for the screen only; leave it out of what is exported.
        shown: Number of each document to the number that people read.
    """
    named, labels = persons or {}, shown or {}
    undone = _undone(log.entries)
    last: dict[str, Body] = {}
    rows = []
    for entry in log.entries:
        body = _subject_body(entry, log)
        before = None if isinstance(body, Remark) else last.get(entry.subject)
        rows.append(
            TrailRow(
                entry_id=entry.id,
                time=entry.time,
                reviewer=entry.reviewer.name,
                role=entry.reviewer.role,
                document_id=body.document_id or entry.body.document_id,
                page_index=_page_of(body, log),
                what=subject_words(body, named),
                before=said_of_documents(before, labels) if before else "",
                after=said_of_documents(entry.body, labels),
                undoes=entry.undoes,
                undone=entry.id in undone,
            )
        )
        last[entry.subject] = entry.body
    return tuple(rows)


def trail_csv(rows: Iterable[TrailRow], numbers: Mapping[str, str]) -> str:
    """The trail for other programs: RFC 4180, parted by semicolons, times in ISO 8601 (UTC).

    Args:
        rows: The trail.
        numbers: Document id to the number that people read.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(nl.TRAIL_COLUMNS)
    for row in rows:
        cells = (
            row.entry_id,
            row.time.isoformat(timespec="seconds"),
            row.reviewer,
            nl.REVIEWER_ROLES[row.role],
            numbers.get(row.document_id, ""),
            "" if row.page_index is None else row.page_index + 1,
            row.what,
            row.before,
            row.after,
            row.undoes or "",
            nl.YES if row.undone else "",
        )
        writer.writerow([_harmless(str(cell)) for cell in cells])
    return text.getvalue()


def _undone(entries: Iterable[Entry]) -> frozenset[int]:
    """Numbers of the entries that were taken back; what took back an entry may be taken back as well."""
    undone: set[int] = set()
    for entry in reversed(tuple(entries)):
        if entry.undoes and entry.id not in undone:
            undone.add(entry.undoes)
    return frozenset(undone)


def _subject_body(entry: Entry, log: Log) -> Body:
    """What an entry is about: of a withdrawal what was said first."""
    return log.of(entry.subject)[0].body if isinstance(entry.body, Withdrawal) else entry.body


def _page_of(body: Body, log: Log) -> int | None:
    if isinstance(body, Decision | PageSeen):
        return body.page_index
    if isinstance(body, Assessment | Remark):
        about = log.of(body.about)
        return next((entry.body.page_index for entry in about if isinstance(entry.body, Decision)), None)
    return None


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
