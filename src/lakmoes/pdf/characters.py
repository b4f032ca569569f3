r"""Characters of a line as detectors want them, each with its place.

In: the characters of one line as MuPDF extracts them. Out: ``Character`` values: ligatures as their letters
(``ﬁ``, the Dutch ``ĳ``), which share the width of the sign; accents composed with their letter; zero-width
and control characters gone; a soft hyphen at the end of a line as the hyphen that it shows, else gone.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Rectangle = tuple[float, float, float, float]

INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
SOFT_HYPHEN = "\u00ad"
LIGATURES = {
    **{"\u0132": "IJ", "\u0133": "ij", "\u01c7": "LJ", "\u01c9": "lj", "\u01ca": "NJ", "\u01cc": "nj"},
    **{"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"},
    **{"\ufb05": "st", "\ufb06": "st"},
}
NO_WIDTH = 0.001
"""Points; a character below this width is a further letter of the sign before it."""


@dataclass(frozen=True, slots=True)
class Character:
    """One normalised character and its box."""

    text: str
    box: Rectangle


def normalised(chars: Iterable[dict[str, Any]], vertical: bool = False) -> Iterator[Character]:
    """The characters of a line, normalised.

    Args:
        chars: Characters as in MuPDF's ``rawdict``.
        vertical: Whether the line runs along the y axis.
    """
    return _apart(_composed(_visible(chars)), 1 if vertical else 0)


def box_around(boxes: Iterable[Rectangle]) -> Rectangle:
    """The smallest rectangle around all of them."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _visible(chars: Iterable[dict[str, Any]]) -> Iterator[Character]:
    """The characters that show; a soft hyphen shows at the end only."""
    hyphen: Character | None = None
    for char in chars:
        text, box = char["c"], tuple(char["bbox"])
        if text == SOFT_HYPHEN:
            hyphen = Character("-", box)
        elif _shows(text):
            hyphen = None
            yield Character(text, box)
    if hyphen:
        yield hyphen


def _shows(text: str) -> bool:
    if not text or text in INVISIBLE:
        return False
    return text.isspace() or unicodedata.category(text) not in ("Cc", "Cs")


def _composed(characters: Iterable[Character]) -> Iterator[Character]:
    """Letters with the accents that follow them, where Unicode has them as one character."""
    pending: Character | None = None
    for character in characters:
        whole = unicodedata.normalize("NFC", (pending.text if pending else "") + character.text)
        if pending and unicodedata.combining(character.text) and len(whole) == 1:
            pending = Character(whole, box_around((pending.box, character.box)))
            continue
        if pending:
            yield pending
        alone = unicodedata.normalize("NFC", character.text)
        pending = Character(alone if len(alone) == 1 else character.text, character.box)
    if pending:
        yield pending


def _apart(characters: Iterable[Character], along: int) -> Iterator[Character]:
    """Letters of one sign side by side: each gets its share of the width."""
    sign: list[Character] = []
    for character in characters:
        if sign and character.box[along + 2] - character.box[along] < NO_WIDTH and _is_letter(character):
            sign.append(character)
            continue
        yield from _shared(sign, along)
        sign = [Character(letter, character.box) for letter in LIGATURES.get(character.text, character.text)]
    yield from _shared(sign, along)


def _is_letter(character: Character) -> bool:
    return not unicodedata.combining(character.text)


def _shared(sign: list[Character], along: int) -> Iterator[Character]:
    if len(sign) <= 1:
        yield from sign
        return
    start, end = sign[0].box[along], sign[0].box[along + 2]
    for index, letter in enumerate(sign):
        edges = list(sign[0].box)
        edges[along] = start + (end - start) * index / len(sign)
        edges[along + 2] = start + (end - start) * (index + 1) / len(sign)
        yield Character(letter.text, (edges[0], edges[1], edges[2], edges[3]))
