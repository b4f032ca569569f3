import pytest

from lakmoes.detection.options import Term
from lakmoes.detection.terms import TermRecognizer, settled_by_terms
from lakmoes.model import FindingKind
from tests.builders import finding_of, page_of
from tests.detection.recognising import found_in, hits_in


@pytest.mark.parametrize(
    ("term", "text", "values"),
    [
        (Term(text="Zilvermeeuw", ground="10.2.g"), "project Zilvermeeuw.", ["Zilvermeeuw"]),
        (
            Term(text="Zilvermeeuw", ground="10.2.g"),
            "ZILVERMEEUW en zilvermeeuw",
            ["ZILVERMEEUW", "zilvermeeuw"],
        ),
        (Term(text="Zilvermeeuw", ground="10.2.g"), "de Zilver-\nmeeuw", ["Zilver-\nmeeuw"]),
        (
            Term(text="Zilvermeeuw", ground="10.2.g"),
            "de Zilvermeeuw-proef, 26ZILVERMEEUW, plan_zilvermeeuw_v2.docx, info@ZilverMeeuw.nl",
            ["Zilvermeeuw", "ZILVERMEEUW", "zilvermeeuw", "ZilverMeeuw"],
        ),
        (
            Term(text="Zilvermeeuw", ground="10.2.g"),
            "Zilvermeeuws plan, Zilvermeeuw's plan",
            ["Zilvermeeuws", "Zilvermeeuw's"],
        ),
        (Term(text="Zilvermeeuw", ground="10.2.g"), "Zilvermeeuwen en proefzilvermeeuw", []),
        (Term(text="Zilvermeeuw", ground="10.2.g", compound=True), "Zilvermeeuwen", ["Zilvermeeuw"]),
        (Term(text="Merel 4", ground="10.2.g"), "Merel 4, Merel 40, Merel 4N", ["Merel 4"]),
        (Term(text="06 123 45", ground="10.2.g"), "06 - 123-45 en 06.123.45", ["06 - 123-45", "06.123.45"]),
        (Term(text="1.205", ground="10.1.c"), "€ 41.205 en € 1.205,-", ["1.205"]),
        (Term(text="Zilvermeeuw", ground="10.2.g", case=True), "de zilvermeeuw", []),
        (Term(text="Zilvermeeuw", ground="10.2.g", compound=True), "Zilvermeeuw-proef", ["Zilvermeeuw"]),
        (Term(text="firma", ground="10.1.c", compound=True), "jan@firma.nl", ["firma"]),
        (Term(text="Firma De Boer", ground="10.1.c"), "bij Firma\nDe  Boer.", ["Firma\nDe  Boer"]),
        (Term(text="A+B (x)", ground="10.1.c"), "van A+B (x) is", ["A+B (x)"]),
    ],
)
def test_terms(term, text, values):
    assert found_in(TermRecognizer([term]), text) == values


def test_a_hit_carries_the_ground_of_its_term():
    terms = [Term(text="Meeuw", ground="10.2.g"), Term(text="Reiger", ground="10.1.c")]
    assert [hit.ground for hit in hits_in(TermRecognizer(terms), "Reiger en Meeuw")] == ["10.1.c", "10.2.g"]


@pytest.mark.parametrize(("text", "ground"), [("  ", "10.2.g"), ("Meeuw", "")])
def test_a_term_has_a_text_and_a_ground(text, ground):
    with pytest.raises(ValueError, match="term"):
        Term(text=text, ground=ground)


@pytest.mark.parametrize(
    ("text", "score", "stays"),
    [
        ("Zilvermeeuw", 0.6, False),
        ("meeuw", 0.6, False),
        ("Zilvermeeuw", 0.9, True),
        ("26Zilvermeeuw", 0.6, True),
        ("Jansen", 0.4, True),
    ],
)
def test_a_term_settles_the_ground_of_its_own_words(text, score, stays):
    page = page_of("Jansen leidt 26Zilvermeeuw.")
    term = finding_of(page, "Zilvermeeuw", FindingKind.TERM, score=1.0)
    other = finding_of(page, text, score=score)
    assert settled_by_terms([other, term]) == ((other, term) if stays else (term,))
