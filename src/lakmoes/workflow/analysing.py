"""From the files of a dossier to what was read and found in each, kept per document.

In: an opened ``Dossier``. Out: an ``Analysis`` per document, from the dossier file where its bytes, its name,
the settings and the program are the same as before. Pages are kept one by one, so that whoever needs one page
does not load a thousand.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from lakmoes.dossier.store import Stage
from lakmoes.engines.local import spread
from lakmoes.errors import DossierError, LakmoesError
from lakmoes.model import Page, SourceDocument
from lakmoes.workflow.documents import Analysis, AnalysisJob, analyse_document
from lakmoes.workflow.numbering import as_stated
from lakmoes.workflow.opening import Dossier

ANALYSIS = Stage("analysis", Analysis)
"""An analysis without its pages, by document id."""
PAGE = Stage("page", Page)
"""One page, by ``<document id>/<page index>``."""


class Progress(Protocol):
    """Who wants to see how a run gets on."""

    def begin(self, stage: str, documents: int, pages: int) -> None:
        """A stage (key of ``nl.STAGES``) starts on so many documents and pages."""

    def advance(self, pages: int) -> None:
        """One more document, of so many pages, is done."""


def analyse(
    dossier: Dossier, progress: Progress, failures: dict[int, LakmoesError]
) -> Mapping[int, SourceDocument]:
    """Has every document analysed and kept; out come those of which there is an analysis, by number.

    What fails is added to ``failures``, and is tried again the next time.
    """
    documents = [
        document for document in dossier.documents if not document.refusal and not document.duplicate_of
    ]
    done = {document.number: document for document in documents if _is_kept(dossier, document)}
    progress.begin("analyse", len(documents), sum(document.page_count for document in documents))
    for document in done.values():
        progress.advance(document.page_count)
    jobs = [
        AnalysisJob(path=dossier.paths[document.number], document=document, options=dossier.options)
        for document in documents
        if document.number not in done
    ]
    for job, outcome in spread(analyse_document, jobs, dossier.order.workers):
        if isinstance(outcome, LakmoesError):
            failures[job.document.number] = outcome
        else:
            keep(dossier, job.document, outcome)
            done[job.document.number] = job.document
        progress.advance(job.document.page_count)
    return dict(sorted(done.items()))


def analysis_of(dossier: Dossier, document: SourceDocument) -> Analysis:
    """The kept analysis of a document, pages and all, under the number that the document has now.

    Raises:
        DossierError: There is none: the dossier file is damaged.
    """
    analysis = dossier.store.load(ANALYSIS, document.id, _key(dossier, document))
    if analysis is None:
        raise DossierError("dossier-damaged")
    pages = tuple(page_of(dossier, document, index) for index in range(document.page_count))
    described = replace(analysis.document, number=document.number, label=document.label)
    return replace(analysis, document=as_stated(described, dossier.settings), pages=pages)


def page_of(dossier: Dossier, document: SourceDocument, index: int) -> Page:
    """One page of an analysed document.

    Raises:
        DossierError: There is none: the dossier file is damaged.
    """
    page = dossier.store.load(PAGE, _subject(document, index), _key(dossier, document))
    if page is None:
        raise DossierError("dossier-damaged")
    return page


def keep(dossier: Dossier, document: SourceDocument, analysis: Analysis) -> None:
    """Keeps what was read and found in a document, and makes its text searchable.

    Raises:
        DossierError: The dossier file cannot be written.
    """
    # The pages first: an analysis that is there has all its pages, whenever the program was killed.
    key = _key(dossier, document)
    dossier.store.save_all(PAGE, key, ((_subject(document, page.index), page) for page in analysis.pages))
    dossier.store.index(document.id, [page.text for page in analysis.pages])
    dossier.store.save(ANALYSIS, document.id, key, replace(analysis, pages=()))


def _is_kept(dossier: Dossier, document: SourceDocument) -> bool:
    return dossier.store.holds(ANALYSIS, document.id, _key(dossier, document))


def _subject(document: SourceDocument, index: int) -> str:
    return f"{document.id}/{index}"


def _key(dossier: Dossier, document: SourceDocument) -> str:
    return dossier.key(dossier.options_digest, document.file_name)
