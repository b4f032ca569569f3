"""Title, date and kind of a document, as an inventory states them.

In: the document as it was taken in, its pages (those that were recognised included) and the PDF's metadata.
Out: the document with title, date and kind filled in. The text comes first, the file's name next, the PDF's
metadata last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lakmoes.intake.dating import date_of
from lakmoes.intake.kinds import Evidence, kind_of
from lakmoes.intake.layout import lines_of
from lakmoes.intake.mail import mail_heads
from lakmoes.intake.opening import opening_of
from lakmoes.intake.titles import title_of
from lakmoes.model import Page, SourceDocument


def described(
    document: SourceDocument, first_pages: Sequence[Page], metadata: Mapping[str, str]
) -> SourceDocument:
    """The document with title, date and kind filled in.

    Args:
        document: As it was taken in.
        first_pages: Its pages in order; the first tell title and kind, but the newest mail of a thread and
            the closing of an official report may stand on any page, so preferably all.
        metadata: The PDF's metadata; only ``title`` is read.
    """
    lines = tuple(line for page in first_pages for line in lines_of(page))
    evidence = Evidence(
        opening=opening_of(first_pages),
        lines=lines,
        heads=mail_heads(lines),
        pages=len(first_pages),
        landscape=bool(first_pages) and all(_lies_on_its_side(page) for page in first_pages),
        file_name=document.file_name,
    )
    kind = kind_of(evidence)
    return replace(
        document, title=title_of(kind, evidence, metadata), date=date_of(kind, evidence), kind=kind
    )


def described_as(duplicate: SourceDocument, original: SourceDocument) -> SourceDocument:
    """The duplicate with title, date and kind of the document that is judged instead."""
    return replace(duplicate, title=original.title, date=original.date, kind=original.kind)


def _lies_on_its_side(page: Page) -> bool:
    turned = page.rotation in (90, 270)
    return page.height > page.width if turned else page.width > page.height
