"""What a maker of documents hands over before it is laid out.

In: nothing. Out: ``Draft``, and the type of the makers. Blocks hold marked text; a tab parts the cells of a
row.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lakmoes.model import DocumentKind
from lakmoes.training.generator.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document before its lines are wrapped: its kind and its blocks in reading order."""

    kind: DocumentKind
    blocks: list[str]


Maker = Callable[[Scene], Draft]
