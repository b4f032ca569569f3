"""The base of all recognizers of names: it gives each hit the role that the text gives the person.

In: hits for names from a subclass. Out: the same hits, with ``role`` set where a word for a public role
stands right before or after the name, or holds for a whole enumeration (``de leden X en Y``).
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from lakmoes.detection.listing import Listed, Place, index_at, names_between
from lakmoes.detection.name_parts import Tokens
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.detection.roles import (
    before_titles,
    plural_roles,
    role_after,
    role_before,
    role_under_mandate,
)
from lakmoes.detection.tokens import tokenize
from lakmoes.model import FindingKind

MARKS_BETWEEN = frozenset({",", "en", "&", "and", "mr", "mrs", "dr", "drs"})


class NameRecognizer(Recognizer):
    """Base of the recognizers of names: subclasses implement ``names``."""

    kinds: ClassVar[tuple[FindingKind, ...]] = (FindingKind.NAME,)

    @abstractmethod
    def names(self, text: str) -> Iterator[Hit]:
        """The names in a text, without roles."""

    def find(self, text: str) -> Iterator[Hit]:
        """The names in a text, each with its role."""
        tokens = tokenize(text)
        shared: Hit | None = None
        for hit in self.names(text):
            if hit.kind is not FindingKind.NAME:
                yield hit
                continue
            with_role = self._with_role(text, hit, shared)
            shared = with_role if _is_shared(tokens, with_role, shared) else None
            yield with_role

    def _with_role(self, text: str, hit: Hit, shared: Hit | None) -> Hit:
        if hit.role:
            return hit
        tokens = tokenize(text)
        first, last = index_at(tokens, hit.start), index_at(tokens, hit.end)
        if first >= len(tokens) or tokens[first].start != hit.start:
            return hit  # a part of a file name
        role = role_under_mandate(text, hit.start, hit.end)
        if role is None:
            role = role_before(tokens, first) or role_after(tokens, last)
        if not role and shared and _continues(tokens, shared, first):
            role = shared.role
        return replace(hit, role=role) if role else hit


def _is_shared(tokens: Tokens, hit: Hit, shared: Hit | None) -> bool:
    """Whether the role of this name holds for the names enumerated after it as well."""
    if not hit.role:
        return False
    first = index_at(tokens, hit.start)
    start = before_titles(tokens, first) if first < len(tokens) else 0
    plural = start > 0 and tokens[start - 1].key in plural_roles()
    return plural or (shared is not None and _continues(tokens, shared, first))


def _continues(tokens: Tokens, shared: Hit, first: int) -> bool:
    """Whether only marks, ``en`` and titles stand between the name before and this one."""
    start = index_at(tokens, shared.end)
    return start <= first <= start + 4 and all(token.key in MARKS_BETWEEN for token in tokens[start:first])


def hits_between(text: str, span: tuple[int, int], rule: str, place: Place) -> Iterator[Hit]:
    """Hits for the names in a list that runs from offset ``span[0]`` to ``span[1]``."""
    tokens = tokenize(text)
    first, last = index_at(tokens, span[0]), index_at(tokens, span[1])
    for listed in names_between(tokens, (first, last), place):
        yield listed_hit(tokens, listed, rule)


def listed_hit(tokens: Tokens, listed: Listed, rule: str) -> Hit:
    """The hit for a name in a list."""
    return Hit(
        start=tokens[listed.first].start,
        end=tokens[listed.last - 1].end,
        kind=FindingKind.NAME,
        rule=rule,
        score=listed.score,
    )
