"""What one third party may see of a document when it is asked for its view (zienswijze).

In: a page, the ways in which the party is named, and what holds for the document. Out: the passages that
concern the party, what stays redacted in them, and boxes over all the rest of the page. A passage is the
paragraph that names the party, or of a long paragraph the sentence: what others wrote about others is not
shown. Source: Awb, article 4:8; Wob and Woo let third parties speak on information that concerns them only.

Decides nothing and draws nothing. A name that is broken over two lines by a hyphen is not found; the passage
is then not shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lakmoes.model import Box, FindingKind, Page, ReviewState, Span, Suggestion

LONGEST = 6
"""Lines of a paragraph that is shown whole."""
OF_FIRMS = frozenset({FindingKind.BUSINESS_DATA})
"""Kinds that are the party's own where no other firm is named in the passage."""
OTHER_FIRMS = frozenset({FindingKind.DISADVANTAGE, FindingKind.TERM})
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*(?=\s)")
SMALLEST = 0.5
"""Points; what is narrower needs no box."""
Redaction = tuple[Span, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A third party by its names, as they are written."""

    names: tuple[str, ...]

    def __post_init__(self) -> None:
        if not any(re.search(r"\w", name) for name in self.names):
            raise ValueError("a party has a name")

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the party."""
        return next(self.mentions(text), None) is not None

    def mentions(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text names the party: whole words, in any case, over the ends of lines too."""
        written = (r"\s+".join(map(re.escape, name.split())) for name in self.names if name.strip())
        pattern = rf"(?<!\w)(?:{'|'.join(sorted(written, key=len, reverse=True))})(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield match.span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the party may see of one page.

    Attributes:
        passages: The characters, in the order of the page; none where nothing concerns the party.
        proposed: The redactions in them that the party may see, with their grounds.
        redactions: The redactions in them that it may not see.
        covered: Boxes over all else.
    """

    passages: tuple[Span, ...]
    proposed: tuple[Redaction, ...]
    redactions: tuple[Redaction, ...]
    covered: tuple[Box, ...]


def shown(
    page: Page, state: ReviewState, suggestions: Mapping[Span, Suggestion], party: Party, *, whole: bool
) -> Shown:
    """What the party may see of a page.

    Args:
        page: With its text.
        state: What holds for the document.
        suggestions: Of the document, by place.
        party: Who is asked.
        whole: Whether the whole document concerns the party.
    """
    passages = _everything(page) if whole else _passages(page, party)
    inside = [one for one in state.redactions if any(one[0].overlaps(passage) for passage in passages)]
    proposed = [one for one in inside if _is_own(one, inside, suggestions, party, page)]
    frame = Box(x0=0.0, y0=0.0, x1=page.width, y1=page.height)
    kept = [box for passage in passages for box in page.boxes(passage)]
    return Shown(
        passages=passages,
        proposed=tuple(proposed),
        redactions=tuple(one for one in inside if one not in proposed),
        covered=() if whole and passages else rest_of(frame, kept),
    )


def rest_of(frame: Box, kept: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes that together cover a frame but for the kept boxes; they do not overlap."""
    if not kept:
        return (frame,)
    edges = _edges(frame, kept)
    rest: list[Box] = []
    open_bands: list[Box] = []
    for top, bottom in pairwise(edges):
        across = _gaps(frame, [box for box in kept if min(box.y1, bottom) - max(box.y0, top) >= SMALLEST])
        bands = [Box(x0=left, y0=top, x1=right, y1=bottom) for left, right in across]
        grown = [_grown(band, open_bands) for band in bands]
        rest += [
            band for band in open_bands if not any(band.y0 == one.y0 and _same(band, one) for one in grown)
        ]
        open_bands = grown
    return (*rest, *open_bands)


def _edges(frame: Box, kept: Iterable[Box]) -> list[float]:
    """The heights at which something begins or ends, from the top; those that all but meet are one."""
    edges = [frame.y0]
    for y in sorted(y for box in kept for y in (box.y0, box.y1)):
        if edges[-1] + SMALLEST <= y <= frame.y1 - SMALLEST:
            edges.append(y)
    return [*edges, frame.y1]


def _gaps(frame: Box, kept: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """The stretches from left to right that no kept box takes."""
    left = frame.x0
    for box in sorted(kept, key=lambda box: box.x0):
        if box.x0 - left >= SMALLEST:
            yield left, box.x0
        left = max(left, box.x1)
    if frame.x1 - left >= SMALLEST:
        yield left, frame.x1


def _same(one: Box, other: Box) -> bool:
    return (one.x0, one.x1) == (other.x0, other.x1)


def _grown(band: Box, above: Iterable[Box]) -> Box:
    """The band, joined with one as wide that ends where it begins."""
    for other in above:
        if _same(band, other) and other.y1 == band.y0:
            return other.union(band)
    return band


def _everything(page: Page) -> tuple[Span, ...]:
    return (_span(page, 0, len(page.text)),) if page.text.strip() else ()


def _passages(page: Page, party: Party) -> tuple[Span, ...]:
    found = dict.fromkeys(_around(page.text, start, end) for start, end in party.mentions(page.text))
    return tuple(_span(page, start, end) for start, end in _joined(found))


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around a place, or the sentence where the paragraph is long; without white space."""
    first = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    last = text.find("\n\n", end)
    last = len(text) if last < 0 else last
    if text.count("\n", first, last) >= LONGEST:
        ends = [first, *(first + match.end() for match in SENTENCE_END.finditer(text[first:last])), last]
        first = max(place for place in ends if place <= start)
        last = min(place for place in ends if place >= end)
    passage = text[first:last]
    return first + len(passage) - len(passage.lstrip()), first + len(passage.rstrip())


def _span(page: Page, start: int, end: int) -> Span:
    return Span(document_id=page.document_id, page_index=page.index, start=start, end=end)


def _is_own(
    redaction: Redaction,
    inside: Sequence[Redaction],
    suggestions: Mapping[Span, Suggestion],
    party: Party,
    page: Page,
) -> bool:
    """Whether the party may see what is proposed to be redacted: its name, or its own data."""
    span, _ = redaction
    if party.is_named_in(page.quote(span)):
        return len(page.quote(span).split()) <= _longest_name(party)
    kinds = {_kind(other, suggestions) for other, _ in inside if not party.is_named_in(page.quote(other))}
    return _kind(span, suggestions) in OF_FIRMS and not kinds & OTHER_FIRMS


def _longest_name(party: Party) -> int:
    """Words; a longer redaction that names the party is a passage of its own, on another ground."""
    return 2 * max(len(name.split()) for name in party.names) + 1


def _kind(span: Span, suggestions: Mapping[Span, Suggestion]) -> FindingKind | None:
    return suggestions[span].finding.kind if span in suggestions else None
