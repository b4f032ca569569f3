"""Pictures as answers: kept by the browser of the one who asked, asked again by their tag.

In: a key of all that the picture depends on, and how to make it. Out: a PNG, or "not changed".
"""

import hashlib
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

PRIVATE = "private, max-age=3600"
"""A page of a document never changes; an hour, so that signing out leaves it to no one for long."""


def png(request: Request, key: str, make: Callable[[], bytes]) -> Response:
    """The picture, or status 304 where the browser has it."""
    tag = f'"{hashlib.sha256(key.encode()).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": PRIVATE, "vary": "cookie"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(make(), media_type="image/png", headers=headers)
