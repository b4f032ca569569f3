"""The register of a dossier: every file gets a row, also the one that cannot be handled.

In: the files in the order of the inventory. Out: one ``SourceDocument`` each, with sha256 and page count,
with the number of the identical document that is judged instead, or with the reason of refusal. Title, date
and kind are what the file's name tells; ``description`` fills them in from the text.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lakmoes.errors import LakmoesError
from lakmoes.intake.dates import date_in_name
from lakmoes.intake.files import IncomingFile
from lakmoes.intake.titles import title_of_name
from lakmoes.model import DocumentKind, SourceDocument
from lakmoes.pdf.read import describe_pdf

PDF_MARK = b"%PDF-"
MARK_WITHIN = 1024
"""Bytes at the start of a file within which common readers look for the mark."""
PDF_EXTENSION = ".pdf"
UNREADABLE_ID = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file's bytes tell: digest, pages, and the code of the refusal, empty for a usable PDF."""

    digest: str
    page_count: int
    refusal: str


def take_in(files: Sequence[IncomingFile]) -> tuple[SourceDocument, ...]:
    """The documents, numbered from 1 in the order of the files; a bad file never stops the rest."""
    documents: list[SourceDocument] = []
    first_with: dict[str, int] = {}
    for number, file in enumerate(files, start=1):
        content = _content(file)
        original = None if content.refusal else first_with.setdefault(content.digest, number)
        documents.append(
            SourceDocument(
                id=content.digest,
                number=number,
                file_name=file.name,
                title=title_of_name(file.name) or PurePosixPath(file.name).name,
                date=date_in_name(PurePosixPath(file.name).stem),
                kind=DocumentKind.OTHER,
                page_count=content.page_count,
                refusal=content.refusal,
                duplicate_of=original if original != number else None,
            )
        )
    return tuple(documents)


def _content(file: IncomingFile) -> _Content:
    try:
        digest, start = _digest(file.path)
    except OSError:
        return _Content(UNREADABLE_ID, 0, "not-readable")
    refusal = _refusal_of_start(file.path, start)
    if refusal:
        return _Content(digest, 0, refusal)
    try:
        return _Content(digest, describe_pdf(file.path).page_count, "")
    except LakmoesError as error:
        return _Content(digest, 0, error.code)


def _refusal_of_start(path: Path, start: bytes) -> str:
    """Why a file with these first bytes cannot be a PDF, empty where it may be one."""
    if start.startswith(PDF_MARK):
        return ""
    if not start:
        return "empty-file"
    if path.suffix.lower() != PDF_EXTENSION:
        return "unsupported"
    return "" if PDF_MARK in start else "not-a-pdf"


def _digest(path: Path) -> tuple[str, bytes]:
    """The sha256 of a file and its first bytes."""
    with path.open("rb") as file:
        start = file.read(MARK_WITHIN)
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest(), start
