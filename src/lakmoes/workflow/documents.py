"""What a worker does with one document: a chain of stages, from values to values.

In: a job that can be pickled. Out: what the stages made of it; an error of ``errors`` ends that document
only. Nothing is kept here but the loaded model, once per process: the coordinator saves.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lakmoes.detection.engine import DetectionEngine
from lakmoes.detection.options import DetectionOptions
from lakmoes.dossier.folders import written_whole
from lakmoes.intake import described
from lakmoes.model import Finding, Note, Page, RedactionPlan, SourceDocument, TextSource, VerificationReport
from lakmoes.pdf.labels import Stamp
from lakmoes.pdf.ocr import recognise
from lakmoes.pdf.read import pdf_metadata, read_pages
from lakmoes.pdf.redact import redact
from lakmoes.pdf.scans import pictured, trusted
from lakmoes.verify import verify


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
    """A document to redact and to verify."""

    path: Path
    document: SourceDocument
    pages: tuple[Page, ...]
    plan: RedactionPlan
    code_labels: Mapping[str, str]
    hidden_texts: tuple[str, ...]
    target: Path

    @property
    def key(self) -> str:
        """Digest of all that the written file depends on, apart from the program itself."""
        parts = (self.document.id, self.document.number, self.plan.digest, sorted(self.code_labels.items()))
        return hashlib.sha256(repr((parts, self.hidden_texts, self.target.name)).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What became of a redacted document; published only when its report passed."""

    file_name: str
    report: VerificationReport
    notes: tuple[Note, ...]


class _NotVerified(Exception):  # noqa: N818 - a signal, not an error: it keeps the file from getting its name
    pass


def analyse_document(job: AnalysisJob) -> Analysis:
    """Reads a document, recognises its scans, and finds all that may have to be redacted.

    Raises:
        LakmoesError: A page cannot be read or searched, or data for recognising scans are missing.
    """
    pages = tuple(_readable(job.path, page) for page in read_pages(job.path, job.document.id))
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
    number = str(job.document.number)
    stamp = Stamp(document_number=number, code_labels=job.code_labels)
    labels = frozenset(line for mark in job.plan.marks for line in stamp.printed(mark.codes)) | {number}
    notes: tuple[Note, ...] = ()
    try:
        with written_whole(job.target) as beside:
            notes = redact(job.path, job.plan, stamp, beside, job.hidden_texts)
            report = verify(beside, job.plan, job.pages, labels, job.hidden_texts)
            if not report.passed:
                raise _NotVerified
    except _NotVerified:
        job.target.unlink(missing_ok=True)
    return Redaction(file_name=job.target.name, report=report, notes=notes)


@cache
def _engine(options: DetectionOptions) -> DetectionEngine:
    return DetectionEngine(options)


def _readable(path: Path, page: Page) -> Page:
    return recognise(path, page) if page.text_source is TextSource.NONE else trusted(path, page)
