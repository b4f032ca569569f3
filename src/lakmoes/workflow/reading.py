"""The pages of a document, and what reads them again when the result is verified.

In: the path of a PDF. Out: pages as the detectors and the redactor know them, scans recognised.
"""

from collections.abc import Iterable
from pathlib import Path

from lakmoes.model import Page, TextSource
from lakmoes.pdf.ocr import recognise
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.scans import trusted
from lakmoes.pdf.tesseract import text_in
from lakmoes.verify import Recognise


def pages_of(path: Path, document_id: str) -> tuple[Page, ...]:
    """The pages of a document, its scans recognised.

    Raises:
        LakmoesError: A page cannot be read, or data for recognising scans are missing.
    """
    return tuple(_readable(path, page) for page in read_pages(path, document_id))


def reader_of(pages: Iterable[Page]) -> Recognise | None:
    """What reads pictures of pages again, for documents with recognised scans; ``None`` for others."""
    return text_in if any(page.text_source is TextSource.OCR for page in pages) else None


def _readable(path: Path, page: Page) -> Page:
    return recognise(path, page) if page.text_source is TextSource.NONE else trusted(path, page)
