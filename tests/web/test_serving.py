"""The server as the commands start it: its link, its names, its end."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from lakmoes.dossier.store import STORE_FILE
from lakmoes.errors import UsageError
from lakmoes.web.serving import Address, serve
from tests.web.conftest import Team

LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/start\?token=[\w-]{40,}")


@pytest.fixture
def started(folder, analysed, tmp_path):
    """The command that opens the app, once it has said where."""
    out = tmp_path / "uit"
    out.mkdir()
    shutil.copy(analysed / STORE_FILE, out)
    command = [
        sys.executable,
        "-m",
        "lakmoes",
        "review",
        folder,
        "--out",
        out,
        "--no-browser",
        "--name",
        "Hanna",
    ]
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process, next(filter(None, map(LINK.search, process.stdout)))
        finally:
            process.kill()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_link_opens_the_dossier_and_the_server_stops_cleanly(started, tmp_path, sign):
    process, link = started
    with httpx2.Client(follow_redirects=True) as client:
        page = client.get(link.group())
        assert (page.status_code, page.url.path) == (200, "/")
        assert "Hanna" in page.text
        me = client.get(f"http://127.0.0.1:{link[1]}/api/dossier").json()["me"]
    assert me == {"name": "Hanna", "role": "handler"}
    process.send_signal(sign)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Gestopt. Wat is besloten, is bewaard." in said
    assert "token" not in said
    assert not list((tmp_path / "uit").glob(".lakmoes-*"))


@pytest.mark.parametrize(
    ("address", "allowed", "refused"),
    [
        (Address(), "127.0.0.1", "192.168.1.2"),
        (Address(host="192.168.1.2"), "192.168.1.2", "192.168.1.3"),
        (Address(host="0.0.0.0", names=("Dossiers.Gemeente.NL",)), "dossiers.gemeente.nl", "0.0.0.0"),
    ],
)
def test_the_server_answers_to_its_own_names_alone(address, allowed, refused):
    assert allowed in address.allowed
    assert refused not in address.allowed


def test_a_server_speaks_https_with_a_certificate():
    assert Address().scheme == "http"
    assert Address(certificate=Path("server.pem")).scheme == "https"


def test_a_team_without_accounts_is_not_served(untouched):
    with pytest.raises(UsageError, match="accounts-missing"):
        serve(untouched, NoAccounts(), None, Address(), print)


class NoAccounts(Team):
    def names(self):
        return ()
