"""Does a PDF of anyone hide text that can be taken out again?

In: any PDF, without a plan. Out: checks with places. What is hidden on the pages, how that was done aside, is
for ``opaque``; pictures under black boxes and boxes that are as wide as what they cover for ``boxes``; parts
of the file that give something away for ``structure``.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pikepdf

from lakmoes import nl
from lakmoes.errors import VerificationError
from lakmoes.model import Check
from lakmoes.verify.boxes import Bars
from lakmoes.verify.objects import nodes_of
from lakmoes.verify.opaque import hidden_words
from lakmoes.verify.places import Trouble, at_spot, in_part, on_page
from lakmoes.verify.report import checks_of
from lakmoes.verify.sheet import UNREADABLE, Opened, glyphs_of, opened, picture_of
from lakmoes.verify.structure import dangerous

NAMES = (
    "readable",
    "text-under-boxes",
    "text-invisible",
    "text-outside-page",
    "picture-under-boxes",
    "box-widths",
    "marks-pending",
    "structure",
)
"""The checks in the order in which they are reported (``nl.CHECKS``)."""
DPI = 150


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
        troubles = [Trouble(name) for name in NAMES]
    except Exception as error:
        raise VerificationError("verify-failed", fault=type(error).__name__) from error
    return checks_of(NAMES, troubles)


def _on_pages(file: Opened) -> Iterator[Trouble]:
    bars = Bars()
    for index, frame in enumerate(file.frames):
        with closing(file.rendering[index]) as page:
            glyphs = glyphs_of(page, frame)
            picture = picture_of(page, frame, DPI)
            names = {name for name, _ in hidden_words(page, frame, glyphs, picture)}
            yield from (on_page(name, index) for name in sorted(names))
            for box in bars.look(index, page, frame, glyphs):
                yield at_spot("picture-under-boxes", index, frame, box)
    for index in bars.telling_pages():
        trouble = on_page("box-widths", index)
        yield Trouble(trouble.name, trouble.place, trouble.spot, is_warning=True)


def _in_file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Trouble]:
    for index, page in enumerate(pdf.pages):
        annotations = page.obj.get("/Annots", pikepdf.Array())
        if any(item.get("/Subtype") == "/Redact" for item in annotations):
            yield on_page("marks-pending", index)
    for code, count in sorted(dangerous(pdf, tuple(nodes_of(pdf)), data).items()):
        yield in_part("structure", nl.FILE_FINDING_PLACE.format(finding=nl.FILE_FINDINGS[code], count=count))
