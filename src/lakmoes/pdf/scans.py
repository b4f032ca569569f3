"""Whether the text of a page can be all that the page shows.

In: a PDF and its pages as read. Out: a page without its text where that cannot be trusted, and which pages
hold pictures that nobody searched. A page
that is mostly a picture with a few typed words on it (a stamp, a page number) may be a scan: its text then
says nothing of what stands in the picture. Recognition settles it; a slide with a background stays as it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pymupdf

from lakmoes.errors import IntakeError
from lakmoes.model import Page, TextSource
from lakmoes.pdf.ocr import recognised
from lakmoes.pdf.prepare import FAILURES, prepared

MOST = 0.5
"""Share of the page from which a picture may be the page."""
WORTH_A_LOOK = 0.05
"""Share of the page from which a picture may hold text worth reading; logos are smaller."""
FEW_WORDS = 20
"""Words below which the text beside such a picture is doubted; a page recognised before has more."""
MORE_IN_PICTURE = 5
"""Words that recognition must find beyond those of the text before the picture counts as text."""


def trusted(path: Path, page: Page) -> Page:
    """The page itself, or without words (``TextSource.NONE``) where a picture on it holds text of its own.

    Raises:
        IntakeError: The page cannot be shown.
        ResourceError: The page must be recognised to know, and the data for that are missing.
    """
    if page.text_source is not TextSource.DIGITAL or len(page.words) >= FEW_WORDS:
        return page
    empty = replace(page, text="", words=(), text_source=TextSource.NONE)
    try:
        with prepared(path) as document:
            opened = document[page.index]
            if _largest_picture(opened) < MOST:
                return page
            seen = recognised(opened, empty)
    except FAILURES as error:
        raise IntakeError("damaged-page", page=page.index + 1) from error
    return empty if len(seen.words) > len(page.words) + MORE_IN_PICTURE else page


def pictured(path: Path, pages: Sequence[Page]) -> tuple[int, ...]:
    """Numbers, from 1, of the pages with text of their own that hold a picture which was not searched.

    Raises:
        IntakeError: A page cannot be shown.
    """
    searched = {page.index for page in pages if page.text_source is TextSource.DIGITAL}
    try:
        with prepared(path) as document:
            return tuple(
                index + 1 for index in sorted(searched) if _largest_picture(document[index]) >= WORTH_A_LOOK
            )
    except FAILURES as error:
        raise IntakeError("damaged") from error


def _largest_picture(opened: pymupdf.Page) -> float:
    """The share of the page that its largest picture covers."""
    area = abs(opened.rect.width * opened.rect.height)
    pictures = (pymupdf.Rect(picture["bbox"]) & opened.mediabox for picture in opened.get_image_info())
    return max((abs(picture.width * picture.height) / area for picture in pictures), default=0.0)
