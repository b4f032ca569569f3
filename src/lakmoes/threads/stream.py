"""The words of whole documents in order, and where runs of them return.

In: pages. Out: ``Stream`` per document (words over all pages with their places) and ``Shingles``: the places
of every run of ``LENGTH`` words. Words are letters and digits only, in small letters: white space, line ends,
punctuation and the marks of quoted mail make no difference.

Deliberately compares exact words: a misread scan is no copy.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.model import Page

LENGTH = 8
"""Words in a run that is long enough to tell a copy from chance."""

_WORD = re.compile(r"[^\W_]+")
_BASE = 1_000_003
_MODULUS = (1 << 61) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """The words of one document.

    Attributes:
        document_id: The document.
        words: Number of each word; equal words have equal numbers in all documents of the dossier.
        pages: Place of the word's page in the document's sequence of pages.
        starts: Offset of each word in its page's text.
        ends: Offset just past each word.
    """

    document_id: str
    words: "array[int]"
    pages: "array[int]"
    starts: "array[int]"
    ends: "array[int]"

    def __len__(self) -> int:
        return len(self.words)


def streams(pages: Mapping[str, Sequence[Page]]) -> dict[str, Stream]:
    """The stream of every document, by id in sorted order."""
    numbers: dict[str, int] = {}
    return {document: _stream(document, pages[document], numbers) for document in sorted(pages)}


def _stream(document: str, pages: Sequence[Page], numbers: dict[str, int]) -> Stream:
    stream = Stream(
        document_id=document, words=array("q"), pages=array("q"), starts=array("q"), ends=array("q")
    )
    for index, page in enumerate(pages):
        for match in _WORD.finditer(page.text):
            stream.words.append(numbers.setdefault(match.group().casefold(), len(numbers)))
            stream.pages.append(index)
            stream.starts.append(match.start())
            stream.ends.append(match.end())
    return stream


def shingles(words: Sequence[int], length: int = LENGTH) -> Iterator[int]:
    """A number for each run of ``length`` words; equal runs have equal numbers (Karp and Rabin, 1987)."""
    lead = pow(_BASE, length - 1, _MODULUS)
    value = 0
    for place, word in enumerate(words):
        if place >= length:
            value = (value - (words[place - length] + 1) * lead) % _MODULUS
        value = (value * _BASE + word + 1) % _MODULUS
        if place >= length - 1:
            yield value


class Repeats:
    """The places of runs of ``LENGTH`` words that stand in the dossier more than once.

    Args:
        all_streams: Every stream of the dossier.
    """

    def __init__(self, all_streams: Mapping[str, Stream]) -> None:
        self._streams = list(all_streams.values())
        self._number = {stream.document_id: number for number, stream in enumerate(self._streams)}
        self._values = [array("q", shingles(stream.words)) for stream in self._streams]
        once: set[int] = set()
        more: set[int] = set()
        for values in self._values:
            for value in values:
                (more if value in once else once).add(value)
        self._places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, values in enumerate(self._values):
            for place, value in enumerate(values):
                if value in more:
                    self._places[value].append((number, place))

    def shingle_at(self, document: str, place: int) -> int | None:
        """The number of the run that starts at a word, ``None`` where it stands only once."""
        values = self._values[self._number[document]]
        value = values[place] if place < len(values) else None
        return value if value in self._places else None

    def copies(self, document: str, place: int) -> Iterator[tuple[Stream, int]]:
        """Every place where the run that starts at a word stands, this one included."""
        own = self._streams[self._number[document]]
        shingle = self.shingle_at(document, place)
        for number, start in () if shingle is None else self._places[shingle]:
            stream = self._streams[number]
            if stream.words[start : start + LENGTH] == own.words[place : place + LENGTH]:
                yield stream, start
