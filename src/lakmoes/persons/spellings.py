"""Every form in which the persons of a dossier may be written, ready to be looked up word by word.

In: identities and a vocabulary. Out: ``Spellings``, which tells for one word of a page which names start
there. One lookup a word, whatever the number of persons; what was looked up once is remembered.

Deliberately judges no context (``context``): it only says how a name may be accepted.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from lakmoes.persons.identities import Identity
from lakmoes.persons.letters import INTERFIX_WORDS, LOWER, UPPER, fold, word_set
from lakmoes.persons.mentions import Words
from lakmoes.persons.nearness import is_one_off, stems, with_one_less
from lakmoes.persons.register import Vocabulary

LONG_NAME = 7
"""Letters from which a name may be recognised with one letter wrong."""
LOOSE_GIVEN = 4
COMPACT_NAME = 5
"""Letters from which a name written together (``terbraak``) is looked for."""

FUNCTION_WORDS = word_set(
    "de het een en of in is op te van voor met aan als bij dan dat die dit door er had heb hem hij hoe "
    "hun ik je jij kan maar me mee men mijn na naar nee niet nog nu om onder ons ook over per tot uit u "
    "uw wat we wel wie wij zal ze zij zo zou wil was want zich al an and are be but by can for from has "
    "have her his if it its may my no not our she so that the their they this to us was we were will "
    "with you your ja nee wo vr za zo ma di do ok"
)
"""Words of Dutch and English that are never a name when they stand alone in small letters."""


class Part(IntEnum):
    """Which part of a name a key is."""

    SURNAME = 1
    GIVEN = 2
    SINGLE = 3
    """A name of which it is not known whether it is a surname or a first name."""
    COMPACT = 4
    """Parts written together: ``terbraak``, ``pbakker``, ``basroos``."""
    LETTERS = 5
    """Initials that stand for the person: ``TK``."""
    SHORT = 6
    """The start of a first name: ``Frouk``, ``Wiets``. Always follows context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A name, or a part of one, to be found on the pages.

    Attributes:
        words: Folded words.
        part: What it is.
        word: Whether it is an ordinary word too, or too short to say.
        place: Whether it is also the name of a place, institution or firm.
        loose: Whether it counts in small letters too.
        whole: Whether it is all of a surname or first name, not half of one.
        owners: Indexes of the identities that bear it, sorted.
    """

    words: Words
    part: Part
    word: bool
    place: bool
    loose: bool
    whole: bool
    owners: tuple[int, ...]

    @property
    def ordinary(self) -> bool:
        """Whether context must show that it is a name."""
        return self.word or self.place


@dataclass(frozen=True, slots=True)
class Match:
    """A key that starts with the word that was looked up, at ``start`` to ``end`` within it."""

    key: Key
    start: int
    end: int
    misspelt: bool = False


_LOOSE = {
    Part.SURNAME: 5,
    Part.GIVEN: LOOSE_GIVEN,
    Part.SINGLE: LOOSE_GIVEN,
    Part.COMPACT: 7,
    Part.LETTERS: 9,
}
"""Letters from which a name that is no word may stand in small letters anywhere."""
_CAMEL = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])|(?<=[{UPPER}])(?=[{UPPER}][{LOWER}])")
_DIGITS = str.maketrans("013458", "oieasb")


class _Table(dict[str, tuple[Match, ...]]):
    """What was looked up, by the word as written; a word not yet there is looked up."""

    def __init__(self, look_up: Callable[[str], Iterable[Match]]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> tuple[Match, ...]:
        found = self[word] = tuple(self._look_up(word))
        return found


class Spellings:
    """All keys of a dossier by their first word.

    Args:
        identities: The persons; keys name them by their place in this sequence.
        vocabulary: Words that are not only names.

    Attributes:
        table: The keys that a word, written as on the page, starts; longest first, empty for nearly every
            word.
    """

    def __init__(self, identities: Sequence[Identity], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._keys: dict[str, list[Key]] = {}
        self._deletes: defaultdict[str, list[Key]] = defaultdict(list)
        self.table: Mapping[str, tuple[Match, ...]] = _Table(self._look_up)
        self._attested = frozenset(letters for identity in identities for letters in identity.letters)
        for key in self._collect(identities):
            self._keys.setdefault(key.words[0], []).append(key)
            if self._may_be_misspelt(key):
                for piece in with_one_less(key.words[0]):
                    self._deletes[piece].append(key)
        for keys in self._keys.values():
            keys.sort(key=lambda key: (-len(key.words), key.part))

    def is_first_name(self, word: str) -> bool:
        """Whether the folded word is a first name, in this dossier or in general."""
        if word in self._vocabulary.first_names:
            return True
        return any(key.part == Part.GIVEN and len(key.words) == 1 for key in self._keys.get(word, ()))

    def is_attested(self, letters: str) -> bool:
        """Whether a recognizer found these folded initials somewhere in the dossier."""
        return letters in self._attested

    def is_abbreviation(self, letters: str) -> bool:
        """Whether folded letters are a known word or abbreviation."""
        return (
            letters in FUNCTION_WORDS or letters in self._vocabulary.common_words or self._is_place(letters)
        )

    def is_ordinary(self, word: str) -> bool:
        """Whether the folded word is an ordinary word, a place or an institution."""
        return self._is_word(word) or self._is_place(word)

    def _is_word(self, word: str) -> bool:
        return len(word) < 3 or word in self._vocabulary.common_words or word in FUNCTION_WORDS

    def _is_place(self, word: str) -> bool:
        return word in self._vocabulary.places or word in self._vocabulary.institutions

    def _collect(self, identities: Sequence[Identity]) -> list[Key]:
        owners: defaultdict[tuple[Words, Part], set[int]] = defaultdict(set)
        loose: set[tuple[Words, Part]] = set()
        for index, identity in enumerate(identities):
            for words, part, whole in _forms(identity):
                owners[words, part].add(index)
                if whole:
                    loose.add((words, part))
        keys = (self._key(form, form in loose, tuple(sorted(found))) for form, found in owners.items())
        return sorted((key for key in keys if self._is_useful(key)), key=lambda key: (key.words, key.part))

    def _key(self, form: tuple[Words, Part], whole: bool, owners: tuple[int, ...]) -> Key:
        words, part = form
        word = part == Part.SHORT or all(map(self._is_word, words))
        place = all(map(self._is_place, words))
        least = _LOOSE.get(part, 0)
        inflected = len(words) == 1 and any(map(self._is_word, stems(words[0])))
        loose = whole and not word and not place and not inflected and sum(map(len, words)) >= least
        return Key(words=words, part=part, word=word, place=place, loose=loose, whole=whole, owners=owners)

    def _is_useful(self, key: Key) -> bool:
        length = sum(map(len, key.words))
        if key.part == Part.COMPACT:
            return length >= COMPACT_NAME and not key.ordinary
        if key.part == Part.SHORT:
            return not self._is_word(key.words[0]) and not key.place
        return length > 1

    def _may_be_misspelt(self, key: Key) -> bool:
        known = key.part in (Part.SURNAME, Part.GIVEN, Part.SINGLE) and not key.ordinary
        return known and len(key.words) == 1 and len(key.words[0]) >= LONG_NAME

    def _look_up(self, word: str) -> Iterator[Match]:
        folded = fold(word)
        whole = list(self._exact(word, folded, 0))
        if whole:
            yield from whole
            return
        pieces = _pieces(word)
        if len(pieces) > 1:
            yield from (
                match
                for piece, start in pieces
                for match in self._exact(piece, fold(piece), start)
                if len(match.key.words) == 1 and not match.key.ordinary and len(piece) >= LOOSE_GIVEN
            )
        yield from self._misspelt(word, folded.translate(_DIGITS))

    def _exact(self, word: str, folded: str, start: int) -> Iterator[Match]:
        """The keys of the word itself, or of the word without the ``s`` of a possessive."""
        end = start + len(word)
        keys = self._keys.get(folded, ())
        if folded in FUNCTION_WORDS and word.islower():
            keys = [key for key in keys if key.part != Part.LETTERS]
        yield from (Match(key, start, end) for key in keys)
        stem = folded[:-1]
        if not keys and folded.endswith("s") and len(stem) > 2 and not self._is_word(folded):
            owned = (key for key in self._keys.get(stem, ()) if len(key.words) == 1)
            yield from (Match(key, start, end) for key in owned if key.part != Part.LETTERS)

    def _misspelt(self, word: str, folded: str) -> Iterator[Match]:
        if len(folded) < LONG_NAME - 1 or not word[0].isupper() or self.is_ordinary(folded):
            return
        near = {key for piece in with_one_less(folded) for key in self._deletes.get(piece, ())}
        near = {key for key in near if key.words[0][0] == folded[0]}
        for key in sorted(near, key=lambda key: (key.words, key.part)):
            if is_one_off(folded, key.words[0]):
                yield Match(key, 0, len(word), misspelt=True)


def _pieces(word: str) -> list[tuple[str, int]]:
    """The words within ``NotitieTerBraak`` or ``Postma14def``, each with its offset."""
    pieces: list[tuple[str, int]] = []
    for run in re.finditer(r"[^\W\d_]+", word):
        borders = [0, *(match.start() for match in _CAMEL.finditer(run.group())), len(run.group())]
        starts = itertools.pairwise(borders)
        pieces.extend((run.group()[start:end], run.start() + start) for start, end in starts if start < end)
    return pieces


def _forms(identity: Identity) -> Iterator[tuple[Words, Part, bool]]:
    """Words, part, and whether it is a whole name part that may stand in small letters."""
    surname = tuple(word for part in identity.surname for word in part)
    if surname:
        yield surname, Part.SURNAME, True
        yield from ((piece, Part.SURNAME, False) for piece in _surname_pieces(identity.surname))
    for given in sorted(identity.given):
        yield given, Part.GIVEN, True
        if len(given) > 1:
            yield from (((word,), Part.GIVEN, False) for word in (given[0], given[-1]) if len(word) > 2)
        yield from (((word,), Part.SHORT, False) for word in _short_forms(given[0]))
    yield from (((word,), Part.SINGLE, True) for word in sorted(identity.singles))
    letters = identity.letters | identity.derived_letters
    yield from (((word,), Part.LETTERS, False) for word in sorted(letters) if len(word) > 1)
    if surname:
        yield from (((word,), Part.COMPACT, True) for word in sorted(set(_compact(identity))))


def _short_forms(given: str) -> Iterator[str]:
    """Starts of four letters or more of a first name, one to three letters shorter."""
    return (given[:length] for length in range(max(4, len(given) - 3), len(given)))


def _surname_pieces(surname: Sequence[Words]) -> Iterator[Words]:
    """The halves of a double surname, and the long words of a surname of several words."""
    if len(surname) > 1:
        yield from (part for part in surname if sum(map(len, part)) > 2)
    for part in surname:
        if len(part) > 1:
            yield from ((word,) for word in part if len(word) > 3 and word not in INTERFIX_WORDS)


def _compact(identity: Identity) -> Iterator[str]:
    """Surname with first name, initials or interfix before or behind it, as in accounts and file names."""
    surnames = {"".join(word for part in identity.surname for word in part), "".join(identity.surname[0])}
    interfixes = {"", *(interfix.replace(" ", "") for interfix in identity.interfixes)}
    firsts = {"".join(given) for given in identity.given} | {given[0] for given in identity.given}
    firsts |= identity.first_letters | identity.initials | identity.singles
    for family in {interfix + surname for interfix in interfixes for surname in surnames}:
        yield from (first + family for first in firsts)
        yield from (family + first for first in firsts if len(first) > 2)
    yield from _joined(surnames, interfixes)


def _joined(surnames: Iterable[str], interfixes: Iterable[str]) -> Iterator[str]:
    yield from (interfix + surname for surname in surnames for interfix in interfixes if interfix)
