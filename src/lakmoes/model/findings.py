"""What the machine found and what it proposes."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from lakmoes.model.documents import Judgement
from lakmoes.model.texts import Span


class FindingKind(StrEnum):
    """What was found, in the words of the field and without legal meaning."""

    NAME = "name"
    EMAIL = "email"
    """The local part of an address at a public body, whose domain stays; elsewhere the whole address."""
    TELEPHONE = "telephone"
    BSN = "bsn"
    IBAN = "iban"
    ADDRESS = "address"
    """Street with house number, postcode, place of a private address."""
    DATE_OF_BIRTH = "date_of_birth"
    LICENCE_PLATE = "licence_plate"
    IDENTITY_DOCUMENT = "identity_document"
    """Passport, identity card, driving licence, V-number."""
    PERSONAL_NUMBER = "personal_number"
    """Client, personnel, badge or user number or id."""
    NETWORK_ADDRESS = "network_address"
    LOCATION = "location"
    SOCIAL_HANDLE = "social_handle"
    SIGNATURE = "signature"
    PERSONAL_REMARK = "personal_remark"
    """Health, family, criminal and other remarks about a person's private life."""
    GENERAL_CONTACT = "general_contact"
    """General mailboxes, front desks, P.O. boxes: listed so that people see why they stay."""
    OPERATIONAL = "operational"
    INSPECTION = "inspection"
    OPINION = "opinion"
    DISADVANTAGE = "disadvantage"
    BUSINESS_DATA = "business_data"
    STATE_SECURITY = "state_security"
    FOREIGN_RELATIONS = "foreign_relations"
    FINANCIAL_INTEREST = "financial_interest"
    OUT_OF_SCOPE = "out_of_scope"
    TERM = "term"
    """A term that the dossier's own settings say must be redacted."""


PASSAGES = frozenset(
    {
        FindingKind.OPERATIONAL,
        FindingKind.INSPECTION,
        FindingKind.OPINION,
        FindingKind.DISADVANTAGE,
        FindingKind.BUSINESS_DATA,
        FindingKind.STATE_SECURITY,
        FindingKind.FOREIGN_RELATIONS,
        FindingKind.FINANCIAL_INTEREST,
    }
)
"""What is found in running text, and whose meaning depends on the kind of document."""


class Treatment(StrEnum):
    """What the machine proposes for a finding."""

    REDACT = "redact"
    ASK = "ask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why something was found.

    Attributes:
        detector: Name of the recognizer.
        rule: Name of its rule, pattern or label.
        score: Between 0 and 1.
        checksum: Whether a check digit agreed; ``None`` where there is none.
        context: The words near it that weighed, or other text that explains; may hold personal data.
    """

    detector: str
    rule: str
    score: float
    checksum: bool | None = None
    context: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError("a score lies between 0 and 1")


KEPT_BY_MODEL = "taalmodel"
"""Role of a passage that a language model would keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the text that may have to be redacted; no legal meaning yet.

    Attributes:
        span: Where it stands.
        kind: What it is.
        evidence: All who found it and why, best first; never empty.
        role: Why it stays, as ``exempt_roles`` of ``policy.toml`` names it: for names the role that the text
            gives the person, for passages that a language model would keep them.
        ground: For terms: the ground code that the dossier's settings name.
    """

    span: Span
    kind: FindingKind
    evidence: tuple[Evidence, ...]
    role: str = ""
    ground: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a finding has evidence")

    @property
    def score(self) -> float:
        """The best score of its evidence."""
        return max(evidence.score for evidence in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The machine's proposal for one finding."""

    finding: Finding
    grounds: tuple[str, ...]
    treatment: Treatment
    reason: str

    def __post_init__(self) -> None:
        if self.treatment is not Treatment.KEEP and not self.grounds:
            raise ValueError("a redaction has a ground")

    @property
    def id(self) -> str:
        """Stable id: hash of document, page, characters and kind."""
        span = self.finding.span
        key = f"{span.document_id}:{span.page_index}:{span.start}:{span.end}:{self.finding.kind}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The machine's proposal for a document as a whole; it changes no decision, people take that.

    Attributes:
        judgement: What is proposed.
        grounds: Codes of the grounds for it.
        reason: Why, in Dutch, without text of the documents.
        score: Between 0 and 1.
    """

    judgement: Judgement
    grounds: tuple[str, ...]
    reason: str
    score: float

    def __post_init__(self) -> None:
        if not self.grounds or not self.reason or not 0.0 <= self.score <= 1.0:
            raise ValueError("a proposal has a ground, a reason and a score between 0 and 1")
