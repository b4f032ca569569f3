import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.model import Box, ReviewState
from lakmoes.review.population import Item, item_of, readable_sentences, sentences, unmarked_page
from tests.builders import page_of, span_of, text_page


def state_of(page, *redacted, boxes=()):
    return ReviewState(
        document_id=page.document_id,
        redactions=tuple((span_of(page, text), ("10.2.e",)) for text in redacted),
        regions=tuple((page.index, box, ("10.2.e",)) for box in boxes),
        kept=(),
        open=(),
    )


def texts(page, items):
    return [page.text[item_of(item).span.start : item_of(item).span.end] for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is een zin. En dit ook! Toch?", ["Dit is een zin.", "En dit ook!", "Toch?"]),
        ("Een zin over\ntwee regels. Klaar", ["Een zin over\ntwee regels.", "Klaar"]),
        ("Kop\n\nTekst\tcel", ["Kop", "Tekst", "cel"]),
        ("Beste dhr. Bakker, dag.", ["Beste dhr. Bakker, dag."]),
        ("Door A.B. Visser en C. Vos.", ["Door A.B. Visser en C. Vos."]),
        ("Zie art. 10 en d.d. 3 mei.", ["Zie art. 10 en d.d. 3 mei."]),
        ("Hij zei: “Nee.” Élan volgt.", ["Hij zei: “Nee.", "Élan volgt."]),
        ("Bedrag 1.000 en 2.5 km.", ["Bedrag 1.000 en 2.5 km."]),
        (" \n\n \t ", []),
    ],
)
def test_text_is_cut_into_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1.!? \n\t“”()-é", max_size=60))
def test_no_letter_or_digit_is_lost_and_none_stands_in_two_sentences(text):
    ranges = list(sentences(text))
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ranges))
    inside = {place for start, end in ranges for place in range(start, end)}
    assert all(place in inside for place, sign in enumerate(text) if sign.isalnum())


def test_a_sentence_counts_as_long_as_a_word_of_it_stays_readable():
    page = page_of("Visser belde. Bakker kwam.\n\nVos")
    every = readable_sentences(page, state_of(page))
    assert texts(page, every) == ["Visser belde.", "Bakker kwam.", "Vos"]
    left = readable_sentences(page, state_of(page, "Visser", "Bakker kwam", "Vos"))
    assert texts(page, left) == ["Visser belde."]


def test_what_lies_under_a_drawn_box_is_not_readable():
    page = page_of("Visser belde.\n\nVos")
    under = page.words[-1].box
    left = readable_sentences(page, state_of(page, boxes=[under]))
    assert texts(page, left) == ["Visser belde."]


def test_redactions_of_other_pages_do_not_count():
    page = page_of("Visser belde.", index=1)
    other = state_of(page_of("Visser belde."), "Visser belde")
    elsewhere = ReviewState(
        document_id="d",
        redactions=other.redactions,
        regions=((0, Box(x0=0, y0=0, x1=600, y1=900), ("x",)),),
        kept=(),
        open=(),
    )
    assert len(readable_sentences(page, elsewhere)) == 1
    assert unmarked_page(page, elsewhere) == f"{'d' * 64}/1"


def test_a_page_counts_when_it_has_text_and_no_mark():
    page = page_of("Visser belde.")
    assert unmarked_page(page, state_of(page)) == f"{'d' * 64}/0"
    assert unmarked_page(page, state_of(page, "Visser")) == ""
    assert unmarked_page(text_page("d", " \n "), state_of(page)) == ""


@pytest.mark.parametrize(
    "item",
    [Item(document_id="d", page_index=3, extent=(4, 9)), Item(document_id="d", page_index=0)],
)
def test_an_item_of_the_log_leads_back_to_its_place(item):
    assert item_of(str(item)) == item


@pytest.mark.parametrize("text", ["", "d", "d/x", "d/1/2", "d/1/2-x", "d/1/2-3/4", "/1"])
def test_what_is_no_item_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        item_of(text)
