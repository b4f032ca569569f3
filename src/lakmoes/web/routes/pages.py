"""The pages for people."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from lakmoes.model import Reviewer
from lakmoes.nl import REVIEWER_ROLES
from lakmoes.web.answers.dossier import title_of
from lakmoes.web.dependencies import CurrentDesk, CurrentReviewer, entrance_of
from lakmoes.web.pages.differences import differences_page
from lakmoes.web.pages.document import document_page
from lakmoes.web.pages.dossier import dossier_page
from lakmoes.web.pages.help import HelpPage
from lakmoes.web.pages.map import map_page
from lakmoes.web.pages.motivations import motivations_page
from lakmoes.web.pages.persons import persons_page
from lakmoes.web.pages.publishing import publishing_page
from lakmoes.web.pages.sample import sample_page
from lakmoes.web.pages.search import SearchPage
from lakmoes.web.pages.trail import trail_page
from lakmoes.web.rendering import Page, Shell, html_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def dossier(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """All documents and what blocks publication."""
    return _shown(request, dossier_page(desk, reviewer), reviewer)


@router.get("/kaart")
def map_of_pages(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """Every page as a tile, and totals."""
    return _shown(request, map_page(desk), reviewer)


@router.get("/documenten/{number}")
def document(number: int, request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """One document."""
    return _shown(request, document_page(desk, number), reviewer)


@router.get("/personen")
def persons(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """The register of persons."""
    return _shown(request, persons_page(desk), reviewer)


@router.get("/verschillen")
def differences(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """Terms and passages, and what was decided differently."""
    return _shown(request, differences_page(desk), reviewer)


@router.get("/zoeken")
def search(request: Request, reviewer: CurrentReviewer) -> HTMLResponse:
    """Searching the dossier."""
    return _shown(request, SearchPage(), reviewer)


@router.get("/motivering")
def motivations(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """Why each ground applies."""
    return _shown(request, motivations_page(desk), reviewer)


@router.get("/logboek")
def trail(
    request: Request,
    desk: CurrentDesk,
    reviewer: CurrentReviewer,
    document: int | None = None,
    before: int | None = None,
) -> HTMLResponse:
    """The audit trail."""
    return _shown(request, trail_page(desk, document, before), reviewer)


@router.get("/steekproef")
def sample(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """The sample of what was not marked."""
    return _shown(request, sample_page(desk), reviewer)


@router.get("/publiceren")
def publishing(request: Request, desk: CurrentDesk, reviewer: CurrentReviewer) -> HTMLResponse:
    """Publishing."""
    return _shown(request, publishing_page(desk), reviewer)


@router.get("/hulp")
def help_page(request: Request, reviewer: CurrentReviewer) -> HTMLResponse:
    """The keys of each page."""
    return _shown(request, HelpPage(), reviewer)


def _shown(request: Request, page: Page, reviewer: Reviewer) -> HTMLResponse:
    desk = request.app.state.desk
    shell = Shell(
        dossier=title_of(desk),
        law=desk.book.texts.name,
        reviewer=reviewer,
        role=REVIEWER_ROLES[reviewer.role],
        can_leave=entrance_of(request).can_leave,
        last=desk.log.last,
        shown=desk.shown_numbers,
    )
    return html_page(page, shell)
