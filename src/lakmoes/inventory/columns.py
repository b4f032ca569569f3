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
LEAST_WIDTHS = {
    Column.NUMBER: 1.2,
    Column.TITLE: 5.0,
    Column.DATE: 3.3,
    Column.JUDGEMENT: 3.7,
    Column.GROUNDS: 4.2,
    Column.REMARKS: 4.5,
    Column.KIND: 2.6,
    Column.PAGES: 2.4,
    Column.REDACTIONS: 2.3,
    Column.RELATION: 3.2,
    Column.LINK: 4.0,
    Column.FILE: 3.6,
    Column.SHA256: 3.6,
    Column.STATUS: 2.6,
}
"""In centimetres, for type of 9 to 10 points: what head and contents need."""
SHARES = {
    Column.TITLE: 3.0,
    Column.REMARKS: 2.0,
    Column.RELATION: 1.0,
    Column.LINK: 1.5,
    Column.FILE: 1.5,
    Column.SHA256: 1.5,
}
"""How the columns of running text share what is left."""


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
    """The widths of columns that together fill the room, in centimetres.

    Columns of running text share what is left; the grounds are one where the remarks go with them.
    """
    least = [LEAST_WIDTHS[column] for column in columns]
    shares = [_share(column, columns) for column in columns]
    left = max(room - sum(least), 0.0) / (sum(shares) or 1.0)
    widths = [width + share * left for width, share in zip(least, shares, strict=True)]
    return tuple(width * room / sum(widths) for width in widths)


def type_scale(columns: Sequence[Column], room: float) -> float:
    """By how much type must be made smaller for the columns to fit: 1 where it need not."""
    return min(1.0, room / sum(LEAST_WIDTHS[column] for column in columns))


def _share(column: Column, columns: Sequence[Column]) -> float:
    if column is Column.GROUNDS and Column.REMARKS not in columns:
        return SHARES[Column.REMARKS]
    return SHARES.get(column, 0.0)


def _known() -> Mapping[str, Column]:
    return {
        name.casefold(): column
        for column in Column
        for name in (column.value, nl.COLUMNS[column], nl.COLUMN_NAMES[column])
    }
