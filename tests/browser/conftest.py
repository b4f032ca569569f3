"""The real app in a real browser: a dossier made on the spot, the server as its own program, Chromium."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from tests.browser.dossier import write_large, write_small

READY_SECONDS = 60
PATIENCE = 15_000
"""Milliseconds that a page may take on a busy machine."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Server:
    """``lakmoes review`` or ``lakmoes serve`` on one dossier, at a port that stays the same."""

    folder: Path
    out: Path
    arguments: tuple[str, ...] = ()
    command: str = "review"
    port: int = 0
    url: str = ""
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> str:
        """The address that the command prints once it can be reached."""
        self.port = self.port or free_port()
        command = [sys.executable, "-m", "lakmoes", self.command, str(self.folder), "--out", str(self.out)]
        own = ("--no-browser", "--name", "Hanna Handler") if self.command == "review" else ()
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--workers", "1", *own, *self.arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"COLUMNS": "500", "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout is not None
        until = time.monotonic() + READY_SECONDS
        for line in self.process.stdout:
            found = re.search(r"https?://\S+", line)
            if found:
                self.url = f"http://127.0.0.1:{self.port}"
                return found.group()
            assert time.monotonic() < until, "the server does not start"
        raise AssertionError("the server stopped at once")

    def kill(self) -> None:
        """As a power cut would end it."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self._gone()

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self._gone()

    def _gone(self) -> None:
        assert self.process is not None
        self.process.wait(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        message = "Chromium is missing: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        # A container gives Chromium no sandbox of its own; it only ever opens our own pages.
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier, read and searched once: ``in`` and ``out``."""
    return _prepared(tmp_path_factory.mktemp("small"), write_small)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large one."""
    return _prepared(tmp_path_factory.mktemp("large"), write_large)


def _prepared(base: Path, write: Callable[[Path], None]) -> Path:
    write(base / "in")
    server = Server(folder=base / "in", out=base / "out")
    try:
        server.start()
    finally:
        server.stop()
    return base


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Makes servers on copies of a dossier; they are stopped afterwards."""
    made: list[Server] = []

    def make(prepared: Path, *arguments: str, command: str = "review") -> Server:
        base = tmp_path_factory.mktemp("copy") / "dossier"
        shutil.copytree(prepared, base)
        server = Server(base / "in", base / "out", arguments, command)
        made.append(server)
        return server

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="module")
def shared(small: Path, serving: Callable[..., Server], browser: Browser) -> tuple[Server, StorageState]:
    """A server on the small dossier for a whole module, with the cookie of who signed in by its link."""
    return signed_in(serving(small), browser)


def signed_in(server: Server, browser: Browser) -> tuple[Server, StorageState]:
    """Starts a server; with the cookie any number of browsers may come after."""
    with browser.new_context() as context:
        context.new_page().goto(server.start())
        return server, context.storage_state()


@pytest.fixture
def sit_down(browser: Browser) -> Iterator[Callable[..., "Desk"]]:
    """Gives people a browser of their own at a server; no script may fail in it."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def sit(server: Server, address: str, **options: object) -> Desk:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | options))
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        return Desk(server, page)

    yield sit
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def desk(shared: tuple[Server, StorageState], sit_down: Callable[..., "Desk"]) -> "Desk":
    """A person at the small dossier, in which others of the module may have decided already."""
    server, cookie = shared
    return sit_down(server, server.url, storage_state=cookie)


@pytest.fixture
def own_desk(small: Path, serving: Callable[..., Server], sit_down: Callable[..., "Desk"]) -> "Desk":
    """A person at a server of their own, with nothing decided."""
    server = serving(small)
    return sit_down(server, server.start())


@dataclass
class Desk:
    """A person with a browser."""

    server: Server
    page: Page

    def open(self, number: int, hash_: str = "") -> None:
        """Opens the page of a document and waits until it can be worked on."""
        self.page.goto(f"{self.server.url}/documenten/{number}{hash_}")
        self.ready()

    def ready(self) -> None:
        """Waits until the document and its page are there."""
        self.page.wait_for_selector("#document[data-ready]")
        self.page.wait_for_selector("#picture img")
        self.page.wait_for_selector("#text text")

    def shown_places(self) -> list[dict]:
        """The places of the document that is open."""
        return self.places(int(self.page.url.split("/documenten/")[1].split("#")[0]))

    def draft(self) -> list[float]:
        """Edges of what is being drawn, in points of the page."""
        return self.page.locator("#boxes .draft rect").evaluate(
            "rect => { const { x, y, width, height } = rect.getBBox();"
            " return [x, y, x + width, y + height]; }"
        )

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits until something holds."""
        for _ in range(PATIENCE // 100):
            if holds():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("it never came to hold")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector: str) -> None:
        """Walks with Tab until the focus is there: what cannot be reached so fails."""
        for _ in range(150):
            self.press("Tab")
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"not reached with Tab: {selector}")

    def get(self, path: str) -> dict:
        """What the API says."""
        return self.page.evaluate("path => fetch(path).then(answer => answer.json())", f"/api{path}")

    def places(self, number: int) -> list[dict]:
        return self.get(f"/documents/{number}")["places"]

    def saved(self) -> None:
        """Waits until everything that was decided is with the server."""
        self.page.wait_for_function(
            "() => !Object.keys(sessionStorage).some(key => key.startsWith('lakmoes-queue'))"
        )

    def said(self, text: str) -> None:
        """Waits until the page says so."""
        self.page.locator("#said", has_text=text).wait_for()
