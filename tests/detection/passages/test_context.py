from lakmoes.detection.passages.context import statements
from lakmoes.detection.passages.zones import Zone
from lakmoes.detection.sentences import UnitKind
from lakmoes.model import DocumentKind
from tests.builders import page_of


def said(kind, *texts):
    pages = tuple(page_of(text, index=index) for index, text in enumerate(texts))
    return {statement.text: statement for statement in statements(kind, pages)}


def test_a_statement_knows_its_heading_over_pages():
    found = said(DocumentKind.MEMO, "1. Duiding\n\nHet is zwak.", "Het is ook nieuw.\n\n2. Slot\n\nKlaar.")
    assert found["Het is ook nieuw."].heading == "1. Duiding"
    assert found["Klaar."].heading == "2. Slot"


def test_a_statement_knows_its_label_within_its_paragraph_only():
    found = said(DocumentKind.MEMO, "Achtergrond: de score was krap. Dat telt.\n\nDit staat los.")
    assert found["Dat telt."].label == "Achtergrond:"
    assert found["Dit staat los."].label == ""


def test_a_short_opening_sentence_is_a_label():
    found = said(DocumentKind.MINUTES, "Toetsing. De voorzitter ziet er niets in.")
    assert found["De voorzitter ziet er niets in."].label == "Toetsing."


def test_a_statement_knows_its_column():
    found = said(DocumentKind.MEMO, "Optie\tNadeel\n\nStoppen\thet verwijt blijft")
    assert found["het verwijt blijft"].column == "Nadeel"


def test_the_zone_changes_with_the_sender_and_back():
    mails = "Van: Jo <jo@firma.example>\n\nOnze prijs zakt.\n\nVan: Bos, A.\n\nDat riekt."
    found = said(DocumentKind.EMAIL, mails)
    assert found["Onze prijs zakt."].zone is Zone.OUTSIDE
    assert found["Dat riekt."].zone is Zone.INTERNAL


def test_a_note_on_a_citizens_letter_is_internal():
    letter = "Geacht college,\n\nIk vind het een schande.\n\nNotitie behandelaar: hij heeft gelijk."
    found = said(DocumentKind.LETTER, letter)
    assert found["Ik vind het een schande."].zone is Zone.OUTSIDE
    assert found["hij heeft gelijk."].zone is Zone.INTERNAL


def test_a_sentence_over_two_pages_is_read_whole_on_both():
    whole = "De bewoonster die de klacht indiende, heeft een brief gekregen."
    pages = tuple(
        page_of(text, index=index)
        for index, text in enumerate(("De bewoonster die de klacht", "indiende, heeft een brief gekregen."))
    )
    found = statements(DocumentKind.MEMO, pages)
    assert [statement.text for statement in found] == [whole, whole]
    assert [statement.page_index for statement in found] == [0, 1]


def test_signs_of_who_speaks_are_not_judged():
    found = said(DocumentKind.EMAIL, "Van: Bos, A.\n\nDag Bob,\n\nGoed.\n\nGroet,\n\nAnna")
    judged = [statement.text for statement in found.values() if statement.judged]
    assert judged == ["Goed."]
    assert found["Dag Bob,"].unit.kind is UnitKind.SALUTATION
