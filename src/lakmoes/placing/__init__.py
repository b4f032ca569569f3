"""Where black boxes and the rest of their lines are set, so that the width of a gap tells little.

In: the marks of a page, the page, how wide boxes may be (``model.Width``). Out: the same marks with the
bars that are painted for them, and the stretches of lines that move (``model.Shift``). A pure function of
what was read: the plan, the preview and the verifier see the same.

A box that is as wide as what stood there tells a name among thousands, and so do the adjustments of the
letters after it (Bland, Iyer, Levchenko, "Story Beyond the Eye: Glyph Positions Break PDF Text Redaction",
PETS 2023). Here a gap is a whole number of steps wide, and the rest of the line moves to make it so, within
the margins, its cell and its column; justified lines lose their stretched spaces; at the end of a line the
bar runs on, in a table to the end of the cell. What cannot move stays: slanted and crossing text, text on
pictures, recognised scans (``scanned``), boxes drawn by hand.

Lines are not broken anew: that a word did not fit on its line still bounds what stood there.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lakmoes.model import Box, Mark, Page, RedactionPlan, Shift, TextSource, Width
from lakmoes.placing.lines import Line, lines_with_marks, pieces_on
from lakmoes.placing.room import rooms_on
from lakmoes.placing.scanned import joined_bars
from lakmoes.placing.setting import Placed, set_line

__all__ = ["Line", "Placed", "place", "placed", "placed_lines"]


def place(plan: RedactionPlan, pages: Iterable[Page], width: Width) -> RedactionPlan:
    """The plan with the bars that are painted, what moves, and a digest of these as well."""
    by_index = {page.index: page for page in pages}
    marks: list[Mark] = []
    shifts: list[Shift] = []
    for index, members in plan.by_page().items():
        found, moved = placed(members, by_index[index], width) if index in by_index else (members, ())
        marks += found
        shifts += moved
    if not shifts and not any(mark.bars for mark in marks):
        return plan
    digest = hashlib.sha256(plan.digest.encode())
    for mark in marks:
        digest.update(repr([_rounded(bar) for bar in mark.bars]).encode())
    for shift in shifts:
        digest.update(repr((shift.page_index, _rounded(shift.area), *_steps(shift))).encode())
    return replace(plan, marks=tuple(marks), shifts=tuple(shifts), digest=digest.hexdigest())


def placed(marks: Sequence[Mark], page: Page, width: Width) -> tuple[tuple[Mark, ...], tuple[Shift, ...]]:
    """The marks of one page with their bars, and what moves on it.

    Args:
        marks: All marks of the page.
        page: The page as it was read.
        width: How wide boxes may be.
    """
    bars = {(number, part): box for number, mark in enumerate(marks) for part, box in enumerate(mark.boxes)}
    if width is not Width.EXACT and page.text_source is TextSource.OCR:
        bars |= dict(joined_bars(marks, page))
    shifts: list[Shift] = []
    for line, setting in placed_lines(marks, page, width):
        bars |= setting.bars
        shifts += [
            Shift(page_index=page.index, area=area, dx=line.axis.step(by)[0], dy=line.axis.step(by)[1])
            for area, by in setting.moved
        ]
    found = []
    for number, mark in enumerate(marks):
        painted = tuple(bars[number, part] for part in range(len(mark.boxes)))
        found.append(mark if painted == mark.boxes else replace(mark, bars=painted))
    return tuple(found), tuple(shifts)


def placed_lines(marks: Sequence[Mark], page: Page, width: Width) -> list[tuple[Line, Placed]]:
    """The lines of a page that are set anew, each with where its bars and its words come to stand."""
    if width is Width.EXACT or page.text_source is not TextSource.DIGITAL:
        return []
    pieces = pieces_on(page)
    lines = lines_with_marks(marks, pieces)
    rooms = rooms_on(page, marks, pieces, lines)
    return [(line, set_line(line, room, width)) for line, room in zip(lines, rooms, strict=True) if room]


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 3) for edge in (box.x0, box.y0, box.x1, box.y1))


def _steps(shift: Shift) -> tuple[float, float]:
    return round(shift.dx, 3), round(shift.dy, 3)
