"""Links and bookmarks of a written file beside those of its source: what tells nothing must still be there.

In: both files opened with pikepdf, the marks and shifts, the redacted texts. Out: the pages on which a link
is gone, and how many bookmarks are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from lakmoes.model import RedactionPlan, Shift
from lakmoes.verify.sheet import Frame, Rectangle, edges_of, frame_of, middle_of, overlap, rectangle_of
from lakmoes.verify.texts import Haystack, Needle, haystack_of, needle_of

KEPT_ACTIONS = frozenset(("/GoTo", "/URI"))
KEPT_SCHEMES = ("http:", "https:")
NEAR = 3.0
"""Points that a link may lie beside where it should."""
INSIDE = 6
"""Letters and digits of a redacted text for which a title may go that holds it inside a word."""
MOST_BOOKMARKS = 100_000


def lost_links(
    before: pikepdf.Pdf, after: pikepdf.Pdf, plan: RedactionPlan, needles: Sequence[Needle]
) -> Iterator[tuple[int, Frame, Rectangle]]:
    """Page index in the source, frame and rectangle of each link that is gone and should not be."""
    marks = plan.by_page()
    for index, new in zip(plan.written_pages(len(before.pages)), after.pages, strict=False):
        old = before.pages[index]
        if "/Annots" not in old.obj or plan.notice_on(index):
            continue
        frame = frame_of(old)
        left = [rectangle for _, rectangle in _links(new, frame_of(new))]
        boxes = [box for mark in marks.get(index, ()) for box in (*mark.boxes, *mark.bars)]
        own = plan.shifts_on(index)
        for link, rectangle in _links(old, frame):
            if any(overlap(rectangle, edges_of(box)) for box in boxes) or not _should_stay(link, needles):
                continue
            place = next((other for other in left if _is_place(other, rectangle, own)), None)
            if place is None:
                yield index, frame, rectangle
            else:
                left.remove(place)


def lost_bookmarks(before: pikepdf.Pdf, after: pikepdf.Pdf, needles: Sequence[Needle]) -> int:
    """How many titles are gone from the bookmarks that hold no redacted text and are part of none."""
    whole = "\0".join(needle.joined for needle in needles)
    titles = (title for title in _titles(before) if title and needle_of(title).joined not in whole)
    old = [title for title in titles if not _tells(title, needles)]
    return sum((Counter(old) - Counter(_titles(after))).values()) if old else 0


def _links(page: pikepdf.Page, frame: Frame) -> Iterator[tuple[Any, Rectangle]]:
    for item in page.obj.get("/Annots", pikepdf.Array()):
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Link":
            found = rectangle_of(item.get("/Rect"))
            if found:
                left, bottom, right, top = found
                yield item, frame.box(left, top, right, bottom)


def _should_stay(link: Any, needles: Sequence[Needle]) -> bool:
    """Whether a link leads somewhere on its own page or on the web, and its target tells nothing."""
    if int(link.get("/F", 0)) & HIDDEN or "/OC" in link:
        return False
    action = link.get("/A")
    if not isinstance(action, pikepdf.Dictionary):
        return isinstance(link.get("/Dest"), pikepdf.Array)
    if action.get("/S") == "/GoTo":
        return isinstance(action.get("/D"), pikepdf.Array)
    target = str(action.get("/URI", ""))
    return (
        action.get("/S") == "/URI" and target.lower().startswith(KEPT_SCHEMES) and not _tells(target, needles)
    )


HIDDEN = 2 | 32
"""Flags of annotations that are not shown (ISO 32000-2, 12.5.3)."""


def _is_place(found: Rectangle, rectangle: Rectangle, shifts: Sequence[Shift]) -> bool:
    """Whether this is where a link should be: where it was, or moved with the text it lies on."""
    x, y = middle_of(rectangle)
    moves = [(0.0, 0.0)] + [(shift.dx, shift.dy) for shift in shifts if shift.area.contains(x, y)]
    return any(
        all(
            abs(one - two - by) <= NEAR
            for one, two, by in zip(found, rectangle, (dx, dy, dx, dy), strict=True)
        )
        for dx, dy in moves
    )


def _titles(pdf: pikepdf.Pdf) -> list[str]:
    outlines = pdf.Root.get("/Outlines")
    waiting = [outlines.get("/First")] if isinstance(outlines, pikepdf.Dictionary) else []
    titles: list[str] = []
    seen: set[tuple[int, int]] = set()
    while waiting and len(titles) < MOST_BOOKMARKS:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        titles.append(str(item.get("/Title", "")))
        waiting += [item.get("/Next"), item.get("/First")]
    return titles


def _tells(text: str, needles: Sequence[Needle]) -> bool:
    """Whether a text gives one of the redacted ones away, or may be thought to, inside a word."""
    haystack: Haystack = haystack_of([text])
    return any(
        haystack.count(needle) or (len(needle.joined) >= INSIDE and needle.joined in haystack.squeezed)
        for needle in needles
    )
