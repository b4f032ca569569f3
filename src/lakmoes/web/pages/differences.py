"""Terms and passages: what was decided differently, and what stands in several places."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.differences import DifferenceAnswer, differences_answer
from lakmoes.web.answers.dossier import GroundAnswer, ground_answers
from lakmoes.web.answers.groups import GroupAnswer, group_answers
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesPage:
    """Differences, groups of equal texts, the grounds to choose from, and the log's last entry."""

    template: ClassVar[str] = "differences.html"
    place: ClassVar[str] = "/verschillen"

    differences: tuple[DifferenceAnswer, ...]
    groups: tuple[GroupAnswer, ...]
    grounds: tuple[GroundAnswer, ...]
    last: int


def differences_page(desk: Desk) -> DifferencesPage:
    """Differences and groups."""
    found = differences_answer(desk)
    return DifferencesPage(
        differences=found.differences,
        groups=group_answers(desk),
        grounds=ground_answers(desk),
        last=found.last,
    )
