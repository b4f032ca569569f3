"""Which colour a ground has: grounds of one kind of interest look alike, in either law.

In: a ground. Out: the name of its family, which the style sheet colours. The families follow the Woo; a
ground of the Wob has that of its counterpart.
"""

from lakmoes.model import Ground, Law

NONE = "none"
FAMILIES = {
    "5.1.1.a": "state",
    "5.1.1.b": "state",
    "5.1.1.c": "business",
    "5.1.1.d": "person",
    "5.1.1.e": "person",
    "5.1.2.a": "state",
    "5.1.2.b": "money",
    "5.1.2.c": "investigation",
    "5.1.2.d": "inspection",
    "5.1.2.e": "person",
    "5.1.2.f": "business",
    "5.1.2.g": "inspection",
    "5.1.2.h": "state",
    "5.1.2.i": "opinion",
    "5.1.4": "harm",
    "5.1.5": "harm",
    "5.1.6": "business",
    "5.2.1": "opinion",
    "5.4": "opinion",
    "buiten-reikwijdte": "scope",
}
"""Code in the Woo to family."""


def family_of(ground: Ground) -> str:
    """The family of a ground: ``person``, ``opinion``, ``investigation`` and so on."""
    if ground.code in FAMILIES or ground.law is Law.WOO:
        return FAMILIES.get(ground.code, NONE)
    return next((FAMILIES[code] for code in ground.counterpart if code in FAMILIES), NONE)
