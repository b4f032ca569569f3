"""Rectangles found again by where they lie.

In: things with their rectangles on a page. Out: those that share an area with another rectangle, without
going through all of them. Says nothing of how far apart others are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from lakmoes.verify.sheet import Rectangle

Thing = TypeVar("Thing")

HEIGHT = 16.0
"""Points of height of a band."""
FAREST = 1 << 16
"""Points beyond which all lies in one band: a file may state any number."""


class Bands(Generic[Thing]):
    """Things by the bands of the page that they reach into."""

    def __init__(self, things: Iterable[tuple[Rectangle, Thing]]) -> None:
        self._bands: dict[int, list[tuple[int, Rectangle, Thing]]] = defaultdict(list)
        for order, (box, thing) in enumerate(things):
            for band in _bands_of(box):
                self._bands[band].append((order, box, thing))

    def over(self, box: Rectangle) -> Sequence[Thing]:
        """The things that share an area with a rectangle, in the order in which they were given."""
        left, top, right, bottom = box
        found: dict[int, Thing] = {}
        for band in _bands_of(box):
            # Written out rather than called (``overlap``): pages have thousands of letters.
            for order, (x0, y0, x1, y1), thing in self._bands.get(band, ()):
                if left < x1 and x0 < right and top < y1 and y0 < bottom:
                    found[order] = thing
        return [found[order] for order in sorted(found)] if found else ()


def _bands_of(box: Rectangle) -> range:
    top, bottom = box[1], box[3]
    if top < -FAREST or bottom > FAREST:
        top, bottom = max(min(top, FAREST), -FAREST), max(min(bottom, FAREST), -FAREST)
    return range(int(top // HEIGHT), int(bottom // HEIGHT) + 1)
