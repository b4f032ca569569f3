"""Every place where a known firm is named.

In: firms and the text of a page. Out: ``Sighting`` values: the characters to cover, wide enough that nothing
of the name is left: with its legal form, and as a whole file name or address where it is part of one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lakmoes.detection.firms.register import Firm
from lakmoes.detection.firms.writing import LEGAL_FORM, WORDS
from lakmoes.detection.lists import fold

GAP = re.compile(r"[ \n\t_&/.-]{0,3}(?:en[ \n])?")
FORM_BEHIND = re.compile(rf",?[ \n]{LEGAL_FORM}")
TOKEN = re.compile(r"[^\s;,<>()\[\]\"“”‘’|]+")
FILE_OR_ADDRESS = re.compile(
    r"[\w.+-]+@|\.(?:pdf|docx?|xlsx?|pptx?|msg|eml|zip|jpe?g|png|csv|txt)\b|www\.", re.IGNORECASE
)
MODEL = re.compile(r"[ \n]?\d[\w-]{0,5}(?=[\t\n),;]|\Z)")
"""The number of a model behind its name: ``Merel 4N``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A firm named at characters ``start`` to ``end`` of a page."""

    firm: Firm
    start: int
    end: int
    words: tuple[str, ...]


def sightings(text: str, table: Mapping[str, tuple[Firm, ...]]) -> Iterator[Sighting]:
    """The places where firms are named on a page, in reading order, not overlapping."""
    found = list(WORDS.finditer(text))
    folded = [fold(word.group()) for word in found]
    reached = 0
    for index, word in enumerate(folded):
        if word not in table and not (word.endswith("s") and word[:-1] in table):
            continue
        if found[index].start() < reached:
            continue
        best = _best(text, found, folded, index, table.get(word) or table[word[:-1]])
        if best:
            reached = best.end
            yield best


def _best(
    text: str, found: list[re.Match[str]], folded: list[str], index: int, firms: tuple[Firm, ...]
) -> Sighting | None:
    """The longest form of one of the firms that begins at a word."""
    best: tuple[int, Firm, tuple[str, ...]] | None = None
    for firm in firms:
        for form in firm.forms:
            if len(form) > (best[0] if best else 0) and _stands(text, found, folded, index, form):
                best = len(form), firm, form
                break
    if best is None:
        return None
    length, firm, form = best
    start, end = found[index].start(), found[index + length - 1].end()
    if not _as_a_name(text, start):
        return None
    return Sighting(
        firm=firm,
        start=(place := _whole(text, start, end, len(form) > len(firm.key)))[0],
        end=place[1],
        words=form,
    )


def _stands(
    text: str, found: list[re.Match[str]], folded: list[str], index: int, form: tuple[str, ...]
) -> bool:
    """Whether the words of the form follow one another from the index on."""
    if index + len(form) > len(folded):
        return False
    for offset, word in enumerate(form):
        seen = folded[index + offset]
        if seen != word and not (offset == len(form) - 1 and seen == f"{word}s"):
            return False
        if offset and not GAP.fullmatch(text, found[index + offset - 1].end(), found[index + offset].start()):
            return False
    return True


def _as_a_name(text: str, start: int) -> bool:
    """Whether the characters are written as a name: a capital, or part of a file name or an address."""
    if text[start].isupper():
        return True
    token = _token(text, start)
    return bool(FILE_OR_ADDRESS.search(text, *token)) or "_" in text[token[0] : token[1]]


def _token(text: str, place: int) -> tuple[int, int]:
    low = max((text.rfind(sign, 0, place) for sign in ' \n\t;,<>()[]"“”‘’|'), default=-1) + 1
    match = TOKEN.match(text, low)
    return match.span() if match else (place, place + 1)


def _whole(text: str, start: int, end: int, named_model: bool) -> tuple[int, int]:
    """The place with the legal form behind it, or the whole file name or address."""
    low, high = _token(text, start)
    if high >= end and FILE_OR_ADDRESS.search(text, low, high):
        while high > end and text[high - 1] in ".:":
            high -= 1
        return low, high
    model = MODEL.match(text, end) if named_model else None
    if model:
        return start, model.end()
    form = FORM_BEHIND.match(text, end)
    if form:
        return start, form.end()
    possessive = re.compile(r"['’]s(?!\w)").match(text, end)
    return start, possessive.end() if possessive else end
