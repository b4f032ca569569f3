"""What the makers of documents work with: the people of one document and the sentences about them.

In: random numbers and the stock of names. Out: filled sentences and paragraphs. A sentence pattern is not
used twice in a document before the others of its pool were.
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from lakmoes.training.generator.filling import Filler, sentence_case
from lakmoes.training.generator.names import NameStock
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.references import FORMS
from lakmoes.training.generator.things import Things

T = TypeVar("T")
ENDS = (".", "!", "?", ":", ",", ".”", '"', "'", ".)", "’")


class Scene:
    """The people of one document and what is said of them."""

    def __init__(self, rng: Random, stock: NameStock) -> None:
        """A document has three to twelve people that come back in it."""
        self.rng = rng
        self.stock = stock
        self.cast: list[Person] = []
        self._southern = False
        self._decks: dict[str, list[str]] = {}
        self.things = Things(rng, stock)
        self._filler = Filler(rng, self.things, self.people)
        self.people(rng.randint(3, 12))

    def people(self, count: int) -> list[Person]:
        """Different persons, those of the document first, with new ones where it has too few."""
        newcomers = count - len(self.cast) if count > len(self.cast) else int(self.rng.random() < 0.1)
        self.cast += (self._newcomer() for _ in range(newcomers))
        return self.rng.sample(self.cast, count)

    def move_south(self) -> None:
        """Makes the document one of Flanders: most of its people have Flemish names."""
        self._southern = True
        self.cast = [self._newcomer() for _ in self.cast]

    def _newcomer(self) -> Person:
        if self._southern and self.chance(0.6):
            return self.stock.southerner(self.rng)
        return self.stock.person(self.rng)

    def person(self) -> Person:
        """One of the people."""
        return self.people(1)[0]

    def one(self, *pools: str) -> str:
        """A line of one of the pools of the stock, unfilled."""
        pool = self.rng.choice(pools)
        deck = self._decks.setdefault(pool, [])
        if not deck:
            deck += self.rng.sample(lines(pool), len(lines(pool)))
        return deck.pop()

    def say(self, pattern: str, *given: Person) -> str:
        """The pattern filled, as it stands."""
        return self._filler.fill(pattern, *given)

    def sentence(self, *pools: str, about: Sequence[Person] = ()) -> str:
        """A filled line of one of the pools with a capital at its start."""
        return sentence_case(self.say(self.one(*pools), *about))

    def paragraph(self, *pools: str, least: int = 2, most: int = 5) -> str:
        """Some sentences from the pools."""
        sentences = [self.sentence(*pools) for _ in range(self.rng.randint(least, most))]
        return " ".join(it if it.endswith(ENDS) else f"{it}." for it in sentences)

    def name(self, form: str, person: Person | None = None) -> str:
        """A reference to a person in a form of ``references.FORMS``."""
        return FORMS[form](self.rng, person or self.person())

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.rng.random() < share

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self.rng.choice(options)
