"""What is printed on redacted pages: black boxes, the codes of their grounds, statements and numbers.

In: the boxes of a page as they are painted, in displayed space, with their labels; the page as it looks.
Out: the content stream that paints them, in the page's user space, so that all reads upright however the page
is turned. A code stands white in its box; where it fits in none, black in the margin at the same height, on
free paper only. Where a statement names the grounds of the page or of the document, the boxes are plain.

Draws only; nothing is removed here (``erase``, ``linework``).
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakmoes.model import Box
from lakmoes.pdf.lettering import (
    CAPITAL,
    FONT,
    Text,
    area_of,
    as_paragraph,
    in_user_space,
    painted,
    shown,
    spoken_as,
    stacked,
    width_of,
)
from lakmoes.pdf.paper import Paper
from lakmoes.pdf.space import Matrix
from lakmoes.pdf.stamp import Imprint, Stamp, spoken, stackings
from lakmoes.pdf.statements import EDGE, notice, number_at_bottom, number_at_top, statement

__all__ = ["FONT", "Overlay", "Redaction", "Stamp", "groups_of", "notice_page", "overlay"]

LARGEST, SMALLEST, LARGEST_IN_FIELD = 9.0, 5.0, 14.0
"""Points. A label below the smallest cannot be read on paper; a field is a box of several lines high."""
FIELD = 30.0
"""Points; height from which a box is a field."""
PADDING = 1.5
"""Points between a label and the ends of its box."""
SAME_FIELD = 0.6
"""Share of the line height that may lie between boxes that belong together."""

MARGIN_SIZES = (6.0, 5.0)
MARGIN_SHIFTS = (0.0, 3.0, -3.0, 6.0, -6.0, 9.0, -9.0)
"""Points that a label in the margin may stand above or below its box, in order of preference."""
MARGIN_GAP = 5.0
"""Points between text and margin label."""
SAME_HEIGHT = 3.0
"""Points; equal labels in the margin within this distance are printed once."""

Columns = tuple[float, float]
"""Left and right edge of what stands on a page."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """The boxes of one mark as they are painted, in displayed space, and what is printed on them."""

    boxes: tuple[Box, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is put on a page, and whether each redaction bears its grounds there."""

    content: bytes
    in_boxes: bool


def overlay(redactions: Sequence[Redaction], imprint: Imprint, paper: Paper, to_user: Matrix) -> Overlay:
    """The content stream that paints boxes and prints labels, numbers and a statement on one page.

    Args:
        redactions: What is painted; their boxes are kept free by ``paper``.
        imprint: What is printed besides. Its statement takes the place of labels where it finds room.
        paper: The page after its redaction.
        to_user: From displayed space to the user space of the page.
    """
    numbers = [*number_at_top(imprint.document_number, paper), *number_at_bottom(imprint.page_number, paper)]
    said = statement(imprint.statement, paper)
    in_boxes = imprint.in_boxes or bool(imprint.statement and not said)
    boxes = _with_labels(redactions, paper) if in_boxes else _plain(redactions)
    content = [*boxes, *_aside(map(shown, numbers))]
    if said:
        content += as_paragraph(map(shown, said))
    return Overlay(in_user_space(content, to_user), in_boxes)


def notice_page(text: str, imprint: Imprint, paper: Paper, to_user: Matrix) -> bytes:
    """The content stream of a page that only says that pages were refused, with its numbers.

    Args:
        text: What it says.
        imprint: Its numbers.
        paper: The empty page.
        to_user: From displayed space to the user space of the page.
    """
    numbers = [*number_at_top(imprint.document_number, paper), *number_at_bottom(imprint.page_number, paper)]
    lines = notice(text, (paper.width, paper.height))
    return in_user_space([*as_paragraph(map(shown, lines)), *_aside(map(shown, numbers))], to_user)


def _with_labels(redactions: Sequence[Redaction], paper: Paper) -> Iterator[str]:
    """Black boxes with labels; the boxes say nothing to a screen reader, their labels do."""
    yield from _aside(painted(box for redaction in redactions for box in redaction.boxes))
    for redaction, texts in zip(redactions, _labels(redactions, paper), strict=True):
        yield from (spoken_as(spoken(redaction.label)), *map(shown, texts), "EMC")


def _plain(redactions: Iterable[Redaction]) -> Iterator[str]:
    """Black boxes that a screen reader speaks of."""
    for redaction in redactions:
        yield from (spoken_as(spoken(redaction.label)), *painted(redaction.boxes), "EMC")


def _aside(content: Iterable[str]) -> list[str]:
    """Content that is no part of what the page says; nothing for none."""
    inside = list(content)
    return ["/Artifact BMC", *inside, "EMC"] if inside else []


def _labels(redactions: Sequence[Redaction], paper: Paper) -> list[list[Text]]:
    """The labels of each redaction: one for each group of boxes.

    Those that fit in none are placed last, in the margin, where one may serve several redactions.
    """
    found: list[list[Text]] = [[] for _ in redactions]
    homeless: list[tuple[int, Box]] = []
    for index, redaction in enumerate(redactions):
        for group in groups_of(redaction.boxes):
            text = _inside(group, redaction.label)
            if text:
                found[index].append(text)
            else:
                homeless.append((index, max(group, key=lambda box: box.x1 - box.x0)))
    edges = [edge for redaction in redactions for box in redaction.boxes for edge in (box.x0, box.x1)]
    columns = (min([paper.columns[0], *edges]), max([paper.columns[1], *edges]))
    waiting = [(box, redactions[index].label) for index, box in homeless]
    for (index, _), texts in zip(homeless, _margin(waiting, columns, paper), strict=True):
        found[index] += texts
    return found


def groups_of(boxes: Iterable[Box]) -> list[list[Box]]:
    """Boxes that lie under each other without a gap, from top to bottom."""
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (box.y0, box.x0)):
        for group in groups:
            last = group[-1]
            near = box.y0 - last.y1 < SAME_FIELD * (last.y1 - last.y0)
            if near and box.x0 < last.x1 and last.x0 < box.x1:
                group.append(box)
                break
        else:
            groups.append([box])
    return groups


def _inside(group: Sequence[Box], label: str) -> Text | None:
    """The label in the first box of the group that gives it the best size, ``None`` where it fits in none."""
    best: Text | None = None
    for box in group:
        for upwards in (False, True):
            text = _fitted(box, label, upwards)
            if text.size >= SMALLEST and (best is None or text.size > best.size + 0.01):
                best = text
    return best


def _fitted(box: Box, label: str, upwards: bool) -> Text:
    """The label in the middle of a box, as large as fits."""
    length, height = box.x1 - box.x0, box.y1 - box.y0
    if upwards:
        length, height = height, length
    limit = LARGEST_IN_FIELD if min(length, height) > FIELD else LARGEST
    size = min(limit, height, (length - 2 * PADDING) / width_of(label, 1.0))
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    along, across = width_of(label, size) / 2, CAPITAL * size / 2
    if upwards:
        return Text(label, middle_x + across, middle_y + along, size, 1, upwards=True)
    return Text(label, middle_x - along, middle_y + across, size, 1)


def _margin(homeless: Sequence[tuple[Box, str]], columns: Columns, paper: Paper) -> Iterator[list[Text]]:
    """Labels in the margin, equal ones at the same height once; for each box what is printed for it."""
    placed: list[tuple[str, float]] = []
    for box, label in homeless:
        height = (box.y0 + box.y1) / 2
        if any(label == other and abs(height - at) < SAME_HEIGHT for other, at in placed):
            yield []
            continue
        placed.append((label, height))
        yield _beside(box, label, columns, paper) or [_squeezed(box, label)]


def _beside(box: Box, label: str, columns: Columns, paper: Paper) -> list[Text]:
    """The label in the nearer margin at the height of the box, else in the other, else a little off.

    A long label is stacked where it is too wide; nothing comes out where there is no room at all.
    """
    middle = (box.y0 + box.y1) / 2
    nearer_left = box.x0 < paper.width - box.x1
    for size, lines in itertools.product(MARGIN_SIZES, stackings(label)):
        width = max(width_of(line, size) for line in lines)
        left = (columns[0] - MARGIN_GAP - width, EDGE)
        right = (columns[1] + MARGIN_GAP, paper.width - EDGE - width)
        for shift in MARGIN_SHIFTS:
            for x in (*left, *right) if nearer_left else (*right, *left):
                area = area_of(x, middle + shift, width, size, len(lines))
                if x >= EDGE and paper.is_free(area):
                    paper.take(area)
                    return stacked(lines, x, middle + shift, size, int(paper.is_dark(area)))
    return []


def _squeezed(box: Box, label: str) -> Text:
    """The last resort, where both margins are full: in the box itself, however small."""
    return max((_fitted(box, label, upwards) for upwards in (False, True)), key=lambda text: text.size)
