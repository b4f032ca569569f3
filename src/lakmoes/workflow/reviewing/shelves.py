"""What is loaded or made on demand and kept for a while: pages and pictures, the last used ones.

In: how to make a thing that is asked for. Out: the thing, from memory where it was asked for lately. Memory
is bounded by a number of things; two threads that ask for the same thing at once may both make it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


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
