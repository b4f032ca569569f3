import pymupdf
import pytest

from lakmoes.detection.passages.layout import borders, columns_of, items
from lakmoes.detection.sentences import units
from lakmoes.pdf.read import read_pages
from tests.builders import page_of


def page_with(tmp_path, pieces, size=(595, 842)):
    """A page of a real PDF with each text at its place."""
    document = pymupdf.open()
    page = document.new_page(width=size[0], height=size[1])
    for x, y, text in pieces:
        page.insert_text((x, y), text, fontsize=10)
    path = tmp_path / "page.pdf"
    document.save(path)
    return next(iter(read_pages(path, "d" * 64)))


TABLE = [
    (60, 100, "Aanbieder"),
    (200, 100, "Prijs"),
    (300, 100, "Opmerking"),
    (60, 130, "Een lange naam van een"),
    (60, 142, "firma"),
    (200, 130, "12 euro"),
    (300, 130, "te duur"),
    (60, 160, "Kort"),
    (200, 160, "9 euro"),
    (300, 160, "te licht"),
]


def columns_in(page):
    found = units(page.text, borders(page), items(page))
    columns, carried = columns_of(page, found)
    by_text = {page.text[unit.start : unit.end]: columns.get(unit.start, "") for unit in found}
    return by_text, carried


def test_cells_know_the_heading_of_their_column(tmp_path):
    columns, _ = columns_in(page_with(tmp_path, TABLE))
    assert columns["te duur"] == columns["te licht"] == "Opmerking"
    assert columns["9 euro"] == "Prijs"


def test_a_heading_in_the_middle_of_its_column_is_its_heading(tmp_path):
    pieces = [
        (60, 100, "Nr"),
        (330, 100, "Oordeel"),
        (60, 130, "1"),
        (250, 130, "een lang oordeel over de zaak"),
    ]
    columns, _ = columns_in(page_with(tmp_path, pieces))
    assert columns["een lang oordeel over de zaak"] == "Oordeel"


def test_columns_that_run_together_in_the_text_are_parted(tmp_path):
    pieces = [
        *TABLE,
        (60, 190, "Net zo breed als de ander"),
        (187, 190, "-"),
        (200, 190, "7 euro"),
        (300, 190, "goed"),
    ]
    page = page_with(tmp_path, pieces)
    assert "- 7 euro" in page.text
    columns, _ = columns_in(page)
    assert columns["7 euro"] == "Prijs"


def test_evenly_wide_spaces_are_no_borders():
    text = "een rij\tmet een cel\n\nwoorden die wijd staan\tslot"
    page = page_of(text)
    assert borders(page) == frozenset()


def test_headings_are_carried_to_the_next_page(tmp_path):
    _, carried = columns_in(page_with(tmp_path, TABLE))
    following = page_with(
        tmp_path, [(60, 60, "Ander"), (200, 60, "3 euro"), (300, 60, "te laat"), (60, 90, "Slot.")]
    )
    found = units(following.text, borders(following))
    columns, _ = columns_of(following, found, carried)
    assert columns[following.text.index("te laat")] == "Opmerking"


def test_without_places_cells_are_counted():
    text = "Nr\tOordeel\n\n1\tgoed"
    page = page_of(text)
    bare = type(page)(**{name: getattr(page, name) for name in page.__slots__} | {"words": ()})
    columns, _ = columns_of(bare, units(text))
    assert columns[text.index("goed")] == "Oordeel"


@pytest.mark.parametrize(("size", "count"), [((842, 595), 2), ((595, 842), 0)])
def test_lines_are_items_on_slides_only(tmp_path, size, count):
    pieces = [
        (60, 100, "Eerste punt op de dia"),
        (60, 112, "Tweede punt"),
        (60, 124, "Derde"),
        (60, 136, "vervolg"),
    ]
    assert len(items(page_with(tmp_path, pieces, size))) == count
