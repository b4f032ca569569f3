import numpy as np
import pytest

from lakmoes.pdf.rulings import Grey, without_rulings

DPI = 300
PAPER = 240


def sheet() -> Grey:
    return np.full((900, 1200), PAPER, dtype=np.uint8)


def ruled(columns: tuple[int, ...], rows: tuple[int, ...], thickness: int = 4, shade: int = 60) -> Grey:
    """A grid of rulings at these pixels."""
    picture = sheet()
    for x in columns:
        picture[rows[0] : rows[-1] + thickness, x : x + thickness] = shade
    for y in rows:
        picture[y : y + thickness, columns[0] : columns[-1] + thickness] = shade
    return picture


@pytest.mark.parametrize(("thickness", "shade"), [(2, 0), (4, 60), (8, 180)])
def test_a_grid_is_wiped_and_its_cells_come_row_by_row(thickness: int, shade: int) -> None:
    picture = ruled((100, 400, 1000), (100, 200, 350), thickness, shade)
    clean, cells = without_rulings(picture, DPI)
    assert (clean == PAPER).all()
    assert [(cell.left > 350, cell.top > 150) for cell in cells] == [
        *((False, False), (True, False)),
        *((False, True), (True, True)),
    ]
    assert all(picture[cell.top + 10 : cell.bottom - 10, cell.left + 10].min() == PAPER for cell in cells)


def test_strokes_of_letters_and_filled_areas_stay() -> None:
    picture = sheet()
    picture[100:140, 100:106] = 0  # a stem
    picture[100:106, 100:190] = 0  # a dash shorter than a ruling
    picture[300:420, 100:700] = 0  # a black bar
    clean, cells = without_rulings(picture, DPI)
    assert (clean == picture).all()
    assert cells == ()


def test_a_line_across_the_page_makes_no_cells() -> None:
    picture = sheet()
    picture[400:404, 50:1150] = 0
    clean, cells = without_rulings(picture, DPI)
    assert (clean == PAPER).all()
    assert cells == ()


def test_a_skewed_ruling_is_wiped() -> None:
    picture = sheet()
    for x in range(100, 1100):
        y = 400 + (x - 100) // 60
        picture[y : y + 5, x] = 30
    clean, _ = without_rulings(picture, DPI)
    assert np.count_nonzero(clean < PAPER - 50) < 40


def test_a_cell_over_two_rows_does_not_mix_their_order() -> None:
    picture = ruled((100, 400, 700), (100, 200, 300))
    picture[204:300, 100:400] = PAPER
    picture[200:204, 104:400] = PAPER
    picture[100:304, 100:104] = 60
    picture[300:304, 100:704] = 60
    _, cells = without_rulings(picture, DPI)
    assert [cell.height > 150 for cell in cells] == [True, False, False]
    assert [cell.top < 150 for cell in cells[1:]] == [True, False]


def test_the_picture_itself_is_not_changed() -> None:
    picture = ruled((100, 400), (100, 300))
    before = picture.copy()
    without_rulings(picture, DPI)
    assert (picture == before).all()
