"""The columns that an inventory list can have, and how wide they are on paper.

In: the names of columns as people write them. Out: ``Column`` values in the order that was asked for, and
widths that fill a page.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from lakmoes import nl
from lakmoes.errors import UsageError


class Column(StrEnum):
    """A column of the list; ``nl.COLUMNS`` holds its head, ``nl.COLUMN_NAMES`` what people call it."""

    NUMBER = "number"
    TITLE = "title"
    DATE = "date"
    JUDGEMENT = "judgement"
    GROUNDS = "grounds"
    REMARKS = "remarks"
    KIND = "kind"
    PAGES = "pages"
    REDACTIONS = "redactions"
    RELATION = "relation"
    LINK = "link"
    FILE = "file"
    SHA256 = "sha256"
    STATUS = "status"
    """Whether the list is a concept."""


PRINTED = (Column.NUMBER, Column.TITLE, Column.DATE, Column.JUDGEMENT, Column.GROUNDS, Column.REMARKS)
"""What is on paper where nobody chose otherwise."""
FURTHER = (Column.KIND, Column.PAGES, Column.REDACTIONS, Column.FILE, Column.SHA256)
"""Of use to who works with the list or checks the files."""
SETTLED_WIDTHS = {
    Column.NUMBER: 1.1,
    Column.DATE: 3.3,
    Column.JUDGEMENT: 3.7,
    Column.GROUNDS: 4.2,
    Column.KIND: 2.6,
    Column.PAGES: 2.1,
    Column.REDACTIONS: 2.1,
    Column.STATUS: 2.6,
}
"""In centimetres, for text of 9 points."""
SHARES = {
    Column.TITLE: 7.9,
    Column.REMARKS: 6.3,
    Column.RELATION: 4.0,
    Column.LINK: 5.0,
    Column.FILE: 5.0,
    Column.SHA256: 5.0,
}
"""How the columns without a settled width share what the others leave."""


def columns_named(names: Iterable[str]) -> tuple[Column, ...]:
    """The columns with these names, each once, in their order.

    Args:
        names: As people write them: the short name (``nr``), the head of the column or the code's own word;
            case and spaces around them do not matter.

    Raises:
        UsageError: There is no such column; the message lists those that there are.
    """
    known = _known()
    wanted = [" ".join(name.casefold().split()) for name in names]
    for name in wanted:
        if name and name not in known:
            raise UsageError("unknown-column", column=name, known=", ".join(nl.COLUMN_NAMES.values()))
    return tuple(dict.fromkeys(known[name] for name in wanted if name))


def widths_of(columns: Sequence[Column], room: float) -> tuple[float, ...]:
    """The widths of columns that together fill the room, in its unit of centimetres.

    Columns of running text share what is left; where little is left every column gets narrower.
    """
    settled = sum(SETTLED_WIDTHS.get(column, 0.0) for column in columns)
    shares = sum(SHARES.get(column, 0.0) for column in columns)
    left = max(room - settled, shares / 2)
    unit = left / shares if shares else 1.0
    widths = [SETTLED_WIDTHS.get(column, SHARES.get(column, 0.0) * unit) for column in columns]
    return tuple(width * room / sum(widths) for width in widths)


def _known() -> Mapping[str, Column]:
    return {
        name.casefold(): column
        for column in Column
        for name in (column.value, nl.COLUMNS[column], nl.COLUMN_NAMES[column])
    }
