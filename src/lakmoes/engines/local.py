"""Spreads work on documents over processes of this machine.

In: a function and its jobs, one per document. Out: for each job its result or the error that ended it, as
they come. A library that crashes on a hostile file takes a process with it, not the run: the few jobs that
were under way are each tried once more, alone, and the one that crashes again is refused.
"""

import itertools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from lakmoes.errors import LakmoesError, ResourceError

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 2
"""Jobs per worker that are handed out at a time: enough to keep it busy, few enough to try again alone."""


def worker_count() -> int:
    """How many processes work at once: the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    function: Callable[[Job], Result], jobs: Iterable[Job], workers: int | None = None
) -> Iterator[tuple[Job, Result | LakmoesError]]:
    """Each job with its result or its error, in the order in which they finish.

    Args:
        function: A module-level function; it raises ``LakmoesError`` for what is wrong with a document. Any
            other exception is a fault of ours: it too ends that job only.
        jobs: Values that can be pickled; taken as workers come free, so that they may be made on the way.
        workers: Number of processes, all processors by default.
    """
    source = iter(jobs)
    first = list(itertools.islice(source, workers or worker_count()))
    waiting = _Waiting(itertools.chain(first, source))
    suspects: list[Job] = []
    while waiting:
        yield from _until_crash(function, waiting, suspects, max(len(first), 1))
    for job in suspects:
        alone: list[Job] = []
        yield from _until_crash(function, _Waiting(iter((job,))), alone, 1)
        if alone:
            yield job, ResourceError("worker-died")


class _Waiting(Generic[Job]):
    """Jobs that are taken one at a time; true as long as there is one."""

    def __init__(self, source: Iterator[Job]) -> None:
        self._source = source
        self._next: list[Job] = []

    def __bool__(self) -> bool:
        if not self._next:
            self._next += itertools.islice(self._source, 1)
        return bool(self._next)

    @property
    def first(self) -> Job:
        """The job that is next, and stays so until it is taken."""
        return self._next[0]

    def take(self) -> None:
        """Goes on to the one after it."""
        self._next.clear()


def _until_crash(
    function: Callable[[Job], Result], waiting: _Waiting[Job], suspects: list[Job], workers: int
) -> Iterator[tuple[Job, Result | LakmoesError]]:
    """Works through the waiting jobs; when a process dies, those under way become suspects and it ends."""
    # A fresh interpreter per worker: a fork would copy locks and open files of this process.
    context = multiprocessing.get_context("spawn")
    under_way: dict[Future[Result], Job] = {}
    with ProcessPoolExecutor(workers, mp_context=context, initializer=leave_with_parent) as pool:
        try:
            while waiting or under_way:
                with _interrupts_for_us_alone():
                    while len(under_way) < workers * AHEAD and waiting:
                        under_way[pool.submit(function, waiting.first)] = waiting.first
                        waiting.take()
                finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in finished:
                    outcome = _outcome(future)
                    yield under_way.pop(future), outcome
        except BrokenProcessPool:
            suspects += under_way.values()
        except BaseException:
            # Whoever stops does not wait for documents that are under way.
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _interrupts_for_us_alone() -> Iterator[None]:
    """Workers that are started meanwhile are deaf to Ctrl-C, which a terminal sends to all processes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def leave_with_parent() -> None:
    """Has this worker end when the process that started it is killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_await_end, args=(parent,), daemon=True).start()


def _await_end(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _outcome(future: Future[Result]) -> Result | LakmoesError:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except LakmoesError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a fault of ours ends this document, never the whole run
        return LakmoesError("internal-fault", fault=type(error).__name__)
