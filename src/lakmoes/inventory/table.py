"""What the cells of an inventory say, the same in every format.

In: an ``Inventory`` or one of its rows. Out: texts and counts. A format decides only where they stand and
what they look like.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from lakmoes import nl
from lakmoes.inventory.columns import Column
from lakmoes.inventory.naming import printable
from lakmoes.inventory.rows import Inventory
from lakmoes.model import GroundsForm, InventoryRow, Judgement

PARTS_OF_RELATION = "; "
NO_BREAK = "\u00a0"


def cells_of(row: InventoryRow, inventory: Inventory, columns: Collection[Column]) -> dict[Column, str]:
    """The texts of a row by column, for the columns that are written.

    What stands in a column of its own is not said in another one too. Of what was refused as a draft the
    grounds say of which documents, as practice has it: ``11.1 Wob (conceptversies van 1, 2 en 7)``. Remarks
    go with the grounds where they have no column.
    """
    grounds, drafts = grounds_text(row, inventory), _drafts(row)
    elsewhere = {drafts} if drafts and Column.GROUNDS in columns else set()
    if Column.RELATION in columns:
        elsewhere |= set(_relations(row))
    remarks = remarks_text(row, elsewhere)
    cells = {
        Column.NUMBER: row.shown,
        Column.TITLE: printable(row.title),
        Column.DATE: nl.written_date(row.date),
        Column.JUDGEMENT: judgement_text(row.judgement, inventory),
        Column.GROUNDS: f"{grounds} ({drafts})" if drafts else grounds,
        Column.REMARKS: remarks,
        Column.KIND: nl.DOCUMENT_KINDS[row.kind],
        Column.PAGES: str(row.page_count),
        Column.REDACTIONS: str(row.redaction_count),
        Column.RELATION: _sentence(_relations(row)),
        Column.LINK: printable(row.link),
        Column.FILE: printable(row.file_name),
        Column.SHA256: row.sha256,
        Column.STATUS: status(inventory),
    }
    if Column.REMARKS not in columns:
        cells[Column.GROUNDS] = _with_remarks(cells[Column.GROUNDS], remarks)
    return {column: cells[column] for column in columns}


def printed_cells(row: InventoryRow, inventory: Inventory, columns: Collection[Column]) -> list[str]:
    """The texts of a row as they are set on paper: the name of the law stays with its article."""
    cells = cells_of(row, inventory, columns)
    law = inventory.law_name
    if Column.GROUNDS in cells:
        cells[Column.GROUNDS] = cells[Column.GROUNDS].replace(f" {law}", f"{NO_BREAK}{law}")
    return list(cells.values())


def judgement_text(judgement: Judgement, inventory: Inventory) -> str:
    """The judgement in the organisation's words, or else in those of practice."""
    own = printable(inventory.context.judgements.get(judgement, ""))
    return own or nl.JUDGEMENTS[judgement].capitalize()


def grounds_text(row: InventoryRow, inventory: Inventory) -> str:
    """The grounds as a decision cites them: ``10.2.c, 10.2.e en 11.1 Wob``."""
    form = inventory.context.grounds_form
    if not row.grounds:
        return ""
    codes = nl.listed(row.grounds) if form is GroundsForm.SENTENCE else ", ".join(row.grounds)
    return codes if form is GroundsForm.CODES else f"{codes} {inventory.law_name}"


def remarks_text(row: InventoryRow, without: Collection[str] = ()) -> str:
    """The relation and the remarks, each once, the first with a capital; not those that stand elsewhere."""
    remarks = (_as_part(printable(remark)) for remark in row.remarks if remark != row.relation)
    return _sentence(remark for remark in (*_relations(row), *remarks) if remark not in without)


def _with_remarks(grounds: str, remarks: str) -> str:
    return f"{grounds}{PARTS_OF_RELATION}{_within(remarks)}" if grounds and remarks else grounds or remarks


def _relations(row: InventoryRow) -> tuple[str, ...]:
    parts = row.relation.split(PARTS_OF_RELATION) if row.relation else ()
    return tuple(_as_part(printable(part)) for part in parts)


def _drafts(row: InventoryRow) -> str:
    """Of which documents it is a draft, where it was refused on a ground."""
    if row.judgement is not Judgement.NOT_PUBLIC or not row.grounds:
        return ""
    return next(filter(nl.is_draft, _relations(row)), "")


def _sentence(parts: Iterable[str]) -> str:
    text = PARTS_OF_RELATION.join(dict.fromkeys(part for part in parts if part))
    return text[:1].upper() + text[1:]


def _as_part(remark: str) -> str:
    """A remark as part of a list: one sentence loses its full stop, several keep theirs."""
    return remark if ". " in remark else remark.rstrip(".")


def subtitle(inventory: Inventory) -> str:
    """The request that the list belongs to: its number, the dates of request and decision."""
    context = inventory.context
    number = printable(context.request_number)
    form = nl.REQUEST_NUMBERED if number else nl.REQUEST_UNNUMBERED
    parts = [form.format(law=inventory.law_name, number=number)]
    if context.request_date:
        parts.append(nl.REQUEST_DATED.format(day=nl.written_date(context.request_date)))
    if context.decision_date:
        parts.append(nl.DECISION_DATED.format(day=nl.written_date(context.decision_date)))
    return ", ".join(parts)


def heading(inventory: Inventory) -> str:
    """The name of the list as a file's own title."""
    return " – ".join(filter(None, (nl.INVENTORY, printable(inventory.context.title))))


def law_line(inventory: Inventory) -> str:
    """The law that the documents are judged under; on a concept also why that one."""
    line = nl.JUDGED_UNDER.format(title=inventory.law_title, name=inventory.law_name)
    reason = inventory.context.law_reason if inventory.context.concept else ""
    return f"{line}: {reason}." if reason else f"{line}."


def status(inventory: Inventory) -> str:
    """Whether the list is a concept, in words."""
    return nl.CONCEPT if inventory.context.concept else nl.FINAL


def judged(inventory: Inventory) -> Iterator[tuple[Judgement, int]]:
    """How many documents got each judgement; none that no document got."""
    counts = Counter(row.judgement for row in inventory.rows)
    return ((judgement, counts[judgement]) for judgement in Judgement if counts[judgement])


def with_ground(inventory: Inventory) -> Iterator[tuple[str, int]]:
    """How many documents are refused, wholly or partly, on each ground, in the order of the law."""
    counts = Counter(code for row in inventory.rows for code in row.grounds)
    return ((entry.code, counts[entry.code]) for entry in inventory.legend if counts[entry.code])


def totals(inventory: Inventory) -> Iterator[tuple[str, int]]:
    """Counts of documents by judgement and by ground, of pages and of redactions."""
    rows = inventory.rows
    yield nl.TOTAL_DOCUMENTS, len(rows)
    for judgement, count in judged(inventory):
        yield judgement_text(judgement, inventory), count
    yield nl.TOTAL_PAGES, sum(row.page_count for row in rows)
    yield nl.TOTAL_REDACTIONS, sum(row.redaction_count for row in rows)
    for code, count in with_ground(inventory):
        yield nl.DOCUMENTS_WITH.format(ground=f"{code} {inventory.law_name}"), count


def summary(inventory: Inventory) -> str:
    """The number of documents and how they were judged, in one sentence."""
    parts = [
        f"{count} {_within(judgement_text(judgement, inventory))}" for judgement, count in judged(inventory)
    ]
    documents = nl.counted(len(inventory.rows), "document", "documenten")
    return f"{documents}: {nl.listed(parts)}." if parts else f"{documents}."


def _within(words: str) -> str:
    """Words that begin a cell as part of a sentence; those of an abbreviation stay as they are."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def legend_columns(inventory: Inventory) -> tuple[str, ...]:
    """The columns of the legend: what is printed in the documents only where that is a code of its own."""
    law = inventory.law_name
    prints_other = any(entry.printed not in (entry.code, f"{entry.code} {law}") for entry in inventory.legend)
    return ("printed", "code", "label", "text") if prints_other else ("code", "label", "text")
