import pytest

from lakmoes.training.evaluation.names import Figures
from lakmoes.training.evaluation.news import NewsFigures
from lakmoes.training.evaluation.scoring import GroundScore, Scores, Share
from lakmoes.training.evaluation.tables import TARGETS, WAYS, Target, grounds_table, news_line, targets_table


def ground(covered, whole):
    return GroundScore(covered=Share(covered, whole), precision=Share(4, 5), recall=Share(covered, whole))


SCORES = Scores(
    recall=Share(9, 10),
    precision=Share(90, 100),
    grounds={"10.2.c": ground(8, 10), "10.2.e": ground(99, 100), "10.2.g": ground(1, 4)},
    passages={
        ("10.2.e", "naam"): Share(50, 50),
        ("10.2.e", "bsn"): Share(1, 2),
        ("10.2.e", "iban"): Share(3, 3),
    },
    kept=Share(3, 100),
    decisions=Share(1, 1),
    dates=Share(1, 1),
)


def test_targets_stand_beside_the_figures_of_every_way():
    table = targets_table({"een": dict.fromkeys(WAYS, SCORES)}).splitlines()
    assert len(table) == 2 + len(TARGETS)
    assert {line.count("|") for line in table} == {2 + 1 + len(WAYS)}
    assert "| 10.2.e, woorden gedekt | ≥ 0.99 | 0.990 (99/100) |" in table[2]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("namen, heel gedekt", "1.000 (50/50)"),
        ("BSN, IBAN, e-mail, telefoon, kenteken, heel gedekt", "**0.800 (4/5)**"),
        ("precisie over alle gedekte woorden", "**0.900 (90/100)**"),
        ("10.2.c, F1", "0.800"),
        ("11.1, F1", "1.000"),
        ("10.2.g en andere gronden, woorden gedekt", "**0.250 (1/4)**"),
        ("te behouden woorden, ten onrechte gedekt", "**0.030 (3/100)**"),
    ],
)
def test_a_figure_that_misses_its_target_is_bold(name, cell):
    (target,) = (target for target in TARGETS if target.name == name)
    assert target.row([SCORES]).split(" | ")[2].removesuffix(" |") == cell


def test_what_does_not_occur_has_no_figure():
    assert Target("niets", 0.9, lambda _: [Share(0, 0)]).row([SCORES]) == "| niets | ≥ 0.9 | – |"


def test_every_ground_has_its_line():
    assert "| 10.2.g | 4 | 0.250 | 0.800 | 0.250 | 0.381 |" in grounds_table("een", SCORES)


def test_names_in_the_news_take_one_line():
    whole, alone = Figures(marked=10, found=10, right=8), Figures(marked=10, found=10, right=5)
    line = news_line(NewsFigures(whole=whole, alone=alone))
    assert "F1 0.800" in line
    assert "F1 0.500" in line
