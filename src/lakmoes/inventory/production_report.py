"""The production report that the national platform for Woo requests reads (``productierapport.xlsx``).

In: an ``Inventory``. Out: a workbook with one sheet and the columns of the platform's own template, and the
name under which each published file must be handed in with it. Source: the import of minvws/nl-rdo-woo-web.

The platform passes over in silence what it does not know: another word for a judgement makes a document not
public. So everything here is checked before it is written, and what does not fit is an error.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from lakmoes import nl
from lakmoes.errors import UsageError
from lakmoes.grounds import GroundBook
from lakmoes.inventory.naming import printable
from lakmoes.inventory.package import write_package
from lakmoes.inventory.rows import Inventory
from lakmoes.inventory.table import remarks_text
from lakmoes.model import DocumentKind, InventoryRow, Judgement

COLUMNS = (
    *("ID", "Matter", "Family", "Email Thread ID", "Document", "File Type", "Datum", "Beoordeling"),
    *("Opgeschort", "Beoordelingsgrond", "Toelichting", "Publieke Link", "Gerelateerd ID", "Zaaknummer"),
)
"""In the order of the platform's template."""
MOST_ROWS = 50_000
LONGEST = {"ID": 170, "Document": 500, "Toelichting": 1000}
"""Characters."""
MATTER = re.compile(r"[A-Za-z0-9\-._~]{2,255}")
PREFIX = re.compile(r"[A-Za-z0-9]{0,100}")
CASE_NUMBER = re.compile(r"[a-z0-9\-.;() ]+", re.IGNORECASE)
LEAST_DIGITS = 4
SUSPENDED = "Ja"
DUPLICATE = "dubbel"

JUDGEMENTS = {
    Judgement.PUBLIC: "Openbaar",
    Judgement.PARTLY_PUBLIC: "Deels openbaar",
    Judgement.ALREADY_PUBLIC: "Reeds openbaar",
    Judgement.NOT_PUBLIC: "Niet openbaar",
    Judgement.DUPLICATE: "Niet openbaar",
    Judgement.OUT_OF_SCOPE: "Niet openbaar",
    Judgement.SUSPENDED: "Niet openbaar",
}
"""The four words that the platform knows; who is not in it is not judged yet."""
FILE_TYPES = {
    DocumentKind.CHAT: "chat",
    DocumentKind.EMAIL: "email",
    DocumentKind.NOTES: "note",
    DocumentKind.PRESENTATION: "presentation",
    DocumentKind.SPREADSHEET: "spreadsheet",
}
"""Of the platform's file types those that say more than that it is a PDF."""
OTHER_FILE_TYPE = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """What the platform must know of a dossier besides its documents.

    Attributes:
        matter: Name of the dossier on the platform: 2 to 255 letters, digits and ``-._~``.
        prefix: What each ID begins with: letters and digits.
        case_numbers: Numbers of the case, empty for none.
    """

    matter: str
    prefix: str = ""
    case_numbers: str = ""

    def __post_init__(self) -> None:
        if not MATTER.fullmatch(self.matter):
            raise UsageError("platform-matter")
        if not PREFIX.fullmatch(self.prefix):
            raise UsageError("platform-prefix")
        if self.case_numbers and not CASE_NUMBER.fullmatch(self.case_numbers):
            raise UsageError("platform-case-number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """What belongs together on the platform: numbers from 1, 0 for none.

    Attributes:
        family: A document and its attachments share it.
        thread: Mails of one exchange share it.
        related: Number of the document that this one relates to.
    """

    family: int = 0
    thread: int = 0
    related: int = 0


def write(
    path: Path, inventory: Inventory, book: GroundBook, platform: Platform, kin: Mapping[int, Kin]
) -> None:
    """Writes the report.

    Args:
        path: Where.
        inventory: The list that is published.
        book: The grounds of its law, for the platform's notation.
        platform: The dossier on the platform.
        kin: What belongs together, by document number.

    Raises:
        UsageError: A document is not judged yet, or there are more rows than the platform takes.
    """
    if len(inventory.rows) > MOST_ROWS:
        raise UsageError("platform-too-many", count=len(inventory.rows), most=MOST_ROWS)
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Productierapport"
    sheet.append(COLUMNS)
    identities = identities_of(inventory.rows, platform)
    for index, row in enumerate(inventory.rows, start=2):
        cells = _cells(row, identities, book, platform, kin.get(row.number, Kin()))
        for column, name in enumerate(COLUMNS, start=1):
            if value := cells[name]:
                cell = sheet.cell(index, column)
                cell.value = value
                # A title that begins with = is no formula.
                cell.data_type = "n" if isinstance(value, int) else "s"
    content = io.BytesIO()
    workbook.save(content)
    write_package(path, content.getvalue())


def identities_of(rows: Sequence[InventoryRow], platform: Platform) -> dict[int, str]:
    """The ID of each document by number: letters and digits only, for a file's name is matched by them."""
    digits = max(LEAST_DIGITS, len(str(max((row.number for row in rows), default=1))))
    return {row.number: f"{platform.prefix}{row.number:0{digits}}" for row in rows}


def files_of(rows: Sequence[InventoryRow], platform: Platform) -> Iterator[tuple[InventoryRow, str]]:
    """The rows whose files are handed in, with the name that they must have."""
    identities = identities_of(rows, platform)
    for row in rows:
        if row.judgement.is_published and row.file_name:
            yield row, f"{identities[row.number]}.pdf"


def _cells(
    row: InventoryRow, identities: Mapping[int, str], book: GroundBook, platform: Platform, kin: Kin
) -> dict[str, str | int]:
    judgement = JUDGEMENTS.get(row.judgement)
    if judgement is None:
        raise UsageError("platform-undetermined", number=row.shown)
    known, unknown = _grounds(row, book)
    return {
        "ID": identities[row.number],
        "Matter": platform.matter,
        "Family": kin.family,
        "Email Thread ID": kin.thread,
        "Document": printable(row.title)[: LONGEST["Document"]],
        "File Type": FILE_TYPES.get(row.kind, OTHER_FILE_TYPE),
        "Datum": row.date.isoformat() if row.date else "",
        "Beoordeling": judgement,
        "Opgeschort": SUSPENDED if row.judgement is Judgement.SUSPENDED else "",
        "Beoordelingsgrond": ";".join(known),
        "Toelichting": _explanation(row, unknown),
        "Publieke Link": row.link if row.judgement is Judgement.ALREADY_PUBLIC else "",
        "Gerelateerd ID": identities.get(kin.related, ""),
        "Zaaknummer": platform.case_numbers,
    }


def _grounds(row: InventoryRow, book: GroundBook) -> tuple[list[str], list[str]]:
    """The grounds in the platform's notation, and the codes that it does not know."""
    notations = {code: book[code].platform_code for code in row.grounds}
    known = [notation for notation in notations.values() if notation]
    if row.judgement is Judgement.DUPLICATE:
        known.append(DUPLICATE)
    return known, [code for code, notation in notations.items() if not notation]


def _explanation(row: InventoryRow, unknown: Sequence[str]) -> str:
    """The remarks, and grounds that the platform does not know; the platform takes a leading link for one."""
    named = nl.OTHER_GROUNDS.format(grounds=nl.listed(unknown)) if unknown else ""
    words = [remarks_text(row), named]
    if row.judgement is Judgement.OUT_OF_SCOPE:
        words.insert(0, nl.JUDGEMENTS[row.judgement].capitalize())
    text = "; ".join(word for word in words if word)
    shown = f"{nl.REMARK}: {text}" if text.lower().startswith("http") else text
    return shown[: LONGEST["Toelichting"]]
