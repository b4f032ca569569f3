"""Where a decision letter and the inventory contradict each other.

In: the mentions of a letter, the rows of the inventory, the grounds. Out: ``Difference`` values, by ground
and then by document. A letter that cites a ground without naming documents for it may refer to the inventory:
that is told, but contradicts nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakmoes.grounds import GroundBook
from lakmoes.letter.mentions import Mention
from lakmoes.letter.numbers import number_of, written_numbers
from lakmoes.model import InventoryRow

LACKS, ADDS, UNKNOWN = "letter-lacks", "letter-adds", "letter-unknown-document"
NO_GROUND, NO_NUMBERS, OTHER_GROUND = "letter-no-ground", "letter-no-numbers", "letter-other-ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One contradiction.

    Attributes:
        code: Key of ``nl.BLOCKS``.
        ground: Code.
        number: In the model, of the document on the inventory; 0 where it is about none, or several.
        detail: The documents, as people read them.
        count: How many documents, or mentions.
        page: Of the letter, from 1; 0 where it is not known.
    """

    code: str
    ground: str
    number: int = 0
    detail: str = ""
    count: int = 1
    page: int = 0


def differences(
    found: Sequence[Mention], rows: Sequence[InventoryRow], book: GroundBook
) -> tuple[Difference, ...]:
    """Every difference between the letter and the inventory, in the order of the law."""
    used = {code for row in rows for code in row.grounds}
    codes = book.ordered({*used, *(mention.ground for mention in found)})
    return tuple(
        difference
        for code in codes
        for difference in _of_ground(code, [one for one in found if one.ground == code], rows)
    )


def _of_ground(code: str, found: Sequence[Mention], rows: Sequence[InventoryRow]) -> Iterator[Difference]:
    listed = [row for row in rows if code in row.grounds]
    pages = {number: mention.page for mention in reversed(found) for number in mention.numbers}
    first = found[0].page if found else 0
    if not listed and not pages:
        # A letter may explain the whole law; only what it says of documents can be wrong.
        return
    if not found or not pages:
        missing = NO_NUMBERS if found else NO_GROUND
        yield _together(missing, code, listed, rows, first)
        return
    if not listed:
        yield Difference(code=OTHER_GROUND, ground=code, count=len(found), page=first)
        return
    yield from _by_document(code, pages, rows)


def _by_document(code: str, pages: dict[str, int], rows: Sequence[InventoryRow]) -> Iterator[Difference]:
    for row in rows:
        is_named, is_listed = number_of(row) in pages, code in row.grounds
        if is_listed and not is_named:
            yield Difference(code=LACKS, ground=code, number=row.number)
        elif is_named and not is_listed:
            page = pages[number_of(row)]
            yield Difference(code=ADDS, ground=code, number=row.number, page=page)
    known = {number_of(row) for row in rows}
    for number, page in pages.items():
        if number not in known:
            yield Difference(code=UNKNOWN, ground=code, detail=number, page=page)


def _together(
    code: str, ground: str, listed: Iterable[InventoryRow], rows: Sequence[InventoryRow], page: int
) -> Difference:
    numbers = {number_of(row) for row in listed}
    detail = written_numbers(numbers, [number_of(row) for row in rows])
    return Difference(code=code, ground=ground, detail=detail, count=len(numbers), page=page)
