"""A person of an invented document and the ways in which a text writes the name.

In: nothing. Out: ``Person`` values with their written forms, and ``marked``, which marks a name the way
annotated texts do. Does not draw names (``names``) and does not decide which form stands where
(``references``).
"""

from dataclasses import dataclass


def marked(name: str) -> str:
    """The name as annotated texts mark it."""
    return f"{{n|{name}}}"


def capitalised(text: str) -> str:
    """The text with a capital as its first letter (``IJ`` is one; ``'t Hart`` keeps its small t)."""
    if text[:1] == "'":
        return text
    count = 2 if text.startswith("ij") else 1
    return text[:count].upper() + text[count:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is named: the parts of a name.

    Attributes:
        first: The name by which people call the person.
        initials: With dots, as in a passport (``J.P.``).
        interfix: What stands before the surname in small letters, or nothing.
        surname: Without interfix.
        partner: A second surname with its interfix (``de Wit`` in ``Jansen-de Wit``), or nothing.
        female: Whether texts say "mevrouw".
        southern: Whether the interfix has a capital everywhere, as in Flanders.
    """

    first: str
    initials: str
    interfix: str
    surname: str
    partner: str = ""
    female: bool
    southern: bool = False

    @property
    def family(self) -> str:
        """Surname without its interfix, with the partner's (``Vries-Bakker``)."""
        return f"{self.surname}-{self.partner}" if self.partner else self.surname

    @property
    def tail(self) -> str:
        """What follows a first name (``de Vries-Bakker``)."""
        tail = f"{self.interfix} {self.family}".strip()
        return capitalised(tail) if self.southern else tail

    @property
    def bare(self) -> str:
        """The surname standing alone (``De Vries-Bakker``)."""
        return capitalised(f"{self.interfix} {self.family}".strip())

    @property
    def short(self) -> str:
        """The surname alone, without the partner's."""
        return capitalised(f"{self.interfix} {self.surname}".strip())

    @property
    def full(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.tail}"

    @property
    def official(self) -> str:
        """Initials and surname."""
        return f"{self.initials} {self.tail}"

    @property
    def letters(self) -> str:
        """Initials of all parts, interfix in small letters (``JdV``)."""
        between = "".join(part.lstrip("'")[0] for part in self.interfix.split())
        return self.first[0] + between + self.surname.lstrip("'")[0]
