"""Coming in and leaving: the link with its token, signing in, signing out."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from lakmoes.errors import LakmoesError, UsageError
from lakmoes.nl import error_text
from lakmoes.web.dependencies import CurrentReviewer, entrance_of
from lakmoes.web.entrances import AccountEntrance, LinkEntrance
from lakmoes.web.faults import SIGN_IN, status_of
from lakmoes.web.rendering import bare_page

router = APIRouter()
private = APIRouter()

Name = Annotated[str, Form(max_length=100)]
Password = Annotated[str, Form(max_length=1024)]


@router.get("/start", include_in_schema=False)
def start(request: Request, token: Annotated[str, "query"] = "") -> Response:
    """Opens the session of the link that the command printed; the link works once."""
    entrance = entrance_of(request)
    answer = RedirectResponse("/", 303)
    if entrance.reviewer(request):
        return answer
    if not isinstance(entrance, LinkEntrance) or not entrance.token.used_by(token):
        raise UsageError("token-used")
    entrance.cookie.begin(entrance.owner, request, answer)
    return answer


@router.get(SIGN_IN, include_in_schema=False)
def sign_in_page(request: Request) -> Response:
    """The form for signing in, or how to come in where there is none."""
    return _sign_in(request)


@router.post(SIGN_IN, include_in_schema=False)
def sign_in(request: Request, name: Name, password: Password) -> Response:
    """Signs in with name and password; what was wrong is not told apart."""
    entrance = entrance_of(request)
    if not isinstance(entrance, AccountEntrance):
        raise UsageError("not-found")
    try:
        reviewer = entrance.signed_in(name.strip(), password)
    except LakmoesError as error:
        return _sign_in(request, status_of(error), error_text(error.code, error.locators), name)
    answer = RedirectResponse("/", 303)
    entrance.cookie.begin(reviewer, request, answer)
    return answer


@private.post("/api/session/end")
def sign_out(request: Request, response: Response, _: CurrentReviewer) -> dict[Literal["ended"], bool]:
    """Ends the session."""
    entrance = entrance_of(request)
    if isinstance(entrance, AccountEntrance | LinkEntrance):
        entrance.cookie.end(request, response)
    return {"ended": True}


def _sign_in(request: Request, status: int = 200, message: str = "", name: str = "") -> Response:
    signs_in = entrance_of(request).signs_in
    page = bare_page("sign-in.html", status, signs_in=signs_in, message=message, name=name)
    # A form on a page without referrer says "Origin: null", which could be anyone's.
    page.headers["referrer-policy"] = "same-origin"
    return page
