"""Cue words: which groups of words occur in a text.

In: a list in ``grounds/lists`` (sections ``[name of the group]``, one cue a line, ``#`` starts a remark) and
the words of a text. Out: per group the cues found. A cue is a word or a phrase; ``*`` at its end or beginning
stands for any letters, so that ``observ*`` finds *observatie* and ``*loods`` finds *fruitloods*.

Groups carry most of the judgement, so that a dossier on another subject is judged as well.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lakmoes.errors import ResourceError
from lakmoes.grounds import grounds_folder

TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[€$£%?!:;=]")
NUMBER = "<n>"
SHORTEST_STEM = 3
REMEMBERED = 50_000
"""Words of which the open-ended cues are remembered; more than a dossier has."""

Phrase = tuple[str, ...]


def words_of(text: str) -> Phrase:
    """The words and telling signs of a text in lower case; every number is ``<n>``."""
    found = (match.group().lower().replace("’", "'") for match in TOKEN.finditer(text))
    return tuple(NUMBER if word[0].isdigit() else word for word in found)


@dataclass(frozen=True, slots=True)
class CueBook:
    """The cues by group, arranged for looking up.

    Attributes:
        groups: Names of the groups, in the order of the file.
        phrases: Per first word the phrases that begin with it, each with its group; single words too.
        stems: Beginnings of words with their groups.
        endings: Ends of words with their groups.
    """

    groups: tuple[str, ...]
    phrases: Mapping[str, tuple[tuple[Phrase, str], ...]]
    stems: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    _seen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, words: Sequence[str]) -> dict[str, list[str]]:
        """Per group the cues that occur among the words of a text, in reading order."""
        found: dict[str, list[str]] = defaultdict(list)
        for index, word in enumerate(words):
            for phrase, group in self.phrases.get(word, ()):
                if len(phrase) == 1 or _stands(words[index : index + len(phrase)], phrase):
                    found[group].append(" ".join(words[index : index + len(phrase)]))
            for group in self._open_ended(word):
                found[group].append(word)
        return found

    def _open_ended(self, word: str) -> tuple[str, ...]:
        """The groups of the open-ended cues that a word fits; remembered, for words return often."""
        known = self._seen.get(word)
        if known is None:
            groups: set[str] = set()
            for size in range(SHORTEST_STEM, len(word) + 1):
                groups |= self.stems.get(word[:size], frozenset())
                groups |= self.endings.get(word[-size:], frozenset())
            known = tuple(group for group in self.groups if group in groups)
            if len(self._seen) < REMEMBERED:
                self._seen[word] = known
        return known


def _stands(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether the words are the phrase; its last word may be open-ended."""
    last = phrase[-1]
    if len(words) < len(phrase) or tuple(words[:-1]) != phrase[:-1]:
        return False
    return words[-1] == last or (last.endswith("*") and words[-1].startswith(last[:-1]))


@cache
def cue_book(name: str) -> CueBook:
    """The cues of a list that comes with the package.

    Raises:
        ResourceError: The list is missing or holds a cue outside a group.
    """
    return read_cues(grounds_folder() / "lists" / name / "items.txt")


def read_cues(path: Path) -> CueBook:
    """The cues of any file laid out like those of the package.

    Raises:
        ResourceError: The file is missing or holds a cue outside a group.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError("grounds-missing") from error
    groups: list[str] = []
    cues: list[tuple[Phrase, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        cue = line.partition("#")[0].strip()
        if cue.startswith("[") and cue.endswith("]"):
            groups.append(cue[1:-1])
        elif cue and not groups:
            raise ResourceError("grounds-invalid", file=path.parent.name, place=number)
        elif cue:
            cues.append((_phrase(cue), groups[-1]))
    return _book(groups, cues)


def _phrase(cue: str) -> Phrase:
    """A cue as ``words_of`` would divide it, its stars kept."""
    begins, ends = cue.startswith("*"), cue.endswith("*")
    words = list(words_of(cue.strip("*"))) or [cue]
    words[0] = "*" * begins + words[0]
    words[-1] += "*" * ends
    return tuple(words)


def _book(groups: Sequence[str], cues: Sequence[tuple[Phrase, str]]) -> CueBook:
    phrases: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    stems: dict[str, set[str]] = defaultdict(set)
    endings: dict[str, set[str]] = defaultdict(set)
    for phrase, group in cues:
        if len(phrase) == 1 and phrase[0].endswith("*"):
            stems[phrase[0].strip("*")].add(group)
        elif len(phrase) == 1 and phrase[0].startswith("*"):
            endings[phrase[0][1:]].add(group)
        elif (phrase, group) not in phrases[phrase[0]]:
            phrases[phrase[0]].append((phrase, group))
    return CueBook(
        groups=tuple(groups),
        phrases={word: tuple(found) for word, found in phrases.items()},
        stems={stem: frozenset(found) for stem, found in stems.items()},
        endings={ending: frozenset(found) for ending, found in endings.items()},
    )
