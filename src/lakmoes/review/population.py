r"""The sentences and pages in which something stays readable: what a sample is drawn from.

In: a page and the state of its document. Out: items, each a place as a short text
(``<document id>/<page index>/<start>-<end>`` for a sentence, ``<document id>/<page index>`` for a page).

Cuts text by its layout signs (see ``Page``) and by full stops, without any part of detection: what detection
did not see must not be left out of the sample for the same reason. A sentence that is redacted in part is an
item too, for what stays readable in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lakmoes.model import Page, ReviewState, Span

Range = tuple[int, int]

_READABLE = re.compile(r"[^\W_]{2,}")
_CUT = re.compile(r"\n\s*\n|\t|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-zß-öø-ÿ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:dhr|mevr|mw|mr|drs|ir|ing|dr|prof|ds|st|bijv|nr|art|blz|pag|ca|jl|resp|tel|incl|excl|evt|min|max)"
    r"|\b[^\W\d_]|\.[^\W\d_]{1,2})\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A place that a sample holds; ``extent`` is ``None`` for a whole page."""

    document_id: str
    page_index: int
    extent: Range | None = None

    def __str__(self) -> str:
        """As the log has it."""
        extent = f"/{self.extent[0]}-{self.extent[1]}" if self.extent else ""
        return f"{self.document_id}/{self.page_index}{extent}"

    @property
    def span(self) -> Span | None:
        """The characters of a sentence."""
        if self.extent is None:
            return None
        start, end = self.extent
        return Span(document_id=self.document_id, page_index=self.page_index, start=start, end=end)


def item_of(text: str) -> Item:
    """The place that an item of the log names.

    Raises:
        ValueError: It is none.
    """
    document_id, page, *extent = text.split("/")
    if not document_id or len(extent) > 1:
        raise ValueError("an item is a document, a page and characters")
    if not extent:
        return Item(document_id=document_id, page_index=int(page))
    start, end = map(int, extent[0].split("-"))
    return Item(document_id=document_id, page_index=int(page), extent=(start, end))


def sentences(text: str) -> Iterator[Range]:
    """The sentences, cells and headings of a text, white space around them left out."""
    start = 0
    for match in (*_CUT.finditer(text), None):
        end = match.start() if match else len(text)
        if match and _ABBREVIATED.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
            continue
        inner = text[start:end].strip()
        if inner:
            first = text.index(inner[0], start)
            yield first, first + len(inner)
        start = match.end() if match else end


def readable_sentences(page: Page, state: ReviewState) -> tuple[str, ...]:
    """The sentences of a page in which a word stays readable, as items."""
    hidden = _hidden(page, state)
    return tuple(
        str(Item(document_id=page.document_id, page_index=page.index, extent=extent))
        for extent in sentences(page.text)
        if any(not _touches(word.span(), hidden) for word in _READABLE.finditer(page.text, *extent))
    )


def unmarked_page(page: Page, state: ReviewState) -> str:
    """The item of a page with text on which nothing is marked; empty for other pages."""
    if not _READABLE.search(page.text) or _hidden(page, state):
        return ""
    return str(Item(document_id=page.document_id, page_index=page.index))


def _hidden(page: Page, state: ReviewState) -> Sequence[Range]:
    """The characters of a page that are redacted, as text or under a drawn box."""
    spans = [(span.start, span.end) for span, _ in state.redactions if span.page_index == page.index]
    boxes = [box for index, box, _ in state.regions if index == page.index]
    covered = [
        (word.start, word.end)
        for word in page.words
        if any(
            box.contains((word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2) for box in boxes
        )
    ]
    return spans + covered


def _touches(word: Range, hidden: Sequence[Range]) -> bool:
    return any(start < word[1] and word[0] < end for start, end in hidden)
