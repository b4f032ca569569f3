"""What a dossier is about settles whose work its operational passages tell of.

In: the findings of a whole dossier. Out: the same findings; some of the three kinds in ``KINDS`` have become
another of these. How police investigate, how inspectors check and what guards vital stocks is told in the
same words; a dossier is mostly about one of them. The share of each kind in the whole dossier weighs as its
prior (Saerens, Latinne and Decaestecker, "Adjusting the outputs of a classifier to new a priori
probabilities", Neural Computation 14(1), 2002, one step). The score does not change: whether something is
sensitive is not in question here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lakmoes.model import Evidence, Finding, FindingKind

KINDS = (FindingKind.OPERATIONAL, FindingKind.INSPECTION, FindingKind.STATE_SECURITY)
DETECTOR = "PassageKinds"
"""Name in the evidence that tells how likely each of the kinds is."""


def kinds_of(chances: Mapping[FindingKind, float]) -> tuple[Evidence, ...]:
    """Evidence of how likely a passage is of each of the kinds, given the chance of each."""
    return tuple(
        Evidence(detector=DETECTOR, rule=kind.value, score=min(1.0, chances[kind]))
        for kind in KINDS
        if chances.get(kind)
    )


def prevailing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a dossier, in their order, with the kinds that prevail in it."""
    found = tuple(findings)
    shares: Counter[FindingKind] = Counter()
    for finding in found:
        size = finding.span.end - finding.span.start
        shares.update({kind: chance * size for kind, chance in _chances(finding).items()})
    return tuple(_of_prevailing_kind(finding, shares) for finding in found)


def _of_prevailing_kind(finding: Finding, shares: Mapping[FindingKind, float]) -> Finding:
    chances = _chances(finding)
    if finding.kind not in KINDS or not chances:
        return finding
    return replace(finding, kind=max(KINDS, key=lambda kind: chances.get(kind, 0.0) * shares.get(kind, 0.0)))


def _chances(finding: Finding) -> dict[FindingKind, float]:
    """How likely a passage is of each kind, as the classifier said."""
    return {
        FindingKind(evidence.rule): evidence.score
        for evidence in finding.evidence
        if evidence.detector == DETECTOR
    }
