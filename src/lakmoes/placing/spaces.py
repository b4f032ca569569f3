"""How wide a space usually is, and how wide a word, whatever stood beside it.

In: the lines of a page. Out: widths that do not depend on what is redacted: programs that write PDFs make
up for rounded places in the spaces and letters of a line, and justified lines have stretched spaces.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from lakmoes.model import Word
from lakmoes.placing.lines import Axis, axis_of

SPACE = 0.22
"""Line heights of a space where the page does not tell."""
WIDEST = 1.0
"""Line heights from which a gap is no space."""
FEWEST = 5
"""Spaces from which the page tells."""
DIGITS = 1


class Spaces:
    """The usual space of each size of text on a page.

    Args:
        pieces: The lines of the page.
        but: Numbers of lines that say nothing: those with marks.
    """

    def __init__(self, pieces: Sequence[Sequence[Word]], but: Collection[int] = ()) -> None:
        found: dict[float, list[float]] = defaultdict(list)
        for number, words in enumerate(pieces):
            axis = None if number in but else axis_of(words[0])
            if axis:
                height = height_of(words[0], axis)
                gaps = (axis.along(b.box)[0] - axis.along(a.box)[1] for a, b in pairwise(words))
                found[round(height, DIGITS)] += [gap for gap in gaps if 0 < gap < WIDEST * height]
        # A quarter from below: most lines of a page may be stretched, none is shrunk.
        self._usual = {
            height: round(sorted(gaps)[len(gaps) // 4], DIGITS)
            for height, gaps in found.items()
            if len(gaps) >= FEWEST
        }

    def of(self, height: float) -> float:
        """The usual space in lines of this height, in points."""
        return self._usual.get(round(height, DIGITS), round(SPACE * height, DIGITS))


def height_of(word: Word, axis: Axis) -> float:
    """The height of a word across its writing direction."""
    low, high = axis.across(word.box)
    return high - low
