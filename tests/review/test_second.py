import pytest

from lakmoes.errors import ReviewError
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
    PersonMerge,
    PersonSplit,
    Region,
    Reviewer,
    ReviewerRole,
    Verdict,
    Withdrawal,
)
from lakmoes.review import Log
from lakmoes.review.second import (
    Standing,
    assessment_of,
    assessments,
    check,
    check_assessment,
    check_completion,
    progress,
    standing,
)
from tests.builders import HANDLER, SECOND, entry_of

BOX = Region(document_id="d", page_index=0, box=Box(x0=1, y0=1, x1=9, y1=9))
REDACTED = Decision(verdict=Verdict.REDACT, grounds=("10.2.e",), region=BOX)
KEPT = Decision(verdict=Verdict.KEEP, region=BOX)
OPEN, FINISHED, FINAL = (Completion(document_id="d", progress=progress) for progress in DocumentProgress)


def log_of(*said):
    """A log; what is no entry yet is said by the handler."""
    return Log(
        entry_of(*((one[0], number, one[1]) if isinstance(one, tuple) else (one, number)))
        for number, one in enumerate(said, 1)
    )


def agreeing(entry, opinion=Opinion.AGREE):
    text = "Waarom?" if opinion is Opinion.QUESTION else ""
    return Assessment(about=REDACTED.subject, entry=entry, opinion=opinion, text=text, document_id="d")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([REDACTED], Standing.NONE),
        ([REDACTED, (agreeing(1), SECOND)], Standing.AGREED),
        ([REDACTED, (agreeing(1, Opinion.QUESTION), SECOND)], Standing.QUESTIONED),
        ([REDACTED, (agreeing(1, Opinion.QUESTION), SECOND), (agreeing(1), SECOND)], Standing.AGREED),
        ([REDACTED, (agreeing(1), SECOND), KEPT], Standing.NONE),
        (
            [REDACTED, (agreeing(1), SECOND), Withdrawal(about=REDACTED.subject, document_id="d")],
            Standing.NONE,
        ),
        ([REDACTED, KEPT, (agreeing(1), SECOND)], Standing.NONE),
        ([(agreeing(1), SECOND)], Standing.NONE),
        ([REDACTED, agreeing(1)], Standing.NONE),
        ([(REDACTED, SECOND), (agreeing(1), SECOND)], Standing.NONE),
    ],
)
def test_an_assessment_counts_only_for_the_entry_that_it_names(said, expected):
    log = log_of(*said)
    assert standing(log, REDACTED.subject) is expected
    assert (REDACTED.subject in assessments(log)) is (expected is not Standing.NONE)
    assert (assessment_of(log, REDACTED.subject) is None) is (expected is Standing.NONE)


@pytest.mark.parametrize(
    ("reviewer", "entry", "code"),
    [
        (SECOND, 1, None),
        (HANDLER, 1, "role-not-allowed"),
        (Reviewer(name="h.  HANDLER", role=ReviewerRole.REVIEWER), 1, "own-decision"),
        (SECOND, 9, "decided-meanwhile"),
    ],
)
def test_only_a_second_reviewer_judges_what_another_decided(reviewer, entry, code):
    log = log_of(REDACTED)
    if code is None:
        check_assessment(log, reviewer, agreeing(entry))
        return
    with pytest.raises(ReviewError) as caught:
        check_assessment(log, reviewer, agreeing(entry))
    assert caught.value.code == code


def test_what_was_withdrawn_cannot_be_judged():
    log = log_of(REDACTED, Withdrawal(about=REDACTED.subject, document_id="d"))
    with pytest.raises(ReviewError) as caught:
        check_assessment(log, SECOND, agreeing(1))
    assert (caught.value.code, caught.value.locators) == ("decided-meanwhile", {"entry": 2})


@pytest.mark.parametrize(
    ("said", "reviewer", "completion", "code"),
    [
        ([], HANDLER, FINISHED, None),
        ([FINISHED], HANDLER, OPEN, None),
        ([FINISHED], SECOND, FINAL, None),
        ([FINISHED], HANDLER, FINAL, "role-not-allowed"),
        ([], SECOND, FINAL, "not-finished-yet"),
        ([OPEN], SECOND, FINAL, "not-finished-yet"),
        ([FINISHED, OPEN], SECOND, FINAL, "not-finished-yet"),
        ([FINISHED, Withdrawal(about=FINISHED.subject, document_id="d")], SECOND, FINAL, "not-finished-yet"),
        ([(FINISHED, SECOND)], SECOND, FINAL, "own-decision"),
        ([FINISHED, (FINAL, SECOND), REDACTED], SECOND, FINAL, None),
    ],
)
def test_a_document_is_made_final_by_another_than_who_finished_it(said, reviewer, completion, code):
    log = log_of(*said)
    if code is None:
        check_completion(log, reviewer, completion)
        return
    with pytest.raises(ReviewError) as caught:
        check_completion(log, reviewer, completion)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("said", "reached"),
    [
        ([FINISHED, (FINAL, SECOND)], DocumentProgress.FINAL),
        ([FINISHED, FINAL], DocumentProgress.FINISHED),
        ([(FINISHED, SECOND), (FINAL, SECOND)], DocumentProgress.FINISHED),
        ([(FINAL, SECOND)], DocumentProgress.FINISHED),
        ([FINISHED, (FINAL, SECOND), KEPT, (FINAL, SECOND)], DocumentProgress.FINAL),
    ],
)
def test_final_counts_only_when_two_persons_said_so_however_it_came_into_the_log(said, reached):
    assert progress(log_of(*said), "d") is reached


@pytest.mark.parametrize(
    ("body", "code"),
    [(agreeing(1), "role-not-allowed"), (FINAL, "role-not-allowed"), (KEPT, None), (FINISHED, None)],
)
def test_what_a_handler_may_say(body, code):
    log = log_of(REDACTED)
    if code is None:
        check(log, HANDLER, body)
        return
    with pytest.raises(ReviewError) as caught:
        check(log, HANDLER, body)
    assert caught.value.code == code


def person(person_id):
    return PersonDecision(person_id=person_id, verdict=Verdict.REDACT)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ([], DocumentProgress.FINAL),
        ([KEPT], DocumentProgress.FINISHED),
        ([Withdrawal(about=REDACTED.subject, document_id="d")], DocumentProgress.FINISHED),
        ([Withdrawal(about=REDACTED.subject)], DocumentProgress.FINISHED),
        (
            [DocumentDecision(document_id="d", judgement=Judgement.PUBLIC, reason="x")],
            DocumentProgress.FINISHED,
        ),
        (
            [DocumentDecision(document_id="e", judgement=Judgement.PUBLIC, reason="x")],
            DocumentProgress.FINAL,
        ),
        ([PageSeen(document_id="d", page_index=0)], DocumentProgress.FINAL),
        ([person("p")], DocumentProgress.FINISHED),
        ([person("q")], DocumentProgress.FINAL),
        ([Withdrawal(about=person("p").subject)], DocumentProgress.FINISHED),
        ([PersonMerge(person_id="q", other_id="p")], DocumentProgress.FINISHED),
        ([PersonSplit(person_id="p", spellings=("s",))], DocumentProgress.FINISHED),
        ([PersonSplit(person_id="q", spellings=("s",))], DocumentProgress.FINAL),
        ([KEPT, (FINAL, SECOND)], DocumentProgress.FINAL),
        ([OPEN], DocumentProgress.OPEN),
        ([Withdrawal(about=FINAL.subject, document_id="d")], DocumentProgress.OPEN),
    ],
)
def test_final_lasts_until_something_of_the_document_is_decided(later, expected):
    log = log_of(person("p"), REDACTED, FINISHED, (FINAL, SECOND), *later)
    assert progress(log, "d", {"p"}) is expected


def test_final_ends_with_a_later_ruling_and_finished_does_not():
    log = log_of(REDACTED, FINISHED, (FINAL, SECOND))
    assert progress(log, "d", latest=3) is DocumentProgress.FINAL
    assert progress(log, "d", latest=4) is DocumentProgress.FINISHED
    assert progress(log_of(FINISHED, KEPT), "d", latest=2) is DocumentProgress.FINISHED
    assert progress(log_of(), "d") is DocumentProgress.OPEN
