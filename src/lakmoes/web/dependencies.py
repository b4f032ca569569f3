"""What routes ask of a request: the desk, and who is asking.

Every route but those for signing in depends on ``signed_in``; the app adds it to whole routers.
"""

from typing import Annotated

from fastapi import Depends, Request

from lakmoes.errors import ReviewError, UsageError
from lakmoes.model import Reviewer, ReviewerRole
from lakmoes.web.entrances import Entrance
from lakmoes.workflow.reviewing import Desk


def desk_of(request: Request) -> Desk:
    """The desk of the dossier."""
    desk: Desk = request.app.state.desk
    return desk


def entrance_of(request: Request) -> Entrance:
    """The way in."""
    entrance: Entrance = request.app.state.entrance
    return entrance


def signed_in(request: Request) -> Reviewer:
    """Who makes the request.

    Raises:
        UsageError: Nobody is signed in.
    """
    found = entrance_of(request).reviewer(request)
    if not found:
        raise UsageError("not-signed-in")
    return found


CurrentReviewer = Annotated[Reviewer, Depends(signed_in)]
CurrentDesk = Annotated[Desk, Depends(desk_of)]


def second_reviewer(reviewer: CurrentReviewer) -> Reviewer:
    """Who makes the request, where that is a second reviewer.

    Raises:
        UsageError: It is a handler.
    """
    if reviewer.role is not ReviewerRole.REVIEWER:
        raise UsageError("role-not-allowed")
    return reviewer


SecondReviewer = Annotated[Reviewer, Depends(second_reviewer)]


def page_index_of(number: int, page: int, desk: CurrentDesk) -> int:
    """Index, from 0, of the page with this number.

    Raises:
        ReviewError: There is no such document or page.
    """
    if not 1 <= page <= len(desk.document(number).pages):
        raise ReviewError("no-such-page", number=number, page=page)
    return page - 1


CurrentPage = Annotated[int, Depends(page_index_of)]
