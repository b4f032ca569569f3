"""The firms of a dossier: every form of one name together.

In: mentions. Out: ``Firm`` values, sorted. Two names are of one firm where they begin with the same telling
word (``Zuiderlucht Techniek B.V.``, ``Zuiderlucht``); others are one where all words agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.detection.firms.mentions import Mention, Source
from lakmoes.detection.firms.writing import is_telling, is_unusual


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """One firm.

    Attributes:
        key: What tells it from others: one telling word, or all its words.
        forms: Every form of the name as folded words, longest first.
        sources: Why it is taken for a firm.
        given: Whether the dossier's own settings name it.
    """

    key: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    sources: frozenset[Source]
    given: bool = False

    @property
    def known_alone(self) -> bool:
        """Whether one word stands for the firm."""
        return len(self.key) == 1


def firms_of(found: Iterable[Mention]) -> tuple[Firm, ...]:
    """The firms that are mentioned, sorted by their key."""
    groups: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in found:
        groups[_key(mention)].append(mention)
    return tuple(_firm(key, groups[key]) for key in sorted(groups))


def _key(mention: Mention) -> tuple[str, ...]:
    first = mention.words[0]
    alone = len(mention.words) == 1 and mention.source in (Source.COLUMN, Source.ROLE, Source.TERM)
    if is_telling(first) or (alone and is_unusual(first)):
        return (first,)
    return mention.words


def _firm(key: tuple[str, ...], group: Sequence[Mention]) -> Firm:
    forms = {mention.words for mention in group} | {key}
    return Firm(
        key=key,
        forms=tuple(sorted(forms, key=lambda form: (-len(form), form))),
        sources=frozenset(mention.source for mention in group),
        given=any(mention.source is Source.TERM for mention in group),
    )


def by_first_word(firms: Iterable[Firm]) -> Mapping[str, tuple[Firm, ...]]:
    """The firms by the words with which a form of their name begins."""
    table: defaultdict[str, list[Firm]] = defaultdict(list)
    for firm in firms:
        for word in sorted({form[0] for form in firm.forms}):
            table[word].append(firm)
    return {word: tuple(members) for word, members in table.items()}
