"""The data files: every slot is known, every pronoun has its person, texts without people name none."""

import re
from importlib.resources import files
from random import Random

import pytest

from lakmoes.training.generator.filling import PRONOUNS, SEVERAL, SLOT, Filler, sentence_case
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import PACKAGE, lines
from lakmoes.training.generator.references import FORMS
from lakmoes.training.generator.things import LISTED, Things

STOCK = sorted(path.name.removesuffix(".txt") for path in files(PACKAGE).joinpath("stock").iterdir())
WITHOUT_PEOPLE = (
    "things_said",
    "process",
    "procedure",
    "newsless",
    "memoless",
    "citizenless",
    "lookalikes",
    "english_less",
    "capitalised",
    "composed_things",
    "contractless",
    "openers",
    "tails",
)
GREETED = ("greetings", "english_greetings")
ANNA = Person(first="Anna", initials="A.B.", interfix="van der", surname="Meulen", female=True)
KEES = Person(first="Kees", initials="C.", interfix="", surname="Vos", partner="de Wit", female=False)


def known(slot):
    return slot in FORMS or slot in SEVERAL or slot in PRONOUNS or Things(Random(1), None).knows(slot)


@pytest.mark.parametrize("name", STOCK)
def test_every_slot_is_known(name):
    assert lines(name)
    assert not {slot for line in lines(name) for slot, _ in SLOT.findall(line) if not known(slot)}


@pytest.mark.parametrize("name", STOCK)
def test_every_pronoun_has_its_person(name):
    for line in lines(name):
        slots = SLOT.findall(line)
        persons = {digit for slot, digit in slots if slot in FORMS and digit} | (
            {"1"} if name in GREETED else set()
        )
        assert {digit for slot, digit in slots if slot in PRONOUNS} <= persons, line


@pytest.mark.parametrize("name", WITHOUT_PEOPLE)
def test_sentences_without_people_have_no_slot_for_them(name):
    assert not [
        line for line in lines(name) if any(slot in FORMS | SEVERAL for slot, _ in SLOT.findall(line))
    ]


@pytest.mark.parametrize("name", STOCK)
def test_no_line_stands_twice_and_braces_are_closed(name):
    weighted = {
        "greetings",
        "english_greetings",
        "closings",
        "english_closings",
        "interfixes",
        "speech",
        "slides",
    }
    assert name in weighted or len(set(lines(name))) == len(lines(name))
    assert not [line for line in lines(name) if set("{}") & set(SLOT.sub("", line))]


def test_every_listed_slot_has_its_file():
    assert set(LISTED.values()) <= set(STOCK)


def test_the_stock_is_large():
    sentences = {line for name in STOCK for line in lines(name) if SLOT.search(line)}
    assert len(sentences) > 1200


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{first1} belt {him1}.", "{n|Anna} belt haar."),
        ("{surname2} en {His1} vader", "{n|Vos} en Haar vader"),
        ("{full1} ({letters1})", "{n|Anna van der Meulen}"),
        ("{He2} komt", "Hij komt"),
        ("{genitive2} plan", "'"),
    ],
)
def test_patterns_are_filled(pattern, text):
    filler = Filler(Random(3), Things(Random(3), None), lambda _count: [])
    filled = {filler.fill(pattern, ANNA, KEES).replace("Vos-de Wit", "Vos") for _ in range(30)}
    assert any(text in it for it in filled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de heer {n|Vos} belt", "De heer {n|Vos} belt"),
        ("{n|van der Meulen} belt", "{n|Van der Meulen} belt"),
        ("‘dit’ mag", "‘Dit’ mag"),
        ("ijsbaan dicht", "IJsbaan dicht"),
        ("'t is koud", "'t is koud"),
        ("{n|ijsbrand} belt", "{n|IJsbrand} belt"),
        ("", ""),
    ],
)
def test_sentences_begin_with_a_capital(text, expected):
    assert sentence_case(text) == expected


@pytest.mark.parametrize(
    ("interfix", "surname", "letters"),
    [("van der", "Meulen", "AvdM"), ("", "Vos", "AV"), ("van 't", "Hoff", "AvtH"), ("'t", "Hart", "AtH")],
)
def test_initials_of_a_person(interfix, surname, letters):
    person = Person(first="Anna", initials="A.", interfix=interfix, surname=surname, female=True)
    assert person.letters == letters


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("person", [ANNA, KEES], ids=["Anna", "Kees"])
def test_every_form_marks_one_name_of_the_person(form, person):
    rng = Random(4)
    for _ in range(50):
        found = re.findall(r"\{n\|([^{}]+)\}", FORMS[form](rng, person))
        assert len(found) == 1
        letters = set(person.official.lower() + person.first.lower() + "'s")
        assert set(found[0].lower()) <= letters | set(' .,()‘’"-')


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("inverted", "Meulen, A.B. van der"),
        ("invertednick", "Meulen, A.B. van der (Anna)"),
        ("surname", "Van der Meulen"),
        ("surname", "van der Meulen"),
        ("letters", "AvdM"),
        ("capitals", "ANNA VAN DER MEULEN"),
        ("small", "anna"),
        ("genitive", "Anna"),
        ("mr", "Van der Meulen"),
    ],
)
def test_forms_are_written_as_offices_do(form, written):
    rng = Random(9)
    assert f"{{n|{written}}}" in "".join(FORMS[form](rng, ANNA) for _ in range(300))
