"""The inventory list as CSV, for other programs.

In: an ``Inventory``. Out: a file in UTF-8 with a mark (spreadsheet programs else misread accents), cells
parted by semicolons as Dutch programs expect, dates as ISO 8601, lines ended as RFC 4180 says. The first line
holds the column names.

A text that a spreadsheet program would run as a formula gets an apostrophe before it (OWASP, CSV injection):
titles come from documents of strangers.
"""

import csv
from pathlib import Path

from lakmoes import nl
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import FURTHER_COLUMNS, PUBLISHED_COLUMNS, cells_of, status
from lakmoes.model import InventoryRow

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(path: Path, inventory: Inventory) -> None:
    """Writes the list to the path."""
    columns = (*PUBLISHED_COLUMNS, *FURTHER_COLUMNS, "status")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([nl.COLUMNS[column] for column in columns])
        for row in inventory.rows:
            cells = _cells(row, inventory)
            writer.writerow([cells[column] for column in columns])


def _cells(row: InventoryRow, inventory: Inventory) -> dict[str, str | int]:
    texts = {**cells_of(row, inventory.law_name), "status": status(inventory)}
    return {
        "number": row.number,
        "date": row.date.isoformat() if row.date else "",
        "pages": row.page_count,
        "redactions": row.redaction_count,
        **{column: _harmless(text) for column, text in texts.items()},
    }


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
