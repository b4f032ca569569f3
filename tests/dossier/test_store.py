import multiprocessing
import os
import signal
import sqlite3
from datetime import UTC, datetime

import pytest

from lakmoes.dossier.migrations import MIGRATIONS
from lakmoes.dossier.store import STORE_FILE, Stage, open_store
from lakmoes.errors import DossierError
from lakmoes.model import Box, Decision, Page, Verdict
from tests.builders import page_of

PAGES = Stage("pages", tuple[Page, ...])


def decision_of(remark: str) -> Decision:
    return Decision(
        verdict=Verdict.REDACT,
        grounds=("10.2.e",),
        reviewer="H. Handler",
        role="handler",
        time=datetime(2021, 3, 1, 12, 0, tzinfo=UTC),
        remark=remark,
        region=(0, Box(x0=1, y0=2, x1=3, y1=4)),
    )


def test_what_was_saved_comes_back_equal(tmp_path):
    pages = (page_of("Beste Özlem,\n\nHierbij het stuk."),)
    with open_store(tmp_path) as store:
        store.save(PAGES, "a", "key", pages)
    with open_store(tmp_path) as store:
        assert store.load(PAGES, "a", "key") == pages
        assert store.load(PAGES, "a", "other key") is None
        assert store.load(PAGES, "b", "key") is None


def test_decisions_come_back_in_order(tmp_path):
    with open_store(tmp_path) as store:
        for remark in ("een", "twee", "drie"):
            store.decide("a", decision_of(remark))
        store.decide("b", decision_of("ander stuk"))
        assert store.decisions("a") == tuple(decision_of(remark) for remark in ("een", "twee", "drie"))


@pytest.mark.parametrize("statement", ["DELETE FROM decision", "UPDATE decision SET document_id = 'x'"])
def test_the_file_itself_refuses_to_change_a_decision(tmp_path, statement):
    with open_store(tmp_path) as store:
        store.decide("a", decision_of("blijft"))
    connection = sqlite3.connect(tmp_path / STORE_FILE)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_a_second_run_on_the_same_dossier_is_refused(tmp_path):
    with open_store(tmp_path), pytest.raises(DossierError) as caught, open_store(tmp_path):
        pass
    assert caught.value.code == "dossier-in-use"


def test_a_dossier_of_a_newer_version_is_refused(tmp_path):
    with open_store(tmp_path):
        pass
    connection = sqlite3.connect(tmp_path / STORE_FILE)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(DossierError) as caught, open_store(tmp_path):
        pass
    assert caught.value.code == "dossier-newer"


def test_a_file_that_is_no_dossier_is_refused(tmp_path):
    (tmp_path / STORE_FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(DossierError) as caught, open_store(tmp_path):
        pass
    assert caught.value.code == "dossier-damaged"


def test_damage_within_the_file_is_reported(tmp_path):
    with open_store(tmp_path) as store:
        for number in range(200):
            store.save(PAGES, str(number), "key", (page_of(f"bladzijde {number}"),))
    path = tmp_path / STORE_FILE
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with open_store(tmp_path) as store, pytest.raises(DossierError) as caught:
        [store.load(PAGES, str(number), "key") for number in range(200)]
    assert caught.value.code == "dossier-damaged"


def _decide_until_killed(folder, started):
    with open_store(folder) as store:
        for number in range(100_000):
            store.decide("a", decision_of(str(number)))
            started.set()


def test_no_decision_is_lost_by_a_kill(tmp_path):
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=_decide_until_killed, args=(tmp_path, started))
    process.start()
    assert started.wait(30)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with open_store(tmp_path) as store:
        remarks = [decision.remark for decision in store.decisions("a")]
    assert remarks == [str(number) for number in range(len(remarks))]
    assert remarks
