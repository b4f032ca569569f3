"""Findings of a document: recognizers on every page, repeated values, detectors of the whole document.

In: a document and its pages, read. Out: findings, sorted, one a passage and kind with all its evidence. What
a page without text holds, nobody knows: whoever calls must see to it that such a page is not taken for empty.

Cheap to import: spaCy, Presidio and the lists are loaded when the first engine is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lakmoes.detection.guard import guarded
from lakmoes.detection.merging import merged
from lakmoes.detection.repeats import settled
from lakmoes.model import Finding, Page, SourceDocument

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A text that is always redacted (``[[term]]`` in ``dossier.toml``).

    Attributes:
        text: As it is written in the documents; white space stands for any white space.
        ground: Code of the ground.
        compound: Also as part of a longer word, in which case only the term itself is found
            ("Codenaam-proef", "codenaam.docx", "info@codenaam.nl").
        case: Only in this case; else in any.
    """

    text: str
    ground: str
    compound: bool = False
    case: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.ground:
            raise ValueError("a term has a text and a ground")


class DocumentDetector(Protocol):
    """What judges a document as a whole, such as the classifier of passages."""

    def find(self, document: SourceDocument, pages: Sequence[Page]) -> tuple[Finding, ...]:
        """The findings in a document, in any order."""
        ...


class DetectionEngine:
    """Detects everything in one document after another; models and lists are loaded once, in the constructor.

    Args:
        terms: The dossier's own terms.
        pipeline: Folder of a spaCy pipeline or name of an installed one; by default the one of the package.
        detectors: What runs on the whole document after the recognizers; by default those of the registry.

    Raises:
        ResourceError: The pipeline is not there or cannot be read.
    """

    def __init__(
        self,
        terms: Sequence[Term] = (),
        pipeline: Path | str | None = None,
        detectors: Sequence[DocumentDetector] | None = None,
    ) -> None:
        # Importing these takes longer than the command line may take to answer --help.
        from lakmoes.detection import analysis, registry  # noqa: PLC0415

        self._analysis = analysis.PageAnalysis(registry.recognizers(terms), pipeline)
        self._detectors = tuple(registry.document_detectors() if detectors is None else detectors)

    def detect(self, document: SourceDocument, pages: Sequence[Page]) -> tuple[Finding, ...]:
        """The findings in a document, sorted by place, longer ones first.

        Args:
            document: The document that the pages belong to.
            pages: All its pages, in order.

        Raises:
            DetectionError: A recognizer or detector failed; nothing is known of the document then.
        """
        found = merged(self._analysis.find(pages))
        found = merged(settled(found, pages))
        passages = [
            finding
            for detector in self._detectors
            for finding in self._on_document(detector, document, pages)
        ]
        return merged((*found, *passages))

    def _on_document(
        self, detector: DocumentDetector, document: SourceDocument, pages: Sequence[Page]
    ) -> tuple[Finding, ...]:
        return guarded(lambda: detector.find(document, pages), type(detector).__name__)

    def analyzer(self) -> "AnalyzerEngine":
        """Presidio's own engine with the same recognizers and pipeline, for use outside Lakmoes."""
        return self._analysis.analyzer()
