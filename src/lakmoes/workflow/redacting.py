"""From what holds to published files.

In: the cases of a dossier. Out: redacted files in the output folder, each verified before it got its name,
and a ``Redaction`` per document. Files of an earlier run that are no longer published are removed.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from lakmoes.dossier.store import Stage
from lakmoes.engines.local import spread
from lakmoes.errors import IntakeError, LakmoesError, VerificationError
from lakmoes.inventory.rows import published_name
from lakmoes.model import FindingKind
from lakmoes.nl import CHECKS
from lakmoes.placing import place
from lakmoes.plan import plan
from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.documents import Redaction, RedactionJob, redact_document
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.proofs import write_proofs
from lakmoes.workflow.suggesting import Case
from lakmoes.workflow.widths import marks_of_names

REDACTION = Stage("redaction", Redaction)
PUBLISHED = Stage("published", tuple[str, ...])

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
SHORTEST_IDENTIFYING = 3
"""Characters; two initials stand in too many words to be looked for outside the text."""


def identifying_texts(cases: Iterable[Case]) -> dict[str, str]:
    """The redacted texts that may stand nowhere else, with the ground they fall under, longest first."""
    found: dict[str, str] = {}
    for case in cases:
        redacted = dict(case.state.redactions)
        for suggestion in case.suggestions:
            span = suggestion.finding.span
            if suggestion.finding.kind in IDENTIFYING and span in redacted:
                text = case.analysis.pages[span.page_index].quote(span)
                if len(text) >= SHORTEST_IDENTIFYING:
                    found.setdefault(text, redacted[span][0])
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def redacted(
    dossier: Dossier,
    cases: Mapping[int, Case],
    texts: Collection[str],
    progress: Progress,
    failures: dict[int, LakmoesError],
) -> dict[int, Redaction]:
    """What became of each document by number; what fails is added to ``failures`` and has no file.

    ``texts`` may stand nowhere in what is published (``identifying_texts``).
    """
    jobs = _jobs(dossier, cases, tuple(texts), failures)
    earlier = dossier.store.load(PUBLISHED, "dossier", "") or ()
    names = tuple(job.target.name for job in jobs)
    # Noted before anything is written: whatever happens, a later run knows which files are ours.
    dossier.store.save(PUBLISHED, "dossier", "", tuple(sorted({*earlier, *names})))
    progress.begin("redact", len(jobs), sum(job.document.page_count for job in jobs))
    made = dict(_made(dossier, jobs, progress, failures))
    published = tuple(sorted(redaction.file_name for redaction in made.values() if redaction.report.passed))
    for name in {*earlier, *names} - set(published):
        (dossier.output.redacted / name).unlink(missing_ok=True)
    dossier.store.save(PUBLISHED, "dossier", "", published)
    write_proofs(dossier.output.proofs, jobs, made)
    return dict(sorted(made.items()))


def _made(
    dossier: Dossier, jobs: list[RedactionJob], progress: Progress, failures: dict[int, LakmoesError]
) -> Iterable[tuple[int, Redaction]]:
    fresh = []
    for job in jobs:
        kept = dossier.store.load(REDACTION, job.document.id, dossier.key(job.key))
        if kept and kept.report.passed and _is_file_of(job.target, kept):
            progress.advance(job.document.page_count)
            yield job.document.number, kept
        else:
            fresh.append(job)
    for job, outcome in spread(redact_document, fresh, dossier.order.workers):
        progress.advance(job.document.page_count)
        if isinstance(outcome, LakmoesError):
            failures[job.document.number] = outcome
            continue
        if not outcome.report.passed:
            failures[job.document.number] = _not_verified(outcome)
        dossier.store.save(REDACTION, job.document.id, dossier.key(job.key), outcome)
        yield job.document.number, outcome


def _is_file_of(path: Path, redaction: Redaction) -> bool:
    """Whether the file is there and is still the one that passed."""
    if not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == redaction.report.output_sha256


def _not_verified(redaction: Redaction) -> VerificationError:
    failed = [CHECKS[check.name] for check in redaction.report.checks if not check.passed]
    return VerificationError("not-verified", checks=", ".join(failed))


def _jobs(
    dossier: Dossier, cases: Mapping[int, Case], texts: tuple[str, ...], failures: dict[int, LakmoesError]
) -> list[RedactionJob]:
    width = len(str(max((document.number for document in dossier.documents), default=1)))
    jobs = []
    for number, case in cases.items():
        if case.analysis.unread:
            failures[number] = IntakeError("page-unread", page=case.analysis.unread[0])
            continue
        try:
            exact = plan(case.state, case.analysis.pages, dossier.book)
            made = place(exact, case.analysis.pages, dossier.settings.width)
        except LakmoesError as error:
            failures[number] = error
            continue
        jobs.append(
            RedactionJob(
                path=dossier.paths[number],
                document=case.document,
                pages=case.analysis.pages,
                plan=made,
                code_labels=dossier.code_labels,
                hidden_texts=texts,
                width=dossier.settings.width,
                names=marks_of_names(made, (suggestion.finding for suggestion in case.suggestions)),
                target=dossier.output.redacted / published_name(case.document, texts, width),
            )
        )
    return jobs
