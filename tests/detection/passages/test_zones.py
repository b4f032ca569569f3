import pytest

from lakmoes.detection.passages.zones import Zone, zone_of_document, zone_of_sender, zone_of_words
from lakmoes.model import DocumentKind
from tests.builders import page_of

SENT = "> Retouradres Postbus 1\n\nOns kenmerk 12\n\nGeachte heer,"


@pytest.mark.parametrize(
    ("kind", "text", "zone"),
    [
        (DocumentKind.EMAIL, "Van: A", Zone.INTERNAL),
        (DocumentKind.NEWS, "Nieuwsbericht", Zone.PUBLISHED),
        (DocumentKind.REPORT, "Eindrapport\n\nISBN 978 90 0000 000 0", Zone.PUBLISHED),
        (DocumentKind.REPORT, "Concept 0.3", Zone.INTERNAL),
        (DocumentKind.LETTER, SENT, Zone.SENT),
        (DocumentKind.LETTER, "Geacht college,\n\nIk klaag.", Zone.OUTSIDE),
        (DocumentKind.FORM, "Naam", Zone.OUTSIDE),
    ],
)
def test_who_speaks_to_whom_follows_from_the_document(kind, text, zone):
    assert zone_of_document(kind, (page_of(text),)) is zone


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Van:\tBos, A. (Anna)", Zone.INTERNAL),
        ("Van: A. Bos <a.bos@minvws.nl>", Zone.INTERNAL),
        ("From: x@dienst.politie.nl", Zone.INTERNAL),
        ("From: J. Leverancier <j@firma.example>", Zone.OUTSIDE),
        ("Aan: J. Leverancier <j@firma.example>", None),
    ],
)
def test_a_mail_is_from_outside_when_its_address_is(line, zone):
    assert zone_of_sender(line) is zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Achtergrond (niet uitspreken):", Zone.INTERNAL),
        ("Telefoonnotitie (intern, bij zaak 12)", Zone.INTERNAL),
        ("Met de hand bijgeschreven:", Zone.INTERNAL),
        ("Klachtformulier politie – ingevuld via internet", Zone.OUTSIDE),
        ("Vervolg", None),
    ],
)
def test_headings_and_labels_open_zones(text, zone):
    assert zone_of_words(text) is zone
