import pytest

from lakmoes.detection.address import AddressRecognizer
from lakmoes.model import FindingKind
from tests.detection.recognising import best_score, found_in

ADDRESSES = AddressRecognizer()
PERSONAL = FindingKind.ADDRESS
GENERAL = FindingKind.GENERAL_CONTACT


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Anna Prins\nMolenkade 88a\n8064 PX Zwartsluis\n038-386 92 14",
            ["Molenkade 88a\n8064 PX Zwartsluis"],
        ),
        ("De heer A. Prins\nMolenkade 88a\n8064 PX ZWARTSLUIS", ["Molenkade 88a\n8064 PX ZWARTSLUIS"]),
        ("A. Prins, wonende Kreekzoom 4, 4541 JZ Sluiskil. Zij", ["Kreekzoom 4, 4541 JZ Sluiskil"]),
        ("Adres\tHavenzicht 9", ["Havenzicht 9"]),
        ("Adres\n\nHavenzicht 9", ["Havenzicht 9"]),
        ("Straat en huisnummer\tInsulindeweg 614-III", ["Insulindeweg 614-III"]),
        ("Postcode, plaats\t1095 DX AMSTERDAM", ["1095 DX AMSTERDAM"]),
        (
            "Straat en huisnummer\tKerkstraat 1\n\nPostcode, plaats\t9999 XX STITSWERD",
            ["Kerkstraat 1", "9999 XX STITSWERD"],
        ),
        ("bijz\tadres: Dorpsstraat 7, Someren-Heide", ["Dorpsstraat 7, Someren-Heide"]),
        ("Adres: Vlierboomstraat 402, 2564 JG Den Haag. En", ["Vlierboomstraat 402, 2564 JG Den Haag"]),
        ("adres\nWeverslaan 57, Zeist", ["Weverslaan 57, Zeist"]),
        ("mevrouw Prins-Bos, Stationspoort 118, heeft op", ["Stationspoort 118"]),
        ("hij woont op de Kerkstraat 12 bis", ["Kerkstraat 12 bis"]),
        ("zij woont aan weverslaan 57", ["weverslaan 57"]),
        ("buurvrouw Hatice van\nnummer 90 en de zoon", ["nummer 90"]),
        ("Oranjeboomstraat 90b,\nRotterdam\tLD", ["Oranjeboomstraat 90b,\nRotterdam"]),
        ("Anna Prins\tHaersterveerweg 3, Zwolle", ["Haersterveerweg 3, Zwolle"]),
        ("op Noordstraat 211-C, 4571 GG Axel", ["Noordstraat 211-C, 4571 GG Axel"]),
        ("ik woon Laan van Meerdervoort 1200", ["Laan van Meerdervoort 1200"]),
        ("Kissel 40, 6411 XX Heerlen", ["Kissel 40, 6411 XX Heerlen"]),
        ("op Dorpsstraat 7 Zwolle geweest", ["Dorpsstraat 7 Zwolle"]),
        (
            "'s-Gravenweg 12, 2911 CD Nieuwerkerk aan den IJssel",
            ["'s-Gravenweg 12, 2911 CD Nieuwerkerk aan den IJssel"],
        ),
    ],
)
def test_addresses_of_persons(text, values):
    assert found_in(ADDRESSES, text, PERSONAL) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Postbus 20350, 2500 EJ Den Haag", "Postbus 20350, 2500 EJ Den Haag"),
        ("> Retouradres Postbus 20350 2500 EJ Den Haag", "Postbus 20350 2500 EJ Den Haag"),
        ("Bezoekadres\nParkplein 5\n2511 VX Den Haag", "Parkplein 5\n2511 VX Den Haag"),
        ("bijeen in zaal Noord, Johan van Oldenbarneveltlaan 40.", "Johan van Oldenbarneveltlaan 40"),
        ("(kamer 2.14, Hoofdstraat 54 Driebergen)", "Hoofdstraat 54"),
        ("Projectleider | Politie | Eenheid\nHoofdstraat 54, 3972 LB Driebergen | 06-2251 8830", None),
        ("Ministerie van X\nTurfmarkt 147, 2511 DP Den Haag", "Turfmarkt 147, 2511 DP Den Haag"),
        ("adviseur, gemeente Voorbeeld\nRaadhuisplein 1 | 14 0184", "Raadhuisplein 1"),
        ("dat is Oudlaan 4 in Utrecht, het\nkantoor van de koepel", "Oudlaan 4"),
        ("Van Dam advocaten\nLange Voorhout 231, Den Haag", "Lange Voorhout 231, Den Haag"),
    ],
)
def test_addresses_of_organisations_stay(text, value):
    found = found_in(ADDRESSES, text, GENERAL)
    assert found_in(ADDRESSES, text, PERSONAL) == []
    if value:
        assert any(place.startswith(value) for place in found)


@pytest.mark.parametrize(
    "text",
    [
        "Stationsplein, 23 januari 2021 rond",
        "Stationsplein 23 januari",
        "Blok 3 van de planning",
        "bureau Kerkplein\n17.30 uur",
        "in Amsterdam 2020",
        "in 2020 DE KAMER",
        "Merel 4 en Putter",
        "Tabblad 3",
        "artikel 3 Politiewet 2012",
        "Woensdrecht, praktijkdag",
        "de burgemeester van Dijk 3 keer",
        "hij woont in Zwolle",
        "nummer 90 van de lijst",
        "1234 SS Utrecht",
        "Overzicht 3",
        "de Regering 2 keer",
        "Antwoord 4, zie boven",
        "Toezicht 12.",
        "een schip van 2000 GT Kapitein",
        "FERRIPROX 1000MG FILMOMHULDE TABLETTEN",
        "Vliegvelden 1 en 2",
        "Nederland 1780",
    ],
)
def test_no_addresses(text):
    assert found_in(ADDRESSES, text) == []


def test_the_address_of_a_property_in_a_case_is_asked():
    assert (
        best_score(ADDRESSES, "de vergunning voor het pand Kerkstraat 5 is verleend aan de eigenaar") == 0.5
    )
