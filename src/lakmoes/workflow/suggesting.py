"""From the files of a dossier to suggestions, and what holds for each document.

In: an opened ``Dossier``. Out: a ``Case`` per document that could be analysed. Analyses are kept per
document; what is gathered over the whole dossier (persons, copies) is made anew each time, since any document
may change it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from lakmoes.detection.firms import firm_findings
from lakmoes.detection.lists import name_lists
from lakmoes.detection.merging import merged
from lakmoes.detection.passages.prevailing import prevailing
from lakmoes.detection.repeats import settled
from lakmoes.detection.scope import scope_findings
from lakmoes.detection.terms import settled_by_terms
from lakmoes.dossier.store import Stage
from lakmoes.engines.local import spread
from lakmoes.errors import LakmoesError
from lakmoes.model import (
    Decision,
    Finding,
    Page,
    Proposal,
    ReviewState,
    SourceDocument,
    Span,
    Suggestion,
    digest_of,
)
from lakmoes.persons import Vocabulary, gather
from lakmoes.review import Log, attach, review
from lakmoes.suggest import suggest
from lakmoes.threads import Relation, relations
from lakmoes.threads import spread as spread_over_copies
from lakmoes.workflow.documents import Analysis, AnalysisJob, analyse_document
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.proposing import proposal_for

ANALYSIS = Stage("analysis", Analysis)
Findings = Mapping[str, tuple[Finding, ...]]
Documents = Mapping[str, SourceDocument]


class Progress(Protocol):
    """Who wants to see how a run gets on."""

    def begin(self, stage: str, documents: int, pages: int) -> None:
        """A stage (key of ``nl.STAGES``) starts on so many documents and pages."""

    def advance(self, pages: int) -> None:
        """One more document, of so many pages, is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document on its way: what was read and found, what is suggested, and what holds."""

    analysis: Analysis
    suggestions: tuple[Suggestion, ...]
    state: ReviewState
    relations: tuple[Relation, ...] = ()
    proposal: Proposal | None = None

    @property
    def is_begun(self) -> bool:
        """Whether people decided on anything in it."""
        return any(ruling.entry for ruling in self.state.rulings)

    @property
    def document(self) -> SourceDocument:
        """The document with its title, date and kind."""
        return self.analysis.document


def analysed(dossier: Dossier, progress: Progress, failures: dict[int, LakmoesError]) -> dict[int, Analysis]:
    """The analysis of each document by number; what fails is added to ``failures``."""
    documents = [
        document for document in dossier.documents if not document.refusal and not document.duplicate_of
    ]
    analyses = {document.number: found for document in documents if (found := _kept(dossier, document))}
    progress.begin("analyse", len(documents), sum(document.page_count for document in documents))
    for analysis in analyses.values():
        progress.advance(analysis.document.page_count)
    jobs = [_job(dossier, document) for document in documents if document.number not in analyses]
    for job, outcome in spread(analyse_document, jobs, dossier.order.workers):
        if isinstance(outcome, LakmoesError):
            failures[job.document.number] = outcome
        else:
            dossier.store.save(ANALYSIS, job.document.id, _key(dossier, job.document), outcome)
            analyses[job.document.number] = outcome
        progress.advance(job.document.page_count)
    return dict(sorted(analyses.items()))


def suggested(dossier: Dossier, analyses: Mapping[int, Analysis]) -> dict[int, Case]:
    """The case of each analysed document, its findings completed over the whole dossier."""
    documents = {analysis.document.id: analysis.document for analysis in analyses.values()}
    pages = {analysis.document.id: analysis.pages for analysis in analyses.values()}
    _, complete = gather(_settled(analyses), pages, dossier.exempt, Vocabulary.of_lists(name_lists()))
    findings = spread_over_copies(_of_the_whole(dossier, complete, pages, documents), pages, documents)
    related: defaultdict[int, list[Relation]] = defaultdict(list)
    for relation in relations(tuple(documents.values()), pages):
        related[relation.number].append(relation)
    log = Log(dossier.store.entries())
    cases = {}
    for number, analysis in analyses.items():
        identity = analysis.document.id
        suggestions = suggest(analysis.document, findings[identity], dossier.book)
        cases[number] = Case(
            analysis=analysis,
            suggestions=suggestions,
            state=_state(analysis, suggestions, log),
            relations=tuple(related[number]),
            proposal=proposal_for(analysis.document, related[number], dossier.book),
        )
    return cases


def _state(analysis: Analysis, suggestions: Sequence[Suggestion], log: Log) -> ReviewState:
    identity = analysis.document.id
    decisions = log.all_holding(Decision, identity)
    return review(identity, suggestions, attach(suggestions, decisions, digests_of(analysis.pages)))


def digests_of(pages: Sequence[Page]) -> Callable[[Span], str]:
    """What tells the digest of the text that stands at a place; empty where there is no such place."""

    def digest_at(span: Span) -> str:
        try:
            return digest_of(pages[span.page_index].quote(span))
        except (IndexError, ValueError):
            return ""

    return digest_at


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


def _job(dossier: Dossier, document: SourceDocument) -> AnalysisJob:
    return AnalysisJob(path=dossier.paths[document.number], document=document, options=dossier.options)


def _key(dossier: Dossier, document: SourceDocument) -> str:
    return dossier.key(dossier.options_digest, document.file_name)


def _kept(dossier: Dossier, document: SourceDocument) -> Analysis | None:
    """An earlier analysis of the same bytes, under the number that the document has now."""
    analysis = dossier.store.load(ANALYSIS, document.id, _key(dossier, document))
    if analysis is None:
        return None
    return replace(analysis, document=replace(analysis.document, number=document.number))
