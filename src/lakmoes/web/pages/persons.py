"""The register of persons: one row each, one decision for all places."""

from dataclasses import dataclass
from typing import ClassVar

from lakmoes.web.answers.dossier import GroundAnswer, RoleAnswer, ground_answers
from lakmoes.web.answers.persons import PersonAnswer, person_answers
from lakmoes.workflow.reviewing import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsPage:
    """Everyone in the register, the roles for which a name can stay, and the grounds."""

    template: ClassVar[str] = "persons.html"
    place: ClassVar[str] = "/personen"

    persons: tuple[PersonAnswer, ...]
    roles: tuple[RoleAnswer, ...]
    grounds: tuple[GroundAnswer, ...]


def persons_page(desk: Desk) -> PersonsPage:
    """The register."""
    return PersonsPage(
        persons=person_answers(desk),
        roles=tuple(RoleAnswer(code=code, text=text) for code, text in desk.book.exempt_roles.items()),
        grounds=ground_answers(desk),
    )
