import itertools
import random
from collections import Counter
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.model import SampleAnswer, SampleUnit
from lakmoes.nl import sample_outcome
from lakmoes.review import Log
from lakmoes.review.sampling import draw, outcome, sample_of, upper_bound
from tests.builders import SECOND, entry_of

POPULATION = tuple(f"d/{page}/{start}-{start + 5}" for page in range(40) for start in range(0, 60, 10))


def test_a_sample_can_be_drawn_again_whatever_the_order_of_its_population():
    shuffled = random.Random(1).sample(POPULATION, len(POPULATION))
    first = draw(POPULATION, seed=7, size=25)
    assert draw(shuffled, seed=7, size=25) == first
    assert len(set(first)) == 25
    assert set(first) < set(POPULATION)
    assert draw(POPULATION, seed=8, size=25) != first


def test_a_sample_is_the_same_in_every_version_of_python():
    """The generator gives 0.64, 0.03, 0.28, 0.22, 0.74, 0.68, 0.89, 0.09, 0.42, 0.03 for this seed."""
    assert draw("abcdefghij", seed=42, size=4) == ("b", "j", "h", "d")


def test_a_larger_sample_begins_with_the_smaller_one():
    assert draw(POPULATION, seed=7, size=40)[:25] == draw(POPULATION, seed=7, size=25)


def test_of_a_small_population_all_is_drawn():
    assert sorted(draw("abc", seed=1, size=10)) == ["a", "b", "c"]
    drawn = sample_of("abc", SampleUnit.PAGE, seed=1, size=10)
    assert (drawn.size, drawn.population) == (3, 3)


def test_every_item_is_drawn_about_as_often():
    drawn = Counter(item for seed in range(2000) for item in draw("abcdefgh", seed=seed, size=2))
    assert set(drawn) == set("abcdefgh")
    # 500 expected each, standard deviation 19: five of them.
    assert all(abs(count - 500) < 5 * 19.4 for count in drawn.values())


def at_most(population, size, missed, misses):
    """The chance of no more misses than these in a sample, counted over all samples."""
    samples = list(itertools.combinations(range(population), size))
    return Fraction(sum(sum(item < misses for item in sample) <= missed for sample in samples), len(samples))


@pytest.mark.parametrize("population", range(1, 10))
def test_the_bound_is_the_largest_number_of_misses_that_every_sample_allows(population):
    for size in range(population + 1):
        for missed in range(size + 1):
            possible = range(missed, population - size + missed + 1)
            expected = max(
                misses for misses in possible if at_most(population, size, missed, misses) > Fraction(1, 20)
            )
            assert upper_bound(population, size, missed) == expected


@pytest.mark.parametrize(("population", "size"), [(30, 12), (60, 20), (25, 24)])
def test_the_bound_is_right_in_at_least_95_of_100_dossiers(population, size):
    for misses in range(population + 1):
        right = sum(
            Fraction(comb(misses, seen) * comb(population - misses, size - seen), comb(population, size))
            for seen in range(max(0, size - population + misses), min(size, misses) + 1)
            if upper_bound(population, size, seen) >= misses
        )
        assert right >= Fraction(95, 100)


@pytest.mark.parametrize(
    ("population", "size", "missed", "bound"),
    [
        (0, 0, 0, 0),
        (100, 0, 0, 100),
        (100, 100, 0, 0),
        (100, 100, 7, 7),
        (1000, 999, 0, 0),
    ],
)
def test_bounds_at_the_edges(population, size, missed, bound):
    assert upper_bound(population, size, missed) == bound


@pytest.mark.parametrize(("size", "is_below"), [(58, False), (59, True)])
def test_59_items_without_a_miss_show_less_than_5_percent(size, is_below):
    """The known 95/95 rule of Wilks (1941): 0.95 to the power of 59 is the first below 0.05."""
    assert (upper_bound(10_000_000, size, 0) < 500_000) is is_below


@pytest.mark.parametrize(
    ("size", "missed", "share"),
    [(10, 1, 0.394163), (20, 0, 0.139108), (50, 2, 0.120614), (100, 5, 0.102253)],
)
def test_in_a_very_large_population_it_is_the_bound_of_clopper_and_pearson(size, missed, share):
    population = 100_000_000
    assert upper_bound(population, size, missed) / population == pytest.approx(share, abs=2e-6)


@given(st.data())
def test_more_misses_or_fewer_items_never_lower_the_bound(data):
    population = data.draw(st.integers(2, 3000))
    size = data.draw(st.integers(1, population - 1))
    missed = data.draw(st.integers(0, size - 1))
    bound = upper_bound(population, size, missed)
    assert missed <= bound <= population - size + missed
    assert upper_bound(population, size, missed + 1) >= bound
    assert upper_bound(population, size + 1, missed) <= bound


@pytest.mark.parametrize(("population", "size", "missed"), [(5, 6, 0), (5, 3, 4), (5, 3, -1)])
def test_an_impossible_sample_is_refused(population, size, missed):
    with pytest.raises(ValueError, match="sample"):
        upper_bound(population, size, missed)


def test_a_bound_is_given_only_when_the_whole_sample_was_answered():
    drawn = sample_of(POPULATION, SampleUnit.SENTENCE, seed=3, size=20)
    other = sample_of(POPULATION, SampleUnit.SENTENCE, seed=4, size=20)
    items = draw(POPULATION, drawn.seed, drawn.size)
    answers = [
        SampleAnswer(sample=drawn.subject, item=item, missed=number == 0) for number, item in enumerate(items)
    ]
    answers.append(SampleAnswer(sample=other.subject, item=items[1], missed=True))
    log = Log(entry_of(body, number, SECOND) for number, body in enumerate((drawn, *answers[1:]), 1))
    assert (outcome(log, drawn).answered, outcome(log, drawn).bound) == (19, None)
    log.add(entry_of(answers[0], 90, SECOND))
    whole = outcome(log, drawn)
    assert (whole.answered, whole.missed, whole.bound) == (20, 1, upper_bound(240, 20, 1))
    log.add(entry_of(SampleAnswer(sample=drawn.subject, item=items[0], missed=False), 91, SECOND))
    assert outcome(log, drawn).missed == 0


def test_another_dossier_has_another_digest():
    digests = {
        sample_of(population, SampleUnit.PAGE, seed=1, size=2).dossier_digest
        for population in (POPULATION, POPULATION[1:], POPULATION[::-1])
    }
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("population", "size", "missed", "bound", "text"),
    [
        (
            12480,
            60,
            0,
            605,
            "60 van de 12.480 zinnen zijn willekeurig gekozen en bekeken; in geen daarvan was iets gemist."
            " Met 95 % zekerheid is in het hele dossier in hoogstens 605 zinnen iets gemist (4,8 %),"
            " wat al gevonden is meegeteld.",
        ),
        (
            100,
            10,
            2,
            None,
            "10 van de 100 zinnen zijn willekeurig gekozen. Beoordeel ze allemaal; daarna staat hier wat de"
            " steekproef zegt.",
        ),
        (9, 9, 2, 2, "Alle zinnen zijn bekeken; in 2 daarvan was iets gemist. Dit is geen schatting."),
    ],
)
def test_the_outcome_in_plain_dutch(population, size, missed, bound, text):
    assert (
        sample_outcome(SampleUnit.SENTENCE, population=population, size=size, missed=missed, bound=bound)
        == text
    )
