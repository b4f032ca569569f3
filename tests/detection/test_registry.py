from lakmoes.detection.engine import Term
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
    assert all(callable(detector.find) for detector in document_detectors())
