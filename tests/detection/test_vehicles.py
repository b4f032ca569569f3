import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.vehicles import SIDE_CODES, LicencePlateRecognizer
from lakmoes.model import FindingKind
from tests.detection.recognising import best_score, found_in

PLATES = LicencePlateRecognizer()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("RS-284-V, 07-MBH-1", ["RS-284-V", "07-MBH-1"]),
        ("een autosleutel (6-KDT-43, Citroën)", ["6-KDT-43"]),
        ("Kenteken\tGT-618-X (mijn auto stond er)", ["GT-618-X"]),
        ("auto 24-JRL-9 en NX-04-GH", ["24-JRL-9", "NX-04-GH"]),
        ("kenteken GT618X", ["GT618X"]),
        ("GZ–97–TX reed voor", ["GZ–97–TX"]),
        ("een bus met kenteken WX 12345", ["WX 12345"]),
        ("kenteken: gt 618 x", ["gt 618 x"]),
        ("kenteken GT-618-\nX", ["GT-618-\nX"]),
        ("een grijze golf 38 PZX 1 reed", ["38 PZX 1"]),
        ("zijn auto gt618x", ["gt618x"]),
        ("kenteken 1-ABC-234 (B)", ["1-ABC-234"]),
        ("Datum\tNaam\tKenteken\n\n24-11\tA. Prins\t73ZKD2", ["73ZKD2"]),
        ("kenteken AB-12-34", ["AB-12-34"]),
    ],
)
def test_plates(text, values):
    assert found_in(PLATES, text, FindingKind.LICENCE_PLATE) == values


@pytest.mark.parametrize(
    "text",
    [
        "GT618X",
        "registratie PH-6K1 en PH-ABC",
        "offerte ZL-20-1188",
        "serienummer AV4N-20-0092",
        "certificaat DK-88-20417",
        "gezicht herkenbaar tot 140 m, kenteken tot 210 m",
        "kenteken wisselt per maand",
        "auto van 20 en 30 jaar",
        "met de bus van 40 EN 50",
        "factuur 2020-90114 van 09-11-20",
        "3361 LP",
        "06-12-34-56-78",
        "X-12-ABC-5",
        "week 40, 20 en 21",
    ],
)
def test_no_plates(text):
    assert found_in(PLATES, text, FindingKind.LICENCE_PLATE) == []


def test_a_marked_service_vehicle_stays():
    text = "aanhanger\tWB-39-XD\taanhangwagen, gestickerd 'Gemeente'\tstaat op de open dag"
    assert found_in(PLATES, text, FindingKind.GENERAL_CONTACT) == ["WB-39-XD"]
    assert found_in(PLATES, text, FindingKind.LICENCE_PLATE) == []


def test_a_rare_series_without_a_word_that_names_it_is_asked():
    assert best_score(PLATES, "code AB-12-34 in de lijst") == 0.45


plates = st.sampled_from(SIDE_CODES[2:14]).flatmap(
    lambda code: st.from_regex(
        re.compile(code.replace("X", "[BDFGHJKLNPRSTVXZ]").replace("9", "[0-9]"), re.ASCII), fullmatch=True
    )
)


@given(plates)
def test_every_series_is_found_with_dashes(plate):
    assert found_in(PLATES, f"de wagen {plate} stond er", FindingKind.LICENCE_PLATE) == [plate]


@given(plates)
def test_every_series_is_found_without_dashes_beside_the_word(plate):
    bare = plate.replace("-", "")
    assert bare in found_in(PLATES, f"kenteken {bare}, stond er", FindingKind.LICENCE_PLATE)
