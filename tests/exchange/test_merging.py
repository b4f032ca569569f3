from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lakmoes.exchange.merging import merge
from lakmoes.model import PageSeen, PersonDecision, Remark, Verdict, Withdrawal
from lakmoes.review import Log
from tests.builders import HANDLER, SECOND, entry_of


def said(person, verdict, number, reviewer=HANDLER):
    return entry_of(PersonDecision(person_id=person, verdict=verdict, role="rol"), number, reviewer)


KEEP, REDACT = Verdict.KEEP, Verdict.REDACT
FIRST = said("p", KEEP, 1)


def bodies(entries):
    return [entry.body for entry in entries]


def test_what_another_decided_is_taken_over_with_its_maker_and_moment():
    theirs = said("q", REDACT, 2, SECOND)
    merged = merge([FIRST], [[FIRST, theirs]])
    assert merged.added == (replace(theirs, id=0),)
    assert (merged.known, merged.conflicts) == (1, ())


def test_nothing_comes_twice():
    assert merge([FIRST], [[FIRST], [FIRST]]).added == ()
    theirs = said("q", REDACT, 2)
    assert len(merge([], [[theirs], [theirs]]).added) == 1


def test_a_later_word_on_what_both_knew_supersedes_it():
    theirs = said("p", REDACT, 2, SECOND)
    merged = merge([FIRST], [[FIRST, theirs]])
    assert (bodies(merged.added), merged.conflicts) == ([theirs.body], ())


def test_two_different_words_are_a_conflict_and_neither_is_taken_over():
    mine, theirs = said("p", KEEP, 2), said("p", REDACT, 3, SECOND)
    merged = merge([mine], [[theirs]])
    assert merged.added == ()
    assert [(one.subject, one.entries) for one in merged.conflicts] == [("person/p", (mine, theirs))]
    between = merge([], [[mine], [theirs]])
    assert (between.added, len(between.conflicts)) == ((), 1)


def test_the_same_word_of_two_people_is_no_conflict():
    mine, theirs = said("p", KEEP, 2), said("p", KEEP, 3, SECOND)
    merged = merge([mine], [[theirs]])
    assert (len(merged.added), merged.conflicts) == (1, ())


def test_taking_back_contradicts_deciding():
    withdrawn = entry_of(Withdrawal(about="person/p"), 4, SECOND)
    merged = merge([FIRST, said("p", REDACT, 2)], [[FIRST, withdrawn]])
    assert [one.subject for one in merged.conflicts] == ["person/p"]


def test_remarks_and_seen_pages_stand_beside_each_other():
    mine = [entry_of(Remark(about="x", text="een"), 1), entry_of(PageSeen(document_id="a", page_index=0), 2)]
    theirs = [
        entry_of(Remark(about="x", text="twee"), 3, SECOND),
        entry_of(PageSeen(document_id="a", page_index=0), 4, SECOND),
    ]
    merged = merge(mine, [theirs])
    assert (len(merged.added), merged.conflicts) == (2, ())


entries = st.lists(
    st.tuples(st.sampled_from("pqr"), st.sampled_from(list(Verdict)), st.sampled_from([HANDLER, SECOND])),
    max_size=8,
)


@given(shared=entries, mine=entries, theirs=entries)
def test_merging_takes_over_all_that_is_in_no_conflict(shared, mine, theirs):
    logs = [
        [said(*values[:2], number, values[2]) for number, values in enumerate(part, start=start)]
        for part, start in ((shared, 1), (mine, 100), (theirs, 200))
    ]
    own, other = [*logs[0], *logs[1]], [*logs[0], *logs[2]]
    merged = merge(own, [other])
    settled = {conflict.subject for conflict in merged.conflicts}
    after = Log([*own, *(replace(entry, id=1000 + at) for at, entry in enumerate(merged.added))])
    for subject in {entry.subject for entry in logs[2]} - settled:
        assert after.holding(subject).body == Log(logs[2]).holding(subject).body
    for subject in settled:
        assert after.holding(subject) == Log(own).holding(subject)
    again = merge(after.entries, [other])
    assert again.added == ()
