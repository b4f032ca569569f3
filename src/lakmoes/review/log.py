"""Which entries of the log hold.

In: entries in the order in which they were made. Out: for each subject the one that holds now. A later entry
supersedes an earlier one on the same subject; a withdrawal leaves the subject as though nobody had spoken.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from lakmoes.model import Body, Entry, Remark, Withdrawal

Kind = TypeVar("Kind", bound=Body)


class Log:
    """The log in memory; grows with ``add`` only."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_subject: defaultdict[str, list[Entry]] = defaultdict(list)
        self._entries: list[Entry] = []
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Adds an entry that came after all others."""
        self._entries.append(entry)
        self._by_subject[entry.subject].append(entry)

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
        found = [
            entry
            for entries in self._by_subject.values()
            for entry in (entries if kind is Remark else entries[-1:])
            if isinstance(entry.body, kind) and document_id in (None, entry.body.document_id)
        ]
        return sorted(found, key=lambda entry: entry.id)

    def before(self, entry: Entry) -> Entry | None:
        """What was last said of the subject before an entry, ``None`` where nobody had spoken."""
        earlier = [other for other in self.of(entry.subject) if other.id < entry.id]
        return earlier[-1] if earlier else None
