"""What stands in the way of publishing a document; ``publishing`` says the same of the dossier as a whole.

In: the state of a document, the log, and what the dossier demands. Out: ``Block`` values with a code
(``nl.BLOCKS`` has the words and the remedy), the document and the first page. Decides nothing: as long as an
error is left, what is published is a concept.

Errors stand in the way; warnings ask for a look.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lakmoes.model import (
    Decision,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Region,
    ReviewState,
    Ruling,
    Verdict,
)
from lakmoes.review.log import Log
from lakmoes.review.second import Standing, progress, standing
from lakmoes.review.state import is_redacted

WITHHELD = frozenset(
    {
        Judgement.NOT_PUBLIC,
        Judgement.ALREADY_PUBLIC,
        Judgement.DUPLICATE,
        Judgement.OUT_OF_SCOPE,
        Judgement.SUSPENDED,
    }
)
"""Judgements with which no file of the document is published."""
WARNINGS = frozenset(
    {
        "age-unknown",
        "chain-refused-whole",
        "copy-disclosed",
        "draft-reason-thin",
        "formal-decision",
        "grounds-together-whole",
        "inconsistent",
        "letter-no-numbers",
        "no-decision-date",
        "pictured",
        "suspended",
        "term-past",
    }
)
ABOUT_MOTIVATIONS = frozenset(
    {"motivation-missing", "motivation-incomplete", "old-not-motivated", "term-missing", "term-past"}
)
ONLY_FOR_PUBLISHING = frozenset({"not-finished", "not-final"})
ANSWERED_BY_REVIEWER = frozenset({"questioned"})
"""A handler may finish a document while the second reviewer has yet to judge the answer."""


class Level(StrEnum):
    """How much it matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One thing that must be done, or looked at.

    Attributes:
        code: Key of ``nl.BLOCKS``.
        document_id: The document, empty where it is about no single one.
        count: How many places, pages or documents it is about.
        page_index: The first page, from 0; ``None`` where it is about no page.
        subject: Of the first place.
        ground: Code of the ground that it is about, else empty.
        detail: What else its words need: other grounds, or the number of another document.
    """

    code: str
    document_id: str = ""
    count: int = 1
    page_index: int | None = None
    subject: str = ""
    ground: str = ""
    detail: str = ""

    @property
    def level(self) -> Level:
        """Whether it stands in the way or asks for a look."""
        return Level.WARNING if self.code in WARNINGS else Level.ERROR

    @property
    def is_about_motivation(self) -> bool:
        """Whether it is dealt with in the motivation of a ground."""
        return self.code in ABOUT_MOTIVATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a dossier demands: the ``[review]`` part of its settings."""

    second_review: bool = False
    pages_seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A document as it stands in the review.

    Attributes:
        document_id: The document.
        page_count: Number of its pages.
        state: What holds for it, ``None`` where it could not be handled.
        unread: The pages that no machine could read, each with the page's own size.
        pictured: Pages, from 0, with a picture that no machine searched.
        persons: Ids of the persons of the register named in it.
    """

    document_id: str
    page_count: int
    state: ReviewState | None
    unread: tuple[Region, ...] = ()
    pictured: tuple[int, ...] = ()
    persons: frozenset[str] = field(default_factory=frozenset)


def blocks_of_document(document: Reviewed, log: Log, demands: Demands) -> tuple[Block, ...]:
    """What must be done before a document can be published.

    A document that is withheld as a whole needs no decisions on its places, but must be finished like others.
    """
    return (*_of_contents(document, log, demands), *_of_progress(document, log, demands))


def hindering(blocks: Iterable[Block], aim: DocumentProgress) -> tuple[Block, ...]:
    """The blocks of a document for which it cannot be finished, or cannot be made final."""
    if aim is DocumentProgress.OPEN:
        return ()
    passed = ONLY_FOR_PUBLISHING | (ANSWERED_BY_REVIEWER if aim is DocumentProgress.FINISHED else frozenset())
    return tuple(block for block in blocks if block.level is Level.ERROR and block.code not in passed)


def judged_as(document_id: str, log: Log) -> DocumentDecision | None:
    """What was decided on a document as a whole, if anything."""
    entry = log.holding(f"judgement/{document_id}")
    return entry.body if entry and isinstance(entry.body, DocumentDecision) else None


def progress_of(document: Reviewed, log: Log) -> DocumentProgress:
    """How far a document is (``second.progress``)."""
    rulings = document.state.rulings if document.state else ()
    latest = max((ruling.entry.id for ruling in rulings if ruling.entry), default=0)
    return progress(log, document.document_id, document.persons, latest)


def _of_contents(document: Reviewed, log: Log, demands: Demands) -> Iterator[Block]:
    decision = judged_as(document.document_id, log)
    judgement = decision.judgement if decision else None
    yield from _questions(document, log, judgement in WITHHELD)
    if judgement is Judgement.SUSPENDED:
        yield Block(code="suspended", document_id=document.document_id)
    if judgement in WITHHELD:
        return
    if document.state is None or judgement is Judgement.UNDETERMINED:
        yield Block(code="not-handled", document_id=document.document_id)
    if document.state is None:
        return
    yield from _of_places(document.state)
    if judgement is Judgement.PUBLIC:
        redacted = [ruling for ruling in document.state.rulings if is_redacted(ruling)]
        yield from _of_rulings("public-with-redactions", document.document_id, redacted)
    yield from _of_pages(document, log, demands)


def _of_places(state: ReviewState) -> Iterator[Block]:
    undecided = {suggestion.id for suggestion in state.open}
    open_rulings = [
        ruling for ruling in state.rulings if ruling.suggestion and ruling.suggestion.id in undecided
    ]
    yield from _of_rulings("open", state.document_id, open_rulings)
    # Of a file that was replaced the decision on the whole is stale too; that is on no page.
    wholes = [(None, entry.subject) for entry in state.stale if not isinstance(entry.body, Decision)]
    places = [
        (entry.body.page_index, entry.subject) for entry in state.stale if isinstance(entry.body, Decision)
    ]
    yield from _first_of("stale", state.document_id, [*wholes, *sorted(places)])


def _questions(document: Reviewed, log: Log, is_withheld: bool) -> Iterator[Block]:
    """The decisions that a second reviewer sent back, those on the document as a whole first."""
    rulings = document.state.rulings if document.state and not is_withheld else ()
    whole = [f"{part}/{document.document_id}" for part in ("judgement", "relation")]
    subjects: dict[str, int | None] = dict.fromkeys(whole)
    for ruling in rulings:
        subjects.setdefault(ruling.entry.subject if ruling.entry else ruling.subject, ruling.page_index)
    places = [
        (page, subject) for subject, page in subjects.items() if standing(log, subject) is Standing.QUESTIONED
    ]
    yield from _first_of("questioned", document.document_id, places)


def _of_pages(document: Reviewed, log: Log, demands: Demands) -> Iterator[Block]:
    unread = [region.page_index for region in document.unread if not is_read(region, document.state, log)]
    yield from _of_page_list("unread", document.document_id, unread)
    if demands.pages_seen:
        unseen = [index for index in range(document.page_count) if not _is_seen(document, index, log)]
        yield from _of_page_list("unseen", document.document_id, unseen)
    unsearched = [index for index in document.pictured if not _is_seen(document, index, log)]
    yield from _of_page_list("pictured", document.document_id, unsearched)


def is_read(page: Region, state: ReviewState | None, log: Log) -> bool:
    """Whether a person dealt with a page that no machine could read.

    A box drawn on it says so; so does the page as a whole when it was decided to keep it. Having had it on
    the screen is not enough: of what is not read nothing is known.
    """
    if state and any(index == page.page_index for index, *_ in state.regions):
        return True
    return log.holding(Decision(verdict=Verdict.KEEP, region=page).subject) is not None


def _is_seen(document: Reviewed, index: int, log: Log) -> bool:
    return log.holding(f"seen/{document.document_id}/{index}") is not None


def _of_progress(document: Reviewed, log: Log, demands: Demands) -> Iterator[Block]:
    reached = progress_of(document, log)
    if reached is DocumentProgress.OPEN:
        yield Block(code="not-finished", document_id=document.document_id)
    elif demands.second_review and reached is not DocumentProgress.FINAL:
        yield Block(code="not-final", document_id=document.document_id)


def _of_rulings(code: str, document_id: str, rulings: Sequence[Ruling]) -> Iterator[Block]:
    return _first_of(code, document_id, [(ruling.page_index, ruling.subject) for ruling in rulings])


def _of_page_list(code: str, document_id: str, pages: Sequence[int]) -> Iterator[Block]:
    return _first_of(code, document_id, [(page, "") for page in pages])


def _first_of(code: str, document_id: str, places: Sequence[tuple[int | None, str]]) -> Iterator[Block]:
    """One block for all places together, at the first of them; none where there are none."""
    if places:
        page, subject = places[0]
        yield Block(code=code, document_id=document_id, count=len(places), page_index=page, subject=subject)
