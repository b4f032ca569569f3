"""What holds for a document as redaction annotations, and what changed in them as decisions.

In: the ``ReviewState`` of a document with its pages. Out: an annotation for each place that is or may be
redacted. Back: the annotations as they went out and as they came back. Out: bodies for the log, and an
account of them.

An annotation that is as it was says nothing, unless a reviewer set it to accepted. One that is gone or was
rejected keeps its text; one with another place or ground is decided anew; one that was added is a place of
one's own. An added one without a ground that the law knows is not taken over, and the account says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lakmoes import nl
from lakmoes.grounds import GroundBook
from lakmoes.model import (
    Anchor,
    Body,
    Box,
    Decision,
    GroundType,
    Page,
    RedactionAnnotation,
    Region,
    ReviewState,
    Ruling,
    Span,
    Treatment,
    Verdict,
    digest_of,
)

AUTHOR = "Lakmoes"
BETWEEN = " & "
"""Between the codes of several grounds."""
SAME = 1.0
"""Points that edges may differ when another program has rounded them."""
ACCEPTED, REJECTED = frozenset({"Accepted", "Completed"}), frozenset({"Rejected", "Cancelled"})
"""States of the review model (ISO 32000-2, table 174)."""
_CODE = re.compile(r"\d{1,2}(?:\.\d+)*\.?(?:[a-i]\b)?")
PLAIN = re.compile(r"[^0-9a-z]")


@dataclass(slots=True)
class Account:
    """How many annotations were what, and the pages of those that were not taken over."""

    unchanged: int = 0
    accepted: int = 0
    rejected: int = 0
    moved: int = 0
    other_ground: int = 0
    added: int = 0
    without_ground: list[int] = field(default_factory=list)
    """Page numbers, from 1."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many were what, by the keys of ``nl.ANNOTATIONS``."""
        return {what: getattr(self, what) for what in nl.ANNOTATIONS}


def annotations_of(
    state: ReviewState, pages: Sequence[Page], book: GroundBook
) -> tuple[RedactionAnnotation, ...]:
    """An annotation for each place that is redacted now, or will be when nobody decides.

    Args:
        state: What holds for the document.
        pages: Its pages.
        book: The grounds of the dossier's law.
    """
    return tuple(_annotation(ruling, pages, book) for ruling in state.rulings if _is_marked(ruling))


def changes(
    state: ReviewState,
    pages: Sequence[Page],
    came: Iterable[RedactionAnnotation],
    book: GroundBook,
    *,
    accepts_unchanged: bool = False,
) -> tuple[tuple[Body, ...], Account]:
    """What the annotations that came back decide.

    Args:
        state: What held when they went out.
        pages: The pages of the document.
        came: The annotations that came back.
        book: The grounds of the dossier's law.
        accepts_unchanged: Whether what was left as it was counts as accepted.
    """
    marked = {_name(ruling): ruling for ruling in state.rulings if _is_marked(ruling)}
    comparing = _Comparing(pages, book, accepts_unchanged)
    bodies: list[Body] = []
    seen = set()
    for annotation in came:
        ruling = marked.get(annotation.name)
        if ruling is None or annotation.name in seen:
            bodies += comparing.added(annotation)
        else:
            seen.add(annotation.name)
            bodies += comparing.changed(ruling, annotation)
    for name, ruling in marked.items():
        if name not in seen:
            comparing.account.rejected += 1
            bodies.append(comparing.decided(ruling, Verdict.KEEP))
    return tuple(bodies), comparing.account


class _Comparing:
    """Annotations that came back beside what went out."""

    def __init__(self, pages: Sequence[Page], book: GroundBook, accepts_unchanged: bool) -> None:
        self.account = Account()
        self._accepts_unchanged = accepts_unchanged
        self._pages = pages
        self._book = book
        refusals = [ground.code for ground in book.grounds if ground.type is not GroundType.LABEL]
        self._codes = {PLAIN.sub("", code): code for code in refusals}
        self._labels = [ground.code for ground in book.grounds if ground.type is GroundType.LABEL]

    def changed(self, ruling: Ruling, annotation: RedactionAnnotation) -> Iterator[Body]:
        """What an annotation of ours says now."""
        went = _annotation(ruling, self._pages, self._book)
        grounds = self._grounds(annotation) or ruling.grounds
        other = self._book.ordered(grounds) != self._book.ordered(ruling.grounds)
        if annotation.state in REJECTED:
            self.account.rejected += 1
            yield self.decided(ruling, Verdict.KEEP)
        elif annotation.page_index != went.page_index or not _alike(annotation.boxes, went.boxes):
            self.account.moved += 1
            yield from self._moved(ruling, annotation, grounds)
        elif other:
            self.account.other_ground += 1
            yield self.decided(ruling, Verdict.REDACT, grounds, ruling.span)
        elif annotation.state in ACCEPTED or (self._accepts_unchanged and ruling.verdict is None):
            self.account.accepted += 1
            yield self.decided(ruling, Verdict.REDACT, grounds, ruling.span)
        else:
            self.account.unchanged += 1

    def added(self, annotation: RedactionAnnotation) -> Iterator[Body]:
        """Places of the reviewer's own."""
        grounds = self._grounds(annotation)
        if annotation.state in REJECTED:
            return
        if not grounds:
            self.account.without_ground.append(annotation.page_index + 1)
            return
        self.account.added += 1
        yield from self._own(annotation, grounds)

    def decided(
        self,
        ruling: Ruling,
        verdict: Verdict,
        grounds: tuple[str, ...] = (),
        extent: Span | None = None,
    ) -> Decision:
        """A decision on a place that went out; ``extent`` where it is not the whole suggestion."""
        if ruling.suggestion is None:
            body = ruling.entry.body if ruling.entry else None
            if not isinstance(body, Decision):
                raise ValueError("a place of one's own was decided on")
            return Decision(
                verdict=verdict, grounds=grounds, anchor=body.anchor, region=body.region, extent=extent
            )
        finding = ruling.suggestion.finding
        anchor = self._anchor(finding.span)
        return Decision(
            verdict=verdict,
            grounds=grounds,
            suggestion_id=ruling.suggestion.id,
            anchor=Anchor(span=anchor.span, digest=anchor.digest, kind=finding.kind),
            extent=extent if extent != finding.span else None,
        )

    def _moved(
        self, ruling: Ruling, annotation: RedactionAnnotation, grounds: tuple[str, ...]
    ) -> Iterator[Body]:
        """The same suggestion with other borders, or else a place of one's own in its stead."""
        span = _span_under(self._pages[annotation.page_index], annotation.boxes)
        if ruling.suggestion and span and span.overlaps(ruling.suggestion.finding.span):
            yield self.decided(ruling, Verdict.REDACT, grounds, span)
            return
        yield self.decided(ruling, Verdict.KEEP)
        yield from self._own(annotation, grounds)

    def _own(self, annotation: RedactionAnnotation, grounds: tuple[str, ...]) -> Iterator[Body]:
        page = self._pages[annotation.page_index]
        span = _span_under(page, annotation.boxes)
        if span and _alike(annotation.boxes, page.boxes(span), loose=True):
            yield Decision(verdict=Verdict.REDACT, grounds=grounds, anchor=self._anchor(span))
            return
        for box in annotation.boxes:
            region = Region(document_id=page.document_id, page_index=page.index, box=box)
            yield Decision(verdict=Verdict.REDACT, grounds=grounds, region=region)

    def _anchor(self, span: Span) -> Anchor:
        return Anchor(span=span, digest=digest_of(self._pages[span.page_index].quote(span)))

    def _grounds(self, annotation: RedactionAnnotation) -> tuple[str, ...]:
        """The codes that are printed on it, or else named in its note, in any notation."""
        for text in (annotation.overlay, annotation.contents):
            plain = {PLAIN.sub("", match) for match in _CODE.findall(text.lower())}
            named = [code for code in self._labels if code in text.lower()]
            if codes := self._book.ordered(
                [*(self._codes[code] for code in plain & set(self._codes)), *named]
            ):
                return codes
        return ()


def _is_marked(ruling: Ruling) -> bool:
    if ruling.verdict:
        return ruling.verdict is Verdict.REDACT
    return ruling.suggestion is not None and ruling.suggestion.treatment is not Treatment.KEEP


def _name(ruling: Ruling) -> str:
    return ruling.suggestion.id if ruling.suggestion else ruling.subject


def _annotation(ruling: Ruling, pages: Sequence[Page], book: GroundBook) -> RedactionAnnotation:
    boxes: tuple[Box, ...] = (ruling.region[1],) if ruling.region else ()
    if ruling.span:
        boxes = pages[ruling.span.page_index].boxes(ruling.span)
    suggestion = ruling.suggestion
    return RedactionAnnotation(
        name=_name(ruling),
        page_index=ruling.page_index,
        boxes=boxes,
        overlay=BETWEEN.join(book.ordered(ruling.grounds)),
        kind=nl.FINDING_KINDS[suggestion.finding.kind] if suggestion else "",
        contents=suggestion.reason if suggestion else "",
        author=ruling.entry.reviewer.name if ruling.entry else AUTHOR,
    )


def _alike(some: Sequence[Box], others: Sequence[Box], *, loose: bool = False) -> bool:
    """Whether boxes are the same but for rounding; loosely, for those that people drew over words."""
    if len(some) != len(others):
        return False
    return all(_near(one, other, loose) for one, other in zip(some, others, strict=True))


def _near(one: Box, other: Box, loose: bool) -> bool:
    allowed = (other.y1 - other.y0) / 2 if loose else SAME
    edges = zip((one.x0, one.y0, one.x1, one.y1), (other.x0, other.y0, other.x1, other.y1), strict=True)
    return all(abs(first - second) <= allowed for first, second in edges)


def _span_under(page: Page, boxes: Iterable[Box]) -> Span | None:
    """The characters of the words under boxes; ``None`` where they do not follow each other."""
    over = tuple(boxes)
    under = [
        index
        for index, word in enumerate(page.words)
        if any(box.contains((word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2) for box in over)
    ]
    if not under or under[-1] - under[0] + 1 != len(under):
        return None
    first, last = page.words[under[0]], page.words[under[-1]]
    return Span(document_id=page.document_id, page_index=page.index, start=first.start, end=last.end)
