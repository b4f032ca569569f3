"""What every request must satisfy and every answer carries, before any route is asked.

In: a request. Out: a refusal with a Dutch message, or the route's answer with the headers that keep a browser
from sending the dossier anywhere. Sources: OWASP ASVS 4.0 (V3, V13, V14), Fetch (Origin, Sec-Fetch-Site),
CSP Level 3.

A page of another site cannot use the browser of someone who is signed in: the name of the server must be one
of ours (DNS rebinding), whatever changes something must come from our own pages (``Origin``,
``Sec-Fetch-Site``) or bear a header that no form can send, and the cookie is ``SameSite=Strict`` besides.
What a fault of ours says may hold text of a document: nobody sees it, not even the log.
"""

import logging
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lakmoes.errors import LakmoesError, UsageError
from lakmoes.web.faults import fault_response

OWN_HEADER = "x-lakmoes"
"""Bears any value; a page of another site cannot add it without our leave, which is never given."""
LARGEST_REQUEST = 2 * 1024 * 1024
"""Bytes; the largest thing that is sent is one decision on thousands of places."""
READING = frozenset({"GET", "HEAD"})
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
LOG = logging.getLogger("lakmoes.web")

_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


class Guard:
    """Stands before the whole app.

    Args:
        app: What answers a request that may pass.
        hosts: Names, without port, by which this server may be addressed; small letters.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        try:
            _check(scope, self._hosts)
            await self._app(scope, _bounded(receive), answer.send)
        except LakmoesError as error:
            await answer.instead(fault_response(error, scope["path"]), scope, receive)
        except Exception as error:  # noqa: BLE001 - what an unknown exception says may be text of a document
            place = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
            LOG.error("fault: %s", fault)
            hidden = LakmoesError("internal-fault-web", fault=fault)
            await answer.instead(fault_response(hidden, scope["path"]), scope, receive)


def _check(scope: Scope, hosts: frozenset[str]) -> None:
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if _name_in(host) not in hosts:
        raise UsageError("host-refused")
    if scope["method"] not in READING:
        _check_origin(headers, host)
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length) > LARGEST_REQUEST:
        raise UsageError("request-too-large")


def _name_in(host: str) -> str:
    """The name in a ``Host`` header, without its port; empty for what is none."""
    try:
        parts = urlsplit(f"//{host}")
        return (parts.hostname or "") if parts.netloc == host and "@" not in host else ""
    except ValueError:
        return ""


def _check_origin(headers: Headers, host: str) -> None:
    """Refuses what a page of another site may have sent.

    A browser says ``Origin: null`` of a form on a page without referrer; ``Sec-Fetch-Site`` then tells.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    ours = origin is not None and urlsplit(origin).netloc == host
    from_our_page = ours if origin not in (None, "null") else site == "same-origin"
    foreign = origin not in (None, "null") and not ours
    if foreign or site in ("cross-site", "same-site"):
        raise UsageError("origin-refused")
    if OWN_HEADER not in headers and not from_our_page:
        raise UsageError("origin-refused")


def _bounded(receive: Receive) -> _Receive:
    """Reads no more than the largest request, whatever its length was said to be."""
    size = 0

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_REQUEST:
            raise UsageError("request-too-large")
        return message

    return bounded


class _Answer:
    """An answer on its way out; gets the headers, and can be replaced while nothing has been sent."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._started = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await self._send(message)

    async def instead(self, response: Response, scope: Scope, receive: Receive) -> None:
        if not self._started:
            await response(scope, receive, self.send)
