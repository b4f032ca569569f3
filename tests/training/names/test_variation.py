from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.training.generator.names import NameStock
from lakmoes.training.names.samples import Sample
from lakmoes.training.names.variation import (
    Chances,
    Variation,
    renamed,
    rewritten,
    unlisted,
    wrapped,
)


class Stock:
    """Gives everyone the same name."""

    class person:  # noqa: N801 - stands for a method
        first = "Mia"
        surname = "Torp"

        def __init__(self, rng):
            pass


TEXT = "Gisteren sprak Sjoerd van den Bakker met Delft. Bakkers plan: mr. J. de Wit en Bakker."


def sample(text=TEXT, *names, others=()):
    places = [(text.index(name), text.index(name) + len(name)) for name in names]
    things = tuple((text.index(name), text.index(name) + len(name)) for name in others)
    return Sample(text=text, names=tuple(sorted(places)), others=things, source="treebanks")


def names_of(found):
    return [found.text[start:end] for start, end in found.names]


PEOPLE = sample(TEXT, "Sjoerd van den Bakker", "Bakkers", "J. de Wit", others=("Delft",))


def test_people_get_other_names_and_keep_interfixes_initials_and_endings():
    found = renamed(PEOPLE, Stock(), Random(1))
    assert names_of(found) == ["Mia van den Torp", "Torps", "J. de Torp"]
    assert found.text.startswith("Gisteren sprak Mia van den Torp met ")


def test_part_of_the_other_names_become_surnames_and_stay_no_persons():
    seen = {renamed(PEOPLE, Stock(), Random(seed)).others for seed in range(20)}
    texts = {renamed(PEOPLE, Stock(), Random(seed)).text for seed in range(20)}
    assert len(seen) == 2
    assert any("met Torp." in text for text in texts)
    assert any("met Delft." in text for text in texts)


@given(st.randoms(use_true_random=False))
def test_every_variant_marks_as_many_names_and_the_words_around_stay(rng):
    found, words = Variation(names=Stock())(PEOPLE, rng)
    assert len(found.names) == len(PEOPLE.names)
    assert all(word == word.lower() for word in words)
    assert found.text.lower().startswith("gisteren")


@given(st.randoms(use_true_random=False))
def test_without_a_stock_names_stay(rng):
    found, _ = Variation()(PEOPLE, rng)
    assert [name.lower().replace("\n", " ") for name in names_of(found)] == [
        name.lower() for name in names_of(PEOPLE)
    ]


@pytest.mark.parametrize(
    ("chances", "start"),
    [
        (Chances(renamed=0, small=1, wrapped=0), "gisteren"),
        (Chances(renamed=0, small=0, capitals=0, wrapped=1), "Gisteren"),
    ],
)
def test_chances_decide(chances, start):
    found = [Variation(chances=chances)(PEOPLE, Random(seed))[0].text for seed in range(30)]
    assert any(text.startswith(start) for text in found)
    assert any("\n" in text for text in found) == (chances.wrapped > 0)


def test_lines_are_broken_where_a_space_was():
    text = "een twee drie vier vijf zes zeven acht negen tien"
    found = wrapped(text, 12)
    assert found.replace("\n", " ") == text
    assert max(map(len, found.splitlines())) <= 12


def test_a_changed_name_moves_those_behind_it():
    found = rewritten(PEOPLE, lambda name: name + name)
    assert names_of(found) == [name + name for name in names_of(PEOPLE)]


@pytest.mark.parametrize(("share", "words"), [(0.0, 0), (1.0, 10)])
def test_a_share_of_the_words_counts_as_unlisted(share, words):
    assert len(unlisted(PEOPLE, share, Random(1))) == words


def test_the_same_random_numbers_make_the_same_variant():
    variation = Variation(names=Stock())
    assert variation(PEOPLE, Random(5)) == variation(PEOPLE, Random(5))


def test_the_stock_of_the_generator_fits():
    assert callable(NameStock.person)
