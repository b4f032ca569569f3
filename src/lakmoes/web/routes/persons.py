"""Persons: the register, one decision for all places, merging and splitting."""

from dataclasses import dataclass

from fastapi import APIRouter

from lakmoes.errors import UsageError
from lakmoes.model import PersonMerge, PersonSplit, digest_of
from lakmoes.web import saying
from lakmoes.web.answers.acts import ActAnswer, act_answer
from lakmoes.web.answers.persons import PersonAnswer, person_answers
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer
from lakmoes.web.forms import MergeForm, PersonForm, SplitForm
from lakmoes.workflow.reviewing import Desk

router = APIRouter(prefix="/api/persons", tags=["personen"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsAnswer:
    """The register, and the last entry of the log when it was read."""

    persons: tuple[PersonAnswer, ...]
    last: int


@router.get("")
def persons(desk: CurrentDesk) -> PersonsAnswer:
    """Everyone who is named in the dossier, once."""
    last = desk.log.last
    return PersonsAnswer(persons=person_answers(desk), last=last)


@router.post("/{person_id}/decision")
def decision(person_id: str, form: PersonForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Redacts or keeps a person's name at all places, or takes that back."""
    act = saying.person(desk, person_id, form)
    return act_answer(desk, desk.act(reviewer, act.bodies, act.bases))


@router.post("/{person_id}/merge")
def merge(person_id: str, form: MergeForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Says that another person of the register is this one."""
    _check_known(desk, person_id, form.other)
    body = PersonMerge(person_id=person_id, other_id=form.other)
    bases = {body.subject: saying.known_basis(desk, body.subject, form.known)}
    return act_answer(desk, desk.act(reviewer, [body], bases))


@router.post("/{person_id}/split")
def split(person_id: str, form: SplitForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Says that some spellings are someone else; at least one stays."""
    _check_known(desk, person_id)
    found = next(person for person in desk.persons if person.id == person_id)
    if not set(form.spellings) < set(found.spellings):
        raise UsageError("split-leaves-one")
    body = PersonSplit(person_id=person_id, spellings=tuple(sorted(map(digest_of, form.spellings))))
    bases = {body.subject: saying.known_basis(desk, body.subject, form.known)}
    return act_answer(desk, desk.act(reviewer, [body], bases))


def _check_known(desk: Desk, *wanted: str) -> None:
    """Refuses ids that are not in the register, or twice the same."""
    known = {person.id for person in desk.persons}
    if len(set(wanted)) < len(wanted) or not set(wanted) <= known:
        raise UsageError("not-found")
