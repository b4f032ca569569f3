"""Publishing in the background: one at a time, with its progress.

In: the desk. Out: how far it is, and what it came to. A run that fails says why; what was published before
stays as it was until the new files are there.
"""

import threading
from dataclasses import dataclass, replace
from enum import StrEnum

from lakmoes.errors import LakmoesError, ReviewError
from lakmoes.workflow import Outcome
from lakmoes.workflow.reviewing import Desk


class PublishingState(StrEnum):
    """Whether publishing runs."""

    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """How far publishing is.

    Attributes:
        state: Whether it runs.
        stage: What is done now (key of ``nl.STAGES``), empty before and after.
        done: Pages of that stage that are done.
        of: Pages of that stage.
        outcome: What it came to.
        error: Why it failed.
    """

    state: PublishingState = PublishingState.IDLE
    stage: str = ""
    done: int = 0
    of: int = 0
    outcome: Outcome | None = None
    error: LakmoesError | None = None


class Publisher:
    """Publishes a dossier in a thread of its own; shows how far it is (``workflow.Progress``)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._now = Publishing()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> Publishing:
        """How far it is."""
        return self._now

    def start(self) -> None:
        """Begins to publish.

        Raises:
            ReviewError: It runs already.
        """
        with self._lock:
            if self._now.state is PublishingState.RUNNING:
                raise ReviewError("published-already")
            self._now = Publishing(state=PublishingState.RUNNING)
            self._thread = threading.Thread(target=self._run, name="publish")
            self._thread.start()

    def wait(self) -> None:
        """Waits until what was begun is done; before the dossier is closed."""
        if self._thread:
            self._thread.join()

    def begin(self, stage: str, documents: int, pages: int) -> None:
        """A stage starts."""
        del documents
        self._now = replace(self._now, stage=stage, done=0, of=pages)

    def advance(self, pages: int) -> None:
        """One more document, of so many pages, is done."""
        self._now = replace(self._now, done=self._now.done + pages)

    def _run(self) -> None:
        try:
            outcome = self._desk.publish(self)
        except LakmoesError as error:
            self._now = Publishing(state=PublishingState.FAILED, error=error)
        except Exception as error:  # noqa: BLE001 - what an unknown exception says may be text of a document
            fault = LakmoesError("internal-fault-web", fault=type(error).__name__)
            self._now = Publishing(state=PublishingState.FAILED, error=fault)
        else:
            self._now = Publishing(state=PublishingState.DONE, outcome=outcome)
