"""One process beside this one that does small jobs, one at a time, for as long as it is wanted.

In: a module-level function and arguments that can be pickled. Out: its result or its error. A library that
crashes on a hostile file takes that process with it, not the server: the job is refused and the next one gets
a fresh process.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import ParamSpec, TypeVar

from lakmoes.engines.local import leave_with_parent
from lakmoes.errors import ResourceError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Helper:
    """A process that starts with its first job and lives until ``close``; any thread may ask it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Has the process started, so that the first job need not wait for it."""
        self._started().submit(_nothing)

    def do(
        self,
        function: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result:
        """What the function gives, worked out in the other process.

        Raises:
            ResourceError: The process died on it.
        """
        pool = self._started()
        try:
            return pool.submit(function, *arguments, **named).result()
        except BrokenProcessPool as error:
            self._forget(pool)
            raise ResourceError("worker-died") from error

    def close(self) -> None:
        """Ends the process; a job that is under way is finished first."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=leave_with_parent)
            return self._pool

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.shutdown(wait=False, cancel_futures=True)


def _nothing() -> None:
    pass
