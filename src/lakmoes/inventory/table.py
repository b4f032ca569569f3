"""What the cells of an inventory say, the same in every format.

In: an ``Inventory`` or one of its rows. Out: texts and counts. A format decides only where they stand and
what they look like.
"""

from collections import Counter
from collections.abc import Iterator

from lakmoes import nl
from lakmoes.inventory.naming import printable
from lakmoes.inventory.rows import Inventory
from lakmoes.model import InventoryRow, Judgement

PUBLISHED_COLUMNS = ("number", "title", "date", "judgement", "grounds", "remarks")
FURTHER_COLUMNS = ("kind", "pages", "redactions", "file", "sha256")
"""Of use to who works with the list or checks the files; not printed."""


def cells_of(row: InventoryRow, law_name: str) -> dict[str, str]:
    """The texts of a row by column, its number, date and counts left out."""
    return {
        "title": printable(row.title),
        "judgement": nl.JUDGEMENTS[row.judgement].capitalize(),
        "grounds": grounds_text(row, law_name),
        "remarks": remarks_text(row),
        "kind": nl.DOCUMENT_KINDS[row.kind],
        "file": printable(row.file_name),
        "sha256": row.sha256,
    }


def grounds_text(row: InventoryRow, law_name: str) -> str:
    """The grounds as a decision cites them: ``10.2.c, 10.2.e en 11.1 Wob``."""
    return f"{nl.listed(row.grounds)} {law_name}" if row.grounds else ""


def remarks_text(row: InventoryRow) -> str:
    """The relation and the remarks, each once, the first with a capital."""
    given = (row.relation, *row.remarks)
    remarks = dict.fromkeys(_as_part(printable(remark)) for remark in given if remark)
    text = "; ".join(remarks)
    return text[:1].upper() + text[1:]


def _as_part(remark: str) -> str:
    """A remark as part of a list: one sentence loses its full stop, several keep theirs."""
    return remark if ". " in remark else remark.rstrip(".")


def subtitle(inventory: Inventory) -> str:
    """The request that the list belongs to: number, dates of request and decision, title of the dossier."""
    context = inventory.context
    number = printable(context.request_number)
    form = nl.REQUEST_NUMBERED if number else nl.REQUEST_UNNUMBERED
    parts = [form.format(law=inventory.law_name, number=number)]
    if context.request_date:
        parts.append(nl.REQUEST_DATED.format(day=nl.written_date(context.request_date)))
    if context.decision_date:
        parts.append(nl.DECISION_DATED.format(day=nl.written_date(context.decision_date)))
    return ", ".join(parts)


def law_line(inventory: Inventory) -> str:
    """The law that the documents are judged under; on a concept also why that one."""
    line = nl.JUDGED_UNDER.format(title=inventory.law_title, name=inventory.law_name)
    reason = inventory.context.law_reason if inventory.context.concept else ""
    return f"{line}: {reason}." if reason else f"{line}."


def status(inventory: Inventory) -> str:
    """Whether the list is a concept, in words."""
    return nl.CONCEPT if inventory.context.concept else nl.FINAL


def totals(inventory: Inventory) -> Iterator[tuple[str, int]]:
    """Counts of documents by judgement and by ground, of pages and of redactions."""
    rows = inventory.rows
    judgements = Counter(row.judgement for row in rows)
    yield nl.TOTAL_DOCUMENTS, len(rows)
    for judgement in Judgement:
        if judgements[judgement]:
            yield nl.JUDGEMENTS[judgement].capitalize(), judgements[judgement]
    yield nl.TOTAL_PAGES, sum(row.page_count for row in rows)
    yield nl.TOTAL_REDACTIONS, sum(row.redaction_count for row in rows)
    for entry in inventory.legend:
        count = sum(entry.code in row.grounds for row in rows)
        if count:
            yield nl.DOCUMENTS_WITH.format(ground=f"{entry.code} {inventory.law_name}"), count


def summary(inventory: Inventory) -> str:
    """The number of documents and how they were judged, in one sentence."""
    judgements = Counter(row.judgement for row in inventory.rows)
    parts = [
        f"{judgements[judgement]} {nl.JUDGEMENTS[judgement]}"
        for judgement in Judgement
        if judgements[judgement]
    ]
    documents = nl.counted(len(inventory.rows), "document", "documenten")
    return f"{documents}: {nl.listed(parts)}." if parts else f"{documents}."


def legend_columns(inventory: Inventory) -> tuple[str, ...]:
    """The columns of the legend: what is printed in the documents only where that is a code of its own."""
    law = inventory.law_name
    prints_other = any(entry.printed not in (entry.code, f"{entry.code} {law}") for entry in inventory.legend)
    return ("printed", "code", "label", "text") if prints_other else ("code", "label", "text")
