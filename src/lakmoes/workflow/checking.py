"""Checking files that were written before, or by others.

In: paths of PDFs. Out: per file the checks of the verifier that need no plan, or, with the plan and the
source of a file, all of them; a file that Lakmoes itself wrote is also compared with the sha256 of the file
that passed.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lakmoes.dossier.export import check_as_json
from lakmoes.dossier.folders import OutputFolder, written_whole
from lakmoes.dossier.plans import read_plan
from lakmoes.errors import IntakeError, UsageError
from lakmoes.model import Check, VerificationReport
from lakmoes.nl import PLAN_FACT
from lakmoes.pdf.certificate import Certificate, write_certificate
from lakmoes.verify import inspect, verify
from lakmoes.workflow.reading import pages_of, reader_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChecks:
    """A file and its checks."""

    path: Path
    checks: tuple[Check, ...]
    plan_digest: str = ""

    @property
    def passed(self) -> bool:
        """Whether there are checks and every one passed."""
        return bool(self.checks) and all(check.passed for check in self.checks)

    def as_json(self) -> dict[str, object]:
        """The same for programs."""
        checks = [check_as_json(check) for check in self.checks]
        return {"file": str(self.path), "passed": self.passed, "checks": checks}


def check_files(paths: Iterable[Path]) -> tuple[FileChecks, ...]:
    """The checks of each file, in the order given.

    Raises:
        UsageError: One of the files does not exist.
    """
    return tuple(_checked(path) for path in paths)


def check_against(path: Path, original: Path, plan_file: Path) -> FileChecks:
    """All checks of one file against the plan it was written to and its source.

    Raises:
        UsageError: A file does not exist, the plan is none, or it belongs to another source.
        LakmoesError: The source cannot be read.
    """
    for needed in (path, original, plan_file):
        if not needed.is_file():
            raise UsageError("file-missing", path=needed)
    plan, labels = read_plan(plan_file)
    if hashlib.sha256(original.read_bytes()).hexdigest() != plan.document_id:
        raise UsageError("plan-other-source")
    pages = pages_of(original, plan.document_id)
    report = verify(path, plan, pages, labels, original=original, recognise=reader_of(pages))
    return FileChecks(path=path, checks=(*report.checks, *_unchanged(path)), plan_digest=plan.digest)


def write_report(path: Path, checked: FileChecks) -> None:
    """Writes the verification report of a file as a PDF of one page.

    Raises:
        DossierError: It cannot be written.
    """
    data = checked.path.read_bytes() if checked.path.is_file() else b""
    report = VerificationReport(
        plan_digest=checked.plan_digest,
        output_sha256=hashlib.sha256(data).hexdigest(),
        checks=checked.checks,
    )
    facts = {PLAN_FACT: checked.plan_digest} if checked.plan_digest else {}
    with written_whole(path) as beside:
        write_certificate(beside, Certificate(file_name=checked.path.name, report=report, facts=facts))


def _checked(path: Path) -> FileChecks:
    if not path.is_file():
        raise UsageError("file-missing", path=path)
    try:
        checks = inspect(path)
    except IntakeError:
        checks = (Check(name="readable", passed=False),)
    return FileChecks(path=path, checks=(*checks, *_unchanged(path)))


def _unchanged(path: Path) -> tuple[Check, ...]:
    """Whether a file in an output folder is still the one that passed; nothing for other files."""
    output = OutputFolder(root=path.resolve().parent.parent)
    if path.resolve().parent != output.redacted or not output.verification.is_file():
        return ()
    content = json.loads(output.verification.read_text(encoding="utf-8"))
    passed = {file["file"]: file["sha256"] for file in content["files"] if file["passed"]}
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return (Check(name="unchanged", passed=passed.get(path.name) == digest),)
