"""Which entries of the log hold.

In: entries in the order in which they were made. Out: for each subject the one that holds now. A later entry
supersedes an earlier one on the same subject; a withdrawal leaves the subject as though nobody had spoken.
What an undoing brings back counts as said when it was first said (``Entry.origin``).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from lakmoes.model import Body, Entry, Remark, Withdrawal

Kind = TypeVar("Kind", bound=Body)


class Log:
    """The log in memory; grows with ``add`` only."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_subject: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_document: defaultdict[str, list[Entry]] = defaultdict(list)
        self._entries: list[Entry] = []
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Adds an entry that came after all others."""
        if entry.undoes:
            entry = replace(entry, restates=self._restated(entry))
        self._entries.append(entry)
        self._by_subject[entry.subject].append(entry)
        self._by_document[entry.body.document_id].append(entry)

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, oldest first."""
        return self._entries

    @property
    def last(self) -> int:
        """Number of the last entry, 0 for none."""
        return self._entries[-1].id if self._entries else 0

    def of(self, subject: str) -> Sequence[Entry]:
        """All that was ever said of a subject, oldest first."""
        return self._by_subject.get(subject, ())

    def of_document(self, document_id: str) -> Sequence[Entry]:
        """All that was ever said of one document, oldest first; of an empty id: of the dossier as a whole."""
        return self._by_document.get(document_id, ())

    def basis(self, subject: str) -> int:
        """Number of the last entry on a subject, withdrawals included; 0 where nobody has spoken."""
        entries = self.of(subject)
        return entries[-1].id if entries else 0

    def holding(self, subject: str) -> Entry | None:
        """The entry that holds for a subject."""
        entries = self.of(subject)
        return None if not entries or isinstance(entries[-1].body, Withdrawal) else entries[-1]

    def all_holding(self, kind: type[Kind], document_id: str | None = None) -> list[Entry]:
        """What holds of one kind, in the order in which it was said; of one document where it is named.

        Remarks stand beside each other: of these all are given.
        """
        entries = self._entries if document_id is None else self.of_document(document_id)
        return [
            entry
            for entry in entries
            if isinstance(entry.body, kind) and (kind is Remark or self.of(entry.subject)[-1] is entry)
        ]

    def before(self, entry: Entry) -> Entry | None:
        """What was last said of the subject before an entry, ``None`` where nobody had spoken."""
        earlier = [other for other in self.of(entry.subject) if other.id < entry.id]
        return earlier[-1] if earlier else None

    def _restated(self, entry: Entry) -> int | None:
        """Number of the entry whose words an undoing repeats; ``None`` where it says something else."""
        taken_back = next((other for other in self.of(entry.subject) if other.id == entry.undoes), None)
        if taken_back is None:
            return None
        before = self.before(taken_back)
        if before is None:
            return 0 if isinstance(entry.body, Withdrawal) else None
        return before.origin if before.body == entry.body else None
