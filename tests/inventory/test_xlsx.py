from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from lakmoes.inventory import xlsx
from lakmoes.inventory.columns import Column


@pytest.fixture
def written(tmp_path, inventory_with):
    def write(**changes):
        xlsx.write(tmp_path / "i.xlsx", inventory_with(**changes))
        return load_workbook(tmp_path / "i.xlsx")

    return write


def head_of(sheet):
    return next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "Nr")


def test_the_list_has_a_row_for_every_document_under_its_head(written):
    sheet = written()["Inventarislijst"]
    head = head_of(sheet)
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head)]
    assert values[0][:6] == ["Nr", "Document", "Datum", "Beslissing", "Weigeringsgrond", "Opmerkingen"]
    assert values[1] == [
        1,
        "E-mailwisseling: start proef – été",
        datetime(2020, 9, 3),
        "Gedeeltelijk openbaar",
        "10.2.c, 10.2.e en 11.1 Wob",
        "Conceptversie van 4; gedeeltelijk buiten reikwijdte verzoek",
        "e-mail",
        2,
        14,
        "01_mail.pdf",
        "ab" * 32,
    ]
    assert [row[0] for row in values[1:]] == [1, 2, 3, 4]
    assert values[2][2] is None


def test_sub_numbers_are_shown_as_they_are_and_sort_as_people_read_them(written, inventory_with):
    first, *_ = inventory_with().rows
    labels = ["5", "5.1", "5.2", "5.10", "5a", "6"]
    rows = tuple(
        replace(first, number=number, label=label) for number, label in enumerate(reversed(labels), start=1)
    )
    sheet = written(rows=rows)["Inventarislijst"]
    head = head_of(sheet)
    cells = [sheet.cell(head + place, 1) for place in range(1, len(labels) + 1)]
    assert [cell.value for cell in cells] == sorted(cell.value for cell in cells)
    assert [cell.number_format for cell in cells[1:5]] == ['"5.1"', '"5.2"', '"5.10"', '"5a"']
    assert (cells[0].value, cells[-1].value) == (5, 6)


def test_a_title_is_text_and_a_date_is_a_date(written):
    sheet = written()["Inventarislijst"]
    head = head_of(sheet)
    formula, date = sheet.cell(head + 2, 2), sheet.cell(head + 1, 3)
    assert (formula.value, formula.data_type) == ("=1+1", "s")
    assert date.is_date
    assert date.number_format == xlsx.DUTCH_DATE


def test_it_can_be_filtered_and_its_head_stays_in_sight_and_on_paper(written):
    sheet = written()["Inventarislijst"]
    head = head_of(sheet)
    assert sheet.auto_filter.ref == f"A{head}:K{head + 4}"
    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.print_area == f"'Inventarislijst'!$A$1:$F${head + 4}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert sheet.oddFooter.right.text == "Bladzijde &P van &N"
    assert all(cell.alignment.wrap_text for cell in sheet[head + 1] if isinstance(cell.value, str))


def test_chosen_columns_are_all_on_paper(written):
    columns = (Column.NUMBER, Column.DATE, Column.TITLE, Column.SHA256)
    sheet = written(columns=columns)["Inventarislijst"]
    head = head_of(sheet)
    assert [cell.value for cell in sheet[head]] == ["Nr", "Datum", "Document", "SHA-256"]
    assert sheet.cell(head + 1, 2).is_date
    assert sheet.auto_filter.ref == f"A{head}:D{head + 4}"
    assert sheet.print_area == f"'Inventarislijst'!$A$1:$D${head + 4}"
    assert sheet.freeze_panes == f"B{head + 1}"


def test_legend_and_totals_have_their_sheets(written, inventory_with):
    workbook = written()
    assert workbook.sheetnames == ["Inventarislijst", "Legenda", "Totalen"]
    legend = [[cell.value for cell in row] for row in workbook["Legenda"].iter_rows()]
    assert legend[0] == ["Grond", "Omschrijving", "Wettekst"]
    assert legend[1:] == [[entry.code, entry.label, entry.text] for entry in inventory_with().legend]
    totals = dict([cell.value for cell in row] for row in workbook["Totalen"].iter_rows(min_row=2))
    assert totals["Documenten"] == 4


def test_own_codes_stand_in_the_legend(written):
    sheet = written(code_labels={"10.2.e": "7"})["Legenda"]
    assert [cell.value for cell in sheet["A"]] == [
        "In het document",
        "10.2.c",
        "7",
        "11.1",
        "buiten-reikwijdte",
    ]


@pytest.mark.parametrize("concept", [True, False])
def test_a_concept_is_visibly_one_on_screen_and_paper(written, concept):
    workbook = written(concept=concept)
    sheet = workbook["Inventarislijst"]
    texts = [cell.value for cell in sheet["A"] if isinstance(cell.value, str)]
    assert ("CONCEPT – nog niet beoordeeld" in texts) is concept
    assert all((sheet.oddHeader.right.text is not None) is concept for sheet in workbook)


def test_rows_are_high_enough_for_their_text(written, inventory_with):
    rows = inventory_with().rows
    sheet = written()["Inventarislijst"]
    heights = [sheet.row_dimensions[head_of(sheet) + row.number].height for row in rows]
    assert heights[1] == xlsx.LINE_HEIGHT
    assert heights[2] >= 2 * xlsx.LINE_HEIGHT
