"""From the settings to the pages: statements, running numbers, notices; a preview is what is published."""

import json
import re
from dataclasses import replace

import pymupdf
import pypdfium2
import pytest

from lakmoes.errors import UsageError
from lakmoes.model import Box, Decision, Judgement, Region, Verdict, Withdrawal
from lakmoes.workflow import run
from lakmoes.workflow.checking import check_against, check_files
from lakmoes.workflow.reviewing import opened_desk
from tests.desks import Unseen, judge, say


def with_settings(order, text):
    (order.folder / "dossier.toml").write_text(text, encoding="utf-8")
    return order


def texts_of(order, number):
    """The text of each page of a published file."""
    (path,) = (order.out / "gelakt").glob(f"{number:02}_*.pdf")
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def published(order):
    return sorted(path.name[:2] for path in (order.out / "gelakt").glob("*.pdf"))


def test_page_and_document_name_their_grounds_once_in_the_words_of_the_scheme(order):
    with_settings(
        order,
        '[labels]\nscheme = "numeric"\ncodes = { "10.2.e" = "7" }\nplace = "page"\n'
        '[labels.documents]\n"2 antwoord.pdf" = "document"\n',
    )
    outcome = run(order, Unseen())
    assert not {1, 2} & outcome.failures.keys()
    said = "gelakt o.g.v. 7 (zie de legenda)"
    (mail,) = texts_of(order, 1)
    assert mail.count(f"Alle op deze pagina gelakte tekst is {said}") == 1
    answer = texts_of(order, 2)
    assert [page.count(f"Alle in dit document gelakte tekst is {said}") for page in answer] == [1, 0]
    assert not any("10.2.e" in page for page in (mail, *answer))
    legend = json.loads((order.out / "inventarislijst.json").read_text(encoding="utf-8"))["legend"]
    assert any("7" in entry.values() and "10.2.e" in entry.values() for entry in legend)


@pytest.mark.parametrize(
    ("scheme", "said"), [("article", "o.g.v. 10.2.e Wob"), ("article-law", "o.g.v. 10.2.e Wob")]
)
def test_a_statement_names_the_law(order, scheme, said):
    run(with_settings(order, f'[labels]\nscheme = "{scheme}"\nplace = "page"\n'), Unseen())
    assert said in texts_of(order, 1)[0]


def test_a_document_that_is_not_there_is_an_error(order):
    with_settings(order, '[labels.documents]\n"9 weg.pdf" = "page"\n')
    with pytest.raises(UsageError) as found:
        run(order, Unseen())
    assert found.value.locators["key"] == "labels.documents.9 weg.pdf"


def test_the_running_number_counts_the_pages_of_all_documents(order):
    with_settings(order, '[pages]\nrunning_number = true\nstart = 100\nprefix = "WOB-"\ndigits = 5\n')
    with opened_desk(order, Unseen()) as desk:
        judge(desk, 1, Judgement.NOT_PUBLIC, grounds=("11.1",))
        desk.publish(Unseen())
    assert [re.findall(r"WOB-\d+", page) for page in texts_of(order, 2)] == [["WOB-00101"], ["WOB-00102"]]
    assert re.findall(r"WOB-\d+", texts_of(order, 3)[0]) == ["WOB-00103"]


def whole(desk, number, index, codes=("11.1",)):
    """A decision that redacts a whole page."""
    document, page = desk.document(number).document, desk.page(number, index)
    sheet = Box(x0=0, y0=0, x1=page.width, y1=page.height)
    region = Region(document_id=document.id, page_index=index, box=sheet)
    return Decision(verdict=Verdict.REDACT, grounds=codes, region=region)


def test_a_page_that_is_redacted_whole_gives_way_to_a_notice(order):
    with_settings(order, '[refusal]\npages = "notice"\n')
    with opened_desk(order, Unseen()) as desk:
        say(desk, whole(desk, 2, 0))
        shown = pymupdf.Pixmap(desk.preview(2, 0, 60))
        report = desk.preview_report(2)
        outcome = desk.publish(Unseen())
    assert report.passed
    assert 2 not in outcome.failures
    first, _ = texts_of(order, 2)
    assert "Bladzijde 1 van dit document is in haar geheel geweigerd o.g.v. 11.1 Wob." in first
    dark = sum(pixel < 128 for pixel in pymupdf.Pixmap(pymupdf.csGRAY, shown).samples)
    assert dark < shown.width * shown.height / 20


def test_pages_in_a_row_become_one_page_also_in_the_preview_and_for_others(order, tmp_path):
    with_settings(order, '[refusal]\npages = "notice"\n[pages]\nrunning_number = true\n')
    with opened_desk(order, Unseen()) as desk:
        say(desk, whole(desk, 2, 0), whole(desk, 2, 1))
        assert desk.preview(2, 0, 60) == desk.preview(2, 1, 60)
        desk.publish(Unseen())
    (page,) = texts_of(order, 2)
    assert "De bladzijden 1 tot en met 2 van dit document zijn in hun geheel geweigerd" in page
    assert "2 - 3" in page
    (path,) = (order.out / "gelakt").glob("02_*.pdf")
    proof = order.out / "verificatie" / f"{path.stem}.plan.json"
    assert check_against(path, order.folder / "2 antwoord.pdf", proof).passed
    assert not check_against(path, order.folder / "2 antwoord.pdf", without_notices(proof, tmp_path)).passed


def without_notices(proof, folder):
    content = json.loads(proof.read_text(encoding="utf-8")) | {"notices": []}
    path = folder / "other.plan.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_by_default_whole_pages_are_black_and_refused_documents_have_no_file(order):
    with opened_desk(order, Unseen()) as desk:
        say(desk, whole(desk, 2, 0))
        judge(desk, 1, Judgement.NOT_PUBLIC, grounds=("11.1",))
        desk.publish(Unseen())
    assert len(texts_of(order, 2)) == 2
    assert "geweigerd" not in texts_of(order, 2)[0]
    assert "01" not in published(order)


def test_a_refused_document_has_a_page_that_says_so_as_long_as_it_is_refused(order):
    with_settings(order, '[refusal]\nnotice = true\n[labels]\nscheme = "article-law"\n')
    with opened_desk(order, Unseen()) as desk:
        judge(desk, 1, Judgement.NOT_PUBLIC, grounds=("10.2.e", "11.1"))
        outcome = desk.publish(Unseen())
        row = next(row for row in outcome.rows if row.number == 1)
        (text,) = texts_of(order, 1)
        assert "Dit document is in zijn geheel geweigerd o.g.v. 10.2.e en 11.1 Wob." in text
        assert row.title in text
        assert "06-12345678" not in text
        path = order.out / "gelakt" / row.file_name
        (checks,) = check_files([path])
        assert (checks.passed, row.sha256) == (True, checks_of(order, row.file_name))
        say(desk, Withdrawal(about=f"judgement/{desk.document(1).document.id}"))
        desk.publish(Unseen())
        assert "geweigerd" not in texts_of(order, 1)[0]
        judge(desk, 1, Judgement.NOT_PUBLIC, grounds=("11.1",))
        desk.publish(Unseen())
        assert "geweigerd o.g.v. 11.1 Wob" in texts_of(order, 1)[0]
    with_settings(order, "")
    run(order, Unseen())
    assert "01" not in published(order)


def checks_of(order, name):
    """The sha256 of a file that passed, as the reports have it."""
    files = json.loads((order.out / "verificatie.json").read_text(encoding="utf-8"))["files"]
    return next(file["sha256"] for file in files if file["file"] == name)


def test_an_unreadable_document_can_have_a_notice_too(order):
    with_settings(order, "[refusal]\nnotice = true\n")
    with opened_desk(order, Unseen()) as desk:
        judge(desk, 5, Judgement.NOT_PUBLIC, grounds=("11.1",))
        desk.publish(Unseen())
    (text,) = texts_of(order, 5)
    assert "Deze bladzijde komt in de plaats van het document." in text


def test_other_settings_make_other_files(order):
    run(order, Unseen())
    before = texts_of(order, 1)
    run(with_settings(replace(order), '[labels]\nplace = "page"\n'), Unseen())
    assert texts_of(order, 1) != before
