import pytest

from lakmoes.model import FindingKind, PersonDecision, ReviewState, Suggestion, Treatment, Verdict
from lakmoes.review import attach, review
from lakmoes.review.consistency import inconsistencies
from tests.builders import decision_on, entry_of, finding_of, page_of

REDACT, KEEP = Verdict.REDACT, Verdict.KEEP
TEXT = "Visser en Bakker en Visser"
PAGES = {letter: page_of(TEXT, letter * 64) for letter in "ab"}


def suggestion_of(letter, text="Visser", nth=0, kind=FindingKind.NAME, treatment=Treatment.REDACT):
    grounds = () if treatment is Treatment.KEEP else ("10.2.e",)
    finding = finding_of(PAGES[letter], text, kind, nth=nth)
    return Suggestion(finding=finding, grounds=grounds, treatment=treatment, reason="Reden.")


def state_of(letter, *decided, persons=None):
    """The state of a document; each suggestion with its verdict and grounds, or ``None``."""
    page = PAGES[letter]
    suggestions = [suggestion for suggestion, _ in decided]
    entries = [
        entry_of(decision_on(suggestion, page, one[0], grounds=one[1:]), number)
        for number, (suggestion, one) in enumerate(decided, 1)
        if one
    ]
    digests = {entry.body.anchor.span: entry.body.anchor.digest for entry in entries}
    attached = attach(suggestions, entries, lambda span: digests.get(span, ""))
    return review(page.document_id, suggestions, attached, persons)


def found_in(*states, copies=None):
    texts = {
        ruling.suggestion.id: PAGES[state.document_id[0]].quote(ruling.suggestion.finding.span)
        for state in states
        for ruling in state.rulings
    }
    return inconsistencies({state.document_id: state for state in states}, texts, copies or {})


RULE = {"treatment": Treatment.KEEP}


@pytest.mark.parametrize(
    ("one", "other", "changes", "differs"),
    [
        ((REDACT, "10.2.e"), (REDACT, "10.2.e"), {}, False),
        ((REDACT, "10.2.e"), (KEEP,), {}, True),
        ((REDACT, "10.2.e"), (REDACT, "10.2.g"), {}, True),
        ((REDACT, "10.2.e", "11.1"), (REDACT, "11.1", "10.2.e"), {}, False),
        ((REDACT,), (REDACT, "10.2.e"), {}, False),
        ((KEEP,), (KEEP, "10.2.e"), {}, False),
        ((REDACT, "10.2.e"), None, {}, False),
        ((KEEP,), None, {}, False),
        (None, None, RULE, False),
        ((REDACT, "10.2.e"), None, RULE, True),
        ((KEEP,), None, RULE, False),
        ((REDACT, "10.2.e"), (KEEP,), {"text": "Bakker"}, False),
        ((REDACT, "10.2.e"), (KEEP,), {"kind": FindingKind.TERM}, False),
    ],
    ids=[
        "same",
        "redacted and kept",
        "other ground",
        "order of grounds",
        "the suggestion's own ground",
        "grounds of what stays",
        "redacted and open",
        "kept and open",
        "both by a rule and open",
        "redacted against a rule",
        "kept as the rule has it",
        "other text",
        "other kind",
    ],
)
def test_the_same_text_is_decided_in_one_way(one, other, changes, differs):
    states = state_of("a", (suggestion_of("a"), one)), state_of("b", (suggestion_of("b", **changes), other))
    found = found_in(*states)
    assert bool(found) is differs
    if differs:
        (inconsistency,) = found
        assert inconsistency.kind == "text"
        assert [document_id[0] for document_id, _ in inconsistency.rulings] == ["a", "b"]
        assert "Visser" not in inconsistency.key


def test_what_differs_within_one_document_is_told_too():
    decided = [(suggestion_of("a", nth=0), (KEEP,)), (suggestion_of("a", nth=1), (REDACT, "10.2.e"))]
    assert len(found_in(state_of("a", *decided))) == 1


def test_open_suggestions_are_not_shown_among_what_differs():
    decided = [(suggestion_of("a", nth=0), (KEEP,)), (suggestion_of("a", nth=1), None)]
    other = state_of("b", (suggestion_of("b"), (REDACT, "10.2.e")))
    (inconsistency,) = found_in(state_of("a", *decided), other)
    assert [ruling.verdict for _, ruling in inconsistency.rulings] == [KEEP, REDACT]


def test_copies_of_a_passage_are_compared_by_place_and_told_once():
    pairs = [(suggestion_of(letter), suggestion_of(letter, "Bakker")) for letter in "ab"]
    copies = {suggestion.id: key for pair in pairs for suggestion, key in zip(pair, "xy", strict=True)}
    states = [
        state_of(letter, (visser, (verdict,)), (bakker, (KEEP,)))
        for letter, (visser, bakker), verdict in zip("ab", pairs, (KEEP, REDACT), strict=True)
    ]
    (inconsistency,) = found_in(*states, copies=copies)
    assert (inconsistency.kind, inconsistency.key) == ("copy", "x")
    elsewhere = state_of("b", (pairs[1][0], (REDACT,)), (suggestion_of("b", nth=1), (KEEP,)))
    assert [one.kind for one in found_in(states[0], elsewhere, copies=copies)] == ["copy", "text"]


def test_copies_that_read_differently_are_compared_too():
    suggestions = suggestion_of("a"), suggestion_of("b", "Bakker")
    states = [
        state_of(letter, (one, (verdict,)))
        for letter, one, verdict in zip("ab", suggestions, (KEEP, REDACT), strict=True)
    ]
    assert found_in(*states) == ()
    assert len(found_in(*states, copies={one.id: "x" for one in suggestions})) == 1


def of_persons(keep, redact):
    """One document in which the first name follows a person that is kept, the second one that is redacted."""
    first, second = suggestion_of("a", nth=0), suggestion_of("a", nth=1)
    kept = PersonDecision(person_id=keep, verdict=KEEP, role="minister")
    redacted = PersonDecision(person_id=redact, verdict=REDACT)
    persons = {first.id: entry_of(kept, 1), second.id: entry_of(redacted, 2)}
    return (first, second), persons


def test_namesakes_may_differ():
    (first, second), persons = of_persons("minister", "official")
    assert found_in(state_of("a", (first, None), (second, None), persons=persons)) == ()


def test_a_namesake_differs_from_a_place_with_a_decision_of_its_own():
    (first, second), persons = of_persons("minister", "official")
    del persons[first.id]
    assert len(found_in(state_of("a", (first, (KEEP,)), (second, None), persons=persons))) == 1


def test_copies_differ_whoever_is_named():
    (first, second), persons = of_persons("minister", "official")
    state = state_of("a", (first, None), (second, None), persons=persons)
    assert [one.kind for one in found_in(state, copies={first.id: "x", second.id: "x"})] == ["copy"]


def test_nothing_decided_differs_from_nothing():
    empty = ReviewState(document_id="a", redactions=(), regions=(), kept=(), open=())
    assert inconsistencies({"a": empty}, {}, {}) == ()
    assert inconsistencies({}, {}, {}) == ()
