"""Samples of what was not marked, as JSON."""

from dataclasses import dataclass

from lakmoes.model import SampleAnswer as Answered
from lakmoes.model import SampleUnit
from lakmoes.nl import SAMPLE_METHOD, sample_outcome
from lakmoes.workflow.reviewing import Desk, SampleItem, SampleOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItemAnswer:
    """One item of a sample.

    Attributes:
        item: Its name in the log.
        number: Document.
        title: Of the document.
        page: From 1.
        before: What stands before it.
        text: The sentence, or the beginning of the page.
        after: What stands after it.
        missed: What was answered, ``None`` while nothing was.
        remark: What was added.
        by: Who answered.
        basis: Number of the last entry on it.
    """

    item: str
    number: int
    title: str
    page: int
    before: str
    text: str
    after: str
    missed: bool | None
    remark: str
    by: str
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """One sample.

    Attributes:
        subject: Its name in the log.
        unit: Sentences or pages.
        seed: With which it can be drawn again.
        size: How many were drawn.
        population: Out of how many.
        answered: How many were looked at.
        missed: In how many something was missed.
        bound: At most so many in the whole, with 95 % confidence; ``None`` until all are answered.
        text: What it says, in Dutch.
        items: What was drawn.
    """

    subject: str
    unit: SampleUnit
    seed: int
    size: int
    population: int
    answered: int
    missed: int
    bound: int | None
    text: str
    items: tuple[SampleItemAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadPage:
    """A page that no machine could read, and that no sample holds."""

    number: int
    title: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplesAnswer:
    """All samples, the latest first, the method in Dutch, and what no sample can say anything of."""

    samples: tuple[SampleAnswer, ...]
    method: str
    unread: tuple[UnreadPage, ...]


def samples_answer(desk: Desk) -> SamplesAnswer:
    """All samples that were drawn."""
    unread = tuple(
        UnreadPage(number=number, title=found.document.title, page=page)
        for number, found in sorted(desk.documents.items())
        for page in found.unread
    )
    samples = tuple(_answer(desk, outcome) for outcome in reversed(desk.samples()))
    return SamplesAnswer(samples=samples, method=SAMPLE_METHOD, unread=unread)


def _answer(desk: Desk, outcome: SampleOutcome) -> SampleAnswer:
    drawn = outcome.drawn
    return SampleAnswer(
        subject=drawn.subject,
        unit=drawn.unit,
        seed=drawn.seed,
        size=drawn.size,
        population=drawn.population,
        answered=outcome.answered,
        missed=outcome.missed,
        bound=outcome.bound,
        text=sample_outcome(
            drawn.unit,
            population=drawn.population,
            size=drawn.size,
            missed=outcome.missed,
            bound=outcome.bound,
        ),
        items=tuple(_item(desk, drawn.subject, item) for item in desk.sample_items(drawn)),
    )


def _item(desk: Desk, sample: str, item: SampleItem) -> SampleItemAnswer:
    subject = f"answer/{sample}/{item.item}"
    held = desk.log.holding(subject)
    body = held.body if held else None
    answered = body if isinstance(body, Answered) else None
    return SampleItemAnswer(
        item=item.item,
        number=item.number,
        title=desk.document(item.number).document.title,
        page=item.page_index + 1,
        before=item.before,
        text=item.text,
        after=item.after,
        missed=answered.missed if answered else None,
        remark=answered.remark if answered else "",
        by=held.reviewer.name if held and answered else "",
        basis=desk.log.basis(subject),
    )
