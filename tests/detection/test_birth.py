import pytest

from lakmoes.detection.birth import BirthRecognizer
from tests.detection.recognising import found_in

BIRTH = BirthRecognizer()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("de heer A. Prins, geboren op 4 juni 1991 te Delft", "4 juni 1991"),
        ("(geboren 3\naugustus 1959, BSN volgt)", "3\naugustus 1959"),
        ("geb. 12-3-1949", "12-3-1949"),
        ("geb.datum: 12.03.1949", "12.03.1949"),
        ("Geboortedatum\t29-01-1988", "29-01-1988"),
        ("Geboortedatum\n07/07/1979", "07/07/1979"),
        ("geboortedatum wijkt af van BRP (12-03-1949). Gebeld", "12-03-1949"),
        ("born on March 3, 1980 in", "March 3, 1980"),
        ("date of birth 1980-03-12", "1980-03-12"),
        ("Zaak\tNaam\tGeb.\tBedrag\n\n18\tA. Prins\t29-01-1988\t12,50", "29-01-1988"),
        ("Datum\tNaam\tGeb.datum\n\n24-11-2020\tA. Prins\t30-09-1965", "30-09-1965"),
        ("dochter Lotte (02-02-2012) viel", "02-02-2012"),
        ("geboren in 1949", "1949"),
        ("is jarig op 3 mei", "3 mei"),
        ("Fleur (9 jaar, astma)", "9 jaar"),
        ("mijn zoontje, 6 jaar, is ziek", "6 jaar"),
        ("mevrouw Prins-Bos (91, sinds kort bedlegerig)", "91"),
        ("een 38-jarige man", "38-jarige"),
        ("tegen de 29-jarige Mitchell", "29-jarige"),
        ("een jongen van 19 overleed", "19"),
        ("onze dochter van 7 jaar", "7 jaar"),
        ("Bep Roodenburg (80) brengt de krant", "80"),
        ("Marnix Prins, 31 jaar, werkt", "31 jaar"),
        ("geboortedatum: 12031949", "12031949"),
        ("Geboren: 12 mrt. '49", "12 mrt. '49"),
        ("(geb. 1949)", "1949"),
        ("(* 12 maart 1949)", "12 maart 1949"),
        ("hij is 42 jaar oud.", "42 jaar oud"),
        ("leeftijd: 42", "42"),
        ("Geb.datum\t5-6-'82", "5-6-'82"),
        ("melder is mw. J.K. van Dalen, 62 jaar, woont", "62 jaar"),
        ("zij is vrijdag 50 geworden", "50"),
    ],
)
def test_births_and_ages(text, value):
    assert found_in(BIRTH, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "brief van 4 juni 1991",
        "een 10-jarige overeenkomst",
        "Karim Lahbabi, 3 jaar geleden aangesteld",
        "Tabel 4 (48)",
        "* 12 maart 2021: overleg",
        "een man van 20 procent",
        "de moeder van 3 kinderen",
        "Datum 26 januari 2021",
        "een contract van 4 jaar",
        "een bedrijf van vier jaar oud",
        "na 28 dagen vernietigd",
        "de afgelopen 5 jaar",
        "Prins en Bos (2020)",
        "vergadering 31, 12 november 2020",
        "de regeling is 3 jaar geldig",
        "Gebied\tDatum\n\nNoord\t12-03-2020",
        "gebouwd op 12-03-1949",
        "dossier (12-03-2020)",
        "personen geboren voor 1 januari 1950",
        "geboren tussen 1 juli 1954 en anders",
        "de pensioengerechtigde leeftijd\n\n10 artikelen",
        "de gemiddelde leeftijd: 41,45 jaar",
        "een optant die 16 jaar en ouder is",
        "kinderen (3)",
        "een kind van 17,5 jaar",
    ],
)
def test_no_births(text):
    assert found_in(BIRTH, text) == []
