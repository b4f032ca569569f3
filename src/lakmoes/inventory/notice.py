"""One page in the place of a document that is refused whole.

In: what the inventory says of the document. Out: an accessible PDF (``typesetting``) with its number, title,
date and number of pages, and the grounds on which it is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lakmoes import nl
from lakmoes.inventory.naming import printable
from lakmoes.inventory.typesetting import typeset
from lakmoes.model import InventoryRow

TEMPLATE = "notice.typ"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalNotice:
    """What the page says.

    Attributes:
        row: The document on the inventory; its title holds no redacted text.
        cited: The grounds as a sentence cites them (``o.g.v. 11.1 Wob``).
        grounds: For each what is printed for it and its label.
        page_numbers: Of its pages in the whole dossier, from first to last; empty for none.
    """

    row: InventoryRow
    cited: str
    grounds: Sequence[tuple[str, str]]
    page_numbers: str = ""


def write(path: Path, notice: RefusalNotice) -> None:
    """Writes the page."""
    path.write_bytes(typeset(TEMPLATE, _content(notice)))


def _content(notice: RefusalNotice) -> Mapping[str, object]:
    row = notice.row
    pages = nl.written_number(row.page_count) if row.page_count else ""
    values = (printable(row.title), nl.written_date(row.date), pages)
    facts = [[name, value] for name, value in zip(nl.REFUSED_FACTS, values, strict=True) if value]
    return {
        "heading": nl.PDF_TITLE.format(number=row.shown),
        "sentence": nl.DOCUMENT_REFUSED.format(grounds=notice.cited),
        "explained": nl.document_refused(row.page_count),
        "facts": facts,
        "head": list(nl.REFUSED_GROUNDS),
        "grounds": [list(ground) for ground in notice.grounds],
        "number": row.shown,
        "pages": notice.page_numbers,
    }
