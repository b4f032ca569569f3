"""The stock of names: shares, origins, invented names, parts of names."""

from random import Random

import pytest

from lakmoes.training.generator.invention import Inventor
from lakmoes.training.generator.names import NameStock, parted
from lakmoes.training.generator.origins import listed, origins
from lakmoes.training.generator.phrases import lines
from tests.training.generator.test_documents import FIRST, SURNAMES, write_names


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    return NameStock.read(write_names(tmp_path_factory.mktemp("names") / "data"))


@pytest.mark.parametrize(
    ("surname", "parts"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("Jansen", ("", "Jansen")),
        ("van 't Zelfde", ("van 't", "Zelfde")),
        ("El Kasmi", ("", "El Kasmi")),
        ("de Vries Lentsch", ("de", "Vries Lentsch")),
        ("'t Hart", ("'t", "Hart")),
    ],
)
def test_a_surname_is_parted_before_its_first_capital(surname, parts):
    assert parted(surname) == parts


def test_origins_pair_first_names_with_surnames():
    found = {origin.name: origin for origin in origins()}
    assert {"Turkish", "Moroccan", "Surinamese", "Polish", "Chinese"} <= set(found)
    assert "Mehmet" in found["Turkish"].firsts
    assert "Yılmaz" in found["Turkish"].surnames
    assert "Lie A Fat" in found["Surinamese"].surnames


def test_invented_names_are_in_no_list():
    names = [name for name in origins()[0].surnames if name.isalpha()]
    inventor = Inventor(names, frozenset(name.lower() for name in names))
    made = {inventor.invent(Random(seed)) for seed in range(60)}
    assert len(made - {None}) > 40
    assert not made & set(names)


def test_nothing_is_invented_from_nothing():
    assert Inventor([], frozenset()).invent(Random(1)) is None


def test_people_have_names_of_all_shares(stock):
    rng = Random(5)
    people = [stock.person(rng) for _ in range(3000)]
    known = (*listed("surnames"), *SURNAMES, *lines("word_surnames"))
    small = {name.lower() for name in known} | {
        name.lower() for origin in origins() for name in origin.surnames
    }
    cores = {parted(name)[1].lower() for name in small} | small
    unknown = [person for person in people if person.surname.lower() not in cores]
    assert 0.08 < len(unknown) / len(people) < 0.2
    frequent = [person for person in people if person.first in FIRST]
    assert 0.4 < len(frequent) / len(people) < 0.85
    assert any(person.partner for person in people)
    assert any(person.southern for person in people)
    assert 0.2 < sum(person.female for person in people) / len(people) < 0.8


def test_initials_belong_to_the_first_name(stock):
    rng = Random(6)
    for person in (stock.person(rng) for _ in range(500)):
        assert person.initials[0].lower() == person.first[0].lower()
        assert person.initials.endswith(".")


def test_a_southerner_writes_the_interfix_with_a_capital(stock):
    rng = Random(7)
    people = [stock.southerner(rng) for _ in range(200)]
    assert all(person.tail[0].isupper() for person in people)
    assert any(person.tail.startswith(("Van ", "De ")) for person in people)
