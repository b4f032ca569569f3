from dataclasses import replace

import pytest

from lakmoes.errors import ReviewError
from lakmoes.model import (
    Box,
    Decision,
    PersonDecision,
    Region,
    Suggestion,
    Treatment,
    Verdict,
    digest_of,
)
from lakmoes.review import attach, review
from tests.builders import anchor_of, decision_on, entry_of, finding_of, page_of, span_of

PAGE = page_of("Visser en Bakker en Vos")
REDACT, KEEP = Verdict.REDACT, Verdict.KEEP


def suggestion_of(text, treatment=Treatment.REDACT):
    grounds = () if treatment is Treatment.KEEP else ("10.2.e",)
    return Suggestion(finding=finding_of(PAGE, text), grounds=grounds, treatment=treatment, reason="Reden.")


def digest_at(span):
    return digest_of(PAGE.quote(span))


def state_of(suggestions, *decisions, persons=None):
    entries = [entry_of(decision, number) for number, decision in enumerate(decisions, start=1)]
    return review("d", suggestions, attach(suggestions, entries, digest_at), persons)


def texts(state):
    return [PAGE.quote(span) for span, _ in state.redactions]


def test_undecided_suggestions_are_redacted_and_open():
    state = state_of([suggestion_of("Visser"), suggestion_of("Bakker", Treatment.ASK)])
    assert texts(state) == ["Visser", "Bakker"]
    assert len(state.open) == 2


def test_undecided_keeps_stay_readable_and_are_not_open():
    state = state_of([suggestion_of("Vos", Treatment.KEEP)])
    assert (texts(state), len(state.kept), state.open) == ([], 1, ())


def test_a_decision_settles_a_suggestion():
    suggestion = suggestion_of("Visser")
    kept = state_of([suggestion], decision_on(suggestion, PAGE, KEEP))
    assert (kept.redactions, kept.kept, kept.open) == ((), (suggestion,), ())
    redacted = state_of([suggestion], decision_on(suggestion, PAGE, REDACT, grounds=("11.1",)))
    assert redacted.redactions == ((suggestion.finding.span, ("11.1",)),)
    assert redacted.open == ()
    assert redacted.rulings[0].entry.id == 1


def test_a_kept_suggestion_can_be_redacted_with_a_ground():
    suggestion = suggestion_of("Vos", Treatment.KEEP)
    assert texts(state_of([suggestion], decision_on(suggestion, PAGE, REDACT, grounds=("10.2.e",)))) == [
        "Vos"
    ]
    with pytest.raises(ReviewError):
        state_of([suggestion], decision_on(suggestion, PAGE, REDACT))


def test_a_suggestion_can_be_made_longer_or_shorter():
    suggestion = suggestion_of("Visser")
    extent = span_of(PAGE, "Visser en Bakker")
    state = state_of([suggestion], decision_on(suggestion, PAGE, REDACT, extent=extent))
    assert texts(state) == ["Visser en Bakker"]


def test_own_spans_and_boxes_are_added_and_can_be_taken_back():
    anchor = anchor_of(PAGE, span_of(PAGE, "Bakker"))
    region = Region(document_id=PAGE.document_id, page_index=0, box=Box(x0=1, y0=1, x1=9, y1=9))
    added = [
        Decision(verdict=REDACT, grounds=("11.1",), anchor=anchor),
        Decision(verdict=REDACT, grounds=("10.2.c",), region=region),
    ]
    state = state_of([], *added)
    assert state.redactions == ((anchor.span, ("11.1",)),)
    assert state.regions == ((0, region.box, ("10.2.c",)),)
    gone = state_of([], Decision(verdict=KEEP, anchor=anchor), Decision(verdict=KEEP, region=region))
    assert gone.redactions == gone.regions == gone.rulings == ()


@pytest.mark.parametrize(
    ("own", "of_person", "redacted"),
    [(1, 2, False), (2, 1, True), (None, 1, False), (1, None, True)],
)
def test_of_a_place_and_its_person_the_later_decision_holds(own, of_person, redacted):
    suggestion = suggestion_of("Visser")
    entries = [entry_of(decision_on(suggestion, PAGE, REDACT), own)] if own else []
    person = PersonDecision(person_id="p", verdict=KEEP, role="minister")
    persons = {suggestion.id: entry_of(person, of_person)} if of_person else {}
    state = review("d", [suggestion], attach([suggestion], entries, digest_at), persons)
    assert (texts(state) == ["Visser"]) is redacted
    assert state.open == ()


def test_a_decision_on_a_person_that_is_brought_back_does_not_undo_an_exception_made_since():
    suggestion = suggestion_of("Visser")
    exception = entry_of(decision_on(suggestion, PAGE, REDACT), 2)
    person = PersonDecision(person_id="p", verdict=KEEP, role="minister")
    brought_back = replace(entry_of(person, 4), undoes=3, restates=1)
    attached = attach([suggestion], [exception], digest_at)
    assert texts(review("d", [suggestion], attached, {suggestion.id: brought_back})) == ["Visser"]


@pytest.mark.parametrize(
    "subject",
    [
        {"anchor": anchor_of(PAGE, span_of(PAGE, "Vos"))},
        {"region": Region(document_id="d", page_index=0, box=Box(x0=0, y0=0, x1=1, y1=1))},
    ],
)
def test_an_own_redaction_needs_a_ground(subject):
    with pytest.raises(ValueError, match="ground"):
        Decision(verdict=REDACT, **subject)


def test_a_decision_is_about_one_thing():
    with pytest.raises(ValueError, match="one text or one box"):
        Decision(verdict=KEEP)
