import multiprocessing
import os
import signal
import sqlite3
from typing import get_args

import pytest

from lakmoes.dossier.migrations import MIGRATIONS
from lakmoes.dossier.store import STORE_FILE, Stage, open_store
from lakmoes.errors import DossierError, ReviewError
from lakmoes.model import (
    Assessment,
    Body,
    Box,
    Completion,
    Decision,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    Motivation,
    Opinion,
    Page,
    PageSeen,
    PersonDecision,
    PersonMerge,
    PersonSplit,
    Region,
    RelationDecision,
    Remark,
    SampleAnswer,
    SampleDrawn,
    SampleUnit,
    Verdict,
    Withdrawal,
)
from tests.builders import anchor_of, entry_of, page_of, span_of

PAGES = Stage("pages", tuple[Page, ...])


REGION = Region(document_id="a", page_index=0, box=Box(x0=1, y0=2, x1=3, y1=4))
BODIES = (
    Decision(verdict=Verdict.REDACT, grounds=("10.2.e",), region=REGION),
    Decision(verdict=Verdict.KEEP, anchor=anchor_of(page_of("Visser"), span_of(page_of("Visser"), "Visser"))),
    PersonDecision(person_id="p", verdict=Verdict.KEEP, role="minister"),
    PersonMerge(person_id="p", other_id="q"),
    PersonSplit(person_id="p", spellings=("0f",)),
    DocumentDecision(document_id="a", judgement=Judgement.PUBLIC, reason="Niets te lakken."),
    RelationDecision(document_id="a", type="draft_of", other=2),
    Motivation(ground="10.2.e", text="Weegt zwaarder."),
    Completion(document_id="a", progress=DocumentProgress.FINISHED),
    PageSeen(document_id="a", page_index=3),
    Assessment(about="suggestion/1", entry=1, opinion=Opinion.QUESTION, text="Waarom?"),
    Remark(about="suggestion/1", text="Zie de brief."),
    SampleDrawn(unit=SampleUnit.PAGE, seed=1, size=2, population=9, dossier_digest="0"),
    SampleAnswer(sample="sample/1", item="a/0", missed=True),
    Withdrawal(about="person/p"),
)


def remark_of(text):
    return entry_of(Remark(about="x", text=text), 0)


def test_what_was_saved_comes_back_equal(tmp_path):
    pages = (page_of("Beste Özlem,\n\nHierbij het stuk."),)
    with open_store(tmp_path) as store:
        store.save(PAGES, "a", "key", pages)
    with open_store(tmp_path) as store:
        assert store.load(PAGES, "a", "key") == pages
        assert store.load(PAGES, "a", "other key") is None
        assert store.load(PAGES, "b", "key") is None


def test_all_that_people_say_comes_back_in_order(tmp_path):
    with open_store(tmp_path) as store:
        made = store.append([entry_of(body, 0) for body in BODIES], {})
    assert [entry.body for entry in made] == list(BODIES)
    with open_store(tmp_path) as store:
        assert store.entries() == made
        assert store.entries(since=made[4].id) == made[5:]
    assert {type(body) for body in BODIES} == set(get_args(Body))


def test_a_stale_write_is_refused_as_a_whole(tmp_path):
    decision = entry_of(BODIES[0], 0)
    with open_store(tmp_path) as store:
        (first,) = store.append([decision], {decision.subject: 0})
        with pytest.raises(ReviewError) as caught:
            store.append([remark_of("blijft weg"), decision], {decision.subject: 0})
        assert caught.value.locators == {"entry": first.id}
        store.append([decision], {decision.subject: first.id})
        assert [entry.body for entry in store.entries()] == [decision.body, decision.body]


@pytest.mark.parametrize("statement", ["DELETE FROM entry", "UPDATE entry SET reviewer = 'x'"])
def test_the_file_itself_refuses_to_change_the_log(tmp_path, statement):
    with open_store(tmp_path) as store:
        store.append([remark_of("blijft")], {})
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
            store.append([remark_of(str(number))], {})
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
        remarks = [entry.body.text for entry in store.entries()]
    assert remarks == [str(number) for number in range(len(remarks))]
    assert remarks
