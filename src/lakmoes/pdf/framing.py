"""What a file for one reader needs beyond redaction: frames on its pages, and no table of contents.

In: a PDF and the places to frame. Out: the same PDF with an annotation (ISO 32000-2, 12.5.6.8) for each
place, which programs show and print. The content of the pages is not touched: what was verified stays as it
was verified. And before redaction: a copy of a source without what speaks of pages that are not shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lakmoes.errors import IntakeError
from lakmoes.model import Box
from lakmoes.pdf.annotations import FAULTS, around, page_spaces
from lakmoes.pdf.space import PageSpace

PRINTED = 4
"""Flag of annotations that are printed too (ISO 32000-2, table 167)."""
READ_ONLY = 64
MARGIN, WIDTH = 1.5, 1.2
"""Points between text and frame, and of its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A place to frame.

    Attributes:
        page_index: The page, from 0.
        boxes: In page space, one for each line.
        text: What it says when people point at it.
        colour: Of the line: red, green and blue from 0 to 1.
    """

    page_index: int
    boxes: tuple[Box, ...]
    text: str
    colour: tuple[float, float, float]


def without_bookmarks(source: Path, target: Path) -> None:
    """Writes a copy of a PDF without bookmarks, tags, names of pages and links: they tell of other pages.

    Raises:
        IntakeError: The source cannot be opened.
    """
    try:
        with pikepdf.open(source) as file:
            for key in ("/Outlines", "/PageLabels", "/Dests", "/StructTreeRoot", "/MarkInfo", "/Threads"):
                if key in file.Root:
                    del file.Root[key]
            for page in file.pages:
                annotations = page.obj.get(Name.Annots, Array())
                kept = [one for one in annotations if one.get(Name.Subtype) != Name.Link]
                page.obj.Annots = Array(kept)
            file.save(target, deterministic_id=True)
    except FAULTS as error:
        raise IntakeError("damaged") from error


def write_frames(source: Path, frames: Iterable[Frame], target: Path) -> None:
    """Writes a copy of a PDF of our own making with frames; the same input gives the same bytes."""
    spaces = page_spaces(source)
    with pikepdf.open(source) as file:
        for frame in frames:
            page = file.pages[frame.page_index]
            shown = file.make_indirect(_annotation(file, frame, spaces[frame.page_index]))
            page.obj.Annots = Array([*page.obj.get(Name.Annots, Array()), shown])
        file.save(target, deterministic_id=True)


def _annotation(file: pikepdf.Pdf, frame: Frame, space: PageSpace) -> Dictionary:
    x0, y0, x1, y1 = around(frame.boxes, space)
    grown = (x0 - 2 * MARGIN, y0 - 2 * MARGIN, x1 + 2 * MARGIN, y1 + 2 * MARGIN)
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Square,
        Rect=Array([round(edge, 3) for edge in grown]),
        Contents=String(frame.text),
        C=Array(list(frame.colour)),
        F=PRINTED | READ_ONLY,
        AP=Dictionary(N=_look(file, frame, space, grown)),
    )


def _look(
    file: pikepdf.Pdf, frame: Frame, space: PageSpace, rectangle: tuple[float, float, float, float]
) -> pikepdf.Stream:
    lines = ["{:g} {:g} {:g} RG".format(*frame.colour), f"{WIDTH} w"]
    for x0, y0, x1, y1 in map(space.user, frame.boxes):
        width, height = x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN
        lines.append(f"{x0 - MARGIN:.3f} {y0 - MARGIN:.3f} {width:.3f} {height:.3f} re S")
    return file.make_stream(
        "\n".join(lines).encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(edge, 3) for edge in rectangle]),
        Resources=Dictionary(),
    )
