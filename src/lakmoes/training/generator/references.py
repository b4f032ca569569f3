"""How a text refers to a person: which form of the name stands in which place.

In: a person and the random numbers of the caller. Out: the written reference, with the name in it marked.
Forms of address, academic titles and functions stay outside the mark; interfix, initials and nickname are
in it.
"""

import unicodedata
from collections.abc import Callable
from random import Random

from lakmoes.training.generator.persons import Person, capitalised, marked
from lakmoes.training.generator.phrases import lines

Form = Callable[[Random, Person], str]

ACADEMIC = (
    "mr.",
    "mr.",
    "dr.",
    "drs.",
    "drs.",
    "ir.",
    "ing.",
    "prof. dr.",
    "mr. dr.",
    "dr. ir.",
    "prof. mr.",
)
BEHIND = ("MSc", "MA", "BSc", "LLM", "PhD", "RA", "MBA", "MPA")
CAPITAL_INTERFIXES = ("El", "Al", "Ben", "Ait", "De", "Van", "Ou", "Da", "Dos", "Di", "Le", "La")
SHORTENED = ("v.d.", "vd", "v/d", "v.d", "vdr", "Van Der")
"""Ways to write ``van de``, ``van den`` and ``van der`` shorter or wrong."""
TYPING = ("swap", "drop", "double")


def mister(rng: Random, person: Person) -> str:
    """A form of address and the surname."""
    short = rng.random() < 0.25
    if person.female:
        address = rng.choice(("mw.", "mevr.", "mw")) if short else "mevrouw"
    else:
        address = rng.choice(("dhr.", "dhr", "hr.")) if short else "de heer"
    name = person.official if rng.random() < 0.15 else _surname(rng, person)
    return f"{address} {marked(name)}"


def dear(_rng: Random, person: Person) -> str:
    """The form of address after "Geachte"."""
    return f"{'mevrouw' if person.female else 'heer'} {marked(person.bare)}"


def full(rng: Random, person: Person) -> str:
    """First name and surname, seldom without its accents."""
    return marked(fold_accents(person.full) if rng.random() < 0.1 else person.full)


def lawyer(rng: Random, person: Person) -> str:
    """The name of a lawyer or judge with the title."""
    return f"mr. {marked(person.official if rng.random() < 0.7 else person.full)}"


def official(rng: Random, person: Person) -> str:
    """Initials and surname, sometimes without the dots or with a space between them."""
    luck = rng.random()
    if person.interfix.startswith("van d") and luck > 0.93:
        return marked(f"{person.initials} {rng.choice(SHORTENED)} {person.family}")
    if luck < 0.06:
        return marked(f"{person.initials.replace('.', '')} {person.tail}")
    if luck < 0.1:
        return marked(f"{person.initials.replace('.', '. ').strip()} {person.tail}")
    return marked(person.official)


def titled(rng: Random, person: Person) -> str:
    """An academic title and the name."""
    name = person.official if rng.random() < 0.7 else person.full if rng.random() < 0.5 else person.bare
    return f"{rng.choice(ACADEMIC)} {marked(name)}"


def lettered(rng: Random, person: Person) -> str:
    """A name with a degree behind it."""
    return f"{marked(person.official)} {rng.choice(BEHIND)}"


def surname(rng: Random, person: Person) -> str:
    """The surname alone."""
    return marked(_surname(rng, person))


def first(_rng: Random, person: Person) -> str:
    """The first name alone."""
    return marked(person.first)


def inverted(rng: Random, person: Person) -> str:
    """Surname first, as mail programs and staff lists write it."""
    family, interfix = _ordered(rng, person)
    behind = f"{person.initials} {interfix}".strip()
    if interfix and rng.random() < 0.25:
        behind = f"{interfix} {person.initials}"
    luck = rng.random()
    if luck < 0.12:
        behind = f"{person.first} {interfix}".strip()
    elif luck > 0.88 and interfix:
        family, behind = f"{interfix} {family}", rng.choice((person.initials, person.first))
    return marked(f"{family.upper() if rng.random() < 0.08 else family}, {behind}")


def inverted_nick(rng: Random, person: Person) -> str:
    """Surname first, with the first name in brackets."""
    family, interfix = _ordered(rng, person)
    return marked(f"{family}, {f'{person.initials} {interfix}'.strip()} ({person.first})")


def _ordered(rng: Random, person: Person) -> tuple[str, str]:
    """What an alphabetical list puts first and what behind (``Haddad`` and ``El``)."""
    head, _, tail = person.family.partition(" ")
    if not person.interfix and tail and head in CAPITAL_INTERFIXES and rng.random() < 0.5:
        return tail, head
    return person.family, person.interfix if rng.random() < 0.9 else person.interfix.title()


def nick(rng: Random, person: Person) -> str:
    """Initials and surname with the first name in brackets or quotes."""
    pattern = rng.choice(
        ("{i} ({f}) {t}", "{i} ({f}) {t}", "{i} {t} ({f})", "{i} ‘{f}’ {t}", '{i} "{f}" {t}')
    )
    return marked(pattern.format(i=person.initials, f=person.first, t=person.tail))


def capitals(rng: Random, person: Person) -> str:
    """The name with its surname in capitals, as official papers have it."""
    name = rng.choice((person.full, person.official, person.bare))
    if rng.random() < 0.1:
        return marked(f"{person.tail.upper()} {person.initials.replace('.', '')}")
    if rng.random() < 0.5:
        return marked(name.upper())
    return marked(f"{person.first} {person.tail.upper()}")


def letters(rng: Random, person: Person) -> str:
    """Initials standing for the person (``JdV``, ``jdv``, ``JV``)."""
    simple = person.first[0] + person.surname[0]
    dotted = f"{person.first[0]}.{person.surname[0]}."
    forms = (person.letters, person.letters, simple, person.letters.upper(), simple.lower(), dotted)
    return marked(rng.choice(forms))


def first_letter(rng: Random, person: Person) -> str:
    """First name with the first letter of the surname (``Anna M.``)."""
    return marked(f"{person.first} {person.surname[0]}{rng.choice(('', '.'))}")


def ranked(rng: Random, person: Person) -> str:
    """A rank or relation before the name."""
    name = person.official if rng.random() < 0.4 else person.full if rng.random() < 0.3 else person.bare
    return f"{rng.choice(lines('ranks'))} {marked(name)}"


def genitive(rng: Random, person: Person) -> str:
    """A surname or first name as owner (``Jansens``, ``Kees'``, ``Anna's``)."""
    name = person.short if rng.random() < 0.6 else person.first
    if name.endswith(("s", "x", "z", "ş", "š")):
        return f"{marked(name)}'"
    if name[-1] in "aeiouy" and not name.endswith(("e", "ie", "oe", "ou", "eu")):
        return f"{marked(name)}'s"
    return marked(f"{name}s")


def misspelt(rng: Random, person: Person) -> str:
    """The surname or first name with a typing error."""
    name = person.short if rng.random() < 0.6 else person.first
    spot = rng.randrange(1, max(2, len(name) - 1))
    kind = rng.choice(TYPING)
    if kind == "drop" and len(name) > 4:
        return marked(name[:spot] + name[spot + 1 :])
    if kind == "double" or len(name) < spot + 2 or " " in name[spot : spot + 2]:
        return marked(name[:spot] + name[spot] + name[spot:])
    return marked(name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :])


def small(rng: Random, person: Person) -> str:
    """A name without capitals, as in hurried messages."""
    name = rng.choice((person.first, person.first, person.short, person.full))
    if name == person.first and len(name) > 5 and rng.random() < 0.2:
        name = name[: rng.randint(3, 4)]
    return marked(name.lower())


def anyhow(rng: Random, person: Person) -> str:
    """The ways in which running text names someone, each as often as officials use it."""
    form = rng.choices(ANYHOW, weights=(22, 14, 5, 13, 28, 11, 1, 1, 2, 3))[0]
    return form(rng, person)


def fold_accents(name: str) -> str:
    """The name as someone types it who has no accents on the keyboard."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def _surname(rng: Random, person: Person) -> str:
    name = person.short if rng.random() < 0.4 else person.bare
    name = fold_accents(name) if rng.random() < 0.1 else name
    return name[0].lower() + name[1:] if person.interfix and rng.random() < 0.12 else name


ANYHOW: tuple[Form, ...] = (
    full,
    official,
    titled,
    mister,
    surname,
    first,
    nick,
    lettered,
    first_letter,
    ranked,
)
FORMS: dict[str, Form] = {
    "person": anyhow,
    "full": full,
    "official": official,
    "titled": titled,
    "mr": mister,
    "dear": dear,
    "lawyer": lawyer,
    "surname": surname,
    "first": first,
    "inverted": inverted,
    "invertednick": inverted_nick,
    "nick": nick,
    "capitals": capitals,
    "letters": letters,
    "genitive": genitive,
    "misspelt": misspelt,
    "small": small,
    "firstletter": first_letter,
    "ranked": ranked,
}
"""Name of a slot to the form it stands for."""


def pronoun(word: str, person: Person) -> str:
    """``he``, ``him``, ``his`` in Dutch, of the person's sex; with a capital where the word has one."""
    forms = {
        "he": ("hij", "zij"),
        "him": ("hem", "haar"),
        "his": ("zijn", "haar"),
    }
    found = forms[word.lower()][person.female]
    return capitalised(found) if word[0].isupper() else found
