"""The verifier: every check of a written file against its plan, the pages as they were, and its source.

In: a file, the plan it was written to, the pages as they were read before, what is printed on them, texts
that may stand nowhere else, and the source where it is at hand. Out: a report with one check for each of
``NAMES`` and the places where it failed, or that people should look at. A check that could not be made has
failed; without the source, those that compare with it say nothing.

Letters are compared on pages with text of their own. A recognised scan has no text in the file to compare, so
nothing is said of lost words there; letters that nevertheless stand in such a file count as added. Each page
is rendered once, read once by each library, each content stream and each object is gone through once.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from lakmoes import nl
from lakmoes.collecting import without_collecting
from lakmoes.errors import VerificationError
from lakmoes.model import Check, Mark, Page, RedactionPlan, Spot, VerificationReport
from lakmoes.verify.content import Contents
from lakmoes.verify.elsewhere import pages_elsewhere
from lakmoes.verify.fonts import telling_fonts
from lakmoes.verify.navigation import lost_bookmarks, lost_links
from lakmoes.verify.noticed import troubles_on_notice
from lakmoes.verify.objects import Node, nodes_of
from lakmoes.verify.page_checks import Recognise, Sheet, troubles_on
from lakmoes.verify.places import Trouble, at_spot, in_part, on_page
from lakmoes.verify.sheet import UNREADABLE, Frame, Opened, glyphs_of, opened, other_annotations
from lakmoes.verify.strings import FONTS, texts_of
from lakmoes.verify.structure import foreign
from lakmoes.verify.texts import Needle, haystack_of, needle_of

NAMES = (
    "readable",
    "page-shape",
    "text-under-marks",
    "text-again",
    "text-lost",
    "marks-black",
    "beneath-marks",
    "text-under-boxes",
    "width",
    "pixels",
    "recognised",
    "hidden-text",
    "fonts",
    "structure",
    "navigation",
    "elsewhere",
)
"""The checks in the order in which they are reported (``nl.CHECKS``)."""
SIZE = 0.5
"""Points that a page's size may differ."""
MOST_PLACES = 20
FEWEST_LETTERS = 2
"""Letters of a redacted text for which a bookmark may have been changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a written file should be: the arguments of ``verify``."""

    plan: RedactionPlan
    pages: Sequence[Page]
    labels: frozenset[str]
    hidden_texts: Sequence[str]
    recognise: Recognise | None

    def values(self) -> Iterator[str]:
        """The texts that may not stand outside the pages: those given, and the longer ones of the marks."""
        yield from self.hidden_texts
        for mark in self.plan.marks:
            text = self.quote(mark)
            if needle_of(text).is_long:
                yield text

    def quote(self, mark: Mark) -> str:
        """The text of a mark, empty where it has none."""
        known = mark.span is not None and mark.page_index < len(self.pages)
        return self.pages[mark.page_index].quote(mark.span) if known and mark.span else ""

    def labels_on(self, page_index: int) -> frozenset[str]:
        """What may be printed on a page."""
        return self.labels | self.plan.printed_on(page_index)

    @property
    def all_labels(self) -> frozenset[str]:
        """What may be printed on any page."""
        return self.labels.union(*(self.plan.printed_on(page.index) for page in self.pages))

    def needles(self) -> list[Needle]:
        """The same, as far as they are worth looking for."""
        return [needle for needle in map(needle_of, sorted(set(self.values()))) if needle.is_telling]


def verify(  # noqa: PLR0913 - the file, what it should be in four parts, and two means to look closer
    output: Path,
    plan: RedactionPlan,
    pages: Sequence[Page],
    labels: frozenset[str],
    hidden_texts: Sequence[str] = (),
    *,
    original: Path | None = None,
    recognise: Recognise | None = None,
) -> VerificationReport:
    """The report on a written file.

    Args:
        output: The file.
        plan: What it was written to.
        pages: The pages as they were read before redaction, in order.
        labels: What the redactor prints in and beside boxes and at the top of pages.
        hidden_texts: Redacted values that may not stand in metadata, bookmarks, links, names and tags.
        original: The source, to compare pixels, pictures, links and bookmarks with.
        recognise: Reads the text in a picture of a page; used for marked pages without text of their own.

    Raises:
        VerificationError: Something went wrong that is no property of the file.
    """
    expected = Expected(plan=plan, pages=pages, labels=labels, hidden_texts=hidden_texts, recognise=recognise)
    data = b""
    try:
        data = output.read_bytes()
        with ExitStack() as stack:
            stack.enter_context(without_collecting())
            file = stack.enter_context(opened(output))
            source = stack.enter_context(opened(original)) if original else None
            troubles = [*_troubles_of(file, source, data, expected)]
    except UNREADABLE:
        troubles = [Trouble(name) for name in NAMES]
    except Exception as error:
        raise VerificationError("verify-failed", fault=type(error).__name__) from error
    return VerificationReport(
        plan_digest=plan.digest,
        output_sha256=hashlib.sha256(data).hexdigest(),
        checks=checks_of(NAMES, troubles),
    )


def checks_of(names: Iterable[str], troubles: Iterable[Trouble]) -> tuple[Check, ...]:
    """One check for each name, with the places of its troubles; warnings alone let it pass."""
    by_name: dict[str, dict[str, Trouble]] = defaultdict(dict)
    failed = set()
    for trouble in troubles:
        by_name[trouble.name].setdefault(trouble.place, trouble)
        failed |= set() if trouble.is_warning else {trouble.name}
    checks = []
    for name in names:
        found = [trouble for trouble in by_name[name].values() if trouble.place][:MOST_PLACES]
        checks.append(
            Check(
                name=name,
                passed=name not in failed,
                places=tuple(trouble.place for trouble in found),
                spots=tuple(trouble.spot or Spot() for trouble in found),
            )
        )
    return tuple(checks)


def _troubles_of(file: Opened, source: Opened | None, data: bytes, expected: Expected) -> Iterator[Trouble]:
    contents = Contents()
    yield from _on_pages(file, source, contents, expected)
    nodes = tuple(nodes_of(file.objects))
    needles = expected.needles()
    yield from _in_strings(nodes, contents, needles)
    yield from _in_structure(file, nodes, contents, data, expected.all_labels)
    if source:
        texts = {*expected.hidden_texts, *map(expected.quote, expected.plan.marks)}
        short = [needle for needle in map(needle_of, sorted(texts)) if len(needle.joined) >= FEWEST_LETTERS]
        yield from _in_navigation(file, source, expected.plan, short)
    yield from _elsewhere(expected)


def _on_pages(
    file: Opened, source: Opened | None, contents: Contents, expected: Expected
) -> Iterator[Trouble]:
    plan, pages = expected.plan, expected.pages
    written = plan.written_pages(len(pages))
    if len(file.frames) != len(written) or any(mark.page_index >= len(pages) for mark in plan.marks):
        yield in_part("page-shape", nl.PAGE_COUNT_PLACE.format(count=len(file.frames)))
    by_page = plan.by_page()
    for position, (index, frame) in enumerate(zip(written, file.frames, strict=False)):
        page, labels = pages[index], expected.labels_on(index)
        if not _same_shape(page, frame):
            yield on_page("page-shape", index)
        with ExitStack() as stack:
            rendering = stack.enter_context(closing(file.rendering[position]))
            sheet = Sheet(
                page=page,
                marks=tuple(by_page.get(index, ())),
                shifts=plan.shifts_on(index),
                frame=frame,
                rendering=rendering,
                glyphs=glyphs_of(rendering, frame),
                runs=tuple(contents.of_page(file.objects.pages[position])),
                original=_page_of(source, index, frame, stack),
                redrawn=other_annotations(source.objects.pages[index], frame)
                if source and index < len(source.frames)
                else (),
            )
            check = troubles_on_notice if plan.notice_on(index) else troubles_on
            yield from check(sheet, labels, expected.recognise)


def _page_of(source: Opened | None, index: int, frame: Frame, stack: ExitStack) -> pypdfium2.PdfPage | None:
    """The page of the source, where it lies as the written one does."""
    if source is None or index >= len(source.frames):
        return None
    theirs = source.frames[index]
    same = abs(theirs.width - frame.width) <= SIZE and abs(theirs.height - frame.height) <= SIZE
    return stack.enter_context(closing(source.rendering[index])) if same else None


def _same_shape(page: Page, frame: Frame) -> bool:
    sizes = abs(page.width - frame.width) <= SIZE and abs(page.height - frame.height) <= SIZE
    return sizes and page.rotation == frame.rotation


def _in_strings(nodes: Sequence[Node], contents: Contents, needles: Sequence[Needle]) -> Iterator[Trouble]:
    """Redacted texts in strings, streams and marked content, and in what is shown beside the pages."""
    strings: dict[str, set[str]] = defaultdict(set)
    for text in texts_of(nodes, contents):
        strings[text.part].add(text.value)
    for part, found in sorted(strings.items()):
        haystack = haystack_of(sorted(found))
        # A font may be called as a person is.
        sought = [needle for needle in needles if needle.is_long] if part == FONTS else needles
        if any(map(haystack.count, sought)):
            yield in_part("hidden-text", nl.FILE_PARTS[part])


def _in_structure(
    file: Opened, nodes: Sequence[Node], contents: Contents, data: bytes, labels: frozenset[str]
) -> Iterator[Trouble]:
    titles = {nl.PDF_TITLE.format(number=label) for label in labels}
    findings = foreign(file.objects, nodes, data, frozenset(titles | labels))
    for code, count in sorted(findings.items()):
        yield in_part("structure", nl.FILE_FINDING_PLACE.format(finding=nl.FILE_FINDINGS[code], count=count))
    fonts: dict[str, int] = defaultdict(int)
    for code in telling_fonts(nodes, contents):
        fonts[code] += 1
    if contents.unread_fonts:
        fonts["font-unread"] = contents.unread_fonts
    for code, count in sorted(fonts.items()):
        yield in_part("fonts", nl.FILE_FINDING_PLACE.format(finding=nl.FILE_FINDINGS[code], count=count))


def _in_navigation(
    file: Opened, source: Opened, plan: RedactionPlan, needles: Sequence[Needle]
) -> Iterator[Trouble]:
    """Links and bookmarks that are gone; any redacted text is a reason to go, however short."""
    lost = lost_links(source.objects, file.objects, plan, needles)
    for index, frame, box in lost:
        yield at_spot("navigation", index, frame, box)
    if count := lost_bookmarks(source.objects, file.objects, needles):
        yield in_part("navigation", nl.BOOKMARKS_LOST_PLACE.format(count=count))


def _elsewhere(expected: Expected) -> Iterator[Trouble]:
    """Marked texts that stand unmarked elsewhere: worth a look, for not every name is redacted everywhere."""
    plan = expected.plan
    for index in pages_elsewhere(expected.pages, plan.by_page()):
        trouble = on_page("elsewhere", index)
        yield Trouble(trouble.name, trouble.place, trouble.spot, is_warning=True)
