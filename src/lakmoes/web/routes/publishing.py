"""Publishing: writing the redacted files and the inventory of what holds now."""

from dataclasses import dataclass

from fastapi import APIRouter, Request

from lakmoes.nl import JUDGEMENTS, STAGES, error_text
from lakmoes.web.dependencies import CurrentReviewer
from lakmoes.web.publishing import Publisher, Publishing

router = APIRouter(prefix="/api/publish", tags=["publiceren"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """What became of one document: its file, empty where none is published, and what people should know."""

    number: int
    label: str
    title: str
    judgement: str
    redactions: int
    file: str
    remarks: tuple[str, ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAnswer:
    """What publishing came to; a concept as long as something stood in the way."""

    open: int
    failures: int
    rows: tuple[PublishedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingAnswer:
    """How far publishing is: ``idle``, ``running``, ``done`` or ``failed``; pages done of all pages."""

    state: str
    stage: str
    done: int
    of: int
    outcome: OutcomeAnswer | None
    message: str


@router.get("")
def publishing(request: Request) -> PublishingAnswer:
    """How far publishing is, and what it came to."""
    return publishing_answer(publisher_of(request).now)


@router.post("", status_code=202)
def publish(request: Request, _: CurrentReviewer) -> PublishingAnswer:
    """Starts to publish: the files go into the output folder."""
    publisher = publisher_of(request)
    publisher.start()
    return publishing_answer(publisher.now)


def publisher_of(request: Request) -> Publisher:
    """The one that publishes."""
    publisher: Publisher = request.app.state.publisher
    return publisher


def publishing_answer(now: Publishing) -> PublishingAnswer:
    """How far it is."""
    return PublishingAnswer(
        state=now.state.value,
        stage=STAGES.get(now.stage, ""),
        done=now.done,
        of=now.of,
        outcome=_outcome(now) if now.outcome else None,
        message=error_text(now.error.code, now.error.locators) if now.error else "",
    )


def _outcome(now: Publishing) -> OutcomeAnswer | None:
    if not now.outcome:
        return None
    failures = now.outcome.failures
    rows = (
        PublishedRow(
            number=row.number,
            label=row.shown,
            title=row.title,
            judgement=JUDGEMENTS[row.judgement],
            redactions=row.redaction_count,
            file=row.file_name,
            remarks=row.remarks,
            error=(
                error_text(failures[row.number].code, failures[row.number].locators)
                if row.number in failures
                else ""
            ),
        )
        for row in now.outcome.rows
    )
    return OutcomeAnswer(open=now.outcome.open_count, failures=len(failures), rows=tuple(rows))
