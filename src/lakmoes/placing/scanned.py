"""Black boxes on recognised scans, where nothing can move: marks with a space between them become one bar.

In: the marks of a recognised page, and the page. Out: bars for the boxes that change. A bar runs on over the
space to the next mark, so that it is not seen where one text ended and the next began. It is not made wider
over paper that only seems free: recognition does not see signatures, stamps and ticks, and on a scan only
pixels under marks may change.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lakmoes.model import Box, Mark, Page
from lakmoes.placing.lines import Part


def joined_bars(marks: Sequence[Mark], page: Page) -> Iterator[tuple[Part, Box]]:
    """The bars that run on to the mark that follows, by the box that they are painted for."""
    spans = [(mark.span, number, mark) for number, mark in enumerate(marks) if mark.span]
    for (span, number, mark), (after, _, following) in pairwise(
        sorted(spans, key=lambda item: item[0].start)
    ):
        box, beside = mark.boxes[-1], following.boxes[0]
        if page.text[span.end : after.start] == " " and box.x1 < beside.x0:
            yield (number, len(mark.boxes) - 1), Box(x0=box.x0, y0=box.y0, x1=beside.x0, y1=box.y1)
