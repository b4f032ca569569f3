"""The process beside this one: its answers, its errors, and that it may die."""

import os
import threading

import pytest

from lakmoes.engines.helper import Helper
from lakmoes.errors import IntakeError, ResourceError


@pytest.fixture
def helper():
    made = Helper()
    yield made
    made.close()


def process_id(*_):
    return os.getpid()


def end(code):
    os._exit(code)


def refuse(page):
    raise IntakeError("damaged-page", page=page)


def test_the_work_is_done_in_one_other_process(helper):
    helper.start()
    first = helper.do(process_id)
    assert first != os.getpid()
    assert helper.do(process_id, 1) == first


def test_an_error_comes_back_whole(helper):
    with pytest.raises(IntakeError) as refused:
        helper.do(refuse, page=3)
    assert (refused.value.code, refused.value.locators) == ("damaged-page", {"page": 3})


def test_a_crash_refuses_one_job_and_the_next_has_a_fresh_process(helper):
    first = helper.do(process_id)
    with pytest.raises(ResourceError, match="worker-died"):
        helper.do(end, 7)
    assert helper.do(process_id) not in (first, os.getpid())


def test_any_thread_may_ask(helper):
    found = []
    threads = [threading.Thread(target=lambda: found.append(helper.do(process_id))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_closing_ends_the_process_and_asking_again_starts_another():
    helper = Helper()
    first = helper.do(process_id)
    helper.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert helper.do(process_id) != first
    helper.close()
    helper.close()
