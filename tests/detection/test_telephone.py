import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.telephone import TelephoneRecognizer
from lakmoes.model import FindingKind
from tests.detection.recognising import found_in, hits_in

PHONES = TelephoneRecognizer()
PERSONAL = FindingKind.TELEPHONE
GENERAL = FindingKind.GENERAL_CONTACT


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("06-1234 5678, 06 12 34 56 78", ["06-1234 5678", "06 12 34 56 78"]),
        ("06.12.34.56.78 of 06/12345678", ["06.12.34.56.78", "06/12345678"]),
        ("0612 34 56 78", ["0612 34 56 78"]),
        ("06 - 12 34 56 78", ["06 - 12 34 56 78"]),
        ("afzender 31612345678", ["31612345678"]),
        ("bel me op 612345678", ["612345678"]),
        ("mobiel 6 1234 5678", ["6 1234 5678"]),
        ("06–12345678", ["06–12345678"]),
        ("(06) 12 34 56 78", ["(06) 12 34 56 78"]),
        ("(06-1045 7793)", ["06-1045 7793"]),
        ("06-1966\n5403 toch?", ["06-1966\n5403"]),
        ("06-\n12345678", ["06-\n12345678"]),
        ("0 6 1 2 3 4 5 6 7 8", ["0 6 1 2 3 4 5 6 7 8"]),
        ("O6-12345678", ["O6-12345678"]),
        ("06-12345678\n06-87654321", ["06-12345678", "06-87654321"]),
        ("+31 6 1234 5678", ["+31 6 1234 5678"]),
        ("+31 (0)6 1234 5678", ["+31 (0)6 1234 5678"]),
        ("+31(6)12345678", ["+31(6)12345678"]),
        ("+31612345678", ["+31612345678"]),
        ("0031612345678", ["0031612345678"]),
        ("0031 6 12345678", ["0031 6 12345678"]),
        ("070 340\n60 12", ["070 340\n60 12"]),
        ("(070) 340 55 21", ["(070) 340 55 21"]),
        ("070-3405521", ["070-3405521"]),
        ("0115-68 84 52", ["0115-68 84 52"]),
        ("0184 - 70 66 31", ["0184 - 70 66 31"]),
        ("010-7709 412", ["010-7709 412"]),
        ("020-5551234/35", ["020-5551234"]),
        ("0032 470 11 83 52. Of app.", ["0032 470 11 83 52"]),
        ("+46 70 118 24 06", ["+46 70 118 24 06"]),
        ("mobile\n+49 151 4420 7719).", ["+49 151 4420 7719"]),
        ("+48 601 774 213 10:20", ["+48 601 774 213"]),
        ("+31 6 2044 8157 10:20", ["+31 6 2044 8157"]),
        ("(toestel 53318)", ["53318"]),
        ("tst. 1234 of doorkiesnummer: 5678", ["1234", "5678"]),
        ("tel. 340 60 12", ["340 60 12"]),
        ("A. Prins\t150,00 06-4718 2039", ["06-4718 2039"]),
        ("Week\tTelefoon\n\n50\t0641773820\tE. Bos", ["0641773820"]),
    ],
)
def test_numbers_of_persons(text, values):
    assert found_in(PHONES, text, PERSONAL) == values


@pytest.mark.parametrize(
    "text",
    [
        "07-12-2020 12:00:00",
        "06-12-2020 12:30",
        "van 08.30 - 09.35 uur",
        "IBAN NL91 ABNA 0417 1643 00",
        "NL67 RABO 0332\n9915 07",
        "betalingskenmerk 7 1120 7456 6800\n0040",
        "personeelsnummers 00417733,\n00420918 en 00398254",
        "kenmerk 0123456789",
        "ISBN 978 90 1234 567 8",
        "€ 0612345678,50",
        "toestel 3 en 4",
        "PH-6K1",
        "2020-220416",
        "0,612345678",
    ],
)
def test_no_numbers(text):
    assert found_in(PHONES, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 0184", "14 0184"),
        ("bel 14010", "14010"),
        ("0800-1351", "0800-1351"),
        ("0900-8844", "0900-8844"),
        ("bel 1400", "1400"),
        ("Alarm\t112", "112"),
        ("voor spoed 112", "112"),
        ("Bel voor storingen 088-1234567", "088-1234567"),
        ("088 699 11 00 (algemeen)", "088 699 11 00"),
        ("088-169 90 00 (algemeen nummer)", "088-169 90 00"),
        ("Het algemene nummer van de dienst is 088-3742332.", "088-3742332"),
        ("kantoor 053 - 480 99 00", "053 - 480 99 00"),
        ("Distributiepunt, balie\t088 123 99 00", "088 123 99 00"),
        ("GGD, crisispiket\t030 252 50 50", "030 252 50 50"),
        ("via de servicedesk,\ntelefoon 088 662 70 00", "088 662 70 00"),
        ("woordvoerder Joris Hamer (070-340 60\n00)", "070-340 60\n00"),
        ("Persvoorlichter politie | 088-169 90 10", "088-169 90 10"),
        ("Inge Prins (woordvoerder gemeente, 0184-77 12 00)", "0184-77 12 00"),
        ("Vragen: evenementen@minvws.nl, 070 340 60 00.", "070 340 60 00"),
        ("bestelling bij pizzeria Napels 0184-55 55 55", "0184-55 55 55"),
        ("Ongedierte (firma Mol & Zonen)\t0320-77 44 10", "0320-77 44 10"),
        ("Vast nummer voor bewoners (070 340 61 61)", "070 340 61 61"),
        ("Switchboard +46 77 114 14 00", "+46 77 114 14 00"),
        ("Bezoekadres\nParkplein 5\n2511 VX Den Haag\nT 070 340 79 11", "070 340 79 11"),
        (
            "A. Prins | M 06-5043 7716\nMinisterie van X | Plein 5 | 2511 VX Den Haag | T 070 340 79 11",
            "070 340 79 11",
        ),
        ("Inspectie Voorbeeld\nStadsplein 1, 3521 AZ Utrecht – 088 120 50 00", "088 120 50 00"),
    ],
)
def test_general_numbers(text, value):
    assert found_in(PHONES, text, GENERAL) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("T 088 699 43 71 (direct) / 088 699 11 00 (algemeen)", "088 699 43 71"),
        ("A. Prins | adviseur | 070 370 58 83 | persvoorlichting: 070 370 73 45", "070 370 58 83"),
        ("06 83 11 40 27 | kantoor 053 - 480 99 00", "06 83 11 40 27"),
        ("Beheerder hal 1, Geert Prins\t077-3207 115", "077-3207 115"),
        ("Contactpersoon\nA. Prins\nT 070 340 55 21\nPlein 5\n2511 VX Den Haag", "070 340 55 21"),
        ("algemeen directeur Anna Prins, 070 340 55 21", "070 340 55 21"),
        ("Doorkiesnummer 088-699 13 08", "088-699 13 08"),
        ("journalist (Arjen Prins, 06-1920 4488)", "06-1920 4488"),
        ("dhr. Prins van firma Mol, 0320-77 44 10", "0320-77 44 10"),
        ("Sander Prins, directeur\n0320-77 44 10 (dag en nacht)", "0320-77 44 10"),
    ],
)
def test_a_person_near_a_desk_keeps_a_personal_number(text, value):
    assert found_in(PHONES, text, PERSONAL) == [value]


def test_a_direct_number_says_so():
    rules = {hit.rule for hit in hits_in(PHONES, "T 088 699 43 71 (direct)")}
    assert rules == {"rechtstreeks nummer"}


separators = st.sampled_from(["", " ", "-", ".", " - ", "\n"])


@given(st.text("0123456789", min_size=8, max_size=8), separators, separators, separators)
def test_every_mobile_number_is_found(digits, first, second, third):
    value = f"06{first}{digits[:2]}{second}{digits[2:5]}{third}{digits[5:]}"
    is_date = first and second and digits[2:4] in ("19", "20")
    if not is_date:
        assert found_in(PHONES, f"bel {value} of mail", PERSONAL) == [value]
