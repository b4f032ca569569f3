"""From what holds to published files.

In: all that holds in a dossier. Out: redacted files in the output folder, each verified before it got its
name, and a ``Redaction`` per document. Files of an earlier run that are no longer published are removed.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lakmoes.detection.firms import codenames, gathering
from lakmoes.dossier.settings import WholePages
from lakmoes.dossier.store import Stage
from lakmoes.engines.local import spread
from lakmoes.errors import IntakeError, LakmoesError, VerificationError
from lakmoes.inventory.rows import published_name
from lakmoes.model import Finding, FindingKind, Page, RedactionPlan, SourceDocument
from lakmoes.nl import CHECKS
from lakmoes.placing import place
from lakmoes.plan import plan
from lakmoes.review.state import is_redacted
from lakmoes.whole_pages import with_notices
from lakmoes.workflow.analysing import Progress, page_of
from lakmoes.workflow.documents import Redaction, RedactionJob, redact_document
from lakmoes.workflow.holding import Case, Held
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.proofs import remove_other_proofs, write_proof
from lakmoes.workflow.stamping import stamp_of
from lakmoes.workflow.widths import marks_of_names

REDACTION = Stage("redaction", Redaction)
PUBLISHED = Stage("published", tuple[str, ...])
Made = tuple[RedactionJob, Redaction]

IDENTIFYING = frozenset(
    {
        FindingKind.NAME,
        FindingKind.EMAIL,
        FindingKind.TELEPHONE,
        FindingKind.BSN,
        FindingKind.IBAN,
        FindingKind.ADDRESS,
        FindingKind.LICENCE_PLATE,
        FindingKind.SOCIAL_HANDLE,
        FindingKind.TERM,
    }
)
"""Kinds whose text means the same wherever it stands: it may stand nowhere else in what is published."""
NAMING = frozenset({codenames.DETECTOR, gathering.DETECTOR})
"""Detectors of names of projects, investigations and firms: such a name identifies whatever its kind is."""
SHORTEST_IDENTIFYING = 3
"""Characters; two initials stand in too many words to be looked for outside the text."""


def identifying_texts(cases: Iterable[Case]) -> dict[str, str]:
    """The redacted texts that may stand nowhere else, with the ground they fall under, longest first.

    A suggestion of which people changed how far it goes counts as it was found.
    """
    found: dict[str, str] = {}
    for case in cases:
        texts = dict(case.known.by_id)
        for ruling in filter(is_redacted, case.state.rulings):
            if ruling.suggestion and _is_identifying(ruling.suggestion.finding):
                found.setdefault(texts[ruling.suggestion.id], ruling.grounds[0])
    found = {text: code for text, code in found.items() if len(text) >= SHORTEST_IDENTIFYING}
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def _is_identifying(finding: Finding) -> bool:
    return finding.kind in IDENTIFYING or any(evidence.detector in NAMING for evidence in finding.evidence)


def redacted(
    dossier: Dossier,
    held: Held,
    texts: Collection[str],
    progress: Progress,
    failures: dict[int, LakmoesError],
) -> dict[int, Redaction]:
    """What became of each document by number; what fails is added to ``failures`` and has no file.

    ``texts`` may stand nowhere in what is published (``identifying_texts``).
    """
    cases = [case for case in held.cases.values() if _is_due(case, failures)]
    targets = {case.document.number: target_of(dossier, case.document, texts) for case in cases}
    names = {target.name for target in targets.values()}
    earlier = dossier.store.load(PUBLISHED, "dossier", "") or ()
    # Noted before anything is written: whatever happens, a later run knows which files are ours.
    dossier.store.save(PUBLISHED, "dossier", "", tuple(sorted({*earlier, *names})))
    progress.begin("redact", len(cases), sum(case.document.page_count for case in cases))
    making = _Making(
        dossier=dossier, texts=tuple(texts), targets=targets, progress=progress, failures=failures
    )
    made: dict[int, Redaction] = {}
    for job, redaction in making.made(cases):
        made[job.document.number] = redaction
        write_proof(dossier.output.proofs, job, redaction)
    published = tuple(sorted(redaction.file_name for redaction in made.values() if redaction.report.passed))
    for name in {*earlier, *names} - set(published):
        (dossier.output.redacted / name).unlink(missing_ok=True)
    dossier.store.save(PUBLISHED, "dossier", "", published)
    remove_other_proofs(dossier.output.proofs, made.values())
    return dict(sorted(made.items()))


def target_of(dossier: Dossier, document: SourceDocument, texts: Collection[str]) -> Path:
    """Where the redacted file of a document goes."""
    width = max((len(str(other.order[0][0])) for other in dossier.documents), default=1)
    return dossier.output.redacted / published_name(document, tuple(texts), width)


def job_of(dossier: Dossier, case: Case, texts: tuple[str, ...], target: Path) -> RedactionJob:
    """What has to be redacted in a document, with all its pages.

    Raises:
        RedactionError: A redaction lies on no page, or on characters without a place.
    """
    pages = tuple(page_of(dossier, case.document, page.index) for page in case.known.pages)
    made = _planned(dossier, case, pages)
    stamp = stamp_of(dossier, case.document, made)
    made = replace(made, printed=tuple(stamp.lines_on(page.index) for page in pages))
    return RedactionJob(
        path=dossier.paths[case.document.number],
        document=case.document,
        pages=pages,
        plan=made,
        stamp=stamp,
        hidden_texts=texts,
        width=dossier.settings.width,
        names=marks_of_names(made, (suggestion.finding for suggestion in case.suggestions)),
        target=target,
    )


def _planned(dossier: Dossier, case: Case, pages: tuple[Page, ...]) -> RedactionPlan:
    """What is done to a document: what is redacted, which pages give way to a notice, what moves."""
    made = plan(case.state, pages, dossier.book)
    if dossier.settings.refusal.pages is WholePages.NOTICE:
        pictured = {number - 1 for number in case.known.pictured}
        made = with_notices(made, pages, dossier.book, pictured)
    return place(made, pages, dossier.settings.width)


def _is_due(case: Case, failures: dict[int, LakmoesError]) -> bool:
    """Whether a file of the document is to be made; a page that nobody has read is a failure."""
    if not case.is_published:
        return False
    if case.unread:
        failures[case.document.number] = IntakeError("page-unread", page=case.unread[0])
    return not case.unread


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """Makes files, a few documents at a time: the pages of a whole dossier do not fit in memory."""

    dossier: Dossier
    texts: tuple[str, ...]
    targets: Mapping[int, Path]
    progress: Progress
    failures: dict[int, LakmoesError]
    kept: list[Made] = field(default_factory=list)
    """What was made before and is still right."""

    def made(self, cases: Iterable[Case]) -> Iterator[Made]:
        """What became of each document; one that fails before anything was written is not among them."""
        for job, outcome in spread(redact_document, self._fresh(cases), self.dossier.order.workers):
            self.progress.advance(job.document.page_count)
            if isinstance(outcome, LakmoesError):
                self.failures[job.document.number] = outcome
                continue
            if not outcome.report.passed:
                self.failures[job.document.number] = not_verified(outcome)
            self.dossier.store.save(REDACTION, job.document.id, self.dossier.key(job.key), outcome)
            yield job, outcome
        yield from self.kept

    def _fresh(self, cases: Iterable[Case]) -> Iterator[RedactionJob]:
        """The jobs that must be done; the others are added to ``kept``."""
        for case in cases:
            try:
                job = job_of(self.dossier, case, self.texts, self.targets[case.document.number])
            except LakmoesError as error:
                self.failures[case.document.number] = error
                continue
            made = self.dossier.store.load(REDACTION, job.document.id, self.dossier.key(job.key))
            if made and made.report.passed and _is_file_of(job.target, made):
                self.kept.append((replace(job, pages=()), made))
                self.progress.advance(job.document.page_count)
            else:
                yield job


def _is_file_of(path: Path, redaction: Redaction) -> bool:
    """Whether the file is there and is still the one that passed."""
    if not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == redaction.report.output_sha256


def not_verified(redaction: Redaction) -> VerificationError:
    """The error that a written file did not pass, with the checks that failed."""
    failed = [CHECKS[check.name] for check in redaction.report.checks if not check.passed]
    return VerificationError("not-verified", checks=", ".join(failed))
