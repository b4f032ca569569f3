"""Findings of a document: recognizers on every page, repeated values, detectors of the whole document.

In: a document and its pages, read. Out: findings, sorted, one a passage and kind with all its evidence. What
a page without text holds, nobody knows: whoever calls must see to it that such a page is not taken for empty.

Cheap to import: spaCy, Presidio and the lists are loaded when the first engine is made.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from lakmoes.detection.guard import guarded
from lakmoes.detection.merging import merged
from lakmoes.detection.options import DetectionOptions
from lakmoes.detection.repeats import settled
from lakmoes.model import Finding, Page, SourceDocument

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine


class DocumentDetector(Protocol):
    """What judges a document as a whole, such as the classifier of passages."""

    def find(self, document: SourceDocument, pages: Sequence[Page]) -> tuple[Finding, ...]:
        """The findings in a document, in any order."""
        ...


class DetectionEngine:
    """Detects everything in one document after another; models and lists are loaded once, in the constructor.

    Args:
        options: The dossier's own terms and models; by default the models of the package.
        detectors: What runs on the whole document after the recognizers; by default those of the registry.

    Raises:
        ResourceError: A model is not there or cannot be read.
    """

    def __init__(
        self,
        options: DetectionOptions | None = None,
        detectors: Sequence[DocumentDetector] | None = None,
    ) -> None:
        # Importing these takes longer than the command line may take to answer --help.
        from lakmoes.detection import analysis, registry  # noqa: PLC0415

        chosen = options or DetectionOptions()
        self._analysis = analysis.PageAnalysis(registry.recognizers(chosen.terms), chosen.pipeline or None)
        self._detectors = tuple(registry.document_detectors(chosen) if detectors is None else detectors)

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
