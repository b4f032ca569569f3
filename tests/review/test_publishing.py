from dataclasses import replace

import pytest

from lakmoes import nl
from lakmoes.grounds import ground_book
from lakmoes.model import (
    Box,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Law,
    Motivation,
    PersonDecision,
    Region,
    Suggestion,
    Treatment,
    Verdict,
    Withdrawal,
    digest_of,
)
from lakmoes.review import Log, attach, review
from lakmoes.review.blocking import Block, Demands, Level, Reviewed
from lakmoes.review.consistency import inconsistencies
from lakmoes.review.publishing import blocks_of_dossier, motivation, uses
from tests.builders import SECOND, decision_on, entry_of, finding_of, page_of

PAGES = {name: page_of("Visser en Bakker", document_id=name) for name in ("d", "e")}
BOOK = ground_book(Law.WOB)
COMPLETE = "Wij vinden dat dit zwaarder weegt."
INCOMPLETE = f"Het gaat om {nl.TO_FILL_IN}: wat]."


def suggestion_of(document_id, text, *grounds):
    return Suggestion(
        finding=finding_of(PAGES[document_id], text),
        grounds=grounds,
        treatment=Treatment.REDACT,
        reason="Reden.",
    )


VISSER = suggestion_of("d", "Visser", "10.2.e")
BAKKER = suggestion_of("d", "Bakker", "10.2.e", "11.1")
ELSEWHERE = suggestion_of("e", "Visser", "10.1.c")


def log_of(*said):
    return Log(
        entry_of(*((one[0], number, one[1]) if isinstance(one, tuple) else (one, number)))
        for number, one in enumerate(said, 1)
    )


def reviewed(log, *suggestions, document_id="d", persons=None):
    page = PAGES[document_id]
    decisions = log.all_holding(Decision, document_id)
    attached = attach(suggestions, decisions, lambda span: digest_of(page.quote(span)))
    state = review(document_id, suggestions, attached, persons)
    return Reviewed(document_id=document_id, page_count=1, state=state)


def motivations_lacking(documents, log):
    blocks = blocks_of_dossier(documents, log, Demands(), BOOK, ())
    return [(block.code, block.ground, block.count) for block in blocks if block.ground]


def on(ground, text=COMPLETE, about=""):
    return Motivation(ground=ground, text=text, about=about)


def test_each_relative_ground_in_use_needs_a_motivation_and_an_absolute_one_does_not():
    log = log_of()
    documents = [reviewed(log, VISSER, BAKKER), reviewed(log, ELSEWHERE, document_id="e")]
    assert motivations_lacking(documents, log) == [
        ("motivation-missing", "10.2.e", 2),
        ("motivation-missing", "11.1", 1),
    ]
    first = blocks_of_dossier(documents, log, Demands(), BOOK, ())[1]
    assert (first.document_id, first.page_index, first.subject) == ("d", 0, f"suggestion/{VISSER.id}")
    assert first.level is Level.ERROR


PLACES = [f"suggestion/{one.id}" for one in (VISSER, BAKKER)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([on("10.2.e"), on("11.1")], []),
        ([on("10.2.e")], [("motivation-missing", "11.1", 1)]),
        ([on("11.1"), on("10.2.e", about=PLACES[0]), on("10.2.e", about=PLACES[1])], []),
        ([on("11.1"), on("10.2.e", about=PLACES[1])], [("motivation-missing", "10.2.e", 1)]),
        ([on("11.1"), on("10.2.e", INCOMPLETE)], [("motivation-incomplete", "10.2.e", 2)]),
        (
            [on("11.1"), on("10.2.e", INCOMPLETE), on("10.2.e", about=PLACES[0])],
            [("motivation-incomplete", "10.2.e", 1)],
        ),
        ([on("11.1"), on("10.2.e", "  ")], [("motivation-missing", "10.2.e", 2)]),
        (
            [on("11.1"), on("10.2.e"), Withdrawal(about=on("10.2.e").subject)],
            [("motivation-missing", "10.2.e", 2)],
        ),
    ],
)
def test_a_motivation_holds_for_the_dossier_or_for_a_place(said, expected):
    log = log_of(*said)
    assert motivations_lacking([reviewed(log, VISSER, BAKKER)], log) == expected


def test_a_place_may_be_motivated_by_its_person():
    person = PersonDecision(person_id="p", verdict=Verdict.REDACT)
    log = log_of(person, on("10.2.e", about=person.subject))
    document = reviewed(log, VISSER, persons={VISSER.id: log.entries[0]})
    assert motivations_lacking([document], log) == []


def test_what_stays_readable_uses_no_ground_and_a_drawn_box_does():
    region = Region(document_id="d", page_index=0, box=Box(x0=1, y0=1, x1=9, y1=9))
    box = Decision(verdict=Verdict.REDACT, grounds=("10.2.g",), region=region)
    log = log_of(decision_on(VISSER, PAGES["d"], Verdict.KEEP), box)
    assert list(uses([reviewed(log, VISSER)], log)) == ["10.2.g"]


@pytest.mark.parametrize(
    ("judgement", "other", "expected"),
    [
        (Judgement.NOT_PUBLIC, {"grounds": ("11.1",)}, ["11.1"]),
        (Judgement.ALREADY_PUBLIC, {"link": "x"}, []),
        (Judgement.OUT_OF_SCOPE, {}, []),
        (Judgement.PARTLY_PUBLIC, {}, ["10.2.e"]),
    ],
)
def test_a_document_judged_as_a_whole_uses_the_grounds_of_that_judgement(judgement, other, expected):
    decision = DocumentDecision(document_id="d", judgement=judgement, reason="Reden.", **other)
    log = log_of(decision)
    used = uses([reviewed(log, VISSER)], log)
    assert list(used) == expected
    if expected == ["11.1"]:
        assert motivations_lacking([reviewed(log, VISSER)], log) == [("motivation-missing", "11.1", 1)]
        motivated = log_of(decision, on("11.1", about=decision.subject))
        assert motivations_lacking([reviewed(motivated, VISSER)], motivated) == []


def test_the_motivation_that_holds_is_given():
    log = log_of(on("11.1", "Eerst."), on("11.1", " Later. "), on("11.1", "Hier.", about="x"))
    assert (motivation(log, "11.1"), motivation(log, "11.1", "x")) == ("Later.", "Hier.")
    assert motivation(log, "10.2.e") == ""


def test_unfinished_documents_are_counted():
    finished = Completion(document_id="d", progress=DocumentProgress.FINISHED)
    final = Completion(document_id="e", progress=DocumentProgress.FINAL)
    log = log_of(finished)
    documents = [reviewed(log), reviewed(log, document_id="e")]
    demands = Demands(second_review=True)
    assert blocks_of_dossier(documents, log, demands, BOOK, ()) == (
        Block(code="documents-not-finished"),
        Block(code="documents-not-final"),
    )
    assert blocks_of_dossier(documents, log, Demands(), BOOK, ()) == (Block(code="documents-not-finished"),)
    log.add(entry_of(replace(final, progress=DocumentProgress.FINISHED), 2))
    log.add(entry_of(final, 3, SECOND))
    assert [block.code for block in blocks_of_dossier(documents, log, demands, BOOK, ())] == [
        "documents-not-final"
    ]


def test_differences_between_equal_texts_ask_for_a_look():
    other = suggestion_of("e", "Visser", "10.2.e")
    log = log_of(
        decision_on(VISSER, PAGES["d"], Verdict.REDACT),
        decision_on(other, PAGES["e"], Verdict.KEEP),
        on("10.2.e"),
    )
    documents = [reviewed(log, VISSER), reviewed(log, other, document_id="e")]
    states = {document.document_id: document.state for document in documents}
    found = inconsistencies(states, {VISSER.id: "Visser", other.id: "Visser"}, {})
    block = blocks_of_dossier(documents, log, Demands(), BOOK, found)[-1]
    assert (block.code, block.count, block.document_id, block.level) == (
        "inconsistent",
        1,
        "d",
        Level.WARNING,
    )
