"""What belongs to a name that stands around it: titles, initials, interfixes, the bracketed first name.

In: a chunk on a page. Out: ``Grown``: the whole name (``mr. A. (Annelotte) ter Braak``, ``Vos, mr. H.M.
(Hanneke)``, ``Sjoerd T``) with the initials and first name read on the way.
"""

from collections.abc import Sequence
from dataclasses import replace

from lakmoes.persons.identities import Identity
from lakmoes.persons.known import Grown, Known
from lakmoes.persons.leftward import Leftward
from lakmoes.persons.rightward import Rightward
from lakmoes.persons.scanning import GIVEN_PARTS, Chunk
from lakmoes.persons.spellings import Spellings


class Growth:
    """Grows chunks; knows the persons, to tell whose initials are whose.

    Args:
        identities: The persons that the keys' owners point at.
        spellings: Tells what is a first name.
    """

    def __init__(self, identities: Sequence[Identity], spellings: Spellings) -> None:
        self._known = Known(identities, spellings)
        self._left, self._right = Leftward(self._known), Rightward(self._known)

    def grow(self, text: str, chunk: Chunk) -> Grown:
        """The chunk with all that belongs to it."""
        grown = Grown(chunk=chunk, start=chunk.start, end=chunk.end, owners=chunk.owners)
        if chunk.has_family:
            for step in (self._halves, self._right.family, self._left.family, self._halves):
                grown = step(text, grown)
        if not grown.clear and chunk.sights[0].is_a(GIVEN_PARTS):
            for step in (self._right.surname_letters, self._right.surname, self._left.surname):
                grown = step(text, grown)
        return replace(grown, owners=self._known.fitting(grown))

    def _halves(self, text: str, grown: Grown) -> Grown:
        """The other half of a double surname; not of an ordinary word (``Noord-Holland``)."""
        if not grown.clear and all(key.ordinary for key in grown.chunk.sights[-1].keys):
            return grown
        return self._left.half(text, self._right.half(text, grown))
