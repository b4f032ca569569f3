"""Rectangles as people see them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.errors import UsageError
from lakmoes.model import Box
from lakmoes.web.geometry import displayed, drawn

SIZE = (600.0, 800.0)
CORNER = Box(x0=10, y0=20, x1=110, y1=50)


@pytest.mark.parametrize(
    ("rotation", "shown"),
    [
        (0, (10, 20, 110, 50)),
        (90, (750, 10, 780, 110)),
        (180, (490, 750, 590, 780)),
        (270, (20, 490, 50, 590)),
    ],
)
def test_a_box_in_the_corner_of_a_turned_page(rotation, shown):
    assert displayed(CORNER, SIZE, rotation) == shown
    assert drawn(shown, SIZE, rotation) == CORNER


EDGES = st.tuples(st.floats(0, 590), st.floats(0, 790), st.floats(2, 10), st.floats(2, 10))


@given(edges=EDGES, rotation=st.sampled_from([0, 90, 180, 270]))
def test_what_is_drawn_is_what_is_shown(edges, rotation):
    x, y, width, height = edges
    box = Box(x0=x, y0=y, x1=x + width, y1=y + height)
    back = drawn(displayed(box, SIZE, rotation), SIZE, rotation)
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx((box.x0, box.y0, box.x1, box.y1), abs=1e-9)


@pytest.mark.parametrize(
    "rectangle", [(10, 10, 10, 50), (10, 10, 10.5, 50), (-50, 10, -5, 50), (700, 10, 800, 50)]
)
def test_a_slip_of_the_hand_is_no_box(rectangle):
    with pytest.raises(UsageError, match="box-too-small"):
        drawn(rectangle, SIZE, 0)


def test_a_box_is_cut_off_at_the_edge_and_may_be_drawn_from_any_corner():
    assert drawn((110, 50, -10, -20), SIZE, 0) == Box(x0=0, y0=0, x1=110, y1=50)
