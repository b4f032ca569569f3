"""The names that invented documents are filled with.

In: a folder with public data: ``names_first/name_popularity_netherlands_1880-2014.csv`` (counts a year),
``names_first/voornamen.json`` (given names with sex), ``names_meertens/family_names_freq_5_or_more.lst``
and ``names_meertens/top_1000_last_names_in_the_netherlands_2007.csv``; further the lists of
``grounds/lists`` and the names of ``stock/`` that are ordinary words as well. Out: persons, drawn with the
random numbers of the caller.

Licences: the first names are under MIT (Nederlandse Voornamenbank, Meertens Instituut, by way of
DutchFirstNames and pii-filter); the surnames are stated as CC0, the code around them MIT (Nederlandse
Familienamenbank, Meertens Instituut and CBG); the other lists were written for this project. A model
trained on documents filled with them may be shipped, with attribution. The names are words: a drawn person
exists nowhere.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from lakmoes.errors import ResourceError
from lakmoes.training.generator.invention import Inventor
from lakmoes.training.generator.origins import listed, origins
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import lines

COUNTED_FIRST = "names_first/name_popularity_netherlands_1880-2014.csv"
FIRST = "names_first/voornamen.json"
COUNTED_SURNAMES = "names_meertens/top_1000_last_names_in_the_netherlands_2007.csv"
SURNAMES = "names_meertens/family_names_freq_5_or_more.lst"

COMMON, RARE = 0.45, 0.35
"""Shares of persons with frequent names and with any listed name; the others are of an origin of its own."""
INVENTED = 0.15
"""Share of first names and of surnames that stand in no list."""
WORDS = 0.1
"""Share of surnames that are an ordinary word, too; of first names half as many."""
DOUBLE = 0.08
"""Share of persons with two surnames."""
TWO_PARTS = 0.04
"""Share of first names of two parts."""
SOUTHERN = 0.06
"""Share of persons whose interfix has a capital everywhere."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Names with the sums of their weights."""

    names: tuple[str, ...]
    sums: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "Draw":
        """A draw in which each name has its weight."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    def one(self, rng: Random) -> str:
        """A name."""
        return rng.choices(self.names, cum_weights=self.sums)[0]


@dataclass(frozen=True, slots=True)
class Pool:
    """The first names and surnames that go together, and who invents more of them."""

    firsts: Sequence[str]
    surnames: Sequence[str]
    first_inventor: Inventor
    surname_inventor: Inventor


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStock:
    """All names, ready to be drawn from.

    Attributes:
        common_firsts: First names by their number of bearers, later born ones weighing more.
        common_surnames: Surnames with interfix (``de Jong``) by their number of bearers.
        main: All listed names of the Netherlands, whatever their origin.
        pools: The names of each other origin.
        women: First names of women in small letters; men: those of men.
    """

    common_firsts: Draw
    common_surnames: Draw
    main: Pool
    pools: tuple[Pool, ...]
    women: frozenset[str]
    men: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> "NameStock":
        """The stock in a folder with public data.

        Raises:
            ResourceError: A file of the folder is missing.
        """
        entries = json.loads(_text(folder, FIRST))
        firsts = tuple(dict.fromkeys(entry["naam"] for entry in entries if len(entry["naam"]) > 1))
        surnames = tuple(
            name for line in _text(folder, SURNAMES).splitlines() if _usable(name := line.strip())
        )
        found = origins()
        known = _known([firsts, surnames, *(names for it in found for names in (it.firsts, it.surnames))])
        return cls(
            common_firsts=Draw.of(_first_counts(_text(folder, COUNTED_FIRST))),
            common_surnames=Draw.of(_surname_counts(_text(folder, COUNTED_SURNAMES))),
            main=_pool(firsts, surnames, known),
            pools=tuple(_pool(it.firsts, it.surnames, known) for it in found),
            women=frozenset(entry["naam"].lower() for entry in entries if entry["geslacht"] == "V"),
            men=frozenset(entry["naam"].lower() for entry in entries if entry["geslacht"] == "M"),
        )

    def person(self, rng: Random) -> Person:
        """A person that nobody is, with a name such as people in the Netherlands have."""
        luck = rng.random()
        pool = self.main if luck < COMMON + RARE else rng.choice(self.pools)
        if luck < COMMON:
            first, surname = self.common_firsts.one(rng), self.common_surnames.one(rng)
        else:
            first, surname = rng.choice(pool.firsts), rng.choice(pool.surnames)
        first = self._joined(rng, self._other_first(rng, pool) or first)
        surname = self._other_surname(rng, pool) or surname
        interfix, core = parted(surname)
        return Person(
            first=first,
            initials=initials(rng, first, pool.firsts),
            interfix=interfix,
            surname=core,
            partner=self.surname(rng) if rng.random() < DOUBLE and " " not in core else "",
            female=self._female(rng, first),
            southern=rng.random() < SOUTHERN,
        )

    def southerner(self, rng: Random) -> Person:
        """A person with a name from Flanders, where interfixes have capitals."""
        first = rng.choice(lines("flemish_firsts"))
        return Person(
            first=first,
            initials=initials(rng, first, lines("flemish_firsts")),
            interfix="",
            surname=rng.choice(lines("flemish_surnames")),
            female=self._female(rng, first),
            southern=True,
        )

    def surname(self, rng: Random) -> str:
        """A surname with its interfix, frequent or not."""
        return self.common_surnames.one(rng) if rng.random() < 0.5 else rng.choice(self.main.surnames)

    def first(self, rng: Random) -> str:
        """A first name, frequent or not."""
        return self.common_firsts.one(rng) if rng.random() < 0.7 else rng.choice(self.main.firsts)

    def _joined(self, rng: Random, first: str) -> str:
        """Seldom a first name of two parts (``Jan-Willem``, ``Anna Maria``)."""
        luck = rng.random()
        if luck > TWO_PARTS or len(first) > 8:
            return first
        return f"{first}{'-' if luck < TWO_PARTS / 2 else ' '}{self.common_firsts.one(rng)}"

    def _other_first(self, rng: Random, pool: Pool) -> str | None:
        luck = rng.random()
        if luck < INVENTED:
            return pool.first_inventor.invent(rng)
        return rng.choice(lines("word_first_names")) if luck < INVENTED + WORDS / 2 else None

    def _other_surname(self, rng: Random, pool: Pool) -> str | None:
        luck = rng.random()
        if luck < INVENTED:
            invented = pool.surname_inventor.invent(rng)
            prefix = rng.choice(lines("interfixes")) if invented and rng.random() < 0.2 else ""
            return invented and f"{prefix} {invented}".strip()
        return rng.choice(lines("word_surnames")) if luck < INVENTED + WORDS else None

    def _female(self, rng: Random, first: str) -> bool:
        name = first.lower()
        woman, man = name in self.women, name in self.men
        if woman != man:
            return woman
        likely = 0.8 if name.endswith(("a", "e", "ë", "ie", "ke", "je")) else 0.3
        return rng.random() < likely


def parted(surname: str) -> tuple[str, str]:
    """Interfix and surname of a surname in natural order (``van den Berg``)."""
    words = surname.split(" ")
    count = next((index for index, word in enumerate(words) if any(map(str.isupper, word))), 0)
    return " ".join(words[:count]), " ".join(words[count:])


def initials(rng: Random, first: str, firsts: Sequence[str]) -> str:
    """Initials with dots, of the first name and now and then of others."""
    names = [first, *rng.choices(firsts, k=rng.choice((0, 0, 0, 1, 1, 2)))]
    return "".join(_initial(rng, name) for name in names)


def _initial(rng: Random, name: str) -> str:
    if "-" in name and rng.random() < 0.5:
        return "-".join(f"{part[0]}." for part in name.split("-") if part)
    digraph = name[:2] in ("Th", "Ch", "Ph", "Tj", "IJ", "Yv") and rng.random() < 0.3
    return f"{name[:2] if digraph else name[0].upper()}."


def _pool(firsts: Sequence[str], surnames: Sequence[str], known: frozenset[str]) -> Pool:
    cores = [parted(name)[1] for name in surnames]
    return Pool(firsts, surnames, Inventor(firsts, known), Inventor(cores, known))


def _known(lists: Iterable[Sequence[str]]) -> frozenset[str]:
    """Every name of the lists in small letters, surnames without interfix."""
    names = (parted(name)[1] for names in lists for name in names)
    shipped = (*listed("first_names"), *listed("surnames"))
    return frozenset(name.lower() for name in (*names, *shipped))


def _first_counts(text: str) -> dict[str, float]:
    """Bearers of each first name; rows stand in order of year of birth, so later rows weigh more."""
    rows = list(csv.DictReader(text.splitlines()))
    counts: Counter[str] = Counter()
    for number, row in enumerate(rows, start=1):
        counts[row["naam"]] += round(float(row["aantal"]) * number / len(rows))
    return dict(counts)


def _surname_counts(text: str) -> dict[str, float]:
    return {row["natural name"]: float(row["count in 2007"]) for row in csv.DictReader(text.splitlines())}


def _usable(surname: str) -> bool:
    core = parted(surname)[1]
    return len(core) > 1 and core[0].isalpha() and not set(core) & set("()/,{}|0123456789")


def _text(folder: Path, name: str) -> str:
    path = folder / name
    if not path.is_file():
        raise ResourceError("data-missing", path=name)
    return path.read_text(encoding="utf-8")
