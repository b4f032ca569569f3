"""Where a check failed: for people and for programs, never with text.

In: a check's name and a page, a mark, a rectangle or a part of the file. Out: troubles.
"""

from dataclasses import dataclass

from lakmoes import nl
from lakmoes.model import Box, Mark, Spot
from lakmoes.verify.sheet import Frame, Rectangle, middle_of

MILLIMETRES = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong, or worth a look.

    Attributes:
        name: The check.
        place: Where, in words; empty for the file as a whole.
        spot: The same for programs.
        is_warning: Whether the check passes all the same.
    """

    name: str
    place: str = ""
    spot: Spot | None = None
    is_warning: bool = False


def on_page(name: str, index: int) -> Trouble:
    """Trouble somewhere on a page."""
    return Trouble(name, nl.PAGE_PLACE.format(page=index + 1), Spot(page=index + 1))


def at_mark(name: str, index: int, number: int, mark: Mark) -> Trouble:
    """Trouble with a mark, by its number on the page."""
    place = nl.MARK_PLACE.format(page=index + 1, mark=number)
    return Trouble(name, place, Spot(page=index + 1, mark=number, box=mark.boxes[0]))


def at_spot(name: str, index: int, frame: Frame, box: Rectangle) -> Trouble:
    """Trouble at a place on a page, told in millimetres as the page is displayed."""
    x, y = (round(points * MILLIMETRES) for points in frame.displayed(*middle_of(box)))
    place = nl.SPOT_PLACE.format(page=index + 1, x=x, y=y)
    return Trouble(name, place, Spot(page=index + 1, box=box_of(box)))


def in_part(name: str, place: str) -> Trouble:
    """Trouble in a part of the file that is no page."""
    return Trouble(name, place, Spot())


def box_of(rectangle: Rectangle) -> Box | None:
    """A rectangle as a box, ``None`` without area."""
    x0, y0, x1, y1 = rectangle
    return Box(x0=x0, y0=y0, x1=x1, y1=y1) if x0 < x1 and y0 < y1 else None
