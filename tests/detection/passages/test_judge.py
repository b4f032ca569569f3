import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.passages.judge import Judge, read_judge, shipped_judge
from lakmoes.errors import ResourceError
from lakmoes.model import FindingKind
from lakmoes.nl import error_text

KINDS = (FindingKind.OPINION, FindingKind.OPERATIONAL)
JUDGE = Judge(kinds=KINDS, weights={"a": (2.0, -1.0), "b": (0.5, 0.5), "c": (-3.0, 1.0)})


def test_the_probability_is_the_share_of_the_exponentiated_sum():
    # e^2 / (1 + e^2 + e^-1) by hand
    assert JUDGE.probabilities({"a": 1.0})[FindingKind.OPINION] == pytest.approx(0.8437947)


def test_unknown_features_change_nothing():
    assert JUDGE.probabilities({"a": 1.0, "new": 5.0}) == JUDGE.probabilities({"a": 1.0})


def test_reasons_are_what_speaks_for_it_heaviest_first():
    reasons = JUDGE.reasons({"b": 1.0, "a": 1.0, "c": 1.0, "new": 1.0}, FindingKind.OPINION)
    assert reasons == [("a", 2.0), ("b", 0.5)]


@given(st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.floats(-500, 500)))
def test_probabilities_are_probabilities(features):
    chances = JUDGE.probabilities(features)
    assert all(0.0 <= chance <= 1.0 for chance in chances.values())
    assert sum(chances.values()) <= 1.0 + 1e-9


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "weights-missing"),
        ("no json", "weights-invalid"),
        (json.dumps({"kinds": ["opinion"]}), "weights-invalid"),
        (json.dumps({"kinds": ["nonsense"], "weights": {}}), "weights-invalid"),
        (json.dumps({"kinds": ["opinion"], "weights": {"a": [1.0, 2.0]}}), "weights-invalid"),
        (json.dumps({"kinds": ["opinion"], "weights": {"a": ["x"]}}), "weights-invalid"),
    ],
)
def test_weights_that_are_missing_or_wrong_are_told_by_their_own_name(tmp_path, content, code):
    path = tmp_path / "weights.json"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=code) as raised:
        read_judge(path)
    assert "weights in dossier.toml" in error_text(code, raised.value.locators)


def test_the_package_ships_weights_for_nine_kinds():
    judge = shipped_judge()
    assert len(judge.kinds) == 9
    assert all(len(row) == 9 for row in judge.weights.values())
