"""The glyphs that stand on a page, and which of them a redaction takes.

In: an opened page and the boxes of a plan, in page space. Out: ``Glyph`` values with their places as arrays,
and those whose centre lies in a box.

A plan's box is as high as the font, and such boxes overlap those of the neighbouring lines at a line spacing
below 1.2. So a glyph belongs to a box by its centre.
Glyphs are read without what replaces them (``ActualText``): that is for detectors, not for removal.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import pymupdf
from numpy.typing import NDArray

from lakmoes.model import Box
from lakmoes.pdf.space import Point, Rectangle

GLYPH_FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_MEDIABOX_CLIP
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
    | pymupdf.TEXT_INHIBIT_SPACES
)
NARROWEST = 0.001
"""Points; a character below this width has no place of its own: it belongs to the one before it."""


class _Sign(NamedTuple):
    """The fields of a ``Glyph``."""

    text: str
    origin: Point
    box: Rectangle
    size: float
    direction: Point
    drawn: bool
    followers: tuple[Point, ...] = ()


class Glyph(_Sign):
    """One drawn sign; two that are alike are still two.

    Attributes:
        text: Its characters; several for a ligature or for a letter with its accent.
        origin: Where it is set.
        box: Its box of font height, in page space.
        size: Font size in points.
        direction: Writing direction as a unit vector, y downwards.
        drawn: Whether it is painted, or only there to be found (the text layer of a scan).
        followers: Origins of signs without width that belong to it: accents, the rest of a ligature.
    """

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def blank(self) -> bool:
        """Whether it is a space."""
        return not self.text.strip()

    @property
    def along(self) -> int:
        """0 when its letters stand side by side, 1 when one is above the other."""
        return 0 if abs(self.direction[0]) >= abs(self.direction[1]) else 1

    @property
    def centres(self) -> tuple[Point, ...]:
        """The centre of each of its letters; a ligature stands for several."""
        if self.followers:
            return letter_centres(self.box, self.text, self.along)
        x0, y0, x1, y1 = self.box
        return (((x0 + x1) / 2, (y0 + y1) / 2),)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Glyphs:
    """The glyphs of a page in the order of the file.

    Attributes:
        items: The glyphs.
        blank: Whether each is a space.
        edges: Their boxes, as rows of four edges.
        centres: The centres of their letters, as rows of x and y.
        owners: To which glyph each centre belongs.
    """

    items: tuple[Glyph, ...]
    blank: NDArray[np.bool_]
    edges: NDArray[np.float64]
    centres: NDArray[np.float64]
    owners: NDArray[np.int_]

    @classmethod
    def of(cls, items: Iterable[Glyph] = ()) -> "Glyphs":
        """These glyphs."""
        glyphs = tuple(items)
        edges = np.fromiter(chain.from_iterable(glyph.box for glyph in glyphs), float).reshape(-1, 4)
        centres, owners = (edges[:, :2] + edges[:, 2:]) / 2, np.arange(len(glyphs))
        if any(glyph.followers for glyph in glyphs):
            places = [(place, index) for index, glyph in enumerate(glyphs) for place in glyph.centres]
            centres = np.array([place for place, _ in places])
            owners = np.array([index for _, index in places])
        blank = np.array([not glyph.text.strip() for glyph in glyphs], dtype=bool)
        return cls(items=glyphs, blank=blank, edges=edges, centres=centres, owners=owners)

    def within(self, box: Box) -> list[int]:
        """The glyphs with a letter whose centre lies in the box, edges included."""
        return list(dict.fromkeys(self.owners[self._inside(box)].tolist()))

    def beginning_in(self, box: Box) -> list[int]:
        """The glyphs of which the centre of the first letter lies in the box, edges included."""
        is_first = np.ones(len(self.owners), dtype=bool)
        is_first[1:] = self.owners[1:] != self.owners[:-1]
        return [int(index) for index in self.owners[self._inside(box) & is_first]]

    def _inside(self, box: Box) -> NDArray[np.bool_]:
        across, down = self.centres[:, 0], self.centres[:, 1]
        return (across >= box.x0) & (across <= box.x1) & (down >= box.y0) & (down <= box.y1)


def glyphs_of(page: pymupdf.Page) -> Glyphs:
    """The glyphs of a page within its CropBox, in the order of the file."""
    content = page.get_text("rawdict", flags=GLYPH_FLAGS)
    return Glyphs.of(
        glyph for block in content["blocks"] for line in block.get("lines", ()) for glyph in _glyphs_of(line)
    )


def _glyphs_of(line: dict[str, Any]) -> list[Glyph]:
    direction = tuple(line["dir"])
    along = 0 if abs(direction[0]) >= abs(direction[1]) else 1
    found: list[Glyph] = []
    for span in line["spans"]:
        size, drawn = span["size"], bool(span["alpha"])
        for char in span["chars"]:
            box = char["bbox"]
            if found and box[along + 2] - box[along] < NARROWEST:
                last = found[-1]
                followers = (*last.followers, char["origin"])
                found[-1] = last._replace(text=last.text + char["c"], followers=followers)
            else:
                found.append(Glyph(char["c"], char["origin"], box, size, direction, drawn))
    return found


def letter_centres(box: Rectangle, text: str, along: int) -> tuple[Point, ...]:
    """The centres of the letters that share one glyph's box; accents have none of their own.

    Args:
        box: The box of the glyph.
        text: Its letters.
        along: 0 when they stand side by side, 1 when one is above the other.
    """
    letters = sum(1 for sign in text if not unicodedata.combining(sign)) or 1
    x0, y0, x1, y1 = box
    steps = [(2 * step + 1) / (2 * letters) for step in range(letters)]
    if along == 0:
        return tuple((x0 + (x1 - x0) * step, (y0 + y1) / 2) for step in steps)
    return tuple(((x0 + x1) / 2, y0 + (y1 - y0) * step) for step in steps)


def glyphs_in(boxes: Sequence[Box], glyphs: Glyphs) -> list[list[Glyph]]:
    """For each box the glyphs with a letter whose centre lies in it, in the order of the file."""
    return [[glyphs.items[index] for index in glyphs.within(box)] for box in boxes]
