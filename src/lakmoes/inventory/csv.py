"""The inventory list as CSV, for other programs.

In: an ``Inventory``. Out: a file in UTF-8 with a mark (spreadsheet programs else misread accents), cells
parted by semicolons as Dutch programs expect, dates as ISO 8601, lines ended as RFC 4180 says. The first line
holds the column names. A concept says that it is one on every line, whichever columns were asked for.

A text that a spreadsheet program would run as a formula gets an apostrophe before it (OWASP, CSV injection):
titles come from documents of strangers.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from lakmoes import nl
from lakmoes.inventory.columns import FURTHER, PRINTED, Column
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import cells_of
from lakmoes.model import InventoryRow

COLUMNS = (*PRINTED, *FURTHER, Column.STATUS)
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(path: Path, inventory: Inventory) -> None:
    """Writes the list to the path."""
    columns = inventory.context.columns or COLUMNS
    if inventory.context.concept and Column.STATUS not in columns:
        columns = (*columns, Column.STATUS)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([nl.COLUMNS[column] for column in columns])
        writer.writerows(_cells(row, inventory, columns) for row in inventory.rows)


def _cells(row: InventoryRow, inventory: Inventory, columns: Sequence[Column]) -> list[str]:
    texts = cells_of(row, inventory, columns)
    if Column.DATE in texts:
        texts[Column.DATE] = row.date.isoformat() if row.date else ""
    return [_harmless(text) for text in texts.values()]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
