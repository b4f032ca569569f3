import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lakmoes.detection.tagger.decoding import FOLLOWERS, names_in
from lakmoes.detection.tagger.network import LABELS


def table(rows, sure=0.9):
    """Probabilities in which each word has one likely label."""
    probabilities = np.full((len(rows), len(LABELS)), (1 - sure) / (len(LABELS) - 1), dtype=np.float32)
    for place, label in enumerate(rows):
        probabilities[place, LABELS.index(label)] = sure
    return probabilities


CASES = [
    ("OUO", [(1, 2)]),
    ("OBILO", [(1, 4)]),
    ("BLU", [(0, 2), (2, 3)]),
    ("OOO", []),
    ("", []),
    ("BIO", [(0, 2)]),
]


@pytest.mark.parametrize(("labels", "ranges"), CASES, ids=[labels for labels, _ in CASES])
def test_names_are_read_from_labels_also_where_they_contradict(labels, ranges):
    assert [(name.first, name.last) for name in names_in(table(labels))] == ranges


def test_the_score_is_the_mean_probability_of_a_name():
    (name,) = names_in(table("OUO", sure=0.96))
    assert name.score == pytest.approx(0.99, abs=0.001)


@given(
    arrays(np.float32, st.tuples(st.integers(0, 12), st.just(5)), elements=st.floats(0.015625, 1, width=32))
)
def test_names_never_overlap_and_are_in_order(raw):
    found = list(names_in(raw / raw.sum(axis=1, keepdims=True)))
    edges = [edge for name in found for edge in (name.first, name.last)]
    assert edges == sorted(edges)
    assert all(name.first < name.last <= len(raw) for name in found)
    assert all(0 <= name.score <= 1.0001 for name in found)


def test_a_name_can_only_go_on_from_its_beginning():
    beginning, inner, last = (LABELS.index(label) for label in "BIL")
    assert set(FOLLOWERS[beginning]) == set(FOLLOWERS[inner]) == {inner, last}
