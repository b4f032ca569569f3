"""Glyphs in a box of a plan that are no part of what was chosen: watermarks, other lines, slanted text.

In: a glyph and a box that holds its centre. Out: whether it belongs there. The box of a mark on text, and the
part of a line that moves, are made of the boxes of the characters that were chosen, so that none of these
sticks out of them. Boxes that were drawn by hand take all that lies in them.
"""

from lakmoes.model import Box
from lakmoes.pdf.glyphs import Glyph

STRAIGHT = 0.01
"""Sine of the angle up to which text is straight (``read.edges_along``)."""
STICKS_OUT = 0.3
"""Share of its height by which a glyph of another line or a watermark sticks out of a box at least; text that
is printed twice, for a shadow, sticks out less."""
SLANTED_OUT = 1.0
"""Points by which a slanted glyph may stick out of the box that it belongs to."""


def goes_along(glyph: Glyph, area: Box) -> bool:
    """Whether a glyph whose centre lies in a part of a line that moves belongs to that line."""
    if glyph.blank:
        return True
    return min(map(abs, glyph.direction)) < STRAIGHT and not is_bystander(glyph, area)


def is_bystander(glyph: Glyph, box: Box) -> bool:
    """Whether a glyph in a box that was made of chosen characters is none of them.

    What is not painted goes in any case: the boxes of a scan are not made of its hidden text.
    """
    if glyph.blank or not glyph.drawn:
        return False
    left, top, right, bottom = glyph.box
    beside, above = max(box.x0 - left, right - box.x1), max(box.y0 - top, bottom - box.y1)
    across, down = map(abs, glyph.direction)
    if down < STRAIGHT:
        return above > STICKS_OUT * (bottom - top)
    if across < STRAIGHT:
        return beside > STICKS_OUT * (right - left)
    return max(beside, above) > SLANTED_OUT
