"""The desk: what is there, what is said, what holds then, and what is left after closing it."""

import threading
from dataclasses import replace

import pytest

from lakmoes.errors import ReviewError, UsageError
from lakmoes.model import (
    Assessment,
    Box,
    Opinion,
    PersonDecision,
    PersonMerge,
    Remark,
    Reviewer,
    ReviewerRole,
    Treatment,
    Verdict,
    Withdrawal,
)
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import ME, OTHER, Unseen, place_of, redacted_texts, ruling_on, say

NUMBER = "06-12345678"
SECOND = Reviewer(name="C. Toetser", role=ReviewerRole.REVIEWER)


def person_called(desk, part):
    return next(person for person in desk.persons if part in person.name)


def test_every_file_is_reviewed_or_says_why_not(desk):
    assert sorted(desk.documents) == [1, 2, 3, 4]
    assert {number: error.code for number, error in desk.failures.items()} == {5: "not-a-pdf"}
    assert desk.refused[6].duplicate_of == 1
    assert [facts.words > 0 for facts in desk.document(2).pages] == [True, True]
    assert desk.document(4).unread == (1,)


def test_opening_again_reads_and_searches_nothing(order, monkeypatch):
    def refuse(*arguments):
        raise AssertionError("something was loaded or made again")

    monkeypatch.setattr("lakmoes.workflow.preparing.proposals", refuse)
    monkeypatch.setattr("lakmoes.workflow.analysing.page_of", refuse)
    monkeypatch.setattr("lakmoes.workflow.shelves.page_of", refuse)
    with opened_desk(order, Unseen()) as desk:
        assert len(desk.document(1).suggestions) == 7
        assert len(desk.state(1).open) == 7


def test_texts_boxes_and_words_are_those_of_the_pages(desk):
    for number, found in desk.documents.items():
        places = zip(found.suggestions, found.texts, found.boxes, found.words, strict=True)
        for suggestion, text, boxes, (first, past) in places:
            span = suggestion.finding.span
            page = desk.page(number, span.page_index)
            assert (page.quote(span), page.boxes(span)) == (text, boxes)
            assert page.words[first:past] == tuple(page.words_in(span))


def test_a_decision_holds_at_once_and_after_closing(order):
    with opened_desk(order, Unseen()) as desk:
        decision = desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP, remark="Algemeen nummer.")
        (entry,) = say(desk, decision)
        assert entry.id == desk.log.last == 1
        assert NUMBER not in redacted_texts(desk, 1)
    with opened_desk(order, Unseen()) as desk:
        assert NUMBER not in redacted_texts(desk, 1)
        ruling = ruling_on(desk, 1, NUMBER)
        assert (ruling.entry.reviewer, ruling.entry.body.remark) == (ME, "Algemeen nummer.")
        assert "laten staan" in desk.what(ruling.entry)


def test_who_did_not_know_what_the_other_decided_is_refused(desk):
    keep = desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP)
    redact = desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.REDACT)
    (first,) = desk.act(ME, [keep], {keep.subject: 0})
    with pytest.raises(ReviewError) as refused:
        desk.act(OTHER, [redact], {redact.subject: 0})
    assert (refused.value.code, refused.value.locators) == ("decided-meanwhile", {"entry": first.id})
    assert NUMBER not in redacted_texts(desk, 1)
    desk.act(OTHER, [redact], {redact.subject: first.id})
    assert NUMBER in redacted_texts(desk, 1)


def test_many_at_once_lose_nothing(desk):
    suggestions = desk.document(2).suggestions
    failed = []

    def decide(suggestion):
        try:
            say(desk, desk.decision_on(2, suggestion.id, Verdict.KEEP))
            desk.state(2)
            desk.inconsistencies()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shall know
            failed.append(error)

    threads = [threading.Thread(target=decide, args=(suggestion,)) for suggestion in suggestions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert [entry.id for entry in desk.log.entries] == list(range(1, len(suggestions) + 1))
    assert not desk.state(2).open
    assert not desk.state(2).redactions


@pytest.mark.parametrize(
    ("grounds", "written"), [((), ("10.2.e",)), (("10.2.g",), ("10.2.g",)), (("10.2.g", "11.1"),) * 2]
)
def test_a_redaction_names_its_grounds_in_the_log(desk, grounds, written):
    (entry,) = say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.REDACT, grounds))
    assert entry.body.grounds == written
    assert ruling_on(desk, 1, NUMBER).grounds == written


def test_a_ground_that_the_law_does_not_have_is_refused(desk):
    with pytest.raises(UsageError, match="unknown-ground"):
        say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.REDACT, ("5.1.2.e",)))
    assert desk.log.last == 0


def test_what_stays_by_a_rule_is_redacted_on_a_named_ground_only(order):
    order.folder.joinpath("dossier.toml").write_text(
        '[[exempt]]\nname = "Joost Leeuwerik"\n', encoding="utf-8"
    )
    with opened_desk(order, Unseen()) as desk:
        kept = next(one for one in desk.document(1).suggestions if one.treatment is Treatment.KEEP)
        with pytest.raises(ReviewError, match="decision-without-ground"):
            say(desk, desk.decision_on(1, kept.id, Verdict.REDACT))
        person = person_called(desk, "Leeuwerik")
        (entry,) = say(desk, PersonDecision(person_id=person.id, verdict=Verdict.REDACT))
        assert entry.body.grounds == ("10.2.e",)
        assert "Joost Leeuwerik" in redacted_texts(desk, 1)


def test_one_decision_on_a_person_holds_everywhere(desk):
    person = person_called(desk, "Leeuwerik")
    assert len(desk.state(1).redactions) == 7
    entries = say(
        desk,
        PersonDecision(person_id=person.id, verdict=Verdict.KEEP, reason="Woordvoerder van de minister."),
    )
    assert desk.touched(entries) == {1, 2}
    for number in (1, 2):
        assert not any("Joost" in text for text in redacted_texts(desk, number))
        assert any("Mohamed" in text for text in redacted_texts(desk, number))
    # A single place may be decided otherwise.
    say(desk, desk.decision_on(1, place_of(desk, 1, "Joost Leeuwerik"), Verdict.REDACT))
    assert "Joost Leeuwerik" in redacted_texts(desk, 1)
    desk.undo(ME)
    desk.undo(ME)
    assert len(desk.state(1).redactions) == 7


def test_persons_who_are_one_are_decided_as_one(desk):
    one, other = person_called(desk, "Leeuwerik"), person_called(desk, "Dijkstra")
    merge = say(desk, PersonMerge(person_id=one.id, other_id=other.id))
    assert desk.touched(merge) == {1, 2}
    say(desk, PersonDecision(person_id=one.id, verdict=Verdict.KEEP, reason="Bestuurder."))
    assert not any("Dijkstra" in text for text in redacted_texts(desk, 2))
    say(desk, Withdrawal(about=f"merge/{other.id}"))
    assert any("Dijkstra" in text for text in redacted_texts(desk, 2))


def test_undo_and_redo_go_by_document(desk):
    first = desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP)
    second = desk.decision_on(2, place_of(desk, 2, NUMBER), Verdict.KEEP)
    say(desk, first)
    say(desk, second)
    assert desk.can_undo(ME, 1)
    assert not desk.can_undo(OTHER, 1)
    undone = desk.undo(ME, 1)
    assert desk.touched(undone) == {1}
    assert NUMBER in redacted_texts(desk, 1)
    assert NUMBER not in redacted_texts(desk, 2)[:4]
    assert desk.can_redo(ME, 1)
    desk.redo(ME, 1)
    assert NUMBER not in redacted_texts(desk, 1)
    assert desk.undo(OTHER) == ()


def test_a_suggestion_is_made_longer_and_shorter_by_word(desk):
    name = place_of(desk, 1, "Joost Leeuwerik")
    span = ruling_on(desk, 1, "Joost Leeuwerik").span
    say(desk, desk.decision_on(1, name, Verdict.REDACT, extent=(span.start, span.start + len("Joost "))))
    assert "Joost" in redacted_texts(desk, 1)
    assert "Joost Leeuwerik" not in redacted_texts(desk, 1)
    say(desk, desk.decision_on(1, name, Verdict.REDACT, extent=(span.start, span.end)))
    assert ruling_on(desk, 1, "Joost Leeuwerik").entry.body.extent is None
    assert "Joost Leeuwerik" in redacted_texts(desk, 1)


def test_selected_text_and_drawn_boxes_are_redacted_too(desk):
    start = desk.page(3, 0).text.index(" fietspaden")
    say(desk, desk.own_text(3, 0, start, start + len(" fietspaden\n"), ("11.1",)))
    assert redacted_texts(desk, 3) == ["fietspaden"]
    box = desk.own_box(3, 0, Box(x0=-5, y0=10, x1=100, y1=9000), ("11.1",))
    say(desk, box)
    ((page, drawn, grounds),) = desk.state(3).regions
    assert (page, drawn.x0, drawn.y1, grounds) == (0, 0.0, desk.document(3).pages[0].height, ("11.1",))
    say(desk, replace(box, verdict=Verdict.KEEP))
    assert not desk.state(3).regions


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (5, 5), (-1, 4), (10_000, 10_004)], ids=["none", "empty", "before", "beyond"]
)
def test_where_no_text_stands_none_is_redacted(desk, start, end):
    with pytest.raises(ReviewError, match="place-not-on-page"):
        desk.own_text(3, 0, start, end, ("11.1",))
    with pytest.raises(ReviewError, match="place-not-on-page"):
        desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.REDACT, extent=(max(start, 9_000), 9_001))


def test_a_box_beside_the_page_is_none(desk):
    with pytest.raises(ReviewError, match="place-not-on-page"):
        desk.own_box(3, 0, Box(x0=600, y0=10, x1=700, y1=20), ("11.1",))


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda desk: desk.document(9), "no-such-document"),
        (lambda desk: desk.state(5), "no-such-document"),
        (lambda desk: desk.page(1, 1), "no-such-page"),
        (lambda desk: desk.picture(1, -1), "no-such-page"),
        (lambda desk: desk.preview(1, 7), "no-such-page"),
        (lambda desk: desk.identical(1, "0" * 16), "no-such-suggestion"),
        (lambda desk: desk.decision_on(3, "0" * 16, Verdict.KEEP), "no-such-suggestion"),
        (lambda desk: desk.undo(ME, 9), "no-such-document"),
    ],
)
def test_what_is_not_there_is_said_to_be_so(desk, ask, code):
    with pytest.raises(ReviewError, match=code):
        ask(desk)


def test_what_is_alike_is_found_over_the_dossier(desk):
    number = place_of(desk, 1, NUMBER)
    same = desk.identical(1, number)
    assert {place[0] for place in same} == {2}
    assert len(same) == 2
    copies = desk.copies_of(1, number)
    assert len(copies) == 1
    assert copies[0] in same
    assert desk.number_of(desk.document(2).document.id) == 2


def test_a_difference_shows_until_it_is_resolved(desk):
    assert desk.inconsistencies() == ()
    say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP))
    for number, identity in desk.identical(1, place_of(desk, 1, NUMBER)):
        say(desk, desk.decision_on(number, identity, Verdict.REDACT))
    found = desk.inconsistencies()
    assert {one.kind for one in found} == {"text", "copy"}
    assert "inconsistent" in {block.code for block in desk.blocks()}
    for number, identity in desk.identical(1, place_of(desk, 1, NUMBER)):
        say(desk, desk.decision_on(number, identity, Verdict.KEEP))
    assert desk.inconsistencies() == ()


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("fietspad", 4),
        ("FIETSPADEN voorjaar", 6),
        ('"drie maanden"', 2),
        ('"maanden drie"', 0),
        ("Ouázzani", 3),
        ("", 0),
        ('"', 0),
        ("- * ( AND", 0),
        ("NEAR(a b)", 0),
    ],
)
def test_text_is_found_over_the_dossier(desk, query, hits):
    found = desk.search(query)
    assert len(found) == hits
    assert [(hit.number, hit.page_index) for hit in found] == sorted(
        (hit.number, hit.page_index) for hit in found
    )
    for hit in found:
        text = desk.page(hit.number, hit.page_index).text
        assert " ".join(text[hit.start : hit.end].split()) == hit.hit
    assert len(desk.search("de", limit=3)) == 3


def test_a_remark_or_an_assessment_changes_nothing_that_holds(desk):
    (entry,) = say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP))
    state = desk.state(1)
    document_id = desk.document(1).document.id
    say(desk, Remark(about=entry.subject, text="Klopt dit?", document_id=document_id))
    question = Assessment(
        about=entry.subject, entry=entry.id, opinion=Opinion.QUESTION, text="Waarom?", document_id=document_id
    )
    say(desk, question, reviewer=SECOND)
    assert desk.state(1) is state
    assert desk.standing(entry.subject) == "questioned"
    assert "questioned" in {block.code for block in desk.blocks_of(1)}


def test_the_trail_names_people_on_the_screen_only(desk):
    person = person_called(desk, "Dijkstra")
    say(desk, PersonDecision(person_id=person.id, verdict=Verdict.KEEP, role="bestuurder"))
    assert "Dijkstra-Poelsma" in desk.trail()[-1].what
    assert "Dijkstra" not in desk.trail_csv()
    assert ME.name in desk.trail_csv()
