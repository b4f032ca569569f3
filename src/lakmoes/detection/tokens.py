"""The text of a page as tokens that know what they can be in a name.

In: the text of one page with its layout signs (see ``Page``). Out: words, initials, numbers and punctuation
marks in order, each with its place, the white space before it and what the lists say of it. A word that is
hyphenated over a line end is one token. Addresses, links and file names are one token without any property,
so that nobody takes their parts for words.

Does not decide what is a name: see ``grammar``.
"""

import functools
import re
from enum import IntEnum
from typing import NamedTuple

from lakmoes.detection.lists import fold, name_lists, word_set


class Gap(IntEnum):
    """White space before a token."""

    NONE = 0
    SPACE = 1
    LINE = 2
    CELL = 3
    BLOCK = 4


class Kind:
    """What a token is and what the lists say of it: flags, as plain numbers because millions are compared."""

    WORD = 1
    CAPITAL = 2
    """Starts with a capital."""
    UPPER = 4
    """Two letters or more, all capitals."""
    INITIALS = 8
    """Capitals with full stops."""
    FIRST = 16
    """A given name wherever it stands."""
    FIRST_IN_PLACE = 32
    """A given name where a name must stand."""
    SURNAME = 64
    FREQUENT = 128
    """One of the thousand surnames with most bearers."""
    INTERFIX = 256
    """An interfix, or the beginning of one."""
    ACADEMIC = 512
    HONORIFIC = 1024
    AFTER_TITLE = 2048
    FUNCTION = 4096
    COMMON = 8192
    """An ordinary word, or a compound of ordinary words."""
    PLACE = 16384
    ABBREVIATION = 32768
    NUMBER = 65536
    STREET = 131072
    """Ends as the names of streets do."""


class Token(NamedTuple):
    """One token.

    Attributes:
        text: As written, a hyphen and line end within undone.
        key: Folded for looking up; without the full stop of a title.
        start: Offset of its first character in the page's text.
        end: Offset just past its last character.
        gap: The white space before it.
        kind: Flags.
    """

    text: str
    key: str
    start: int
    end: int
    gap: Gap
    kind: int

    def has(self, kinds: int) -> bool:
        """Whether one of the flags is set."""
        return self.kind & kinds != 0


CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚІ"
LETTER = r"[^\W\d_]"
INITIAL = rf"(?:[{CAPITALS}]|Th|Ch|Ph|Chr|Joh|Sj|Tj|IJ|Ij|Jac|Fr|Alb|Wm|Yu|Zh|Kh)\."
FILE_ENDS = "pdf|docx?|xlsx?|xlsm|pptx?|msg|eml|csv|txt|zip|rtf|odt|ods|jpe?g|png|gif|tiff?|mp4|html?|dotx"
DOMAIN_ENDS = "nl|com|eu|org|net|be|de|uk|frl|amsterdam|info|example|test"

TOKEN = re.compile(
    rf"""
      (?P<opaque>(?<![\w.@/-])[^\s<>()\[\];,@]{{1,120}}@[^\s<>()\[\];,]+ | (?:https?://|www\.)\S+
                 | (?<![\w.])[\w.\-+%&']{{0,120}}\w\.(?:{FILE_ENDS}|{DOMAIN_ENDS})\b(?!\.\w))
    | (?P<attention>\b[tT]\.?[aAnN]\.?[vV](?:\.|\b))
    | (?P<initials>(?<![\w.]){INITIAL}(?:[ ]?-?{INITIAL})*(?!(?!v[.d]){LETTER}))
    | (?P<short>(?<!{LETTER})[vV]\.?/?[dD]r?\.?(?=\s)|(?<!{LETTER})v\.(?=\s?[A-Z]))
    | (?P<particle>['’‘`][tTsSnN](?!{LETTER}))
    | (?P<word>{LETTER}+(?:(?:['’]|[-‑]\n?){LETTER}+)*)
    | (?P<number>\d(?:[\d.,:/-]*\d)?)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)

SORTS = {
    "attention": Kind.WORD | Kind.COMMON,
    "short": Kind.WORD | Kind.INTERFIX,
    "initials": Kind.INITIALS | Kind.CAPITAL,
    "number": Kind.NUMBER,
}
"""What a group of the pattern is by itself."""

NOT_INITIALS = word_set("b.v n.v v.o.f c.v e.u u.s u.k u.s.a v.w.s n.b p.s z.k.h h.k.h m.b.o h.b.o")
"""Letters with full stops that stand for something else than given names; folded, without the last stop."""

STREET_END = re.compile(
    r"(?:straat|straatweg|weg|laan|plein|kade|gracht|singel|steeg|dreef|plantsoen|boulevard|burgwal|"
    r"haven|brug|markt|wal|sluis|plaats|pad|park|polder|hof|zicht|dijk|ring|zoom|oord|"
    r"school|zaal|kazerne|gebouw|lyceum|stadion|museum)$"
)
WRITTEN_OUT = word_set(
    "familie erven weduwe echtpaar heer heren dame dames mevrouw mevrouwen mejuffrouw meneer "
    "mijnheer menheer dominee pater zuster miss madam sir herr frau monsieur madame juf meester "
    "professor jkvrouwe weledel weledelgestrenge"
)
"""Titles that are no abbreviation: a full stop behind them ends the sentence."""

COMPASS = word_set("noord zuid oost west noordoost noordwest zuidoost zuidwest midden boven beneden")

COMPOUND_MINIMUM = 9
"""Letters from which a word is tried as a compound; shorter surnames often look like one (Roodzand)."""


@functools.lru_cache(maxsize=2)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a page's text, in order.

    The last two texts are remembered, for all recognizers ask for the same page one after the other.
    """
    tokens = []
    end = 0
    for found in TOKEN.finditer(text):
        if found.start() < end:  # the full stop of a title, taken already
            continue
        token = _token(found, text, _gap(text, end, found.start()))
        tokens.append(token)
        end = token.end
    return tuple(tokens)


def _token(found: re.Match[str], text: str, gap: Gap) -> Token:
    start, end, raw = found.start(), found.end(), found.group()
    sort = found.lastgroup or ""
    if sort in ("word", "particle"):
        return _word(_unbroken(raw), text, (start, end), gap)
    key, kind = raw, SORTS.get(sort, 0)
    if sort == "initials":
        key, kind = fold(raw), 0 if _is_no_initials(raw) else kind
    elif sort in ("short", "attention"):
        key = raw.replace(".", "").lower() if sort == "attention" else raw.rstrip(".").lower()
    return Token(raw, key, start, end, gap, kind)


def _is_no_initials(raw: str) -> bool:
    return raw[:-1].replace(" ", "").lower() in NOT_INITIALS


def _word(word: str, text: str, span: tuple[int, int], gap: Gap) -> Token:
    """The token of a word; the full stop of a title goes with it."""
    start, end = span
    key, kind = known_word(word)
    if gap == Gap.NONE and text[start - 1 : start].isdigit():
        return Token(word, key, start, end, gap, Kind.WORD)  # part of a code: 09Wulp
    title = kind & (Kind.ACADEMIC | Kind.HONORIFIC | Kind.AFTER_TITLE)
    if title and text[end : end + 1] == "." and key not in WRITTEN_OUT:
        end += 1
    return Token(word, key, start, end, gap, kind)


def _gap(text: str, start: int, end: int) -> Gap:
    if start == end:
        return Gap.NONE if start else Gap.BLOCK
    between = text[start:end]
    if "\n" in between:
        return Gap.BLOCK if between.count("\n") > 1 else Gap.LINE
    return Gap.CELL if "\t" in between else Gap.SPACE


def _unbroken(word: str) -> str:
    """The word without a line end in it; before a small letter the hyphen goes as well."""
    if "\n" not in word:
        return word
    head, _, tail = word.partition("\n")
    return head + tail if tail[0].isupper() else head[:-1] + tail


@functools.lru_cache(maxsize=20_000)
def known_word(word: str) -> tuple[str, int]:
    """The key of a word and what the lists say of it."""
    key = fold(word)
    kind = Kind.WORD | _shape(word) | _listed(key)
    if "-" in key or "‑" in key:
        kind |= _hyphenated(word, key)
    name_as_well = kind & (Kind.SURNAME | Kind.FIRST) and not word.isupper()
    if word.islower() or name_as_well:  # an abbreviation has its capitals
        kind &= ~Kind.ABBREVIATION
    if not kind & (Kind.SURNAME | Kind.FIRST | Kind.COMMON) and _is_compound(key):
        kind |= Kind.COMMON
    return key, kind


def _shape(word: str) -> int:
    kind = 0
    if word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper()):
        kind |= Kind.CAPITAL
    if len(word) > 1 and word.isupper():
        kind |= Kind.UPPER
    return kind


def _listed(key: str) -> int:
    kind = 0
    for flag, words in _flagged_lists():
        if key in words:
            kind |= flag
    if key[1:2] == "'" and key[2:] in name_lists().surnames:  # d'Ancona, l'Herminez
        kind |= Kind.SURNAME
    if STREET_END.search(key):
        kind |= Kind.STREET
    return kind


def _hyphenated(word: str, key: str) -> int:
    """What the parts of a hyphenated word say: a double given name, a double surname, or an ordinary word."""
    lists = name_lists()
    parts = [part for part in re.split("[-‑]", key) if part]
    if len(parts) < 2 or key in lists.surnames:
        return 0
    if parts[-1] in lists.interfixes:  # Hoogeveen-van 't Zand
        return Kind.SURNAME if parts[0] in lists.surnames else 0
    small = [
        part for part in re.split("[-‑]", word)[1:] if part.islower() and fold(part) not in lists.interfixes
    ]
    ordinary = [part in lists.common_words or part in lists.places or part in COMPASS for part in parts]
    frequent = [part in lists.frequent_surnames for part in parts]
    if all(part in lists.first_names for part in parts):
        return Kind.FIRST
    if small or (all(ordinary) and not all(frequent)):
        return Kind.COMMON
    mixed = any(part.isupper() and len(part) > 1 for part in re.split("[-‑]", word)) and not word.isupper()
    if mixed or not any(part in lists.surnames for part in (parts[0], parts[-1])):
        return 0
    return Kind.SURNAME


@functools.cache
def _flagged_lists() -> tuple[tuple[int, frozenset[str]], ...]:
    lists = name_lists()
    beginnings = frozenset(interfix.split()[0] for interfix in lists.interfixes)
    return (
        (Kind.FIRST, lists.first_names),
        (Kind.FIRST_IN_PLACE, lists.first_names_in_place),
        (Kind.SURNAME, lists.surnames),
        (Kind.FREQUENT, lists.frequent_surnames),
        (Kind.INTERFIX, beginnings),
        (Kind.ACADEMIC, lists.academic),
        (Kind.HONORIFIC, lists.honorific),
        (Kind.AFTER_TITLE, lists.after_titles),
        (Kind.FUNCTION, lists.functions),
        (Kind.COMMON, lists.common_words),
        (Kind.PLACE, lists.places),
        (Kind.ABBREVIATION, lists.abbreviations),
    )


def _is_compound(key: str) -> bool:
    """Whether a long word is two ordinary words, joined by nothing, ``s`` or a hyphen."""
    key = key.removesuffix("'s")
    if len(key) < COMPOUND_MINIMUM:
        return False
    words = name_lists().common_words
    for cut in range(3, len(key) - 3):
        if key[cut:].lstrip("-") in words:
            head = key[:cut].rstrip("-")
            if head in words or (head[-1] == "s" and head[:-1] in words):
                return True
    return False
