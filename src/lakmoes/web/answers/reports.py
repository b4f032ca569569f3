"""The checks of a redacted file, as JSON."""

from dataclasses import dataclass

from lakmoes.nl import CHECKS
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """One check: its name, what it looks at (in Dutch), whether it passed, and where it found something."""

    name: str
    text: str
    passed: bool
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswer:
    """All checks of a file as it would be published now."""

    passed: bool
    checks: tuple[CheckAnswer, ...]


def report_answer(desk: Desk, number: int) -> ReportAnswer:
    """The checks of the document as it would be published now.

    Raises:
        ReviewError: There is no such document.
        RedactionError: It cannot be redacted.
    """
    report = desk.preview_report(number)
    return ReportAnswer(
        passed=report.passed,
        checks=tuple(
            CheckAnswer(name=one.name, text=CHECKS[one.name], passed=one.passed, places=one.places)
            for one in report.checks
        ),
    )
