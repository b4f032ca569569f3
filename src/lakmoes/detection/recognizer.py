"""What a recognizer yields, and the one way in which it plugs into Presidio.

In: the text of one page (see ``Page`` for the layout signs in it). Out: ``Hit`` values; the base class turns
them into Presidio results, so that registry and analyzer engine are Presidio's. Context is read by the
recognizers (``nearby``), and results are merged with all their evidence (``merging``). A recognizer that
fails raises: a page is never passed over in silence.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult

from lakmoes.model import FindingKind

LANGUAGE = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Characters ``start`` to ``end`` of the page's text that a rule recognised.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the last character.
        kind: What it is.
        rule: Name of the rule, in words that a lawyer can read.
        score: Between 0 and 1.
        checksum: Whether a check digit agreed; ``None`` where there is none.
        context: The words that made the difference.
        role: For names: the role that the text gives the person.
        ground: For terms: the ground that the dossier's settings name.
    """

    start: int
    end: int
    kind: FindingKind
    rule: str
    score: float
    checksum: bool | None = None
    context: str = ""
    role: str = ""
    ground: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or not 0.0 <= self.score <= 1.0:
            raise ValueError("a hit is a non-empty range with a score between 0 and 1")


class Recognizer(EntityRecognizer):
    """Base of all recognizers: a subclass names its kinds and yields hits for a text.

    Subclasses set ``kinds`` and implement ``find``. They are stateless after construction, and what they
    compile they compile once.
    """

    kinds: ClassVar[tuple[FindingKind, ...]]

    def __init__(self) -> None:
        super().__init__(
            supported_entities=[kind.value for kind in self.kinds],
            name=type(self).__name__,
            supported_language=LANGUAGE,
        )

    def load(self) -> None:
        """Nothing to load: everything is made in the constructor."""

    @abstractmethod
    def find(self, text: str) -> Iterator[Hit]:
        """The hits in the text of one page, in any order, overlapping where several rules apply."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's way in: the hits of the asked kinds as Presidio results."""
        del nlp_artifacts
        return [self._result(hit) for hit in self.find(text) if not entities or hit.kind in entities]

    def _result(self, hit: Hit) -> RecognizerResult:
        explanation = AnalysisExplanation(
            recognizer=self.name,
            original_score=hit.score,
            pattern_name=hit.rule,
            validation_result=hit.checksum,
        )
        return RecognizerResult(
            entity_type=hit.kind.value,
            start=hit.start,
            end=hit.end,
            score=hit.score,
            analysis_explanation=explanation,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                "hit": hit,
            },
        )
