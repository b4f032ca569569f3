"""A person of the dossier, as the register knows it and people decide on it."""

from dataclasses import dataclass

from lakmoes.model.texts import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the dossier with all places where the name stands.

    Attributes:
        id: Hash of the name, stable as long as the name is.
        name: The fullest form found.
        spellings: Every spelling found, sorted.
        role: Role that decides on redaction, empty without one.
        exempt: Whether ``dossier.toml`` names the person.
        spans: Where the person is named, in the order of document, page and place.
        written: Which of the spellings stands at each of the spans.
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    role: str
    exempt: bool
    spans: tuple[Span, ...]
    written: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.id or not self.name:
            raise ValueError("a person has an id and a name")
        if len(self.written) != len(self.spans):
            raise ValueError("a person is written in some way wherever it is named")
