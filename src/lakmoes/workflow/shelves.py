"""What is loaded or made on demand and kept for a while: pages and pictures, the last used ones.

In: how to make a thing that is asked for. Out: the thing, from memory where it was asked for lately. Memory
is bounded by a number of things; two threads that ask for the same thing at once may both make it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from lakmoes.model import Page
from lakmoes.workflow.analysing import page_of
from lakmoes.workflow.opening import Dossier

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")
PageAt = Callable[[int], Page]
"""The page of a document at an index."""
PAGES_KEPT = 64
"""Pages in memory."""


class Shelf(Generic[Key, Thing]):
    """The last used things, at most ``size`` of them."""

    def __init__(self, make: Callable[[Key], Thing], size: int) -> None:
        self._make = make
        self._size = size
        self._lock = Lock()
        self._things: OrderedDict[Key, Thing] = OrderedDict()

    def get(self, key: Key) -> Thing:
        """The thing; whatever making it raises is raised here."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        thing = self._make(key)
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._size:
                self._things.popitem(last=False)
        return thing


class PageShelf:
    """The pages of a dossier, loaded one at a time."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._documents = {document.number: document for document in dossier.documents}
        self._shelf: Shelf[tuple[int, int], Page] = Shelf(self._loaded, PAGES_KEPT)

    def page(self, number: int, page_index: int) -> Page:
        """The page of an analysed document.

        Raises:
            DossierError: There is none: the dossier file is damaged.
        """
        return self._shelf.get((number, page_index))

    def of(self, number: int) -> PageAt:
        """What gives the pages of one document."""
        return lambda index: self.page(number, index)

    def _loaded(self, place: tuple[int, int]) -> Page:
        number, page_index = place
        return page_of(self._dossier, self._documents[number], page_index)
