"""What lets others verify a redacted file: its plan, and its verification report for people.

In: a redaction job with what became of it. Out: for each a ``.plan.json`` and a ``.pdf`` in the folder
``verificatie``; those of files that are no longer made are removed. Also of files that failed: the report
says why.
"""

from collections.abc import Iterable
from pathlib import Path

from lakmoes import nl
from lakmoes.dossier.folders import written_whole
from lakmoes.dossier.plans import write_plan
from lakmoes.pdf.certificate import Certificate, write_certificate
from lakmoes.workflow.documents import Redaction, RedactionJob

PLAN, REPORT = ".plan.json", ".verificatierapport.pdf"


def write_proof(folder: Path, job: RedactionJob, redaction: Redaction) -> None:
    """Writes the plan and the report of a redacted document.

    Raises:
        DossierError: The folder cannot be written.
    """
    stem = Path(redaction.file_name).stem
    with written_whole(folder / f"{stem}{PLAN}") as path:
        write_plan(path, job.plan, job.labels)
    with written_whole(folder / f"{stem}{REPORT}") as path:
        write_certificate(path, _certificate(job, redaction))


def remove_other_proofs(folder: Path, made: Iterable[Redaction]) -> None:
    """Removes the plans and reports of documents that are no longer made."""
    stems = {Path(redaction.file_name).stem for redaction in made}
    for ending in (PLAN, REPORT):
        for path in folder.glob(f"*{ending}"):
            if path.name.removesuffix(ending) not in stems:
                path.unlink()


def _certificate(job: RedactionJob, redaction: Redaction) -> Certificate:
    facts = {
        nl.DOCUMENT_FACT: job.document.shown,
        nl.PAGES_FACT: str(job.document.page_count),
        nl.MARKS_FACT: str(len(job.plan.marks)),
        nl.PLAN_FACT: redaction.report.plan_digest,
    }
    if redaction.notes:
        notes = (nl.NOTES[note.code].format(count=note.count) for note in redaction.notes)
        facts[nl.NOTES_FACT] = "; ".join(notes)
    return Certificate(file_name=redaction.file_name, report=redaction.report, facts=facts)
