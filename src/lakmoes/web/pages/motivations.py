"""Motivations: why each ground applies in this dossier."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.motivations import MotivationAnswer, motivations_answer
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class MotivationsPage:
    """The grounds that are used, with their texts."""

    template: ClassVar[str] = "motivations.html"
    place: ClassVar[str] = "/motivering"

    motivations: tuple[MotivationAnswer, ...]


def motivations_page(desk: Desk) -> MotivationsPage:
    """The grounds that are used."""
    return MotivationsPage(motivations=motivations_answer(desk).motivations)
