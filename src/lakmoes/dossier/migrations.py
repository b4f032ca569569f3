"""The schema of the dossier file, one function per version; the file's ``user_version`` counts them.

A dossier of an earlier version is brought up to date when it is opened; a newer one is refused by the store.
A function that has been released is never changed: a new one is added.
"""

import sqlite3
from collections.abc import Callable


def _first(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE artifact (subject TEXT NOT NULL, stage TEXT NOT NULL, key TEXT NOT NULL,"
        " body BLOB NOT NULL, PRIMARY KEY (subject, stage)) WITHOUT ROWID"
    )
    connection.execute(
        "CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL,"
        " body BLOB NOT NULL)"
    )
    connection.execute("CREATE INDEX decision_document ON decision (document_id)")
    for action in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER decision_no_{action.lower()} BEFORE {action} ON decision"
            " BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _second(connection: sqlite3.Connection) -> None:
    """The log of reviewing; the first table of decisions was never written to by any command."""
    connection.execute("DROP TABLE decision")
    connection.execute(
        "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL,"
        " kind TEXT NOT NULL, body TEXT NOT NULL, reviewer TEXT NOT NULL, role TEXT NOT NULL,"
        " time TEXT NOT NULL, batch TEXT NOT NULL, undoes INTEGER NOT NULL)"
    )
    connection.execute("CREATE INDEX entry_subject ON entry (subject, id)")
    for action in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER entry_no_{action.lower()} BEFORE {action} ON entry"
            " BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        )


def _third(connection: sqlite3.Connection) -> None:
    """The words of pages, to search for."""
    connection.execute(
        "CREATE TABLE page_place (id INTEGER PRIMARY KEY, document_id TEXT NOT NULL,"
        " page_index INTEGER NOT NULL, UNIQUE (document_id, page_index))"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE page_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')"
    )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _second, _third)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the dossier file to the newest version, each step in a transaction of its own.

    Raises:
        ValueError: The file was made by a newer version of Lakmoes.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise ValueError("newer")
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        with connection:
            connection.execute("BEGIN")
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
