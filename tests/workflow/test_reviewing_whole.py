"""From the desk to what is published, and what becomes of decisions when files or settings change."""

import csv
import json
import shutil
from dataclasses import replace

import pypdfium2
import pytest

from lakmoes.dossier.store import open_store
from lakmoes.errors import IntakeError, ReviewError, VerificationError
from lakmoes.model import (
    Box,
    Completion,
    DocumentDecision,
    DocumentProgress,
    Judgement,
    RelationDecision,
    SampleAnswer,
    SampleUnit,
    Verdict,
    Withdrawal,
)
from lakmoes.pdf.render import render
from lakmoes.workflow import run
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import (
    ME,
    Unseen,
    decide_all,
    judge,
    place_of,
    redacted_texts,
    ruling_on,
    say,
)
from tests.dossiers import LETTER, MAIL, write_pdf

NUMBER = "06-12345678"


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def published(order):
    return sorted(path.name[:2] for path in (order.out / "gelakt").glob("*.pdf"))


def row_of(desk, number):
    return next(row for row in desk.inventory_rows() if row.number == number)


def listed(order):
    """The rows of the list as it was written, by number."""
    with (order.out / "inventarislijst.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if row]
    return {row[0]: row for row in rows[1:]}


# what is published


def test_a_preview_is_the_file_that_is_published(order):
    with opened_desk(order, Unseen()) as desk:
        say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP))
        before = {path for path in order.out.rglob("*") if path.suffix == ".pdf"}
        shown = desk.preview(1, 0, 100)
        assert desk.preview_report(1).passed
        sha = desk.preview_report(1).output_sha256
        made = set(order.out.rglob("*.pdf")) - before
        assert len(made) == 1
        assert all(path.parts[len(order.out.parts)].startswith(".lakmoes-") for path in made)
        desk.publish(Unseen())
        file = next((order.out / "gelakt").glob("01*"))
        assert shown == render(file, 0, 100)
        assert NUMBER in text_of(file)
        assert "Leeuwerik" not in text_of(file)
        report = json.loads((order.out / "verificatie.json").read_text(encoding="utf-8"))["files"][0]
        assert report["sha256"] == sha
    assert not list(order.out.glob(".lakmoes-*"))


def test_a_preview_follows_the_decisions(desk):
    first = desk.preview(1, 0)
    assert desk.preview(1, 0) == first
    say(desk, desk.decision_on(1, place_of(desk, 1, "Joost Leeuwerik"), Verdict.KEEP))
    second = desk.preview(1, 0)
    assert second != first
    desk.undo(ME, 1)
    assert desk.preview(1, 0) == first


def test_a_file_that_fails_its_checks_is_not_shown(desk, monkeypatch):
    def fail(self, function, job):
        made = function(job)
        job.target.unlink()
        checks = (replace(made.report.checks[0], passed=False), *made.report.checks[1:])
        return replace(made, report=replace(made.report, checks=checks))

    monkeypatch.setattr("lakmoes.engines.helper.Helper.do", fail)
    with pytest.raises(VerificationError, match="not-verified"):
        desk.preview(1, 0)
    assert not desk.preview_report(1).passed


def test_undecided_is_published_as_a_concept_only_and_once_at_a_time(order):
    class Again(Unseen):
        def begin(self, stage, documents, pages):
            with pytest.raises(ReviewError, match="published-already"):
                desk.publish(Unseen())

    with opened_desk(order, Unseen()) as desk:
        outcome = desk.publish(Again())
        assert (outcome.concept, outcome.open_count) == (True, 19)
        assert {block.code for block in desk.blocks()} >= {"open", "not-finished", "motivation-missing"}
    assert published(order) == ["01", "02", "03"]


def test_a_dossier_that_is_decided_whole_is_final_at_the_desk_and_by_command(order):
    with opened_desk(order, Unseen()) as desk:
        decide_all(desk)
        say(desk, desk.own_box(4, 0, box_on(desk, 4, 1), ("10.2.g",)))
        judge(desk, 4, Judgement.NOT_PUBLIC, grounds=("10.2.e",))
        hindered = [block for block in desk.blocks() if block.level == "error"]
        assert not hindered
        assert not desk.publish(Unseen()).concept
    first = listed(order)
    outcome = run(order, Unseen())
    assert not outcome.concept
    assert listed(order) == first
    assert "CONCEPT" not in (order.out / "inventarislijst.csv").read_text(encoding="utf-8-sig")


def box_on(desk, number, share):
    """The upper part of a first page."""
    facts = desk.document(number).pages[0]
    return Box(x0=0, y0=0, x1=facts.width, y1=share * facts.height)


WITHHELD = (
    (Judgement.NOT_PUBLIC, {"grounds": ("10.2.g", "11.1")}, ("10.2.g", "11.1"), "Na overleg."),
    (
        Judgement.ALREADY_PUBLIC,
        {"link": "https://example.org/1"},
        (),
        "reeds openbaar: https://example.org/1",
    ),
    (Judgement.DUPLICATE, {"duplicate_of": 2}, (), "dubbel, zie 2"),
    (Judgement.OUT_OF_SCOPE, {}, (), ""),
    (Judgement.SUSPENDED, {}, (), ""),
)


def test_a_document_that_is_withheld_has_a_row_and_no_file(order):
    with opened_desk(order, Unseen()) as desk:
        desk.publish(Unseen())
        assert "01" in published(order)
        for judgement, values, grounds, remark in WITHHELD:
            judge(desk, 1, judgement, **values)
            row = row_of(desk, 1)
            assert (row.judgement, row.grounds, row.redaction_count) == (judgement, grounds, 0)
            assert not remark or remark in row.remarks
            with pytest.raises(ReviewError, match="nothing-published"):
                desk.preview(1, 0)
            outcome = desk.publish(Unseen())
            made = next(row for row in outcome.rows if row.number == 1)
            assert (made.judgement, made.file_name, made.sha256) == (judgement, "", "")
            assert "01" not in published(order)
            assert not list((order.out / "verificatie").glob("01*"))


def test_a_judgement_never_contradicts_the_file(desk):
    judge(desk, 1, Judgement.PUBLIC)
    assert row_of(desk, 1).judgement is Judgement.PARTLY_PUBLIC
    assert "public-with-redactions" in {block.code for block in desk.blocks_of(1)}
    judge(desk, 3, Judgement.PARTLY_PUBLIC)
    assert row_of(desk, 3).judgement is Judgement.PUBLIC


def test_an_unreadable_file_can_be_judged_and_its_judgement_taken_back(desk):
    assert row_of(desk, 5).judgement is Judgement.UNDETERMINED
    assert {block.code for block in desk.blocks_of(5)} == {"not-handled", "not-finished"}
    judge(desk, 5, Judgement.ALREADY_PUBLIC, link="https://example.org/5")
    assert row_of(desk, 5).judgement is Judgement.ALREADY_PUBLIC
    say(desk, Completion(document_id=desk.source(5).id, progress=DocumentProgress.FINISHED))
    assert desk.progress(5) is DocumentProgress.FINISHED
    assert desk.blocks_of(5) == ()
    say(desk, Withdrawal(about=f"judgement/{desk.refused[5].id}", document_id=desk.refused[5].id))
    assert row_of(desk, 5).judgement is Judgement.UNDETERMINED


def test_a_decided_relation_replaces_the_proposed_one(desk):
    assert row_of(desk, 1).relation == "opgenomen in 2"
    identity = desk.document(1).document.id
    say(desk, RelationDecision(document_id=identity, type="attachment_of", other=3))
    assert row_of(desk, 1).relation == "bijlage bij 3"
    say(desk, RelationDecision(document_id=identity))
    assert row_of(desk, 1).relation == ""
    desk.undo(ME, 1)
    desk.undo(ME, 1)
    assert row_of(desk, 1).relation == "opgenomen in 2"


def test_a_page_that_no_machine_reads_is_published_once_a_person_dealt_with_it(order):
    with opened_desk(order, Unseen()) as desk:
        assert row_of(desk, 4).judgement is Judgement.UNDETERMINED
        with pytest.raises(IntakeError, match="page-unread"):
            desk.preview(4, 0)
        say(desk, desk.own_box(4, 0, box_on(desk, 4, 0.5), ("10.2.g",)))
        assert row_of(desk, 4).judgement is Judgement.PARTLY_PUBLIC
        outcome = desk.publish(Unseen())
        assert 4 not in outcome.failures
    assert "04" in published(order)


def test_the_same_decisions_give_the_same_bytes(order, tmp_path):
    with opened_desk(order, Unseen()) as desk:
        say(desk, desk.decision_on(2, place_of(desk, 2, NUMBER), Verdict.KEEP))
        desk.publish(Unseen())
    first = {path.name: path.read_bytes() for path in (order.out / "gelakt").glob("*")}
    shutil.rmtree(order.out / "gelakt")
    run(order, Unseen())
    assert {path.name: path.read_bytes() for path in (order.out / "gelakt").glob("*")} == first


# what changes


def test_decisions_hold_after_another_detection(order):
    with opened_desk(order, Unseen()) as desk:
        say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP))
        say(desk, desk.decision_on(1, place_of(desk, 1, "Joost Leeuwerik"), Verdict.REDACT, ("10.2.g",)))
    settings = '[[term]]\ntext = "planning"\nground = "10.2.g"\n[[exempt]]\nname = "Joost Leeuwerik"\n'
    (order.folder / "dossier.toml").write_text(settings, encoding="utf-8")
    run(order, Unseen())
    with opened_desk(order, Unseen()) as desk:
        assert not desk.state(1).stale
        assert NUMBER not in redacted_texts(desk, 1)
        assert ruling_on(desk, 1, "Joost Leeuwerik").grounds == ("10.2.g",)
        assert "planning" in redacted_texts(desk, 1)


def test_what_was_decided_on_a_file_that_was_replaced_is_looked_at_again(order):
    with opened_desk(order, Unseen()) as desk:
        before = desk.document(3).document.id
        start = desk.page(3, 0).text.index("fietspaden")
        say(desk, desk.own_text(3, 0, start, start + 10, ("11.1",)))
        judge(desk, 3, Judgement.NOT_PUBLIC, grounds=("10.2.g",))
        say(desk, Completion(document_id=before, progress=DocumentProgress.FINISHED))
    write_pdf(order.folder / "3 brief.pdf", LETTER.replace("fietspaden", "wandelpaden"))
    with opened_desk(order, Unseen()) as desk:
        assert desk.document(3).document.id != before
        assert desk.number_of(before) == 3
        stale = desk.state(3).stale
        assert {type(entry.body).__name__ for entry in stale} == {"Decision", "DocumentDecision"}
        assert "stale" in {block.code for block in desk.blocks_of(3)}
        assert not redacted_texts(desk, 3)
        assert row_of(desk, 3).judgement is Judgement.PUBLIC
        for entry in stale:
            say(desk, Withdrawal(about=entry.subject, document_id=entry.body.document_id))
        assert not desk.state(3).stale
        assert "stale" not in {block.code for block in desk.blocks_of(3)}


def test_a_file_that_was_renamed_keeps_its_number_and_decisions(order):
    with opened_desk(order, Unseen()) as desk:
        say(desk, desk.decision_on(2, place_of(desk, 2, NUMBER), Verdict.KEEP))
    (order.folder / "2 antwoord.pdf").rename(order.folder / "0 antwoord.pdf")
    with opened_desk(order, Unseen()) as desk:
        assert desk.document(2).document.file_name == "0 antwoord.pdf"
        assert not desk.state(2).stale
        assert ruling_on(desk, 2, NUMBER).verdict is Verdict.KEEP


def test_a_file_that_comes_back_has_its_decisions_back(order):
    with opened_desk(order, Unseen()) as desk:
        say(desk, desk.decision_on(1, place_of(desk, 1, NUMBER), Verdict.KEEP))
    whole = (order.folder / "1 mail.pdf").read_bytes()
    write_pdf(order.folder / "1 mail.pdf", MAIL.replace("morgen", "vrijdag"))
    (order.folder / "6 dubbel.pdf").unlink()
    with opened_desk(order, Unseen()) as desk:
        assert len(desk.state(1).stale) == 1
    (order.folder / "1 mail.pdf").write_bytes(whole)
    with opened_desk(order, Unseen()) as desk:
        assert not desk.state(1).stale
        assert ruling_on(desk, 1, NUMBER).verdict is Verdict.KEEP


# samples


@pytest.mark.parametrize("unit", SampleUnit)
def test_a_sample_can_be_drawn_again_and_says_what_it_tells(order, unit):
    size = 2 if unit is SampleUnit.PAGE else 5
    with opened_desk(order, Unseen()) as desk:
        entry = desk.draw_sample(ME, unit, size, 7)
        assert desk.draw_sample(ME, unit, size, 7) == entry
        (outcome,) = desk.samples()
        items = desk.sample_items(outcome.drawn)
        assert len(items) == size
        hidden = {text for number in desk.documents for text in redacted_texts(desk, number)}
        assert not {item.text for item in items} & hidden
        for item in items:
            assert item.text
            say(desk, SampleAnswer(sample=entry.subject, item=item.item, missed=False))
        (outcome,) = desk.samples()
        assert (outcome.answered, outcome.missed) == (size, 0)
        assert outcome.bound is not None
        say(desk, *(desk.decision_on(1, one.id, Verdict.KEEP) for one in desk.document(1).suggestions))
    with open_store(order.out) as store:
        store._connection.execute("DELETE FROM artifact WHERE stage = 'sample'")
        store._connection.commit()
    with opened_desk(order, Unseen()) as desk:
        assert desk.sample_items(desk.samples()[0].drawn) == items


def test_nothing_is_drawn_where_nothing_is_published(desk):
    for number in desk.documents:
        say(
            desk,
            DocumentDecision(
                document_id=desk.document(number).document.id,
                judgement=Judgement.SUSPENDED,
                reason="Zienswijze.",
            ),
        )
    with pytest.raises(ReviewError, match="nothing-to-sample"):
        desk.draw_sample(ME, SampleUnit.SENTENCE, 5, 7)
