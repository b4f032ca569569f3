from datetime import UTC, datetime

import pytest

from lakmoes.errors import ReviewError
from lakmoes.model import Box, Decision, Suggestion, Treatment, Verdict
from lakmoes.review import review
from tests.builders import finding_of, page_of, span_of

PAGE = page_of("Visser en Bakker en Vos")


def suggestion_of(text, treatment=Treatment.REDACT):
    grounds = () if treatment is Treatment.KEEP else ("10.2.e",)
    return Suggestion(finding=finding_of(PAGE, text), grounds=grounds, treatment=treatment, reason="Reden.")


def decision_of(verdict, grounds=(), **subject):
    return Decision(
        verdict=verdict,
        grounds=grounds,
        reviewer="H. Handler",
        role="handler",
        time=datetime(2021, 1, 1, tzinfo=UTC),
        **subject,
    )


def texts(state):
    return [PAGE.quote(span) for span, _ in state.redactions]


def test_undecided_suggestions_are_redacted_and_open():
    state = review("d", [suggestion_of("Visser"), suggestion_of("Bakker", Treatment.ASK)])
    assert texts(state) == ["Visser", "Bakker"]
    assert len(state.open) == 2


def test_undecided_keeps_stay_readable_and_are_not_open():
    state = review("d", [suggestion_of("Vos", Treatment.KEEP)])
    assert (texts(state), len(state.kept), state.open) == ([], 1, ())


def test_the_last_decision_holds():
    suggestion = suggestion_of("Visser")
    log = [
        decision_of(Verdict.KEEP, suggestion_id=suggestion.id),
        decision_of(Verdict.REDACT, ("11.1",), suggestion_id=suggestion.id),
    ]
    assert review("d", [suggestion], log[:1]).redactions == ()
    assert review("d", [suggestion], log).redactions == ((suggestion.finding.span, ("11.1",)),)
    assert review("d", [suggestion], log).open == ()


def test_a_kept_suggestion_can_be_redacted_with_a_ground():
    suggestion = suggestion_of("Vos", Treatment.KEEP)
    redact = decision_of(Verdict.REDACT, ("10.2.e",), suggestion_id=suggestion.id)
    assert texts(review("d", [suggestion], [redact])) == ["Vos"]
    with pytest.raises(ReviewError):
        review("d", [suggestion], [decision_of(Verdict.REDACT, suggestion_id=suggestion.id)])


def test_own_spans_and_boxes_are_added_and_can_be_withdrawn():
    span, box = span_of(PAGE, "Bakker"), Box(x0=1, y0=1, x1=9, y1=9)
    log = [
        decision_of(Verdict.REDACT, ("11.1",), span=span),
        decision_of(Verdict.REDACT, ("10.2.c",), region=(0, box)),
    ]
    state = review("d", [], log)
    assert state.redactions == ((span, ("11.1",)),)
    assert state.regions == ((0, box, ("10.2.c",)),)
    log += [decision_of(Verdict.KEEP, span=span), decision_of(Verdict.KEEP, region=(0, box))]
    assert review("d", [], log).redactions == review("d", [], log).regions == ()


@pytest.mark.parametrize(
    "subject", [{"span": span_of(PAGE, "Vos")}, {"region": (0, Box(x0=0, y0=0, x1=1, y1=1))}]
)
def test_an_own_redaction_needs_a_ground(subject):
    with pytest.raises(ReviewError):
        review("d", [], [decision_of(Verdict.REDACT, **subject)])


def test_a_decision_is_about_one_thing():
    with pytest.raises(ValueError, match="one suggestion"):
        decision_of(Verdict.KEEP)
