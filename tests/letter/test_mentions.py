import pytest

from lakmoes.letter.mentions import mentions
from lakmoes.letter.reading import Passage
from tests.letter.conftest import WOB

ORDER = [str(number) for number in range(1, 13)]


def named(*passages):
    """Ground and numbers of each mention with numbers."""
    made = [one if isinstance(one, Passage) else Passage(text=one) for one in passages]
    found = mentions(made, WOB, ORDER)
    return [(mention.ground, " ".join(mention.numbers)) for mention in found if mention.numbers]


def heading(text, level=2):
    return Passage(text=text, level=level)


def cells(*texts):
    return Passage(text="\t".join(texts), cells=texts)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Deze grond geldt voor de documenten 1, 3 en 5 tot en met 7.", "1 3 5 6 7"),
        ("Dit geldt voor document 4.", "4"),
        ("Het betreft de documenten met nummers 2 t/m 4 en 9.", "2 3 4 9"),
        ("Zie de stukken nrs. 2 en 3.", "2 3"),
        ("In document 2 en document 5 staat dit ook.", "2 5"),
        ("De documenten zijn van 3 maart.", ""),
        ("Wij hebben 5 documenten beoordeeld.", ""),
        ("Dit is een conceptversie van document 4.", ""),
        ("Dubbel, zie document 9.", ""),
        ("Zie ook document 9.", ""),
        ("Document 3 is een bijlage bij document 8.", "3"),
        ("Document 2 mei 2020 bestaat niet.", ""),
    ],
)
def test_documents_are_named_behind_a_word_for_them(sentence, numbers):
    assert named(heading("10.2.e Persoonlijke levenssfeer"), sentence) == (
        [("10.2.e", numbers)] if numbers else []
    )


def test_a_sentence_with_grounds_of_its_own_goes_before_the_heading():
    found = named(
        heading("Artikel 10, tweede lid, aanhef en onder e"),
        "Dit geldt voor document 1. Op grond van 10.2.c en 10.2.g weigeren wij de documenten 2 en 3.",
    )
    assert found == [("10.2.e", "1"), ("10.2.c", "2 3"), ("10.2.g", "2 3")]


def test_a_heading_without_a_ground_ends_the_ground_unless_it_is_a_lower_one():
    ground = heading("11.1 Beleidsopvattingen")
    assert named(ground, heading("Documenten", level=3), "Document 4.") == [("11.1", "4")]
    assert named(ground, heading("Reeds openbaar"), "Document 4.") == []


def test_without_headings_numbers_belong_to_the_ground_that_was_cited_last():
    found = named("Artikel 11 van de Wob.", "Document 4.", "Nu 10.2.e.", "Document 5.")
    assert found == [("11.1", "4"), ("10.2.e", "5")]


def test_rows_of_a_table_name_grounds_and_documents():
    assert named(cells("Grond", "Documenten"), cells("10.2.e", "1, 2 en 3"), cells("11.1 Wob", "4")) == [
        ("10.2.e", "1 2 3"),
        ("11.1", "4"),
    ]


def test_a_row_of_an_inventory_names_its_own_number_only():
    found = named(
        cells("5", "Mail van 12 maart", "12 maart 2020", "Deels openbaar", "10.2.e en 11.1 Wob", "3")
    )
    assert found == [("10.2.e", "5"), ("11.1", "5")]


def test_a_mention_knows_its_page():
    (first, second) = mentions(
        [Passage(text="10.2.e", level=1, page=3), Passage(text="Document 1.", page=4)], WOB, ORDER
    )
    assert (first.page, first.numbers, second.page, second.numbers) == (3, (), 4, ("1",))
