"""The inventory list as a PDF that everyone can read, also with a screen reader.

In: an ``Inventory``. Out: landscape A4 in Dutch, tagged after PDF/UA-1 (ISO 14289-1): title, language,
headings, tables with heads that belong to their cells and stand on every page; page numbers below, and the
word concept above while it is one. It bears no moment: the same list is the same file.

It is set from ``list.typ`` (``typesetting``). Signs that the typeface lacks are replaced by a mark; the other
formats hold them.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lakmoes import nl
from lakmoes.inventory.columns import PRINTED, type_scale, widths_of
from lakmoes.inventory.naming import printable
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import (
    heading,
    law_line,
    legend_columns,
    printed_cells,
    subtitle,
    summary,
    totals,
)
from lakmoes.inventory.typesetting import typeset

TEMPLATE = "list.typ"
ROOM = 26.7
"""Centimetres between the margins."""
LEGEND_WIDTHS = {"printed": 3.0, "code": 3.2, "label": 7.0}
TOTALS_WIDTHS = (9.0, 2.5)


def write(path: Path, inventory: Inventory) -> None:
    """Writes the document to the path."""
    path.write_bytes(typeset(TEMPLATE, _content(inventory)))


def _content(inventory: Inventory) -> Mapping[str, object]:
    """All that the template shows."""
    context = inventory.context
    columns = context.columns or PRINTED
    legend = legend_columns(inventory)
    widths = [LEGEND_WIDTHS[column] for column in legend[:-1]]
    return {
        "heading": heading(inventory),
        "title": nl.INVENTORY,
        "subject": printable(context.title),
        "lines": [subtitle(inventory), law_line(inventory)],
        "concept": nl.CONCEPT if context.concept else None,
        "concept_explained": nl.CONCEPT_EXPLAINED,
        "page_of": nl.PAGE_OF,
        "widths": widths_of(columns, ROOM),
        "scale": type_scale(columns, ROOM),
        "head": [nl.COLUMNS[column] for column in columns],
        "rows": [printed_cells(row, inventory, columns) for row in inventory.rows],
        "summary": summary(inventory),
        "legend": _table(
            nl.LEGEND,
            (*widths, ROOM - sum(widths)),
            [nl.LEGEND_COLUMNS[column] for column in legend],
            ([getattr(entry, column) for column in legend] for entry in inventory.legend),
        ),
        "totals": _table(
            nl.TOTALS,
            TOTALS_WIDTHS,
            nl.TOTAL_COLUMNS,
            ([name, nl.written_number(count)] for name, count in totals(inventory)),
        ),
    }


def _table(
    title: str, widths: Iterable[float], head: Iterable[str], rows: Iterable[list[str]]
) -> Mapping[str, object]:
    return {"title": title, "widths": list(widths), "head": list(head), "rows": list(rows)}
