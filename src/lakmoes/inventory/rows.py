"""The rows of the inventory list, derived from what holds for each document.

In: a ``DocumentOutcome`` per document, the grounds of the law, and the texts that are redacted anywhere in
the dossier. Out: ``InventoryRow`` values ready to be published, and the ``Inventory`` that a format writes.

Judgement and grounds follow from the redactions, unless people decided on the document as a whole. What was
refused, failed or could not be read is undetermined, and says so with the remedy; unknown is never "public".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lakmoes import nl
from lakmoes.grounds import GroundBook
from lakmoes.inventory.columns import Column
from lakmoes.inventory.naming import public_title, published_name, without_passages
from lakmoes.model import (
    DocumentDecision,
    GroundsForm,
    GroundType,
    InventoryRow,
    Judgement,
    Law,
    Note,
    Page,
    ReviewState,
    SourceDocument,
    Span,
)

__all__ = [
    "DocumentOutcome",
    "Extent",
    "Inventory",
    "InventoryContext",
    "LegendEntry",
    "extent_of",
    "inventory_of",
    "inventory_row",
    "judgement_of",
    "published_name",
]

WHOLE = 0.98
"""Share of words under marks from which a document is not public: page numbers and the like may stay."""
PASSAGE_WORDS = 3
"""Words from which a redacted text may be the title itself; shorter ones are names and numbers."""
WITHOUT_GROUNDS = frozenset(Judgement) - {Judgement.PUBLIC, Judgement.PARTLY_PUBLIC, Judgement.NOT_PUBLIC}
UNREAD = "page-unread"
SILENT_NOTES = frozenset({"bookmarks-changed", "links-removed", "metadata-removed", "scripts-removed"})
"""What is done to nearly every file and takes nothing from what its pages say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of a document is redacted.

    Attributes:
        words: Number of words on all pages.
        redacted_words: How many of them stand, wholly or partly, under a mark.
        passages: Redacted texts of ``PASSAGE_WORDS`` words or more with the code of their first ground.
    """

    words: int = 0
    redacted_words: int = 0
    passages: tuple[tuple[str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether (nearly) every word is redacted."""
        return self.words > 0 and self.redacted_words >= WHOLE * self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOutcome:
    """All that one row is derived from.

    Attributes:
        document: The document with title, date and kind.
        state: What holds after all decisions, ``None`` where it could not be handled.
        decision: What people decided on it as a whole, ``None`` where all follows from its redactions.
        extent: How much of it is redacted (``extent_of``).
        notes: What was done to the file besides redacting.
        failure: Code of the error that ended its way (``nl.ERRORS``), empty where none did.
        locators: Values for that error's message.
        unread_pages: Numbers, from 1, of pages that neither machine nor person has read.
        pictured_pages: Numbers, from 1, of pages with a picture that neither machine nor person has searched.
        relation: How it relates to other documents, in Dutch (``conceptversie van 4``).
        proposal: Remark on what is proposed for the document as a whole, empty where nothing is.
        published_name: Name of the published file, empty where none is published.
        sha256: Of the published file.
        shown: Number of each document of the dossier to the number that people read.
    """

    document: SourceDocument
    state: ReviewState | None = None
    decision: DocumentDecision | None = None
    extent: Extent = Extent()
    notes: tuple[Note, ...] = ()
    failure: str = ""
    locators: Mapping[str, object] = field(default_factory=dict)
    unread_pages: tuple[int, ...] = ()
    pictured_pages: tuple[int, ...] = ()
    relation: str = ""
    proposal: str = ""
    published_name: str = ""
    sha256: str = ""
    shown: Mapping[int, str] = field(default_factory=dict)

    def shown_of(self, number: int | None) -> str:
        """The number of another document as people read it."""
        return "" if number is None else self.shown.get(number, str(number))

    @property
    def withheld(self) -> DocumentDecision | None:
        """What people decided for which no file of it is published."""
        return self.decision if self.decision and not self.decision.judgement.is_published else None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all grounds and labels on its redactions, or of those on which it is refused."""
        if self.withheld:
            return frozenset(self.withheld.grounds)
        if self.state is None:
            return frozenset()
        marked = (
            *(codes for _, codes in self.state.redactions),
            *(codes for *_, codes in self.state.regions),
        )
        return frozenset(code for codes in marked for code in codes)

    @property
    def redaction_count(self) -> int:
        """Number of redacted places in what is published."""
        if self.withheld:
            return 0
        return len(self.state.redactions) + len(self.state.regions) if self.state else 0

    @property
    def is_determined(self) -> bool:
        """Whether the document was read whole and handled."""
        return not (self.document.refusal or self.failure or self.unread_pages or self.state is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A ground that the inventory uses: code, what is printed for it, label and statutory text."""

    code: str
    printed: str
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryContext:
    """What an inventory says of its dossier.

    Attributes:
        title: Of the dossier; redacted texts are taken out of it by the caller where there may be any.
        request_number: Of the request.
        request_date: Of the request.
        decision_date: Of the decision.
        law_reason: Why this law applies, in Dutch; shown on a concept only.
        concept: Whether suggestions are still undecided.
        code_labels: Ground code to what is printed for it in the documents.
        columns: Which columns to write, in this order; empty for those that a format has of its own.
        judgements: Judgement to the organisation's own words, where it has any.
        grounds_form: How grounds are cited.
    """

    title: str = ""
    request_number: str = ""
    request_date: date | None = None
    decision_date: date | None = None
    law_reason: str = ""
    concept: bool = True
    code_labels: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    judgements: Mapping[Judgement, str] = field(default_factory=dict)
    grounds_form: GroundsForm = GroundsForm.SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """An inventory list as a format writes it."""

    context: InventoryContext
    law: Law
    law_name: str
    law_title: str
    rows: tuple[InventoryRow, ...]
    legend: tuple[LegendEntry, ...]


def extent_of(pages: Iterable[Page], state: ReviewState) -> Extent:
    """How much of the pages stands under marks; a word that is marked in part counts as redacted."""
    words = redacted = 0
    passages: list[tuple[str, str]] = []
    spans_on: defaultdict[int, list[tuple[Span, tuple[str, ...]]]] = defaultdict(list)
    for span, codes in state.redactions:
        spans_on[span.page_index].append((span, codes))
    for page in pages:
        spans = spans_on[page.index]
        boxes = [box for index, box, _ in state.regions if index == page.index]
        marked = {word.start for span, _ in spans for word in page.words_in(span)}
        for word in page.words:
            x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
            words += 1
            redacted += word.start in marked or any(box.contains(x, y) for box in boxes)
        texts = ((page.quote(span), codes[0]) for span, codes in spans)
        passages += ((text, code) for text, code in texts if len(text.split()) >= PASSAGE_WORDS)
    return Extent(words=words, redacted_words=redacted, passages=tuple(passages))


def inventory_row(
    outcome: DocumentOutcome, book: GroundBook, redacted_texts: Mapping[str, str]
) -> InventoryRow:
    """The row of one document.

    Args:
        outcome: What became of it.
        book: The grounds of the dossier's law, in its order.
        redacted_texts: Texts that are redacted anywhere in the dossier, with the code of their ground: they
            are redacted in the title as well.
    """
    document = outcome.document
    judgement = judgement_of(outcome)
    codes = () if judgement in WITHOUT_GROUNDS else book.ordered(outcome.codes)
    return InventoryRow(
        number=document.number,
        label=document.label,
        title=_title(outcome, redacted_texts),
        date=document.date,
        judgement=judgement,
        grounds=tuple(code for code in codes if book[code].type is not GroundType.LABEL),
        remarks=tuple(_remarks(_with_public_reason(outcome, redacted_texts), judgement, book)),
        relation=_relation(outcome),
        kind=document.kind,
        page_count=document.page_count,
        redaction_count=0 if judgement in WITHOUT_GROUNDS else outcome.redaction_count,
        file_name=outcome.published_name,
        sha256=outcome.sha256,
        link=outcome.withheld.link if outcome.withheld else "",
    )


def inventory_of(context: InventoryContext, rows: Sequence[InventoryRow], book: GroundBook) -> Inventory:
    """The inventory with its rows in the order of their numbers and a legend of the grounds that they use."""
    remarks = {remark for row in rows for remark in row.remarks}
    used = {code for row in rows for code in row.grounds}
    used |= {
        ground.code
        for ground in book.grounds
        if ground.type is GroundType.LABEL and remarks & set(_label_remarks(ground.label))
    }
    legend = tuple(
        LegendEntry(
            code=ground.code,
            printed=context.code_labels.get(ground.code, ground.code),
            label=ground.label,
            text=book.statutory_text(ground.code),
        )
        for ground in book.legend(used)
    )
    return Inventory(
        context=context,
        law=book.law,
        law_name=book.texts.name,
        law_title=book.texts.title,
        rows=tuple(sorted(rows, key=lambda row: row.order)),
        legend=legend,
    )


def judgement_of(outcome: DocumentOutcome) -> Judgement:
    """What the document comes to: as people decided, or else as its redactions make it.

    What people say of a document that is published must agree with the file: no redactions make it public,
    redactions make it partly public or, where nearly nothing is left, not public.
    """
    if outcome.document.duplicate_of is not None:
        return Judgement.DUPLICATE
    if outcome.withheld:
        return outcome.withheld.judgement
    if not outcome.is_determined:
        return Judgement.UNDETERMINED
    if not outcome.redaction_count:
        return Judgement.PUBLIC
    is_partly = outcome.decision is not None and outcome.decision.judgement is Judgement.PARTLY_PUBLIC
    return Judgement.NOT_PUBLIC if outcome.extent.is_whole and not is_partly else Judgement.PARTLY_PUBLIC


def _title(outcome: DocumentOutcome, redacted_texts: Mapping[str, str]) -> str:
    document = outcome.document
    kind = nl.DOCUMENT_KINDS[document.kind].capitalize()
    return public_title(without_passages(document.title, kind, outcome.extent.passages), redacted_texts)


def _relation(outcome: DocumentOutcome) -> str:
    if outcome.document.duplicate_of is not None:
        return nl.DUPLICATE_OF.format(number=outcome.shown_of(outcome.document.duplicate_of))
    return outcome.relation


def _with_public_reason(outcome: DocumentOutcome, redacted_texts: Mapping[str, str]) -> DocumentOutcome:
    """The same, its reason without redacted texts: a refusal is listed with it."""
    if outcome.decision is None:
        return outcome
    reason = public_title(outcome.decision.reason, redacted_texts)
    return replace(outcome, decision=replace(outcome.decision, reason=reason))


def _remarks(outcome: DocumentOutcome, judgement: Judgement, book: GroundBook) -> Iterable[str]:
    relation = _relation(outcome)
    if relation:
        yield relation
    if outcome.withheld and outcome.document.duplicate_of is None:
        yield from _remarks_on_withholding(outcome, outcome.withheld)
        return
    if outcome.proposal and judgement not in (Judgement.DUPLICATE, Judgement.NOT_PUBLIC):
        yield outcome.proposal
    if judgement is not Judgement.DUPLICATE:
        yield from _remarks_on_handling(outcome, judgement)
    if judgement not in WITHOUT_GROUNDS:
        yield from _scope_remarks(outcome, judgement, book)
    yield from (
        nl.NOTES[note.code].format(count=note.count)
        for note in outcome.notes
        if note.code not in SILENT_NOTES
    )
    if outcome.state and outcome.state.open:
        yield nl.open_suggestions(len(outcome.state.open))
    if outcome.pictured_pages:
        yield nl.pictured_pages(outcome.pictured_pages)


def _remarks_on_withholding(outcome: DocumentOutcome, decision: DocumentDecision) -> Iterable[str]:
    """Why no file is published, in words that may be published."""
    if decision.judgement is Judgement.ALREADY_PUBLIC:
        yield nl.ALREADY_PUBLIC_AT.format(link=decision.link)
    elif decision.judgement is Judgement.DUPLICATE:
        yield nl.DUPLICATE_OF.format(number=outcome.shown_of(decision.duplicate_of))
    elif decision.judgement is Judgement.NOT_PUBLIC:
        yield decision.reason


def _remarks_on_handling(outcome: DocumentOutcome, judgement: Judgement) -> Iterable[str]:
    """Why a document was not handled, or not as a whole."""
    failure = outcome.failure or outcome.document.refusal
    if failure and not (failure == UNREAD and outcome.unread_pages):
        yield nl.error_text(failure, outcome.locators)
    if outcome.unread_pages:
        yield nl.unread_pages(outcome.unread_pages)
    elif judgement is Judgement.UNDETERMINED and not failure:
        yield nl.NOT_HANDLED


def _scope_remarks(outcome: DocumentOutcome, judgement: Judgement, book: GroundBook) -> Iterable[str]:
    """A remark for each label that is no ground of refusal: wholly or partly out of scope."""
    codes = book.ordered(outcome.codes)
    for code in codes:
        if book[code].type is GroundType.LABEL:
            part, whole = _label_remarks(book[code].label)
            is_whole = judgement is Judgement.NOT_PUBLIC and len(codes) == 1
            yield whole if is_whole else part


def _label_remarks(label: str) -> tuple[str, str]:
    return nl.IN_PART.format(label=label), nl.AS_A_WHOLE.format(label=label)
