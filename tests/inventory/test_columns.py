from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes import nl
from lakmoes.errors import UsageError
from lakmoes.inventory.columns import (
    LEAST_WIDTHS,
    PRINTED,
    Column,
    columns_named,
    type_scale,
    widths_of,
)

SOME = st.lists(st.sampled_from(list(Column)), min_size=1, unique=True)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["nr", "document", "datum"], ["number", "title", "date"]),
        (["datum", "nr"], ["date", "number"]),
        ([" Weigeringsgrond ", "OPMERKINGEN"], ["grounds", "remarks"]),
        (["Aantal  lakkingen", "redactions", "sha-256"], ["redactions", "sha256"]),
        (["nr", "Nr", "number"], ["number"]),
        ([""], []),
        ([], []),
    ],
)
def test_columns_are_known_by_name_and_head(names, columns):
    assert list(columns_named(names)) == columns


def test_an_unknown_column_is_named_with_all_that_there_are():
    with pytest.raises(UsageError) as raised:
        columns_named(["nr", "datm"])
    message = nl.error_text(raised.value.code, raised.value.locators)
    assert message.startswith("De inventarislijst heeft geen kolom datm. Kies uit: nr, document, datum,")
    assert all(name in message for name in nl.COLUMN_NAMES.values())


def test_no_name_stands_for_two_columns():
    names = [{column.value, nl.COLUMNS[column].casefold(), nl.COLUMN_NAMES[column]} for column in Column]
    assert not any(one & other for one, other in permutations(names, 2))


@given(SOME, st.floats(15, 40))
def test_columns_fill_the_room(columns, room):
    widths = widths_of(columns, room)
    assert len(widths) == len(columns)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0


def test_running_text_takes_what_the_others_leave():
    few, many = widths_of(PRINTED[:3], 26.5), widths_of(PRINTED, 26.5)
    assert few[1] > 20
    assert (few[0], few[2]) == pytest.approx((many[0], many[2]))
    assert many[1] > many[5] > LEAST_WIDTHS[Column.REMARKS]


def test_grounds_are_wide_where_remarks_go_with_them():
    assert widths_of(PRINTED[:5], 26.5)[4] > 1.3 * widths_of(PRINTED, 26.5)[4]


def test_type_gets_smaller_only_where_columns_do_not_fit():
    assert type_scale(PRINTED, 26.5) == 1.0
    scale = type_scale(tuple(Column), 26.5)
    assert 0.4 < scale < 0.7
    widths = widths_of(tuple(Column), 26.5)
    least = [LEAST_WIDTHS[column] * scale for column in Column]
    assert widths == pytest.approx(least)
