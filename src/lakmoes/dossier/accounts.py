"""Who may work in a dossier on a server: names, roles and hashes of passwords.

In and out: ``accounts.json`` in the output folder, readable by its owner alone (mode 600). Passwords are kept
as Argon2id hashes (RFC 9106) with the parameters of ``argon2-cffi``; the file never holds a password.
Knows nothing of sessions or of the web.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lakmoes.dossier.folders import written_whole
from lakmoes.errors import DossierError, UsageError
from lakmoes.model import Reviewer, ReviewerRole

ACCOUNTS_FILE = "accounts.json"
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1024
LONGEST_NAME = 100
PRIVATE = 0o600

_HASHER = PasswordHasher()


class _Account(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    role: ReviewerRole
    hash: str = ""
    """Empty for one who signs in elsewhere (``--proxy-header``)."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    accounts: dict[str, _Account] = Field(default_factory=dict)


@dataclass(frozen=True)
class Accounts:
    """The accounts of one dossier, read anew whenever the file has changed.

    Attributes:
        folder: The output folder.
    """

    folder: Path

    def names(self) -> tuple[Reviewer, ...]:
        """Everyone with an account, sorted by name.

        Raises:
            DossierError: The file is damaged.
        """
        found = _read(self.folder).accounts
        return tuple(Reviewer(name=name, role=found[name].role) for name in sorted(found))

    def reviewer(self, name: str) -> Reviewer | None:
        """The person with this name, ``None`` where there is no such account.

        Raises:
            DossierError: The file is damaged.
        """
        account = _read(self.folder).accounts.get(name)
        return Reviewer(name=name, role=account.role) if account else None

    def verified(self, name: str, password: str) -> Reviewer | None:
        """The person with this name and password; a wrong name takes as long as a wrong password.

        Raises:
            DossierError: The file is damaged.
        """
        account = _read(self.folder).accounts.get(name)
        known = account.hash if account else ""
        try:
            _HASHER.verify(known or self._nobody, password[:LONGEST_PASSWORD])
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return None
        return Reviewer(name=name, role=account.role) if account and known else None

    @cached_property
    def _nobody(self) -> str:
        """A hash that no password of an account fits."""
        return _HASHER.hash("")

    def add(self, reviewer: Reviewer, password: str | None) -> None:
        """Adds an account or changes its role and password; without a password only a proxy can sign in.

        Raises:
            UsageError: The name or the password is not usable.
            DossierError: The file is damaged or cannot be written.
        """
        name = reviewer.name
        if name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise UsageError("account-name")
        if password is not None and not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise UsageError("password-length", shortest=SHORTEST_PASSWORD)
        accounts = dict(_read(self.folder).accounts)
        hashed = _HASHER.hash(password) if password is not None else ""
        accounts[name] = _Account(role=reviewer.role, hash=hashed)
        _write(self.folder, accounts)

    def remove(self, name: str) -> None:
        """Takes an account away; what the person decided stays in the log.

        Raises:
            UsageError: There is no such account.
            DossierError: The file is damaged or cannot be written.
        """
        accounts = dict(_read(self.folder).accounts)
        if accounts.pop(name, None) is None:
            raise UsageError("account-unknown", name=name)
        _write(self.folder, accounts)


def _read(folder: Path) -> _File:
    path = folder / ACCOUNTS_FILE
    try:
        return _File.model_validate_json(path.read_bytes()) if path.exists() else _File()
    except (OSError, ValidationError) as error:
        raise DossierError("accounts-damaged", path=path) from error


def _write(folder: Path, accounts: dict[str, _Account]) -> None:
    content = _File(accounts=dict(sorted(accounts.items()))).model_dump(mode="json")
    with written_whole(folder / ACCOUNTS_FILE, PRIVATE) as path:
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
