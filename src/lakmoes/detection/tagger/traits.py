"""What is known of a single word: by the lists, by its shape and by its letters.

In: the text of one spaCy token. Out: flags as the bits of a number, and two numbers for its first and last
letters. Knows nothing of the words around it: see ``layout``.
"""

import functools
import re
from typing import NamedTuple

from spacy.strings import get_string_id

from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.tokens import INITIAL, Kind, known_word


class Trait:
    """Flags of a token, as plain numbers; the order is that of the inputs of the trained network."""

    FIRST = 1 << 0
    FIRST_IN_PLACE = 1 << 1
    SURNAME = 1 << 2
    FREQUENT = 1 << 3
    INTERFIX = 1 << 4
    TITLE = 1 << 5
    FUNCTION = 1 << 6
    COMMON = 1 << 7
    PLACE = 1 << 8
    ABBREVIATION = 1 << 9
    STREET = 1 << 10
    ORGANISATION_HEAD = 1 << 11
    ORGANISATION_TAIL = 1 << 12
    PERSON_VERB = 1 << 13
    PERSON_LABEL = 1 << 14
    INITIALS = 1 << 15
    CAPITAL = 1 << 16
    UPPER = 1 << 17
    OPAQUE = 1 << 18
    """An address, a link, a number or a code."""
    LINE = 1 << 19
    """A new line begins here."""
    CELL = 1 << 20
    BLOCK = 1 << 21
    LINE_END = 1 << 22
    """The last word of a line, cell or block."""
    NAMED_ELSEWHERE = 1 << 23
    """The same word stands behind a given name, initials or a title elsewhere in the text."""
    SMALL_ELSEWHERE = 1 << 24
    """The same word stands in small letters elsewhere in the text."""
    BEFORE_SURNAME_ELSEWHERE = 1 << 25
    """The same word stands before a surname elsewhere in the text."""
    PHRASE_OF_PLACE = 1 << 26
    """Part of a place or body of several words."""
    SENTENCE = 1 << 27
    """A sentence, cell or line begins here, so that a capital says nothing."""


TRAITS = 28
LISTED = Trait.FIRST | Trait.FIRST_IN_PLACE | Trait.SURNAME | Trait.FREQUENT
"""What the lists of names say; taken away from words that are to count as unlisted."""

OF_KINDS = (
    (Kind.FIRST, Trait.FIRST),
    (Kind.FIRST_IN_PLACE, Trait.FIRST_IN_PLACE),
    (Kind.SURNAME, Trait.SURNAME),
    (Kind.FREQUENT, Trait.FREQUENT),
    (Kind.INTERFIX, Trait.INTERFIX),
    (Kind.ACADEMIC | Kind.HONORIFIC | Kind.AFTER_TITLE, Trait.TITLE),
    (Kind.FUNCTION, Trait.FUNCTION),
    (Kind.COMMON, Trait.COMMON),
    (Kind.PLACE, Trait.PLACE),
    (Kind.ABBREVIATION, Trait.ABBREVIATION),
    (Kind.STREET, Trait.STREET),
    (Kind.CAPITAL, Trait.CAPITAL),
    (Kind.UPPER, Trait.UPPER),
)
INITIALS = re.compile(rf"(?:-?{INITIAL})+|[A-Z]{{1,4}}\.|[A-Z]")
WORD = re.compile(r"[^\W\d_][\w'’‑-]*\.?")


class Word(NamedTuple):
    """What is known of a word.

    Attributes:
        key: Folded for comparing.
        traits: Flags.
        head: Number for its first three letters.
        tail: Number for its last four letters.
    """

    key: str
    traits: int
    head: int
    tail: int


@functools.lru_cache(maxsize=100_000)
def word_of(text: str) -> Word:
    """What is known of the text of a token."""
    bare = text.rstrip(".") if len(text) > 2 else text
    key = fold(bare)
    traits = _traits(text, bare, key)
    return Word(key, traits, get_string_id("^" + key[:3]), get_string_id(key[-4:] + "$"))


def _traits(text: str, bare: str, key: str) -> int:
    if not WORD.fullmatch(text):
        initials = Trait.INITIALS | Trait.CAPITAL if INITIALS.fullmatch(text) else 0
        return initials or (Trait.OPAQUE if any(letter.isalnum() for letter in text) else 0)
    _, kind = known_word(bare)
    traits = sum(trait for kinds, trait in OF_KINDS if kind & kinds)
    if INITIALS.fullmatch(text):
        traits |= Trait.INITIALS
    return traits | _roles(key)


def _roles(key: str) -> int:
    lists = name_lists()
    traits = 0
    if key in lists.organisation_heads or key in lists.named_after:
        traits |= Trait.ORGANISATION_HEAD
    if key in lists.organisation_tails:
        traits |= Trait.ORGANISATION_TAIL
    if key in lists.person_verbs or key in lists.speech_verbs:
        traits |= Trait.PERSON_VERB
    if key in lists.person_labels:
        traits |= Trait.PERSON_LABEL
    return traits
