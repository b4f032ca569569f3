"""The inventory list as an Excel workbook, to work with and to print.

In: an ``Inventory``. Out: a workbook with three sheets: the list (filters, fixed heading, real dates), the
legend with the statutory texts, and totals. Printed, the list is landscape A4, one page wide, with its
heading on every page; the columns for checking files stay off the paper, unless people chose the columns.

Every text is written as text: a title that begins with ``=`` is no formula.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lakmoes import nl
from lakmoes.inventory.columns import FURTHER, PRINTED, Column
from lakmoes.inventory.package import write_package
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import cells_of, heading, law_line, legend_columns, subtitle, totals
from lakmoes.model import InventoryRow

WIDTHS = {
    Column.NUMBER: 7,
    Column.TITLE: 52,
    Column.DATE: 19,
    Column.JUDGEMENT: 21,
    Column.GROUNDS: 26,
    Column.REMARKS: 44,
    Column.KIND: 17,
    Column.PAGES: 12,
    Column.REDACTIONS: 18,
    Column.RELATION: 30,
    Column.LINK: 44,
    Column.FILE: 40,
    Column.SHA256: 34,
    Column.STATUS: 26,
}
"""In characters of the body type."""
WIDEST = 220
"""What is readable on A4, in the same unit; more goes on A3."""
LEGEND_WIDTHS = {"printed": 16, "code": 18, "label": 44, "text": 90}
DUTCH_DATE = "[$-413]d\\ mmmm\\ yyyy"
TYPE = "Arial"
BODY, HEAD = Font(name=TYPE, size=10), Font(name=TYPE, size=10, bold=True)
TITLE, WARNING = Font(name=TYPE, size=16, bold=True), Font(name=TYPE, size=12, bold=True, color="C00000")
HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")
LINE = Side(style="thin", color="A6A6A6")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
TOP = Alignment(vertical="top", wrap_text=True)
TOP_LEFT = Alignment(vertical="top", horizontal="left")
LINE_HEIGHT = 13.5
"""Points per line of body type; without stated heights some programs show one line of a wrapped cell."""
TITLE_HEIGHT = 24.0
PART = 1000
"""Sub-numbers within a number are less than this."""
TYPE_FACTOR = 1.2
"""Letters of the body type that fit in one unit of a column's width, which is that of a digit."""


def write(path: Path, inventory: Inventory) -> None:
    """Writes the workbook to the path."""
    workbook = Workbook()
    _properties(workbook, inventory)
    _list_sheet(workbook.active, inventory)
    _legend_sheet(workbook.create_sheet(nl.LEGEND), inventory)
    _totals_sheet(workbook.create_sheet(nl.TOTALS), inventory)
    content = io.BytesIO()
    workbook.save(content)
    write_package(path, content.getvalue())


def _properties(workbook: Workbook, inventory: Inventory) -> None:
    properties = workbook.properties
    properties.title = heading(inventory)
    properties.creator = "Lakmoes"
    properties.language = "nl-NL"


def _list_sheet(sheet: Worksheet, inventory: Inventory) -> None:
    columns = inventory.context.columns or (*PRINTED, *FURTHER)
    sheet.title = nl.INVENTORY
    head = _heading(sheet, inventory) + 1
    _head_row(sheet, head, [nl.COLUMNS[column] for column in columns], [WIDTHS[column] for column in columns])
    for index, row in enumerate(inventory.rows, start=head + 1):
        _list_row(sheet, index, row, cells_of(row, inventory, columns))
    last = head + len(inventory.rows)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{last}"
    stays = columns[:2] if Column.TITLE in columns[:2] else columns[:1]
    sheet.freeze_panes = f"{get_column_letter(len(stays) + 1)}{head + 1}"
    _page(sheet, inventory)
    if sum(WIDTHS[column] for column in inventory.context.columns) > WIDEST:
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{get_column_letter(len(inventory.context.columns or PRINTED))}{last}"


def _heading(sheet: Worksheet, inventory: Inventory) -> int:
    """The lines above the table; returns the number of the last, which is empty."""
    lines = [(nl.INVENTORY, TITLE), (inventory.context.title, HEAD), (subtitle(inventory), BODY)]
    lines.append((law_line(inventory), BODY))
    if inventory.context.concept:
        lines.insert(0, (nl.CONCEPT, WARNING))
        lines.append((nl.CONCEPT_EXPLAINED, BODY))
    lines = [(text, font) for text, font in lines if text]
    for number, (text, font) in enumerate(lines, start=1):
        _text(sheet.cell(number, 1), text).font = font
        sheet.row_dimensions[number].height = TITLE_HEIGHT if font in (TITLE, WARNING) else LINE_HEIGHT
    return len(lines) + 1


def _head_row(sheet: Worksheet, number: int, names: Iterable[str], widths: Iterable[float]) -> None:
    for column, (name, width) in enumerate(zip(names, widths, strict=True), start=1):
        cell = _text(sheet.cell(number, column), name)
        cell.font, cell.fill, cell.border, cell.alignment = HEAD, HEAD_FILL, FRAME, TOP
        sheet.column_dimensions[get_column_letter(column)].width = width


def _list_row(sheet: Worksheet, number: int, row: InventoryRow, texts: Mapping[Column, str]) -> None:
    values = {
        Column.NUMBER: _number(row),
        Column.DATE: row.date,
        Column.PAGES: row.page_count,
        Column.REDACTIONS: row.redaction_count,
    }
    for position, (column, text) in enumerate(texts.items(), start=1):
        cell = sheet.cell(number, position)
        if column in values:
            cell.value = values[column]
        else:
            _text(cell, text)
        if column is Column.DATE:
            cell.number_format = DUTCH_DATE
        if column is Column.NUMBER and not row.shown.isdecimal():
            cell.number_format = f'"{row.shown}"'
        cell.font, cell.border = BODY, FRAME
        cell.alignment = TOP_LEFT if column in values else TOP
    lines = (_lines(text, WIDTHS[column]) for column, text in texts.items() if column not in values)
    sheet.row_dimensions[number].height = LINE_HEIGHT * max(lines, default=1)


def _number(row: InventoryRow) -> float:
    """A value that sorts as the number does; a sub-number is shown by its cell's format: 5.1 before 5.10."""
    whole, *parts = row.order
    return whole[0] + sum(part * float(PART) ** -depth for depth, (part, _) in enumerate(parts, start=1))


def _legend_sheet(sheet: Worksheet, inventory: Inventory) -> None:
    columns = legend_columns(inventory)
    widths = [LEGEND_WIDTHS[column] for column in columns]
    _head_row(sheet, 1, [nl.LEGEND_COLUMNS[column] for column in columns], widths)
    for number, entry in enumerate(inventory.legend, start=2):
        texts = [getattr(entry, column) for column in columns]
        _text_row(sheet, number, texts)
        lines = (_lines(text, width) for text, width in zip(texts, widths, strict=True))
        sheet.row_dimensions[number].height = LINE_HEIGHT * max(lines)
    _page(sheet, inventory)
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"


def _totals_sheet(sheet: Worksheet, inventory: Inventory) -> None:
    _head_row(sheet, 1, nl.TOTAL_COLUMNS, (44, 12))
    for number, (name, count) in enumerate(totals(inventory), start=2):
        _text_row(sheet, number, [name])
        cell = sheet.cell(number, 2, count)
        cell.font, cell.border, cell.alignment = BODY, FRAME, TOP_LEFT
    _page(sheet, inventory)
    sheet.freeze_panes = "A2"


def _text_row(sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, start=1):
        cell = _text(sheet.cell(number, column), text)
        cell.font, cell.border, cell.alignment = BODY, FRAME, TOP


def _text(cell: Cell, text: str) -> Cell:
    """The cell with a text that no program takes for a formula."""
    cell.value = text or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def _lines(text: str, width: float) -> int:
    """Lines that a text takes up in a column, words kept whole."""
    lines, used = 1, 0
    width *= TYPE_FACTOR
    for word in text.split():
        length = len(word)
        if used and used + 1 + length > width:
            lines, used = lines + 1, 0
        used += length + bool(used)
        lines += max(0, int((used - 1) // width)) if used > width else 0
    return lines


def _page(sheet: Worksheet, inventory: Inventory) -> None:
    """Landscape A4, one page wide, numbered, and marked while it is a concept."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.75
    before, between = nl.PAGE_OF
    sheet.oddFooter.right.text = f"{before}&P{between}&N"
    sheet.oddFooter.left.text = "&A"
    if inventory.context.concept:
        warning = sheet.oddHeader.right
        warning.text, warning.font, warning.color = nl.CONCEPT, f"{TYPE},Bold", WARNING.color.rgb[2:]
