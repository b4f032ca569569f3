"""Samples of what was not marked: drawn from the texts of the whole dossier, looked at one by one.

In: the pages of a dossier, what holds, and the log. Out: items with their text, and what the answers say of
the whole. What was drawn is kept in the dossier file, since finding it takes every page; the decisions before
the entry in the log give the same again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lakmoes.dossier.store import Stage, Store
from lakmoes.errors import ReviewError
from lakmoes.model import Entry, Reviewer, ReviewState, SampleDrawn, SampleUnit, Span
from lakmoes.review import Log
from lakmoes.review.population import Item, item_of, readable_sentences, unmarked_page
from lakmoes.review.sampling import SampleOutcome, draw, outcome, sample_of
from lakmoes.workflow.reviewing.ledger import Ledger
from lakmoes.workflow.shelves import PageShelf

ITEMS = Stage("sample", tuple[str, ...])
AROUND = 200
"""Characters shown on either side of a sentence."""
BEGINNING = 400
"""Characters shown of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem:
    """One item of a sample.

    Attributes:
        item: As the log names it (``SampleAnswer.item``).
        number: The document.
        page_index: The page, from 0.
        span: The sentence, ``None`` for a whole page.
        before: The text before the sentence, white space folded; empty for a page.
        text: The sentence, or how the page begins.
        after: The text after the sentence; empty for a page.
    """

    item: str
    number: int
    page_index: int
    span: Span | None
    before: str
    text: str
    after: str


class Samples:
    """The samples of a dossier."""

    def __init__(self, store: Store, ledger: Ledger, pages: PageShelf) -> None:
        self._store = store
        self._ledger = ledger
        self._pages = pages

    def draw(self, reviewer: Reviewer, unit: SampleUnit, size: int, seed: int) -> Entry:
        """Draws a sample and notes it in the log; one that was drawn before is given again.

        Raises:
            ReviewError: There is nothing to draw from.
            DossierError: The dossier file cannot be written.
        """
        cases = self._ledger.held.cases
        published = {number: case.state for number, case in cases.items() if case.is_published}
        population = self._population(unit, published)
        if not population:
            raise ReviewError("nothing-to-sample")
        body = sample_of(population, unit, seed, size)
        self._store.save(ITEMS, body.subject, "", draw(population, seed, body.size))
        return self._ledger.log.holding(body.subject) or self._ledger.act(reviewer, [body], {})[0]

    def drawn(self) -> tuple[SampleDrawn, ...]:
        """The samples that were drawn, oldest first."""
        entries = self._ledger.log.all_holding(SampleDrawn)
        return tuple(entry.body for entry in entries if isinstance(entry.body, SampleDrawn))

    def items(self, drawn: SampleDrawn) -> tuple[SampleItem, ...]:
        """What has to be looked at, in the order in which it was drawn.

        Raises:
            ReviewError: There is no such sample.
        """
        entry = self._ledger.log.holding(drawn.subject)
        if entry is None:
            raise ReviewError("no-such-sample")
        items = self._store.load(ITEMS, drawn.subject, "") or self._drawn_again(drawn, entry)
        places = ((item, item_of(item)) for item in items)
        numbered = ((item, place, self._ledger.number_of(place.document_id)) for item, place in places)
        # A document may have gone from the dossier since.
        return tuple(self._item(item, place, number) for item, place, number in numbered if number)

    def outcome(self, drawn: SampleDrawn) -> SampleOutcome:
        """What the answers to a sample say of the whole."""
        return outcome(self._ledger.log, drawn)

    def _drawn_again(self, drawn: SampleDrawn, entry: Entry) -> tuple[str, ...]:
        before = Log(other for other in self._ledger.log.entries if other.id < entry.id)
        population = self._population(drawn.unit, self._ledger.published_after(before))
        items = draw(population, drawn.seed, drawn.size)
        self._store.save(ITEMS, drawn.subject, "", items)
        return items

    def _population(self, unit: SampleUnit, states: Mapping[int, ReviewState]) -> tuple[str, ...]:
        """All items of the documents of which a file is published; every page is loaded once."""
        found: list[str] = []
        for number, state in states.items():
            for index in range(self._ledger.page_count(number)):
                page = self._pages.page(number, index)
                if unit is SampleUnit.SENTENCE:
                    found += readable_sentences(page, state)
                else:
                    found += filter(None, [unmarked_page(page, state)])
        return tuple(found)

    def _item(self, item: str, place: Item, number: int) -> SampleItem:
        text = self._pages.page(number, place.page_index).text
        start, end = place.extent or (0, min(len(text), BEGINNING))
        is_page = place.extent is None
        return SampleItem(
            item=item,
            number=number,
            page_index=place.page_index,
            span=place.span,
            before="" if is_page else _line(text[max(0, start - AROUND) : start]),
            text=_line(text[start:end]),
            after="" if is_page else _line(text[end : end + AROUND]),
        )


def _line(text: str) -> str:
    return " ".join(text.split())
