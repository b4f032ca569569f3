"""The desk at which a dossier is reviewed: all that a review app asks and says.

In: an opened dossier, what is known of it, and its log. Out: documents, pages and pictures (``reading``), a
log that grows (``speaking``), and here what follows from it all: what is alike, what stands in the way, the
inventory, samples, and the files to publish. What holds is never kept but as a fold of suggestions and log.
Any number of threads may use it. The work is done by the modules beside this one.
"""

from functools import cached_property
from threading import Lock

from lakmoes.errors import ReviewError
from lakmoes.inventory.rows import inventory_row
from lakmoes.model import (
    DocumentProgress,
    Entry,
    InventoryRow,
    Reviewer,
    SampleDrawn,
    SampleUnit,
    SourceDocument,
)
from lakmoes.review.blocking import Block, Reviewed, blocks_of_document, progress_of
from lakmoes.review.consistency import Inconsistency
from lakmoes.review.sampling import SampleOutcome
from lakmoes.review.trail import TrailRow, trail, trail_csv
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.blocking import blocks, demands_of
from lakmoes.workflow.holding import Case, reviewed
from lakmoes.workflow.listing import Listed, outcome_of
from lakmoes.workflow.reviewing.alike import Alike, Place
from lakmoes.workflow.reviewing.differing import Differences
from lakmoes.workflow.reviewing.samples import SampleItem, Samples
from lakmoes.workflow.reviewing.speaking import SpeakingDesk
from lakmoes.workflow.run import Outcome, publish


class Desk(SpeakingDesk):
    """A dossier that is being reviewed."""

    def identical(self, number: int, suggestion_id: str) -> tuple[Place, ...]:
        """The other suggestions of the same kind and text: document numbers and ids.

        Raises:
            ReviewError: There is no such suggestion.
        """
        self._check_suggestion(number, suggestion_id)
        return self._alike.identical(suggestion_id)

    def near(self, number: int, suggestion_id: str) -> tuple[Place, ...]:
        """The other suggestions of nearly the same text, the most alike first.

        Raises:
            ReviewError: There is no such suggestion.
        """
        self._check_suggestion(number, suggestion_id)
        return self._alike.near(suggestion_id)

    def copies_of(self, number: int, suggestion_id: str) -> tuple[Place, ...]:
        """The suggestions at the same place in copies of the passage.

        Raises:
            ReviewError: There is no such suggestion.
        """
        self._check_suggestion(number, suggestion_id)
        return self._alike.copies(suggestion_id)

    def inconsistencies(self) -> tuple[Inconsistency, ...]:
        """What was decided differently though it is the same."""
        return self._ledger.derived("differences", lambda: self._differences.now(self._ledger.held))

    def blocks(self) -> tuple[Block, ...]:
        """All that must be done or looked at before the dossier can be published as final."""
        return self._ledger.derived(
            "blocks", lambda: blocks(self._dossier, self._ledger.held, self.inconsistencies())
        )

    def blocks_of(self, number: int) -> tuple[Block, ...]:
        """What must be done or looked at in one document, also in one that could not be handled.

        Raises:
            ReviewError: There is no such document.
        """
        return blocks_of_document(self._reviewed(number), self.log, demands_of(self.settings))

    def progress(self, number: int) -> DocumentProgress:
        """How far a document is, also one that could not be handled.

        Raises:
            ReviewError: There is no such document.
        """
        return progress_of(self._reviewed(number), self.log)

    def trail(self) -> tuple[TrailRow, ...]:
        """The whole log in words, with the names of persons: for the screen only."""
        names = {person.id: person.name for person in self.persons}
        return self._ledger.derived("trail", lambda: trail(self.log, names, self.shown_numbers))

    def trail_csv(self) -> str:
        """The whole log for other programs, without names of persons."""
        shown = {identity: self.shown(number) for identity, number in self._ledger.numbers.items()}
        return trail_csv(trail(self.log, shown=self.shown_numbers), shown)

    def inventory_rows(self) -> tuple[InventoryRow, ...]:
        """The inventory as it would be now, before any file of it is made.

        Titles are as the documents have them: what is redacted in them is only gone from what is published.
        """
        return self._ledger.derived("rows", self._rows)

    def draw_sample(self, reviewer: Reviewer, unit: SampleUnit, size: int, seed: int) -> Entry:
        """Draws a sample of what is not marked and notes it in the log.

        Raises:
            ReviewError: There is nothing to draw from.
            DossierError: The dossier file cannot be written.
        """
        return self._samples.draw(reviewer, unit, size, seed)

    def samples(self) -> tuple[SampleOutcome, ...]:
        """The samples that were drawn, oldest first, with what the answers so far say."""
        return tuple(map(self._samples.outcome, self._samples.drawn()))

    def sample_items(self, drawn: SampleDrawn) -> tuple[SampleItem, ...]:
        """What has to be looked at for a sample, in the order in which it was drawn.

        Raises:
            ReviewError: There is no such sample.
        """
        return self._samples.items(drawn)

    def publish(self, progress: Progress) -> Outcome:
        """Writes what holds now: redacted files and the inventory; a concept as long as anything blocks.

        Raises:
            ReviewError: It is being published already.
            DossierError: The output folder cannot be used.
        """
        if not self._publishing.acquire(blocking=False):
            raise ReviewError("published-already")
        try:
            return publish(self._dossier, self._ledger.held, dict(self.failures), progress)
        finally:
            self._publishing.release()

    def _rows(self) -> tuple[InventoryRow, ...]:
        held = self._ledger.held
        listed = Listed(held=held, redactions={}, failures=self.failures, texts={})
        return tuple(self._row(document, listed) for document in self._dossier.documents)

    def _row(self, document: SourceDocument, listed: Listed) -> InventoryRow:
        """The row of a document; made anew only when what holds for it changed."""
        case = listed.held.cases.get(document.number)
        of, kept = self._kept_rows.get(document.number, (None, None))
        if kept is None or case is None or of is not case:
            kept = inventory_row(outcome_of(self._dossier, document, listed), self.book, {})
            self._kept_rows[document.number] = case, kept
        return kept

    def _reviewed(self, number: int) -> Reviewed:
        source = self.source(number)
        if number in self.documents:
            return reviewed(self.case(number), self._ledger.said)
        return Reviewed(document_id=source.id, page_count=source.page_count, state=None)

    def _check_suggestion(self, number: int, suggestion_id: str) -> None:
        if self._alike.number_of(suggestion_id) != number:
            raise ReviewError("no-such-suggestion", number=number)

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self.documents)

    @cached_property
    def _differences(self) -> Differences:
        return Differences(self.documents)

    @cached_property
    def _kept_rows(self) -> dict[int, tuple[Case | None, InventoryRow]]:
        return {}

    @cached_property
    def _samples(self) -> Samples:
        return Samples(self._dossier.store, self._ledger, self._pages)

    @cached_property
    def _publishing(self) -> Lock:
        return Lock()
