import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes.detection.names import NAME_RECOGNIZERS
from lakmoes.detection.options import DetectionOptions, Term
from lakmoes.detection.registry import document_detectors, recognizers
from lakmoes.model import FindingKind


def test_every_recognizer_is_our_own_and_comes_once():
    made = recognizers()
    assert {type(recognizer).__module__.partition(".")[0] for recognizer in made} == {"lakmoes"}
    names = [recognizer.name for recognizer in made]
    assert len(names) == len(set(names))
    assert {recognizer.supported_language for recognizer in made} == {"nl"}


def test_every_kind_of_personal_data_has_a_recognizer():
    kinds = {kind for recognizer in recognizers() for kind in recognizer.kinds}
    assert kinds >= {
        FindingKind.NAME,
        FindingKind.EMAIL,
        FindingKind.TELEPHONE,
        FindingKind.BSN,
        FindingKind.IBAN,
        FindingKind.ADDRESS,
        FindingKind.DATE_OF_BIRTH,
        FindingKind.LICENCE_PLATE,
        FindingKind.IDENTITY_DOCUMENT,
        FindingKind.PERSONAL_NUMBER,
        FindingKind.NETWORK_ADDRESS,
        FindingKind.LOCATION,
        FindingKind.SOCIAL_HANDLE,
        FindingKind.GENERAL_CONTACT,
    }


def test_every_recognizer_says_what_it_is_for():
    for recognizer in recognizers():
        assert type(recognizer).__doc__


def test_terms_add_a_recognizer():
    assert len(recognizers([Term(text="Meeuw", ground="10.2.g")])) == len(recognizers()) + 1


def test_detectors_of_a_document_can_be_called():
    assert all(callable(detector.find) for detector in document_detectors(DetectionOptions()))


ALL = recognizers([Term(text="Meeuw 06", ground="10.2.g", compound=True)])
PIECES = (
    "BSN 111222333",
    "06-1234 5678",
    "NL91 ABNA 0417 1643 00",
    "a.prins@politie.nl",
    "RS-284-V",
    "kenteken",
    "geboren op",
    "4 juni 1991",
    "(9 jaar)",
    "Molenkade 88a",
    "8064 PX Zwartsluis",
    "Postbus 12",
    "gebruikersnaam",
    "84.27.193.55",
    "+48 601 774 213",
    "LinkedIn",
    "De heer",
    "Anna Prins",
    "€ 1.234,50",
    "rekening",
    "(",
    ")",
    "@",
    "+",
    "00",
    "|",
    ".",
    ",",
    "-",
    "Meeuw 06",
)
texts = st.lists(st.sampled_from(PIECES) | st.sampled_from([" ", "\n", "\t", "\n\n", ""]), max_size=14).map(
    "".join
)


@settings(deadline=None)
@given(texts | st.text(st.sampled_from("0123456789 +-./()\n\tabANL@:€"), max_size=60))
def test_whatever_the_text_every_hit_is_a_place_with_visible_ends(text):
    for recognizer in ALL:
        for hit in recognizer.find(text):
            found = text[hit.start : hit.end]
            assert found
            assert found == found.strip()
            assert hit.end <= len(text)
            assert hit.kind in recognizer.kinds
            assert "\n\n" not in found


@pytest.mark.parametrize(
    "piece",
    ["1", "0", "a", "a.", "12-", "1 ", "A ", "ab:", "bsn ", "man (1 ", "Kerkstraat 1 ", "a@", "(", "+1 "],
)
def test_no_text_takes_long(piece):
    text = piece * (20_000 // len(piece))
    numbers = [recognizer for recognizer in ALL if type(recognizer) not in NAME_RECOGNIZERS]
    start = time.perf_counter()
    for recognizer in numbers:
        for _ in recognizer.find(text):
            pass
    assert time.perf_counter() - start < 5
