"""A small real dossier at a desk, and browsers of several people on it."""

import shutil

import pytest
from starlette.testclient import TestClient

from lakmoes.dossier.store import STORE_FILE
from lakmoes.web.app import create_app
from lakmoes.web.entrances import AccountEntrance, LinkEntrance, SessionCookie
from lakmoes.workflow import Order
from lakmoes.workflow.reviewing import opened_desk
from tests.builders import HANDLER, SECOND
from tests.dossiers import LETTER, MAIL, Unseen, write_pdf

AT = "http://127.0.0.1:8000"
PASSWORD = "een lang wachtwoord"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A dossier of three documents, the second with a page on its side, and one that is no PDF."""
    folder = tmp_path_factory.mktemp("web") / "dossier"
    folder.mkdir()
    write_pdf(folder / "1_mail.pdf", MAIL, "Bladzijde twee gaat over fietspaden.")
    write_pdf(folder / "2_mail.pdf", MAIL.replace("planning overleg", "tweede overleg"))
    write_pdf(folder / "3_brief.pdf", LETTER)
    (folder / "4_notitie.docx").write_bytes(b"geen pdf")
    (folder / "dossier.toml").write_text(
        'title = "Fietspaden"\n[review]\nsecond_review = true\n', encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="session")
def analysed(folder):
    """The output folder after everything was read and searched once."""
    out = folder.with_name("uit")
    with opened_desk(Order(folder=folder, out=out, workers=1), Unseen()):
        pass
    return out


@pytest.fixture
def desk(folder, analysed, tmp_path):
    """A desk on which nobody has decided anything."""
    out = tmp_path / "uit"
    out.mkdir()
    shutil.copy(analysed / STORE_FILE, out)
    with opened_desk(Order(folder=folder, out=out, workers=1), Unseen()) as desk:
        yield desk


class Team:
    """Accounts that cost no time; ``dossier.accounts`` has tests of its own."""

    def __init__(self, *reviewers):
        self.by_name = {reviewer.name: reviewer for reviewer in reviewers}

    def reviewer(self, name):
        return self.by_name.get(name)

    def verified(self, name, password):
        return self.by_name.get(name) if password == PASSWORD else None


@pytest.fixture
def accounts():
    return Team(HANDLER, SECOND)


@pytest.fixture
def server(desk, accounts):
    """The app for a team."""
    return create_app(desk, AccountEntrance(accounts=accounts, cookie=SessionCookie()))


@pytest.fixture(scope="session")
def untouched(folder, analysed):
    """A desk for tests in which nothing may be decided."""
    with opened_desk(Order(folder=folder, out=analysed, workers=1), Unseen()) as desk:
        yield desk


@pytest.fixture(scope="session")
def visitor(untouched):
    """The browser of a handler at that desk."""
    server = create_app(untouched, AccountEntrance(accounts=Team(HANDLER), cookie=SessionCookie()))
    client = TestClient(server, base_url=AT, headers={"X-Lakmoes": "1"})
    client.post("/aanmelden", data={"name": HANDLER.name, "password": PASSWORD})
    return client


@pytest.fixture
def browser(server):
    """Signs a person in; gives their browser."""

    def signed_in(reviewer):
        client = TestClient(server, base_url=AT, headers={"X-Lakmoes": "1"})
        answer = client.post("/aanmelden", data={"name": reviewer.name, "password": PASSWORD})
        assert answer.url.path == "/", answer.text
        return client

    return signed_in


@pytest.fixture
def handler(browser):
    return browser(HANDLER)


@pytest.fixture
def second(browser):
    return browser(SECOND)


@pytest.fixture
def nobody(server):
    """A browser in which nobody is signed in."""
    return TestClient(server, base_url=AT, headers={"X-Lakmoes": "1"}, follow_redirects=False)


@pytest.fixture
def link(desk):
    """The app for one person, as the command opens it, and its way in."""
    entrance = LinkEntrance(owner=HANDLER, cookie=SessionCookie())
    return create_app(desk, entrance), entrance
