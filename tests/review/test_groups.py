from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.model import FindingKind
from lakmoes.review.groups import LIKENESS, Groups, Match

NAME, OPINION, TELEPHONE = FindingKind.NAME, FindingKind.OPINION, FindingKind.TELEPHONE


def groups_of(kind, *texts):
    named = {str(number): text for number, text in enumerate(texts)}
    return Groups(named, dict.fromkeys(named, kind))


def near(kind, *texts):
    return [match.suggestion_id for match in groups_of(kind, *texts).near("0")]


def test_identical_texts_are_of_one_kind_and_case():
    texts = {
        "a": "Jan de Vries",
        "b": "Jan de\n Vries",
        "c": "jan de vries",
        "d": "Jan de Vries",
        "e": "Jan Vries",
    }
    kinds = dict.fromkeys(texts, NAME) | {"d": FindingKind.TERM}
    groups = Groups(texts, kinds)
    assert groups.identical("a") == ("b",)
    assert groups.identical("b") == ("a",)
    assert groups.identical("c") == groups.identical("d") == ()


def test_answers_come_in_the_order_of_the_texts():
    groups = groups_of(NAME, "Vries", "Bakker", "Vries", "Vries")
    assert groups.identical("2") == ("0", "3")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. de Vries", "j. de vries"),
        ("J. de Vries", "J de Vries"),
        ("J.W. de Vries", "JW de Vries"),
        ("J.W. de Vries", "J. W. de Vries"),
        ("P.-J. de Vries", "P.J. de Vries"),
        ("J. de Vries", "J. Vries"),
        ("Van den Berg", "van der Berg"),
        ("J. v.d. Berg", "J. van den Berg"),
        ("A. 't Hart", "A. ’t Hart"),
        ("René Smit", "Rene Smit"),
        ("Rene\u0301 Smit", "René Smit"),
        ("O'Brien", "O’Brien"),
        ("Vries, J.W. de", "J.W. de Vries"),
        ("JAN BAKKER", "Jan Bakker"),
    ],
)
def test_names_that_are_written_otherwise_are_nearly_the_same(one, other):
    assert near(NAME, one, other) == ["1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. de Vries", "P. de Vries"),
        ("J. de Vries", "J.W. de Vries"),
        ("D. Berg", "Berg"),
        ("D. Berg", "V. Berg"),
        ("Jan Bakker", "Jan Bakkers"),
        ("Jan Bakker", "Jan Willem Bakker"),
        ("Van der", "Bakker"),
        ("?", "!"),
    ],
)
def test_other_names_are_not(one, other):
    assert near(NAME, one, other) == []


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        (TELEPHONE, "06-12345678", "06 12 34 56 78", True),
        (TELEPHONE, "06-12345678", "06-12345679", False),
        (FindingKind.EMAIL, "J.Smit@voorbeeld.nl", "jsmit@voorbeeld.nl", True),
        (FindingKind.ADDRESS, "Dorpsstraat 12, 1234 AB Ons Dorp", "Dorpsstraat 14, 1234 AB Ons Dorp", False),
        (FindingKind.ADDRESS, "Dorpsstraat 12, 1234 AB Ons Dorp", "Dorpsstraat 12 1234AB ONS DORP", True),
        (OPINION, "geen goed idee", "Geen goed idee.", True),
        (OPINION, "geen goed idee", "geen slecht idee", False),
    ],
)
def test_data_and_short_texts_may_differ_in_signs_only(kind, one, other, alike):
    assert bool(near(kind, one, other)) is alike


PASSAGE = "Wij vinden dit voorstel op dit moment niet verstandig omdat het geld op is"


@pytest.mark.parametrize(
    ("other", "likeness"),
    [
        (PASSAGE.replace("verstandig", "handig"), 26 / 28),
        (PASSAGE + " en blijft", 28 / 30),
        (PASSAGE.upper() + "!", 1.0),
        (" ".join(reversed(PASSAGE.split())), 1.0),
        (PASSAGE.replace("dit moment", "moment").replace("omdat het geld op is", "want"), None),
        ("Heel iets anders staat er in deze regel van het stuk", None),
    ],
)
def test_passages_are_nearly_the_same_when_most_words_are(other, likeness):
    found = groups_of(OPINION, PASSAGE, other).near("0")
    expected = (Match(suggestion_id="1", likeness=likeness),) if likeness else ()
    assert found == tuple(expected)


def test_the_most_alike_come_first_with_all_that_say_the_same():
    other, further = PASSAGE + " nu", PASSAGE + " nu en ook straks"
    assert near(OPINION, PASSAGE, further, other, PASSAGE, other) == ["2", "4", "1"]


def test_kinds_are_not_mixed():
    groups = Groups({"a": PASSAGE, "b": PASSAGE + " nu"}, {"a": OPINION, "b": FindingKind.INSPECTION})
    assert groups.near("a") == ()


def test_what_is_not_there_is_not_asked():
    with pytest.raises(KeyError):
        groups_of(NAME, "Vries").near("9")


WORDS = st.lists(st.sampled_from(list("abcdefg")), min_size=5, max_size=14).map(" ".join)


@given(st.lists(WORDS, min_size=2, max_size=12))
def test_the_index_finds_what_comparing_all_finds(texts):
    groups = groups_of(OPINION, *texts)
    found = {(str(one), match.suggestion_id) for one in range(len(texts)) for match in groups.near(str(one))}
    expected = {
        (str(one), str(other))
        for one, other in product(range(len(texts)), repeat=2)
        if texts[one] != texts[other] and dice(texts[one].split(), texts[other].split()) >= LIKENESS
    }
    assert found == expected


def dice(one, other):
    shared = sum(min(one.count(word), other.count(word)) for word in set(one))
    return 2 * shared / (len(one) + len(other))


NAMES = st.lists(st.sampled_from(["J. de Vries", "j vries", "Vries, J.", "JW Smit", "J.W. Smit"]), max_size=8)


@given(NAMES)
def test_being_alike_goes_both_ways(texts):
    groups = groups_of(NAME, *texts)
    pairs = {
        (str(one), match.suggestion_id, match.likeness)
        for one in range(len(texts))
        for match in groups.near(str(one))
    }
    assert pairs == {(other, one, likeness) for one, other, likeness in pairs}
    assert all(not set(groups.identical(one)) & {other} for one, other, _ in pairs)
