"""The command line as a user has it."""

import sys

import pytest

from lakmoes.cli import main
from tests.dossiers import MAIL, write_pdf


@pytest.fixture
def lakmoes(monkeypatch, capfd):
    """Runs a command; gives exit code, standard output and standard error."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["lakmoes", *map(str, words)])
        monkeypatch.setenv("COLUMNS", "160")
        with pytest.raises(SystemExit) as stopped:
            main()
        shown = capfd.readouterr()
        return stopped.value.code or 0, shown.out, shown.err

    return command


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "dossier"
    folder.mkdir()
    write_pdf(folder / "1.pdf", MAIL)
    return folder
