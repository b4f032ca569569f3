"""The dossier as a whole: overview, map, search, undo and redo, what others did meanwhile."""

from dataclasses import dataclass

from fastapi import APIRouter

from lakmoes.web.answers.acts import ActAnswer, EntryAnswer, act_answer, done, entry_answer
from lakmoes.web.answers.differences import DifferencesAnswer, differences_answer
from lakmoes.web.answers.dossier import DossierAnswer, dossier_answer
from lakmoes.web.answers.map import MapAnswer, map_answer
from lakmoes.web.answers.search import SearchAnswer, search_answer
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer
from lakmoes.web.forms import SearchForm, StepForm

router = APIRouter(prefix="/api", tags=["dossier"])
MOST_CHANGES = 200
"""Entries that are told; whoever missed more must ask for everything anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAnswer:
    """What was said since an entry: the last one now, the documents it touches, the latest entries."""

    last: int
    documents: tuple[int, ...]
    entries: tuple[EntryAnswer, ...]


@router.get("/dossier")
def dossier(desk: CurrentDesk, reviewer: CurrentReviewer) -> DossierAnswer:
    """The dossier with its documents, what blocks publication, and totals."""
    return dossier_answer(desk, reviewer)


@router.get("/map")
def pages(desk: CurrentDesk) -> MapAnswer:
    """Every page of the dossier with its state and grounds."""
    return map_answer(desk)


@router.get("/inconsistencies")
def inconsistencies(desk: CurrentDesk) -> DifferencesAnswer:
    """The same text, or copies of one passage, decided differently."""
    return differences_answer(desk)


@router.post("/search")
def search(form: SearchForm, desk: CurrentDesk) -> SearchAnswer:
    """Where words stand in the dossier; not by address, for addresses are kept in many places."""
    return search_answer(desk, form.query)


@router.post("/undo")
def undo(form: StepForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Takes back the last act of the person who asks."""
    entries = desk.undo(reviewer, form.document)
    return done(desk, entries, form.document, reviewer) if form.document else act_answer(desk, entries)


@router.post("/redo")
def redo(form: StepForm, desk: CurrentDesk, reviewer: CurrentReviewer) -> ActAnswer:
    """Does again what the person who asks took back last."""
    entries = desk.redo(reviewer, form.document)
    return done(desk, entries, form.document, reviewer) if form.document else act_answer(desk, entries)


@router.get("/changes")
def changes(desk: CurrentDesk, since: int = 0) -> ChangesAnswer:
    """What was said after an entry of the log, by anyone."""
    entries = [entry for entry in desk.log.entries if entry.id > since]
    return ChangesAnswer(
        last=desk.log.last,
        documents=tuple(sorted(desk.touched(entries))),
        entries=tuple(entry_answer(desk, entry) for entry in entries[-MOST_CHANGES:]),
    )
