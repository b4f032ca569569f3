"""What people decide on persons and on documents as a whole: bodies of the log, as ``decisions`` has them."""

from dataclasses import dataclass

from lakmoes.model.decisions import Verdict
from lakmoes.model.documents import Judgement


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
