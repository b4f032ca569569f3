import json

import pytest

from lakmoes.training.evaluation.forms import gold_documents
from lakmoes.training.evaluation.scoring import Share, points_in, scores

WIDTH = 10.0


def word(index, text, **marks):
    box = [index * WIDTH, 0.0, index * WIDTH + WIDTH - 1, 9.0]
    return {"page": 1, "text": text, "gold_bbox": box, "grounds": [], "spans": [], "keep": False} | marks


def boxes(*indices, ground):
    rects = [[index * WIDTH, 0.0, index * WIDTH + WIDTH - 1, 9.0] for index in indices]
    return {"page": 1, "rects": rects, "ground": ground}


def write_gold(folder, words, spans=(), **meta):
    folder.mkdir(exist_ok=True)
    gold = {
        "file": "een.pdf",
        "meta": {"decision": "gedeeltelijk openbaar", "date": "2021-03-01"} | meta,
        "words": words,
        "spans": list(spans),
    }
    (folder / "een.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def write_suggestions(path, suggestions, **document):
    content = {"documents": [{"file": "map/een.pdf", "suggestions": suggestions} | document]}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


WORDS = [
    word(0, "Jansen", grounds=["10.2.e"], spans=[0]),
    word(1, "de", grounds=["10.2.e"], spans=[1]),
    word(2, "Wit", grounds=["10.2.e"], spans=[1]),
    word(3, "twijfelt", grounds=["11.1"], spans=[2]),
    word(4, "-"),
    word(5, "minister", keep=True),
    word(6, "feit"),
    word(7, "Bos", grounds=["10.2.e", "11.1"], spans=[2]),
]
SPANS = [
    {"id": 0, "ground": "10.2.e", "kind": "naam", "page": 1},
    {"id": 1, "ground": "10.2.e", "kind": "naam", "page": 1},
    {"id": 2, "ground": "11.1", "kind": "mening", "page": 1},
    {"id": 3, "ground": "11.1", "kind": "mening", "page": None},
]


@pytest.fixture
def found(tmp_path):
    gold = write_gold(tmp_path / "gold", WORDS, SPANS)
    suggestions = [boxes(0, 1, ground="10.2.e"), boxes(3, 4, 5, 7, ground="11.1")]
    path = write_suggestions(tmp_path / "s.json", suggestions, decision="openbaar", date="2021-03-01")
    return scores(gold, path)


def test_words_are_counted_whatever_the_ground(found):
    assert (found.recall, found.precision) == (Share(4, 5), Share(4, 5))
    assert found.kept == Share(1, 1)


def test_each_ground_has_its_own_score(found):
    personal, opinion = found.grounds["10.2.e"], found.grounds["11.1"]
    assert personal.covered == Share(3, 4)
    assert (personal.precision, personal.recall) == (Share(3, 3), Share(3, 4))
    assert (opinion.precision, opinion.recall) == (Share(2, 3), Share(2, 2))
    assert opinion.f1 == pytest.approx(0.8)


def test_a_passage_is_whole_when_every_word_is_covered(found):
    assert found.passages == {("10.2.e", "naam"): Share(1, 2), ("11.1", "mening"): Share(1, 1)}


def test_judgement_and_date_of_the_document_are_compared(found):
    assert (found.decisions, found.dates) == (Share(0, 1), Share(1, 1))


def test_a_document_without_suggestions_is_one_where_nothing_was_found(tmp_path):
    path = tmp_path / "s.json"
    path.write_text('{"documents": []}', encoding="utf-8")
    found = scores(write_gold(tmp_path / "gold", WORDS, SPANS), path)
    assert found.recall == Share(0, 5)
    assert found.grounds["11.1"].f1 == 0.0


def test_words_of_a_document_that_is_refused_whole_do_not_count(tmp_path):
    gold = write_gold(tmp_path / "gold", WORDS, SPANS, decision="niet openbaar")
    found = scores(gold, write_suggestions(tmp_path / "s.json", []))
    assert found.recall == Share(0, 0)
    assert found.recall.value == 1.0


@pytest.mark.parametrize(
    ("box", "points"),
    [
        ((0, 0, 10, 10), 5),
        ((0, 0, 8, 10), 4),
        ((0, 0, 6, 10), 3),
        ((6, 0, 10, 10), 2),
        ((0, 6, 10, 10), 0),
        ((20, 0, 30, 10), 0),
    ],
)
def test_a_word_is_covered_by_points_on_its_middle_line(box, points):
    assert points_in((0, 0, 10, 10), [box]) == points


def test_what_is_no_gold_is_named(tmp_path):
    (tmp_path / "een.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"een\.json is no gold"):
        list(gold_documents(tmp_path))
