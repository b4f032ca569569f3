import itertools
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes.errors import ReviewError
from lakmoes.model import (
    DocumentDecision,
    Judgement,
    PageSeen,
    PersonDecision,
    Remark,
    Verdict,
    Withdrawal,
)
from lakmoes.nl import ERRORS
from lakmoes.review import Log
from lakmoes.review.undo import redoing, undo, undoing
from tests.builders import HANDLER, SECOND, entry_of

DOCUMENTS = ("a", "b", "c")


def judged(document, reason):
    return DocumentDecision(document_id=document, judgement=Judgement.PUBLIC, reason=reason)


def subject(document):
    return judged(document, "x").subject


class Desk:
    """Says things as the app does: every act is one batch, and no entry is added on a stale basis."""

    def __init__(self):
        self.log = Log()
        self._acts = itertools.count(1)

    def act(self, reviewer, *bodies):
        return self._add(reviewer, [(body, 0, self.log.basis(body.subject)) for body in bodies])

    def undo(self, reviewer, document=None):
        return self._take_back(reviewer, undoing(self.log, reviewer, document))

    def redo(self, reviewer, document=None):
        return self._take_back(reviewer, redoing(self.log, reviewer, document))

    def _take_back(self, reviewer, act):
        return self._add(reviewer, undo(self.log, act))

    def _add(self, reviewer, said):
        assert all(self.log.basis(body.subject) == basis for body, _, basis in said)
        batch = f"{next(self._acts):x}"
        for body, undoes, _ in said:
            entry = entry_of(body, self.log.last + 1, reviewer)
            self.log.add(replace(entry, batch=batch, undoes=undoes))
        return len(said)

    @property
    def holding(self):
        """What holds for each document: the reason that was typed."""
        held = {document: self.log.holding(subject(document)) for document in DOCUMENTS}
        return {document: entry.body.reason for document, entry in held.items() if entry}


class Editor:
    """What an editor with a stack for each person would do: the reference."""

    def __init__(self):
        self.holding = {}
        self._done = defaultdict(list)
        self._undone = defaultdict(list)

    def act(self, reviewer, words):
        change = {document: (self.holding.get(document), word) for document, word in words.items()}
        self.holding.update(words)
        self._done[reviewer].append(change)
        self._undone[reviewer].clear()

    def undo(self, reviewer):
        return self._move(self._done[reviewer], self._undone[reviewer])

    def redo(self, reviewer):
        return self._move(self._undone[reviewer], self._done[reviewer])

    def _move(self, source, target):
        """Turns the last change around; ``None`` where what it made is no longer what holds."""
        if not source:
            return 0
        if any(self.holding.get(document) != after for document, (_, after) in source[-1].items()):
            return None
        change = source.pop()
        for document, (before, _) in change.items():
            self.holding[document] = before
            if before is None:
                del self.holding[document]
        target.append({document: (after, before) for document, (before, after) in change.items()})
        return len(change)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["act", "act", "undo", "undo", "redo"]),
        st.sampled_from([HANDLER, SECOND]),
        st.sets(st.sampled_from(DOCUMENTS), min_size=1),
    ),
    max_size=25,
)


@settings(max_examples=400)
@given(STEPS)
def test_any_order_of_acts_of_two_people_ends_as_in_an_editor(steps):
    desk, editor = Desk(), Editor()
    for number, (step, reviewer, documents) in enumerate(steps):
        if step == "act":
            words = {document: f"{number} {document}" for document in sorted(documents)}
            desk.act(reviewer, *(judged(document, word) for document, word in words.items()))
            editor.act(reviewer, words)
        else:
            expected = getattr(editor, step)(reviewer)
            if expected is None:
                with pytest.raises(ReviewError) as refusal:
                    getattr(desk, step)(reviewer)
                assert refusal.value.code == "decided-meanwhile"
            else:
                assert getattr(desk, step)(reviewer) == expected
        assert desk.holding == editor.holding


@settings(max_examples=400)
@given(STEPS)
def test_each_document_has_a_stack_of_its_own(steps):
    """Acts on one document each: in every document it goes as in an editor for that document alone."""
    desk, editors = Desk(), defaultdict(Editor)
    for number, (step, reviewer, documents) in enumerate(steps):
        document = min(documents)
        if step == "act":
            desk.act(reviewer, judged(document, f"{number}"))
            editors[document].act(reviewer, {document: f"{number}"})
            continue
        expected = getattr(editors[document], step)(reviewer)
        if expected is None:
            with pytest.raises(ReviewError):
                getattr(desk, step)(reviewer, document)
        else:
            assert getattr(desk, step)(reviewer, document) == expected
        assert desk.holding == {name: word for one in editors.values() for name, word in one.holding.items()}


SCOPES = st.one_of(st.none(), st.sampled_from(DOCUMENTS))


@settings(max_examples=400)
@given(STEPS, st.lists(SCOPES, min_size=25, max_size=25))
def test_whatever_is_undone_from_anywhere_no_later_word_is_lost(steps, scopes):
    """Across stacks: an act is taken back whole or not at all, and redoing brings the very state back."""
    desk = Desk()
    for number, ((step, reviewer, documents), scope) in enumerate(zip(steps, scopes, strict=False)):
        if step == "act":
            desk.act(reviewer, *(judged(document, f"{number}") for document in sorted(documents)))
            continue
        before, size = desk.holding, len(desk.log.entries)
        act = (undoing if step == "undo" else redoing)(desk.log, reviewer, scope)
        origins = {entry.subject: entry.origin for entry in act}
        untouched = all(desk.log.of(name)[-1].origin == origin for name, origin in origins.items())
        try:
            getattr(desk, step)(reviewer, scope)
        except ReviewError:
            assert not untouched
            assert (desk.holding, len(desk.log.entries)) == (before, size)
            continue
        assert untouched
        if act:
            (desk.redo if step == "undo" else desk.undo)(reviewer, scope)
            assert desk.holding == before


def test_undo_and_redo_go_step_by_step():
    desk = Desk()
    for reason in ("een", "twee", "drie"):
        desk.act(HANDLER, judged("a", reason))
    seen = []
    for step in (desk.undo, desk.undo, desk.redo, desk.redo, desk.redo, desk.undo):
        step(HANDLER)
        seen.append(desk.holding["a"])
    assert seen == ["twee", "een", "twee", "drie", "drie", "twee"]
    desk.act(HANDLER, judged("a", "vier"))
    assert desk.redo(HANDLER) == 0
    desk.undo(HANDLER)
    assert desk.holding["a"] == "twee"


def test_what_nobody_had_said_is_withdrawn():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    (said,) = undo(desk.log, undoing(desk.log, HANDLER))
    assert said == (Withdrawal(about=subject("a"), document_id="a"), 1, 1)


def test_a_withdrawal_is_taken_back_too():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    desk.act(HANDLER, Withdrawal(about=subject("a")))
    desk.undo(HANDLER, "a")
    assert desk.holding == {"a": "een"}
    desk.redo(HANDLER, "a")
    assert desk.holding == {}


def test_an_act_on_many_subjects_is_taken_back_at_once():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"), judged("b", "een"))
    assert desk.undo(HANDLER, "b") == 2
    assert desk.holding == {}


def test_entries_of_no_batch_are_acts_of_their_own():
    log = Log(entry_of(judged(document, "een"), number) for number, document in enumerate("ab", 1))
    assert [entry.id for entry in undoing(log, HANDLER)] == [2]


def test_a_subject_that_an_act_speaks_of_twice_goes_back_to_before_it():
    desk = Desk()
    desk.act(HANDLER, judged("a", "nul"))
    desk.act(HANDLER, judged("a", "een"), judged("a", "twee"))
    assert desk.undo(HANDLER) == 1
    assert desk.holding == {"a": "nul"}
    desk.redo(HANDLER)
    assert desk.holding == {"a": "twee"}


def test_what_happened_is_not_taken_back_and_does_not_stand_in_the_way():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    desk.undo(HANDLER, "a")
    desk.act(HANDLER, PageSeen(document_id="a", page_index=0))
    desk.act(HANDLER, Remark(about=subject("a"), text="Klopt dit?", document_id="a"))
    assert undoing(desk.log, HANDLER, "a") == ()
    desk.redo(HANDLER, "a")
    assert desk.holding == {"a": "een"}


def test_acts_are_those_of_a_person_whatever_the_role():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    assert undoing(desk.log, SECOND) == ()
    assert undoing(desk.log, replace(SECOND, name=HANDLER.name))


def test_acts_on_persons_belong_to_the_dossier():
    desk = Desk()
    desk.act(HANDLER, PersonDecision(person_id="p", verdict=Verdict.REDACT))
    assert undoing(desk.log, HANDLER, "a") == ()
    assert desk.undo(HANDLER) == 1
    assert desk.log.holding("person/p") is None


def test_what_someone_else_decided_since_is_shown():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    desk.act(SECOND, judged("a", "twee"))
    with pytest.raises(ReviewError) as refusal:
        desk.undo(HANDLER)
    assert (refusal.value.code, refusal.value.locators) == ("decided-meanwhile", {"entry": 2})
    desk.undo(SECOND)
    desk.undo(HANDLER)
    assert desk.holding == {}


def test_what_is_shown_is_who_said_it_and_not_who_brought_it_back():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"))
    desk.act(SECOND, judged("a", "twee"))
    desk.act(HANDLER, judged("a", "drie"))
    desk.undo(HANDLER)
    with pytest.raises(ReviewError) as refusal:
        desk.undo(HANDLER)
    assert (refusal.value.code, refusal.value.locators) == ("decided-meanwhile", {"entry": 2})


def test_what_one_decided_since_in_another_document_comes_first():
    desk = Desk()
    desk.act(HANDLER, judged("a", "een"), judged("b", "een"))
    desk.act(HANDLER, judged("b", "twee"))
    with pytest.raises(ReviewError) as refusal:
        desk.undo(HANDLER, "a")
    assert refusal.value.code == "decided-since"
    assert refusal.value.code in ERRORS
    desk.undo(HANDLER, "b")
    desk.undo(HANDLER, "a")
    assert desk.holding == {}


def test_nothing_is_taken_back_where_nobody_did_anything():
    assert (undoing(Log(), HANDLER), redoing(Log(), HANDLER), undo(Log(), ())) == ((), (), ())
