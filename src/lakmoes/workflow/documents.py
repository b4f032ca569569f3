"""What a worker does with one document: a chain of stages, from values to values.

In: a job that can be pickled. Out: what the stages made of it; an error of ``errors`` ends that document
only. Nothing is kept here but the loaded model, once per process: the coordinator saves.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lakmoes.detection.engine import DetectionEngine
from lakmoes.detection.options import DetectionOptions
from lakmoes.dossier.folders import written_whole
from lakmoes.intake import described
from lakmoes.model import (
    Finding,
    NamesFitting,
    Note,
    Page,
    RedactionPlan,
    SourceDocument,
    TextSource,
    VerificationReport,
    Width,
)
from lakmoes.pdf.read import pdf_metadata
from lakmoes.pdf.redact import redact
from lakmoes.pdf.scans import pictured
from lakmoes.pdf.stamp import Stamp
from lakmoes.verify import verify
from lakmoes.workflow.reading import pages_of, reader_of
from lakmoes.workflow.widths import check_of, names_fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisJob:
    """A document to read and to search."""

    path: Path
    document: SourceDocument
    options: DetectionOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A document with its title, date and kind, its pages, and what was found on them.

    ``pictured`` holds the numbers, from 1, of pages with a picture beside their text that was not searched.
    """

    document: SourceDocument
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    pictured: tuple[int, ...] = ()

    @property
    def unread(self) -> tuple[int, ...]:
        """Numbers, from 1, of the pages that no machine could read."""
        return tuple(page.index + 1 for page in self.pages if page.text_source is TextSource.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionJob:
    """A document to redact and to verify; ``names`` are the marks of the plan that lie over a name."""

    path: Path
    document: SourceDocument
    pages: tuple[Page, ...]
    plan: RedactionPlan
    stamp: Stamp
    hidden_texts: tuple[str, ...]
    width: Width
    names: tuple[int, ...]
    target: Path

    @property
    def labels(self) -> frozenset[str]:
        """What may be printed on any page; ``RedactionPlan.printed`` has the rest, page by page."""
        printed = (line for mark in self.plan.marks for line in self.stamp.printed(mark.codes))
        return frozenset(printed) | {self.stamp.document_number}

    @property
    def key(self) -> str:
        """Digest of all that the written file depends on, apart from the program itself."""
        parts = (self.document.id, self.document.shown, self.plan.digest, self.stamp.key)
        return hashlib.sha256(repr((parts, self.hidden_texts, self.target.name)).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What became of a redacted document; published only when its report passed."""

    file_name: str
    report: VerificationReport
    notes: tuple[Note, ...]
    names_fitting: tuple[NamesFitting, ...] = ()


class _NotVerified(Exception):  # noqa: N818 - a signal, not an error: it keeps the file from getting its name
    pass


def analyse_document(job: AnalysisJob) -> Analysis:
    """Reads a document, recognises its scans, and finds all that may have to be redacted.

    Raises:
        LakmoesError: A page cannot be read or searched, or data for recognising scans are missing.
    """
    pages = pages_of(job.path, job.document.id)
    document = described(job.document, pages, pdf_metadata(job.path))
    return Analysis(
        document=document,
        pages=pages,
        findings=_engine(job.options).detect(document, pages),
        pictured=pictured(job.path, pages),
    )


def redact_document(job: RedactionJob) -> Redaction:
    """Writes the redacted document beside its place and moves it there only when every check passes.

    Raises:
        LakmoesError: It cannot be redacted, verified or written.
    """
    notes: tuple[Note, ...] = ()
    try:
        with written_whole(job.target) as beside:
            notes = redact(job.path, job.plan, job.stamp, beside, job.hidden_texts)
            report = verify(
                beside,
                job.plan,
                job.pages,
                job.labels,
                job.hidden_texts,
                original=job.path,
                recognise=reader_of(job.pages),
            )
            if not report.passed:
                raise _NotVerified
    except _NotVerified:
        job.target.unlink(missing_ok=True)
    fitting = names_fitting(job.plan, job.pages, job.names, job.width)
    report = replace(report, checks=(*report.checks, check_of(fitting)))
    return Redaction(file_name=job.target.name, report=report, notes=notes, names_fitting=fitting)


@cache
def _engine(options: DetectionOptions) -> DetectionEngine:
    return DetectionEngine(options)
