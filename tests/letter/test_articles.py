import pytest

from lakmoes.errors import UsageError
from lakmoes.letter.articles import article_of, cited
from lakmoes.model import GroundType
from tests.letter.conftest import WOB, WOO


@pytest.mark.parametrize(
    ("code", "book", "text"),
    [
        ("10.2.e", WOB, "artikel 10, tweede lid, aanhef en onder e, van de Wob"),
        ("11.1", WOB, "artikel 11, eerste lid, van de Wob"),
        ("5.1.1.c", WOO, "artikel 5.1, eerste lid, aanhef en onder c, van de Woo"),
        ("5.1.4", WOO, "artikel 5.1, vierde lid, van de Woo"),
        ("5.4", WOO, "artikel 5.4 van de Woo"),
    ],
)
def test_a_ground_is_cited_in_full(code, book, text):
    assert article_of(code, book) == text


def test_a_ground_of_the_other_law_cannot_be_cited():
    with pytest.raises(UsageError):
        article_of("10.2.e", WOO)


@pytest.mark.parametrize("book", [WOB, WOO], ids=["wob", "woo"])
def test_every_citation_and_code_is_found_again_and_nothing_else(book):
    for ground in book.grounds:
        if ground.type is not GroundType.LABEL:
            for text in (article_of(ground.code, book), f"grond {ground.code}", f"({ground.code})."):
                assert cited(text, book) == (ground.code,), text


@pytest.mark.parametrize(
    ("text", "book", "codes"),
    [
        ("artikel 10, lid 2, onder e", WOB, "10.2.e"),
        ("artikel 10 lid 2 sub g Wob", WOB, "10.2.g"),
        ("artikel 10, tweede lid, aanhef en onder c, e en g, van de Wob", WOB, "10.2.c 10.2.e 10.2.g"),
        ("artikel 10, tweede lid, onder b en onder g", WOB, "10.2.b 10.2.g"),
        ("artikel 10.2, aanhef en onder e", WOB, "10.2.e"),
        ("artikel 10.2.e en 11.1 Wob", WOB, "10.2.e 11.1"),
        ("10.2e Wob", WOB, "10.2.e"),
        ("artikel 11 van de Wob", WOB, "11.1"),
        ("artikel 11, tweede lid, van de Wob", WOB, ""),
        ("artikel 10, tweede lid, van de Wob", WOB, ""),
        ("artikel 110, tweede lid, onder e", WOB, ""),
        ("paragraaf 10.2 en 11.10", WOB, ""),
        ("Artikel 5.1, tweede lid, aanhef en onder e, van de Woo", WOO, "5.1.2.e"),
        ("artikel 5.1, vijfde lid", WOO, "5.1.5"),
        ("artikel 5.2 van de Woo", WOO, "5.2.1"),
        ("artikel 5.2, derde lid", WOO, ""),
        ("artikel 5.1, eerste of tweede lid", WOO, ""),
        ("5.1.2.e, 5.1.2.i en 5.2.1", WOO, "5.1.2.e 5.1.2.i 5.2.1"),
        ("5.1.2i Woo", WOO, "5.1.2.i"),
        ("versie 5.4.1 van 15.1.2.e", WOO, ""),
    ],
)
def test_grounds_are_found_in_the_forms_of_practice(text, book, codes):
    assert " ".join(cited(text, book)) == codes
