import pytest

from lakmoes.letter.comparing import Difference, differences
from lakmoes.letter.mentions import Mention
from lakmoes.nl import BLOCKS
from tests.letter.conftest import WOB, row

ROWS = (row(1, "10.2.e"), row(2, "10.2.e", "11.1"), row(3))


def mention(ground, *numbers, page=2):
    return Mention(ground=ground, numbers=numbers, page=page)


def compared(*found):
    return [
        (one.code.removeprefix("letter-"), one.ground, one.number, one.detail)
        for one in differences(found, ROWS, WOB)
    ]


RIGHT = (mention("10.2.e", "1", "2"), mention("11.1", "2"))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (RIGHT, []),
        ((mention("10.2.e"), mention("10.2.e", "1"), mention("10.2.e", "2"), RIGHT[1]), []),
        ((mention("10.2.e", "1"), RIGHT[1]), [("lacks", "10.2.e", 2, "")]),
        ((mention("10.2.e", "1", "2", "3"), RIGHT[1]), [("adds", "10.2.e", 3, "")]),
        ((mention("10.2.e", "1", "2", "9"), RIGHT[1]), [("unknown-document", "10.2.e", 0, "9")]),
        ((RIGHT[0],), [("no-ground", "11.1", 0, "2")]),
        ((mention("10.2.e"), RIGHT[1]), [("no-numbers", "10.2.e", 0, "1 en 2")]),
        ((*RIGHT, mention("10.1.c", "3")), [("other-ground", "10.1.c", 0, "")]),
        ((*RIGHT, mention("10.1.c")), []),
        ((), [("no-ground", "10.2.e", 0, "1 en 2"), ("no-ground", "11.1", 0, "2")]),
    ],
)
def test_each_difference_is_listed(found, expected):
    assert compared(*found) == expected


def test_a_difference_says_where_in_the_letter():
    (one,) = differences(
        (mention("10.2.e", "1", "2"), mention("11.1", "2"), mention("11.1", "1", page=7)), ROWS, WOB
    )
    assert one == Difference(code="letter-adds", ground="11.1", number=1, page=7)


def test_every_difference_has_its_words():
    found = (mention("10.2.e", "3", "9"), mention("10.1.c", "3"))
    assert {one.code for one in differences(found, ROWS, WOB)} <= set(BLOCKS)
