"""An inventory with everything in it that a format must bring across."""

from collections.abc import Callable
from datetime import date

import pytest

from lakmoes.grounds import ground_book
from lakmoes.inventory.rows import Inventory, InventoryContext, inventory_of
from lakmoes.model import DocumentKind, InventoryRow, Judgement, Law

ROWS = (
    InventoryRow(
        number=1,
        title="E-mailwisseling: start proef – été",
        date=date(2020, 9, 3),
        judgement=Judgement.PARTLY_PUBLIC,
        grounds=("10.2.c", "10.2.e", "11.1"),
        remarks=("conceptversie van 4", "gedeeltelijk buiten reikwijdte verzoek"),
        relation="conceptversie van 4",
        kind=DocumentKind.EMAIL,
        page_count=2,
        redaction_count=14,
        file_name="01_mail.pdf",
        sha256="ab" * 32,
    ),
    InventoryRow(number=2, title="=1+1", date=None, judgement=Judgement.PUBLIC, grounds=(), page_count=1),
    InventoryRow(
        number=3,
        title="Beveiligd\x0bstuk",
        date=None,
        judgement=Judgement.UNDETERMINED,
        grounds=(),
        remarks=("Het bestand is beveiligd met een wachtwoord. Lever een versie zonder wachtwoord aan.",),
    ),
    InventoryRow(
        number=4,
        title="Nota",
        date=date(2021, 3, 1),
        judgement=Judgement.NOT_PUBLIC,
        grounds=("10.2.e",),
        page_count=3,
    ),
)


@pytest.fixture
def inventory_with() -> Callable[..., Inventory]:
    """An inventory of ``ROWS``; keywords change its context."""

    def make(rows: tuple[InventoryRow, ...] = ROWS, law: Law = Law.WOB, **changes: object) -> Inventory:
        values: dict[str, object] = {
            "title": "Dossier proef",
            "request_number": "2021-034",
            "request_date": date(2021, 1, 25),
            "decision_date": date(2021, 6, 7),
            "law_reason": "opgegeven met --law",
            "concept": True,
        }
        return inventory_of(InventoryContext(**(values | changes)), rows, ground_book(law))  # type: ignore[arg-type]

    return make
