"""The whole job on real files: every file its row, nothing redacted to be found again."""

import csv
import json
import shutil

import openpyxl
import pypdfium2
import pytest
import spacy

from lakmoes.errors import DossierError, ResourceError, UsageError
from lakmoes.model import Judgement, Law
from lakmoes.workflow import Order, Step, run
from tests.dossiers import LETTER, MAIL, write_awkward_folder, write_pdf


class Seen:
    """Remembers the progress that it was shown."""

    def __init__(self):
        self.stages, self.documents = [], 0

    def begin(self, stage, documents, pages):
        self.stages.append((stage, documents, pages))

    def advance(self, pages):
        self.documents += 1


def run_on(folder, out, last=Step.INVENTORY, workers=1, **options):
    seen = Seen()
    return run(Order(folder=folder, out=out, workers=workers, **options), seen, last), seen


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    folder = write_awkward_folder(tmp_path_factory.mktemp("stukken") / "dossier")
    out = folder.parent / "uit"
    outcome, seen = run_on(folder, out, workers=2)
    return outcome, out, seen


def test_every_file_has_its_row(awkward):
    outcome, _, _ = awkward
    judgements = {row.number: row.judgement for row in outcome.rows}
    assert judgements == {
        1: Judgement.PARTLY_PUBLIC,
        2: Judgement.UNDETERMINED,
        3: Judgement.UNDETERMINED,
        4: Judgement.UNDETERMINED,
        5: Judgement.UNDETERMINED,
        6: Judgement.UNDETERMINED,
        7: Judgement.DUPLICATE,
        8: Judgement.PUBLIC,
    }


def test_each_failure_has_its_own_reason(awkward):
    outcome, _, _ = awkward
    assert {number: error.code for number, error in outcome.failures.items()} == {
        2: "encrypted",
        3: "damaged",
        4: "empty-file",
        5: "page-unread",
        6: "not-a-pdf",
    }
    assert outcome.exit_code == 3


def test_only_what_passed_is_published(awkward):
    _, out, _ = awkward
    names = sorted(path.name for path in (out / "gelakt").iterdir())
    assert len(names) == 2
    assert names[0].startswith("01_")
    assert names[1].startswith("08_")


def test_nothing_redacted_can_be_found_again(awkward):
    _, out, _ = awkward
    published = next((out / "gelakt").glob("01_*"))
    text = text_of(published)
    for secret in (
        "Leeuwerik",
        "Mohamed",
        "Ouazzani",
        "12345678",
        "j.leeuwerik",
        "Dijkstra",
        "Poelsma",
        "Joost",
    ):
        assert secret not in text
        assert secret.encode() not in published.read_bytes()
    for kept in ("planning overleg", "@politie.nl", "sluit ook aan", "beleidsmedewerker", "10.2.e"):
        assert kept in text


def test_a_letter_without_persons_stays_whole(awkward):
    _, out, _ = awkward
    text = " ".join(text_of(next((out / "gelakt").glob("08_*"))).split())
    for line in filter(None, LETTER.split("\n")):
        assert line in text


def test_the_inventory_is_the_same_in_every_format(awkward):
    outcome, out, _ = awkward
    with (out / "inventarislijst.csv").open(encoding="utf-8-sig", newline="") as file:
        numbers = [line[0] for line in csv.reader(file, delimiter=";")][1:]
    assert numbers == [str(row.number) for row in outcome.rows]
    sheet = openpyxl.load_workbook(out / "inventarislijst.xlsx").worksheets[0]
    assert {str(n) for n in range(1, 9)} <= {str(cell.value) for cell in sheet["A"]}
    assert (out / "inventarislijst.docx").stat().st_size > 0


def test_suggestions_and_verification_are_written(awkward):
    _, out, _ = awkward
    suggestions = json.loads((out / "suggestions.json").read_text(encoding="utf-8"))
    assert suggestions["law"] == "wob"
    first = suggestions["documents"][0]
    assert {"number", "file", "title", "date", "kind", "pages", "decision", "relation"} <= set(first)
    assert first["date"] == "2020-09-03"
    assert first["kind"] == "e-mail"
    assert {
        "id",
        "page",
        "rects",
        "text",
        "kind",
        "ground",
        "treatment",
        "score",
        "evidence",
        "reason",
    } <= set(first["suggestions"][0])
    files = json.loads((out / "verificatie.json").read_text(encoding="utf-8"))["files"]
    assert [file["passed"] for file in files] == [True, True]


def test_progress_counts_documents_and_pages(awkward):
    _, _, seen = awkward
    assert seen.stages == [("analyse", 3, 3), ("redact", 2, 2)]
    assert seen.documents == 5


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    write_pdf(folder / "1.pdf", MAIL)
    write_pdf(folder / "2.pdf", LETTER)
    return folder


def files_of(out):
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite"
    }


def test_the_same_input_gives_the_same_bytes(dossier, tmp_path):
    run_on(dossier, tmp_path / "a")
    run_on(dossier, tmp_path / "b", workers=2)
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_a_second_run_redoes_nothing(dossier, tmp_path, monkeypatch):
    run_on(dossier, tmp_path / "uit")
    before = files_of(tmp_path / "uit")

    def refuse(function, jobs, workers):
        assert not list(jobs)
        return iter(())

    monkeypatch.setattr("lakmoes.workflow.analysing.spread", refuse)
    monkeypatch.setattr("lakmoes.workflow.redacting.spread", refuse)
    outcome, seen = run_on(dossier, tmp_path / "uit")
    assert files_of(tmp_path / "uit") == before
    assert outcome.exit_code == 0
    assert seen.documents == 4


def test_a_new_document_leaves_the_others_as_they_were(dossier, tmp_path):
    run_on(dossier, tmp_path / "uit")
    write_pdf(dossier / "3.pdf", LETTER + "\nbijlage")
    outcome, _ = run_on(dossier, tmp_path / "uit")
    assert len(outcome.rows) == 3
    assert len(list((tmp_path / "uit" / "gelakt").iterdir())) == 3


def test_a_file_that_is_no_longer_published_goes(dossier, tmp_path):
    run_on(dossier, tmp_path / "uit")
    (dossier / "2.pdf").write_bytes(b"")
    stranger = tmp_path / "uit" / "gelakt" / "van mij.txt"
    stranger.write_text("blijft", encoding="utf-8")
    run_on(dossier, tmp_path / "uit")
    names = {path.name for path in (tmp_path / "uit" / "gelakt").iterdir()}
    assert len(names) == 2
    assert "van mij.txt" in names


def test_a_published_file_that_was_changed_is_written_again(dossier, tmp_path):
    run_on(dossier, tmp_path / "uit")
    before = files_of(tmp_path / "uit")
    published = next((tmp_path / "uit" / "gelakt").glob("01*"))
    write_pdf(published, MAIL)
    run_on(dossier, tmp_path / "uit")
    assert files_of(tmp_path / "uit") == before


def test_what_a_killed_run_left_half_done_goes(dossier, tmp_path):
    out = tmp_path / "uit"
    (out / "gelakt").mkdir(parents=True)
    (out / "gelakt" / ".lakmoes-1a2b.pdf").write_bytes(b"half")
    (out / ".lakmoes-zip").mkdir()
    (out / ".lakmoes-zip" / "1.pdf").write_bytes(b"origineel")
    run_on(dossier, out, Step.SUGGEST)
    assert sorted(path.name for path in out.rglob("*")) == ["dossier.sqlite", "gelakt", "suggestions.json"]


def test_suggest_writes_suggestions_and_no_more(dossier, tmp_path):
    run_on(dossier, tmp_path / "uit", Step.SUGGEST)
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {"suggestions.json", "dossier.sqlite"}


def test_settings_of_the_dossier_count(dossier, tmp_path):
    (dossier / "dossier.toml").write_text(
        'law = "woo"\n[[exempt]]\nname = "Joost Leeuwerik"\nrole = "woordvoerder"\n'
        '[[term]]\ntext = "beleidsmedewerker"\nground = "5.1.2.i"\n[labels]\nscheme = "article-law"\n',
        encoding="utf-8",
    )
    outcome, _ = run_on(dossier, tmp_path / "uit")
    assert outcome.law is Law.WOO
    text = text_of(next((tmp_path / "uit" / "gelakt").glob("01*")))
    assert "Leeuwerik" in text
    assert "Ouazzani" not in text
    assert "beleidsmedewerker" not in text
    assert "5.1.2.e Woo" in text
    assert "5.1.2.i" in outcome.rows[0].grounds


@pytest.mark.parametrize("key", ["pipeline", "weights"])
def test_a_model_that_is_not_there_keeps_every_document_from_being_published(dossier, tmp_path, key):
    (dossier / "dossier.toml").write_text(f'[detection]\n{key} = "nergens"\n', encoding="utf-8")
    outcome, _ = run_on(dossier, tmp_path / "uit")
    assert outcome.exit_code == ResourceError.exit_code
    assert {row.judgement for row in outcome.rows} == {Judgement.UNDETERMINED}


def test_the_order_goes_before_the_model_of_the_settings(dossier, tmp_path):
    (dossier / "dossier.toml").write_text('[detection]\npipeline = "nergens"\n', encoding="utf-8")
    spacy.blank("nl").to_disk(tmp_path / "leeg_model")
    outcome, _ = run_on(dossier, tmp_path / "uit", Step.SUGGEST, pipeline=str(tmp_path / "leeg_model"))
    assert outcome.exit_code == 0


def test_a_zip_is_taken_like_a_folder(dossier, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "stukken"), "zip", dossier)
    outcome, _ = run_on(tmp_path / "stukken.zip", tmp_path / "uit")
    assert archive.endswith("stukken.zip")
    assert len(outcome.rows) == 2
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        "dossier.sqlite",
        "gelakt",
        "inventarislijst.csv",
        "inventarislijst.docx",
        "inventarislijst.json",
        "inventarislijst.pdf",
        "inventarislijst.xlsx",
        "suggestions.json",
        "verificatie",
        "verificatie.json",
    }


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "nergens", "folder-missing"),
        (lambda folder: folder / "leeg", "folder-empty"),
        (lambda folder: folder, "out-in-folder"),
    ],
)
def test_a_wrong_folder_is_named(tmp_path, make, code):
    (tmp_path / "leeg").mkdir()
    folder = make(tmp_path)
    out = tmp_path if code == "out-in-folder" else tmp_path / "uit"
    with pytest.raises(UsageError) as caught:
        run_on(folder, out)
    assert caught.value.code == code


def test_an_output_folder_that_cannot_be_written_is_reported(dossier, tmp_path):
    (tmp_path / "uit").write_text("een bestand", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        run_on(dossier, tmp_path / "uit")
    assert caught.value.code == "dossier-not-writable"
