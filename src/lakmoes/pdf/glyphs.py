"""The glyphs that stand on a page, which of them a redaction takes, and how high its black boxes are.

In: an opened page and the boxes of a plan, in page space. Out: ``Glyph`` values, those whose centre lies in a
box, and the boxes as they are painted.

A plan's box is as high as the font, and such boxes overlap those of the neighbouring lines at a line spacing
below 1.2. So a glyph belongs to a box by its centre, and a box is painted as high as the letters reach.
Glyphs are read without what replaces them (``ActualText``): that is for detectors, not for removal.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pymupdf

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
BAND = 24.0
"""Points; boxes are looked up by horizontal bands of this height."""

ABOVE, BELOW = 0.80, 0.22
"""How far a painted box reaches above and below the baseline, in font sizes, as letters do."""
LEAST_ABOVE, LEAST_BELOW = 0.5, 0.0
"""What it keeps of that between lines that are set solid."""
RISE, ACCENT_RISE, FALL, SHORT_FALL = 0.76, 0.97, 0.22, 0.03
"""How far letters reach above the baseline, capitals with an accent, letters with a tail, other letters."""
TAILS = frozenset("gjpqyçQJ,;()[]{}|_§µ")
SAME_BASELINE = 0.35
"""Share of the font size by which baselines of one line differ at most: superscripts, fractions."""


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One drawn sign; two that are alike are still two.

    Attributes:
        text: Its characters; several for a ligature or for a letter with its accent.
        origin: Where it is set.
        box: Its box of font height, in page space.
        size: Font size in points.
        direction: Writing direction as a unit vector, y downwards.
        drawn: Whether it is painted, or only there to be found (the text layer of a scan).
        centres: The centre of each of its letters; a ligature stands for several.
        followers: Origins of signs without width that belong to it: accents, the rest of a ligature.
    """

    text: str
    origin: Point
    box: Rectangle
    size: float
    direction: Point
    drawn: bool
    centres: tuple[Point, ...]
    followers: tuple[Point, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether it is a space."""
        return not self.text.strip()


def glyphs_of(page: pymupdf.Page) -> tuple[Glyph, ...]:
    """The glyphs of a page within its CropBox, in the order of the file."""
    content = page.get_text("rawdict", flags=GLYPH_FLAGS)
    lines = (line for block in content["blocks"] for line in block.get("lines", ()))
    return tuple(glyph for line in lines for glyph in _glyphs_of_line(line))


def _glyphs_of_line(line: dict[str, Any]) -> Iterator[Glyph]:
    pending: Glyph | None = None
    along = 0 if abs(line["dir"][0]) >= abs(line["dir"][1]) else 1
    for span in line["spans"]:
        for char in span["chars"]:
            box = tuple(char["bbox"])
            if pending and box[along + 2] - box[along] < NARROWEST:
                pending = _with_follower(pending, char["c"], tuple(char["origin"]), along)
                continue
            if pending:
                yield pending
            pending = Glyph(
                text=char["c"],
                origin=tuple(char["origin"]),
                box=box,
                size=span["size"],
                direction=tuple(line["dir"]),
                drawn=bool(span["alpha"]),
                centres=(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2),),
            )
    if pending:
        yield pending


def _with_follower(glyph: Glyph, text: str, origin: Point, along: int) -> Glyph:
    """The glyph together with a sign that has no width of its own."""
    whole = glyph.text + text
    centres = letter_centres(glyph.box, whole, along)
    return replace(glyph, text=whole, centres=centres, followers=(*glyph.followers, origin))


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


class Boxes:
    """Boxes that tell quickly in which of them a point lies."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._bands: dict[int, list[tuple[int, Box]]] = defaultdict(list)
        for index, box in enumerate(boxes):
            for band in range(int(box.y0 // BAND), int(box.y1 // BAND) + 1):
                self._bands[band].append((index, box))

    def at(self, point: Point) -> Iterator[int]:
        """The positions of the boxes that hold the point, edges included."""
        for index, box in self._bands.get(int(point[1] // BAND), ()):
            if box.contains(*point):
                yield index

    def hold(self, point: Point) -> bool:
        """Whether the point lies in a box."""
        return next(self.at(point), None) is not None


def glyphs_in(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """For each box the glyphs with a letter whose centre lies in it, in the order of the file."""
    found: list[list[Glyph]] = [[] for _ in boxes]
    lookup = Boxes(boxes)
    for glyph in glyphs:
        if len(glyph.centres) == 1:
            places: Iterable[int] = lookup.at(glyph.centres[0])
        else:
            places = {index for centre in glyph.centres for index in lookup.at(centre)}
        for index in places:
            found[index].append(glyph)
    return found


def painted(
    boxes: Sequence[tuple[Box, Box]],
    found: Sequence[Sequence[Glyph]],
    glyphs: Sequence[Glyph],
    pictures: Sequence[Rectangle],
) -> list[Box]:
    """The boxes as they are painted: as high as their letters reach, and clear of the lines next to them.

    A box stays as it is where no single line of visible text lies in it (drawn regions, slanted text), and
    where it meets a picture, for there the letters may be in the picture.

    Args:
        boxes: The boxes of the plan, each with the bar that is planned for it.
        found: The glyphs in each of these boxes.
        glyphs: All glyphs of the page.
        pictures: Where pictures stand on the page.
    """
    taken = {glyph for group in found for glyph in group}
    rows = _Rows(glyph for glyph in glyphs if glyph not in taken and not glyph.blank and glyph.drawn)
    return [
        bar if _meets(bar, pictures) else _painted(bar, [g for g in group if not g.blank], rows)
        for (_, bar), group in zip(boxes, found, strict=True)
    ]


def _painted(box: Box, members: Sequence[Glyph], rows: "_Rows") -> Box:
    if not _is_one_line(members):
        return box
    baseline = sum(glyph.origin[1] for glyph in members) / len(members)
    size = max(glyph.size for glyph in members)
    top, bottom = baseline - ABOVE * size, baseline + BELOW * size
    if top < box.y0 - SAME_BASELINE * size or bottom > box.y1 + SAME_BASELINE * size:
        return box
    over, under = rows.nearest(box, baseline)
    top = min(max(top, over), baseline - LEAST_ABOVE * size)
    bottom = max(min(bottom, under), baseline + LEAST_BELOW * size)
    return Box(x0=box.x0, y0=top, x1=box.x1, y1=bottom)


def _meets(box: Box, pictures: Iterable[Rectangle]) -> bool:
    return any(
        box.x0 < right and left < box.x1 and box.y0 < bottom and top < box.y1
        for left, top, right, bottom in pictures
    )


def _is_one_line(members: Sequence[Glyph]) -> bool:
    """Whether these are painted glyphs on one baseline that runs from left to right."""
    if not members or any(not glyph.drawn or glyph.direction[0] < 0.999 for glyph in members):
        return False
    baselines = [glyph.origin[1] for glyph in members]
    return max(baselines) - min(baselines) <= SAME_BASELINE * max(glyph.size for glyph in members)


class _Rows:
    """The glyphs that stay, by height on the page, to see how near a box may come to them."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._bands: dict[int, list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            self._bands[int(glyph.origin[1] // BAND)].append(glyph)

    def nearest(self, box: Box, baseline: float) -> tuple[float, float]:
        """How far down the text above the box reaches, and how far up the text below it does."""
        over, under = box.y0 - BAND, box.y1 + BAND
        for band in range(int(over // BAND), int(under // BAND) + 1):
            for glyph in self._bands.get(band, ()):
                if glyph.box[0] >= box.x1 or glyph.box[2] <= box.x0:
                    continue
                if glyph.origin[1] < baseline - SAME_BASELINE * glyph.size:
                    over = max(over, glyph.origin[1] + _fall(glyph.text) * glyph.size)
                elif glyph.origin[1] > baseline + SAME_BASELINE * glyph.size:
                    under = min(under, glyph.origin[1] - _rise(glyph.text) * glyph.size)
        return over, under


def _rise(text: str) -> float:
    accented = text.isupper() and len(unicodedata.normalize("NFD", text)) > len(text)
    return ACCENT_RISE if accented else RISE


def _fall(text: str) -> float:
    return FALL if TAILS & set(text) else SHORT_FALL
