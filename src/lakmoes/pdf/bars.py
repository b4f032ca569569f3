"""How high the black boxes of a redaction are painted.

In: the boxes of a plan, the glyphs in each of them and all glyphs of the page. Out: the boxes as they are
painted. A plan's box is as high as the font, and would cover parts of the neighbouring lines at a line
spacing below 1.2; a painted one is as high as the letters reach.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from lakmoes.model import Box
from lakmoes.pdf.glyphs import Glyph
from lakmoes.pdf.space import Rectangle

BAND = 24.0
"""Points; glyphs are looked up by horizontal bands of this height."""
ABOVE, BELOW = 0.80, 0.22
"""How far a painted box reaches above and below the baseline, in font sizes, as letters do."""
LEAST_ABOVE, LEAST_BELOW = 0.5, 0.0
"""What it keeps of that between lines that are set solid."""
RISE, ACCENT_RISE, FALL, SHORT_FALL = 0.76, 0.97, 0.22, 0.03
"""How far letters reach above the baseline, capitals with an accent, letters with a tail, other letters."""
TAILS = frozenset("gjpqyçQJ,;()[]{}|_§µ")
SAME_BASELINE = 0.35
"""Share of the font size by which baselines of one line differ at most: superscripts, fractions."""
SAME = 0.01
"""Points between two edges that are one."""


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


def between(box: Box, bar: Box, planned: Box) -> Box:
    """A box of the plan, across its line as high as the bar is painted."""
    if planned.x0 == box.x0 and planned.x1 == box.x1:
        return Box(x0=bar.x0, y0=box.y0, x1=bar.x1, y1=box.y1)
    return Box(x0=box.x0, y0=bar.y0, x1=box.x1, y1=bar.y1)


def reach_of(box: Box, bar: Box) -> Box:
    """A box and its bar, with room for a space at the ends that they do not share."""
    both = box.union(bar)
    by = min(both.x1 - both.x0, both.y1 - both.y0)
    return Box(
        x0=both.x0 - by * (abs(box.x0 - bar.x0) > SAME),
        y0=both.y0 - by * (abs(box.y0 - bar.y0) > SAME),
        x1=both.x1 + by * (abs(box.x1 - bar.x1) > SAME),
        y1=both.y1 + by * (abs(box.y1 - bar.y1) > SAME),
    )
