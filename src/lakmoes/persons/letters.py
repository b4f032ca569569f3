"""How names are written: letters, words, and the closed classes around a name.

In: text. Out: folded words, and pieces of regular expressions that the other modules of this package share.
Deliberately knows no list of names.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache


def _character_class(test: Callable[[str], bool]) -> str:
    """The letters of the Latin blocks (Vietnamese included) for which the test holds, as a class."""
    blocks = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
    return "".join(re.escape(chr(point)) for point in blocks if test(chr(point)))


def word_set(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


UPPER = _character_class(lambda letter: letter.isalpha() and letter.isupper())
"""Capital letters, for use within a character class."""
LOWER = _character_class(lambda letter: letter.isalpha() and letter.islower())
"""Small letters, for use within a character class."""

MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Combining accents, soft hyphens and what else stands unseen within a word."""
APOSTROPHES = "'’ʼ`´"
WORD = rf"[^\W\d_]+(?:[{MARKS}{APOSTROPHES}]+[^\W\d_]+)*[{MARKS}]*"
"""One word: letters, with accents and apostrophes within it; hyphens, dots and digits end it."""
HYPHENS = "‐‑-"
INITIALS = rf"(?:(?:IJ|[{UPPER}][{LOWER}]{{0,2}})\.(?:\s?-|[ \t]?\n?[ \t]?)?)+"
"""Dotted initials with the white space after them: ``J.W. ``, ``Ch. ``, ``P.-J. ``."""

SPAN_TITLE = r"(?:prof|mrs?|drs?|ir|ing|bc|jhr|jkvr|jonkheer|jonkvrouw|mgr|ds)"
"""Titles that belong to the name and are redacted with it."""
TRAILING_TITLE = r"(?:MSc|BSc|LL\.?M|MA|MBA|PhD|RA|RC|MPA|MD)"
INTERFIX = (
    r"(?:(?:van|von|vom|op|in|uit|aan|bij|over|onder|voor)\s+(?:der|den|de|het|['’]?t|la|le)"
    r"|v\.?\s?d\.?|v/d|van|von|de\s+la|della|der|den|de|het|['’]t|ter|ten|te|tot|"
    r"el|al|ait|aït|ben|bin|ibn|ou|oulad|abou|abu|la|le|du|des|da|das|dos|do|di|del|zu|af|st\.?|d['’]|l['’])"
)
"""Interfixes, longest first: Dutch, Arabic, Berber, Romance, German."""

TITLES = word_set(
    "mr mrs ms miss dr drs ir ing prof professor bc msc bsc ma ba llm mba phd ra rc mpa jhr jkvr "
    "jonkheer jonkvrouw mw mevr mevrouw mej dhr heer heren dame dames meneer mijnheer ds pastoor pastor mgr "
    "kol kolonel lt luit luitenant gen generaal kapt kapitein maj majoor sgt sergeant adj adjudant em he"
)
"""Folded words that are no part of what tells persons apart."""
INTERFIX_WORDS = word_set(
    "van von vom op in uit aan bij over onder voor der den de het t v d vd la le della ter ten te tot el al "
    "ait ben bin ibn ou oulad abou abu du des da das dos do di del zu af st l s"
)

_SPECIAL = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n"}
)
_DROPPED = str.maketrans(dict.fromkeys(f"{APOSTROPHES}\u00ad\u200b\u200c\u200d\u2060\ufeff", ""))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in small letters without accents and apostrophes: ``Ömer's`` becomes ``omers``."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    letters = unicodedata.normalize("NFKD", word.casefold()).translate(_DROPPED).translate(_SPECIAL)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_WORDS = re.compile(WORD)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, hyphens being borders."""
    return tuple(fold(match.group()) for match in _WORDS.finditer(text))


def fold_interfix(text: str) -> str:
    """An interfix in one notation: small letters, single spaces, ``v.d.`` written out."""
    joined = " ".join(words(text.replace("/", " ")))
    return {"v d": "van de", "vd": "van de", "v": "van"}.get(joined, joined)


def same_interfix(one: str, other: str) -> bool:
    """Whether two folded interfixes may be of one name: ``van de`` may stand for ``van der``."""
    return one == other or {one, other} in ({"van de", "van der"}, {"van de", "van den"})
