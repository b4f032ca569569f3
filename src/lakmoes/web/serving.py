"""Serving the app: a port, a way in, and a clean stop.

In: an opened desk and who may come in. Out: a server that runs until it is stopped (Ctrl-C); what was being
published is finished first. Writes no log of requests: addresses would tell what people look at.
"""

import platform
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from lakmoes.errors import ResourceError, UsageError
from lakmoes.model import Reviewer
from lakmoes.web.app import LOCAL_NAMES, create_app
from lakmoes.web.entrances import (
    COOKIE,
    AccountEntrance,
    Entrance,
    LinkEntrance,
    ProxyEntrance,
    SessionCookie,
)
from lakmoes.web.sessions import WHOLE_SECONDS, Sessions
from lakmoes.workflow.accounts import Accounts
from lakmoes.workflow.reviewing import Desk

Sockets = list[Any] | None
"""As uvicorn has them; this package opens none itself."""
THIS_MACHINE = "127.0.0.1"
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not bound to
STOP_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server listens.

    Attributes:
        host: Address of this machine; by default nobody else can reach it.
        port: 0 for any that is free.
        names: Names under which people reach the server, besides its own.
        certificate: File with the certificate for HTTPS, ``None`` for HTTP.
        key: File with its private key.
    """

    host: str = THIS_MACHINE
    port: int = 0
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None

    @property
    def allowed(self) -> frozenset[str]:
        """The names by which the server may be addressed, in small letters."""
        own = {self.host} if self.host not in EVERYWHERE else {platform.node()}
        return LOCAL_NAMES | {name.lower() for name in (*self.names, *own) if name}

    @property
    def scheme(self) -> str:
        """``http`` or ``https``."""
        return "https" if self.certificate else "http"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """A reverse proxy that signs people in.

    Attributes:
        header: In which it names them.
        addresses: From where it speaks.
    """

    header: str
    addresses: frozenset[str] = field(default_factory=lambda: frozenset({THIS_MACHINE, "::1"}))


Ready = Callable[[str], None]
"""Is told, once the port is open, at which address the app stands."""


def review(desk: Desk, owner: Reviewer, address: Address, ready: Ready) -> None:
    """Serves one person at this machine; ``ready`` gets the link with the token.

    Raises:
        ResourceError: The port is in use.
    """
    sessions = Sessions(idle=WHOLE_SECONDS)
    entrance = LinkEntrance(
        owner=owner, cookie=SessionCookie(sessions=sessions, lasts=int(WHOLE_SECONDS), name=_cookie(address))
    )
    _serve(desk, entrance, address, lambda url: ready(f"{url}/start?token={entrance.token.secret}"))


def serve(desk: Desk, accounts: Accounts, proxy: Proxy | None, address: Address, ready: Ready) -> None:
    """Serves a team, with accounts or behind a proxy that signs people in.

    Raises:
        UsageError: There are no accounts.
        ResourceError: The port is in use.
    """
    if not accounts.names():
        raise UsageError("accounts-missing")
    entrance: Entrance = (
        ProxyEntrance(accounts=accounts, header=proxy.header, proxies=proxy.addresses)
        if proxy
        else AccountEntrance(accounts=accounts, cookie=SessionCookie(name=_cookie(address)))
    )
    _serve(desk, entrance, address, ready)


def _cookie(address: Address) -> str:
    """Browsers share cookies over the ports of a machine: two servers need two names."""
    return f"{COOKIE}-{address.port}" if address.port else COOKIE


class _Server(uvicorn.Server):
    """Says when it can be reached."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: Sockets = None) -> None:
        await super().startup(sockets)
        self._ready()


def _serve(desk: Desk, entrance: Entrance, address: Address, ready: Ready) -> None:
    app = create_app(desk, entrance, address.allowed)
    config = uvicorn.Config(
        app,
        host=address.host,
        port=address.port,
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    port = _opened_port(config)
    url = f"{address.scheme}://{_in_url(address)}:{port.getsockname()[1]}"
    previous = signal.signal(signal.SIGTERM, _stopped)
    try:
        _Server(config, lambda: ready(url)).run(sockets=[port])
    finally:
        signal.signal(signal.SIGTERM, previous)
        app.state.publisher.wait()


def _opened_port(config: uvicorn.Config) -> Any:
    """The port; uvicorn ends the program where it cannot be opened."""
    try:
        return config.bind_socket()
    except SystemExit as error:
        raise ResourceError("port-in-use", port=config.port) from error


def _in_url(address: Address) -> str:
    host = next(iter(address.names), THIS_MACHINE if address.host in EVERYWHERE else address.host)
    return f"[{host}]" if ":" in host else host


def _stopped(number: int, frame: object) -> None:
    """Ends the program as Ctrl-C does, so that what is open is closed."""
    del number, frame
    raise KeyboardInterrupt
