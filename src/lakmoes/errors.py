"""Every error that Lakmoes reports, in one tree.

::

    LakmoesError
    ├── UsageError          exit 2   wrong options, wrong dossier.toml
    ├── IntakeError         exit 3   a file that cannot be handled
    ├── DossierError        exit 4   the dossier's own store or output folder
    ├── ResourceError       exit 5   something on this machine is missing or full
    ├── DetectionError      exit 6   a page could not be analysed
    ├── ReviewError         exit 7   decisions that do not fit
    ├── RedactionError      exit 8   a file could not be redacted
    └── VerificationError   exit 9   a written file failed its checks

An error carries a stable code (the key of its Dutch message in ``nl.ERRORS``) and locators: numbers, page
numbers, names of settings. Never text from a document: messages end up in logs and on screens.
Exit code 0 is success, 1 is a fault of Lakmoes itself.
"""

from typing import ClassVar


class LakmoesError(Exception):
    """Base of all reported errors.

    Args:
        code: Key of the Dutch message in ``nl.ERRORS``.
        locators: Values for the message: document numbers, page numbers, paths, names of settings.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, **locators: object) -> None:
        super().__init__(code, locators)
        self.code = code
        self.locators = locators

    def __reduce__(self) -> tuple[object, ...]:
        """Keeps the error whole on its way from a worker process."""
        return _rebuild, (type(self), self.code, self.locators)


def _rebuild(kind: type[LakmoesError], code: str, locators: dict[str, object]) -> LakmoesError:
    return kind(code, **locators)


class UsageError(LakmoesError):
    """Wrong options or settings."""

    exit_code = 2


class IntakeError(LakmoesError):
    """A file that cannot be handled."""

    exit_code = 3


class DossierError(LakmoesError):
    """The dossier's store or folder cannot be used."""

    exit_code = 4


class ResourceError(LakmoesError):
    """Something on this machine is missing or full."""

    exit_code = 5


class DetectionError(LakmoesError):
    """A page could not be analysed."""

    exit_code = 6


class ReviewError(LakmoesError):
    """Decisions that do not fit their suggestions."""

    exit_code = 7


class RedactionError(LakmoesError):
    """A file could not be redacted."""

    exit_code = 8


class VerificationError(LakmoesError):
    """A written file failed its checks."""

    exit_code = 9
