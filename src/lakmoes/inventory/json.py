"""The inventory list as JSON, for programs: every field, whichever columns people chose for the others.

In: an ``Inventory``. Out: a file in UTF-8, of which ``docs/inventarislijst.md`` names every field. Names and
codes in it stay the same as long as ``version`` does; fields may be added. Dates are ISO 8601, ``null`` where
there is none. What people read (``..._text``) follows the settings of the dossier and may differ.
"""

import json
from pathlib import Path

from lakmoes.inventory.columns import Column
from lakmoes.inventory.naming import printable
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import cells_of, judged, with_ground
from lakmoes.model import InventoryRow

FORMAT, VERSION = "lakmoes-inventory", 1


def write(path: Path, inventory: Inventory) -> None:
    """Writes the list to the path."""
    context = inventory.context
    content = {
        "format": FORMAT,
        "version": VERSION,
        "status": "concept" if context.concept else "final",
        "title": printable(context.title),
        "request_number": printable(context.request_number),
        "request_date": context.request_date.isoformat() if context.request_date else None,
        "decision_date": context.decision_date.isoformat() if context.decision_date else None,
        "law": {"code": inventory.law.value, "name": inventory.law_name, "title": inventory.law_title},
        "documents": [_document(row, inventory) for row in inventory.rows],
        "legend": [
            {"code": entry.code, "printed": entry.printed, "label": entry.label, "text": entry.text}
            for entry in inventory.legend
        ],
        "totals": _totals(inventory),
    }
    path.write_text(f"{json.dumps(content, ensure_ascii=False, indent=2)}\n", encoding="utf-8")


def _document(row: InventoryRow, inventory: Inventory) -> dict[str, object]:
    texts = cells_of(row, inventory, tuple(Column))
    return {
        "number": row.number,
        "label": row.shown,
        "title": texts[Column.TITLE],
        "date": row.date.isoformat() if row.date else None,
        "kind": row.kind.value,
        "judgement": row.judgement.value,
        "judgement_text": texts[Column.JUDGEMENT],
        "grounds": list(row.grounds),
        "grounds_text": texts[Column.GROUNDS],
        "remarks": [printable(remark) for remark in row.remarks if remark != row.relation],
        "relation": printable(row.relation),
        "link": texts[Column.LINK],
        "page_count": row.page_count,
        "redaction_count": row.redaction_count,
        "file": texts[Column.FILE],
        "sha256": row.sha256,
    }


def _totals(inventory: Inventory) -> dict[str, object]:
    return {
        "documents": len(inventory.rows),
        "pages": sum(row.page_count for row in inventory.rows),
        "redactions": sum(row.redaction_count for row in inventory.rows),
        "judgements": {judgement.value: count for judgement, count in judged(inventory)},
        "grounds": dict(with_ground(inventory)),
    }
