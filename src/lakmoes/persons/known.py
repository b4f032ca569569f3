"""A name on a page as far as it has been read, and what the register knows about its parts.

In: chunks and identities. Out: ``Grown`` names, and answers about initials, first names and interfixes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lakmoes.persons.identities import Identity
from lakmoes.persons.letters import UPPER, WORD, fold, same_interfix, words
from lakmoes.persons.scanning import Chunk
from lakmoes.persons.spellings import Spellings

REACH = 32
"""Characters beside a name that are looked at."""
INITIAL = rf"(?:IJ|Chr?|Th|Ph|Fr|Tj|Sj|Joh|Jac|Jos|Wm|Gh|Kh|Sh|Dj|Ya|Yu|Zh|Ts|Cz|[{UPPER}])\."
"""One dotted initial; of those with more letters only the usual ones, so that ``Gr.`` is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A name on the page with all that belongs to it.

    Attributes:
        chunk: The names from which it grew.
        start: Offset of its first character.
        end: Offset just past its last character.
        initials: Initials read beside it, folded.
        given: First name read in brackets.
        interfix: Interfix read before or behind it, folded.
        title: Whether a title stands before it.
        tail: Whether the surname's initials stand behind a first name (``Sjoerd T``).
        owners: The identities that fit all of it.
    """

    chunk: Chunk
    start: int
    end: int
    initials: str = ""
    given: tuple[str, ...] = ()
    interfix: str = ""
    title: bool = False
    tail: bool = False
    owners: frozenset[int] = frozenset()

    @property
    def clear(self) -> bool:
        """Whether its own form shows that it is a name."""
        return bool(self.chunk.joined or self.initials or self.given or self.title or self.tail)


class Known:
    """What the register knows.

    Args:
        identities: The persons that the keys' owners point at.
        spellings: Tells what is a first name or an ordinary word.
    """

    def __init__(self, identities: Sequence[Identity], spellings: Spellings) -> None:
        self._identities = identities
        self.spellings = spellings

    def owns_interfix(self, grown: Grown) -> bool:
        """Whether the interfix is one of the person's, so that it is no plain ``de`` or ``van``."""
        owned = {own for owner in grown.owners for own in self._identities[owner].interfixes}
        read = grown.interfix
        return any(same_interfix(read, own) or own.endswith(f" {read}") for own in owned)

    def is_first_name(self, written: str, initials: str) -> bool:
        """Whether what stands in brackets is a first name; it may be unknown if it has the first initial."""
        if written.isupper() and len(written) > 1:
            return False  # a unit: "A. Kort (FIN)"
        given = words(written)
        if self.spellings.is_first_name(given[0]):
            return True
        likely = bool(initials) and given[0][0] == initials[0] and written[0].isupper()
        return likely and not self.spellings.is_ordinary(given[0])

    def fits(self, initials: str, grown: Grown) -> bool:
        """Whether the initials are those of a person with this surname, and known as such."""
        letters = letters_of(initials)
        owners = (self._identities[owner] for owner in grown.owners)
        return any(owner.first_letters and owner.fits_first(letters, ()) for owner in owners)

    def without_surname(self, grown: Grown) -> frozenset[int]:
        """The owners of whom no surname is known."""
        return frozenset(owner for owner in grown.owners if not self._identities[owner].surname)

    def shortened(self, grown: Grown, letters: str) -> frozenset[int]:
        """The owners whose surname has these initials; with a dot, those of whom no surname is known too."""
        plain = "".join(words(letters.replace(".", " ")))
        owners = {owner for owner in grown.owners if plain in self._identities[owner].surname_letters}
        if not owners and letters.endswith("."):
            owners = {owner for owner in grown.owners if not self._identities[owner].surname_letters}
        return frozenset(owners)

    def fitting(self, grown: Grown) -> frozenset[int]:
        """The owners that initials, first name and interfix leave over; those who surely fit go first."""
        fitting = {
            owner
            for owner in grown.owners
            if self._identities[owner].fits_first(grown.initials, grown.given)
            and self._identities[owner].fits_interfix(grown.interfix)
        }
        if grown.initials or grown.given:
            sure = {owner for owner in fitting if self._identities[owner].first_letters}
            return frozenset(sure or fitting)
        return frozenset(fitting)


def letters_of(initials: str) -> str:
    """Folded letters of written initials: ``hm`` for ``H.M.``."""
    return "".join(fold(word)[0] for word in re.findall(WORD, initials))


def same_case(letters: str, name: str) -> bool:
    """Whether there is a capital among the letters, or the name's first letter is small too."""
    return not letters.islower() or name[:1].islower()
