"""The output folder: where everything goes, and files that appear whole or not at all.

In: the output folder. Out: the paths in it. Only ``gelakt/`` and the inventory are meant for publication;
the dossier file, ``suggestions.json``, ``verificatie.json`` and ``verificatie/`` are internal.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lakmoes.errors import DossierError

UNFINISHED = ".lakmoes-"
"""How the names of files and folders begin that are still being made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFolder:
    """The output folder of a dossier and the places in it."""

    root: Path

    @property
    def redacted(self) -> Path:
        """The folder of redacted PDFs."""
        return self.root / "gelakt"

    @property
    def suggestions(self) -> Path:
        """The machine-readable suggestions."""
        return self.root / "suggestions.json"

    @property
    def verification(self) -> Path:
        """The machine-readable verification reports."""
        return self.root / "verificatie.json"

    @property
    def proofs(self) -> Path:
        """The folder with the plan and the verification report of each redacted file."""
        return self.root / "verificatie"

    @property
    def internal(self) -> Path:
        """The folder of the internal file: what is kept and never published."""
        return self.root / "intern"

    def letter(self, nth: int = 1) -> Path:
        """The decision letter, or the nth one where earlier ones were changed by people."""
        return self.root / ("besluit.docx" if nth == 1 else f"besluit-{nth}.docx")

    def inventory(self, extension: str) -> Path:
        """The inventory list in one format."""
        return self.root / f"inventarislijst.{extension}"

    def clear_unfinished(self) -> None:
        """Removes what a run that was killed left half done; only whoever holds the dossier may call this."""
        for folder in (self.root, self.redacted, self.proofs):
            for left in folder.glob(f"{UNFINISHED}*"):
                if left.is_dir():
                    shutil.rmtree(left)
                else:
                    left.unlink()


@contextmanager
def written_whole(target: Path, mode: int = 0o644) -> Iterator[Path]:
    """A path beside the target to write to; it gets the target's name only when the block succeeds.

    Args:
        target: Where it ends up.
        mode: Who may read it then; while it is being made only its owner can.

    Raises:
        DossierError: The folder cannot be written or the disk is full.
    """
    beside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=UNFINISHED, suffix=target.suffix)
        os.close(handle)
        beside = Path(name)
        yield beside
        beside.chmod(mode)
        _flush(beside)
        beside.replace(target)
    except OSError as error:
        raise DossierError("output-not-writable", path=target.parent) from error
    finally:
        if beside:
            beside.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Has the file's bytes on disk before it gets its name: a power cut leaves no empty file behind."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
