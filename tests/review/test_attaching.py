from dataclasses import replace

from lakmoes.model import (
    Box,
    Decision,
    FindingKind,
    Region,
    Suggestion,
    Treatment,
    Verdict,
    digest_of,
)
from lakmoes.review import attach
from tests.builders import anchor_of, decision_on, entry_of, finding_of, page_of, span_of

BEFORE = page_of("Beste Visser, groet van Visser. Bakker en Vos blijven weg.")


def digests(page):
    def digest_at(span):
        return digest_of(page.quote(span)) if span.end <= len(page.text) else ""

    return digest_at


def suggestion_of(page, text, kind=FindingKind.NAME, nth=0):
    return Suggestion(
        finding=finding_of(page, text, kind, nth=nth),
        grounds=("10.2.e",),
        treatment=Treatment.REDACT,
        reason="Reden.",
    )


def attached(page, suggestions, *decisions):
    return attach(
        suggestions, [entry_of(one, number) for number, one in enumerate(decisions, 1)], digests(page)
    )


def test_a_decision_stays_with_its_suggestion():
    suggestion = suggestion_of(BEFORE, "Visser")
    found = attached(BEFORE, [suggestion], decision_on(suggestion, BEFORE, Verdict.KEEP))
    assert list(found.suggested) == [suggestion.id]
    assert found.own == found.stale == ()


def test_a_decision_goes_along_when_the_kind_changes():
    before = suggestion_of(BEFORE, "Bakker")
    after = suggestion_of(BEFORE, "Bakker", FindingKind.TERM)
    found = attached(BEFORE, [after], decision_on(before, BEFORE, Verdict.KEEP))
    assert list(found.suggested) == [after.id]


def test_a_redaction_holds_for_its_text_when_nothing_is_suggested_there_any_more():
    before = suggestion_of(BEFORE, "Bakker")
    redacted = attached(BEFORE, [], decision_on(before, BEFORE, Verdict.REDACT, grounds=("10.2.e",)))
    assert len(redacted.own) == 1
    kept = attached(BEFORE, [], decision_on(before, BEFORE, Verdict.KEEP))
    assert (kept.own, kept.stale) == ((), ())


def test_what_was_kept_does_not_keep_a_longer_text():
    before = suggestion_of(BEFORE, "Bakker")
    after = suggestion_of(BEFORE, "Bakker en Vos")
    assert not attached(BEFORE, [after], decision_on(before, BEFORE, Verdict.KEEP)).suggested


def test_a_decision_moves_with_its_text_when_that_stands_once_on_the_page():
    after = page_of("Nieuwe aanhef. " + BEFORE.text)
    decision = decision_on(suggestion_of(BEFORE, "Bakker"), BEFORE, Verdict.KEEP)
    moved = suggestion_of(after, "Bakker")
    assert list(attached(after, [moved], decision).suggested) == [moved.id]


def test_a_decision_on_one_of_two_equal_texts_is_stale_when_both_moved():
    after = page_of("Nieuwe aanhef. " + BEFORE.text)
    suggestions = [suggestion_of(after, "Visser", nth=nth) for nth in (0, 1)]
    found = attached(after, suggestions, decision_on(suggestion_of(BEFORE, "Visser"), BEFORE, Verdict.KEEP))
    assert not found.suggested
    assert len(found.stale) == 1


def test_a_decision_whose_text_changed_is_stale():
    after = page_of(BEFORE.text.replace("Bakker", "Slager"))
    before = suggestion_of(BEFORE, "Bakker")
    same_place = suggestion_of(after, "Slager")
    found = attached(after, [same_place], decision_on(before, BEFORE, Verdict.KEEP))
    assert (found.suggested, len(found.stale)) == ({}, 1)
    own = Decision(
        verdict=Verdict.REDACT, grounds=("11.1",), anchor=anchor_of(BEFORE, span_of(BEFORE, "Bakker"))
    )
    assert len(attached(after, [], own).stale) == 1


def test_text_beyond_the_end_of_a_page_is_stale():
    own = Decision(
        verdict=Verdict.REDACT, grounds=("11.1",), anchor=anchor_of(BEFORE, span_of(BEFORE, "weg"))
    )
    assert len(attached(page_of("kort"), [], own).stale) == 1


def test_drawn_boxes_always_hold():
    region = Region(document_id=BEFORE.document_id, page_index=0, box=Box(x0=0, y0=0, x1=5, y1=5))
    found = attached(
        page_of("anders"), [], Decision(verdict=Verdict.REDACT, grounds=("11.1",), region=region)
    )
    assert len(found.own) == 1


def test_two_decisions_do_not_land_on_one_suggestion():
    first = suggestion_of(BEFORE, "Bakker")
    other = replace(first, finding=replace(first.finding, kind=FindingKind.TERM))
    decisions = [decision_on(one, BEFORE, Verdict.REDACT, grounds=("10.2.e",)) for one in (first, other)]
    found = attached(BEFORE, [first], *decisions)
    assert list(found.suggested) == [first.id]
    assert len(found.own) == 1
