"""What is known about the persons of a dossier.

In: nothing. Out: the values that ``gather`` takes and gives. Holds no rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from lakmoes.model import Person, Span
from lakmoes.persons.letters import fold

__all__ = ["ExemptPerson", "ListedWords", "Person", "Register", "Vocabulary"]


class ListedWords(Protocol):
    """Lists of words that a vocabulary is made of."""

    @property
    def common_words(self) -> frozenset[str]:
        """Ordinary words."""

    @property
    def places(self) -> frozenset[str]:
        """Places and countries."""

    @property
    def abbreviations(self) -> frozenset[str]:
        """Capitals that are no one's initials."""

    @property
    def organisation_heads(self) -> frozenset[str]:
        """First words of names of bodies."""

    @property
    def organisation_tails(self) -> frozenset[str]:
        """Last words of names of bodies."""

    @property
    def first_names(self) -> frozenset[str]:
        """Given names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words that are no names, or not only names: those follow context and are never redacted blindly.

    All entries are single words in small letters; accents do not matter.

    Attributes:
        common_words: Ordinary words (``roos``, ``mark``, ``winter``), of any language the dossier uses.
        places: Places, streets, countries (``hoogeveen``).
        institutions: Institutions, firms and abbreviations (``ministerie``, ``rivm``).
        first_names: Known first names. They help to tell what a single word is; may be empty.
    """

    common_words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()

    @classmethod
    def of_lists(cls, lists: ListedWords) -> "Vocabulary":
        """The vocabulary of the lists of the package, or of others like them."""
        return cls(
            common_words=lists.common_words,
            places=lists.places,
            institutions=lists.abbreviations | lists.organisation_heads | lists.organisation_tails,
            first_names=lists.first_names,
        )

    def __post_init__(self) -> None:
        for name in ("common_words", "places", "institutions", "first_names"):
            object.__setattr__(self, name, frozenset(map(fold, getattr(self, name))))

    def holds(self, word: str) -> bool:
        """Whether the folded word is an ordinary word, place or institution, and no first name."""
        plain = word in self.common_words or word in self.places or word in self.institutions
        return plain and word not in self.first_names


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptPerson:
    """A person who stays readable because ``dossier.toml`` says so.

    Attributes:
        name: Full name in any spelling.
        role: Why, as ``policy.toml`` names roles; empty for a person named by the dossier alone.
        aliases: Other names: first name, nickname, initials.
    """

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an exempt person has a name")


@dataclass(frozen=True, kw_only=True)
class Register:
    """All persons of a dossier, sorted by name.

    Names that fit several persons (``De Koning`` where there are two) stand as a person of their own.
    """

    persons: tuple[Person, ...]

    def person_of(self, span: Span) -> Person | None:
        """The person named at the span, ``None`` where no name was registered."""
        return self._by_span.get(span)

    @cached_property
    def _by_span(self) -> Mapping[Span, Person]:
        return {span: person for person in self.persons for span in person.spans}
