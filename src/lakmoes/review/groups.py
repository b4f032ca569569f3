"""Suggestions whose texts are the same, or nearly so: to decide on them at once.

In: the text and the kind of every suggestion of the dossier. Out: for one suggestion the others that are
alike. Only suggestions of one kind are compared. What counts as nearly the same:

* names that differ in case, accents, dots and spaces of initials, interfixes, or in what stands first
  (``Vries, J.W. de`` and ``JW de Vries``);
* other data and short texts that differ in case, accents, spaces and punctuation (``06-123 45 678``);
* passages of which the words agree for the most part (``LIKENESS``), whatever their order.

Deliberately decides nothing: people see each text before they decide on it along with others.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from lakmoes.model import PASSAGES, FindingKind

LIKENESS = 0.8
"""From which two passages are nearly the same."""
PASSAGE = 5
"""Words from which running text is a passage."""
RUNNING_TEXT = PASSAGES | {FindingKind.PERSONAL_REMARK, FindingKind.OUT_OF_SCOPE, FindingKind.TERM}
"""Kinds of which the words matter more than each single sign."""
_INTERFIX_WORDS = (
    "aan af al bij d da das de del den der des di do dos du el en het in la le les l op over s st t te ten "
    "ter tot uit v van vd vom von voor zu zum zur"
)
INTERFIXES = frozenset(_INTERFIX_WORDS.split())
"""Words between the given names and the surname, without accents and apostrophes."""
ROUNDING = 1e-9
"""By which a product of fractions may exceed the whole number that it is."""
_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ`´"))

Token = tuple[str, int]
"""A word of a passage, and how often it stood there before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A suggestion whose text is nearly that of another.

    Attributes:
        suggestion_id: The suggestion.
        likeness: From 0 to 1; of passages the share of words that they have in common (Dice 1945), of other
            texts that of characters in sequence (Ratcliff and Obershelp 1988).
    """

    suggestion_id: str
    likeness: float


class Groups:
    """The suggestions of a dossier by their texts; made once, then asked for any of them."""

    def __init__(self, texts: Mapping[str, str], kinds: Mapping[str, FindingKind]) -> None:
        """Sorts all texts.

        Args:
            texts: Suggestion id to its text, in the order in which answers are given.
            kinds: Suggestion id to what was found.

        Raises:
            KeyError: A suggestion has no kind.
        """
        self._texts = {one: (kinds[one], " ".join(text.split())) for one, text in texts.items()}
        self._place = {one: place for place, one in enumerate(self._texts)}
        self._same: defaultdict[tuple[FindingKind, str], list[str]] = defaultdict(list)
        for one, same in self._texts.items():
            self._same[same].append(one)
        self._short: defaultdict[tuple[FindingKind, str], list[str]] = defaultdict(list)
        passages: defaultdict[FindingKind, list[str]] = defaultdict(list)
        for kind, text in self._same:
            if _is_passage(kind, text):
                passages[kind].append(text)
            else:
                self._short[kind, _key(kind, text)].append(text)
        self._passages = {kind: _Passages(found) for kind, found in passages.items()}

    def identical(self, suggestion_id: str) -> tuple[str, ...]:
        """The other suggestions of the same kind and text; case and accents count, white space does not.

        Raises:
            KeyError: There is no such suggestion.
        """
        same = self._same[self._texts[suggestion_id]]
        return tuple(one for one in same if one != suggestion_id)

    def near(self, suggestion_id: str) -> tuple[Match, ...]:
        """The suggestions whose text is nearly the same, without those that are identical.

        Returns:
            The most alike first, equally alike in the order of the texts.

        Raises:
            KeyError: There is no such suggestion.
        """
        kind, text = self._texts[suggestion_id]
        found = [
            Match(suggestion_id=one, likeness=likeness)
            for other, likeness in self._alike(kind, text)
            for one in self._same[kind, other]
        ]
        return tuple(sorted(found, key=lambda match: (-match.likeness, self._place[match.suggestion_id])))

    def _alike(self, kind: FindingKind, text: str) -> Iterator[tuple[str, float]]:
        """The other texts that are nearly the same, each with its likeness."""
        if _is_passage(kind, text):
            yield from self._passages[kind].alike(text)
            return
        for other in self._short[kind, _key(kind, text)]:
            if other != text:
                first, second = sorted((text, other))
                yield other, SequenceMatcher(None, first, second, autojunk=False).ratio()


class _Passages:
    """Passages by their rarest words.

    Of two passages that are alike each has enough of the other's words that they share one of the rarest of
    both (prefix filtering, Chaudhuri, Ganti and Kaushik 2006), so that few need to be compared.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._tokens = {text: _tokens(text) for text in texts}
        self._times = Counter(token for tokens in self._tokens.values() for token in tokens)
        self._with: defaultdict[Token, list[str]] = defaultdict(list)
        for text, tokens in self._tokens.items():
            for token in self._rarest(tokens):
                self._with[token].append(text)

    def alike(self, text: str) -> Iterator[tuple[str, float]]:
        """The other passages that have enough words in common."""
        tokens = self._tokens[text]
        candidates = dict.fromkeys(other for token in self._rarest(tokens) for other in self._with[token])
        for other in candidates:
            likeness = _dice(tokens, self._tokens[other])
            if other != text and likeness >= LIKENESS:
                yield other, likeness

    def _rarest(self, tokens: frozenset[Token]) -> list[Token]:
        """So many of the rarest tokens that a passage without any of them is not alike."""
        ordered = sorted(tokens, key=lambda token: (self._times[token], token))
        shared = math.ceil(len(tokens) * LIKENESS / (2 - LIKENESS) - ROUNDING)
        return ordered[: len(tokens) - shared + 1]


def _is_passage(kind: FindingKind, text: str) -> bool:
    return kind in RUNNING_TEXT and len(text.split()) >= PASSAGE


def _key(kind: FindingKind, text: str) -> str:
    """What short texts that are nearly the same have in common; the text itself where it has no letters."""
    parts = _name_parts(text) if kind is FindingKind.NAME else ["".join(_words(text))]
    return " ".join(parts) or text


def _name_parts(text: str) -> list[str]:
    """Given names, initials in one piece and surname, folded, without interfixes."""
    last, _, first = text.partition(",")
    words = _WORDS.findall(f"{first} {last}".translate(_APOSTROPHES))
    telling = [_fold(word) for word in words if not _is_interfix(word)] or [_fold(word) for word in words]
    parts: list[str] = []
    for word, before in zip(telling, ["", *telling], strict=False):
        if len(word) == len(before) == 1:
            parts[-1] += word
        else:
            parts.append(word)
    return parts


def _is_interfix(word: str) -> bool:
    """Whether the word is one; a single capital is an initial."""
    return _fold(word) in INTERFIXES and (len(word) > 1 or word.islower())


def _tokens(text: str) -> frozenset[Token]:
    """The words of a passage; one that stands there twice is two."""
    return frozenset((word, nth) for word, times in Counter(_words(text)).items() for nth in range(times))


def _dice(one: frozenset[Token], other: frozenset[Token]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _words(text: str) -> list[str]:
    return [_fold(word) for word in _WORDS.findall(text)]


def _fold(word: str) -> str:
    """The word in small letters without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
