"""What people decide: the bodies of the log's entries (``log``), each with the subject that it is about.

A subject is a stable text: what is said later of the same subject supersedes what was said before. No entry
holds text of a document but what people typed themselves; a place in a text bears a digest of what stood
there, so that a decision whose text has changed is noticed.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model.documents import Judgement
from lakmoes.model.findings import FindingKind
from lakmoes.model.texts import Box, Span

DIGEST_LENGTH = 16
"""Hexadecimal digits."""


class Verdict(StrEnum):
    """What a person decided on a suggestion, a person or a place of their own."""

    REDACT = "redact"
    KEEP = "keep"


def digest_of(text: str) -> str:
    """What tells whether a text is still the same: white space folded, hashed (SHA-256)."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:DIGEST_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The text that a decision is about: where it stood when it was decided, and what stood there.

    Attributes:
        span: The characters.
        digest: ``digest_of`` their text.
        kind: What was found there, ``None`` for text that a person selected.
    """

    span: Span
    digest: str
    kind: FindingKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A box that a person drew on a page; the page's own size makes it a whole page."""

    document_id: str
    page_index: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided on one suggestion, one selected text or one drawn box.

    A place of one's own (selected text, drawn box) that should not be redacted after all is kept.

    Attributes:
        verdict: Redact or keep.
        grounds: Codes; empty where it is kept, or where the suggestion's own grounds hold.
        anchor: The text; ``None`` for a drawn box.
        region: The drawn box; ``None`` for text.
        suggestion_id: Of the suggestion that was decided on, empty for a place of one's own.
        extent: What is redacted instead of the anchor's span: a suggestion made longer or shorter.
        remark: What the person adds.
        imported: How it came in, where that was not in the review app (``acrobat.pdf``), else empty.
    """

    verdict: Verdict
    grounds: tuple[str, ...] = ()
    anchor: Anchor | None = None
    region: Region | None = None
    suggestion_id: str = ""
    extent: Span | None = None
    remark: str = ""
    imported: str = ""

    def __post_init__(self) -> None:
        if (self.anchor is None) == (self.region is None):
            raise ValueError("a decision is about one text or one box")
        if self.region and (self.suggestion_id or self.extent):
            raise ValueError("a drawn box is no suggestion")
        if self.anchor and self.extent and self.extent.page != self.anchor.span.page:
            raise ValueError("a redaction stays on its page")
        if self.verdict is Verdict.REDACT and not (self.grounds or self.suggestion_id):
            raise ValueError("a redaction of one's own has a ground")

    @property
    def document_id(self) -> str:
        """The document."""
        return self.anchor.span.document_id if self.anchor else self._region.document_id

    @property
    def page_index(self) -> int:
        """The page, from 0."""
        return self.anchor.span.page_index if self.anchor else self._region.page_index

    @property
    def subject(self) -> str:
        """The suggestion, the characters or the box."""
        if self.suggestion_id:
            return suggestion_subject(self.suggestion_id)
        if self.anchor:
            span = self.anchor.span
            return f"text/{span.document_id}/{span.page_index}/{span.start}-{span.end}"
        box = self._region.box
        edges = "/".join(f"{edge:.2f}" for edge in (box.x0, box.y0, box.x1, box.y1))
        return f"box/{self.document_id}/{self.page_index}/{edges}"

    @property
    def _region(self) -> Region:
        if self.region is None:
            raise ValueError("a decision is about one text or one box")
        return self.region


def suggestion_subject(suggestion_id: str) -> str:
    """The subject of decisions on a suggestion."""
    return f"suggestion/{suggestion_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDecision:
    """What holds for a person everywhere in the dossier, now and wherever the person is found later.

    Attributes:
        person_id: Of the person in the register (after merging and splitting).
        verdict: Redact everywhere or keep everywhere.
        grounds: Codes for a name that is redacted; empty: the suggestion's own.
        spellings: Digests (``digest_of``) of the spellings, to know the person again after another detection.
        role: Why the name stays, as ``policy.toml`` names roles; empty where it is redacted.
        reason: In the reviewer's words; a name that stays needs a role or a reason.
    """

    person_id: str
    verdict: Verdict
    grounds: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    role: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        if self.verdict is Verdict.KEEP and not (self.role or self.reason):
            raise ValueError("a name stays for a role or a reason")

    document_id = ""

    @property
    def subject(self) -> str:
        """The person."""
        return f"person/{self.person_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMerge:
    """Two persons of the register that are one; the first one's id and name remain."""

    person_id: str
    other_id: str

    document_id = ""

    @property
    def subject(self) -> str:
        """The person that goes up in the other."""
        return f"merge/{self.other_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSplit:
    """Spellings of a person of the register that are someone else; digests (``digest_of``)."""

    person_id: str
    spellings: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.spellings:
            raise ValueError("a split names spellings")

    document_id = ""

    @property
    def subject(self) -> str:
        """The person and the spellings that leave it."""
        return f"split/{self.person_id}/{'+'.join(sorted(self.spellings))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDecision:
    """What was decided on a document as a whole, in place of what follows from its redactions.

    Attributes:
        document_id: The document.
        judgement: What holds.
        grounds: Codes, for a document that is refused as a whole.
        reason: Why; always needed, for it overrides what follows from the redactions.
        link: Where it can be found, for one that is public already.
        duplicate_of: Number of the document that is judged instead.
    """

    document_id: str
    judgement: Judgement
    grounds: tuple[str, ...] = ()
    reason: str = ""
    link: str = ""
    duplicate_of: int | None = None

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a decision on a document as a whole has a reason")
        if self.judgement is Judgement.NOT_PUBLIC and not self.grounds:
            raise ValueError("a refusal has a ground")
        if self.judgement is Judgement.ALREADY_PUBLIC and not self.link:
            raise ValueError("what is public already can be found somewhere")
        if self.judgement is Judgement.DUPLICATE and self.duplicate_of is None:
            raise ValueError("a duplicate is one of another document")

    @property
    def subject(self) -> str:
        """The document's judgement."""
        return f"judgement/{self.document_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationDecision:
    """How a document relates to another one, in place of what was proposed.

    Attributes:
        document_id: The document.
        type: ``draft_of``, ``version_of``, ``attachment_of`` or another of ``nl.RELATIONS``; empty: none.
        other: Number of the other document, ``None`` where there is no relation.
        reason: Why.
    """

    document_id: str
    type: str = ""
    other: int | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if bool(self.type) != (self.other is not None):
            raise ValueError("a relation is with another document")

    @property
    def subject(self) -> str:
        """The document's relation."""
        return f"relation/{self.document_id}"


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
