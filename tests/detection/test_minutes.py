import pytest

from lakmoes.detection.minutes import Enumerations, Speakers
from tests.detection.naming import found_words, roles_in

SPEAKERS = (Speakers(),)
ENUMERATIONS = (Enumerations(),)


@pytest.mark.parametrize(
    "text",
    [
        "[[Pham]]: De meetwaarden zijn overgenomen.",
        "Tekst.\n\n[[Sjoerd]]: in de planning staat het nog.",
        "\n\nkol. [[Stam]]: aggregaten",
        "De heer [[W. Post]]: wij zijn nooit gehoord.",
        "[[Tamminga]] (politie): ja",
        "Datum: 3 mei",
        "Bron: CBS",
        "RE: FW: begroting",
        "Variant 1: niets doen",
        "Let op: dit is voorlopig",
    ],
)
def test_speakers_before_a_colon(text: str) -> None:
    assert found_words(text, SPEAKERS) == ([], [])


def test_initials_before_a_colon_wait_for_more_evidence() -> None:
    (hit,) = Speakers().find("WDB: ik regel het")
    assert hit.score < 0.4


@pytest.mark.parametrize(
    "text",
    [
        "Gehoord zijn de heren [[KUIPER]], [[TAMMINGA]] en [[POSTMA]]; anderen niet.",
        "Aanwezig waren de dames [[Vos]] en [[Van den Heuvel]].",
        "Actie: [[Jansen]]",
        "Actie: [[Ton]] en [[Els]]",
        "Vastgesteld. Actie A is klaar, actie B loopt.",
        "De heren gingen naar huis.",
    ],
)
def test_enumerated_persons(text: str) -> None:
    assert found_words(text, ENUMERATIONS) == ([], [])


def test_judges_of_a_ruling_have_their_role() -> None:
    text = "De rechtbank (mrs. P.J. Duinker en S. Ait Taleb) oordeelde anders."
    assert set(roles_in(text).values()) == {"rechter"}
