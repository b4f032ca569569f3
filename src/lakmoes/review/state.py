"""What holds for a document after all decisions so far.

In: its suggestions and the decisions that were brought back to them (``attaching``), with those on persons.
Out: the ``ReviewState``. As long as nobody has decided, a suggestion to redact or to ask counts as redacted:
a concept never shows what may have to be withheld.
"""

from collections.abc import Iterable, Iterator, Mapping

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Decision,
    Entry,
    PersonDecision,
    ReviewState,
    Ruling,
    Suggestion,
    Treatment,
    Verdict,
    suggestion_subject,
)
from lakmoes.review.attaching import Attached

NOTHING = Attached(suggested={}, own=(), stale=())


def review(
    document_id: str,
    suggestions: Iterable[Suggestion],
    attached: Attached = NOTHING,
    persons: Mapping[str, Entry] | None = None,
) -> ReviewState:
    """The state of one document: every suggestion is redacted, kept or both redacted and open.

    Args:
        document_id: The document.
        suggestions: Its suggestions.
        attached: The decisions on them and on places of one's own.
        persons: Suggestion id to the decision on the person named there; of this one and the decision on
            the place itself the one that was said later holds; to undo is not to say anew.

    Raises:
        ReviewError: A decision to redact names no ground and its suggestion has none either.
    """
    of_persons = persons or {}
    suggested = (
        _suggested(suggestion, _later(attached.suggested.get(suggestion.id), of_persons.get(suggestion.id)))
        for suggestion in suggestions
    )
    rulings = sorted((*suggested, *_own(attached.own)), key=_order)
    return ReviewState(
        document_id=document_id,
        redactions=tuple(
            (ruling.span, ruling.grounds) for ruling in rulings if ruling.span and is_redacted(ruling)
        ),
        regions=tuple(
            (*ruling.region, ruling.grounds) for ruling in rulings if ruling.region and is_redacted(ruling)
        ),
        kept=tuple(ruling.suggestion for ruling in rulings if ruling.suggestion and not is_redacted(ruling)),
        open=tuple(
            ruling.suggestion
            for ruling in rulings
            if ruling.suggestion
            and ruling.verdict is None
            and ruling.suggestion.treatment is not Treatment.KEEP
        ),
        rulings=tuple(rulings),
        stale=attached.stale,
    )


def _later(decision: Entry | None, of_person: Entry | None) -> Entry | None:
    if decision and of_person:
        return max(decision, of_person, key=lambda entry: entry.origin)
    return decision or of_person


def is_redacted(ruling: Ruling) -> bool:
    """Whether a place is redacted: by decision, or as a concept while nobody has decided."""
    if ruling.verdict:
        return ruling.verdict is Verdict.REDACT
    return ruling.suggestion is not None and ruling.suggestion.treatment is not Treatment.KEEP


def _suggested(suggestion: Suggestion, entry: Entry | None) -> Ruling:
    body = entry.body if entry else None
    verdict = body.verdict if isinstance(body, Decision | PersonDecision) else None
    grounds = (body.grounds if isinstance(body, Decision | PersonDecision) else ()) or suggestion.grounds
    if verdict is Verdict.REDACT and not grounds:
        raise ReviewError("decision-without-ground")
    extent = body.extent if isinstance(body, Decision) else None
    return Ruling(
        subject=suggestion_subject(suggestion.id),
        verdict=verdict,
        grounds=grounds,
        suggestion=suggestion,
        span=extent or suggestion.finding.span,
        entry=entry,
    )


def _own(entries: Iterable[Entry]) -> Iterator[Ruling]:
    """The places of one's own; those that were taken back say nothing."""
    for entry in entries:
        decision = entry.body
        if not isinstance(decision, Decision) or decision.verdict is Verdict.KEEP:
            continue
        region, anchor = decision.region, decision.anchor
        if not decision.grounds:
            raise ReviewError("decision-without-ground")
        yield Ruling(
            subject=decision.subject,
            verdict=decision.verdict,
            grounds=decision.grounds,
            span=decision.extent or (anchor.span if anchor else None),
            region=(region.page_index, region.box) if region else None,
            entry=entry,
        )


def _order(ruling: Ruling) -> tuple[int, int, int, float, float, str]:
    """By page, then text by its place before boxes by theirs."""
    span = ruling.span
    if span:
        return ruling.page_index, span.start, span.end, 0.0, 0.0, ruling.subject
    box = ruling.region[1] if ruling.region else None
    return ruling.page_index, 2**31, 0, box.y0 if box else 0.0, box.x0 if box else 0.0, ruling.subject
