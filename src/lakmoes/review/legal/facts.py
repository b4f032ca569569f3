"""What the legal checks know of a dossier.

In: nothing. Out: values that ``workflow`` fills: each document with what the inventory says of it, what
people decided, and the little of its text that the law asks about. Judges nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lakmoes.grounds import GroundBook
from lakmoes.model import Box, DocumentDecision, Judgement, Ruling, SourceDocument, Span
from lakmoes.review.blocking import Reviewed
from lakmoes.review.log import Log
from lakmoes.review.state import is_redacted


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A document with what the inventory says of it.

    Attributes:
        document: With its title, date and kind.
        reviewed: As it stands in the review.
        judgement: On the inventory.
        codes: Codes of the grounds and labels that the inventory states.
        decision: What people decided on it as a whole, if anything.
        relations: Type (``nl.RELATIONS``) and number of the other document.
        boxes: Where each suggestion stands, asked only where it matters.
        messages: How many mails it holds, asked only where it matters.
        opening: The first words of its text, asked only where it matters.
    """

    document: SourceDocument
    reviewed: Reviewed
    judgement: Judgement
    codes: frozenset[str] = frozenset()
    decision: DocumentDecision | None = None
    relations: tuple[tuple[str, int], ...] = ()
    boxes: Callable[[], Mapping[Span, tuple[Box, ...]]] = dict
    messages: Callable[[], int] = lambda: 1
    opening: Callable[[], str] = lambda: ""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def refused(self) -> DocumentDecision | None:
        """The decision to refuse it as a whole, if there is one."""
        is_refused = self.decision and self.decision.judgement is Judgement.NOT_PUBLIC
        return self.decision if is_refused else None

    @property
    def redacted(self) -> tuple[Ruling, ...]:
        """What is redacted in the file that is published of it."""
        if self.reviewed.state is None or not self.judged_by_redactions:
            return ()
        return tuple(ruling for ruling in self.reviewed.state.rulings if is_redacted(ruling))

    @property
    def judged_by_redactions(self) -> bool:
        """Whether a file of it is published, as far as people decided."""
        return self.decision is None or self.decision.judgement.is_published


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFacts:
    """A dossier as the legal checks see it.

    Attributes:
        documents: In the order of the inventory, copies of files left out.
        book: The grounds of its law.
        log: All that people said.
        decision_date: Of the decision, ``None`` while it is not known.
        request_date: Of the request, ``None`` where it is not known.
    """

    documents: tuple[Judged, ...]
    book: GroundBook
    log: Log
    decision_date: date | None = None
    request_date: date | None = None

    def by_number(self) -> dict[int, Judged]:
        """The documents by number."""
        return {judged.document.number: judged for judged in self.documents}

    def uses(self, code: str) -> Iterator[Judged]:
        """The documents for which the inventory states a ground."""
        return (judged for judged in self.documents if code in judged.codes)
