from dataclasses import replace

import pytest

from lakmoes import nl
from lakmoes.model import (
    Assessment,
    Box,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Opinion,
    PageSeen,
    PersonDecision,
    Region,
    Suggestion,
    Treatment,
    Verdict,
    Withdrawal,
    digest_of,
)
from lakmoes.review import Log, attach, review
from lakmoes.review.blocking import (
    Block,
    Demands,
    Level,
    Reviewed,
    blocks_of_document,
    hindering,
)
from tests.builders import SECOND, anchor_of, decision_on, entry_of, finding_of, page_of, span_of

PAGE = page_of("Visser en Bakker en Vos", document_id="d")
WHOLE_PAGE = Region(document_id="d", page_index=1, box=Box(x0=0, y0=0, x1=595, y1=842))
VISSER, BAKKER = (
    Suggestion(
        finding=finding_of(PAGE, text), grounds=("10.2.e",), treatment=Treatment.REDACT, reason="Reden."
    )
    for text in ("Visser", "Bakker")
)
FINISHED, FINAL = (
    Completion(document_id="d", progress=progress)
    for progress in (DocumentProgress.FINISHED, DocumentProgress.FINAL)
)
NOTHING = Demands()
BOTH = Demands(second_review=True, pages_seen=True)


def redact(suggestion):
    return decision_on(suggestion, PAGE, Verdict.REDACT)


def own_text(text, digest=None):
    anchor = anchor_of(PAGE, span_of(PAGE, text))
    anchor = replace(anchor, digest=digest_of(digest)) if digest else anchor
    return Decision(verdict=Verdict.REDACT, grounds=("11.1",), anchor=anchor)


def box(page_index=0, verdict=Verdict.REDACT, region=None):
    region = region or Region(document_id="d", page_index=page_index, box=Box(x0=1, y0=1, x1=9, y1=9))
    grounds = ("11.1",) if verdict is Verdict.REDACT else ()
    return Decision(verdict=verdict, grounds=grounds, region=region)


def asking(about, entry):
    return Assessment(about=about, entry=entry, opinion=Opinion.QUESTION, text="Waarom?", document_id="d")


def whole(judgement, **other):
    details = {
        Judgement.NOT_PUBLIC: {"grounds": ("11.1",)},
        Judgement.ALREADY_PUBLIC: {"link": "https://example.org"},
        Judgement.DUPLICATE: {"duplicate_of": 2},
    }.get(judgement, {})
    return DocumentDecision(document_id="d", judgement=judgement, reason="Reden.", **details, **other)


def log_of(*said):
    return Log(
        entry_of(*((one[0], number, one[1]) if isinstance(one, tuple) else (one, number)))
        for number, one in enumerate(said, 1)
    )


def reviewed(log, suggestions=(), **other):
    decisions = log.all_holding(Decision, "d")
    attached = attach(suggestions, decisions, lambda span: digest_of(PAGE.quote(span)))
    values = {"document_id": "d", "page_count": 1, "state": review("d", suggestions, attached)}
    return Reviewed(**(values | other))


def codes(log, suggestions=(), demands=NOTHING, **other):
    return [block.code for block in blocks_of_document(reviewed(log, suggestions, **other), log, demands)]


def test_nothing_stands_in_the_way_of_a_finished_document():
    log = log_of(redact(VISSER), FINISHED)
    assert codes(log, [VISSER]) == []


def test_open_suggestions_are_counted_and_the_first_is_named():
    log = log_of(FINISHED)
    assert blocks_of_document(reviewed(log, [VISSER, BAKKER]), log, NOTHING) == (
        Block(code="open", document_id="d", count=2, page_index=0, subject=f"suggestion/{VISSER.id}"),
    )
    assert codes(log_of(redact(VISSER), redact(BAKKER), FINISHED), [VISSER, BAKKER]) == []


def test_a_decision_whose_text_changed_stands_in_the_way_until_it_is_withdrawn():
    stale = own_text("Vos", digest="Wolf")
    log = log_of(stale, FINISHED)
    assert blocks_of_document(reviewed(log), log, NOTHING)[0] == Block(
        code="stale", document_id="d", page_index=0, subject=stale.subject
    )
    assert codes(log_of(stale, Withdrawal(about=stale.subject, document_id="d"), FINISHED)) == []


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ([redact(VISSER), (asking(redact(VISSER).subject, 1), SECOND)], True),
        ([redact(VISSER), (asking(redact(VISSER).subject, 1), SECOND), redact(VISSER)], False),
        ([redact(VISSER), whole(Judgement.PARTLY_PUBLIC), (asking("judgement/d", 2), SECOND)], True),
    ],
)
def test_a_question_stands_in_the_way_until_it_is_answered_by_a_decision(said, is_asked):
    assert codes(log_of(*said, FINISHED), [VISSER]) == ["questioned"] * is_asked


def test_a_question_on_a_person_stands_in_the_way_of_documents_that_name_the_person():
    person = PersonDecision(person_id="p", verdict=Verdict.REDACT)
    log = log_of(person, (asking(person.subject, 1), SECOND), FINISHED)
    state = review("d", [VISSER], persons={VISSER.id: log.entries[0]})
    assert codes(log, state=state) == ["questioned"]
    assert codes(log, state=review("d", [])) == []


def test_unseen_pages_stand_in_the_way_where_the_dossier_demands_it():
    log = log_of(PageSeen(document_id="d", page_index=1), FINISHED)
    assert codes(log, page_count=3) == []
    blocks = blocks_of_document(reviewed(log, page_count=3), log, Demands(pages_seen=True))
    assert blocks == (Block(code="unseen", document_id="d", count=2, page_index=0),)


@pytest.mark.parametrize(
    ("said", "is_read"),
    [
        ([], False),
        ([PageSeen(document_id="d", page_index=1)], False),
        ([box(page_index=0)], False),
        ([box(page_index=1)], True),
        ([box(page_index=1, verdict=Verdict.KEEP)], False),
        ([box(region=WHOLE_PAGE)], True),
        ([box(region=WHOLE_PAGE, verdict=Verdict.KEEP)], True),
        ([box(region=WHOLE_PAGE), Withdrawal(about=box(region=WHOLE_PAGE).subject, document_id="d")], False),
        ([whole(Judgement.NOT_PUBLIC)], True),
    ],
)
def test_a_page_that_no_machine_read_needs_a_decision_of_a_person(said, is_read):
    found = codes(log_of(*said, FINISHED), page_count=2, unread=(WHOLE_PAGE,))
    assert found == ([] if is_read else ["unread"])


def test_a_picture_that_was_not_searched_asks_for_a_look():
    log = log_of(FINISHED)
    block = blocks_of_document(reviewed(log, page_count=2, pictured=(1,)), log, NOTHING)[0]
    assert (block.code, block.page_index, block.level) == ("pictured", 1, Level.WARNING)
    seen = log_of(PageSeen(document_id="d", page_index=1), FINISHED)
    assert codes(seen, page_count=2, pictured=(1,)) == []


@pytest.mark.parametrize("judgement", [Judgement.NOT_PUBLIC, Judgement.ALREADY_PUBLIC, Judgement.DUPLICATE])
def test_a_document_that_is_withheld_needs_no_decisions_on_its_places(judgement):
    log = log_of(own_text("Vos", digest="Wolf"), whole(judgement))
    other = {"page_count": 2, "unread": (WHOLE_PAGE,), "pictured": (0,)}
    assert codes(log, [VISSER], BOTH, **other) == ["not-finished"]
    assert codes(log, [VISSER], BOTH, state=None) == ["not-finished"]


def test_a_suspended_document_is_mentioned():
    assert codes(log_of(whole(Judgement.SUSPENDED), FINISHED), [VISSER]) == ["suspended"]


def test_a_document_that_cannot_be_handled_stands_in_the_way():
    assert codes(log_of(FINISHED), state=None) == ["not-handled"]
    assert codes(log_of(whole(Judgement.UNDETERMINED), FINISHED)) == ["not-handled"]


def test_a_document_that_is_called_public_has_no_redactions():
    log = log_of(redact(VISSER), whole(Judgement.PUBLIC), FINISHED)
    assert codes(log, [VISSER]) == ["public-with-redactions"]
    kept = log_of(decision_on(VISSER, PAGE, Verdict.KEEP), whole(Judgement.PUBLIC), FINISHED)
    assert codes(kept, [VISSER]) == []


@pytest.mark.parametrize(
    ("said", "second_review", "expected"),
    [
        ([], False, ["not-finished"]),
        ([], True, ["not-finished"]),
        ([FINISHED], False, []),
        ([FINISHED], True, ["not-final"]),
        ([FINISHED, (FINAL, SECOND)], True, []),
        ([FINISHED, (FINAL, SECOND), box()], True, ["not-final"]),
        ([FINISHED, (FINAL, SECOND), box()], False, []),
    ],
)
def test_how_far_a_document_must_be(said, second_review, expected):
    assert codes(log_of(*said), demands=Demands(second_review=second_review)) == expected


def test_final_ends_when_a_person_named_in_the_document_is_decided_on_later():
    log = log_of(FINISHED, (FINAL, SECOND), PersonDecision(person_id="p", verdict=Verdict.REDACT))
    demands = Demands(second_review=True)
    assert codes(log, demands=demands, persons=frozenset({"q"})) == []
    assert codes(log, demands=demands, persons=frozenset({"p"})) == ["not-final"]
    named = review("d", [VISSER], persons={VISSER.id: log.entries[-1]})
    assert codes(log, demands=demands, state=named) == ["not-final"]


@pytest.mark.parametrize(
    ("codes_left", "aim", "expected"),
    [
        (["open", "not-finished", "pictured"], DocumentProgress.FINISHED, ["open"]),
        (["questioned", "not-finished"], DocumentProgress.FINISHED, []),
        (["questioned", "not-final"], DocumentProgress.FINAL, ["questioned"]),
        (["open", "unread"], DocumentProgress.OPEN, []),
    ],
)
def test_what_hinders_finishing_and_making_final(codes_left, aim, expected):
    blocks = [Block(code=code) for code in codes_left]
    assert [block.code for block in hindering(blocks, aim)] == expected


@pytest.mark.parametrize("code", nl.BLOCKS)
@pytest.mark.parametrize("count", [1, 1200])
def test_every_block_says_where_what_and_what_to_do(code, count):
    text = nl.block_text(code, document=3, page=4, count=count, ground="10.2.e")
    assert text.startswith("Document 3, bladzijde 4: " if count == 1 else "Document 3, vanaf bladzijde 4: ")
    assert "{" not in text
    assert text.count(". ") >= 1
    assert text.endswith(".")
    assert nl.block_text(code, document=3, page=None, count=count).startswith("Document 3: ")
    alone = nl.block_text(code, document=None, page=None, count=count)
    assert alone[0].isupper() or alone[0].isdigit()
    if count > 1:
        assert "1.200" in text
