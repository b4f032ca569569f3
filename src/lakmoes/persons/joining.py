"""What recognizers found and what the register sees, brought together into findings.

In: the findings and sightings of one page. Out: ``Joined`` places: overlapping ones are one, the longest
stands, every reason is kept. What a recognizer was unsure of stays only where a sighting confirms it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lakmoes.model import Finding, FindingKind
from lakmoes.persons.sightings import Sighting

LIKELY = 0.6
"""Score from which a recognizer's name stands on its own."""
ASKED = 0.595
"""Score from which a recognizer's name stands to be asked, although it makes no person; lower ones wait."""
CONFIRMING = 0.5
"""Share of an unsure name that a sighting must cover to confirm it."""

CONTAINERS = frozenset(
    {
        FindingKind.EMAIL,
        FindingKind.GENERAL_CONTACT,
        FindingKind.ADDRESS,
        FindingKind.SOCIAL_HANDLE,
        FindingKind.NETWORK_ADDRESS,
        FindingKind.PERSONAL_NUMBER,
    }
)
"""Findings that hold names as a part of themselves: a sighting within one adds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """One name on a page with all who found it.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the last character.
        findings: Findings of recognizers within it.
        sightings: Sightings within it.
    """

    start: int
    end: int
    findings: tuple[Finding, ...]
    sightings: tuple[Sighting, ...]


def join(findings: Sequence[Finding], sightings: Sequence[Sighting]) -> list[Joined]:
    """The names of one page, sorted, never overlapping.

    Args:
        findings: All findings on the page, of every kind.
        sightings: Sightings on the page.
    """
    contained = [finding.span for finding in findings if finding.kind in CONTAINERS]
    seen = [
        sighting
        for sighting in sightings
        if not any(span.start <= sighting.start and sighting.end <= span.end for span in contained)
    ]
    names = [finding for finding in findings if finding.kind == FindingKind.NAME and _stands(finding, seen)]
    units = [Joined(start=one.start, end=one.end, findings=(), sightings=(one,)) for one in seen]
    units += [
        Joined(start=name.span.start, end=name.span.end, findings=(name,), sightings=()) for name in names
    ]
    return _clustered(sorted(units, key=lambda unit: (unit.start, -unit.end)))


def _stands(finding: Finding, seen: Sequence[Sighting]) -> bool:
    span = finding.span
    if finding.score >= ASKED:
        return True
    covered = sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in seen)
    return covered >= CONFIRMING * (span.end - span.start)


def _clustered(units: Sequence[Joined]) -> list[Joined]:
    clusters: list[Joined] = []
    for unit in units:
        if clusters and unit.start < clusters[-1].end:
            last = clusters[-1]
            clusters[-1] = Joined(
                start=last.start,
                end=max(last.end, unit.end),
                findings=last.findings + unit.findings,
                sightings=last.sightings + unit.sightings,
            )
        else:
            clusters.append(unit)
    return clusters
