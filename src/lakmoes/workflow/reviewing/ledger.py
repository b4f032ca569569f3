"""The log at the desk: what people say goes in, what holds comes out.

In: the material of a dossier and its log. Out: what holds for each document, made when it is asked for and
kept until an entry touches it; entries that were appended. One lock guards log and caches; entries are in the
dossier file before anyone sees them.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from threading import RLock
from typing import TypeVar

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Assessment,
    Body,
    Completion,
    Decision,
    Entry,
    FindingKind,
    PageSeen,
    PersonDecision,
    Remark,
    Reviewer,
    ReviewState,
    Verdict,
)
from lakmoes.review import Log
from lakmoes.review.undo import Act, redoing, undo, undoing
from lakmoes.workflow.holding import Case, Held, Said, case_of, cases_of, said
from lakmoes.workflow.material import Material
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.shelves import PageShelf

BATCH_BYTES = 8
ON_PERSONS = frozenset({"person", "merge", "split"})
"""First parts of the subjects that may change any document."""
ON_PLACES = frozenset({"suggestion", "text", "box", "judgement", "relation"})
"""First parts of the subjects that change what holds in one document."""
Result = TypeVar("Result")


class Ledger:
    """A dossier's log with what follows from it."""

    def __init__(self, dossier: Dossier, material: Material, pages: PageShelf) -> None:
        self._dossier = dossier
        self._material = material
        self._pages = pages
        self._lock = RLock()
        self._said: Said | None = None
        self._cases: dict[int, Case] = {}
        self._derived: dict[str, tuple[int, object]] = {}
        self.numbers: Mapping[str, int] = _numbers(dossier, material)
        """Document id to number, also of files that were replaced."""
        self.log = Log(dossier.store.entries())

    @property
    def said(self) -> Said:
        """What was said, with the register of persons as people made it."""
        with self._lock:
            if self._said is None:
                self._said = said(self._material, self.log)
            return self._said

    @property
    def held(self) -> Held:
        """All that holds."""
        with self._lock:
            cases = {number: self.case(number) for number in self._material.documents}
            return Held(material=self._material, spoken=self.said, cases=cases, pages=self._pages)

    def case(self, number: int) -> Case:
        """What holds for a document."""
        with self._lock:
            if number not in self._cases:
                document = self._material.documents[number]
                self._cases[number] = case_of(document, self.said, self._pages.of(number))
            return self._cases[number]

    def state_after(self, number: int, log: Log) -> ReviewState:
        """What held for a document after a part of the log."""
        spoken = said(self._material, log)
        return case_of(self._material.documents[number], spoken, self._pages.of(number)).state

    def published_after(self, log: Log) -> Mapping[int, ReviewState]:
        """What held, after a part of the log, for the documents of which a file would be published."""
        spoken = said(self._material, log)
        cases = cases_of(self._material, spoken, self._pages)
        return {number: case.state for number, case in cases.items() if case.is_published}

    def page_count(self, number: int) -> int:
        """How many pages a document has."""
        return len(self._material.documents[number].pages)

    def derived(self, name: str, make: Callable[[], Result]) -> Result:
        """What was made of all that holds, made anew when something was said since; the maker is typed."""
        with self._lock:
            at, kept = self._derived.get(name, (-1, None))
            if at != self.log.last:
                kept = make()
                self._derived[name] = self.log.last, kept
            return kept  # type: ignore[return-value]  # one maker for each name

    def number_of(self, document_id: str) -> int | None:
        """Number of the document, also by the id of a file that it replaced; ``None`` for the dossier."""
        return self.numbers.get(document_id)

    def act(self, reviewer: Reviewer, bodies: Sequence[Body], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        """Puts what a person says in the log, all or nothing, as one act.

        Raises:
            ReviewError: Someone else spoke of a subject in the meantime; its locator ``entry`` says which.
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        batch, now = secrets.token_hex(BATCH_BYTES), datetime.now(UTC)
        return self.append(
            [Entry(body=body, reviewer=reviewer, time=now, batch=batch) for body in bodies], bases
        )

    def undoable(self, reviewer: Reviewer, document_id: str | None) -> Act:
        """What ``undo`` would take back; empty for nothing."""
        return undoing(self.log, reviewer, document_id)

    def redoable(self, reviewer: Reviewer, document_id: str | None) -> Act:
        """What ``redo`` would do again; empty for nothing."""
        return redoing(self.log, reviewer, document_id)

    def undo(self, reviewer: Reviewer, document_id: str | None) -> tuple[Entry, ...]:
        """Takes back the reviewer's last act; nothing where there is none.

        Raises:
            ReviewError: Someone spoke of one of its subjects since.
            DossierError: The dossier file cannot be written.
        """
        with self._lock:
            return self._take_back(reviewer, self.undoable(reviewer, document_id))

    def redo(self, reviewer: Reviewer, document_id: str | None) -> tuple[Entry, ...]:
        """Does again what the reviewer took back last; nothing where there is none.

        Raises:
            ReviewError: Someone spoke of one of its subjects since.
            DossierError: The dossier file cannot be written.
        """
        with self._lock:
            return self._take_back(reviewer, self.redoable(reviewer, document_id))

    def append(self, entries: Sequence[Entry], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        """Adds entries to the log, all or none.

        Raises:
            ReviewError: Someone else spoke of a subject in the meantime, or a redaction has no ground.
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        complete = [replace(entry, body=self._with_grounds(entry.body)) for entry in entries]
        with self._lock:
            made = self._dossier.store.append(complete, bases)
            for entry in made:
                self.log.add(entry)
                self._forget(entry)
            return made

    def touched(self, entries: Iterable[Entry]) -> frozenset[int]:
        """Numbers of the documents in which something may hold otherwise after these entries."""
        found: set[int] = set()
        for entry in entries:
            number = self.number_of(entry.body.document_id)
            if number is not None:
                found.add(number)
            elif _about(entry) in ON_PERSONS:
                found |= self._with_person(entry)
        return frozenset(found)

    def _with_person(self, entry: Entry) -> set[int]:
        """Documents in which the persons of an entry are named; after a split or merger: or were."""
        ids = set(entry.subject.split("/")[1:2])
        for other in self.log.of(entry.subject):
            ids |= {getattr(other.body, "person_id", ""), getattr(other.body, "other_id", "")}
        persons = (*self.said.persons, *self._material.persons)
        spans = (span for person in persons if person.id in ids for span in person.spans)
        numbers = {self.number_of(span.document_id) for span in spans}
        return {number for number in numbers if number is not None}

    def _take_back(self, reviewer: Reviewer, act: Act) -> tuple[Entry, ...]:
        batch, now = secrets.token_hex(BATCH_BYTES), datetime.now(UTC)
        taken = undo(self.log, act)
        entries = [
            Entry(body=body, reviewer=reviewer, time=now, batch=batch, undoes=undone)
            for body, undone, _ in taken
        ]
        bases = {body.subject: basis for body, _, basis in taken}
        return self.append(entries, bases) if entries else ()

    def _forget(self, entry: Entry) -> None:
        """Drops what follows from what an entry changes."""
        if isinstance(entry.body, Assessment | Completion | PageSeen | Remark):
            return
        about = _about(entry)
        number = self.numbers.get(entry.body.document_id)
        if about in ON_PERSONS:
            self._follow_persons()
        elif about in ON_PLACES and number is None:
            self._cases.clear()
        elif about in ON_PLACES and number is not None:
            self._cases.pop(number, None)

    def _follow_persons(self) -> None:
        """Takes in what was said of persons; only documents in which it changes something are made anew."""
        before, self._said = self._said, None
        if before is None:
            self._cases.clear()
            return
        now = self.said
        changed = {
            identity
            for identity in before.named.keys() | now.named.keys()
            if before.named.get(identity) is not now.named.get(identity)
        }
        for number, case in [*self._cases.items()]:
            same = before.persons_in.get(case.document.id) == now.persons_in.get(case.document.id)
            if not same or any(one.id in changed for one in case.suggestions):
                del self._cases[number]

    def _with_grounds(self, body: Body) -> Body:
        """What is said with its grounds written out: those of a suggestion may be others another time.

        Raises:
            ReviewError: A redaction has no ground.
            UsageError: The law does not have a ground that is named.
        """
        book = self._dossier.book
        for code in getattr(body, "grounds", ()):
            book[code]
        if not isinstance(body, Decision | PersonDecision):
            return body
        if body.verdict is Verdict.KEEP or body.grounds:
            return body
        if isinstance(body, PersonDecision):
            return replace(body, grounds=(book.policy[FindingKind.NAME].ground[book.law],))
        grounds = self._suggested_grounds(body)
        if not grounds:
            raise ReviewError("decision-without-ground")
        return replace(body, grounds=grounds)

    def _suggested_grounds(self, decision: Decision) -> tuple[str, ...]:
        number = self.number_of(decision.document_id)
        document = self._material.documents.get(number or 0)
        suggestions = document.suggestions if document else ()
        return next((one.grounds for one in suggestions if one.id == decision.suggestion_id), ())


def _about(entry: Entry) -> str:
    return entry.subject.partition("/")[0]


def _numbers(dossier: Dossier, material: Material) -> dict[str, int]:
    """Document id to number; of identical files the first, which is judged for all of them."""
    found: dict[str, int] = {}
    for document in dossier.documents:
        found.setdefault(document.id, document.number)
    for identity, earlier in material.earlier.items():
        found.update((other, found[identity]) for other in earlier if identity in found)
    return found
