"""Gives each redaction a place of its own in the structure tree, so that screen readers say it.

In: a page of a tagged file, its order and the MCIDs that its redaction touched. Out: the overlay of the page
with MCIDs; the tree has a ``Span`` for each redaction ("gelakt: 10.2.e"), right after the content that it was
taken from. Where in that content it stood is not told: a paragraph is often one piece.

In files without tags the overlay by itself holds what is said (ISO 32000-2, 14.9.4).
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf

from lakmoes.pdf.linework import IDENTITY, Instruction
from lakmoes.pdf.scrub.pages import Cleaned, PageOrder
from lakmoes.pdf.scrub.tags import kids_of
from lakmoes.pdf.space import Matrix, Point, Rectangle, carried, joined

SPOKEN = re.compile(rb"/(Span|P) <<(?P<text>/ActualText <feff(?P<code>[0-9a-f]*)> )?/Lang")
"""Begins what is said of a redaction, or a statement, which is read as it stands there."""
FOLLOWED = frozenset(
    ("BT", "Tm", "Td", "TD", "T*", "TL", "Tj", "TJ", "'", '"', "q", "Q", "cm", "BMC", "BDC", "EMC")
)
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
ACROSS = 20.0
"""How many points along a line a point across it counts for."""
AROUND = 6.0
"""Points above and below an area within which its line is looked for first."""
DEEPEST = 50
"""Levels of the tree of parents."""

Start = tuple[int, Point]
"""An MCID and where a string in it begins, in user space."""


def with_elements(pdf: pikepdf.Pdf, page: pikepdf.Page, order: PageOrder, cleaned: Cleaned) -> bytes:
    """The overlay with MCIDs, after its redactions got their elements; as it was in files without tags."""
    root = pdf.Root.get("/StructTreeRoot")
    texts = [_text_of(found) for found in SPOKEN.finditer(order.overlay)]
    if not isinstance(root, pikepdf.Dictionary) or not texts:
        return order.overlay
    parents, starts = parents_of(page, root), list(_starts(cleaned.before))
    first = max([len(parents) - 1, *(number for number, _ in starts)]) + 1
    touched = _Lines(start for start in starts if start[0] in cleaned.touched)
    rest = min(cleaned.touched, default=None)
    near = (touched.nearest(areas[0], rest) if areas else None for areas in _by_mark(order))
    # Behind the redactions stands a statement on them, if any; it belongs at the end.
    places = itertools.chain(near, itertools.repeat(None))
    for number, text, place in zip(itertools.count(first), texts, places, strict=False):
        element = _element(pdf, page, text, number)
        _insert(_holder(parents, place, root), element, place)
        _set(parents, number, element)
    numbers = itertools.count(first)
    return SPOKEN.sub(
        lambda found: b"/%s <</MCID %d %s/Lang" % (found[1], next(numbers), found["text"] or b""),
        order.overlay,
    )


def _text_of(found: re.Match[bytes]) -> str:
    """What is said; empty for what is read as it stands there."""
    return bytes.fromhex((found["code"] or b"").decode()).decode("utf-16-be")


def _by_mark(order: PageOrder) -> Iterator[Sequence[Rectangle]]:
    """The areas of each mark."""
    position = 0
    for size in order.marks:
        yield order.areas[position : position + size]
        position += size


class _Lines:
    """Where strings begin, from low to high."""

    def __init__(self, starts: Iterable[Start]) -> None:
        self._starts = sorted(((y, x, -order, number) for order, (number, (x, y)) in enumerate(starts)))
        self._heights = [start[0] for start in self._starts]

    def nearest(self, area: Rectangle, otherwise: int | None) -> int | None:
        """The content of which a string begins nearest to an area; the last of those."""
        left, bottom, right, top = area
        first = bisect_left(self._heights, bottom - AROUND)
        last = bisect_right(self._heights, top + AROUND)
        found = (
            (ACROSS * max(bottom - y, y - top, 0) + max(left - x, x - right, 0), order, number)
            for y, x, order, number in self._starts[first:last] or self._starts
        )
        return min(found, default=(0, 0, otherwise))[2]


def _element(pdf: pikepdf.Pdf, page: pikepdf.Page, text: str, number: int) -> Any:
    element = pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem,
        S=pikepdf.Name.Span if text else pikepdf.Name.P,
        Pg=page.obj,
        K=number,
        Lang=pikepdf.String("nl-NL"),
    )
    if text:
        element["/ActualText"] = pikepdf.String(text)
    return pdf.make_indirect(element)


def _insert(holder: Any, element: Any, after: int | None) -> None:
    """Puts an element under another, after the content with this MCID or at the end."""
    kids = kids_of(holder)
    place = next(
        (place for place, kid in enumerate(kids, 1) if after is not None and _number(kid) == after), len(kids)
    )
    while place < len(kids) and _is_spoken(kids[place]):
        place += 1
    kids.insert(place, element)
    element["/P"] = holder
    holder["/K"] = pikepdf.Array(kids)


def _is_spoken(kid: Any) -> bool:
    """Whether this is the element of a redaction, after which the next one stands."""
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Span" and "/ActualText" in kid


def _number(kid: Any) -> Any:
    return kid.get("/MCID") if isinstance(kid, pikepdf.Dictionary) else kid


def _holder(parents: Any, number: int | None, root: Any) -> Any:
    """The element that some content belongs to; else the one around everything, or the root itself."""
    if number is not None and number < len(parents) and isinstance(parents[number], pikepdf.Dictionary):
        return parents[number]
    elements = [kid for kid in kids_of(root) if isinstance(kid, pikepdf.Dictionary)]
    return elements[0] if elements else root


def _set(parents: Any, number: int, element: Any) -> None:
    while len(parents) <= number:
        parents.append(None)
    parents[number] = element


def parents_of(page: pikepdf.Page, root: Any) -> Any:
    """The elements of a page's content by MCID; made where there are none."""
    key: Any = page.obj.get("/StructParents")
    known = dict(entries_of(root))
    if isinstance(key, int) and isinstance(known.get(key), pikepdf.Array):
        return known[key]
    if not isinstance(key, int) or key in known:
        key = max([-1, int(root.get("/ParentTreeNextKey", 0)) - 1, *known]) + 1
    page.obj["/StructParents"] = key
    write_entries(root, [*known.items(), (key, pikepdf.Array([]))])
    return dict(entries_of(root))[key]


def entries_of(root: Any) -> Iterator[tuple[int, Any]]:
    """What the content of each page, by its key, belongs to."""
    return _entries(root.get("/ParentTree"), 0)


def write_entries(root: Any, entries: Iterable[tuple[int, Any]]) -> None:
    """Writes the tree of parents anew in one piece: its keys must be in order."""
    ordered = sorted(entries, key=lambda entry: entry[0])
    numbers = pikepdf.Array([part for entry in ordered for part in entry])
    root["/ParentTree"] = pikepdf.Dictionary(Nums=numbers)
    root["/ParentTreeNextKey"] = ordered[-1][0] + 1 if ordered else 0


def _entries(node: Any, depth: int) -> Iterator[tuple[int, Any]]:
    """Numbers and values of a number tree (7.9.7)."""
    if not isinstance(node, pikepdf.Dictionary) or depth > DEEPEST:
        return
    numbers = node.get("/Nums", pikepdf.Array([]))
    for place in range(0, len(numbers) - 1, 2):
        yield int(numbers[place]), numbers[place + 1]
    for kid in node.get("/Kids", ()):
        yield from _entries(kid, depth + 1)


def _starts(content: Iterable[Instruction]) -> Iterator[Start]:
    """Where the strings of marked content begin."""
    cursor, marks = _Cursor(), list[int | None]()
    for operands, operator in content:
        if operator not in FOLLOWED:
            continue
        if operator in ("BDC", "BMC"):
            properties = operands[1] if operator == "BDC" else None
            given = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            marks.append(int(given) if given is not None else marks[-1] if marks else None)
        elif operator == "EMC":
            marks = marks[:-1]
        else:
            cursor.follow(operands, operator)
            if operator in SHOWING and marks and marks[-1] is not None:
                yield marks[-1], cursor.place


class _Cursor:
    """Where text is set: the start of the line (9.4.2)."""

    def __init__(self) -> None:
        self._matrix: Matrix = IDENTITY
        self._saved: list[Matrix] = []
        self._line: Matrix = IDENTITY
        self._leading = 0.0

    @property
    def place(self) -> Point:
        """The start in user space."""
        return carried((0.0, 0.0), joined(self._line, self._matrix))

    def follow(self, operands: Any, operator: str) -> None:
        """Takes one instruction into account."""
        if operator in ("cm", "Tm"):
            a, b, c, d, e, f = (float(number) for number in operands)
            if operator == "cm":
                self._matrix = joined((a, b, c, d, e, f), self._matrix)
            else:
                self._line = (a, b, c, d, e, f)
        elif operator in ("Td", "TD"):
            across, down = float(operands[0]), float(operands[1])
            self._leading = -down if operator == "TD" else self._leading
            self._step(across, down)
        elif operator in ("T*", "'", '"'):
            self._step(0.0, -self._leading)
        elif operator == "TL":
            self._leading = float(operands[0])
        else:
            self._keep(operator)

    def _step(self, across: float, down: float) -> None:
        self._line = joined((1.0, 0.0, 0.0, 1.0, across, down), self._line)

    def _keep(self, operator: str) -> None:
        if operator == "BT":
            self._line = IDENTITY
        elif operator == "q":
            self._saved.append(self._matrix)
        elif operator == "Q" and self._saved:
            self._matrix = self._saved.pop()
