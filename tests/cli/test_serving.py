"""The commands for accounts, as a user types them."""

import stat

import pytest
from typer.testing import CliRunner

from lakmoes.cli.commands import app
from lakmoes.errors import UsageError

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def account(tmp_path, monkeypatch):
    """Runs ``lakmoes account`` on a dossier."""

    def command(name, *words, typed=""):
        result = CliRunner().invoke(app, ["account", name, str(tmp_path / "in"), *words], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    return command


def test_accounts_are_added_listed_and_removed(account, tmp_path):
    shown = account("add", "Hanna Handler", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert "Hanna Handler: behandelaar" in shown
    assert PASSWORD not in shown
    account("add", "Rik Reviewer", "--role", "reviewer", "--no-password")
    assert account("list").splitlines() == [
        "Hanna Handler: behandelaar",
        "Rik Reviewer: tweede beoordelaar",
    ]
    path = tmp_path / "in-lakmoes" / "accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    account("remove", "Hanna Handler")
    assert account("list").splitlines() == ["Rik Reviewer: tweede beoordelaar"]


def test_a_short_password_is_refused(account):
    with pytest.raises(UsageError, match="password-length"):
        account("add", "Hanna", typed="kort\nkort\n")
    assert account("list") == ""
