"""The accounts of a dossier on a server: where they are, for those who sign in and those who manage them.

In: the output folder of a dossier. Out: its ``Accounts``.
"""

from pathlib import Path

from lakmoes.dossier.accounts import Accounts

__all__ = ["Accounts", "accounts_of"]


def accounts_of(out: Path) -> Accounts:
    """The accounts that are kept in an output folder; there may be none yet."""
    return Accounts(out)
