import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.pdf.telltale import REPLACEMENT, Telltale

NAMES = Telltale(["Willem Appelman", "J. Hijlkema", "Bo", "w.appelman", "06-12345678", "34", "é"])


@pytest.mark.parametrize(
    ("value", "blanked"),
    [
        ("Gesprek met Willem Appelman", "Gesprek met [gelakt]"),
        ("Gesprek met willem_APPELMAN.", "Gesprek met [gelakt]."),
        ("Gesprek met Wíllem Appelman", "Gesprek met [gelakt]"),
        ("WillemAppelman1980", "[gelakt]1980"),
        ("mailto:w.appelman@om.example", "mailto:[gelakt]@om.example"),
        ("mailto:w%2Eappelman%40om.example", "[gelakt]"),
        ("bel 0612345678", "bel [gelakt]"),
        ("Bo", "[gelakt]"),
        ("Brief van J Hijlkema (2)", "Brief van [gelakt] (2)"),
        ("Willem Appelman en Bo", "[gelakt] en [gelakt]"),
    ],
)
def test_redacted_texts_are_found_and_taken_out(value: str, blanked: str) -> None:
    assert NAMES.within(value)
    assert NAMES.blanked(value) == blanked
    assert not NAMES.within(NAMES.blanked(value).replace(REPLACEMENT, ""))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Bos",
        "Willem",
        "Appel",
        "Hoofdstuk 34",
        "elke e",
        "Hijlkema",
        "6 november",
        "bob",
        "https://om.example/1",
    ],
)
def test_other_texts_stay_as_they_are(value: str) -> None:
    assert not NAMES.within(value)
    assert NAMES.blanked(value) == value


def test_a_part_of_a_redacted_passage_tells_when_it_is_long_enough() -> None:
    passage = Telltale(["De drone vliegt op 3 mei boven de haven van Lissum"])
    assert passage.within("Drone vliegt op 3 mei")
    assert passage.within("boven de haven")
    assert not passage.within("de haven")
    assert not passage.within("Drone boven Lissum")
    assert passage.blanked("boven de haven") == REPLACEMENT


@pytest.mark.parametrize("texts", [[], [""], [" - "], ["a"], ["12"], ["..."]])
def test_texts_that_tell_nothing_are_not_looked_for(texts: list[str]) -> None:
    assert not Telltale(texts)
    assert not Telltale(texts).within("a 12 ... - bijlage")


@given(
    st.text("abcijÉé .-_", min_size=4, max_size=20),
    st.text("abcij .", max_size=8),
    st.text("xyz .", max_size=8),
)
def test_nothing_tells_after_blanking(secret: str, before: str, after: str) -> None:
    telltale = Telltale([secret])
    value = f"{before} {secret} {after}"
    assert telltale.within(value) is bool(telltale)
    assert not telltale.within(telltale.blanked(value).replace(REPLACEMENT, " "))


@pytest.mark.parametrize(
    ("value", "tells"),
    [
        ("Winterscenario's in de zorg", False),
        ("Gesprek met Winter", True),
        ("mailto:jwinter@om.example", True),
        ("scenario_jwinter2", True),
        ("Verslag van jhijlkema-winter", True),
    ],
)
def test_a_name_inside_a_longer_word_of_a_title_is_another_word(value: str, tells: bool) -> None:
    assert Telltale(["Winter", "Hijlkema-Winter"]).within(value) is tells
