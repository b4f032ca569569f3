import json
import re

import pytest

from lakmoes.detection.language_model import LanguageModel
from lakmoes.detection.second_opinion import BATCH, SecondOpinion
from lakmoes.errors import DetectionError
from lakmoes.grounds import ground_book
from lakmoes.model import KEPT_BY_MODEL, DocumentKind, Evidence, FindingKind, Law, Treatment
from lakmoes.suggest import suggest
from tests.builders import document_of, finding_of, page_of
from tests.detection.test_language_model import served

FACT = "De brief is op 3 maart verstuurd."
OPINION = "Dit plan is volgens mij kansloos."
ROUTE = "De bus staat vanaf tien uur bij de sluis."
"""Statements with a word each by which the fake model knows them."""
TEXT = f"{FACT}\n\n{OPINION}\n\n{ROUTE}"


class Classifier:
    """Finds given passages, whatever the document."""

    def __init__(self, *passages):
        self.passages = passages

    def find(self, document, pages):
        return self.passages


def passage(text, kind):
    return finding_of(page_of(TEXT), text, kind)


def judged(rules, certainty=0.8):
    """What a model answers that judges by words; other statements it calls nothing."""

    def answer(messages):
        lines = re.findall(r"^(\d+)\.(.*)$", messages[1]["content"], re.MULTILINE)
        opinions = [
            {
                "nr": int(number),
                "soort": next((rules[word] for word in rules if word in line), "geen"),
                "zekerheid": certainty,
            }
            for number, line in lines
        ]
        return "Hier is het:\n```json\n" + json.dumps(opinions) + "\n```"

    return answer


def opinions_on(answer, *passages, text=TEXT):
    document = document_of(kind=DocumentKind.MEMO, id="d" * 64)
    with served(answer) as (address, asked):
        model = SecondOpinion(Classifier(*passages), LanguageModel(address=address, name="klein"))
        return model.find(document, [page_of(text)]), asked


def test_it_adds_what_the_classifier_did_not_find():
    found, _ = opinions_on(judged({"kansloos": "mening", "sluis": "opsporing"}))
    assert [(TEXT[f.span.start : f.span.end], f.kind) for f in found] == [
        (OPINION, FindingKind.OPINION),
        (ROUTE, FindingKind.OPERATIONAL),
    ]
    assert found[0].evidence == (
        Evidence(detector="LanguageModel", rule="mening", score=0.8, context="klein"),
    )


def test_it_says_so_where_it_agrees():
    found, _ = opinions_on(judged({"kansloos": "mening"}), passage(OPINION, FindingKind.OPINION))
    assert len(found) == 1
    assert [evidence.detector for evidence in found[0].evidence][-1] == "LanguageModel"
    assert found[0].role == ""


def test_what_it_would_keep_is_listed_with_that_as_its_reason():
    found, _ = opinions_on(judged({}), passage(FACT, FindingKind.OPINION))
    assert found[0].role == KEPT_BY_MODEL
    (suggestion,) = suggest(document_of(), found, ground_book(Law.WOB))
    assert suggestion.treatment is Treatment.KEEP
    assert "taalmodel" in suggestion.reason


def test_another_kind_changes_nothing():
    before = passage(OPINION, FindingKind.OPERATIONAL)
    found, _ = opinions_on(judged({"kansloos": "mening"}), before)
    assert found == (before,)


def test_remarks_on_persons_are_not_its_business():
    before = passage(FACT, FindingKind.PERSONAL_REMARK)
    found, _ = opinions_on(judged({}), before)
    assert found == (before,)


def test_what_it_is_unsure_of_changes_nothing():
    before = passage(FACT, FindingKind.OPINION)
    found, _ = opinions_on(judged({"kansloos": "mening"}, certainty=0.4), before)
    assert found == (before,)


def test_numbers_and_kinds_that_were_not_asked_are_ignored():
    answer = '[{"nr": 99, "soort": "mening"}, {"nr": 0, "soort": "mening"}, {"nr": 1, "soort": "onzin"}]'
    assert opinions_on(answer)[0] == ()


@pytest.mark.parametrize("answer", ["", "ik weet het niet", "[1, 2]", '{"nr": 1}', "[{]"])
def test_an_answer_that_cannot_be_read_fails_the_document(answer):
    with pytest.raises(DetectionError) as caught:
        opinions_on(answer)
    assert caught.value.code == "llm-unreadable"


def test_long_documents_go_in_batches():
    text = "\n\n".join(f"Zin nummer {index} zegt iets gewoons." for index in range(BATCH + 1))
    _, asked = opinions_on(judged({}), text=text)
    assert len(asked) == 2
