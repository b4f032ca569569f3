"""What is printed on redacted pages: black boxes, the codes of their grounds, the document's number.

In: the boxes of a page as they are painted, in displayed space, with their labels; the page as it looks.
Out: the content stream that paints them, in the page's user space, so that all reads upright however the page
is turned. A code stands white in its box; where it fits in none, black in the margin at the same height, on
free paper only.

Draws only; nothing is removed here (``erase``, ``linework``).
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pymupdf

from lakmoes import nl
from lakmoes.model import Box
from lakmoes.pdf.paper import Paper
from lakmoes.pdf.space import Matrix, Rectangle, rectangle_of

FONT = "LakmoesLabel"
"""Name of the font in the resources of a page; it is Helvetica."""
CAPITAL, LEADING = 0.72, 1.2
"""Height of a capital or a digit of Helvetica, and of a line, in font sizes."""
JOINT = " & "
"""Between the codes of a redaction with several grounds."""

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
MARGIN_GAP, EDGE = 5.0, 6.0
"""Points between text and margin label, and between label and the edge of the page."""
SAME_HEIGHT = 3.0
"""Points; equal labels in the margin within this distance are printed once."""

NUMBER_SIZES = (10.0, 8.0, 6.0)
NUMBER_PLACES = ((24.0, 24.0), (12.0, 16.0), (24.0, 12.0), (24.0, 36.0), (8.0, 10.0), (60.0, 24.0))
"""Distance of the document number to the right and top edge, in order of preference."""


Columns = tuple[float, float]
"""Left and right edge of what stands on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is printed on the pages of one document.

    Attributes:
        document_number: Stands small at the top right of each page; empty for none.
        code_labels: Ground code to what is printed for it (``10.2.e`` to ``10.2.e Wob``).
    """

    document_number: str
    code_labels: Mapping[str, str]

    def label(self, codes: Iterable[str]) -> str:
        """The label of a redaction with these grounds: ``11.1 Wob & 10.2.c Wob``."""
        return JOINT.join(dict.fromkeys(self.code_labels.get(code, code) for code in codes))

    def printed(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Every line that may be read for these grounds: the label, its parts, and as it is spoken."""
        label = self.label(codes)
        return (*(line for lines in _stackings(label) for line in lines), spoken(label))


@dataclass(frozen=True, slots=True)
class Redaction:
    """The boxes of one mark as they are painted, in displayed space, and what is printed on them."""

    boxes: tuple[Box, ...]
    label: str


def spoken(label: str) -> str:
    """What a screen reader says of a redaction."""
    return nl.REDACTED_SPOKEN.format(label=label)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in displayed space: start of its baseline, size, grey, and whether it reads upwards."""

    content: str
    x: float
    y: float
    size: float
    grey: int
    upwards: bool = False


def overlay(redactions: Sequence[Redaction], number: str, paper: Paper, to_user: Matrix) -> bytes:
    """The content stream that paints boxes, labels and the document's number on one page.

    Args:
        redactions: What is painted; their boxes are kept free by ``paper``.
        number: The document's number, empty for none.
        paper: The page after its redaction.
        to_user: From displayed space to the user space of the page.
    """
    numbers, labels = list(_number(number, paper)), _labels(redactions, paper)
    boxes = [box for redaction in redactions for box in redaction.boxes]
    if not numbers and not boxes:
        return b""
    parts = ["q", f"{_numbers(to_user)} cm"]
    if boxes:
        # The boxes say nothing to a screen reader; their labels do.
        parts += ["/Artifact BMC 0 g", *(_rectangle(box) for box in boxes), "f EMC"]
    parts += ["/Artifact BMC", *map(_shown, numbers), "EMC"] if numbers else []
    for redaction, texts in zip(redactions, labels, strict=True):
        parts += [_opening(spoken(redaction.label)), *map(_shown, texts), "EMC"]
    return "\n".join((*parts, "Q")).encode("ascii")


def _opening(text: str) -> str:
    """Begins content for which screen readers say a text; ``scrub`` gives it its place in tagged files."""
    return f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}> /Lang (nl-NL)>> BDC"


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
    size = min(limit, height, (length - 2 * PADDING) / _width(label, 1.0))
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    along, across = _width(label, size) / 2, CAPITAL * size / 2
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
    for size, lines in itertools.product(MARGIN_SIZES, _stackings(label)):
        width = max(_width(line, size) for line in lines)
        left = (columns[0] - MARGIN_GAP - width, EDGE)
        right = (columns[1] + MARGIN_GAP, paper.width - EDGE - width)
        for shift in MARGIN_SHIFTS:
            for x in (*left, *right) if nearer_left else (*right, *left):
                area = _area(x, middle + shift, width, size, len(lines))
                if x >= EDGE and paper.is_free(area):
                    paper.take(area)
                    return _stacked(lines, x, middle + shift, size, int(paper.is_dark(area)))
    return []


def _stackings(label: str) -> list[list[str]]:
    """The label on one line, and where it names several codes also on as many lines."""
    *codes, last = label.split(JOINT)
    return [[label], [*(f"{code}{JOINT.rstrip()}" for code in codes), last]] if codes else [[label]]


def _stacked(lines: Sequence[str], x: float, middle: float, size: float, grey: int) -> list[Text]:
    top = middle - LEADING * size * (len(lines) - 1) / 2 + CAPITAL * size / 2
    return [Text(line, x, top + LEADING * size * row, size, grey) for row, line in enumerate(lines)]


def _squeezed(box: Box, label: str) -> Text:
    """The last resort, where both margins are full: in the box itself, however small."""
    return max((_fitted(box, label, upwards) for upwards in (False, True)), key=lambda text: text.size)


def _number(number: str, paper: Paper) -> Iterator[Text]:
    """The document's number at the top right, on free paper where there is any."""
    if not number:
        return
    for size in NUMBER_SIZES:
        width = _width(number, size)
        for right, top in NUMBER_PLACES:
            x = paper.width - right - width
            area = _area(x, top, width, size)
            if paper.is_free(area):
                paper.take(area)
                yield Text(number, x, top + CAPITAL * size / 2, size, int(paper.is_dark(area)))
                return
    size = NUMBER_SIZES[-1]
    yield Text(number, paper.width - EDGE - _width(number, size), EDGE + size, size, 0)


def _area(x: float, middle: float, width: float, size: float, lines: int = 1) -> Rectangle:
    half = size * LEADING * lines / 2
    return x - 1, middle - half, x + width + 1, middle + half


def _width(text: str, size: float) -> float:
    return max(float(pymupdf.get_text_length(_printable(text), "helv", size)), 0.1)


def _printable(text: str) -> str:
    """The text with what the standard encoding of Helvetica lacks as a question mark."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _shown(text: Text) -> str:
    turn = "0 -1 -1 0" if text.upwards else "1 0 0 -1"
    code = text.content.encode("cp1252", "replace").hex()
    place = f"{_digits(text.x)} {_digits(text.y)}"
    return f"BT /{FONT} {_digits(text.size)} Tf {text.grey} g {turn} {place} Tm <{code}> Tj ET"


def _rectangle(box: Box) -> str:
    x0, y0, x1, y1 = rectangle_of(box)
    return f"{_numbers((x0, y0, x1 - x0, y1 - y0))} re"


def _numbers(values: Iterable[float]) -> str:
    return " ".join(_digits(value) for value in values)


def _digits(value: float) -> str:
    """A number as a content stream writes it: PDF knows no exponents."""
    return f"{value:.5f}".rstrip("0").rstrip(".")
