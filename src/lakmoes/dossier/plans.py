"""The plan of a redacted file as JSON, so that others can verify the file against it and its source.

In and out: ``model.RedactionPlan`` with what is printed on the pages. The file holds places, grounds and
offsets in the text, never text: who has the source can check with it, who has not learns no more than the
redacted file shows. Coordinates are those of ``model``, as exact as they were.

::

    {"format": "lakmoes-plan", "version": 1, "document": sha256 of the source, "digest": of the plan,
     "labels": [what is printed],
     "marks": [{"page": from 1, "codes": [...], "boxes": [[x0, y0, x1, y1]], "bars": [...],
                "text": [start, end] or null}],
     "shifts": [{"page": from 1, "area": [x0, y0, x1, y1], "dx": points, "dy": points}],
     "notices": [{"first": page from 1, "last": page, "codes": [...]}],
     "printed": [[lines that may be printed on a page, beside labels]]}
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lakmoes.errors import UsageError
from lakmoes.model import Box, Mark, PageNotice, RedactionPlan, Shift, Span

Edges = tuple[float, float, float, float]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Mark(_Strict):
    page: int = Field(ge=1)
    codes: tuple[str, ...]
    boxes: tuple[Edges, ...]
    bars: tuple[Edges, ...] = ()
    text: tuple[int, int] | None = None


class _Shift(_Strict):
    page: int = Field(ge=1)
    area: Edges
    dx: float
    dy: float


class _Notice(_Strict):
    first: int = Field(ge=1)
    last: int = Field(ge=1)
    codes: tuple[str, ...]


class _Plan(_Strict):
    format: Literal["lakmoes-plan"]
    version: Literal[1]
    document: str
    digest: str
    labels: tuple[str, ...]
    marks: tuple[_Mark, ...]
    shifts: tuple[_Shift, ...] = ()
    notices: tuple[_Notice, ...] = ()
    printed: tuple[tuple[str, ...], ...] = ()


def write_plan(path: Path, plan: RedactionPlan, labels: Iterable[str]) -> None:
    """Writes a plan with what is printed on the pages."""
    content = _Plan(
        format="lakmoes-plan",
        version=1,
        document=plan.document_id,
        digest=plan.digest,
        labels=tuple(sorted(labels)),
        marks=tuple(map(_of_mark, plan.marks)),
        shifts=tuple(
            _Shift(page=shift.page_index + 1, area=_edges(shift.area), dx=shift.dx, dy=shift.dy)
            for shift in plan.shifts
        ),
        notices=tuple(
            _Notice(first=notice.first_index + 1, last=notice.last_index + 1, codes=notice.codes)
            for notice in plan.notices
        ),
        printed=plan.printed,
    )
    path.write_text(json.dumps(content.model_dump(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_plan(path: Path) -> tuple[RedactionPlan, frozenset[str]]:
    """The plan in a file, and what is printed on the pages.

    Raises:
        UsageError: The file is no plan.
    """
    try:
        content = _Plan.model_validate_json(path.read_bytes())
        marks = tuple(_mark(mark, content.document) for mark in content.marks)
        shifts = tuple(
            Shift(page_index=shift.page - 1, area=_box(shift.area), dx=shift.dx, dy=shift.dy)
            for shift in content.shifts
        )
        notices = tuple(
            PageNotice(first_index=notice.first - 1, last_index=notice.last - 1, codes=notice.codes)
            for notice in content.notices
        )
    except (OSError, ValidationError, ValueError) as error:
        raise UsageError("plan-unreadable", path=path) from error
    plan = RedactionPlan(
        document_id=content.document,
        marks=marks,
        digest=content.digest,
        shifts=shifts,
        notices=notices,
        printed=content.printed,
    )
    return plan, frozenset(content.labels)


def _of_mark(mark: Mark) -> _Mark:
    return _Mark(
        page=mark.page_index + 1,
        codes=mark.codes,
        boxes=tuple(map(_edges, mark.boxes)),
        bars=tuple(map(_edges, mark.bars)),
        text=(mark.span.start, mark.span.end) if mark.span else None,
    )


def _mark(mark: _Mark, document: str) -> Mark:
    index = mark.page - 1
    span = None
    if mark.text:
        span = Span(document_id=document, page_index=index, start=mark.text[0], end=mark.text[1])
    return Mark(
        page_index=index,
        boxes=tuple(map(_box, mark.boxes)),
        codes=mark.codes,
        span=span,
        bars=tuple(map(_box, mark.bars)),
    )


def _edges(box: Box) -> Edges:
    return box.x0, box.y0, box.x1, box.y1


def _box(edges: Edges) -> Box:
    x0, y0, x1, y1 = edges
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)
