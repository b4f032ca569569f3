"""Firms over a whole dossier: who is asked, who stays, and how far a name reaches."""

import pytest

from lakmoes.detection.firms import firm_findings
from lakmoes.model import DocumentKind, FindingKind
from tests.builders import document_of, finding_of, text_page

MEMO = DocumentKind.MEMO
LETTER_TO_PARLIAMENT = (
    "De Voorzitter van de Tweede Kamer der Staten-Generaal\n\nOns kenmerk 12\n\nGeachte voorzitter,\n\n"
    "{text}\n\nDe minister van Zaken,"
)
TABLE = (
    "Aanbieder\tPrijs\tOpmerking\n\nWindvanger Techniek\t€ 12,50\tdegelijk\n\nAqualumo\t€ 9,10\tsnel\n\n"
    "Stoomhuyzo Nederland B.V.\t€ 8,00\tgoed"
)


def found(*texts, kinds=(), names=(), terms=()):
    """Per text the passages that firm findings cover."""
    kinds = kinds or [MEMO] * len(texts)
    documents = [document_of(number, kind) for number, kind in enumerate(kinds, 1)]
    pages = {
        document.id: (text_page(document.id, text),) for document, text in zip(documents, texts, strict=True)
    }
    known = {
        document.id: tuple(
            finding_of(pages[document.id][0], name) for name in names if name in pages[document.id][0].text
        )
        for document in documents
    }
    findings = firm_findings(documents, pages, known, terms)
    return [
        [
            pages[document.id][0].text[finding.span.start : finding.span.end]
            for finding in findings
            if finding.span.document_id == document.id
        ]
        for document in documents
    ]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("De opdracht ging niet naar Aqualumo B.V.: dat bedrijf viel af.", ["Aqualumo B.V."]),
        ("Over Aqualumo Techniek zijn twee klachten binnengekomen.", ["Aqualumo Techniek"]),
        ("Aanbieder Aqualumo is failliet.", ["Aqualumo"]),
        ("Nummer twee, Aqualumo, dreigt met een kort geding.", ["Aqualumo"]),
        ("Leverancier Aqualumo vraagt zijn naam niet te noemen.", ["Aqualumo"]),
        ("We rejected Aqualumo Ltd in the second round.", ["Aqualumo Ltd"]),
        ("Aqualumo B.V. levert de broodjes voor de lunch.", []),
        ("De leverancier heeft een klacht ingediend.", []),
        ("Leverancier Amsterdam is failliet.", []),
        ("Aanbieder Jansen is failliet.", []),
        ("Aanbieder Bolderik is failliet.", []),
        ("Het ministerie van Justitie viel af.", []),
    ],
)
def test_a_firm_is_asked_where_the_text_speaks_against_naming_it(text, firms):
    assert found(text) == [firms]


def test_one_word_of_bargaining_is_not_enough_and_three_are():
    texts = [
        "Aqualumo B.V. stuurde een offerte.",
        "Aqualumo geeft korting.",
        "De levertijd van Aqualumo is lang.",
    ]
    assert found(*texts[:2]) == [[], []]
    assert found(*texts) == [["Aqualumo B.V."], ["Aqualumo"], ["Aqualumo"]]


def test_bidders_in_a_comparison_are_asked():
    assert found(TABLE) == [["Windvanger Techniek", "Aqualumo", "Stoomhuyzo Nederland B.V."]]


def test_a_firm_is_found_in_the_whole_dossier_in_every_form():
    others = "Aqualumo belt. Zie Aqualumo_offerte_12.pdf, info@aqualumo.nl en Aqualumos plan; geen aqualumo."
    assert found("Inschrijver Aqualumo Techniek B.V. viel af.", others) == [
        ["Aqualumo Techniek B.V."],
        ["Aqualumo", "Aqualumo_offerte_12.pdf", "info@aqualumo.nl", "Aqualumos"],
    ]


@pytest.mark.parametrize(
    ("public", "kind"),
    [
        (LETTER_TO_PARLIAMENT.format(text="Aqualumo B.V. levert de pompen."), DocumentKind.LETTER),
        ("De pompen komen van Aqualumo B.V. uit Tiel.", DocumentKind.NEWS),
        ("Op 3 mei is een overeenkomst gesloten met Aqualumo B.V., zie TenderNed.", MEMO),
    ],
)
def test_a_firm_of_which_the_public_knows_stays(public, kind):
    assert found("Aqualumo B.V. is bijna failliet.", public, kinds=[MEMO, kind]) == [[], []]


def test_a_contract_given_in_secret_is_no_publication():
    text = "De opdracht is onderhands gegund aan Aqualumo B.V., nadat Stoomhuyzo B.V. was afgevallen."
    assert found(text) == [["Aqualumo B.V.", "Stoomhuyzo B.V."]]


def test_a_draft_of_a_letter_is_no_publication():
    draft = "Concept\n\n" + LETTER_TO_PARLIAMENT.format(text="Aqualumo B.V. levert de pompen.")
    assert found("Aqualumo B.V. is failliet.", draft, kinds=[MEMO, DocumentKind.LETTER]) == [
        ["Aqualumo B.V."],
        ["Aqualumo B.V."],
    ]


def test_a_term_of_the_dossier_makes_a_firm_confidential_in_its_short_form():
    texts = ["Aqualumo belt.", "Aqualumo Techniek B.V. levert."]
    assert found(*texts) == [[], []]
    assert found(*texts, terms=["Aqualumo Techniek B.V."]) == [["Aqualumo"], ["Aqualumo Techniek B.V."]]


def test_a_persons_name_is_no_firm():
    text = "Aanbieder Aqualumo is failliet. Mark Aqualumo belt."
    assert found(text, names=["Mark Aqualumo"]) == [["Aqualumo"]]


def test_the_evidence_says_why():
    page = text_page(document_of().id, "Inschrijver Aqualumo viel af.")
    (finding,) = firm_findings([document_of()], {page.document_id: (page,)}, {})
    assert finding.kind is FindingKind.DISADVANTAGE
    (evidence,) = finding.evidence
    assert (evidence.detector, evidence.rule, evidence.context) == (
        "Firms",
        "niet gekozen aanbieder",
        "viel af",
    )
    assert 0.4 < evidence.score < 1


OFFER = (
    "Van: Bo Vink <bo@aqualumo.nl>\nVerzonden: maandag 3 mei 2021 10:00\nAan: Inkoop\n"
    "Onderwerp: aanbod\nBijlagen: datasheet_Bries400.pdf\n\nGeachte heer,\n\n"
    "Hierbij onze offerte 2021-0071 voor de Bries 400. De prijs per stuk is € 12.\n\n"
    "Met vriendelijke groet,\n\nBo Vink\nAqualumo Techniek B.V.\nZeedijk 4, Harlingen\nKvK 12345678"
)


def test_what_belongs_to_a_firm_goes_with_it_in_its_own_mail():
    (covered,) = found(OFFER, kinds=[DocumentKind.EMAIL])
    assert covered == [
        "bo@aqualumo.nl",
        "datasheet_Bries400.pdf",
        "2021-0071",
        "Bries 400",
        "Aqualumo Techniek B.V.",
        "Zeedijk 4, Harlingen",
        "KvK 12345678",
    ]


def test_numbers_of_offers_elsewhere_stay():
    assert found("Wij ontvingen offerte 2021-0071 voor de Bries 400. KvK 12345678") == [[]]


def test_models_in_a_list_with_prices_go_with_their_make():
    table = "Nr\tMerk/type\tHuur p/m\n\n1\tAqualumo Merel 4\t€ 900\n\n2\tAqualumo Putter\t€ 300"
    assert found(table, kinds=[DocumentKind.SPREADSHEET]) == [["Aqualumo Merel 4", "Aqualumo Putter"]]


def test_the_order_of_documents_does_not_matter():
    texts = ["Aqualumo belt.", "Inschrijver Aqualumo viel af.", TABLE]
    forward, backward = found(*texts), found(*reversed(texts))
    assert forward == backward[::-1]
