"""The desk at which a dossier is reviewed: all that a review app asks and says.

In: what was prepared of a dossier, and its log. Out: documents, pages and pictures, what holds, and a log
that grows. What holds is never kept but as a fold of suggestions and log; caches are dropped when an entry
touches them. Any number of threads may use it.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from lakmoes.dossier.settings import DossierSettings
from lakmoes.errors import LakmoesError, ReviewError
from lakmoes.grounds import GroundBook
from lakmoes.model import (
    Body,
    Entry,
    Page,
    Person,
    Reviewer,
    ReviewState,
    SourceDocument,
)
from lakmoes.review import Log
from lakmoes.workflow.analysing import page_of
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.reviewing.documents import ReviewDocument
from lakmoes.workflow.reviewing.holding import state_of
from lakmoes.workflow.reviewing.pictures import Pictures
from lakmoes.workflow.reviewing.preparing import Material
from lakmoes.workflow.reviewing.shelves import Shelf

PAGES_KEPT = 64
"""Pages in memory."""
BATCH_BYTES = 8


class Desk:
    """A dossier that is being reviewed."""

    def __init__(self, dossier: Dossier, material: Material, failures: Mapping[int, LakmoesError]) -> None:
        self._dossier = dossier
        self._lock = RLock()
        self._pages: Shelf[tuple[int, int], Page] = Shelf(self._loaded, PAGES_KEPT)
        self._states: dict[int, ReviewState] = {}
        self._pictures = Pictures()
        self.documents: Mapping[int, ReviewDocument] = material.documents
        """What is reviewed, by number."""
        self.failures: Mapping[int, LakmoesError] = failures
        """Why a document cannot be reviewed, by number."""
        self.log = Log(dossier.store.entries())
        """All that was said."""
        self._numbers = {found.document.id: number for number, found in self.documents.items()}
        self._persons = material.persons

    @property
    def settings(self) -> DossierSettings:
        """The settings of the dossier."""
        return self._dossier.settings

    @property
    def book(self) -> GroundBook:
        """The grounds of the dossier's law."""
        return self._dossier.book

    @property
    def refused(self) -> Mapping[int, SourceDocument]:
        """The files that are not reviewed: refused, failed or a duplicate of another one; by number."""
        return {
            document.number: document
            for document in self._dossier.documents
            if document.number not in self.documents
        }

    @property
    def persons(self) -> tuple[Person, ...]:
        """The register of persons."""
        return self._persons

    def document(self, number: int) -> ReviewDocument:
        """A document that is reviewed.

        Raises:
            ReviewError: There is no such document.
        """
        found = self.documents.get(number)
        if found is None:
            raise ReviewError("no-such-document", number=number)
        return found

    def state(self, number: int) -> ReviewState:
        """What holds for a document now.

        Raises:
            ReviewError: There is no such document.
        """
        document = self.document(number)
        with self._lock:
            kept = self._states.get(number)
            if kept is None:
                kept = state_of(document, self.log, {}, lambda index: self.page(number, index))
                self._states[number] = kept
            return kept

    def state_after(self, number: int, log: Log) -> ReviewState:
        """What held for a document after a part of the log.

        Raises:
            ReviewError: There is no such document.
        """
        return state_of(self.document(number), log, {}, lambda index: self.page(number, index))

    def path(self, number: int) -> Path:
        """The source of a document.

        Raises:
            ReviewError: There is no such document.
        """
        self.document(number)
        return self._dossier.paths[number]

    def page(self, number: int, page_index: int) -> Page:
        """A page of a document, with its text and words.

        Raises:
            ReviewError: There is no such page.
        """
        if not 0 <= page_index < len(self.document(number).pages):
            raise ReviewError("no-such-page", number=number, page=page_index + 1)
        return self._pages.get((number, page_index))

    def picture(self, number: int, page_index: int, dpi: int = 100) -> bytes:
        """A page as it looks, as a PNG.

        Raises:
            ReviewError: There is no such page.
            LakmoesError: It cannot be drawn.
        """
        if not 0 <= page_index < len(self.document(number).pages):
            raise ReviewError("no-such-page", number=number, page=page_index + 1)
        return self._pictures.get(self._dossier.paths[number], page_index, dpi)

    def act(self, reviewer: Reviewer, bodies: Sequence[Body], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        """Puts what a person says in the log, all or nothing, as one act.

        Args:
            reviewer: Who says it.
            bodies: What.
            bases: For each subject the last entry on it that the person knew of, 0 for none.

        Raises:
            ReviewError: Someone else spoke of a subject in the meantime; its locator ``entry`` says which.
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        self._check_grounds(bodies)
        batch, now = secrets.token_hex(BATCH_BYTES), datetime.now(UTC)
        entries = [Entry(body=body, reviewer=reviewer, time=now, batch=batch) for body in bodies]
        return self._append(entries, bases)

    def take_over(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Puts entries of another log in this one, with their makers and moments.

        Raises:
            UsageError: The law does not have a ground that is named.
            DossierError: The dossier file cannot be written.
        """
        self._check_grounds([entry.body for entry in entries])
        return self._append(entries, {})

    def close(self) -> None:
        """Ends the processes that help."""
        self._pictures.close()

    def _append(self, entries: Sequence[Entry], bases: Mapping[str, int]) -> tuple[Entry, ...]:
        with self._lock:
            made = self._dossier.store.append(entries, bases)
            for entry in made:
                self.log.add(entry)
                self._forget(entry)
            return made

    def _forget(self, entry: Entry) -> None:
        """Drops what is known of the document that an entry touches, or of all."""
        number = self._numbers.get(entry.body.document_id)
        if number is None:
            self._states.clear()
        else:
            self._states.pop(number, None)

    def _check_grounds(self, bodies: Sequence[Body]) -> None:
        for body in bodies:
            for code in getattr(body, "grounds", ()):
                self.book[code]

    def _loaded(self, place: tuple[int, int]) -> Page:
        number, page_index = place
        known = next(document for document in self._dossier.documents if document.number == number)
        return page_of(self._dossier, known, page_index)
