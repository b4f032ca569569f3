import pytest

from lakmoes.detection.passages import PassageClassifier
from lakmoes.detection.passages.classifier import LEAST
from lakmoes.model import DocumentKind, FindingKind
from tests.builders import document_of, page_of


@pytest.fixture(scope="module")
def classifier():
    return PassageClassifier()


def passages(classifier, kind, *texts, least=0.45):
    document = document_of(kind=kind, page_count=len(texts))
    pages = tuple(page_of(text, document.id, index) for index, text in enumerate(texts))
    findings = classifier.find(document, pages)
    return [
        (finding.kind, pages[finding.span.page_index].quote(finding.span))
        for finding in findings
        if finding.score >= least
    ]


# The subjects of these texts do not occur in the texts that the weights were fitted on.
MEMO = """Notitie zeehondenopvang – voor intern beraad

2. Duiding

In 2020 zijn 412 zeehonden opgevangen. Het convenant is op 3 juli gepubliceerd. Ik vind het convenant een \
zwak compromis dat niemand durft te verdedigen. We moeten hier niet nog een keer in trappen.

3. Geld

De subsidie bedraagt volgens de begroting € 900.000. In het gesprek met de stichting kunnen we tot \
€ 1,1 miljoen gaan, maar dat noemen we niet."""


def test_opinions_are_found_and_facts_stay(classifier):
    found = passages(classifier, DocumentKind.MEMO, MEMO)
    opinions = [text for kind, text in found if kind is FindingKind.OPINION]
    assert opinions == [
        "Ik vind het convenant een zwak compromis dat niemand durft te verdedigen. "
        "We moeten hier niet nog een keer in trappen."
    ]
    everything = " ".join(text for _, text in found)
    assert "412" not in everything
    assert "convenant is op 3 juli" not in everything


def test_room_to_negotiate_is_found(classifier):
    found = passages(classifier, DocumentKind.MEMO, MEMO)
    assert [text for kind, text in found if kind is FindingKind.FINANCIAL_INTEREST] == [
        "In het gesprek met de stichting kunnen we tot € 1,1 miljoen gaan, maar dat noemen we niet."
    ]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            DocumentKind.MEMO,
            "De post staat vanaf 23.00 uur in een witte bestelbus achter de stallen en volgt de verdachte "
            "op ten minste 200 meter.",
            FindingKind.OPERATIONAL,
        ),
        (
            DocumentKind.MEMO,
            "De inspecteurs komen onaangekondigd om 05.00 uur en vragen als eerste naar het logboek, zodat "
            "niemand het nog kan aanpassen.",
            FindingKind.INSPECTION,
        ),
        (
            DocumentKind.EMAIL,
            "De ambassadeur heeft ons in vertrouwen laten weten dat Oslo het verdrag niet tekent.",
            FindingKind.FOREIGN_RELATIONS,
        ),
        (
            DocumentKind.REPORT,
            "Bij stroomuitval valt de bewaking van de reservevoorraad weg en is het hek niet op slot.",
            FindingKind.STATE_SECURITY,
        ),
        (
            DocumentKind.EMAIL,
            "Wij rekenen € 14,20 per stuk bij afname van 5.000 en leveren 800 stuks per week.",
            FindingKind.BUSINESS_DATA,
        ),
    ],
)
def test_each_kind_is_told_apart(classifier, kind, text, expected):
    assert (expected, text) in passages(classifier, kind, text)


OPINION = "Ik vind dit een slecht plan dat we niet moeten willen."
SENT = "> Retouradres Postbus 1\n\nOns kenmerk 12\n\nGeachte heer,\n\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (DocumentKind.NEWS, OPINION),
        (DocumentKind.LETTER, SENT + OPINION),
        (DocumentKind.LETTER, "Geacht college,\n\n" + OPINION),
        (DocumentKind.FORM, "Klachtformulier\n\n" + OPINION),
        (DocumentKind.REPORT, "ISBN 978 90 0000 000 0\n\n" + OPINION),
    ],
)
def test_only_internal_deliberation_holds_opinions(classifier, kind, text):
    assert passages(classifier, kind, text, least=LEAST) == []
    assert passages(classifier, DocumentKind.MEMO, OPINION) == [(FindingKind.OPINION, OPINION)]


def test_a_note_under_a_sent_letter_is_internal(classifier):
    text = SENT + "Wij vinden uw brief duidelijk.\n\nNotitie (intern)\n\n" + OPINION
    assert passages(classifier, DocumentKind.LETTER, text) == [(FindingKind.OPINION, OPINION)]


def test_passages_are_not_joined_over_paragraphs_or_pages(classifier):
    found = passages(classifier, DocumentKind.MEMO, OPINION + "\n\n" + OPINION, OPINION)
    assert found == [(FindingKind.OPINION, OPINION)] * 3


@pytest.mark.parametrize("number", ["2. ", "3) ", "(4) ", "b. "])
def test_the_number_of_an_item_stays(classifier, number):
    opinion = "Ik vind het convenant een zwak compromis dat niemand durft te verdedigen."
    found = passages(classifier, DocumentKind.MEMO, f"Notitie voor intern beraad\n\n{number}{opinion}")
    assert (FindingKind.OPINION, opinion) in found


def test_evidence_says_why(classifier):
    (finding,) = classifier.find(document_of(kind=DocumentKind.MEMO), (page_of(OPINION),))
    (evidence,) = finding.evidence
    assert evidence.detector == "PassageClassifier"
    assert evidence.rule in {"eigen mening", "waardering", "noodzaak"}
    assert 1 <= len(evidence.context.split(", ")) <= 5
    assert 0.5 < evidence.score <= 1.0


def test_nothing_is_yielded_below_the_least_score(classifier):
    findings = classifier.find(document_of(kind=DocumentKind.MEMO), (page_of(MEMO),))
    assert all(finding.score >= LEAST for finding in findings)


def test_a_page_without_text_holds_nothing(classifier):
    assert classifier.find(document_of(), (page_of(""),)) == ()


def test_the_same_document_gives_the_same_findings(classifier):
    document, pages = document_of(kind=DocumentKind.MEMO), (page_of(MEMO),)
    assert classifier.find(document, pages) == PassageClassifier().find(document, pages)
