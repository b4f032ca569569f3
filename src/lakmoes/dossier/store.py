"""The dossier file: what each stage made, and the decisions, which only ever grow.

In and out: value objects of ``model``. One SQLite file in the output folder; a kill at any moment leaves it
as it was before or after a write. Artifacts (pages, findings, suggestions, reports) carry the key of what
they were made from, so that a second run redoes only what changed. Decisions can be added and read, not
changed or deleted: the database itself refuses that.

Holds text of documents: it belongs with the originals and is never published.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from lakmoes.dossier.migrations import migrate
from lakmoes.errors import DossierError
from lakmoes.model import Decision

STORE_FILE = "dossier.sqlite"

Body = TypeVar("Body")


class Stage(Generic[Body]):
    """The name of a stage's table of results and the type that it keeps."""

    def __init__(self, name: str, kind: type[Body]) -> None:
        self.name = name
        self.adapter: TypeAdapter[Body] = TypeAdapter(kind)


_DECISION = TypeAdapter(Decision)


class Store:
    """An opened dossier file; one process at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def load(self, stage: Stage[Body], subject: str, key: str) -> Body | None:
        """What the stage made of the subject with this key; ``None`` when there is no such thing.

        Raises:
            DossierError: The file is damaged.
        """
        found = self._rows(
            "SELECT body FROM artifact WHERE subject = ? AND stage = ? AND key = ?", subject, stage.name, key
        )
        return stage.adapter.validate_json(zlib.decompress(found[0][0])) if found else None

    def save(self, stage: Stage[Body], subject: str, key: str, body: Body) -> None:
        """Keeps what the stage made of the subject, in place of what it made before.

        Raises:
            DossierError: The file cannot be written (no space, read-only).
        """
        packed = zlib.compress(stage.adapter.dump_json(body), level=1)
        with self._writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO artifact VALUES (?, ?, ?, ?)", (subject, stage.name, key, packed)
            )

    def decide(self, document_id: str, decision: Decision) -> None:
        """Adds a decision to the log.

        Raises:
            DossierError: The file cannot be written.
        """
        with self._writing():
            self._connection.execute(
                "INSERT INTO decision (document_id, body) VALUES (?, ?)",
                (document_id, _DECISION.dump_json(decision)),
            )

    def decisions(self, document_id: str) -> tuple[Decision, ...]:
        """The decisions on a document, oldest first.

        Raises:
            DossierError: The file is damaged.
        """
        rows = self._rows("SELECT body FROM decision WHERE document_id = ? ORDER BY id", document_id)
        return tuple(_DECISION.validate_json(body) for (body,) in rows)

    def _rows(self, statement: str, *values: str) -> list[tuple[bytes]]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise DossierError("dossier-damaged") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._connection:
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
        connection = sqlite3.connect(folder / STORE_FILE, timeout=1.0)
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
