from importlib.resources import files
from pathlib import Path

import pytest

from lakmoes.detection.passages.judge import read_judge, shipped_judge
from lakmoes.model import FindingKind
from lakmoes.training.passages import (
    KINDS,
    examples_in,
    fit,
    main,
    telling,
    write_judge,
)

WRITTEN = Path(str(files("lakmoes.training"))) / "written"


@pytest.fixture(scope="module")
def examples():
    return examples_in(WRITTEN)


@pytest.fixture(scope="module")
def judge(examples):
    return fit(examples)


def test_there_are_examples_of_every_kind_and_more_of_none(examples):
    counts = {kind: sum(example.kind is kind for example in examples) for kind in (None, *KINDS)}
    assert all(count >= 20 for count in counts.values())
    assert counts[None] > sum(counts[kind] for kind in KINDS)


def test_words_of_one_subject_get_no_weight(examples):
    words = {name.removeprefix("word:") for name in telling(examples) if name.startswith("word:")}
    assert words
    for word in words:
        assert len({e.source for e in examples if f"word:{word}" in e.features}) >= 3


def test_the_package_ships_the_weights_that_its_texts_give(judge):
    shipped = shipped_judge()
    assert judge.kinds == shipped.kinds
    assert set(judge.weights) ^ set(shipped.weights) <= {
        name
        for name in set(judge.weights) | set(shipped.weights)
        if max(map(abs, (judge.weights | shipped.weights)[name])) < 0.05
    }
    for name in set(judge.weights) & set(shipped.weights):
        assert judge.weights[name] == pytest.approx(shipped.weights[name], abs=0.05)


def test_the_fit_explains_its_own_texts(examples, judge):
    right = 0
    for example in examples:
        chances = judge.probabilities(example.features)
        best = max(chances, key=lambda kind: chances[kind])
        right += (best if chances[best] >= 0.45 else None) is example.kind
    assert right / len(examples) > 0.93


def test_texts_left_out_are_judged_by_the_others(examples):
    """Every fourth text is judged by weights that were fitted without it."""
    sources = sorted({example.source for example in examples})
    held = set(sources[::4])
    judge = fit([example for example in examples if example.source not in held])
    true = found = right = 0
    for example in (example for example in examples if example.source in held):
        chances = judge.probabilities(example.features)
        opinion = max(chances, key=lambda kind: chances[kind]) is FindingKind.OPINION
        opinion = opinion and chances[FindingKind.OPINION] >= 0.45
        true += example.size * (example.kind is FindingKind.OPINION)
        found += example.size * opinion
        right += example.size * (opinion and example.kind is FindingKind.OPINION)
    assert right / true > 0.75
    assert right / found > 0.75


def test_weights_are_written_and_read_back_the_same(tmp_path, judge):
    write_judge(judge, tmp_path / "weights.json")
    assert read_judge(tmp_path / "weights.json") == judge


def test_the_command_writes_weights(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("een", "twee", "drie"):
        body = "kind: memo\n\nDe brief is weg.\n\n{o|Ik vind dit een slecht plan.}\n"
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    main([str(folder), str(tmp_path / "weights.json")])
    assert "word:slecht" in read_judge(tmp_path / "weights.json").weights
