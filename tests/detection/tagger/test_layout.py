import pytest
import spacy

from lakmoes.detection.tagger.layout import COLUMNS, TRAITS_COLUMN, UNLISTED, rows_of, word_places
from lakmoes.detection.tagger.traits import Trait


@pytest.fixture(scope="module")
def dutch():
    return spacy.blank("nl")


def traits(doc):
    words = [doc[place].text for place in word_places(doc)]
    return list(zip(words, (int(row[TRAITS_COLUMN]) for row in rows_of(doc)), strict=True))


def of(doc, word, number=0):
    return [found for text, found in traits(doc) if text == word][number]


def test_white_space_is_no_word_and_an_empty_text_has_no_rows(dutch):
    doc = dutch.make_doc("Jan\n\nde\tVries ")
    assert [doc[place].text for place in word_places(doc)] == ["Jan", "de", "Vries"]
    assert rows_of(doc).shape == (3, COLUMNS)
    assert rows_of(dutch.make_doc("")).shape == (0, COLUMNS)
    assert rows_of(dutch.make_doc("\n\n")).shape == (0, COLUMNS)


def test_where_a_word_stands(dutch):
    doc = dutch.make_doc("Aan: Jansen\nVan: Bakker\tinkoop\n\nEinde")
    assert of(doc, "Aan") & Trait.BLOCK
    assert of(doc, "Van") & Trait.LINE
    assert of(doc, "inkoop") & Trait.CELL
    assert of(doc, "Einde") & Trait.BLOCK
    assert of(doc, "Bakker") & Trait.LINE_END
    assert of(doc, "Einde") & Trait.LINE_END
    assert not of(doc, "Aan") & Trait.LINE_END


def test_what_the_rest_of_the_text_says_of_a_word(dutch):
    doc = dutch.make_doc("Sjoerd Ruiter belde. Later kwam Ruiter langs, te paard als een ruiter.")
    assert of(doc, "Ruiter", 1) & Trait.NAMED_ELSEWHERE
    assert of(doc, "Ruiter", 1) & Trait.SMALL_ELSEWHERE
    assert not of(doc, "Ruiter", 0) & Trait.NAMED_ELSEWHERE
    assert not of(doc, "Later") & Trait.NAMED_ELSEWHERE


def test_a_place_of_several_words_is_marked_over_a_line_end_but_not_over_cells(dutch):
    doc = dutch.make_doc("Naar Den\nHaag en Den\tHaag")
    assert of(doc, "Den", 0) & of(doc, "Haag", 0) & Trait.PHRASE_OF_PLACE
    assert not of(doc, "Den", 1) & Trait.PHRASE_OF_PLACE


def test_a_word_can_count_as_unlisted(dutch):
    doc = dutch.make_doc("Sjoerd Jansen")
    doc.user_data[UNLISTED] = frozenset({"jansen"})
    assert not of(doc, "Jansen") & (Trait.SURNAME | Trait.FREQUENT)
    assert of(doc, "Sjoerd") & Trait.FIRST
