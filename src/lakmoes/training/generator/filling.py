"""Patterns with their slots filled.

In: a pattern such as ``{person1} belt {him1} over {topic}.``, the persons of the document and the random
numbers of the caller. Out: text with the names in it marked. A digit says which person of the sentence a
slot is about; a slot for a person without a digit is about someone new to the sentence. Slots for several
persons: ``{surnames}``, ``{fulls}``, ``{firsts}``, ``{officials}``. ``{he1}``, ``{him1}``, ``{his1}``
follow the person's sex.
"""

import re
from collections.abc import Callable
from random import Random

from lakmoes.training.generator.composing import composed
from lakmoes.training.generator.persons import Person, capitalised
from lakmoes.training.generator.references import FORMS, pronoun
from lakmoes.training.generator.things import Things

SLOT = re.compile(r"\{([A-Za-z]+)(\d?)\}")
DOUBLE_STOP = re.compile(r"(\.[VF]\.)\.$")
"""The stop of a firm's name that ends a sentence as well."""
OPENING = re.compile(r"(?:\{n\|)?[‘“\"(]?")
"""What may stand before the first letter of a sentence."""
SEVERAL = {
    "surnames": "surname",
    "fulls": "full",
    "firsts": "first",
    "officials": "official",
    "persons": "person",
}
PRONOUNS = frozenset(("he", "him", "his", "He", "Him", "His"))


class Filler:
    """Fills patterns for one document; ``choose`` gives a number of different persons of it."""

    def __init__(self, rng: Random, things: Things, choose: Callable[[int], list[Person]]) -> None:
        """Draws from ``rng`` only."""
        self._rng = rng
        self._things = things
        self._choose = choose

    def fill(self, pattern: str, *given: Person) -> str:
        """The pattern with every slot filled; ``given``: who slot 1, 2, ... are about."""
        pattern = composed(self._rng, pattern)
        count = sum(1 for name, _ in SLOT.findall(pattern) if name in FORMS)
        strangers = [person for person in self._choose(count + len(given)) if person not in given]
        said: set[str] = set()
        numbered = {str(index): person for index, person in enumerate(given, start=1)}

        def filled(match: re.Match[str]) -> str:
            name, digit = match.groups()
            if name in SEVERAL:
                return self._row(SEVERAL[name])
            if self._things.knows(name):
                return self._thing(name, said)
            if not digit:
                return FORMS[name](self._rng, strangers.pop())
            person = numbered.get(digit) or numbered.setdefault(digit, strangers.pop())
            return pronoun(name, person) if name in PRONOUNS else FORMS[name](self._rng, person)

        return DOUBLE_STOP.sub(r"\1", SLOT.sub(filled, pattern))

    def _thing(self, slot: str, said: set[str]) -> str:
        """A thing that the sentence has not named yet, if there is one."""
        thing = self._things.fill(slot)
        for _ in range(3 if thing in said else 0):
            thing = self._things.fresh(slot) if thing in said else thing
        said.add(thing)
        return thing

    def _row(self, form: str) -> str:
        people = self._choose(self._rng.choice((2, 2, 3, 3, 4)))
        names = [FORMS[form](self._rng, person) for person in people]
        return f"{', '.join(names[:-1])} {self._rng.choice(('en', 'en', 'en', '&'))} {names[-1]}"


def sentence_case(text: str) -> str:
    """The text with a capital at its start, also where a marked name or a quotation stands there."""
    start = OPENING.match(text)
    end = start.end() if start else 0
    return text[:end] + capitalised(text[end:])
