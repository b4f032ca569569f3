"""Does a PDF of anyone hide text that can be taken out again?

In: any PDF, without a plan. Out: checks with places. Text is compared with what the page looks like: where
the file says that there are letters and nothing but one colour is to be seen, they are covered or
invisible. This does not depend on how that was done: a rectangle, a picture, an annotation, a white letter,
a hidden layer.

The invisible text of a recognised scan is no finding as long as the picture under it shows anything but one
dark colour. Words of a single letter are not judged.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from lakmoes import nl
from lakmoes.errors import VerificationError
from lakmoes.model import Check
from lakmoes.verify.objects import nodes_of
from lakmoes.verify.page_checks import Trouble
from lakmoes.verify.report import checks_of
from lakmoes.verify.sheet import (
    UNREADABLE,
    Frame,
    Glyph,
    Opened,
    Picture,
    Rectangle,
    glyphs_of,
    objects_on,
    opened,
    overlap,
    picture_of,
)
from lakmoes.verify.structure import dangerous

NAMES = ("readable", "text-under-boxes", "text-invisible", "text-outside-page", "marks-pending", "structure")
"""The checks in the order in which they are reported (``nl.CHECKS``)."""
DPI = 150
SURROUNDINGS = 1.0
"""Points around the ink of a letter that are looked at with it, so that a letter shaped as a bar shows."""
EVEN = 16
"""Difference in grey, of 255, up to which there is nothing to see."""
FEWEST = 2
"""Letters and digits of a word that are hidden before it is a finding."""
INVISIBLE = 3
"""Text rendering mode of letters that are not painted (ISO 32000-2, 9.3.6)."""


def inspect(path: Path) -> tuple[Check, ...]:
    """One check for each of ``NAMES``, with the pages where it failed.

    Raises:
        VerificationError: Something went wrong that is no property of the file.
    """
    try:
        data = path.read_bytes()
        with opened(path) as file:
            troubles = [*_on_pages(file), *_in_file(file.objects, data)]
    except UNREADABLE:
        troubles = [(name, "") for name in NAMES]
    except Exception as error:
        raise VerificationError("verify-failed", fault=type(error).__name__) from error
    return checks_of(NAMES, troubles)


def _on_pages(file: Opened) -> Iterator[Trouble]:
    for index, frame in enumerate(file.frames):
        page = file.rendering[index]
        try:
            glyphs = glyphs_of(page, frame)
            recognised = _recognised_parts(page, frame)
            picture = picture_of(page, frame, DPI)
        finally:
            page.close()
        found = {how_hidden(word, picture, frame) for word in words_in(glyphs, recognised)}
        for name in sorted(found - {""}):
            yield name, nl.PAGE_PLACE.format(page=index + 1)


def words_in(glyphs: Iterable[Glyph], recognised: Iterable[Rectangle]) -> Iterator[tuple[list[Glyph], bool]]:
    """The letters and digits of each word, and whether they are the text of a recognised scan."""
    word: list[Glyph] = []
    parts = tuple(recognised)
    for glyph in (*glyphs, Glyph(" ", (0.0,) * 4, (0.0,) * 4)):
        if glyph.text.isalnum():
            word.append(glyph)
        elif glyph.text.isspace() and word:
            yield word, any(overlap(word[0].ink, part) for part in parts)
            word = []


def how_hidden(word: tuple[list[Glyph], bool], picture: Picture, frame: Frame) -> str:
    """The check that a word fails because letters of it are not to be seen; empty when they are."""
    letters, is_recognised = word
    paper = (0.0, 0.0, frame.width, frame.height)
    outside = [letter for letter in letters if not overlap(letter.cell, paper)]
    if len(outside) >= FEWEST:
        return "text-outside-page"
    around = (picture.part(letter.ink, -SURROUNDINGS) for letter in letters if letter not in outside)
    even = [pixels for pixels in around if pixels.size and int(np.ptp(pixels)) <= EVEN]
    if len(even) < FEWEST:
        return ""
    darkest = min(int(pixels.min()) for pixels in even)
    if abs(darkest - picture.paper) > EVEN:
        return "text-under-boxes"
    return "" if is_recognised else "text-invisible"


def _recognised_parts(page: pypdfium2.PdfPage, frame: Frame) -> list[Rectangle]:
    """Where letters that are not painted stand on a picture."""
    unpainted: list[Rectangle] = []
    pictures: list[Rectangle] = []
    for kind, item, bounds in objects_on(page, frame):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(bounds)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and pdfium.FPDFTextObj_GetTextRenderMode(item) == INVISIBLE:
            unpainted.append(bounds)
    return [text for text in unpainted if any(overlap(text, picture) for picture in pictures)]


def _in_file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Trouble]:
    for index, page in enumerate(pdf.pages):
        annotations = page.obj.get("/Annots", pikepdf.Array())
        if any(item.get("/Subtype") == "/Redact" for item in annotations):
            yield "marks-pending", nl.PAGE_PLACE.format(page=index + 1)
    for code, count in sorted(dangerous(pdf, tuple(nodes_of(pdf)), data).items()):
        yield "structure", nl.FILE_FINDING_PLACE.format(finding=nl.FILE_FINDINGS[code], count=count)
