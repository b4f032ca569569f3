"""The whole job asks nothing of a network, leaves nothing behind, and says nothing of what it reads."""

import os
import subprocess
import sys

import pytest

from tests.dossiers import write_awkward_folder

WATCH = """
import os, sys

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}

def watch(event, arguments):
    if event in NETWORK:
        with open(os.environ["WATCHED"], "a") as file:
            file.write(event + "\\n")
        raise OSError("no network here")

sys.addaudithook(watch)
"""


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    """The whole job, workers included, where every attempt to use a network is noted and fails."""
    base = tmp_path_factory.mktemp("offline")
    (base / "site").mkdir()
    (base / "tmp").mkdir()
    (base / "site" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    write_awkward_folder(base / "dossier")
    environment = os.environ | {
        "PYTHONPATH": str(base / "site"),
        "WATCHED": str(base / "watched"),
        "TMPDIR": str(base / "tmp"),
        "HOME": str(base / "home"),
    }
    command = [sys.executable, "-m", "lakmoes", "run", str(base / "dossier"), "--out", str(base / "uit")]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return base, result


def test_the_job_is_done_without_a_network(job):
    base, result = job
    assert result.returncode == 3, result.stderr
    assert not (base / "watched").exists()
    assert len(list((base / "uit" / "gelakt").iterdir())) == 2


def test_the_watch_works(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "WATCHED": str(tmp_path / "watched")}
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=False
    )
    assert result.returncode != 0
    assert (tmp_path / "watched").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "secret", ["Leeuwerik", "Ouazzani", "12345678", "j.leeuwerik", "Dijkstra", "Traceback"]
)
def test_nothing_of_the_documents_is_said(job, secret):
    _, result = job
    assert secret not in result.stdout
    assert secret not in result.stderr


def test_no_temporary_file_outlives_the_run(job):
    base, _ = job
    assert list((base / "tmp").rglob("*")) == []
    assert [path.name for path in (base / "uit" / "gelakt").iterdir() if path.name.startswith(".")] == []
    assert not (base / "home").exists()
