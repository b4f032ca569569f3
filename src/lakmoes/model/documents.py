"""Documents of a dossier, and what is decided on them as a whole."""

import re
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


LabelOrder = tuple[tuple[int, str], ...]
"""Sorts labels as people read them: 5, 5.1, 5.2, 5.10, 5a, 6."""
LETTERS = 900
"""Letters come after all sub-numbers below this."""


def label_order(label: str) -> LabelOrder:
    """The order of a number as people read it; letters come after figures."""
    return tuple(
        (int(part), "") if part.isdecimal() else (LETTERS + ord(part[0].lower()) - ord("a"), part.lower())
        for part in re.findall(r"\d+|[^\W\d_]+", label)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """One file of the dossier as it was received.

    Attributes:
        id: sha256 of the file's bytes, in hex.
        number: Unique in the dossier, from 1, and the document's for good: what people decide refers to it.
        file_name: Name relative to the dossier's folder, with ``/`` between folders.
        title: As an inventory states it; it may hold personal data and is redacted before it is published.
        date: Of the document itself, ``None`` where it bears none.
        kind: Kind of document.
        page_count: 0 when the file could not be opened.
        refusal: Code of the error for which the file is not handled (``errors``), else empty.
        duplicate_of: Number of the byte-identical document that is judged instead.
        label: The number that people read (``5.1``), unique in the dossier; empty where it is ``number``.
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
    label: str = ""

    @property
    def shown(self) -> str:
        """The number that people read, on the inventory and everywhere else."""
        return self.label or str(self.number)

    @property
    def order(self) -> LabelOrder:
        """Sorts documents as the inventory does."""
        return label_order(self.shown)

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
