"""The page of one document; its script asks the API for the rest."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document: its number, title and pages, and the numbers of the ones before and after it."""

    template: ClassVar[str] = "document.html"
    place: ClassVar[str] = "/documenten"

    number: int
    title: str
    page_count: int
    previous: int | None
    next: int | None


def document_page(desk: Desk, number: int) -> DocumentPage:
    """The page of a document.

    Raises:
        ReviewError: There is no such document.
    """
    found = desk.document(number)
    numbers = desk.order
    at = numbers.index(number)
    return DocumentPage(
        number=number,
        title=found.document.title,
        page_count=len(found.pages),
        previous=numbers[at - 1] if at else None,
        next=numbers[at + 1] if at + 1 < len(numbers) else None,
    )
