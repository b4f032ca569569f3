"""From the analyses of a dossier to suggestions.

In: the analyses of a dossier's documents. Out: what is proposed for each (``Proposals``). What is gathered
over the whole dossier (persons, copies) may change with any document.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lakmoes.detection.firms import firm_findings
from lakmoes.detection.lists import name_lists
from lakmoes.detection.merging import merged
from lakmoes.detection.passages.prevailing import prevailing
from lakmoes.detection.repeats import settled
from lakmoes.detection.scope import scope_findings
from lakmoes.detection.terms import settled_by_terms
from lakmoes.model import (
    Finding,
    Page,
    Person,
    Proposal,
    SourceDocument,
    Suggestion,
)
from lakmoes.persons import Vocabulary, gather
from lakmoes.suggest import suggest
from lakmoes.threads import Relation, counterparts, relations
from lakmoes.threads import spread as spread_over_copies
from lakmoes.workflow.documents import Analysis
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.proposing import proposal_for

Findings = Mapping[str, tuple[Finding, ...]]
Documents = Mapping[str, SourceDocument]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed for one document."""

    analysis: Analysis
    suggestions: tuple[Suggestion, ...]
    relations: tuple[Relation, ...] = ()
    proposal: Proposal | None = None

    @property
    def document(self) -> SourceDocument:
        """The document with its title, date and kind."""
        return self.analysis.document


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is proposed for a dossier.

    Attributes:
        persons: The register.
        documents: The rest, by document number.
        copies: Suggestion id to the key of the passages that are copies of each other.
    """

    persons: tuple[Person, ...]
    documents: Mapping[int, Proposed]
    copies: Mapping[str, str]


def proposals(dossier: Dossier, analyses: Mapping[int, Analysis]) -> Proposals:
    """What is proposed for each analysed document, its findings completed over the whole dossier."""
    documents = {analysis.document.id: analysis.document for analysis in analyses.values()}
    pages = {analysis.document.id: analysis.pages for analysis in analyses.values()}
    vocabulary = Vocabulary.of_lists(name_lists())
    register, complete = gather(_settled(analyses), pages, dossier.exempt, vocabulary)
    findings = spread_over_copies(_of_the_whole(dossier, complete, pages, documents), pages, documents)
    related: defaultdict[int, list[Relation]] = defaultdict(list)
    for relation in relations(tuple(documents.values()), pages):
        related[relation.number].append(relation)
    found = {
        number: Proposed(
            analysis=analysis,
            suggestions=suggest(analysis.document, findings[analysis.document.id], dossier.book),
            relations=tuple(related[number]),
            proposal=proposal_for(analysis.document, related[number], dossier.book, dossier.shown),
        )
        for number, analysis in analyses.items()
    }
    places = {
        suggestion.id: (suggestion.finding.span, suggestion.finding.kind)
        for proposed in found.values()
        for suggestion in proposed.suggestions
    }
    return Proposals(persons=register.persons, documents=found, copies=counterparts(places, pages))


def _of_the_whole(
    dossier: Dossier, findings: Findings, pages: Mapping[str, tuple[Page, ...]], documents: Documents
) -> dict[str, tuple[Finding, ...]]:
    """The findings with what only the whole dossier shows: firms, code names, scope, what prevails."""
    terms = [term.text for term in dossier.settings.term]
    ordered = sorted(documents.values(), key=lambda document: document.number)
    added = (
        *firm_findings(ordered, pages, findings, terms),
        *scope_findings(ordered, pages, dossier.settings.scope),
    )
    complete = prevailing(finding for found in findings.values() for finding in found)
    return _by_document(settled_by_terms((*complete, *added)), pages)


def _by_document(findings: Iterable[Finding], pages: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """Findings per document id, merged."""
    found: dict[str, list[Finding]] = {identity: [] for identity in pages}
    for finding in merged(findings):
        found[finding.span.document_id].append(finding)
    return {identity: tuple(members) for identity, members in found.items()}


def _settled(analyses: Mapping[int, Analysis]) -> dict[str, tuple[Finding, ...]]:
    """Findings per document id; the same number or address has the same outcome in every document."""
    findings = [finding for analysis in analyses.values() for finding in analysis.findings]
    pages = [page for analysis in analyses.values() for page in analysis.pages]
    return _by_document(settled(findings, pages), (analysis.document.id for analysis in analyses.values()))
