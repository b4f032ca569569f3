import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.detection.checks import account_eleven_test, eleven_test, luhn, mod_97


@pytest.mark.parametrize(
    ("digits", "passes"),
    [
        ("111222333", True),
        ("123456782", True),
        ("111222334", False),
        ("123456789", False),
        ("000000000", False),
        ("11122233", False),
        ("1112223330", False),
    ],
)
def test_eleven_test(digits, passes):
    assert eleven_test(digits) is passes


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes_the_eleven_test(digits, place, shift):
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert not (eleven_test(digits) and eleven_test(wrong))


@given(st.text("0123456789", min_size=8, max_size=8))
def test_at_most_one_last_digit_completes_a_bsn(digits):
    assert sum(eleven_test(digits + last) for last in "0123456789") <= 1


@pytest.mark.parametrize(
    ("digits", "passes"),
    [("0123456789", True), ("0417164300", True), ("0417164301", False), ("12345678", False)],
)
def test_account_eleven_test(digits, passes):
    assert account_eleven_test(digits) is passes


@pytest.mark.parametrize(
    ("account", "passes"),
    [
        ("NL91ABNA0417164300", True),
        ("BE68539007547034", True),
        ("GB82WEST12345698765432", True),
        ("DE89370400440532013000", True),
        ("NL92ABNA0417164300", False),
        ("NL91ABNA0417164301", False),
    ],
)
def test_mod_97(account, passes):
    assert mod_97(account) is passes


@given(st.text("0123456789", min_size=10, max_size=10), st.integers(0, 8))
def test_swapping_neighbours_never_passes_mod_97_twice(digits, place):
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if swapped != digits:
        assert not (mod_97(f"NL91ABNA{digits}") and mod_97(f"NL91ABNA{swapped}"))


@pytest.mark.parametrize(
    ("digits", "passes"), [("79927398713", True), ("4111111111111111", True), ("79927398710", False)]
)
def test_luhn(digits, passes):
    assert luhn(digits) is passes


@given(st.text("0123456789", min_size=1, max_size=18))
def test_exactly_one_check_digit_completes_a_luhn_number(digits):
    assert sum(luhn(digits + last) for last in "0123456789") == 1
