"""Documents as they would be published now, to look at first.

In: what holds for a document. Out: its redacted file, made and verified by the very code that publishes, in a
folder of its own beside the output; nothing of it is left when the dossier is closed.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from lakmoes.dossier.folders import UNFINISHED
from lakmoes.engines.helper import Helper
from lakmoes.errors import IntakeError, ReviewError
from lakmoes.model import RedactionPlan, ReviewState
from lakmoes.workflow.documents import Redaction, redact_document
from lakmoes.workflow.holding import Case
from lakmoes.workflow.opening import Dossier
from lakmoes.workflow.redacting import job_of, not_verified, target_of

KEPT = 8
"""Files that are kept while nobody looks at them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A redacted file and what it was made from."""

    path: Path
    redaction: Redaction
    state: ReviewState
    texts: Mapping[str, str]
    plan: RedactionPlan

    def is_of(self, state: ReviewState, texts: Mapping[str, str]) -> bool:
        """Whether the file would come out the same."""
        same = self.state.redactions == state.redactions and self.state.regions == state.regions
        return same and list(self.texts) == list(texts)


class Previews:
    """Makes files to look at and keeps the last ones."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._helper = Helper()
        self._lock = Lock()
        self._making: dict[int, Lock] = {}
        self._made: dict[int, Preview] = {}
        self._used: dict[Path, int] = {}
        self._folder: Path | None = None

    @contextmanager
    def made(self, case: Case, texts: Mapping[str, str]) -> Iterator[Preview]:
        """The file as it would be published now; it is there as long as the context lasts.

        Args:
            case: The document.
            texts: May stand nowhere in what is published (``identifying_texts``).

        Raises:
            ReviewError: No file of the document would be published.
            LakmoesError: It cannot be redacted.
        """
        number = case.document.number
        with self._lock:
            making = self._making.setdefault(number, Lock())
        with making:
            preview = self._made.get(number)
            if preview is None or not preview.is_of(case.state, texts):
                preview = self._make(case, texts)
            with self._lock:
                self._made.pop(number, None)
                self._made[number] = preview
                self._used[preview.path] = self._used.get(preview.path, 0) + 1
        try:
            yield preview
        finally:
            with self._lock:
                self._used[preview.path] -= 1
                self._clear()

    def close(self) -> None:
        """Ends the process that redacts and removes all files."""
        self._helper.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self, case: Case, texts: Mapping[str, str]) -> Preview:
        if not case.is_published:
            raise ReviewError("nothing-published", number=case.document.number)
        if case.unread:
            raise IntakeError("page-unread", page=case.unread[0])
        folder = Path(tempfile.mkdtemp(dir=self._place()))
        target = folder / target_of(self._dossier, case.document, texts).name
        job = job_of(self._dossier, case, tuple(texts), target)
        redaction = self._helper.do(redact_document, job)
        return Preview(path=target, redaction=redaction, state=case.state, texts=texts, plan=job.plan)

    def _place(self) -> Path:
        with self._lock:
            if self._folder is None:
                root = self._dossier.output.root
                self._folder = Path(tempfile.mkdtemp(dir=root, prefix=UNFINISHED))
            return self._folder

    def _clear(self) -> None:
        """Removes files that nobody looks at: what was replaced, and all but the last few."""
        current = {preview.path for preview in self._made.values()}
        for number in [*self._made][: max(0, len(self._made) - KEPT)]:
            if not self._used.get(self._made[number].path):
                current.discard(self._made.pop(number).path)
        for path in [path for path, users in self._used.items() if not users and path not in current]:
            del self._used[path]
            shutil.rmtree(path.parent, ignore_errors=True)


def checked(preview: Preview) -> Path:
    """The file of a preview.

    Raises:
        VerificationError: It did not pass its checks, so that it would not be published.
    """
    if not preview.redaction.report.passed:
        raise not_verified(preview.redaction)
    return preview.path
