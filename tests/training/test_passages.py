from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from lakmoes.detection.passages.judge import read_judge, shipped_judge
from lakmoes.model import FindingKind
from lakmoes.training import passages
from lakmoes.training.annotated import texts_in
from lakmoes.training.passages import (
    CLASSES,
    KINDS,
    examples_in,
    fit,
    main,
    objective_of,
    telling,
    write_judge,
    write_weights,
    write_weights_without,
)

WRITTEN = Path(str(files("lakmoes.training"))) / "written"


@pytest.fixture(scope="module")
def examples():
    return examples_in(WRITTEN)


@pytest.fixture(scope="module")
def few(examples):
    """The examples of the first hundred sources, few enough to fit again."""
    kept = set(sorted({example.source for example in examples})[:100])
    return [example for example in examples if example.source in kept]


@pytest.fixture(scope="module")
def judge(few):
    return fit(few)


def test_there_are_examples_of_every_kind_and_more_of_none(examples):
    counts = {kind: sum(example.kind is kind for example in examples) for kind in (None, *KINDS)}
    assert all(count >= 20 for count in counts.values())
    assert counts[None] > sum(counts[kind] for kind in KINDS)


def test_words_of_one_subject_get_no_weight(examples):
    sources = defaultdict(set)
    for example in examples:
        for name in example.features:
            sources[name].add(example.source)
    words = {name for name in telling(examples) if name.startswith(("word:", "pair:", "end:", "side:"))}
    assert words
    assert all(len(sources[name]) >= 3 for name in words)


def test_the_package_ships_the_weights_that_its_texts_give(examples):
    """The shipped weights are where the loss is least: there its slope is all but gone."""
    columns = {name: index for index, name in enumerate(sorted(telling(examples)))}
    shipped = shipped_judge()
    assert shipped.kinds == KINDS
    assert set(shipped.weights) <= set(columns)
    table = np.zeros((len(columns), len(CLASSES)))
    for name, row in shipped.weights.items():
        table[columns[name], 1:] = row
    # Only differences between the classes ship; of all tables with these the penalty prefers the centred one.
    table -= table.mean(axis=1, keepdims=True)
    loss = objective_of(examples, columns)
    (least, slope), (most, steepest) = loss(table), loss(np.zeros_like(table))
    assert least < 0.5 * most
    assert np.linalg.norm(slope) < 0.01 * np.linalg.norm(steepest)


def test_the_weights_explain_their_own_texts(examples):
    shipped, right = shipped_judge(), 0
    for example in examples:
        chances = shipped.probabilities(example.features)
        best = max(chances, key=lambda kind: chances[kind])
        right += (best if sum(chances.values()) >= 0.5 else None) is example.kind
    assert right / len(examples) > 0.93


def test_a_dossier_is_one_source(examples):
    assert {"drone", "ministerie"} <= {example.source for example in examples}


def test_texts_left_out_are_judged_by_the_others(few):
    """Every fourth text is judged by weights that were fitted without it."""
    sources = sorted({example.source for example in few})
    held = set(sources[::4])
    judge = fit([example for example in few if example.source not in held])
    true = found = right = 0
    for example in (example for example in few if example.source in held):
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


def test_weights_without_a_dossier_are_others(tmp_path, monkeypatch):
    written = tmp_path / "written"
    for name, word in (("een", "slecht"), ("twee", "slecht"), ("drie", "slecht"), ("dossiers/d/vier", "dom")):
        path = written / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"kind: memo\n\nDe brief is weg.\n\n{{o|Ik vind dit een {word} plan.}}\n", encoding="utf-8"
        )
    monkeypatch.setattr(passages, "WRITTEN", written)
    write_weights_without("d", tmp_path / "without.json")
    write_weights(texts_in(written / "dossiers"), tmp_path / "twice.json")
    without, twice = (read_judge(tmp_path / f"{name}.json") for name in ("without", "twice"))
    assert "word:slecht" in without.weights
    assert without.weights != twice.weights


def test_the_command_writes_weights(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("een", "twee", "drie"):
        body = "kind: memo\n\nDe brief is weg.\n\n{o|Ik vind dit een slecht plan.}\n"
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    main([str(folder), str(tmp_path / "weights.json")])
    assert "word:slecht" in read_judge(tmp_path / "weights.json").weights
