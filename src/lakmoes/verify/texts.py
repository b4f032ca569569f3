"""Text made comparable, and texts looked for in other texts.

In: strings as people or files write them. Out: the same letters and digits whatever the notation: composed or
decomposed, with or without accents, upper or lower case, wide or narrow, in ligatures, with or without white
space, hyphens (also those at the end of a line) and zero-width signs.
Unicode Standard Annex 15 (normalisation forms) gives the folding.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

LONG, LONG_WORD = 8, 10
"""Letters and digits from which several words, or one, are looked for inside other words as well.

Shorter ones are looked for as whole words: many a short name is part of a common word.
"""
FEWEST_LETTERS, FEWEST_DIGITS = 3, 4

_WORD = re.compile(r"[^\W_]+")
_FORMAT = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_HYPHEN = re.compile(
    r"[-\u2010](?<=[^\W\d_].)\s+(?=[^\W\d_])|[\u00ad\x02\ufffe](?<=[^\W\d_].)\s*(?=[^\W\d_])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ALIKE = str.maketrans({"\x02": "-", "\ufffe": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "‛": "'"})


def folded(text: str) -> str:
    """The text in one notation, without accents and format characters, words at line ends joined."""
    if text.isascii():
        return _HYPHEN.sub("", text.casefold())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _FORMAT.sub("", _HYPHEN.sub("", _MARKS.sub("", plain)))


def words_of(text: str) -> tuple[str, ...]:
    """The runs of letters and digits, folded; ``NotaVanBuren`` holds three words."""
    return tuple(_WORD.findall(folded(_CAMEL.sub(" ", text))))


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """Each visible character of a text, as both libraries would give it: without accents, plain signs."""
    plain = unicodedata.normalize("NFKD", text.translate(_ALIKE))
    return "".join(_letter(character) for character in plain)


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc") or character.isspace():
        return ""
    return "-" if category == "Pd" else character


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that is looked for: its words, folded."""

    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        """Its letters and digits."""
        return "".join(self.words)

    @property
    def is_long(self) -> bool:
        """Whether it is looked for inside other words as well."""
        return len(self.joined) >= (LONG if len(self.words) > 1 else LONG_WORD)

    @property
    def is_telling(self) -> bool:
        """Whether it is worth looking for: not when it is initials or a few digits."""
        return len(self.joined) >= (FEWEST_DIGITS if self.joined.isdigit() else FEWEST_LETTERS)


def needle_of(text: str) -> Needle:
    """A text to look for."""
    return Needle(words_of(text))


@dataclass(frozen=True, slots=True)
class Haystack:
    """Texts in which others are looked for, once squeezed to letters and digits and once as words."""

    squeezed: str
    spaced: str

    def count(self, needle: Needle) -> int:
        """How often the needle occurs: inside other words when it is long, else as whole words."""
        if not needle.words:
            return 0
        return (
            self.squeezed.count(needle.joined) if needle.is_long else self.spaced.count(_spaced(needle.words))
        )


def haystack_of(texts: Iterable[str]) -> Haystack:
    """A haystack of texts that are not read on from one to the next."""
    parts = [words_of(text) for text in texts]
    return Haystack(squeezed="\0".join(map("".join, parts)), spaced="\0".join(map(_spaced, parts)))


def _spaced(words: tuple[str, ...]) -> str:
    """Words between two spaces each, so that neighbours do not share one."""
    return "".join(f" {word} " for word in words)
