"""Check digits: the eleven-test, ISO 7064 mod 97 and the Luhn formula.

In: digits as text. Out: whether they agree. Nothing here says what the digits are.
"""

from collections.abc import Iterable

BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ACCOUNT_WEIGHTS = (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)


def eleven_test(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of the burgerservicenummer.

    The digits are multiplied by 9, 8, 7, 6, 5, 4, 3, 2 and -1 and the products added; the sum must be a
    multiple of 11. Worked for 111222333: 1x9 + 1x8 + 1x7 + 2x6 + 2x5 + 2x4 + 3x3 + 3x2 - 3x1 =
    9 + 8 + 7 + 12 + 10 + 8 + 9 + 6 - 3 = 66 = 6 x 11, so it passes. 111222334 gives 65 and fails.
    Nine zeros give 0 and are refused, for no one has that number.
    """
    return len(digits) == len(BSN_WEIGHTS) and any(d != "0" for d in digits) and _divides(digits, BSN_WEIGHTS)


def account_eleven_test(digits: str) -> bool:
    """Whether a Dutch bank account number of nine or ten digits from before IBAN passes its eleven-test.

    As the test of the burgerservicenummer, but the last digit counts +1. Worked for 0123456789:
    0x10 + 1x9 + 2x8 + 3x7 + 4x6 + 5x5 + 6x4 + 7x3 + 8x2 + 9x1 = 165 = 15 x 11, so it passes.
    """
    return len(digits) in (9, 10) and _divides(digits, ACCOUNT_WEIGHTS[-len(digits) :])


def mod_97(account: str) -> bool:
    """Whether an IBAN without spaces, in capitals, passes ISO 7064 mod 97-10 (ISO 13616-1).

    The first four characters are moved to the end, letters become numbers (A = 10 … Z = 35), and the whole
    must leave 1 when divided by 97. Worked for NL91ABNA0417164300, the example of the Dutch banks:
    ABNA0417164300NL91 becomes 10 11 23 10 0417164300 23 21 91, and
    101123100417164300232191 = 97 x 1042506189867673198270 + 1.
    """
    moved = account[4:] + account[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1


def luhn(digits: str) -> bool:
    """Whether digits pass the Luhn formula (ISO/IEC 7812-1, annex B) that cards and IMEIs use.

    From the right every second digit is doubled, 9 is taken off what exceeds 9, and the sum must be a
    multiple of 10. Worked for 79927398713: 3 + (1x2) + 7 + (8x2-9) + 9 + (3x2) + 7 + (2x2) + 9 + (9x2-9) + 7
    = 3 + 2 + 7 + 7 + 9 + 6 + 7 + 4 + 9 + 9 + 7 = 70, so it passes.
    """
    doubled = (
        sum(divmod(int(digit) * 2, 10)) if index % 2 else int(digit)
        for index, digit in enumerate(reversed(digits))
    )
    return sum(doubled) % 10 == 0


def _divides(digits: str, weights: Iterable[int]) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
