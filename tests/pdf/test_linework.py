import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.pdf.linework import Instruction, without_drawings
from lakmoes.pdf.space import Point, Rectangle

AREA: Rectangle = (100.0, 100.0, 200.0, 120.0)


def parsed(text: str) -> list[Instruction]:
    """Instructions of a content stream of numbers, names and operators."""
    found: list[Instruction] = []
    operands: list[object] = []
    for word in text.split():
        try:
            operands.append(float(word))
        except ValueError:
            if word.startswith(("/", "(")):
                operands.append(word)
            else:
                found.append((tuple(operands), word))
                operands = []
    return found


def left(text: str, area: Rectangle = AREA) -> str:
    return shown(without_drawings(parsed(text), [area]).instructions)


def shown(instructions: list[Instruction]) -> str:
    return " ".join(
        " ".join(
            (*(f"{number:g}" if isinstance(number, float) else str(number) for number in numbers), operator)
        )
        for numbers, operator in instructions
    )


@pytest.mark.parametrize(
    "text",
    [
        "10 10 m 50 50 l S",
        "90 90 120 40 re f",
        "90 90 120 40 re S",
        "50 110 m 300 110 l S",
        "150 50 m 150 300 l S",
        "80 110 m 120 110 l 120 300 l S",
        "50 110 400 0.5 re f",
        "0 50 m 0 300 400 300 400 50 c f",
        "100 0 0 100 100 100 cm /Im Do",
        "110 105 m 110 115 l W n",
        "110 105 40 5 re W n",
        "q 1 0 0 1 300 300 cm 110 105 m 120 115 l S Q",
        "/P BMC BT ET EMC",
    ],
)
def test_what_merely_touches_or_surrounds_stays(text: str) -> None:
    assert left(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("110 105 m 120 115 l 130 105 l h f", ""),
        ("110 105 20 5 re f", ""),
        ("110 105 m 120 115 l S", ""),
        ("110 105 m 110 115 l S 1 w", "1 w"),
        ("10 10 m 20 20 l 30 10 l h 110 105 m 120 115 l 130 105 l h f", "10 10 m 20 20 l 30 10 l h f"),
        ("190 95 m 190 118 l 205 118 l 205 112 l 196 112 l h f", ""),
        ("q 1 0 0 1 100 100 cm 10 5 m 20 15 l S Q", "q 1 0 0 1 100 100 cm Q"),
        ("q 1 0 0 1 9 9 cm Q 110 105 m 120 115 l S", "q 1 0 0 1 9 9 cm Q"),
        ("110 105 m 120 115 l 130 105 l h W n", "0 0 0 0 re W n"),
        ("110 105 m 120 115 l 130 105 l h W f", "110 105 m 120 115 l 130 105 l h W n"),
    ],
)
def test_what_is_drawn_in_an_area_goes(text: str, rest: str) -> None:
    assert left(text) == rest


def test_of_a_stroke_exactly_the_part_in_the_area_goes() -> None:
    drawn = without_drawings(parsed("50 60 m 250 160 l S"), [AREA])
    path = [
        (tuple(round(float(number)) for number in numbers), operator)
        for numbers, operator in drawn.instructions
    ]
    assert [operator for _, operator in path] == ["m", "l", "m", "l", "S"]
    (start, before, after, end) = (numbers for numbers, _ in path[:-1])
    assert (start, end) == ((50, 60), (250, 160))
    assert before[1] in (99, 100, 101)
    assert after[1] in (119, 120, 121)


def test_a_closed_stroke_is_opened_and_keeps_its_closing_line() -> None:
    assert left("150 90 m 250 130 l 50 130 l s", (140, 80, 160, 95)).endswith("l S")
    opened = left("150 90 m 250 130 l 50 130 l s", (140, 80, 160, 95))
    assert opened.count("m") == 2 or opened.count(" l ") == 3


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=4, max_size=10),
    st.floats(0.2, 3),
)
def test_no_curve_is_left_in_the_area_and_none_is_lost_outside(points: list[Point], scale: float) -> None:
    (x, y), *rest = points
    curves = " ".join(
        f"{a} {b} {c} {d} {e} {f} c"
        for (a, b), (c, d), (e, f) in zip(rest[::3], rest[1::3], rest[2::3], strict=False)
    )
    matrix = (scale, 0, 0, scale, 5, 7)
    drawn = without_drawings(parsed(f"{x} {y} m {curves} S"), [AREA], matrix)
    inner = (AREA[0] + 2, AREA[1] + 4, AREA[2] - 2, AREA[3] - 4)
    for point in sampled(drawn.instructions):
        moved = (point[0] * scale + 5, point[1] * scale + 7)
        assert not (inner[0] < moved[0] < inner[2] and inner[1] < moved[1] < inner[3])
    if drawn.changed:
        kept = sampled(drawn.instructions, steps=400)
        for point in sampled(parsed(f"{x} {y} m {curves} S"), steps=20):
            moved = (point[0] * scale + 5, point[1] * scale + 7)
            far = max(AREA[0] - moved[0], moved[0] - AREA[2], AREA[1] - moved[1], moved[1] - AREA[3])
            if far > 3 * scale + 3:
                assert min(math.dist(point, other) for other in kept) < 3


def sampled(instructions: list[Instruction], steps: int = 60) -> list[Point]:
    """Points along a path of curves."""
    found: list[Point] = []
    current: Point = (0, 0)
    for numbers, operator in instructions:
        if operator == "m":
            current = (float(numbers[0]), float(numbers[1]))
        elif operator == "c":
            a, b, c, d, e, f = map(float, numbers)
            for step in range(steps + 1):
                t = step / steps
                u = 1 - t
                weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                xs, ys = (current[0], a, c, e), (current[1], b, d, f)
                found.append(
                    (
                        sum(w * v for w, v in zip(weights, xs, strict=True)),
                        sum(w * v for w, v in zip(weights, ys, strict=True)),
                    )
                )
            current = (e, f)
    return found


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("/Pattern cs /P scn 90 90 120 40 re f 1 w", "/Pattern cs 1 w"),
        ("/P scn 10 10 20 20 re f 90 90 120 40 re f", "/P scn 10 10 20 20 re f"),
        ("q /P scn 90 90 9 40 re f Q 1 w", "q /P scn 90 90 9 40 re f Q 1 w"),
        ("/P scn q 110 90 9 40 re f Q 10 10 20 20 re f", "q Q /P scn 10 10 20 20 re f"),
        ("/P scn 0 g 90 90 120 40 re f", "0 g 90 90 120 40 re f"),
        ("/P scn BT (a) Tj ET 90 90 120 40 re f", "BT /P scn (a) Tj ET"),
        ("/P scn 90 90 120 40 re S", "90 90 120 40 re S"),
        ("/Q scn 90 90 120 40 re f", "/Q scn 90 90 120 40 re f"),
    ],
)
def test_shapes_filled_with_pictures_go_when_they_overlap_at_all(text: str, rest: str) -> None:
    drawn = without_drawings(parsed(text), [AREA], pictorial=frozenset(["/P"]))
    assert shown(drawn.instructions) == rest


def test_forms_are_named_with_the_matrix_they_are_drawn_with() -> None:
    drawn = without_drawings(parsed("q 2 0 0 2 10 10 cm /A Do Q /B Do"), [AREA], (1, 0, 0, 1, 5, 5))
    assert drawn.objects == [("/A", (2, 0, 0, 2, 15, 15)), ("/B", (1, 0, 0, 1, 5, 5))]
    assert not drawn.changed
