import pytest

from lakmoes.letter.content import PlaceMotivation, letter_of
from lakmoes.letter.fields import fields_of
from lakmoes.model import Judgement
from tests.letter.conftest import WOO, facts, row

ROWS = (
    row(1, "10.2.e"),
    row(2, "10.2.e"),
    row(3, "10.2.e", "11.1"),
    row(4, "11.1", judgement=Judgement.NOT_PUBLIC),
    row(5, judgement=Judgement.ALREADY_PUBLIC, link="https://voorbeeld.nl/5"),
    row(6, judgement=Judgement.DUPLICATE),
)


def test_grounds_come_in_the_order_of_the_law_with_their_documents():
    letter = letter_of(facts(*ROWS))
    assert [(part.code, part.documents, part.count) for part in letter.grounds] == [
        ("10.2.e", "1 tot en met 3", 3),
        ("11.1", "3 en 4", 2),
    ]
    assert letter.grounds[0].article == "artikel 10, tweede lid, aanhef en onder e, van de Wob"
    assert letter.grounds[1].text.startswith("In geval van een verzoek")


def test_what_people_wrote_goes_before_the_standard_text():
    place = PlaceMotivation(ground="11.1", text="Hierom.", number="4")
    made = letter_of(facts(*ROWS, motivations={"10.2.e": "Een.\n\nTwee."}, places=(place,)))
    first, second = made.grounds
    assert (first.motivation, first.is_standard, first.places) == (("Een.", "Twee."), False, ())
    assert (second.motivation, second.is_standard, second.places) == ((), False, (place,))
    standard = letter_of(facts(*ROWS)).grounds[0]
    assert standard.is_standard
    assert len(standard.motivation) > 1


def test_judgements_are_counted():
    fields = fields_of(letter_of(facts(*ROWS)))
    assert fields["oordelen"] == [
        {"naam": "Gedeeltelijk openbaar", "aantal": 3, "documenten": "1 tot en met 3"},
        {"naam": "Niet openbaar", "aantal": 1, "documenten": "4"},
        {"naam": "Reeds openbaar", "aantal": 1, "documenten": "5"},
        {"naam": "Reeds beoordeeld", "aantal": 1, "documenten": "6"},
    ]
    assert (fields["niet_openbaar"], fields["dubbel"], fields["openbaar"]) == ("4", "6", "")
    assert fields["reeds_openbaar"] == [
        {"nummer": "5", "titel": "Stuk 5", "vindplaats": "https://voorbeeld.nl/5"}
    ]


@pytest.mark.parametrize(
    ("motivated", "documents", "has_text"), [((), "1 en 2", True), (("5.1.2.e",), "1 en 2", True)]
)
def test_old_information_is_told_with_a_text_until_each_ground_speaks_of_it(motivated, documents, has_text):
    old = {"5.1.2.e": frozenset({1}), "5.2.1": frozenset({1, 2})}
    rows = (row(1, "5.1.2.e", "5.2.1"), row(2, "5.2.1"), row(3, "5.2.1"))
    letter = letter_of(facts(*rows, book=WOO, old=old), motivated)
    assert (letter.old, bool(letter.old_motivation)) == (documents, has_text)
    assert letter_of(facts(*rows, book=WOO, old=old), ("5.1.2.e", "5.2.1")).old_motivation == ()
    assert letter_of(facts(*rows, book=WOO)).old == ""


def test_where_a_motivation_belongs_is_said():
    places = (
        PlaceMotivation(ground="11.1", text="Een", number="3", page=2),
        PlaceMotivation(ground="11.1", text="Twee", number="4"),
        PlaceMotivation(ground="11.1", text="Drie\x07"),
    )
    fields = fields_of(letter_of(facts(*ROWS, places=places)))
    assert fields["gronden"][1]["plekken"] == [
        {"waar": "Bij document 3, bladzijde 2", "motivering": "Een"},
        {"waar": "Bij document 4", "motivering": "Twee"},
        {"waar": "", "motivering": "Drie"},
    ]
