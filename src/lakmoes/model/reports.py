"""What became of a document: notes, checks, its row on the inventory."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lakmoes.model.documents import DocumentKind, Judgement, LabelOrder, label_order
from lakmoes.model.texts import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that people should know about a document: a code of ``nl.NOTES`` and how often."""

    code: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a file: a page, a mark on it and a rectangle.

    Attributes:
        page: From 1; 0 where it is no page.
        mark: Number of the mark on its page, from 1; 0 where it is none.
        box: In page space, ``None`` for the whole page.
    """

    page: int = 0
    mark: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of the verifier: its name, whether it passed, and where it did not (places, no text).

    A check that passed may have places all the same: there is something that people should look at.
    ``spots`` says the same for programs, one for each of ``places``.
    """

    name: str
    passed: bool
    places: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesFitting:
    """How many of a list of Dutch names could have stood under a mark, by the width of its gap.

    Attributes:
        page: The number of the page, from 1.
        mark: The number of the mark on it, from 1.
        count: The names that fit.
    """

    page: int
    mark: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """What the verifier saw in one written file."""

    plan_digest: str
    output_sha256: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether there are checks and every one passed."""
        return bool(self.checks) and all(check.passed for check in self.checks)


class GroundsForm(StrEnum):
    """How an inventory list cites the grounds of a document."""

    CODES = "codes"
    """``10.2.c, 10.2.e, 11.1``"""
    CODES_LAW = "codes-law"
    """``10.2.c, 10.2.e, 11.1 Wob``"""
    SENTENCE = "en"
    """``10.2.c, 10.2.e en 11.1 Wob``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """One line of the inventory list, ready to be published."""

    number: int
    title: str
    date: date | None
    judgement: Judgement
    grounds: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    relation: str = ""
    kind: DocumentKind = DocumentKind.OTHER
    page_count: int = 0
    redaction_count: int = 0
    file_name: str = ""
    """Name of the published file, empty where none is published."""
    sha256: str = ""
    link: str = ""
    """Where it can be found, for a document that is public already."""
    label: str = ""
    """The number that people read; empty where it is ``number``."""

    @property
    def shown(self) -> str:
        """The number that people read."""
        return self.label or str(self.number)

    @property
    def order(self) -> LabelOrder:
        """Sorts rows as people read their numbers."""
        return label_order(self.shown)
