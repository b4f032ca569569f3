"""Finds redacted texts in names, titles and addresses elsewhere in a file.

In: the texts that a plan redacts, and a string such as a bookmark's title or a link's target. Out: whether it
gives one of them away, and the string without it.

Compared are words, without regard to case, accents, signs between them and percent-encoding (RFC 3986): a
link to ``mailto:J.de.Vries%40voorbeeld.nl`` gives ``J. de Vries`` away. Longer texts are also found in
the middle of words (``jdevries1975``), above all in what has no spaces. Text of only one letter or a few
digits is not looked for: it tells nothing and stands everywhere.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

REPLACEMENT = "[gelakt]"
"""Stands where a redacted text was."""

WORD = re.compile(r"[^\W\d_]+|\d+")
FEWEST_LETTERS, FEWEST_DIGITS = 2, 4
"""Fewest letters, or digits where there are no letters, of a text that is looked for."""
FEWEST_INSIDE, FEWEST_INSIDE_WORDS = 6, 9
"""Fewest letters and digits of a text that is also looked for inside words: in addresses and names, which
have no spaces, and in other texts, where ``Winter`` is no part of ``winterweer``."""
FEWEST_WORDS_QUOTED = 3
"""Fewest words of a string that gives a longer redacted text away by being a part of it."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class Telltale:
    """The redacted texts of a document, to recognise them elsewhere."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._inside: set[str] = set()
        self._long: set[str] = set()
        for text in sorted(set(texts)):
            words = tuple(word.text for word in _words(text))
            whole = "".join(words)
            if not _telling(whole):
                continue
            self._by_first[words[0]].add(words)
            if len(whole) >= FEWEST_INSIDE:
                self._inside.add(whole)
            if len(words) > FEWEST_WORDS_QUOTED:
                self._long.add(f" {' '.join(words)} ")

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def within(self, value: str) -> bool:
        """Whether the string gives a redacted text away."""
        return any(self._places(value)) or any(self._places(unquote(value)))

    def blanked(self, value: str) -> str:
        """The string with ``[gelakt]`` in the place of each redacted text."""
        composed = unicodedata.normalize("NFC", value)
        pieces: list[str] = []
        position = 0
        for start, end in _merged(self._places(composed)):
            pieces += (composed[position:start], REPLACEMENT)
            position = end
        blanked = "".join((*pieces, composed[position:]))
        return REPLACEMENT if self.within(blanked.replace(REPLACEMENT, " ")) else blanked

    def _places(self, value: str) -> Iterator[tuple[int, int]]:
        words = _words(value)
        for index, word in enumerate(words):
            for sought in self._by_first.get(word.text, ()):
                if tuple(found.text for found in words[index : index + len(sought)]) == sought:
                    yield word.start, words[index + len(sought) - 1].end
        yield from self._inside_words(words, spaced=" " in value.strip())
        quoted = f" {' '.join(word.text for word in words)} "
        if len(words) >= FEWEST_WORDS_QUOTED and any(quoted in text for text in self._long):
            yield words[0].start, words[-1].end

    def _inside_words(self, words: list[_Word], spaced: bool) -> Iterator[tuple[int, int]]:
        whole = "".join(word.text for word in words)
        fewest = FEWEST_INSIDE_WORDS if spaced else FEWEST_INSIDE
        for sought in self._inside:
            at = whole.find(sought) if len(sought) >= fewest else -1
            while at >= 0:
                touched = _touched(words, at, at + len(sought))
                yield touched[0].start, touched[-1].end
                at = whole.find(sought, at + 1)


def _words(value: str) -> list[_Word]:
    composed = unicodedata.normalize("NFC", value)
    return [_Word(_folded(found.group()), *found.span()) for found in WORD.finditer(composed)]


def _folded(text: str) -> str:
    """Without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _telling(whole: str) -> bool:
    if whole.isdigit():
        return len(whole) >= FEWEST_DIGITS
    return len(whole) >= FEWEST_LETTERS


def _touched(words: list[_Word], start: int, end: int) -> list[_Word]:
    """The words that hold these characters of all words together."""
    touched = []
    position = 0
    for word in words:
        if position < end and start < position + len(word.text):
            touched.append(word)
        position += len(word.text)
    return touched


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
