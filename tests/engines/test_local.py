import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lakmoes.engines.local import spread
from lakmoes.errors import IntakeError, LakmoesError, ResourceError


def double(number: int) -> int:
    return 2 * number


def fail_on_three(number: int) -> int:
    if number == 3:
        raise IntakeError("damaged-page", page=3)
    if number == 4:
        raise RuntimeError("text of a document")
    return number


def die_on_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(path: str) -> str:
    marker = Path(path)
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)
    return "done"


def test_each_job_comes_back_with_its_result():
    assert sorted(spread(double, range(9), workers=2)) == [(n, 2 * n) for n in range(9)]


def test_no_jobs_start_no_process():
    assert list(spread(double, [])) == []


def test_jobs_are_taken_as_workers_come_free():
    taken = []

    def jobs():
        for number in range(40):
            taken.append(number)
            yield number

    done = []
    for job, _ in spread(double, jobs(), workers=2):
        done.append(job)
        # Two workers with two jobs each under way, and one that is next.
        assert len(taken) <= len(done) + 2 * 2 + 2
    assert sorted(done) == list(range(40))


def test_an_error_ends_its_own_job_only():
    outcomes = dict(spread(fail_on_three, range(6), workers=2))
    assert isinstance(outcomes[3], IntakeError)
    assert outcomes[3].code == "damaged-page"
    assert outcomes[3].locators == {"page": 3}
    assert [outcomes[n] for n in (0, 1, 2, 5)] == [0, 1, 2, 5]


def test_a_fault_of_ours_carries_no_text_of_the_document():
    outcome = dict(spread(fail_on_three, [4], workers=1))[4]
    assert isinstance(outcome, LakmoesError)
    assert outcome.code == "internal-fault"
    assert "text of a document" not in repr(outcome)


def test_a_dying_process_loses_its_own_document_only():
    outcomes = dict(spread(die_on_three, range(12), workers=2))
    assert isinstance(outcomes.pop(3), ResourceError)
    assert outcomes == {n: n for n in range(12) if n != 3}


def test_a_document_whose_process_died_is_tried_once_more(tmp_path):
    job = str(tmp_path / "marker")
    assert list(spread(die_once, [job], workers=1)) == [(job, "done")]


def note_and_wait(folder: str) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60)


def is_alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text(encoding="utf-8").split()[2] != "Z"


def wait_until(condition) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_workers_leave_when_their_parent_is_killed(tmp_path):
    program = (
        "from lakmoes.engines.local import spread\n"
        "from tests.engines.test_local import note_and_wait\n"
        "if __name__ == '__main__':\n"
        f"    list(spread(note_and_wait, [{str(tmp_path)!r}] * 2, workers=2))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parents[2])
    assert wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    parent.kill()
    parent.wait()
    assert wait_until(lambda: not any(map(is_alive, workers)))


@pytest.mark.parametrize("workers", [1, 3])
def test_leaving_early_ends_the_workers(workers):
    outcomes = spread(double, range(100), workers=workers)
    next(outcomes)
    outcomes.close()
