from hypothesis import given
from hypothesis import strategies as st

from lakmoes.pdf.stamp import Stamp, stackings, wrappings

SAID = "Alle op deze pagina gelakte tekst is gelakt o.g.v. 10.2.e en 11.1 Wob"
WORDS = st.lists(st.text("abcdefghij.", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS)
def test_a_text_keeps_its_words_however_it_is_broken(words: list[str]) -> None:
    text = " ".join(words)
    found = list(wrappings(text))
    assert found[0] == [text]
    assert all(" ".join(lines) == text and all(lines) for lines in found)
    assert [len(lines) for lines in found] == sorted({len(lines) for lines in found})


def test_the_lines_of_a_statement_are_about_equally_long() -> None:
    assert list(wrappings(SAID))[1] == [
        "Alle op deze pagina gelakte tekst is",
        "gelakt o.g.v. 10.2.e en 11.1 Wob",
    ]


def test_what_may_be_printed_on_a_page_is_known_page_by_page() -> None:
    stamp = Stamp(
        document_number="7",
        code_labels={},
        statements={0: SAID},
        page_numbers=("A1", "A2"),
        notices={1: "Weg."},
    )
    assert {"A1", SAID, "gelakt o.g.v. 10.2.e en 11.1 Wob"} < set(stamp.lines_on(0))
    assert set(stamp.lines_on(1)) == {"A2", "Weg."}
    assert stamp.lines_on(2) == ()


def test_the_same_print_has_the_same_key_and_other_print_another() -> None:
    one, two = {"10.2.e": "7", "11.1": "12"}, {"11.1": "12", "10.2.e": "7"}
    assert Stamp(document_number="1", code_labels=one).key == Stamp(document_number="1", code_labels=two).key
    stamps = [
        Stamp(document_number="1", code_labels=one),
        Stamp(document_number="2", code_labels=one),
        Stamp(document_number="1", code_labels={}),
        Stamp(document_number="1", code_labels=one, in_boxes=False),
        Stamp(document_number="1", code_labels=one, statements={0: "x"}),
        Stamp(document_number="1", code_labels=one, notices={0: "x"}),
        Stamp(document_number="1", code_labels=one, page_numbers=("x",)),
    ]
    assert len({stamp.key for stamp in stamps}) == len(stamps)


def test_a_label_of_one_code_is_not_stacked() -> None:
    assert stackings("10.2.e") == [["10.2.e"]]
