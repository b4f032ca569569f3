"""Checking files that were written before, or by others.

In: paths of PDFs. Out: per file the checks of the verifier that need no plan; a file that Lakmoes itself
wrote is also compared with the sha256 of the file that passed.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lakmoes.dossier.folders import OutputFolder
from lakmoes.errors import IntakeError, UsageError
from lakmoes.model import Check
from lakmoes.verify import inspect


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChecks:
    """A file and its checks."""

    path: Path
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether there are checks and every one passed."""
        return bool(self.checks) and all(check.passed for check in self.checks)


def check_files(paths: Iterable[Path]) -> tuple[FileChecks, ...]:
    """The checks of each file, in the order given.

    Raises:
        UsageError: One of the files does not exist.
    """
    return tuple(_checked(path) for path in paths)


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
