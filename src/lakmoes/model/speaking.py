"""What else people say in a review: bodies of the log (``log``) that decide on no redaction by themselves.

Motivations, how far a document is, pages seen, second opinions, remarks, samples, and taking back.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivation:
    """Why a ground applies: in the whole dossier, or to one decision (``about``, its subject)."""

    ground: str
    text: str
    about: str = ""
    document_id: str = ""

    @property
    def subject(self) -> str:
        """The ground, and what it is applied to."""
        return f"motivation/{self.ground}/{self.about}"


class DocumentProgress(StrEnum):
    """How far a document is."""

    OPEN = "open"
    FINISHED = "finished"
    """The handler is done."""
    FINAL = "final"
    """The second reviewer agrees with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """How far a document is, as a person says."""

    document_id: str
    progress: DocumentProgress

    @property
    def subject(self) -> str:
        """The document's progress."""
        return f"completion/{self.document_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSeen:
    """That a person has had a page before them."""

    document_id: str
    page_index: int

    @property
    def subject(self) -> str:
        """The page."""
        return f"seen/{self.document_id}/{self.page_index}"


class Opinion(StrEnum):
    """What a second reviewer says of a decision; to overrule is to decide anew."""

    AGREE = "agree"
    QUESTION = "question"
    """It goes back to the handler."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a second reviewer says of a decision.

    Attributes:
        about: Subject of the decision.
        entry: Number of the log's entry that was judged; of another one it says nothing.
        opinion: Agree, or a question.
        text: The question.
        document_id: The document, empty for a person.
    """

    about: str
    entry: int
    opinion: Opinion
    text: str = ""
    document_id: str = ""

    def __post_init__(self) -> None:
        if self.opinion is Opinion.QUESTION and not self.text.strip():
            raise ValueError("a question has a text")

    @property
    def subject(self) -> str:
        """That decision's assessment."""
        return f"assessment/{self.about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A remark in the thread of a subject; remarks stand beside each other."""

    about: str
    text: str
    document_id: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a remark has a text")

    @property
    def subject(self) -> str:
        """The thread."""
        return f"remark/{self.about}"


class SampleUnit(StrEnum):
    """What a sample is drawn from."""

    SENTENCE = "sentence"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDrawn:
    """That a sample of what was not marked was drawn; the seed and the dossier give it again.

    Attributes:
        unit: Sentences or pages.
        seed: Of the random choice.
        size: How many were drawn.
        population: Out of how many.
        dossier_digest: Of all that was not marked when it was drawn.
    """

    unit: SampleUnit
    seed: int
    size: int
    population: int
    dossier_digest: str

    document_id = ""

    @property
    def subject(self) -> str:
        """The sample."""
        return f"sample/{self.unit}/{self.seed}/{self.dossier_digest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """Whether something was missed in one item of a sample."""

    sample: str
    """Subject of the sample."""
    item: str
    """``document/page/start-end``, or ``document/page``."""
    missed: bool
    remark: str = ""
    document_id: str = ""

    @property
    def subject(self) -> str:
        """The item."""
        return f"answer/{self.sample}/{self.item}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That what was said of a subject holds no longer, as though nobody had."""

    about: str
    document_id: str = ""

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.about
