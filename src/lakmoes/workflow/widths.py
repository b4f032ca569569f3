"""What the width of black boxes tells, for the report of a redacted document.

In: a job with its plan and pages. Out: for each name that is redacted how many Dutch names fit in its
place, and a check that warns where these are few. The written file does not change by it.
"""

from collections.abc import Iterable, Sequence

from lakmoes import nl
from lakmoes.model import Check, Finding, FindingKind, NamesFitting, Page, RedactionPlan, Width
from lakmoes.placing.anonymity import FEW, Letters, anonymity

NAME = "anonymity"
"""Name of the check (``nl.CHECKS``)."""


def marks_of_names(plan: RedactionPlan, findings: Iterable[Finding]) -> tuple[int, ...]:
    """The marks of the plan, by their place in it, that lie over a name and are painted."""
    names = [finding.span for finding in findings if finding.kind is FindingKind.NAME]
    return tuple(
        index
        for index, mark in enumerate(plan.marks)
        if mark.span
        and not plan.notice_on(mark.page_index)
        and any(mark.span.overlaps(name) for name in names)
    )


def names_fitting(
    plan: RedactionPlan, pages: Sequence[Page], names: Iterable[int], width: Width
) -> tuple[NamesFitting, ...]:
    """For each mark over a name how many names fit; those that break over two lines are left out."""
    chosen = {id(plan.marks[index]) for index in names}
    letters = Letters(pages)
    found = []
    for page_index, marks in plan.by_page().items():
        if page_index >= len(pages) or not any(id(mark) in chosen for mark in marks):
            continue
        counts = anonymity(marks, pages[page_index], width, letters)
        found += [
            NamesFitting(page=page_index + 1, mark=number, count=count)
            for number, (mark, count) in enumerate(zip(marks, counts, strict=True), 1)
            if count is not None and id(mark) in chosen
        ]
    return tuple(found)


def check_of(found: Iterable[NamesFitting]) -> Check:
    """A check that always passes; its places are the marks in which few names fit."""
    few = [fitting for fitting in found if fitting.count < FEW]
    return Check(
        name=NAME,
        passed=True,
        places=tuple(
            nl.NAMES_FITTING_PLACE.format(page=fit.page, mark=fit.mark, count=fit.count) for fit in few
        ),
    )
