"""What is known of each document without its pages: what reviewing, the inventory and a run need.

In: what is proposed for a dossier. Out: ``ReviewDocument`` values that are kept in the dossier file, so that
a dossier of thousands of pages opens without reading one of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lakmoes.model import Box, Page, Person, Proposal, SourceDocument, Span, Suggestion, TextSource
from lakmoes.threads import Relation
from lakmoes.workflow.suggesting import Proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """One page without its text: size in points before rotation, where its text comes from, its words."""

    index: int
    width: float
    height: float
    rotation: int
    text_source: TextSource
    words: int

    @property
    def displayed_size(self) -> tuple[float, float]:
        """Width and height as people see the page."""
        return (self.height, self.width) if self.rotation in (90, 270) else (self.width, self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDocument:
    """One document as it is reviewed.

    Attributes:
        document: With its title, date and kind.
        pages: Facts of each page.
        suggestions: In the order of the text.
        texts: The text of each suggestion, white space folded.
        boxes: Where each suggestion stands, in page space; one box per line.
        copies: For each suggestion the key of the passages that are copies of each other, empty where the
            passage stands only here.
        words: For each suggestion the places in ``Page.words``, first and past the last, of what it touches.
        relations: To other documents, as proposed.
        proposal: For the document as a whole.
        unread: Numbers, from 1, of pages that no machine could read.
        pictured: Numbers, from 1, of pages with a picture that was not searched.
    """

    document: SourceDocument
    pages: tuple[PageFacts, ...]
    suggestions: tuple[Suggestion, ...]
    texts: tuple[str, ...]
    boxes: tuple[tuple[Box, ...], ...]
    copies: tuple[str, ...]
    words: tuple[tuple[int, int], ...]
    relations: tuple[Relation, ...] = ()
    proposal: Proposal | None = None
    unread: tuple[int, ...] = ()
    pictured: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        each = (self.texts, self.boxes, self.copies, self.words)
        if any(len(facts) != len(self.suggestions) for facts in each):
            raise ValueError("the same is known of every suggestion")

    @property
    def by_id(self) -> Iterator[tuple[str, str]]:
        """Each suggestion's id and text."""
        return zip((suggestion.id for suggestion in self.suggestions), self.texts, strict=True)

    @property
    def text_at(self) -> Mapping[Span, str]:
        """The text of each suggestion by its place."""
        places = (suggestion.finding.span for suggestion in self.suggestions)
        return dict(zip(places, self.texts, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is known of a dossier.

    Attributes:
        persons: The register, as the machine made it.
        documents: Those that could be handled, by number.
        earlier: Document id to the ids of the files that bore its name before; those with one only.
    """

    persons: tuple[Person, ...]
    documents: Mapping[int, ReviewDocument]
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def review_document(proposed: Proposed, copies: Mapping[str, str]) -> ReviewDocument:
    """What is known of a document for which something is proposed; ``copies`` as in ``Proposals``."""
    pages = proposed.analysis.pages
    spans = [suggestion.finding.span for suggestion in proposed.suggestions]
    starts = [[word.start for word in page.words] for page in pages]
    ends = [[word.end for word in page.words] for page in pages]
    return ReviewDocument(
        document=proposed.document,
        pages=tuple(map(_facts, pages)),
        suggestions=proposed.suggestions,
        texts=tuple(pages[span.page_index].quote(span) for span in spans),
        boxes=tuple(pages[span.page_index].boxes(span) for span in spans),
        copies=tuple(copies.get(suggestion.id, "") for suggestion in proposed.suggestions),
        words=tuple(
            (
                bisect_right(ends[span.page_index], span.start),
                bisect_left(starts[span.page_index], span.end),
            )
            for span in spans
        ),
        relations=proposed.relations,
        proposal=proposed.proposal,
        unread=proposed.analysis.unread,
        pictured=proposed.analysis.pictured,
    )


def _facts(page: Page) -> PageFacts:
    return PageFacts(
        index=page.index,
        width=page.width,
        height=page.height,
        rotation=page.rotation,
        text_source=page.text_source,
        words=len(page.words),
    )
