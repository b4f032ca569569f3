import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.letter.numbers import read_numbers, written_numbers

ORDER = [str(number) for number in range(1, 21)]
WITH_PARTS = ["1", "2", "5", "5.1", "5.2", "6", "7"]


@pytest.mark.parametrize(
    ("wanted", "order", "text"),
    [
        ([], ORDER, ""),
        (["7"], ORDER, "7"),
        (["3", "1"], ORDER, "1 en 3"),
        (["1", "2"], ORDER, "1 en 2"),
        (["1", "2", "3"], ORDER, "1 tot en met 3"),
        (["1", "3", *map(str, range(5, 13))], ORDER, "1, 3 en 5 tot en met 12"),
        (["5", "5.1", "5.2"], WITH_PARTS, "5 tot en met 5.2"),
        (["2", "5", "6"], WITH_PARTS, "2, 5 en 6"),
        (["1", "99"], ORDER, "1"),
    ],
)
def test_numbers_are_written_as_a_decision_lists_them(wanted, order, text):
    assert written_numbers(wanted, order) == text


@pytest.mark.parametrize(
    ("text", "order", "numbers"),
    [
        ("1, 3 en 5 t/m 8", ORDER, "1 3 5 6 7 8"),
        ("1,3,5", ORDER, "1 3 5"),
        ("2 – 4", ORDER, "2 3 4"),
        ("1; 4 alsmede 6", ORDER, "1 4 6"),
        ("5 tot en met 6", WITH_PARTS, "5 5.1 5.2 6"),
        ("40 tot en met 42", ORDER, "40 41 42"),
        ("19 t/m 22", ORDER, "19 20 21 22"),
        ("3, 3 en 3", ORDER, "3"),
        ("5a, 5b en 7.1.2", ORDER, "5a 5b 7.1.2"),
        ("10.2.e", ORDER, ""),
        ("", ORDER, ""),
    ],
)
def test_numbers_in_a_text_are_read(text, order, numbers):
    assert " ".join(read_numbers(text, order)) == numbers


@given(st.lists(st.sampled_from(WITH_PARTS), unique=True), st.sampled_from([ORDER, WITH_PARTS]))
def test_what_is_written_is_read_again(wanted, order):
    known = [number for number in order if number in wanted]
    assert list(read_numbers(written_numbers(wanted, order), order)) == known
