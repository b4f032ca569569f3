import pytest

from lakmoes.detection.identity import IdentityDocumentRecognizer, PersonalNumberRecognizer
from tests.detection.recognising import found_in

DOCUMENTS = IdentityDocumentRecognizer()
NUMBERS = PersonalNumberRecognizer()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("paspoort NW3X2B7K4", "NW3X2B7K4"),
        ("Documentnummer\tNR7KB04P9 (identiteitskaart)", "NR7KB04P9"),
        ("Documentnummer\tNR7KBO4P9", "NR7KBO4P9"),
        ("zijn ID-kaart, nummer NR7KB04P9, is verlopen", "NR7KB04P9"),
        ("kopie van mijn rijbewijs (nummer 5123456789)", "5123456789"),
        ("Rijbewijs\t5123456789", "5123456789"),
        ("Rijbewijsnummer\t5-1234-56789", "5-1234-56789"),
        ("v-nummer 290.123.4567", "290.123.4567"),
        ("Vreemdelingennummer: 2901234567", "2901234567"),
        ("SKN 1234567", "1234567"),
        ("CRV-nummer 123456789", "123456789"),
        ("Turks paspoort U12345678", "U12345678"),
        ("Belgische identiteitskaart 591-1234567-89", "591-1234567-89"),
        ("rijksregisternummer 85.07.30-033.28", "85.07.30-033.28"),
        ("Naam\tPaspoort\n\nA. Prins\tNW3X2B7K4", "NW3X2B7K4"),
    ],
)
def test_identity_documents(text, value):
    assert found_in(DOCUMENTS, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "artikel NW3X2B7K4",
        "documentnummer 2020-220416",
        "het rijbewijs is op 12-03-2020 verlengd",
        "telefoon 5123456789",
        "paspoort aangevraagd op 12-03-2020 om 10.15 uur",
        "een partij van 85.07.30",
        "PASPOORTEN ZIJN NIET NODIG",
        "serienummer NW3X2B7K4",
    ],
)
def test_no_identity_documents(text):
    assert found_in(DOCUMENTS, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "verwerkt onder personeelsnummers 00411222,\n00420333 en 00398444. Het",
            ["00411222", "00420333", "00398444"],
        ),
        ("personeelsnr. 123456", ["123456"]),
        ("pers.nr. 10340", ["10340"]),
        ("Pers.nr\tNaam\tFunctie\n\n10340\tStam, F.\tjurist", ["10340"]),
        ("lidnummer 44512", ["44512"]),
        ("studentnummer s1234567", ["s1234567"]),
        ("OV-chipkaart 3528 0201 2345 6789", ["3528 0201 2345 6789"]),
        ("dienstnummer LE012345, en", ["LE012345"]),
        ("klantnummer 12345678", ["12345678"]),
        ("Patiëntnummer: 0012345", ["0012345"]),
        ("BIG-nummer 19012345601", ["19012345601"]),
        ("badge 44718", ["44718"]),
        ("afgedrukt 01-12-2020 15:22 door LE012345", ["LE012345"]),
        ("Behandelaar VWS-U20001.", ["VWS-U20001"]),
        ("Door\tA. Prins (VWS-U20002)", ["VWS-U20002"]),
        ("export 05-01-2021 – gebruiker APRINS01", ["APRINS01"]),
        ("query door u012345 (Prins)", ["u012345"]),
        ("Map\tWie\tInlog\tTot\n\nfoto's\tallen\tu012345, u054321\t28 dagen", ["u012345", "u054321"]),
        ("Datum\tHandeling\tMedewerker\n\n21-01\tingeschreven\tVWS-U20001", ["VWS-U20001"]),
        ("gebruikersnaam aprins_ext, wachtwoord volgt", ["aprins_ext"]),
        ("Gebruiker: a.prins2", ["a.prins2"]),
        ("op een apparaat met nummer LT-7QX4412.", ["LT-7QX4412"]),
        ("inspecteur, LE012345", ["LE012345"]),
        ("Klantnummer\t0045-8831", ["0045-8831"]),
        ("Personeelslid 104882 (toegangspas 55213)", ["104882", "55213"]),
        ("ingelogd als aprins3 vanaf", ["aprins3"]),
        ("Geprint door: w.dejong op 12-3-2022", ["w.dejong"]),
        ("Laatste wijziging aprins 13-01-2021", ["aprins"]),
        ("exemplaar nr. 07 (C. Koster)", ["07"]),
    ],
)
def test_personal_numbers(text, values):
    assert found_in(NUMBERS, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "dossiernummer 12345678",
        "zaaknummer 1812345",
        "factuur 12345678",
        "serienummer SK-204411876",
        "kadastraal bekend gemeente Voorbeeld, sectie B, nummer 1234",
        "gebruiker van het toestel",
        "de gebruiker: iedereen",
        "veroorzaakt door COVID19",
        "geluid door de A12",
        "parketnummer 05/123456-20",
        "artikel 3.1 van de regeling",
        "Map\tWie\tInlog\n\nfoto's\tallen\tidem",
        "exemplaar 3 van het rapport",
        "opgeslagen door iedereen die",
        "bewerkt door de afdeling",
        "medewerker aangemaakt op 12-03-2020",
        "in 2020 zijn door 231 locaties 4500 meldingen gedaan",
    ],
)
def test_no_personal_numbers(text):
    assert found_in(NUMBERS, text) == []
