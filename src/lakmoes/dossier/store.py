"""The dossier file: what each stage made, and the log of reviewing, which only ever grows.

In and out: value objects of ``model``. One SQLite file in the output folder; a kill at any moment leaves it
as it was before or after a write. Artifacts (pages, findings, suggestions, reports) carry the key of what
they were made from, so that a second run redoes only what changed. Entries of the log can be added and read,
not changed or deleted: the database itself refuses that.

Holds text of documents: it belongs with the originals and is never published.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, Generic, TypeVar, get_args

from pydantic import TypeAdapter

from lakmoes.dossier.migrations import migrate
from lakmoes.errors import DossierError, ReviewError
from lakmoes.model import Body, Entry, Reviewer, ReviewerRole

STORE_FILE = "dossier.sqlite"

Value = TypeVar("Value")


class Stage(Generic[Value]):
    """The name of a stage's table of results and the type that it keeps."""

    def __init__(self, name: str, kind: type[Value]) -> None:
        self.name = name
        self.adapter: TypeAdapter[Value] = TypeAdapter(kind)


_BODIES: dict[str, TypeAdapter[Any]] = {kind.__name__: TypeAdapter(kind) for kind in get_args(Body)}


_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
"""Signs that stand in no text (Unicode noncharacters)."""


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Where the stretches between the signs stand in the text without the signs."""
    start = taken = 0
    for place, sign in enumerate(text):
        if sign == _OPENS:
            start = place - taken
        elif sign == _CLOSES:
            yield start, place - taken
        taken += sign in (_OPENS, _CLOSES)


def _entry(row: tuple[int, str, str, str, str, str, str, int]) -> Entry:
    number, kind, body, name, role, time, batch, undoes = row
    return Entry(
        id=number,
        body=_BODIES[kind].validate_json(body),
        reviewer=Reviewer(name=name, role=ReviewerRole(role)),
        time=datetime.fromisoformat(time),
        batch=batch,
        undoes=undoes,
    )


class Store:
    """An opened dossier file; one process at a time, any of its threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = RLock()

    def load(self, stage: Stage[Value], subject: str, key: str) -> Value | None:
        """What the stage made of the subject with this key; ``None`` when there is no such thing.

        Raises:
            DossierError: The file is damaged.
        """
        found = self._rows(
            "SELECT body FROM artifact WHERE subject = ? AND stage = ? AND key = ?", subject, stage.name, key
        )
        return stage.adapter.validate_json(zlib.decompress(found[0][0])) if found else None

    def save(self, stage: Stage[Value], subject: str, key: str, body: Value) -> None:
        """Keeps what the stage made of the subject, in place of what it made before.

        Raises:
            DossierError: The file cannot be written (no space, read-only).
        """
        self.save_all(stage, key, [(subject, body)])

    def save_all(self, stage: Stage[Value], key: str, bodies: Iterable[tuple[str, Value]]) -> None:
        """Keeps what the stage made of several subjects, all or none.

        Raises:
            DossierError: The file cannot be written.
        """
        rows = (
            (subject, stage.name, key, zlib.compress(stage.adapter.dump_json(body), level=1))
            for subject, body in bodies
        )
        with self._writing():
            self._connection.executemany("INSERT OR REPLACE INTO artifact VALUES (?, ?, ?, ?)", rows)

    def holds(self, stage: Stage[Any], subject: str, key: str) -> bool:
        """Whether there is something that the stage made of the subject with this key.

        Raises:
            DossierError: The file is damaged.
        """
        statement = "SELECT 1 FROM artifact WHERE subject = ? AND stage = ? AND key = ?"
        return bool(self._rows(statement, subject, stage.name, key))

    def index(self, document_id: str, texts: Sequence[str]) -> None:
        """Makes the texts of a document's pages searchable, in place of what they were before.

        Raises:
            DossierError: The file cannot be written.
        """
        with self._writing():
            for page_index, text in enumerate(texts):
                place = (document_id, page_index)
                self._connection.execute(
                    "INSERT OR IGNORE INTO page_place (document_id, page_index) VALUES (?, ?)", place
                )
                self._connection.execute(
                    "INSERT OR REPLACE INTO page_text (rowid, text) VALUES"
                    " ((SELECT id FROM page_place WHERE document_id = ? AND page_index = ?), ?)",
                    (*place, text),
                )

    def pages_with(self, expression: str) -> tuple[tuple[str, int], ...]:
        """Document id and page index of the pages that fit an expression of FTS5, in no order.

        Raises:
            DossierError: The file is damaged.
        """
        statement = (
            "SELECT document_id, page_index FROM page_text JOIN page_place ON id = page_text.rowid"
            " WHERE page_text MATCH ?"
        )
        return tuple((document_id, index) for document_id, index in self._rows(statement, expression))

    def hits_on(
        self, expression: str, document_id: str, page_index: int
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text of a page, and the characters that fit an expression of FTS5, first and past the last.

        Raises:
            DossierError: The file is damaged.
        """
        statement = (
            "SELECT highlight(page_text, 0, ?, ?) FROM page_text"
            " WHERE page_text MATCH ? AND rowid ="
            " (SELECT id FROM page_place WHERE document_id = ? AND page_index = ?)"
        )
        found = self._rows(statement, _OPENS, _CLOSES, expression, document_id, page_index)
        marked = found[0][0] if found else ""
        return marked.replace(_OPENS, "").replace(_CLOSES, ""), tuple(_marked(marked))

    def append(self, entries: Sequence[Entry], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        """Adds entries to the log, all or none; out they come with their numbers.

        Args:
            entries: What was said, without numbers.
            bases: For subjects on which a later word would be contradicted unseen: the number of the last
                entry on it that the reviewer knew of, 0 for none.

        Raises:
            ReviewError: Someone else spoke of a subject in the meantime; nothing was added.
            DossierError: The file cannot be written.
        """
        with self._writing():
            self._connection.execute("BEGIN IMMEDIATE")
            for subject, basis in bases.items():
                (last,) = self._connection.execute(
                    "SELECT coalesce(max(id), 0) FROM entry WHERE subject = ?", (subject,)
                ).fetchone()
                if last != basis:
                    raise ReviewError("decided-meanwhile", entry=last)
            return tuple(map(self._added, entries))

    def _added(self, entry: Entry) -> Entry:
        kind = type(entry.body).__name__
        cursor = self._connection.execute(
            "INSERT INTO entry (subject, kind, body, reviewer, role, time, batch, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.subject,
                kind,
                _BODIES[kind].dump_json(entry.body).decode(),
                entry.reviewer.name,
                entry.reviewer.role.value,
                entry.time.isoformat(),
                entry.batch,
                entry.undoes,
            ),
        )
        return replace(entry, id=int(cursor.lastrowid or 0))

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """The log after the entry with this number, oldest first.

        Raises:
            DossierError: The file is damaged.
        """
        rows = self._rows(
            "SELECT id, kind, body, reviewer, role, time, batch, undoes FROM entry WHERE id > ? ORDER BY id",
            since,
        )
        try:
            return tuple(map(_entry, rows))
        except (KeyError, ValueError) as error:
            raise DossierError("dossier-damaged") from error

    def _rows(self, statement: str, *values: str | int) -> list[Any]:
        try:
            with self._lock:
                return self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise DossierError("dossier-damaged") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._lock, self._connection:
                yield
        except sqlite3.OperationalError as error:
            raise DossierError("dossier-not-writable") from error


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The dossier file in a folder, made when it is not there; held by this process until closed.

    Raises:
        DossierError: It is in use, damaged, made by a newer version, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / STORE_FILE, timeout=1.0, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise DossierError("dossier-not-writable", path=folder) from error
    try:
        _prepare(connection)
        yield Store(connection)
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection) -> None:
    """Locks the file for this process and brings it up to date."""
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN EXCLUSIVE")
        connection.commit()
        migrate(connection)
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error)
        raise DossierError("dossier-in-use" if busy else "dossier-not-writable") from error
    except sqlite3.DatabaseError as error:
        raise DossierError("dossier-damaged") from error
    except ValueError as error:
        raise DossierError("dossier-newer") from error
