"""Texts in which the names are marked, and what the recognizers of names make of them."""

from dataclasses import dataclass

from lakmoes.detection.names import NAME_RECOGNIZERS
from lakmoes.detection.recognizer import Hit, Recognizer

LIKELY = 0.6
ALL = tuple(recognizer() for recognizer in NAME_RECOGNIZERS)


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the characters that were marked."""

    text: str
    characters: frozenset[int]


def marked(source: str) -> Marked:
    """The text in which ``[[`` and ``]]`` stood around each name."""
    text, characters, inside = [], set(), False
    for piece in source.replace("]]", "[[").split("[["):
        start = sum(map(len, text))
        if inside:
            characters |= set(range(start, start + len(piece)))
        text.append(piece)
        inside = not inside
    return Marked("".join(text), frozenset(characters))


def likely_hits(text: str, recognizers: tuple[Recognizer, ...] = ALL) -> list[Hit]:
    """Hits from the score at which a name is redacted unless it is someone who acts in public."""
    hits = [hit for recognizer in recognizers for hit in recognizer.find(text) if hit.score >= LIKELY]
    public = [hit for hit in hits if hit.role]
    return [hit for hit in hits if not any(one.start < hit.end and hit.start < one.end for one in public)]


def found_words(source: str, recognizers: tuple[Recognizer, ...] = ALL) -> tuple[list[str], list[str]]:
    """The words that should have been found but were not, and those that were found but should not."""
    expected = marked(source)
    covered = {
        place for hit in likely_hits(expected.text, recognizers) for place in range(hit.start, hit.end)
    }
    missed = _words(expected.text, expected.characters - covered)
    return missed, _words(expected.text, frozenset(covered) - expected.characters)


def _words(text: str, characters: frozenset[int]) -> list[str]:
    kept = "".join(character if place in characters else " " for place, character in enumerate(text))
    return [word for word in kept.split() if any(map(str.isalnum, word))]


def roles_in(text: str) -> dict[str, str]:
    """The role of every name that has one, by the name as it stands."""
    hits = [hit for recognizer in ALL for hit in recognizer.find(text)]
    return {" ".join(text[hit.start : hit.end].split()): hit.role for hit in hits if hit.role}
