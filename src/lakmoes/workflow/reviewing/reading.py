"""What people read at the desk: documents, pages, pictures, hits, and what holds.

In: an opened dossier and what is known of it. Out: the first layer of the desk. Says nothing.
"""

from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path

from lakmoes.dossier.settings import DossierSettings
from lakmoes.errors import LakmoesError, ReviewError
from lakmoes.grounds import GroundBook
from lakmoes.model import Page, Person, ReviewState, SourceDocument, VerificationReport
from lakmoes.review import Log
from lakmoes.workflow.holding import Case
from lakmoes.workflow.material import Material, ReviewDocument
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.redacting import identifying_texts
from lakmoes.workflow.reviewing.ledger import Ledger
from lakmoes.workflow.reviewing.pictures import Pictures
from lakmoes.workflow.reviewing.previews import Previews, checked
from lakmoes.workflow.reviewing.searching import SearchHit, found_in
from lakmoes.workflow.shelves import PageShelf

HITS = 200


class ReadingDesk:
    """A dossier that is read."""

    def __init__(self, dossier: Dossier, material: Material, failures: Mapping[int, LakmoesError]) -> None:
        self._dossier = dossier
        self._pages = PageShelf(dossier)
        self._ledger = Ledger(dossier, material, self._pages)
        self._pictures = Pictures()
        self._previews = Previews(dossier)
        self.documents: Mapping[int, ReviewDocument] = material.documents
        """What is reviewed, by number."""
        self.failures: Mapping[int, LakmoesError] = failures
        """Why a document cannot be reviewed, by number."""

    @property
    def settings(self) -> DossierSettings:
        """The settings of the dossier."""
        return self._dossier.settings

    @property
    def book(self) -> GroundBook:
        """The grounds of the dossier's law."""
        return self._dossier.book

    @property
    def shown_numbers(self) -> Mapping[int, str]:
        """Number of each document to the number that people read."""
        return self._dossier.shown

    def shown(self, number: int) -> str:
        """The number of a document as people read it."""
        return self._dossier.shown.get(number, str(number))

    @property
    def order(self) -> tuple[int, ...]:
        """The numbers of the documents that are reviewed, in the order of the inventory."""
        return tuple(one.number for one in self._dossier.documents if one.number in self.documents)

    @cached_property
    def refused(self) -> Mapping[int, SourceDocument]:
        """The files that are not reviewed: refused, failed or a duplicate of another one; by number."""
        every = {document.number: document for document in self._dossier.documents}
        return {number: document for number, document in every.items() if number not in self.documents}

    @property
    def log(self) -> Log:
        """All that was said."""
        return self._ledger.log

    @property
    def persons(self) -> tuple[Person, ...]:
        """The register of persons, as people brought it together and took it apart."""
        return self._ledger.said.persons

    def document(self, number: int) -> ReviewDocument:
        """A document that is reviewed.

        Raises:
            ReviewError: There is no such document.
        """
        if number not in self.documents:
            raise ReviewError("no-such-document", number=number)
        return self.documents[number]

    def source(self, number: int) -> SourceDocument:
        """A file of the dossier, also one that could not be handled.

        Raises:
            ReviewError: There is no such document.
        """
        found = self.refused.get(number)
        return found or self.document(number).document

    def number_of(self, document_id: str) -> int | None:
        """Number of a document, also by the id of a file that it replaced; ``None`` where there is none."""
        return self._ledger.number_of(document_id)

    def case(self, number: int) -> Case:
        """What is known of a document and what holds for it, as a whole and in its places.

        Raises:
            ReviewError: There is no such document.
        """
        self.document(number)
        return self._ledger.case(number)

    def state(self, number: int) -> ReviewState:
        """What holds for the places of a document.

        Raises:
            ReviewError: There is no such document.
        """
        return self.case(number).state

    def state_after(self, number: int, log: Log) -> ReviewState:
        """What held for a document after a part of the log.

        Raises:
            ReviewError: There is no such document.
        """
        self.document(number)
        return self._ledger.state_after(number, log)

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
        self._check_page(number, page_index)
        return self._pages.page(number, page_index)

    def picture(self, number: int, page_index: int, dpi: int = 100) -> bytes:
        """A page as it looks, as a PNG.

        Raises:
            ReviewError: There is no such page.
            LakmoesError: It cannot be drawn.
        """
        self._check_page(number, page_index)
        return self._pictures.get(self._dossier.paths[number], page_index, dpi)

    def preview(self, number: int, page_index: int, dpi: int = 100) -> bytes:
        """A page of the file as it would be published now, as a PNG.

        Raises:
            ReviewError: There is no such page, or no file of the document would be published.
            LakmoesError: It cannot be redacted or drawn, or did not pass its checks.
        """
        self._check_page(number, page_index)
        with self._previews.made(self.case(number), self._texts) as preview:
            return self._pictures.get(checked(preview), preview.plan.position_of(page_index), dpi)

    def preview_report(self, number: int) -> VerificationReport:
        """The checks of the file as it would be published now.

        Raises:
            ReviewError: There is no such document, or no file of it would be published.
            LakmoesError: It cannot be redacted.
        """
        with self._previews.made(self.case(number), self._texts) as preview:
            return preview.redaction.report

    def search(self, query: str, limit: int = HITS) -> tuple[SearchHit, ...]:
        """Where all words stand, in the order of the dossier.

        Every word may go on (``straat`` finds ``straatnaam``); quotation marks keep words together.

        Raises:
            DossierError: The dossier file is damaged.
        """
        numbers = {found.document.id: number for number, found in self.documents.items()}
        return tuple(islice(found_in(self._dossier.store, numbers, query), limit))

    def close(self) -> None:
        """Ends the processes that help, and removes what was made to look at."""
        self._pictures.close()
        self._previews.close()

    @property
    def _texts(self) -> Mapping[str, str]:
        """What may stand nowhere in what is published."""
        return self._ledger.derived("texts", lambda: identifying_texts(self._ledger.held.cases.values()))

    def _check_page(self, number: int, page_index: int) -> None:
        if not 0 <= page_index < len(self.document(number).pages):
            raise ReviewError("no-such-page", number=number, page=page_index + 1)
