"""Variants of samples: other names, other cases, other lines, and names that no list knows.

In: a sample and random numbers. Out: a variant of it, and the words that are to count as standing in no list,
so that names are learnt from what stands around them and from their form, not from the lists alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from lakmoes.detection.lists import fold
from lakmoes.detection.tagger.traits import Trait, word_of
from lakmoes.training.generator.names import NameStock
from lakmoes.training.names.samples import Range, Sample

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
GENITIVE = re.compile(r"(?:['’]s|s)$")

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How often each change is made, between 0 and 1.

    Attributes:
        renamed: Of a sample of ``running`` text: its persons get other names.
        small: The whole text in small letters; half as often its names alone.
        capitals: The names in capitals; half as often the whole text.
        wrapped: Of a sample of ``running`` text: its lines are broken as on a page.
        forgetful: Many words count as unlisted; else few do.
        running: Sources that are running text without the layout of a page.
    """

    renamed: float = 0.5
    small: float = 0.04
    capitals: float = 0.04
    wrapped: float = 0.4
    forgetful: float = 0.35
    running: frozenset[str] = frozenset({"treebanks", "novels", "missives", "patterns"})


MANY, FEW = 0.3, 0.03
"""Shares of the words that count as unlisted."""
THINGS = 0.5
"""Share of the names of other things that are changed into surnames."""
LEAST_THING = 4
"""Letters of such a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """Makes variants; called with a sample and random numbers (``fitting.Vary``).

    Attributes:
        names: Where other names are drawn from; ``None``: all keep their names.
        chances: How often each change is made.
    """

    names: NameStock | None = None
    chances: Chances = Chances()

    def __call__(self, sample: Sample, rng: Random) -> tuple[Sample, frozenset[str]]:
        """A variant, and its words that count as standing in no list."""
        chances = self.chances
        running = sample.source in chances.running
        if self.names and running and rng.random() < chances.renamed:
            sample = renamed(sample, self.names, rng)
        luck = rng.random()
        if luck < chances.small:
            sample = _recased(sample, str.lower, whole=luck * 2 < chances.small)
        elif luck < chances.small + chances.capitals:
            sample = _recased(sample, str.upper, whole=luck - chances.small > chances.capitals * 0.7)
        if running and rng.random() < chances.wrapped:
            sample = replace(sample, text=wrapped(sample.text, rng.randint(55, 110)))
        share = MANY if rng.random() < chances.forgetful else FEW
        return sample, unlisted(sample, share, rng)


def unlisted(sample: Sample, share: float, rng: Random) -> frozenset[str]:
    """A share of the capitalised words of a text, folded."""
    words = {fold(match.group()) for match in WORD.finditer(sample.text) if match.group()[0].isupper()}
    words |= {fold(match.group()) for start, end in sample.names for match in _words(sample, (start, end))}
    return frozenset(word for word in sorted(words) if rng.random() < share)


def _words(sample: Sample, place: Range) -> Iterator[re.Match[str]]:
    return WORD.finditer(sample.text, *place)


def wrapped(text: str, width: int) -> str:
    """The text with a line end instead of a space wherever a line would grow longer than ``width``."""
    letters = list(text)
    line = last = 0
    for place, letter in enumerate(text):
        if letter == "\n":
            line = place + 1
        elif letter == " ":
            last = place
        if place - line >= width and last > line:
            letters[last] = "\n"
            line = last + 1
    return "".join(letters)


def _recased(sample: Sample, change: Change, whole: bool) -> Sample:
    """The names, or the whole text, in another case, where no letter changes its length."""
    if len(change(sample.text)) != len(sample.text):
        return sample
    if whole:
        return replace(sample, text=change(sample.text))
    return rewritten(sample, change)


def rewritten(sample: Sample, change: Change, change_other: Change = str) -> Sample:
    """The sample with each of its names changed, and names of other things by another rule."""
    ranges = [(*place, "names") for place in sample.names]
    ranges += [(*place, "unknown") for place in sample.unknown]
    ranges += [(*place, "others") for place in sample.others]
    changes: dict[str, Change] = {"names": change, "unknown": str, "others": change_other}
    moved: dict[str, list[Range]] = {kind: [] for kind in changes}
    parts: list[str] = []
    position = length = 0
    for start, end, kind in sorted(ranges):
        if start < position:
            continue
        parts += [sample.text[position:start], changes[kind](sample.text[start:end])]
        first = length + start - position
        length = first + len(parts[-1])
        moved[kind].append((first, length))
        position = end
    text = "".join((*parts, sample.text[position:]))
    return replace(
        sample,
        text=text,
        names=tuple(moved["names"]),
        unknown=tuple(moved["unknown"]),
        others=tuple(moved["others"]),
    )


def renamed(sample: Sample, stock: NameStock, rng: Random) -> Sample:
    """The sample with other names for its persons, the same one for the same word throughout.

    Part of the names of other things become surnames, too, so that what stands around a name decides.
    """
    given: dict[str, str] = {}
    things: dict[str, str] = {}

    def change(name: str) -> str:
        words = list(WORD.finditer(name))
        parts, position = [], 0
        for index, match in enumerate(words):
            first = index == 0 and len(words) > 1
            parts += [name[position : match.start()], _other(match.group(), first, given, stock, rng)]
            position = match.end()
        return "".join((*parts, name[position:]))

    def change_thing(name: str) -> str:
        plain = name.isalpha() and name.istitle() and len(name) >= LEAST_THING
        if plain and name not in things:
            things[name] = stock.person(rng).surname if rng.random() < THINGS else name
        return things.get(name, name)

    return rewritten(sample, change, change_thing)


def _other(word: str, first: bool, given: dict[str, str], stock: NameStock, rng: Random) -> str:
    """Another name for a word of a name; interfixes, titles and single letters stay."""
    traits = word_of(word).traits
    stays = traits & (Trait.INTERFIX | Trait.TITLE | Trait.INITIALS) or len(word) < 3 or not word[0].isupper()
    if stays:
        return word
    if word in given:
        return given[word]
    ending = GENITIVE.search(word)
    if ending and word[: ending.start()] in given:
        return given[word[: ending.start()]] + ending.group()
    alone = not first and traits & Trait.FIRST and not traits & Trait.SURNAME
    person = stock.person(rng)
    given[word] = person.first if first or alone else person.surname.split()[-1]
    return given[word]
