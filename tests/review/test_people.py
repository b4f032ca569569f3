from dataclasses import replace

import pytest

from lakmoes.model import (
    FindingKind,
    Person,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    Span,
    Suggestion,
    Treatment,
    Verdict,
    Withdrawal,
    digest_of,
)
from lakmoes.review import Log
from lakmoes.review.people import decisions_on, people, person_entries
from tests.builders import entry_of, finding_of, page_of

REDACT, KEEP = Verdict.REDACT, Verdict.KEEP
PAGE = page_of("Jan Visser, J. Visser, Visser, Piet Bakker, Bakker, Visser")
PLACES = {
    name: (start, start + len(name))
    for name, start in (
        ("Jan Visser", 0),
        ("J. Visser", 12),
        ("Visser", 23),
        ("Piet Bakker", 31),
        ("Bakker", 44),
    )
}


def person_of(person_id, *spellings, **other):
    """A person who stands once on the page in each spelling."""
    ordered = sorted(spellings, key=PLACES.get)
    values = {
        "id": person_id,
        "name": ordered[0],
        "spellings": tuple(sorted(spellings)),
        "role": "",
        "exempt": False,
        "spans": tuple(span_at(*PLACES[spelling]) for spelling in ordered),
        "written": tuple(ordered),
    }
    return Person(**(values | other))


def span_at(start, end):
    return Span(document_id=PAGE.document_id, page_index=0, start=start, end=end)


def log_of(*bodies):
    return Log(entry_of(body, number) for number, body in enumerate(bodies, 1))


def digests(*spellings):
    return tuple(map(digest_of, spellings))


def decided(person, verdict, *spellings):
    return PersonDecision(
        person_id=person,
        verdict=verdict,
        spellings=digests(*spellings),
        role="minister" if verdict is KEEP else "",
    )


def split(person, *spellings):
    return PersonSplit(person_id=person, spellings=digests(*spellings))


def merge(person, other):
    return PersonMerge(person_id=person, other_id=other)


VISSER = person_of("v", "Jan Visser", "J. Visser", "Visser", role="minister", exempt=True)
BAKKER = person_of("b", "Piet Bakker", "Bakker")


def seen(persons):
    return {person.name: person.written for person in persons}


def test_without_regroupings_the_register_is_sorted_by_name():
    assert people([BAKKER, VISSER], Log()) == (VISSER, BAKKER)


def test_merged_persons_are_one_with_the_first_ones_name():
    (person,) = people([BAKKER, VISSER], log_of(merge("b", "v")))
    assert (person.id, person.name) == ("b", "Piet Bakker")
    assert person.spellings == ("Bakker", "J. Visser", "Jan Visser", "Piet Bakker", "Visser")
    assert person.written == tuple(PAGE.quote(span) for span in person.spans)
    assert person.spans == tuple(sorted(person.spans, key=lambda span: span.start))


def test_spellings_that_are_split_off_are_a_person_without_a_role():
    other, staying = people([VISSER], log_of(split("v", "Visser", "J. Visser")))
    assert (staying.id, staying.written, staying.role, staying.exempt) == (
        "v",
        ("Jan Visser",),
        "minister",
        True,
    )
    assert (other.name, other.written, other.role, other.exempt) == (
        "J. Visser",
        ("J. Visser", "Visser"),
        "",
        False,
    )
    assert other.id not in {"v", ""}
    assert other.written == tuple(PAGE.quote(span) for span in other.spans)


def test_who_loses_the_fullest_name_goes_by_the_next():
    assert set(seen(people([VISSER], log_of(split("v", "Jan Visser"))))) == {"Jan Visser", "J. Visser"}


def test_who_is_split_off_has_the_same_id_whatever_the_order_of_the_spellings():
    ids = [
        {person.id for person in people([VISSER], log_of(split("v", *spellings)))}
        for spellings in (("Visser", "J. Visser"), ("J. Visser", "Visser"))
    ]
    assert ids[0] == ids[1]


def split_id(*spellings):
    return next(one.id for one in people([VISSER], log_of(split("v", *spellings))) if one.id != "v")


ALL_VISSER = ("Jan Visser", "J. Visser", "Visser")
ALL = (*ALL_VISSER, "Piet Bakker", "Bakker")


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([merge("v", "b"), Withdrawal(about="merge/b")], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        ([merge("v", "b"), merge("b", "v")], [ALL]),
        ([merge("v", "v")], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        ([merge("v", "gone"), merge("gone", "v")], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        ([merge("v", "b"), split("v", "Bakker")], [(*ALL_VISSER, "Piet Bakker"), ("Bakker",)]),
        ([merge("v", "b"), split("b", "Bakker")], [(*ALL_VISSER, "Piet Bakker"), ("Bakker",)]),
        ([split("v", "Visser"), merge("v", split_id("Visser"))], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        (
            [split("v", "Visser"), merge("b", split_id("Visser"))],
            [("Jan Visser", "J. Visser"), ("Visser", "Piet Bakker", "Bakker")],
        ),
        ([split("v", *ALL_VISSER)], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        ([split("v", "Smit")], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        ([split("gone", "Visser")], [ALL_VISSER, ("Piet Bakker", "Bakker")]),
        (
            [split("v", "Visser"), Withdrawal(about=split("v", "Visser").subject)],
            [ALL_VISSER, ("Piet Bakker", "Bakker")],
        ),
    ],
)
def test_regroupings_are_followed_in_their_order(bodies, expected):
    found = people([VISSER, BAKKER], log_of(*bodies))
    assert sorted(person.written for person in found) == sorted(expected)


def test_a_person_all_of_whose_spellings_are_someone_elses_goes():
    """So that a decision on the person does not hold for what was split off."""
    (person,) = people([VISSER], log_of(split("v", *ALL_VISSER)))
    assert person.id != "v"


def test_a_merger_that_is_redone_stands_where_it_stood():
    smit = person_of("s", "Visser", name="Smit")
    entries = [
        entry_of(merge("v", "b"), 1),
        entry_of(merge("s", "v"), 2),
        replace(entry_of(Withdrawal(about="merge/b"), 3), undoes=1),
        replace(entry_of(merge("v", "b"), 4), undoes=3),
    ]
    visser = person_of("v", "Jan Visser", "J. Visser")
    assert {one.id for one in people([visser, BAKKER, smit], Log(entries[:3]))} == {"s", "b"}
    assert {one.id for one in people([visser, BAKKER, smit], Log(entries))} == {"s"}


def test_a_split_that_is_redone_comes_before_the_merger_that_followed_it():
    parted = split("v", "Visser")
    entries = [
        entry_of(parted, 1),
        entry_of(merge("b", split_id("Visser")), 2),
        replace(entry_of(Withdrawal(about=parted.subject), 3), undoes=1),
        replace(entry_of(parted, 4), undoes=3),
    ]
    before, after = (people([VISSER, BAKKER], Log(some)) for some in (entries[:2], entries))
    assert before == after
    assert seen(after)["Piet Bakker"] == ("Visser", "Piet Bakker", "Bakker")


def test_persons_with_one_id_are_one():
    first, second = person_of("x", "Visser"), person_of("x", "Bakker")
    (person,) = people([first, second], Log())
    assert person.written == ("Visser", "Bakker")


def suggestions(kind=FindingKind.NAME):
    return {
        name: Suggestion(
            finding=replace(finding_of(PAGE, name, kind), span=span_at(*place)),
            grounds=("10.2.e",),
            treatment=Treatment.REDACT,
            reason="Reden.",
        )
        for name, place in PLACES.items()
    }


def settled(persons, *bodies):
    """Which decision holds at each place: its number in the log."""
    log = log_of(*bodies)
    named = suggestions()
    entries = person_entries(people(persons, log), named.values(), log)
    return {name: entries[one.id].id for name, one in named.items() if one.id in entries}


@pytest.mark.parametrize(
    ("persons", "bodies", "expected"),
    [
        ([VISSER, BAKKER], [], {}),
        ([VISSER, BAKKER], [decided("v", KEEP, *ALL_VISSER)], dict.fromkeys(ALL_VISSER, 1)),
        ([VISSER, BAKKER], [decided("v", REDACT)], dict.fromkeys(ALL_VISSER, 1)),
        ([VISSER], [decided("v", KEEP, "Visser"), decided("v", REDACT)], dict.fromkeys(ALL_VISSER, 2)),
        ([VISSER], [decided("v", KEEP, "Visser"), Withdrawal(about="person/v")], {}),
        ([VISSER], [decided("v", KEEP, "Jan Visser")], dict.fromkeys(ALL_VISSER, 1)),
        # Another detection knows the person under another id: only the spellings that were known.
        ([VISSER], [decided("old", KEEP, "Visser", "Jan Visser")], {"Visser": 1, "Jan Visser": 1}),
        ([VISSER], [decided("old", KEEP)], {}),
        # A namesake leaves in doubt who stays readable, not who is redacted.
        ([VISSER, person_of("n", "Visser", spans=(), written=())], [decided("old", KEEP, "Visser")], {}),
        (
            [VISSER, person_of("n", "Visser", spans=(), written=())],
            [decided("old", REDACT, "Visser")],
            {"Visser": 1},
        ),
        # Two persons of before that are one now, decided differently: what both bore is open.
        (
            [VISSER],
            [decided("old", KEEP, "Jan Visser", "Visser"), decided("older", REDACT, "J. Visser", "Visser")],
            {"Jan Visser": 1, "J. Visser": 2},
        ),
        ([VISSER], [decided("old", REDACT, "Visser"), decided("older", REDACT, "Visser")], {"Visser": 2}),
        # A person that took in someone on whom was decided otherwise.
        (
            [VISSER],
            [decided("old", REDACT, "J. Visser"), decided("v", KEEP, "Jan Visser", "Visser")],
            {"Jan Visser": 2, "Visser": 2, "J. Visser": 1},
        ),
        (
            [VISSER],
            [decided("old", REDACT, "J. Visser"), decided("v", KEEP, *ALL_VISSER)],
            dict.fromkeys(ALL_VISSER, 2),
        ),
        # Mergers: the first one's decision, else that of who was merged.
        (
            [VISSER, BAKKER],
            [decided("b", REDACT, "Bakker", "Piet Bakker"), decided("v", KEEP, *ALL_VISSER), merge("v", "b")],
            dict.fromkeys(ALL, 2),
        ),
        (
            [VISSER, BAKKER],
            [decided("v", REDACT, *ALL_VISSER), decided("b", KEEP, "Bakker"), merge("v", "b")],
            dict.fromkeys(ALL, 1),
        ),
        ([VISSER, BAKKER], [decided("b", REDACT, "Bakker"), merge("v", "b")], dict.fromkeys(ALL, 1)),
        # Splits: what was split off is decided anew, and stays so when the person is known by another id.
        (
            [VISSER],
            [decided("v", KEEP, *ALL_VISSER), split("v", "Visser")],
            {"Jan Visser": 1, "J. Visser": 1},
        ),
        (
            [VISSER],
            [
                decided("v", KEEP, *ALL_VISSER),
                split("v", "Visser"),
                decided(split_id("Visser"), REDACT, "Visser"),
            ],
            {"Jan Visser": 1, "J. Visser": 1, "Visser": 3},
        ),
        (
            [VISSER],
            [decided("old", KEEP, *ALL_VISSER), split("old", "Visser")],
            {"Jan Visser": 1, "J. Visser": 1},
        ),
    ],
)
def test_a_decision_on_a_person_holds_wherever_the_person_is_named(persons, bodies, expected):
    assert settled(persons, *bodies) == expected


def test_only_names_follow_a_person():
    log = log_of(decided("v", KEEP))
    remarks = suggestions(FindingKind.PERSONAL_REMARK)
    assert person_entries([VISSER], remarks.values(), log) == {}


def test_a_name_that_stands_elsewhere_than_the_register_has_it_is_open():
    log = log_of(decided("v", KEEP, *ALL_VISSER))
    name = suggestions()["Visser"]
    longer = replace(name, finding=replace(name.finding, span=span_at(23, 42)))
    assert person_entries([VISSER], [longer], log) == {}


@pytest.mark.parametrize(
    ("persons", "bodies", "expected"),
    [
        ([VISSER, BAKKER], [decided("v", KEEP)], {"v": 1}),
        ([VISSER, BAKKER], [decided("b", REDACT), merge("v", "b")], {"v": 1}),
        ([VISSER], [decided("old", KEEP, *ALL_VISSER)], {"v": 1}),
        ([VISSER], [decided("old", KEEP, "Visser")], {}),
        ([VISSER], [decided("old", REDACT, "Visser"), decided("v", KEEP, "Jan Visser")], {"v": 2}),
    ],
    ids=["on the person", "on who was merged", "on all spellings", "on one spelling", "one place otherwise"],
)
def test_the_decision_on_a_person_is_known(persons, bodies, expected):
    log = log_of(*bodies)
    found = decisions_on(people(persons, log), log)
    assert {person_id: entry.id for person_id, entry in found.items()} == expected


def test_a_person_is_written_in_some_way_everywhere():
    with pytest.raises(ValueError, match="written"):
        replace(VISSER, written=())
