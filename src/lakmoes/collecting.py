"""Work without Python's collector of reference cycles.

Redacting and verifying make very many small values (a tuple for each letter, operand and operator) and hardly
a cycle. The collector starts every so many new values, and each time looks through all that the process
holds: with the libraries that are loaded, a third of the time of a redaction. What is no longer referred to
is freed at once all the same; the few cycles wait for the end of the document.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keeps the collector of cycles from running; where it was off it stays off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
