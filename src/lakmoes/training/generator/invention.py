"""Names that nobody is known to bear, in the shape of names that people do bear.

In: names of one origin. Out: a head of one of them with a tail of another, joined where both have the same
two letters, so that beginnings, endings and joints stay as the origin has them (``Wie|rda`` and
``Boe|rsma`` give ``Wiersma``, which is refused because it is listed). A model that learns from them learns
shape and context.
"""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

JOINT = 2
"""Letters that head and tail share."""
SHORTEST, LONGEST = 4, 14
TRIES = 40


class Inventor:
    """Makes names like the given ones; keeps the tails that may follow two letters."""

    def __init__(self, names: Sequence[str], known: frozenset[str]) -> None:
        """``known``: names in small letters that must not come out."""
        self._names = [name for name in names if len(name) > JOINT + 1 and name.isalpha()]
        self._known = known
        self._tails: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            for cut in range(JOINT, len(name)):
                self._tails[name[cut - JOINT : cut].lower()].append(name[cut:])

    def invent(self, rng: Random) -> str | None:
        """A name in no list, or nothing where too few names are given to make one."""
        for _ in range(TRIES if self._names else 0):
            head = rng.choice(self._names)
            cut = rng.randrange(JOINT, len(head))
            name = head[:cut] + rng.choice(self._tails[head[cut - JOINT : cut].lower()])
            if SHORTEST <= len(name) <= LONGEST and name.lower() not in self._known:
                return name
        return None
