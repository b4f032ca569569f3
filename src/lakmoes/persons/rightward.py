"""What stands behind a name and belongs to it: initials, interfix, bracketed first name, titles, surname.

In: a grown name. Out: the name with what stands behind it. What stands in brackets and is no first name (a
unit, a role) stays outside.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from lakmoes.persons.known import INITIAL, Grown, Known, letters_of, same_case
from lakmoes.persons.letters import (
    HYPHENS,
    INTERFIX,
    LOWER,
    SPAN_TITLE,
    TRAILING_TITLE,
    UPPER,
    WORD,
    fold_interfix,
    words,
)

_REVERSED = re.compile(
    rf",[ \t]?\n?(?:(?i:{SPAN_TITLE})\.?[ ])*(?P<initials>{INITIAL}(?:\s?-?{INITIAL})*)"
    rf"(?:[ ](?P<interfix>(?i:{INTERFIX}))(?![\w]))?(?![ ]?(?:(?i:{INTERFIX})[ ])?[{UPPER}][{LOWER}])"
)
_INTERFIX = re.compile(rf",?[ ](?P<interfix>{INTERFIX})(?![\w'’])(?![ ]\w)", re.IGNORECASE)
_INITIALS = re.compile(
    rf"[ ](?P<initials>{INITIAL}(?:[ ]?{INITIAL})*|[{UPPER}](?=[\n\t]|\Z))(?![ ][{UPPER}][{LOWER}])"
)
_BRACKET = re.compile(rf"[ ]?\n?\((?P<given>{WORD}(?:[- ]{WORD})?)\)")
_TITLE = re.compile(rf",?[ ](?:{TRAILING_TITLE})(?![\w])")
_WORD = re.compile(
    rf"[ ](?P<interfix>{INTERFIX}[ ])?(?P<surname>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*)(?![\w-])"
)
_PLAIN_INTERFIXES = frozenset({"van", "van de", "van het", "uit", "in", "op", "bij", "aan", "het", "te"})
"""Prepositions in most texts: ``Agnes van Inkoop``."""
"""Prepositions in most texts: ``Agnes van Inkoop``."""
_HALF = re.compile(rf"(?:[{HYPHENS}]\n?[{UPPER}](?:[{LOWER}]+|[{UPPER}]+)(?![\w]))+")
_TAIL = re.compile(rf"[ ](?P<letters>(?:[{UPPER}{LOWER}][-.]?){{1,4}})(?![\w'’@-])")


class Rightward:
    """Grows names to the right.

    Args:
        known: What the register knows.
    """

    def __init__(self, known: Known) -> None:
        self._known = known

    def half(self, text: str, grown: Grown) -> Grown:
        """The second half of a double surname of which the register knows the first."""
        found = _HALF.match(text, grown.end)
        return replace(grown, end=found.end()) if found else grown

    def family(self, text: str, grown: Grown) -> Grown:
        """``, mr. A. ter (Annelotte)`` behind a surname."""
        steps: tuple[Callable[[str, Grown], Grown], ...] = (
            self._reversed,
            self._interfix,
            self._bracket,
            self._initials,
            self._title,
        )
        for step in steps:
            grown = step(text, grown)
        return grown

    def _reversed(self, text: str, grown: Grown) -> Grown:
        """``, mr. A. ter`` behind a surname, unless the initials are those of the next person."""
        found = _REVERSED.match(text, grown.end)
        if grown.chunk.joined or not found:
            return grown
        after = text[found.end() : found.end() + 2]
        if not self._known.fits(found["initials"], grown) and not re.match(r"\Z|[;)\t]|\n\n| [(–-]", after):
            return grown
        interfix = fold_interfix(found["interfix"] or "")
        return replace(grown, end=found.end(), initials=letters_of(found["initials"]), interfix=interfix)

    def _interfix(self, text: str, grown: Grown) -> Grown:
        """``van den`` behind ``Heuvel, Lot``."""
        found = _INTERFIX.match(text, grown.end)
        if grown.interfix or not found:
            return grown
        read = replace(grown, end=found.end(), interfix=fold_interfix(found["interfix"]))
        reversed_name = grown.initials or (grown.chunk.joined and "," in text[grown.start : grown.end])
        return read if reversed_name and self._known.owns_interfix(read) else grown

    def _bracket(self, text: str, grown: Grown) -> Grown:
        found = _BRACKET.match(text, grown.end)
        if not found or not self._known.is_first_name(found["given"], grown.initials):
            return grown
        return replace(grown, end=found.end(), given=words(found["given"]))

    def _initials(self, text: str, grown: Grown) -> Grown:
        """``Roodzand D.``, where the initials are the person's."""
        found = _INITIALS.match(text, grown.end)
        if not found or grown.initials or grown.chunk.joined:
            return grown
        closed = found["initials"].count(".") > 1 and re.match(r"\Z|[;)\n\t]", text[found.end() :])
        if not closed and not self._known.fits(found["initials"], grown):
            return grown
        return replace(grown, end=found.end(), initials=letters_of(found["initials"]))

    def _title(self, text: str, grown: Grown) -> Grown:
        found = _TITLE.match(text, grown.end)
        return replace(grown, end=found.end()) if found else grown

    def surname_letters(self, text: str, grown: Grown) -> Grown:
        """``Sjoerd T``, ``Ingeborg K-N``, ``lot vdh``."""
        found = _TAIL.match(text, grown.end)
        if not found or not same_case(found["letters"], text[grown.start :]):
            return grown
        owners = self._known.shortened(grown, found["letters"])
        return replace(grown, end=found.end(), tail=True, owners=owners) if owners else grown

    def surname(self, text: str, grown: Grown) -> Grown:
        """Takes in a surname that the register does not know: ``Delano Wijngaarde``."""
        found = _WORD.match(text, grown.end)
        if grown.clear or not found or text[grown.start].islower():
            return grown
        interfix = fold_interfix(found["interfix"] or "")
        first = words(found["surname"])[0]
        if interfix in _PLAIN_INTERFIXES or self._known.spellings.is_ordinary(first):
            return grown
        owners = self._known.without_surname(grown)
        return replace(grown, end=found.end(), interfix=interfix, tail=True, owners=owners)
