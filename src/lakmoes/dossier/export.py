"""The machine-readable results of a dossier: ``suggestions.json`` and ``verificatie.json``.

In: suggestions with the pages that they lie on, and verification reports. Out: JSON with sorted, stable
contents: the same input gives the same bytes. Pages count from 1; rectangles are PDF points with the origin
at the top left of the page as it is displayed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lakmoes.model import (
    Box,
    Check,
    Judgement,
    Law,
    NamesFitting,
    Proposal,
    SourceDocument,
    Spot,
    Suggestion,
    Treatment,
    VerificationReport,
)
from lakmoes.nl import DOCUMENT_KINDS, JUDGEMENTS


class PageShape(Protocol):
    """The size of a page in points before rotation, and its rotation."""

    @property
    def index(self) -> int:
        """Its place in the document, from 0."""

    @property
    def width(self) -> float:
        """In points."""

    @property
    def height(self) -> float:
        """In points."""

    @property
    def rotation(self) -> int:
        """In degrees, clockwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSuggestion:
    """A suggestion with its page, its text and where it stands, in page space."""

    suggestion: Suggestion
    page: PageShape
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSuggestions:
    """All that ``suggestions.json`` says of one document."""

    document: SourceDocument
    judgement: Judgement
    suggestions: tuple[PlacedSuggestion, ...] = ()
    relation: str = ""
    proposal: Proposal | None = None


def write_suggestions(path: Path, law: Law, documents: Iterable[DocumentSuggestions]) -> None:
    """Writes ``suggestions.json``; kept suggestions stand apart under ``kept``."""
    _write(path, {"law": law.value, "documents": [_document(document) for document in documents]})


def write_verification(
    path: Path,
    reports: Mapping[str, VerificationReport],
    fitting: Mapping[str, Sequence[NamesFitting]] | None = None,
) -> None:
    """Writes ``verificatie.json``: per written file its checks, passed or not, with places.

    Args:
        path: Where it is written.
        reports: By name of file.
        fitting: For each redacted name how many names fit in its gap, by name of file.
    """
    entries = [
        _report(name, reports[name]) | {"anonymity": [_fitting(fit) for fit in (fitting or {}).get(name, ())]}
        for name in sorted(reports)
    ]
    _write(path, {"files": entries})


def displayed(box: Box, page: PageShape) -> list[float]:
    """A box in the space of the page as it is displayed: ``[x0, y0, x1, y1]``, rounded to 1/100 point."""
    width, height = page.width, page.height
    turned = {
        0: (box.x0, box.y0, box.x1, box.y1),
        90: (height - box.y1, box.x0, height - box.y0, box.x1),
        180: (width - box.x1, height - box.y1, width - box.x0, height - box.y0),
        270: (box.y0, width - box.x1, box.y1, width - box.x0),
    }[page.rotation]
    return [round(value, 2) for value in turned]


def _write(path: Path, content: Mapping[str, object]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _document(entry: DocumentSuggestions) -> dict[str, object]:
    document = entry.document
    shown = [_suggestion(placed) for placed in entry.suggestions]
    kept = Treatment.KEEP.value
    return {
        "number": document.number,
        "file": document.file_name,
        "title": document.title,
        "date": document.date.isoformat() if document.date else "",
        "kind": DOCUMENT_KINDS[document.kind],
        "pages": document.page_count,
        "sha256": document.id,
        "decision": JUDGEMENTS[entry.judgement],
        "relation": entry.relation or None,
        "proposal": _proposal(entry.proposal) if entry.proposal else None,
        "suggestions": [suggestion for suggestion in shown if suggestion["treatment"] != kept],
        "kept": [suggestion for suggestion in shown if suggestion["treatment"] == kept],
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "decision": JUDGEMENTS[proposal.judgement],
        "grounds": list(proposal.grounds),
        "reason": proposal.reason,
        "score": round(proposal.score, 3),
    }


def _suggestion(placed: PlacedSuggestion) -> dict[str, object]:
    suggestion, page = placed.suggestion, placed.page
    finding = suggestion.finding
    return {
        "id": suggestion.id,
        "page": page.index + 1,
        "rects": [displayed(box, page) for box in placed.boxes],
        "text": placed.text,
        "kind": finding.kind.value,
        "role": finding.role or None,
        "ground": suggestion.grounds[0] if suggestion.grounds else None,
        "grounds": list(suggestion.grounds),
        "treatment": suggestion.treatment.value,
        "score": round(finding.score, 3),
        "evidence": [
            {
                "detector": evidence.detector,
                "rule": evidence.rule,
                "score": round(evidence.score, 3),
                "checksum": evidence.checksum,
                "context": evidence.context,
            }
            for evidence in finding.evidence
        ],
        "reason": suggestion.reason,
    }


def _fitting(fitting: NamesFitting) -> dict[str, object]:
    return {"page": fitting.page, "mark": fitting.mark, "names": fitting.count}


def _report(name: str, report: VerificationReport) -> dict[str, object]:
    return {
        "file": name,
        "sha256": report.output_sha256,
        "plan": report.plan_digest,
        "passed": report.passed,
        "checks": [check_as_json(check) for check in report.checks],
    }


def check_as_json(check: Check) -> dict[str, object]:
    """A check with its places, in words and for programs; those of a check that passed are worth a look."""
    return {
        "name": check.name,
        "passed": check.passed,
        "places": list(check.places),
        "spots": [_spot(spot) for spot in check.spots],
    }


def _spot(spot: Spot) -> dict[str, object]:
    """A place: page and mark from 1, 0 for none; the rectangle in points on the page before rotation."""
    box = spot.box
    edges = [round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)] if box else None
    return {"page": spot.page, "mark": spot.mark, "rect": edges}
