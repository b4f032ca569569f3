import hashlib
import shutil

import pikepdf
import pytest

from lakmoes.errors import IntakeError, UsageError
from lakmoes.model import Decision, PersonDecision, Treatment, Verdict
from lakmoes.workflow import Order, run
from lakmoes.workflow.exchanging import (
    XFDF,
    export_annotations,
    export_decisions,
    import_annotations,
    import_decisions,
    in_words,
)
from lakmoes.workflow.reviewing import opened_desk
from tests.builders import HANDLER, SECOND
from tests.dossiers import LETTER, MAIL, Unseen, write_pdf


@pytest.fixture(scope="module")
def searched(tmp_path_factory):
    """A dossier that was read and searched."""
    folder = tmp_path_factory.mktemp("dossier") / "map"
    folder.mkdir()
    write_pdf(folder / "1_mail.pdf", MAIL)
    write_pdf(folder / "2_brief.pdf", LETTER)
    order = Order(folder=folder, out=folder.with_name("uit"), workers=1)
    with opened_desk(order, Unseen()):
        pass
    return order


@pytest.fixture
def order(searched, tmp_path):
    return copied(searched, tmp_path / "een")


def copied(order, place):
    """The same originals and the same search in another place, with a log of its own."""
    shutil.copytree(order.folder, place / "map")
    shutil.copytree(order.out, place / "uit")
    return Order(folder=place / "map", out=place / "uit", workers=1)


def decide(desk, text, verdict, reviewer=HANDLER):
    """Decides on every suggestion of a text in the first document."""
    document = desk.document(1)
    found = [one for one, shown in zip(document.suggestions, document.texts, strict=True) if shown == text]
    assert found
    bodies = [desk.decision_on(1, suggestion.id, verdict, ()) for suggestion in found]
    return desk.act(reviewer, bodies, {})


def without_annotation(path, name):
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for page in file.pages:
            page.Annots = pikepdf.Array([one for one in page.Annots if str(one.get("/NM", "")) != name])
        file.save(path)


@pytest.mark.parametrize("ending", [".pdf", XFDF])
def test_an_untouched_file_changes_nothing(order, tmp_path, ending):
    with opened_desk(order, Unseen()) as desk:
        decide(desk, "06-12345678", Verdict.KEEP)
        paths = export_annotations(desk, tmp_path / "uit", ending)
        assert [path.name for path in paths] == [f"1_mail{ending}", f"2_brief{ending}"]
        last = desk.log.last
        imported = import_annotations(desk, paths, SECOND)
        assert desk.log.last == last
    assert imported[0].account.unchanged > 3
    assert imported[0].conflicts == ()


def test_what_was_deleted_elsewhere_is_kept_in_the_name_of_the_reviewer(order, tmp_path):
    with opened_desk(order, Unseen()) as desk:
        (path, _) = export_annotations(desk, tmp_path / "uit")
        document = desk.document(1)
        phone = document.suggestions[document.texts.index("06-12345678")]
        without_annotation(path, phone.id)
        (imported,) = import_annotations(desk, [path], SECOND)
        assert imported.account.rejected == 1
        entry = desk.log.holding(f"suggestion/{phone.id}")
        assert (entry.body.verdict, entry.reviewer, entry.body.imported) == (
            Verdict.KEEP,
            SECOND,
            "1_mail.pdf",
        )
        assert phone in desk.state(1).kept


def test_the_rest_can_count_as_accepted(order, tmp_path):
    with opened_desk(order, Unseen()) as desk:
        paths = export_annotations(desk, tmp_path / "uit")
        assert desk.state(1).open
        import_annotations(desk, paths, SECOND, accepts_unchanged=True)
        assert desk.state(1).open == ()


def test_nothing_is_taken_over_what_someone_else_decided_since(order, tmp_path):
    with opened_desk(order, Unseen()) as desk:
        (path, _) = export_annotations(desk, tmp_path / "uit")
        document = desk.document(1)
        phone = document.suggestions[document.texts.index("06-12345678")]
        without_annotation(path, phone.id)
        decide(desk, "06-12345678", Verdict.REDACT)
        (imported,) = import_annotations(desk, [path], SECOND)
        (conflict,) = in_words(desk, imported.conflicts)
        assert (conflict.number, conflict.page, conflict.what) == (1, 1, "voorstel (telefoonnummer)")
        assert dict(conflict.said) == {
            "H. Handler": "lakken; op grond van 10.2.e",
            "R. Reviewer": "laten staan",
        }
        assert desk.log.holding(f"suggestion/{phone.id}").reviewer == HANDLER


def test_a_file_of_another_dossier_is_refused(searched, order, tmp_path):
    other = copied(searched, tmp_path / "twee")
    write_pdf(other.folder / "3_ander.pdf", MAIL.replace("Leeuwerik", "Roelofsen"))
    with opened_desk(other, Unseen()) as desk:
        path = export_annotations(desk, tmp_path / "uit")[2]
    with opened_desk(order, Unseen()) as desk:
        with pytest.raises(UsageError) as caught:
            import_annotations(desk, [path], SECOND)
        assert caught.value.code == "annotations-of-no-document"
        with pytest.raises(UsageError):
            import_annotations(desk, [tmp_path / "nergens.pdf"], SECOND)
        (tmp_path / "stuk.xfdf").write_bytes(b"niets")
        with pytest.raises(IntakeError):
            import_annotations(desk, [tmp_path / "stuk.xfdf"], SECOND)


def test_two_reviewers_who_worked_apart_are_brought_together(searched, order, tmp_path):
    other = copied(searched, tmp_path / "twee")
    with opened_desk(other, Unseen()) as desk:
        decide(desk, "06-12345678", Verdict.KEEP, SECOND)
        decide(desk, "Mohamed", Verdict.REDACT, SECOND)
        export_decisions(desk, tmp_path / "ander.jsonl")
    with opened_desk(order, Unseen()) as desk:
        decide(desk, "06-12345678", Verdict.REDACT)
        merged = import_decisions(desk, [tmp_path / "ander.jsonl"])
        assert len(merged.conflicts) == 1
        assert {entry.reviewer for entry in merged.conflicts[0].entries} == {HANDLER, SECOND}
        assert {entry.reviewer for entry in desk.log.all_holding(Decision)} == {HANDLER, SECOND}
        assert import_decisions(desk, [tmp_path / "ander.jsonl"]).added == ()


def test_the_same_originals_and_decisions_give_the_same_bytes(searched, order, tmp_path):
    with opened_desk(order, Unseen()) as desk:
        decide(desk, "06-12345678", Verdict.KEEP)
        person = next(one for one in desk.persons if "Mohamed" in one.name)
        desk.act(
            HANDLER,
            [PersonDecision(person_id=person.id, verdict=Verdict.KEEP, reason="Treedt naar buiten op.")],
            {},
        )
        for suggestion in desk.state(1).open:
            if suggestion.treatment is not Treatment.KEEP:
                desk.act(SECOND, [desk.decision_on(1, suggestion.id, Verdict.REDACT, ("10.2.e",))], {})
        export_decisions(desk, tmp_path / "besluiten.jsonl")
    other = copied(searched, tmp_path / "twee")
    with opened_desk(other, Unseen()) as desk:
        import_decisions(desk, [tmp_path / "besluiten.jsonl"])
    for one in (order, other):
        run(one, Unseen())
    assert digests(order.out) == digests(other.out)


def digests(folder):
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".sqlite"]
    assert any(path.parent.name == "gelakt" for path in files)
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
