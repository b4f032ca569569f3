import subprocess
import sys

import pytest

from lakmoes.detection import registry
from lakmoes.detection.engine import DetectionEngine
from lakmoes.detection.options import DetectionOptions, Term
from lakmoes.detection.recognizer import Recognizer
from lakmoes.errors import DetectionError
from lakmoes.model import Evidence, Finding, FindingKind
from tests.builders import document_of, page_of, span_of

MAIL = """Van:\tPrins, A. (Anna) <a.prins@minvws.nl>

Aan:\tInkoop <inkoop.oost@minvws.nl>

Beste allemaal,

De heer W. de Boer (BSN 111222333, geboren op 4 juni 1971) belt op 06-1234 5678.
Zijn rekening is NL91 ABNA 0417 1643 00 en zijn auto heeft kenteken RS-284-V.

Met vriendelijke groet,

Anna Prins
070 340 79 11 (algemeen)"""


@pytest.fixture(scope="module")
def engine():
    return DetectionEngine(detectors=())


def detected(engine, *texts):
    pages = tuple(page_of(text, index=index) for index, text in enumerate(texts))
    return pages, engine.detect(document_of(page_count=len(pages)), pages)


def texts_of(pages, findings, kind):
    return [pages[f.span.page_index].text[f.span.start : f.span.end] for f in findings if f.kind is kind]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (FindingKind.EMAIL, ["a.prins"]),
        (FindingKind.BSN, ["111222333"]),
        (FindingKind.DATE_OF_BIRTH, ["4 juni 1971"]),
        (FindingKind.TELEPHONE, ["06-1234 5678"]),
        (FindingKind.IBAN, ["NL91 ABNA 0417 1643 00"]),
        (FindingKind.LICENCE_PLATE, ["RS-284-V"]),
        (FindingKind.GENERAL_CONTACT, ["inkoop.oost@minvws.nl", "070 340 79 11"]),
    ],
)
def test_everything_in_a_mail_is_found(engine, kind, values):
    pages, findings = detected(engine, MAIL)
    assert texts_of(pages, findings, kind) == values


def test_names_are_found_with_all_who_found_them(engine):
    pages, findings = detected(engine, MAIL)
    names = {pages[0].text[f.span.start : f.span.end]: f for f in findings if f.kind is FindingKind.NAME}
    assert {"Prins, A. (Anna)", "W. de Boer", "Anna Prins"} <= set(names)
    assert len({evidence.detector for evidence in names["W. de Boer"].evidence}) > 1


def test_findings_are_sorted_and_the_same_every_time(engine):
    _, first = detected(engine, MAIL, "Bel 06-87654321.")
    _, second = detected(engine, MAIL, "Bel 06-87654321.")
    assert first == second
    assert [f.span.page_index for f in first] == sorted(f.span.page_index for f in first)
    starts = [f.span.start for f in first if f.span.page_index == 0]
    assert starts == sorted(starts)


def test_each_place_and_kind_comes_once_with_evidence_best_first(engine):
    _, findings = detected(engine, MAIL)
    keys = [(f.span, f.kind, f.ground) for f in findings]
    assert len(keys) == len(set(keys))
    for found in findings:
        scores = [evidence.score for evidence in found.evidence]
        assert scores == sorted(scores, reverse=True)


def test_a_value_is_found_again_on_another_page(engine):
    pages, findings = detected(engine, "Behandelaar VWS-U20001", "zie ook VWS-U20001 in het logboek")
    assert texts_of(pages, findings, FindingKind.PERSONAL_NUMBER) == ["VWS-U20001", "VWS-U20001"]


def test_pages_without_text_yield_nothing_and_keep_their_places(engine):
    _, findings = detected(engine, "", "Bel 06-12345678.", "")
    assert [(f.kind, f.span.page_index) for f in findings] == [(FindingKind.TELEPHONE, 1)]


def test_no_pages_yield_nothing(engine):
    assert detected(engine)[1] == ()


def test_terms_of_the_dossier_are_found_with_their_ground():
    engine = DetectionEngine(
        DetectionOptions(terms=(Term(text="Zilvermeeuw", ground="10.2.g"),)), detectors=()
    )
    _, findings = detected(engine, "Project Zilvermeeuw start in mei.")
    assert [(f.kind, f.ground) for f in findings if f.kind is FindingKind.TERM] == [
        (FindingKind.TERM, "10.2.g")
    ]


class Failing(Recognizer):
    kinds = (FindingKind.NAME,)

    def find(self, text):
        if "geheim" in text:
            raise RuntimeError(text)
        return iter(())


def test_a_recognizer_that_fails_fails_the_document(monkeypatch):
    monkeypatch.setattr(registry, "recognizers", lambda _terms: (Failing(),))
    engine = DetectionEngine(detectors=())
    with pytest.raises(DetectionError) as caught:
        detected(engine, "niets", "iets geheims")
    assert caught.value.code == "recognizer-failed"
    assert caught.value.locators == {"page": 2, "part": "Failing", "problem": "RuntimeError"}
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_passages_are_found_by_default():
    opinion = "Ik vind dat wij dit niet aan de minister moeten voorleggen; dat zou onverstandig zijn."
    page = page_of(f"Beste Anna,\n\n{opinion}\n\nGroet,\n\nBas")
    findings = DetectionEngine().detect(document_of(page_count=1), (page,))
    assert FindingKind.OPINION in {found.kind for found in findings}


class OneOpinion:
    def find(self, document, pages):
        evidence = (Evidence(detector="OneOpinion", rule="r", score=0.7),)
        return (Finding(span=span_of(pages[0], "vind"), kind=FindingKind.OPINION, evidence=evidence),)


class Broken:
    def find(self, document, pages):
        raise ValueError(pages[0].text)


def test_detectors_of_the_whole_document_run_after_the_recognizers():
    _, findings = detected(DetectionEngine(detectors=[OneOpinion()]), "Ik vind 06-12345678.")
    assert [f.kind for f in findings] == [FindingKind.OPINION, FindingKind.TELEPHONE]


def test_a_detector_that_fails_fails_the_document():
    with pytest.raises(DetectionError) as caught:
        detected(DetectionEngine(detectors=[Broken()]), "geheime tekst")
    assert caught.value.code == "detector-failed"
    assert "geheim" not in str(caught.value)


def test_presidio_finds_the_same_places(engine):
    results = engine.analyzer().analyze(MAIL, "nl")
    ours = {(f.span.start, f.span.end, f.kind.value) for f in detected(engine, MAIL)[1]}
    theirs = {(result.start, result.end, result.entity_type) for result in results}
    assert ours <= theirs


def test_importing_the_engine_loads_no_heavy_library():
    code = (
        "import sys, lakmoes.detection.engine; "
        "print([m for m in ('spacy', 'presidio_analyzer', 'phonenumbers', 'numpy') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
