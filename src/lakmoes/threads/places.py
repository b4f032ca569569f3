"""The way between the characters of a page and the words of a document, and to the copies of those words.

In: pages. Out: for a span the run of words it touches; for a run its copies elsewhere; for a copy the spans
at the corresponding characters.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.model import Page, Span
from lakmoes.threads.stream import LENGTH, Repeats, Stream, streams


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``last`` (past the end) of a document."""

    document_id: str
    first: int
    last: int


class Dossier:
    """Streams, pages and repeats of a dossier.

    Args:
        pages: All pages, per document id, in order.
    """

    def __init__(self, pages: Mapping[str, Sequence[Page]]) -> None:
        self._pages = pages
        self._streams = streams(pages)
        self._repeats = Repeats(self._streams)
        self._places = {
            (document, page.index): place
            for document, sequence in pages.items()
            for place, page in enumerate(sequence)
        }

    def run_of(self, span: Span) -> Run:
        """The words that the span touches; empty where it holds no letter or digit.

        Raises:
            ValueError: The span's page is not in the dossier.
        """
        place = self._places.get(span.page)
        if place is None:
            raise ValueError("a finding lies on a page that is not given")
        stream = self._streams[span.document_id]
        low, high = bisect_left(stream.pages, place), bisect_right(stream.pages, place)
        first = bisect_right(stream.ends, span.start, low, high)
        return Run(span.document_id, first, bisect_left(stream.starts, span.end, first, high))

    def copies(self, run: Run, label: tuple[object, ...], done: set[object]) -> Iterator[Run]:
        """The other places where the words stand within the same ``LENGTH`` words or more.

        Args:
            run: The words.
            label: What is carried; the same label on the same words is handled once.
            done: What has been handled, kept by the caller.
        """
        length = run.last - run.first
        if not length:
            return
        seen = {(run.document_id, run.first)}
        for start in self._windows(run):
            shingle = self._repeats.shingle_at(run.document_id, start)
            handled = (shingle, run.first - start, length, *label)
            if shingle is None or (length <= LENGTH and handled in done):
                continue
            done.add(handled)
            for stream, place in self._repeats.copies(run.document_id, start):
                target = Run(stream.document_id, place + run.first - start, place + run.last - start)
                if (target.document_id, target.first) not in seen and self._same(run, target):
                    seen.add((target.document_id, target.first))
                    yield target

    def _windows(self, run: Run) -> range:
        """The starts of all runs of ``LENGTH`` words that hold the words, or of the first of a longer run."""
        if run.last - run.first > LENGTH:
            return range(run.first, run.first + 1)
        return range(max(0, run.last - LENGTH), run.first + 1)

    def _same(self, one: Run, other: Run) -> bool:
        return self._words(one) == self._words(other)

    def _words(self, run: Run) -> "array[int]":
        return self._streams[run.document_id].words[run.first : run.last]

    def around(self, run: Run, count: int) -> "array[int]":
        """The words of a run with as many more on each side; fewer at the edges of the document."""
        wider = Run(run.document_id, max(0, run.first - count), run.last + count)
        return self._words(wider)

    def spans(self, source: Span, run: Run, target: Run) -> Iterator[Span]:
        """The characters of the copy that correspond to the source, one span per page."""
        stream = self._streams[target.document_id]
        place = target.first
        while place < target.last:
            page = stream.pages[place]
            past = min(bisect_right(stream.pages, page, place), target.last)
            start, end = stream.starts[place], stream.ends[past - 1]
            if place == target.first:
                start = self._start(source, run, target)
            if past == target.last:
                end = self._end(source, run, target)
            yield Span(
                document_id=target.document_id,
                page_index=self._pages[target.document_id][page].index,
                start=start,
                end=max(end, start + 1),
            )
            place = past

    def _start(self, source: Span, run: Run, target: Run) -> int:
        own, stream = self._streams[run.document_id], self._streams[target.document_id]
        word, copy = own.starts[run.first], stream.starts[target.first]
        if source.start >= word:
            return copy + (source.start - word) * self._is_aligned(own, run.first, stream, target.first)
        lead = self._text(own, run.first)[source.start : word]
        text = self._text(stream, target.first)
        return copy - len(lead) if copy >= len(lead) and text[copy - len(lead) : copy] == lead else copy

    def _end(self, source: Span, run: Run, target: Run) -> int:
        own, stream = self._streams[run.document_id], self._streams[target.document_id]
        word, copy = own.ends[run.last - 1], stream.ends[target.last - 1]
        if source.end <= word:
            return copy - (word - source.end) * self._is_aligned(own, run.last - 1, stream, target.last - 1)
        trail = self._text(own, run.last - 1)[word : source.end]
        text = self._text(stream, target.last - 1)
        return copy + len(trail) if text[copy : copy + len(trail)] == trail else copy

    def _is_aligned(self, own: Stream, place: int, stream: Stream, copy: int) -> bool:
        """Whether both words have as many characters, so that a part of one is a part of the other."""
        return own.ends[place] - own.starts[place] == stream.ends[copy] - stream.starts[copy]

    def _text(self, stream: Stream, place: int) -> str:
        return self._pages[stream.document_id][stream.pages[place]].text
