"""Rectangles of a page as people see it, and as it is kept.

In and out: points, origin at the top left. ``model.Box`` lies on the page before its rotation; a browser
shows the page after it (ISO 32000-2, 7.7.3.3: clockwise, in steps of 90 degrees).
"""

from lakmoes.errors import UsageError
from lakmoes.model import Box

Rectangle = tuple[float, float, float, float]
LEAST = 1.0
"""Points; a smaller rectangle is a slip of the hand."""


def displayed_size(width: float, height: float, rotation: int) -> tuple[float, float]:
    """Width and height as people see the page."""
    return (height, width) if rotation % 180 else (width, height)


def displayed(box: Box, size: tuple[float, float], rotation: int) -> Rectangle:
    """A box as people see it; ``size`` is that of the page before rotation."""
    width, height = size
    if rotation == 90:
        return height - box.y1, box.x0, height - box.y0, box.x1
    if rotation == 180:
        return width - box.x1, height - box.y1, width - box.x0, height - box.y0
    if rotation == 270:
        return box.y0, width - box.x1, box.y1, width - box.x0
    return box.x0, box.y0, box.x1, box.y1


def drawn(rectangle: Rectangle, size: tuple[float, float], rotation: int) -> Box:
    """The box of a rectangle that a person drew on the page as shown, cut off at its edges.

    Raises:
        UsageError: Nothing of it lies on the page.
    """
    shown = displayed_size(*size, rotation)
    x0, x1 = sorted(min(max(x, 0.0), shown[0]) for x in rectangle[::2])
    y0, y1 = sorted(min(max(y, 0.0), shown[1]) for y in rectangle[1::2])
    if x1 - x0 < LEAST or y1 - y0 < LEAST:
        raise UsageError("box-too-small")
    back = displayed(Box(x0=x0, y0=y0, x1=x1, y1=y1), shown, -rotation % 360)
    return Box(x0=back[0], y0=back[1], x1=back[2], y1=back[3])
