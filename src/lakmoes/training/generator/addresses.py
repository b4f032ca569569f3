"""E-mail addresses of invented persons and bodies; never marked, for they are found by their shape.

In: a person and random numbers. Out: addresses under domains that nobody can register or of public bodies.
"""

import re
from random import Random

from lakmoes.detection.lists import fold
from lakmoes.training.generator.persons import Person

DOMAINS = (
    "minvws.nl",
    "minbzk.nl",
    "rijksoverheid.nl",
    "om.nl",
    "politie.nl",
    "rvo.nl",
    "rws.nl",
    "provincie.example",
    "gemeente.example",
    "waterschap.example",
    "veiligheidsregio.example",
    "omgevingsdienst.example",
)
OUTSIDE = ("bedrijf.example", "advies.example", "mailhuis.example", "kantoor.example", "thuispost.example")


def personal(rng: Random, person: Person, domain: str) -> str:
    """The address of a person at a domain."""
    family = _plain(person.interfix + person.surname)
    first, letters = _plain(person.first), _plain(person.initials)
    local = rng.choice(
        (f"{first}.{family}", f"{letters}.{family}", f"{first}{family[:1]}", f"{letters}{family}")
    )
    return f"{local}@{domain}"


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text)) or "post"
