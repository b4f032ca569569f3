from lakmoes.detection.passages.judge import Judge
from lakmoes.model import FindingKind
from lakmoes.training.evaluation.passages import by_field, by_text, figures_of, table
from lakmoes.training.passages import Example

OPINION, OPERATIONAL = FindingKind.OPINION, FindingKind.OPERATIONAL
JUDGE = Judge(kinds=(OPINION, OPERATIONAL), weights={"o": (3.0, 0.0), "c": (0.0, 3.0), "none": (-9.0, -9.0)})


def example(feature, kind, size=10):
    return Example(features={feature: 1.0}, kind=kind, size=size, source="een")


def test_figures_count_words():
    figures = figures_of(
        [
            example("o", OPINION),
            example("o", None, 5),
            example("c", OPINION, 4),
            example("none", OPINION, 6),
            example("c", OPERATIONAL, 8),
        ],
        JUDGE,
    )
    found = figures[OPINION]
    assert (found.true, found.found, found.right, found.covered) == (20, 15, 10, 14)
    assert found.f1 == 20 / 35
    assert figures[OPERATIONAL].found == 12
    assert figures[FindingKind.INSPECTION].f1 == 0.0


def test_each_part_is_judged_by_the_others(tmp_path):
    for field in ("a", "b", "c", "d"):
        for name in ("x", "y"):
            path = tmp_path / field / f"{field}{name}.txt"
            path.parent.mkdir(exist_ok=True)
            body = "kind: memo\n\nDe brief is weg.\n\n{o|Ik vind dit een slecht plan.}\n"
            path.write_text(body, encoding="utf-8")
    found = dict(by_field(tmp_path))
    assert list(found) == ["a", "b", "c", "d"]
    assert all(figures[OPINION].f1 == 1.0 for figures in found.values())
    assert "| a | 1.00 |" in table(iter(found.items()))
    assert sum(figures[OPINION].true for _, figures in by_text(tmp_path)) == 8 * 6
