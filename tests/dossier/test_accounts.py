"""Who may work in a dossier on a server."""

import stat

import pytest
from argon2 import PasswordHasher

from lakmoes.dossier.accounts import ACCOUNTS_FILE, SHORTEST_PASSWORD, Accounts
from lakmoes.errors import DossierError, UsageError
from lakmoes.model import Reviewer, ReviewerRole
from tests.builders import HANDLER, SECOND

PASSWORD = "paard batterij nietje"


@pytest.fixture
def accounts(tmp_path, monkeypatch):
    monkeypatch.setattr("lakmoes.dossier.accounts._HASHER", PasswordHasher(time_cost=1, memory_cost=64))
    return Accounts(tmp_path)


def test_the_right_password_is_someone(accounts):
    accounts.add(HANDLER, PASSWORD)
    accounts.add(SECOND, PASSWORD + "!")
    assert accounts.names() == (HANDLER, SECOND)
    assert accounts.verified(HANDLER.name, PASSWORD) == HANDLER
    assert accounts.verified(SECOND.name, PASSWORD) is None
    assert accounts.verified("Niemand", PASSWORD) is None
    assert accounts.reviewer(SECOND.name) == SECOND
    assert accounts.reviewer("Niemand") is None


def test_the_file_is_its_owner_s_alone_and_holds_no_password(accounts, tmp_path):
    accounts.add(HANDLER, PASSWORD)
    path = tmp_path / ACCOUNTS_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert PASSWORD not in text
    assert "$argon2id$" in text


def test_an_account_without_a_password_cannot_sign_in(accounts):
    accounts.add(HANDLER, None)
    assert accounts.reviewer(HANDLER.name) == HANDLER
    for guess in ("", " ", PASSWORD):
        assert accounts.verified(HANDLER.name, guess) is None


def test_adding_again_changes_role_and_password(accounts):
    accounts.add(HANDLER, PASSWORD)
    changed = Reviewer(name=HANDLER.name, role=ReviewerRole.REVIEWER)
    accounts.add(changed, PASSWORD * 2)
    assert accounts.verified(HANDLER.name, PASSWORD) is None
    assert accounts.verified(HANDLER.name, PASSWORD * 2) == changed


def test_another_object_sees_a_change_at_once(accounts, tmp_path):
    accounts.add(HANDLER, PASSWORD)
    other = Accounts(tmp_path)
    assert other.reviewer(HANDLER.name)
    accounts.remove(HANDLER.name)
    assert other.reviewer(HANDLER.name) is None


@pytest.mark.parametrize("name", [" Hanna", "Hanna ", "H" * 101, "Hanna\nHandler", "a\x00b"])
def test_a_name_that_no_log_can_show_is_refused(accounts, name):
    with pytest.raises(UsageError, match="account-name"):
        accounts.add(Reviewer(name=name, role=ReviewerRole.HANDLER), PASSWORD)


@pytest.mark.parametrize("password", ["", "a" * (SHORTEST_PASSWORD - 1), "a" * 1025])
def test_a_password_that_is_too_short_or_long_is_refused(accounts, password):
    with pytest.raises(UsageError, match="password-length"):
        accounts.add(HANDLER, password)
    assert accounts.names() == ()


def test_removing_who_is_not_there_is_said(accounts):
    with pytest.raises(UsageError, match="account-unknown"):
        accounts.remove("Niemand")


@pytest.mark.parametrize("content", ["", "[]", '{"accounts": {"a": {"role": "baas"}}}', '{"x": 1}'])
def test_a_damaged_file_lets_nobody_in(accounts, tmp_path, content):
    (tmp_path / ACCOUNTS_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(DossierError, match="accounts-damaged"):
        accounts.verified(HANDLER.name, PASSWORD)
    with pytest.raises(DossierError, match="accounts-damaged"):
        accounts.add(HANDLER, PASSWORD)
