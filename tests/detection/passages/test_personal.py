import pytest

from lakmoes.detection.passages.context import statements
from lakmoes.detection.passages.personal import PersonalRemarks
from lakmoes.model import DocumentKind, FindingKind
from tests.builders import document_of, page_of


def remarks_in(text, kind=DocumentKind.EMAIL, least=0.5, chance=0.3):
    page = page_of(text)
    document = document_of(kind=kind)
    found = [statement for statement in statements(kind, (page,)) if statement.judged]
    findings = PersonalRemarks().find(document, found, {0: page.text}, [chance] * len(found))
    return [
        page.text[finding.span.start : finding.span.end]
        for finding in findings
        if finding.kind is FindingKind.PERSONAL_REMARK and finding.score >= least
    ]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Ik kan vrijdag niet, mijn vader ligt op de hartbewaking, dus bel Jo.",
            "mijn vader ligt op de hartbewaking",
        ),
        ("Afwezig: J. Blom (thuis na positieve test).", "thuis na positieve test"),
        (
            "Wij spraken mevrouw De Graaf (dementie, gesloten afdeling) gisteren.",
            "dementie, gesloten afdeling",
        ),
        ("Zij heeft reuma en is in de ziektewet.", "Zij heeft reuma en is in de ziektewet."),
        (
            "I will be there, although I am away for chemotherapy on Thursday.",
            "although I am away for chemotherapy on Thursday.",
        ),
    ],
)
def test_the_clause_about_a_person_is_found(text, remark):
    assert remarks_in(text) == [remark]


def test_a_cell_counts_whole():
    text = "Naam\tReden\n\nAnouk B.\tburn-outklachten, bedrijfsarts 15 jan\n\nJo\tvakantie"
    assert remarks_in(text, DocumentKind.PLANNING) == ["burn-outklachten, bedrijfsarts 15 jan"]


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal patiënten met dementie steeg met 4 procent.",
        "De regeling wordt opgenomen in het draaiboek.",
        "In de verpleeghuizen waren 231 locaties met besmettingen.",
        "De bewoners gaan om tien uur naar bed.",
        "Ik stuur het verslag morgen.",
    ],
)
def test_what_is_said_of_people_in_general_stays(text):
    assert remarks_in(text) == []


def test_a_published_text_holds_no_remarks_to_redact():
    text = "‘Ik ben zelf ziek geweest’, zegt minister Bos."
    assert remarks_in(text, DocumentKind.NEWS) == []


def test_a_judge_that_is_sure_of_none_drops_a_clause():
    text = "Ik kan vrijdag niet, mijn vader ligt op de hartbewaking."
    assert remarks_in(text)
    assert not remarks_in(text, chance=0.01)


def test_a_judge_that_is_sure_of_one_takes_the_sentence_where_no_clause_is_found():
    text = "Corné draagt sinds kort een pomp."
    assert not remarks_in(text)
    assert remarks_in(text, chance=0.9) == [text]
    assert not remarks_in(text, DocumentKind.NEWS, chance=0.9)
