"""`lakmoes letter` and `lakmoes check` as a user types them."""

import json

import docx
import pytest


@pytest.fixture(scope="module")
def out(made):
    return made.parent / "besluiten"


def test_letter_writes_it_and_says_what_is_left_to_do(lakmoes, made, out):
    code, shown, _ = lakmoes("letter", made, "--out", out)
    assert code == 0
    assert str(out / "besluit.docx") in shown.replace("\n", "")
    assert "plekken moeten nog worden aangevuld" in shown
    assert "Concept." in shown
    assert docx.Document(str(out / "besluit.docx")).paragraphs


def test_check_lists_what_stands_in_the_way_and_ends_with_seven(lakmoes, made, out):
    code, shown, _ = lakmoes("check", made, "--out", out)
    assert code == 7
    assert "fout    Document 1: dit document is nog niet afgerond." in shown
    assert "Leeuwerik" not in shown
    assert shown.rstrip().splitlines()[-1].endswith("waarschuwingen.")


def test_check_compares_a_letter_and_can_answer_in_json(lakmoes, made, out, tmp_path):
    letter = docx.Document()
    letter.add_heading("Artikel 10, tweede lid, aanhef en onder e", level=1)
    letter.add_paragraph("Dit geldt voor document 7.")
    letter.save(str(tmp_path / "besluit.docx"))
    code, shown, err = lakmoes("check", made, "--out", out, "--letter", tmp_path / "besluit.docx", "--json")
    found = {one["code"]: one for one in json.loads(shown)}
    assert (code, err) == (7, "")
    assert (found["letter-lacks"]["document"], found["letter-lacks"]["level"]) == (1, "error")
    assert "document 7" in found["letter-unknown-document"]["text"]


def test_a_letter_that_is_not_there_is_told(lakmoes, made, out):
    code, _, err = lakmoes("check", made, "--out", out, "--letter", "weg.docx")
    assert code == 2
    assert "Het bestand weg.docx bestaat niet." in err
