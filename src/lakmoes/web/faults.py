"""Errors as answers: JSON for programs, a page for people; always Dutch, always with what to do.

In: an error of ``errors``. Out: a response with its status. Says nothing that the caller sent: input comes
back in no message.
"""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from lakmoes.errors import DossierError, LakmoesError, ReviewError, UsageError
from lakmoes.nl import error_text
from lakmoes.web.rendering import bare_page
from lakmoes.workflow.reviewing import Desk

API = "/api/"
SIGN_IN = "/aanmelden"
STATUS = {
    "accounts-damaged": 503,
    "decided-meanwhile": 409,
    "host-refused": 421,
    "input-wrong": 422,
    "internal-fault-web": 500,
    "no-such-document": 404,
    "no-such-page": 404,
    "no-such-suggestion": 404,
    "not-found": 404,
    "not-signed-in": 401,
    "origin-refused": 403,
    "request-too-large": 413,
    "role-not-allowed": 403,
    "own-decision": 403,
    "sign-in-failed": 401,
    "token-used": 401,
    "too-many-tries": 429,
}
"""Code of an error to its HTTP status; others follow from their class."""
BY_CLASS: tuple[tuple[type[LakmoesError], int], ...] = (
    (UsageError, 400),
    (ReviewError, 409),
    (DossierError, 503),
    (LakmoesError, 500),
)


def status_of(error: LakmoesError) -> int:
    """The HTTP status of an error."""
    found = STATUS.get(error.code)
    return found or next(status for kind, status in BY_CLASS if isinstance(error, kind))


def fault_response(error: LakmoesError, path: str, **more: object) -> Response:
    """An error as the answer to a request for a path.

    Args:
        error: The error.
        path: What was asked for; the API answers in JSON.
        **more: What the JSON says besides code and message.
    """
    message = error_text(error.code, error.locators)
    status = status_of(error)
    if error.code == "not-signed-in" and not path.startswith(API):
        return RedirectResponse(SIGN_IN, 303)
    if path.startswith(API):
        return JSONResponse({"code": error.code, "message": message, **more}, status)
    return bare_page("fault.html", status, message=message, code=error.code)


def add_fault_handlers(app: FastAPI) -> None:
    """Has the app answer errors of routes and of the framework in Dutch."""

    @app.exception_handler(RequestValidationError)
    def wrong_input(request: Request, error: RequestValidationError) -> Response:
        fields = sorted({str(one["loc"][-1]) for one in error.errors() if one["loc"]})
        named = ", ".join(field for field in fields if field.isidentifier()) or "invoer"
        return fault_response(UsageError("input-wrong", fields=named), request.url.path)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        cause = error.__cause__
        if isinstance(cause, LakmoesError):
            return fault_response(cause, request.url.path)
        unreadable = UsageError("input-wrong", fields="invoer")
        known = {400: unreadable, 405: UsageError("not-found"), 404: UsageError("not-found")}
        return fault_response(known.get(error.status_code, unreadable), request.url.path)

    @app.exception_handler(LakmoesError)
    def known_error(request: Request, error: LakmoesError) -> Response:
        return fault_response(error, request.url.path, **_other(request.app.state.desk, error))


def _other(desk: Desk, error: LakmoesError) -> dict[str, object]:
    """What someone else decided, where that is why something is refused."""
    number = error.locators.get("entry")
    entry = next((one for one in reversed(desk.log.entries) if one.id == number), None)
    if not entry:
        return {}
    said = {"id": entry.id, "by": entry.reviewer.name, "time": entry.time.isoformat()}
    return {"entry": said | {"what": desk.what(entry)}}
