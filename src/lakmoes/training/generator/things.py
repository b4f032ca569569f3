"""What is no person but stands where persons stand: bodies, firms, streets, halls, ships, laws, dates.

In: random numbers and the stock of names, after which streets and firms are called. Out: unmarked text.
Firms, streets and ships bear names of people on purpose: a model must learn that they are no persons.
"""

import re
from random import Random

from lakmoes.training.generator.figures import Figures
from lakmoes.training.generator.names import NameStock, parted
from lakmoes.training.generator.origins import listed
from lakmoes.training.generator.persons import capitalised
from lakmoes.training.generator.phrases import lines

LISTED = {
    "organisation": "organisations",
    "abbreviation": "abbreviations",
    "body": "bodies",
    "department": "departments",
    "function": "functions",
    "dignitary": "dignitaries",
    "topic": "topics",
    "matters": "matters",
    "task": "tasks",
    "document": "documents",
    "product": "products",
    "party": "parties",
    "paper": "papers",
    "relation": "relations",
    "school": "schools",
    "verb": "speech",
    "trade": "trades",
    "sportsrole": "sports_roles",
    "flemishplace": "flemish_places",
    "country": "countries",
    "title": "titles",
    "nationality": "nationalities",
    "demonym": "demonyms",
    "mass": "mass",
    "groups": "groups",
}
"""Slots that are filled with a line of a file of the stock."""
UNARTICLED = {"subject": "topic", "office": "organisation"}
"""Slots for things without their article, as headings have them."""
SMALL = {"masslow": "mass", "groupslow": "groups"}
"""Slots for words that have a capital at the start of a sentence only."""
RECURRING = frozenset(("topic", "organisation", "firm", "place", "street", "project", "department", "club"))
AGAIN = 0.5
"""Share of recurring things that the document has named before."""
COINED = 0.3
"""Share of firms whose name says nothing of a person."""
STREETS = ("straat", "straat", "laan", "weg", "plein", "plantsoen", "kade", "hof", "dreef", "singel")
HONOURED = ("Burgemeester", "Dokter", "Pastoor", "Professor", "Jan", "Prins", "Dominee", "Mr.", "Anna")


class Things:
    """The things of one document; some come back in it."""

    def __init__(self, rng: Random, stock: NameStock) -> None:
        """Draws from ``rng`` only."""
        self._rng = rng
        self._stock = stock
        self._figures = Figures(rng)
        self._named: dict[str, list[str]] = {}

    def knows(self, slot: str) -> bool:
        """Whether a slot is one for things."""
        return (
            slot in LISTED
            or slot in SMALL
            or slot in UNARTICLED
            or hasattr(self, f"_{slot}")
            or self._figures.knows(slot)
        )

    def fill(self, slot: str) -> str:
        """What stands in a slot; a recurring thing is often one that was named before."""
        if slot in UNARTICLED:
            return re.sub(r"^(de|het) ", "", self.fill(UNARTICLED[slot]))
        named = self._named.setdefault(slot, [])
        if slot in RECURRING and len(named) > 1 and self._rng.random() < AGAIN:
            return self._rng.choice(named)
        named.append(self.fresh(slot))
        return named[-1]

    def fresh(self, slot: str) -> str:
        """What stands in a slot, whatever was named before."""
        if slot in SMALL:
            return self.fresh(SMALL[slot]).lower()
        if slot in LISTED:
            return self._rng.choice(lines(LISTED[slot]))
        if self._figures.knows(slot):
            return self._figures.fill(slot)
        return str(getattr(self, f"_{slot}")())

    def _nobody(self) -> str:
        """A surname as it stands alone, after which a thing is called."""
        return capitalised(self._stock.surname(self._rng))

    def _coined(self) -> str:
        """A made-up name of a firm, a product or a body; few occur twice."""
        luck = self._rng.random()
        if luck < 0.25:
            return self._rng.choice(lines("coined"))
        if luck < 0.7:
            return self._rng.choice(lines("brand_heads")) + self._rng.choice(lines("brand_tails"))
        if luck < 0.85:
            return f"{self._rng.choice(lines('english_words'))} {self._rng.choice(lines('english_heads'))}"
        return self._rng.choice(listed("places")) + self._rng.choice(
            ("", " Zuid", " Oost", " Centrum", "-West")
        )

    def _club(self) -> str:
        """A club, known or called after a place."""
        if self._rng.random() < 0.6:
            return self._rng.choice(lines("clubs"))
        pattern = self._rng.choice(
            ("FC {}", "VV {}", "SV {}", "{} United", "Racing {}", "{} Boys", "KV {}", "{}")
        )
        return pattern.format(self._place())

    def _core(self) -> str:
        return parted(self._stock.surname(self._rng))[1]

    def _firm(self) -> str:
        """A firm, called after a person, a place or nothing."""
        if self._rng.random() < COINED:
            return self._coined()
        return (
            self._rng.choice(lines("firm_patterns"))
            .replace("[bare]", self._nobody())
            .replace("[core]", self._core())
            .replace("[other]", self._nobody())
            .replace("[first]", self._stock.first(self._rng))
            .replace("[place]", self._place())
            .replace("[coined]", self._coined())
        )

    def _street(self) -> str:
        """A street, often called after a person."""
        luck = self._rng.random()
        if luck < 0.45:
            return self._rng.choice(lines("streets"))
        kind = self._rng.choice(STREETS)
        if luck < 0.65:
            return f"{self._core()}{kind}"
        honoured = self._rng.choice(HONOURED) if luck < 0.85 else self._stock.first(self._rng)
        return f"{honoured} {self._nobody()}{kind}"

    def _address(self) -> str:
        """A street with its number."""
        tail = self._rng.choice(("", "", "", "", "a", "b", "-2", " bis"))
        return f"{self._street()} {self._rng.randint(1, 290)}{tail}"

    def _hall(self) -> str:
        """A room; many are called after somebody."""
        luck = self._rng.random()
        if luck < 0.35:
            kind = self._rng.choice(("zaal", "kamer", "vergaderzaal", "ruimte"))
            return f"{kind} {self._rng.choice(lines('halls'))}"
        if luck < 0.65:
            return f"zaal {self._nobody() if luck < 0.5 else self._stock.first(self._rng)}"
        return f"{self._rng.choice(('kamer', 'zaal', 'ruimte'))} {self._figures.fill('room')}"

    def _ship(self) -> str:
        """A ship; many bear first names."""
        kind = self._rng.choice(
            ("ms", "mts", "het schip", "de kotter", "het motorschip", "de sleepboot", "Zr.Ms.")
        )
        luck = self._rng.random()
        name = self._rng.choice(lines("ships")) if luck < 0.5 else self._stock.first(self._rng)
        return f"{kind} ‘{name}’" if luck % 0.5 < 0.25 else f"{kind} {name}"

    def _place(self) -> str:
        """A residence in the Netherlands or a city elsewhere."""
        pool = lines("cities") if self._rng.random() < 0.6 else listed("places")
        return self._rng.choice(pool)

    def _case(self) -> str:
        """A case at court with bodies and firms as parties."""
        party = self._rng.choice(("Staat", "Staat", "gemeente", "Commissie", "Duitsland", "Nederland", "KPN"))
        first = self._nobody() if self._rng.random() < 0.6 else self._coined()
        return f"{first}/{party}"

    def _project(self) -> str:
        """A project, sometimes with a first name for name."""
        luck = self._rng.random()
        name = self._stock.first(self._rng) if luck < 0.25 else self._rng.choice(lines("projects"))
        return f"{self._rng.choice(('project', 'programma', 'traject', 'pilot'))} {name}"

    def _law(self) -> str:
        """A law, some called after a person."""
        return f"Wet {self._nobody()}" if self._rng.random() < 0.08 else self._rng.choice(lines("laws"))

    def _article(self) -> str:
        """A reference to an article of a law."""
        tail = self._rng.choice(("", "", ", eerste lid,", ", tweede lid,", "a"))
        law = self._law()
        gender = "het" if law.startswith(("Wetboek", "Burgerlijk")) else "de"
        return f"artikel {self._rng.randint(1, 160)}{tail} van {gender} {law}"
