"""What text on a page may not be moved across: rules, the edges of frames and shades, pictures.

In: an opened page. Out: boxes in page space; a rule is a thin one, the edge of a fill thinner than any
rule. Rules that run along with a line of text say nothing of where it must end, but lines run in both
directions, so all are given.
"""

from collections.abc import Iterator

import pymupdf

from lakmoes.model import Box
from lakmoes.pdf.space import Rectangle

EDGE, THIN = 0.1, 0.5
"""Points; how thick the edge of a fill counts, and how thick a rule at least."""
SHORTEST = 4.0
"""Points; shorter edges are dots, ticks and letters that are drawn."""
RULE = 3.0
"""Points up to which a rectangle is one rule."""
MOST = 4000
"""Drawn edges beyond which a page is a drawing: then its shapes count as a whole."""
DRAWINGS = frozenset(("fill-path", "stroke-path", "fill-shade"))


def barriers_on(page: pymupdf.Page) -> tuple[Box, ...]:
    """The barriers of a page, each once, in order of place."""
    places = [(kind, tuple(box)) for kind, box in page.get_bboxlog()]
    found = {box for kind, box in places if kind.endswith(("image", "imgmask"))}
    shapes = [box for kind, box in places if kind in DRAWINGS]
    if len(shapes) > MOST:
        found |= {edge for box in shapes for edge in _edges(box, THIN)}
    elif shapes:
        found |= set(_drawn(page))
    return tuple(_box(edges) for edges in sorted({_rounded(box) for box in found}))


def _drawn(page: pymupdf.Page) -> Iterator[Rectangle]:
    for drawing in page.get_cdrawings():
        thickness = THIN if "s" in drawing["type"] else EDGE
        for item in drawing["items"]:
            if item[0] == "re":
                yield from _edges(item[1], thickness)
            elif item[0] in ("l", "qu"):
                across, down = zip(*(item[1:] if item[0] == "l" else item[1]), strict=True)
                yield from _edges((min(across), min(down), max(across), max(down)), thickness)


def _edges(box: Rectangle, thickness: float) -> Iterator[Rectangle]:
    """The four sides of a rectangle, or the one rule that it is; slanted lines give the frame around them."""
    x0, y0, x1, y1 = box
    if min(x1 - x0, y1 - y0) <= RULE:
        if max(x1 - x0, y1 - y0) >= SHORTEST:
            yield x0, y0, max(x1, x0 + THIN), max(y1, y0 + THIN)
        return
    yield x0, y0, x0 + thickness, y1
    yield x1 - thickness, y0, x1, y1
    yield x0, y0, x1, y0 + thickness
    yield x0, y1 - thickness, x1, y1


def _rounded(box: Rectangle) -> Rectangle:
    x0, y0, x1, y1 = (round(edge, 1) for edge in box)
    return x0, y0, max(x1, x0 + EDGE), max(y1, y0 + EDGE)


def _box(edges: Rectangle) -> Box:
    x0, y0, x1, y1 = edges
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)
