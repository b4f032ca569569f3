"""The settings of a dossier: ``dossier.toml`` in its folder.

In: the file, optional, every key of it optional. Out: frozen ``DossierSettings``. An unknown key is an error
that names it: a misspelt setting must never be passed over.
"""

import tomllib
from datetime import date
from datetime import date as date_type
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from lakmoes.errors import UsageError
from lakmoes.model import GroundsForm, Judgement, LabelPlace, Law, Width

SETTINGS_FILE = "dossier.toml"
NAME_OF_KEY = "[key]"
"""What Pydantic puts behind a key that is wrong itself."""
WOO_IN_FORCE = date(2022, 5, 1)
"""Decisions from this day on are taken under the Woo (its decree of entry into force)."""


class LabelScheme(StrEnum):
    """How a ground is printed in a redaction."""

    ARTICLE = "article"
    """``10.2.e``"""
    ARTICLE_LAW = "article-law"
    """``10.2.e Wob``"""
    NUMERIC = "numeric"
    """Codes of the organisation's own, with a legend on the inventory."""


class LawSource(StrEnum):
    """What settled the law of the dossier."""

    COMMAND = "command"
    SETTINGS = "settings"
    DECISION_DATE = "decision-date"
    DEFAULT = "default"


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Exempt(_Form):
    """A person whose name stays readable."""

    name: str = Field(min_length=1)
    role: str = ""
    aliases: tuple[str, ...] = ()


class TermSetting(_Form):
    """A text that is always redacted, as a whole word unless ``compound``."""

    text: str = Field(min_length=1)
    ground: str
    compound: bool = False
    case: bool = False


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class DocumentSetting(_Form):
    """What is said of one document, in place of what its file tells.

    Attributes:
        file: Name of the file, relative to the dossier's folder.
        number: The number on the inventory (``5``, ``"5.1"``, ``"5a"``); empty: as the dossier has it.
        title: On the inventory.
        date: Of the document.
    """

    file: str = Field(min_length=1)
    number: Annotated[
        str, BeforeValidator(_as_text), Field(pattern=r"^(?:[1-9]\d{0,4}(?:\.[1-9]\d{0,2}){0,2}[a-z]?)?$")
    ] = ""
    title: str = ""
    date: date_type | None = None


class Labels(_Form):
    """How grounds are printed; ``codes`` holds the organisation's own codes for the numeric scheme."""

    scheme: LabelScheme = LabelScheme.ARTICLE
    codes: dict[str, str] = Field(default_factory=dict)
    place: LabelPlace = LabelPlace.BOX
    documents: dict[str, LabelPlace] = Field(default_factory=dict)
    """File name to the place in that document, where it is another one."""


class PageSettings(_Form):
    """The number that each page bears in the whole dossier."""

    running_number: bool = False
    start: int = Field(default=1, ge=0)
    prefix: str = Field(default="", max_length=20)
    digits: int = Field(default=1, ge=1, le=12)
    """Digits at least; numbers are filled up with zeros."""


class WholePages(StrEnum):
    """What becomes of pages that are refused whole."""

    BLACK = "black"
    """They are redacted as any other."""
    NOTICE = "notice"
    """One page says so for each run of them."""


class RefusalSettings(_Form):
    """What becomes of documents and pages that are refused whole."""

    notice: bool = False
    """A document that is refused whole has a file of one page that says so."""
    pages: WholePages = WholePages.BLACK


class Detection(_Form):
    """Which models search the documents; empty: those of the package."""

    pipeline: str = ""
    """Folder of a spaCy pipeline, from the dossier's folder on, or name of an installed one."""
    weights: str = ""
    """File with weights of passages, as ``lakmoes train`` writes it."""
    llm: str = ""
    """Address on this machine of a language model that is asked about passages too."""
    llm_name: str = ""
    """Its name, where the server has several."""


class InventorySettings(_Form):
    """What the inventory list says and how; ``judgements`` holds the organisation's own words."""

    columns: tuple[str, ...] = ()
    """Names of columns in the order that they are wanted; empty: those of practice."""
    judgements: dict[Judgement, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    grounds: GroundsForm = GroundsForm.SENTENCE


class LetterSettings(_Form):
    """How the decision letter is made."""

    template: str = ""
    """Name of a Word template in the dossier's folder; it is no document of the dossier."""
    body: str = ""
    """Name of the body that decides."""


class PlatformSettings(_Form):
    """The dossier on the national platform; without ``matter`` nothing is made for it."""

    matter: str = ""
    """Name of the dossier there: 2 to 255 letters, digits and ``-._~``."""
    prefix: str = ""
    """What each id begins with: letters and digits."""
    case_numbers: str = ""


class PublisherSettings(_Form):
    """Who publishes, for the metadata; without ``name`` it is the body that decides (``[letter]``)."""

    name: str = ""
    identifier: str = ""
    """Address on the government's register of organisations (TOOI)."""


class ReviewSettings(_Form):
    """What people must have done before a document can be published."""

    second_review: bool = False
    """A second reviewer agrees with every document (vierogencontrole)."""
    pages_seen: bool = False
    """Every page has been before a person, also where nothing was found."""


class DossierSettings(_Form):
    """All that ``dossier.toml`` can say."""

    law: Law | None = None
    title: str = ""
    request_number: str = ""
    request_date: date | None = None
    decision_date: date | None = None
    scope: str = ""
    """What the request is about, in a few words or sentences."""
    skip: tuple[str, ...] = ()
    """Patterns (``README.md``, ``kladjes/*``) of names of files that do not belong to the dossier."""
    width: Width = Width.STEP
    """What the width of a black box may tell of what stood there."""
    document: tuple[DocumentSetting, ...] = ()
    exempt: tuple[Exempt, ...] = ()
    term: tuple[TermSetting, ...] = ()
    labels: Labels = Labels()
    pages: PageSettings = PageSettings()
    refusal: RefusalSettings = RefusalSettings()
    detection: Detection = Detection()
    review: ReviewSettings = ReviewSettings()
    inventory: InventorySettings = InventorySettings()
    letter: LetterSettings = LetterSettings()
    platform: PlatformSettings = PlatformSettings()
    publisher: PublisherSettings = PublisherSettings()

    def skips(self, name: str) -> bool:
        """Whether the file with this name, relative to the dossier's folder, does not belong to it."""
        return name == self.letter.template or any(fnmatchcase(name, pattern) for pattern in self.skip)

    @property
    def given_numbers(self) -> dict[str, str]:
        """File name to the number that it is given."""
        return {one.file: one.number for one in self.document if one.number}

    def settled_law(self, from_command: Law | None) -> tuple[Law, LawSource]:
        """The law of the dossier and what settled it: command, settings, decision date, else the Wob."""
        if from_command:
            return from_command, LawSource.COMMAND
        if self.law:
            return self.law, LawSource.SETTINGS
        if self.decision_date:
            law = Law.WOO if self.decision_date >= WOO_IN_FORCE else Law.WOB
            return law, LawSource.DECISION_DATE
        return Law.WOB, LawSource.DEFAULT


def read_settings(folder: Path) -> DossierSettings:
    """The settings in a dossier's folder; all defaults where it has no ``dossier.toml``.

    Raises:
        UsageError: The file is no TOML, or has a key or value that is not known; the message names it.
    """
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return DossierSettings()
    try:
        return DossierSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("settings-no-toml", problem=error) from error
    except ValidationError as error:
        raise _named(error) from error


def _named(error: ValidationError) -> UsageError:
    first = error.errors(include_input=False)[0]
    key = ".".join(
        str(part + 1) if isinstance(part, int) else part for part in first["loc"] if part != NAME_OF_KEY
    )
    if first["type"] == "extra_forbidden":
        return UsageError("settings-unknown-key", key=key)
    return UsageError("settings-wrong-value", key=key)
