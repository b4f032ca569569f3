"""From the hits of many recognizers to one finding a passage, with all evidence.

In: findings in any order. Out: findings sorted by place and kind. Those of the same place and kind become
one; one inside a longer one of its kind gives it its evidence; a number inside a longer value of another kind
was no number of its own. No name, address or passage is dropped.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lakmoes.model import Evidence, Finding, FindingKind, Span

VALUES = frozenset(
    {
        FindingKind.BSN,
        FindingKind.IBAN,
        FindingKind.TELEPHONE,
        FindingKind.LICENCE_PLATE,
        FindingKind.IDENTITY_DOCUMENT,
        FindingKind.PERSONAL_NUMBER,
        FindingKind.NETWORK_ADDRESS,
        FindingKind.LOCATION,
        FindingKind.DATE_OF_BIRTH,
        FindingKind.EMAIL,
        FindingKind.SOCIAL_HANDLE,
    }
)
"""Kinds whose text is one value: one cannot be part of another."""

PERSONAL = frozenset({*VALUES, FindingKind.NAME, FindingKind.ADDRESS})
"""Kinds of which a finding inside another of its kind says the same."""

Key = tuple[str, int, int, int, FindingKind, str]


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings sorted, one for each place and kind, without those that are only part of another value."""
    groups: dict[Key, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key_of(finding), []).append(finding)
    single = [united(group) for _, group in sorted(groups.items(), key=lambda item: order_of(item[0]))]
    pages = itertools.groupby(single, key=lambda finding: finding.span.page)
    return tuple(finding for _, on_page in pages for finding in without_parts(absorbed(list(on_page))))


def key_of(finding: Finding) -> Key:
    """What makes two findings the same one: place, kind and, for a term, its ground."""
    span = finding.span
    return span.document_id, span.page_index, span.start, span.end, finding.kind, finding.ground


def order_of(key: Key) -> tuple[str, int, int, int, str, str]:
    """Reading order, the longer first."""
    document, page, start, end, kind, ground = key
    return document, page, start, -end, kind.value, ground


def united(group: Sequence[Finding]) -> Finding:
    """One finding with the evidence of all, best first, each reason once, and the role that one knows."""
    best: dict[tuple[str, str], Evidence] = {}
    for evidence in (evidence for finding in group for evidence in finding.evidence):
        known = best.get((evidence.detector, evidence.rule))
        if known is None or known.score < evidence.score:
            best[evidence.detector, evidence.rule] = evidence
    ranked = sorted(best.values(), key=lambda evidence: (-evidence.score, evidence.detector, evidence.rule))
    by_score = sorted(group, key=lambda finding: -finding.score)
    role = next((finding.role for finding in by_score if finding.role), "")
    return replace(group[0], evidence=tuple(ranked), role=role)


def absorbed(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, in order, those inside a longer one of their kind taken up into that."""
    kept: list[Finding] = []
    for finding in findings:
        same = (i for i, other in enumerate(kept) if other.kind is finding.kind and finding.kind in PERSONAL)
        outer = next((index for index in same if contains(kept[index].span, finding.span)), None)
        if outer is None:
            kept.append(finding)
        else:
            kept[outer] = united((kept[outer], finding))
    return kept


def without_parts(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, in order, without values that are only part of a longer value."""
    return [
        finding
        for finding in findings
        if not any(contains(other.span, finding.span) and supersedes(other, finding) for other in findings)
    ]


def supersedes(outer: Finding, inner: Finding) -> bool:
    """Whether a value is only part of a longer value of another kind that is at least as certain."""
    values = inner.kind in VALUES and (outer.kind in VALUES or outer.kind is FindingKind.GENERAL_CONTACT)
    return values and outer.span != inner.span and outer.score >= inner.score


def contains(outer: Span, inner: Span) -> bool:
    """Whether one span lies within the other."""
    return outer.page == inner.page and outer.start <= inner.start and inner.end <= outer.end
