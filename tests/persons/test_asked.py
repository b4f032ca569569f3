import pytest

from lakmoes.model import Evidence, Finding, FindingKind, Page, Span, TextSource
from lakmoes.persons.asked import without_rare
from lakmoes.persons.joining import ASKED

UNSURE, LIKELY, WAITING = ASKED + 0.002, 0.7, 0.38


def page(text, index=0):
    return Page(
        document_id="x",
        index=index,
        width=595.0,
        height=842.0,
        rotation=0,
        text=text,
        words=(),
        text_source=TextSource.DIGITAL,
    )


def finding(text, word, score, number=0, kind=FindingKind.NAME):
    start = -1
    for _ in range(number + 1):
        start = text.index(word, start + 1)
    span = Span(document_id="x", page_index=0, start=start, end=start + len(word))
    return Finding(span=span, kind=kind, evidence=(Evidence(detector="d", rule="r", score=score),))


def kept(text, *findings):
    return without_rare({"x": tuple(findings)}, {("x", 0): page(text)})["x"]


FIRM = "Klimavento levert. Gebeld met Klimavento. De prijs van Klimavento daalt."


@pytest.mark.parametrize(
    ("places", "stays"),
    [((0,), False), ((0, 1), True), ((0, 1, 2), True)],
)
def test_a_word_is_asked_where_it_is_more_often_a_name_than_not(places, stays):
    found = [finding(FIRM, "Klimavento", UNSURE, place) for place in places]
    assert kept(FIRM, *found) == (tuple(found) if stays else ())


def test_a_likely_name_stands_and_speaks_for_the_word():
    likely, unsure = finding(FIRM, "Klimavento", LIKELY), finding(FIRM, "Klimavento", UNSURE, 1)
    assert kept(FIRM, likely) == (likely,)
    assert kept(FIRM, likely, unsure) == (likely, unsure)


def test_what_waits_and_what_is_no_name_is_left_alone():
    others = (finding(FIRM, "Klimavento", WAITING), finding(FIRM, "Klimavento", UNSURE, 1, FindingKind.TERM))
    assert kept(FIRM, *others) == others


def test_names_of_several_words_and_other_words_do_not_count():
    text = "Mia Torp belt. Torp. Torpedo. torp. Torp"
    both = (finding(text, "Mia Torp", UNSURE), finding(text, "Torp", UNSURE, 1))
    assert kept(text, *both) == (both[0],)
    three = (*both, finding(text, "Torp", UNSURE, 3))
    assert kept(text, *three) == three


def test_all_pages_of_the_dossier_count():
    found = finding("Met Torp", "Torp", UNSURE)
    pages = {("x", 0): page("Met Torp"), ("x", 1): page("Torp. Torp. Torp.", 1)}
    assert without_rare({"x": (found,)}, pages)["x"] == ()
