"""Documents of a dossier, and what is decided on them as a whole."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Law(StrEnum):
    """The regime that a dossier is decided under."""

    WOB = "wob"
    WOO = "woo"


class DocumentKind(StrEnum):
    """The kind of document as an inventory names it."""

    ATTENDANCE_LIST = "attendance_list"
    ATTACHMENT = "attachment"
    CHAT = "chat"
    DECISION_NOTE = "decision_note"
    EMAIL = "email"
    FORM = "form"
    LEGAL_ADVICE = "legal_advice"
    LETTER = "letter"
    MEMO = "memo"
    MINUTES = "minutes"
    NEWS = "news"
    NOTES = "notes"
    OFFICIAL_REPORT = "official_report"
    OTHER = "other"
    PLANNING = "planning"
    PRESENTATION = "presentation"
    REPORT = "report"
    SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """One file of the dossier as it was received.

    Attributes:
        id: sha256 of the file's bytes, in hex.
        number: The number on the inventory, unique in the dossier, from 1.
        file_name: Name relative to the dossier's folder, with ``/`` between folders.
        title: As an inventory states it; it may hold personal data and is redacted before it is published.
        date: Of the document itself, ``None`` where it bears none.
        kind: Kind of document.
        page_count: 0 when the file could not be opened.
        refusal: Code of the error for which the file is not handled (``errors``), else empty.
        duplicate_of: Number of the byte-identical document that is judged instead.
    """

    id: str
    number: int
    file_name: str
    title: str
    date: date | None
    kind: DocumentKind
    page_count: int
    refusal: str = ""
    duplicate_of: int | None = None

    def __post_init__(self) -> None:
        if self.number < 1 or self.page_count < 0 or not self.file_name:
            raise ValueError("a document has a number from 1 and a file name")


class Judgement(StrEnum):
    """The decision on a whole document."""

    PUBLIC = "public"
    PARTLY_PUBLIC = "partly_public"
    NOT_PUBLIC = "not_public"
    ALREADY_PUBLIC = "already_public"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    SUSPENDED = "suspended"
    """Third parties are asked for their view first."""
    UNDETERMINED = "undetermined"
    """Could not be handled: people must look at it."""

    @property
    def is_published(self) -> bool:
        """Whether a file of such a document is published."""
        return self in (Judgement.PUBLIC, Judgement.PARTLY_PUBLIC)
