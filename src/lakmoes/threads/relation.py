"""What one document is to another: a proposal with its evidence, which people decide on."""

from dataclasses import dataclass
from enum import StrEnum


class RelationType(StrEnum):
    """What one document is to the other; ``nl.RELATIONS`` has the words."""

    DRAFT_OF = "draft_of"
    FINAL_OF = "final_of"
    EARLIER_VERSION_OF = "earlier_version_of"
    NEAR_DUPLICATE_OF = "near_duplicate_of"
    CONTAINED_IN = "contained_in"
    SHARES_TEXT_WITH = "shares_text_with"
    ATTACHMENT_OF = "attachment_of"
    REPLY_TO = "reply_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A proposal how a document relates to another.

    Attributes:
        number: Number of the document.
        other: Number of the other document.
        type: What the first is to the other.
        score: Between 0 and 1.
        evidence: Why, in Dutch, without text of the documents.
    """

    number: int
    other: int
    type: RelationType
    score: float
    evidence: str

    def __post_init__(self) -> None:
        if self.number == self.other or not 0.0 <= self.score <= 1.0:
            raise ValueError("a relation is between two documents, with a score between 0 and 1")
