"""What holds for a document after all decisions so far.

In: its suggestions and the decisions on it, oldest first. Out: the ``ReviewState``. A later decision
supersedes an earlier one on the same subject; nothing is changed or removed. As long as nobody has decided,
a suggestion to redact or to ask counts as redacted: a concept never shows what may have to be withheld.
"""

from collections.abc import Iterable

from lakmoes.errors import ReviewError
from lakmoes.model import Box, Decision, ReviewState, Span, Suggestion, Treatment, Verdict

Redaction = tuple[Span, tuple[str, ...]]
Region = tuple[int, Box, tuple[str, ...]]


def review(
    document_id: str, suggestions: Iterable[Suggestion], decisions: Iterable[Decision] = ()
) -> ReviewState:
    """The state of one document: every suggestion is redacted, kept or both redacted and open.

    Raises:
        ReviewError: A decision to redact names no ground and its suggestion has none either.
    """
    latest = _latest(decisions)
    redactions: list[Redaction] = []
    kept: list[Suggestion] = []
    undecided: list[Suggestion] = []
    for suggestion in suggestions:
        decision = latest.pop(suggestion.id, None)
        if decision is None and suggestion.treatment is not Treatment.KEEP:
            undecided.append(suggestion)
        if _is_kept(suggestion, decision):
            kept.append(suggestion)
        else:
            redactions.append((suggestion.finding.span, _grounds(suggestion, decision)))
    redactions += _added_spans(latest.values())
    return ReviewState(
        document_id=document_id,
        redactions=tuple(sorted(redactions, key=_order)),
        regions=tuple(_added_regions(latest.values())),
        kept=tuple(kept),
        open=tuple(undecided),
    )


def _latest(decisions: Iterable[Decision]) -> dict[object, Decision]:
    latest: dict[object, Decision] = {}
    for decision in decisions:
        subject = decision.suggestion_id or decision.span or decision.region
        latest.pop(subject, None)
        latest[subject] = decision
    return latest


def _is_kept(suggestion: Suggestion, decision: Decision | None) -> bool:
    if decision:
        return decision.verdict is Verdict.KEEP
    return suggestion.treatment is Treatment.KEEP


def _grounds(suggestion: Suggestion, decision: Decision | None) -> tuple[str, ...]:
    grounds = (decision.grounds if decision else ()) or suggestion.grounds
    if not grounds:
        raise ReviewError("decision-without-ground")
    return grounds


def _added_spans(decisions: Iterable[Decision]) -> Iterable[Redaction]:
    for decision in decisions:
        if decision.span and decision.verdict is Verdict.REDACT:
            if not decision.grounds:
                raise ReviewError("decision-without-ground")
            yield decision.span, decision.grounds


def _added_regions(decisions: Iterable[Decision]) -> Iterable[Region]:
    for decision in decisions:
        if decision.region and decision.verdict is Verdict.REDACT:
            if not decision.grounds:
                raise ReviewError("decision-without-ground")
            yield (*decision.region, decision.grounds)


def _order(redaction: Redaction) -> tuple[int, int, int]:
    span = redaction[0]
    return span.page_index, span.start, span.end
