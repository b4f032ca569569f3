from dataclasses import replace

import pytest

from lakmoes.model import DocumentDecision, Judgement, PageSeen, Remark, Withdrawal
from lakmoes.review import Log
from tests.builders import entry_of

SEEN = PageSeen(document_id="a", page_index=0)


def test_the_last_word_on_a_subject_holds():
    log = Log([entry_of(SEEN, 1), entry_of(SEEN, 2)])
    assert log.holding(SEEN.subject).id == 2
    assert log.basis(SEEN.subject) == log.last == 2
    assert log.before(log.entries[1]).id == 1
    assert log.before(log.entries[0]) is None


def test_what_was_taken_back_holds_no_longer_and_is_not_forgotten():
    log = Log([entry_of(SEEN, 1), entry_of(Withdrawal(about=SEEN.subject), 2)])
    assert log.holding(SEEN.subject) is None
    assert log.all_holding(PageSeen) == []
    assert (log.basis(SEEN.subject), len(log.of(SEEN.subject))) == (2, 2)


def test_what_holds_is_given_by_kind_and_document():
    other = PageSeen(document_id="b", page_index=0)
    log = Log([entry_of(SEEN, 1), entry_of(other, 2), entry_of(SEEN, 3)])
    assert [entry.id for entry in log.all_holding(PageSeen)] == [2, 3]
    assert [entry.id for entry in log.all_holding(PageSeen, "b")] == [2]


def test_all_that_was_said_of_a_document_or_of_the_whole_dossier_is_given():
    whole = Remark(about="x", text="een")
    log = Log([entry_of(SEEN, 1), entry_of(whole, 2), entry_of(SEEN, 3)])
    assert [entry.id for entry in log.of_document("a")] == [1, 3]
    assert [entry.id for entry in log.of_document("")] == [2]
    assert log.of_document("b") == ()


def test_remarks_stand_beside_each_other():
    log = Log(entry_of(Remark(about="x", text=text), number) for number, text in ((1, "een"), (2, "twee")))
    assert [entry.body.text for entry in log.all_holding(Remark)] == ["een", "twee"]


def test_nobody_has_spoken_of_what_is_not_there():
    assert (Log().holding("x"), Log().basis("x"), Log().last) == (None, 0, 0)


def judged(reason):
    return DocumentDecision(document_id="a", judgement=Judgement.PUBLIC, reason=reason)


SUBJECT = judged("x").subject
GONE = Withdrawal(about=SUBJECT, document_id="a")


@pytest.mark.parametrize(
    ("said", "origins"),
    [
        ([(judged("een"), 0), (judged("twee"), 0)], [1, 2]),
        ([(judged("een"), 0), (GONE, 1)], [1, 0]),
        ([(judged("een"), 0), (GONE, 1), (judged("een"), 2)], [1, 0, 1]),
        ([(judged("een"), 0), (judged("twee"), 0), (judged("een"), 2), (judged("twee"), 3)], [1, 2, 1, 2]),
        ([(judged("een"), 0), (GONE, 0), (judged("een"), 2), (GONE, 3)], [1, 2, 1, 2]),
        ([(judged("een"), 0), (judged("iets anders"), 1)], [1, 2]),
        ([(judged("een"), 0), (judged("twee"), 9)], [1, 2]),
    ],
    ids=["new", "taken back", "redone", "earlier words", "a withdrawal too", "other words", "no such entry"],
)
def test_what_is_brought_back_was_first_said_earlier(said, origins):
    entries = [
        replace(entry_of(body, number), undoes=undoes) for number, (body, undoes) in enumerate(said, 1)
    ]
    assert [entry.origin for entry in Log(entries).entries] == origins
