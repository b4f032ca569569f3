"""Numbers of a dossier's documents from one opening to the next."""

from datetime import date

import pymupdf
import pytest

from lakmoes.errors import UsageError
from lakmoes.nl import ERRORS
from lakmoes.workflow import Order, run
from lakmoes.workflow.opening import opened
from tests.dossiers import LETTER, MAIL, Unseen, write_pdf


@pytest.fixture
def dossier(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"

    def write(*names, toml=""):
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with pymupdf.open() as document:
                document.new_page().insert_text((72, 72), f"Tekst van {name}")
                document.save(path)
        (folder / "dossier.toml").write_text(toml, encoding="utf-8")
        with opened(Order(folder=folder, out=out)) as found:
            assert {number: found.paths[number].name for number in found.paths} == {
                document.number: document.file_name.rpartition("/")[2] for document in found.documents
            }
            assert found.shown == {document.number: document.shown for document in found.documents}
            return [(document.shown, document.file_name) for document in found.documents], found.documents

    write.folder = folder
    return write


def test_documents_come_in_the_order_of_the_numbers_that_they_were_given(dossier):
    shown, _ = dossier("05_mail.pdf", "05_mail/plan.pdf", "02_brief.pdf", "10_nota.pdf", "memo.pdf")
    assert shown == [
        ("2", "02_brief.pdf"),
        ("5", "05_mail.pdf"),
        ("5.1", "05_mail/plan.pdf"),
        ("10", "10_nota.pdf"),
        ("11", "memo.pdf"),
    ]


def test_what_is_added_or_taken_away_later_renumbers_nothing(dossier):
    dossier("b.pdf", "d.pdf", "d/x.pdf")
    shown, _ = dossier("a.pdf", "c.pdf", "d/w.pdf")
    assert shown == [
        ("1", "b.pdf"),
        ("2", "d.pdf"),
        ("2.1", "d/x.pdf"),
        ("2.2", "d/w.pdf"),
        ("3", "a.pdf"),
        ("4", "c.pdf"),
    ]
    (dossier.folder / "c.pdf").unlink()
    assert dossier()[0] == [pair for pair in shown if pair[1] != "c.pdf"]
    again, _ = dossier("c.pdf")
    assert again == shown


def test_the_settings_give_numbers_titles_and_dates(dossier):
    toml = (
        '[[document]]\nfile = "a.pdf"\nnumber = 7\n'
        '[[document]]\nfile = "b.pdf"\nnumber = "7.1"\ntitle = "Plan"\ndate = 2021-05-04\n'
    )
    shown, (_, second, _) = dossier("a.pdf", "b.pdf", "c.pdf", toml=toml)
    assert shown == [("7", "a.pdf"), ("7.1", "b.pdf"), ("8", "c.pdf")]
    assert (second.title, second.date) == ("Plan", date(2021, 5, 4))


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ('file = "z.pdf"\nnumber = 7', "stated-file-missing"),
        ('file = "a.pdf"\n[[document]]\nfile = "a.pdf"', "stated-file-missing"),
        ('file = "a.pdf"\nnumber = 7\n[[document]]\nfile = "b.pdf"\nnumber = 7', "number-taken"),
        ('file = "a.pdf"\nnumber = "05"', "settings-wrong-value"),
        ('file = "a.pdf"\nnumber = 5.10', "settings-wrong-value"),
        ('file = "a.pdf"\nnumber = "vijf"', "settings-wrong-value"),
        ('file = "a.pdf"\nnumer = 5', "settings-unknown-key"),
    ],
)
def test_what_cannot_be_is_refused_by_name(dossier, entries, code):
    with pytest.raises(UsageError) as raised:
        dossier("a.pdf", "b.pdf", toml=f"[[document]]\n{entries}\n")
    assert raised.value.code == code
    assert code in ERRORS


def test_the_number_that_people_read_stands_on_pages_in_names_and_on_the_list(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    write_pdf(folder / "05_mail.pdf", MAIL)
    write_pdf(folder / "05.1 brief.pdf", LETTER)
    outcome = run(Order(folder=folder, out=out, workers=1), Unseen())
    assert not outcome.failures
    assert [(row.shown, row.file_name) for row in outcome.rows] == [
        ("5", "05_mail.pdf"),
        ("5.1", "05.1_brief.pdf"),
    ]
    with pymupdf.open(out / "gelakt" / "05.1_brief.pdf") as made:
        assert made[0].get_text().split().count("5.1") == 1
    assert "\ufeff" in (listed := (out / "inventarislijst.csv").read_text(encoding="utf-8"))[:1]
    assert [line.split(";")[0].strip('"') for line in listed.splitlines()[1:3]] == ["5", "5.1"]
