"""The three ways in: a link with a token, accounts with passwords, a proxy that signs people in.

In: a request. Out: the person who makes it, or nobody. Which way it is belongs to the command: ``review``
opens a link for the one person at this machine, ``serve`` has accounts or trusts a header of its proxy.
"""

from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from lakmoes.errors import UsageError
from lakmoes.model import Reviewer
from lakmoes.web.sessions import OneTimeToken, Sessions, Tries

COOKIE = "lakmoes"
QUIET = "/api/changes"
"""What a page asks by itself; a session does not last longer for it."""


class Accounts(Protocol):
    """Who may sign in."""

    def reviewer(self, name: str) -> Reviewer | None:
        """The person with this name."""

    def verified(self, name: str, password: str) -> Reviewer | None:
        """The person with this name and password."""


class Entrance(Protocol):
    """Tells who makes a request."""

    @property
    def signs_in(self) -> bool:
        """Whether people sign in here with a name and a password."""

    @property
    def can_leave(self) -> bool:
        """Whether there is a session to end."""

    def reviewer(self, request: Request) -> Reviewer | None:
        """Who makes the request, ``None`` for nobody that is known."""


@dataclass(frozen=True, kw_only=True)
class SessionCookie:
    """The cookie of a session; its name holds the port, for browsers share cookies over ports."""

    name: str = COOKIE
    sessions: Sessions = field(default_factory=Sessions)
    lasts: int | None = None
    """Seconds that the browser keeps it; ``None``: until it is closed."""

    def reviewer(self, request: Request) -> Reviewer | None:
        """Whose session it is."""
        secret = request.cookies.get(self.name, "")
        return self.sessions.reviewer(secret, is_act=request.url.path != QUIET) if secret else None

    def begin(self, reviewer: Reviewer, request: Request, response: Response) -> None:
        """Opens a session and has the browser keep it."""
        self.end(request, response)
        secure = "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))
        response.set_cookie(
            self.name,
            self.sessions.begin(reviewer),
            max_age=self.lasts,
            httponly=True,
            samesite="strict",
            secure=secure,
        )

    def end(self, request: Request, response: Response) -> None:
        """Ends the session that the browser shows, if any."""
        self.sessions.end(request.cookies.get(self.name, ""))
        response.delete_cookie(self.name, httponly=True, samesite="strict")


@dataclass(frozen=True, kw_only=True)
class LinkEntrance:
    """One person at this machine, who opens the link that the command printed."""

    owner: Reviewer
    cookie: SessionCookie
    token: OneTimeToken = field(default_factory=OneTimeToken)

    signs_in = False
    can_leave = False

    def reviewer(self, request: Request) -> Reviewer | None:
        """The owner, where the session is open."""
        return self.cookie.reviewer(request)


@dataclass(frozen=True, kw_only=True)
class AccountEntrance:
    """People with accounts."""

    accounts: Accounts
    cookie: SessionCookie
    tries: Tries = field(default_factory=Tries)

    signs_in = True
    can_leave = True

    def reviewer(self, request: Request) -> Reviewer | None:
        """Who is signed in, with the role that the account has now; nobody once it is removed."""
        found = self.cookie.reviewer(request)
        return self.accounts.reviewer(found.name) if found else None

    def signed_in(self, name: str, password: str) -> Reviewer:
        """The person with this name and password.

        Raises:
            UsageError: There is none, or it was tried too often.
        """
        key = name.casefold()
        if not self.tries.may(key):
            raise UsageError("too-many-tries")
        found = self.accounts.verified(name, password)
        if not found:
            self.tries.failed(key)
            raise UsageError("sign-in-failed")
        return found


@dataclass(frozen=True, kw_only=True)
class ProxyEntrance:
    """People whom a reverse proxy signs in: it says who they are in a header, which nobody else may send.

    Attributes:
        accounts: Who may come in, and their roles.
        header: The header with the name.
        proxies: Addresses of the proxy; a header from elsewhere says nothing.
    """

    accounts: Accounts
    header: str
    proxies: frozenset[str]

    signs_in = False
    can_leave = False

    def reviewer(self, request: Request) -> Reviewer | None:
        """The person whom the proxy names."""
        peer = request.client.host if request.client else ""
        names = request.headers.getlist(self.header)
        if peer not in self.proxies or len(names) != 1:
            return None
        return self.accounts.reviewer(names[0].strip())
