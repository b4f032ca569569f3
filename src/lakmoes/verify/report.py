"""The verifier: every check of a written file against its plan and the pages as they were.

In: a file, the plan it was written to, the pages as they were read before, what is printed on them, and
texts that may stand nowhere else. Out: a report with one check for each of ``NAMES`` and the places where
it failed. A check that could not be made has failed.

Letters are compared on pages with text of their own. A recognised scan has no text in the file to compare, so
nothing is said of lost words there; letters that nevertheless stand in such a file count as added.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lakmoes import nl
from lakmoes.errors import VerificationError
from lakmoes.model import Check, Page, RedactionPlan, VerificationReport
from lakmoes.verify.objects import nodes_of
from lakmoes.verify.page_checks import Sheet, Trouble, troubles_on
from lakmoes.verify.sheet import UNREADABLE, Frame, Opened, glyphs_of, opened
from lakmoes.verify.strings import texts_of
from lakmoes.verify.structure import foreign
from lakmoes.verify.texts import haystack_of, needle_of

NAMES = (
    "readable",
    "page-shape",
    "text-under-marks",
    "text-again",
    "text-lost",
    "marks-black",
    "beneath-marks",
    "hidden-text",
    "structure",
)
"""The checks in the order in which they are reported (``nl.CHECKS``)."""
SIZE = 0.5
"""Points that a page's size may differ."""
MOST_PLACES = 20


def verify(
    output: Path,
    plan: RedactionPlan,
    pages: Sequence[Page],
    labels: frozenset[str],
    hidden_texts: Sequence[str] = (),
) -> VerificationReport:
    """The report on a written file.

    Args:
        output: The file.
        plan: What it was written to.
        pages: The pages as they were read before redaction, in order.
        labels: What the redactor prints in and beside boxes and at the top of pages.
        hidden_texts: Redacted values that may not stand in metadata, bookmarks, links, names and tags.

    Raises:
        VerificationError: Something went wrong that is no property of the file.
    """
    data = b""
    try:
        data = output.read_bytes()
        with opened(output) as file:
            troubles = list(_troubles_of(file, plan, pages, labels))
            troubles += _outside_pages(file, data, _values(plan, pages, hidden_texts), labels)
    except UNREADABLE:
        troubles = [("readable", "")] + [(name, "") for name in NAMES]
    except Exception as error:
        raise VerificationError("verify-failed", fault=type(error).__name__) from error
    return VerificationReport(
        plan_digest=plan.digest,
        output_sha256=hashlib.sha256(data).hexdigest(),
        checks=checks_of(NAMES, troubles),
    )


def checks_of(names: Iterable[str], troubles: Iterable[Trouble]) -> tuple[Check, ...]:
    """One check for each name, with the places of its troubles."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in troubles:
        places[name] += [place] if place not in places[name] else []
    return tuple(
        Check(
            name=name,
            passed=name not in places,
            places=tuple(place for place in places.get(name, ())[:MOST_PLACES] if place),
        )
        for name in names
    )


def _troubles_of(
    file: Opened, plan: RedactionPlan, pages: Sequence[Page], labels: frozenset[str]
) -> Iterator[Trouble]:
    if len(file.frames) != len(pages) or any(mark.page_index >= len(pages) for mark in plan.marks):
        yield "page-shape", nl.PAGE_COUNT_PLACE.format(count=len(file.frames))
    marks = plan.by_page()
    for page, frame in zip(pages, file.frames, strict=False):
        if not _same_shape(page, frame):
            yield "page-shape", nl.PAGE_PLACE.format(page=page.index + 1)
        rendering = file.rendering[page.index]
        try:
            glyphs = glyphs_of(rendering, frame)
            yield from troubles_on(
                Sheet(page, tuple(marks.get(page.index, ())), frame, rendering, glyphs), labels
            )
        finally:
            rendering.close()


def _same_shape(page: Page, frame: Frame) -> bool:
    sizes = abs(page.width - frame.width) <= SIZE and abs(page.height - frame.height) <= SIZE
    return sizes and page.rotation == frame.rotation


def _outside_pages(
    file: Opened, data: bytes, values: Iterable[str], labels: frozenset[str]
) -> Iterator[Trouble]:
    nodes = tuple(nodes_of(file.objects))
    strings: dict[str, set[str]] = defaultdict(set)
    for text in texts_of(nodes):
        strings[text.part].add(text.value)
    sought = [needle for needle in map(needle_of, sorted(set(values))) if needle.is_telling]
    for part, found in sorted(strings.items()):
        haystack = haystack_of(sorted(found))
        if any(map(haystack.count, sought)):
            yield "hidden-text", nl.FILE_PARTS[part]
    titles = {nl.PDF_TITLE.format(number=label) for label in labels}
    for code, count in sorted(foreign(file.objects, nodes, data, frozenset(titles | labels)).items()):
        yield "structure", nl.FILE_FINDING_PLACE.format(finding=nl.FILE_FINDINGS[code], count=count)


def _values(plan: RedactionPlan, pages: Sequence[Page], hidden_texts: Sequence[str]) -> Iterator[str]:
    """The texts that may not stand outside the pages: those given, and the longer ones of the marks."""
    yield from hidden_texts
    for mark in plan.marks:
        if mark.span and mark.page_index < len(pages):
            text = pages[mark.page_index].quote(mark.span)
            if needle_of(text).is_long:
                yield text
