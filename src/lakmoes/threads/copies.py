"""The same passage has the same findings in every copy.

In: findings and pages of a dossier. Out: the findings, with those of one copy added to every other copy of
the passage, at the corresponding characters and with the best score. A finding is carried over when all its
words lie within a run of eight words or more that both places share (``stream.LENGTH``); copies may break
lines and pages differently, and may be quoted.

Deliberately carries no judgement on passages (opinions and the like) into letters and news, and no role that
holds for one place only (``auteur``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lakmoes.model import PASSAGES, DocumentKind, Evidence, Finding, FindingKind, Page, SourceDocument, Span
from lakmoes.threads.places import Dossier, Run

DETECTOR = "threads"
RULE = "zelfde passage als elders in het dossier"
LOCAL_ROLES = frozenset({"auteur", "partij_in_rechtspraak", "mandaat"})
"""Roles that hold where they stand."""
ROLE_CONTEXT = 3
"""Words on each side that a copy must share before a role is carried into it."""

OUTGOING = frozenset({DocumentKind.LETTER, DocumentKind.NEWS})
"""Kinds of document in which nothing is meant for internal deliberation."""
Documents = Mapping[str, SourceDocument]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Carried:
    """A finding on its way to a copy."""

    span: Span
    finding: Finding
    role: str


def spread(
    findings: Mapping[str, tuple[Finding, ...]],
    pages: Mapping[str, tuple[Page, ...]],
    documents: Documents | None = None,
) -> Mapping[str, tuple[Finding, ...]]:
    """The findings of the dossier, the same in every copy of a passage.

    Args:
        findings: Per document id.
        pages: All pages of the dossier, per document id, in order.
        documents: Kind and number of each document; with them no opinions are carried into letters and
            news, and the evidence names documents by number.

    Returns:
        Per document id of ``pages`` the findings, sorted by page, place and kind.

    Raises:
        ValueError: A finding lies on a page that is not given.
    """
    dossier = Dossier(pages)
    arrivals: defaultdict[str, list[_Carried]] = defaultdict(list)
    for carried in _carried(findings, dossier, documents or {}):
        arrivals[carried.span.document_id].append(carried)
    return {
        document: tuple(
            sorted(_complete(findings.get(document, ()), arrivals[document], documents or {}), key=_order)
        )
        for document in pages
    }


def _carried(
    findings: Mapping[str, tuple[Finding, ...]], dossier: Dossier, documents: Documents
) -> Iterator[_Carried]:
    """Every finding at every other copy of its words, each run of words handled once, best score first."""
    every = (finding for found in findings.values() for finding in found)
    done: set[object] = set()
    for finding in sorted(every, key=lambda one: (-one.score, one.span.document_id, *_order(one))):
        run = dossier.run_of(finding.span)
        for target in dossier.copies(run, (finding.kind, finding.role, finding.ground), done):
            if not _is_barred(finding, target, documents):
                role = finding.role if _shares_role(finding, run, target, dossier) else ""
                spans = dossier.spans(finding.span, run, target)
                yield from (_Carried(span=span, finding=finding, role=role) for span in spans)


def _is_barred(finding: Finding, target: Run, documents: Documents) -> bool:
    document = documents.get(target.document_id)
    return finding.kind in PASSAGES and document is not None and document.kind in OUTGOING


def _shares_role(finding: Finding, run: Run, target: Run, dossier: Dossier) -> bool:
    if not finding.role or finding.role in LOCAL_ROLES:
        return False
    return dossier.around(run, ROLE_CONTEXT) == dossier.around(target, ROLE_CONTEXT)


def _complete(
    own: Iterable[Finding], arrivals: Sequence[_Carried], documents: Documents
) -> Iterator[Finding]:
    """The document's own findings, raised, widened and completed by what the copies bear."""
    per_place: defaultdict[tuple[int, FindingKind], list[Finding]] = defaultdict(list)
    for finding in sorted(own, key=_order):
        per_place[finding.span.page_index, finding.kind].append(finding)
    taken = [finding.span for found in per_place.values() for finding in found]
    for carried in arrivals:
        kind = carried.finding.kind
        if kind is FindingKind.GENERAL_CONTACT and any(span.overlaps(carried.span) for span in taken):
            continue
        place = per_place[carried.span.page_index, kind]
        beside = [finding for finding in place if finding.span.overlaps(carried.span)]
        place[:] = [finding for finding in place if not finding.span.overlaps(carried.span)]
        place.extend(_with_carried(beside, carried, documents))
    return (finding for found in per_place.values() for finding in found)


def _with_carried(beside: Sequence[Finding], carried: _Carried, documents: Documents) -> list[Finding]:
    """What the overlapping findings become: the same, one of them raised, or one that covers all."""
    whole = [finding for finding in beside if _covers(finding.span, carried.span)]
    if not beside:
        return [_new(carried, documents)]
    if not whole:
        return [_union([*beside, _new(carried, documents)])]
    best = max(whole, key=lambda finding: finding.score)
    return [_raised(finding, carried, documents) if finding is best else finding for finding in beside]


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _new(carried: _Carried, documents: Documents) -> Finding:
    evidence = (_evidence(carried.finding, documents),)
    return replace(carried.finding, span=carried.span, evidence=evidence, role=carried.role)


def _raised(finding: Finding, carried: _Carried, documents: Documents) -> Finding:
    evidence = finding.evidence
    if carried.finding.score > finding.score:
        evidence = (_evidence(carried.finding, documents), *evidence)
    return replace(finding, evidence=evidence, role=finding.role or carried.role)


def _union(findings: Sequence[Finding]) -> Finding:
    """One finding over all of them; different roles or grounds are none."""
    spans = [finding.span for finding in findings]
    evidence = sorted(
        {one for finding in findings for one in finding.evidence},
        key=lambda one: (-one.score, one.detector, one.rule, one.context),
    )
    roles = {finding.role for finding in findings}
    grounds = sorted({finding.ground for finding in findings} - {""})
    return replace(
        findings[0],
        span=replace(spans[0], start=min(span.start for span in spans), end=max(span.end for span in spans)),
        evidence=tuple(evidence),
        role=roles.pop() if len(roles) == 1 else "",
        ground=grounds[0] if grounds else "",
    )


def _evidence(finding: Finding, documents: Documents) -> Evidence:
    document = documents.get(finding.span.document_id)
    name = document.shown if document else finding.span.document_id[:8]
    where = f"document {name}, bladzijde {finding.span.page_index + 1}"
    return Evidence(detector=DETECTOR, rule=RULE, score=finding.score, context=where)


def _order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return span.page_index, span.start, span.end, finding.kind, finding.role, finding.ground
