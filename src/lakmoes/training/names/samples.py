"""What the model of names learns from: a text with the places of its names.

In: annotated texts. Out: ``Sample`` values. Knows nothing of corpora or models.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lakmoes.model import FindingKind
from lakmoes.training.annotated import AnnotatedText

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text of which the names are known.

    Attributes:
        text: With the layout signs of a page (see ``model.Page``).
        names: Ranges of the names of persons, in order, without overlap.
        unknown: Ranges of which nobody said whether they are names.
        others: Ranges of names of other things than persons, where the source tells them.
        source: Where it comes from.
    """

    text: str
    names: tuple[Range, ...]
    unknown: tuple[Range, ...] = ()
    others: tuple[Range, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        position = 0
        for start, end in self.names:
            if not position <= start < end <= len(self.text):
                raise ValueError("the names of a sample are ranges of its text, in order")
            position = end


def samples_of(texts: Iterable[AnnotatedText], source: str) -> Iterator[Sample]:
    """A sample for each page of the texts in which names are marked."""
    for text in texts:
        if not text.names_marked:
            continue
        for page, marked in zip(text.pages, text.marked, strict=True):
            names = sorted({(start, end) for start, end, kind in marked if kind is FindingKind.NAME})
            if page.text:
                yield Sample(text=page.text, names=tuple(_apart(names)), source=source)


def _apart(ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges without those that begin within another."""
    position = 0
    for start, end in ranges:
        if start >= position and start < end:
            yield start, end
            position = end


class Writer:
    """Puts a text together from tokens and keeps the places of the names.

    Tokens are joined as Dutch is written: no space before a full stop or after an opening bracket.
    """

    CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...", "’", "»", "''"})
    OPENING = frozenset({"(", "[", "{", "‘", "«", "``", ",,"})

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._names: list[Range] = []
        self._unknown: list[Range] = []
        self._others: list[Range] = []
        self._glued = True

    def end(self, gap: str) -> None:
        """Ends a sentence or paragraph with white space."""
        if self._parts:
            self._add(gap)
        self._glued = True

    def words(self, tokens: Iterable[str], glue: bool | None = None) -> Range:
        """Adds tokens; returns their range. ``glue``: whether the next one follows without a space."""
        start = -1
        for token in tokens:
            if not self._glued and token not in self.CLOSING:
                self._add(" ")
            start = self._length if start < 0 else start
            self._add(token)
            self._glued = token in self.OPENING
        if glue is not None:
            self._glued = glue
        return start, self._length

    def name(self, place: Range) -> None:
        """Marks a range as a name."""
        self._names.append(place)

    def leave_open(self, place: Range) -> None:
        """Marks a range as unknown."""
        self._unknown.append(place)

    def other(self, place: Range) -> None:
        """Marks a range as the name of something else."""
        self._others.append(place)

    def sample(self, source: str) -> Sample:
        """The text so far."""
        text = "".join(self._parts).rstrip()
        return Sample(
            text=text,
            names=tuple(self._names),
            unknown=tuple(self._unknown),
            others=tuple(self._others),
            source=source,
        )

    def _add(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
