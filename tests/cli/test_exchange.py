"""Decisions out of a dossier and into it, as a user types it."""

import json

import pikepdf
import pytest


@pytest.fixture(scope="module")
def searched(made, tmp_path_factory):
    return made, tmp_path_factory.mktemp("uitwisseling")


def test_annotations_go_out_and_come_back(lakmoes, searched):
    folder, place = searched
    code, out, _ = lakmoes("export", folder, "--out", place / "uit", "--annotations", "--to", place / "pdf")
    assert code == 0
    assert "In deze bestanden is niets gelakt. Publiceer ze niet." in out
    path = place / "pdf" / "1.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        del file.pages[0].Annots[0]
        file.save(path)
    code, out, _ = lakmoes("import", folder, path, "--out", place / "uit", "--name", "R. Reviewer")
    assert code == 0
    assert "1.pdf (document 1): " in out
    assert "1 toch niet lakken" in out


def test_the_law_of_the_command_counts(lakmoes, searched):
    folder, place = searched
    options = ["--law", "woo", "--xfdf", "--to", place / "xfdf"]
    assert lakmoes("export", folder, "--out", place / "uit", *options)[0] == 0
    shown = (place / "xfdf" / "1.xfdf").read_text(encoding="utf-8")
    assert "5.1.2.e" in shown
    assert "10.2.e" not in shown


def test_decisions_go_out_as_lines_and_come_back_known(lakmoes, searched):
    folder, place = searched
    target = place / "besluiten.jsonl"
    code, _, _ = lakmoes("export", folder, "--out", place / "uit", "--decisions", "--to", target)
    assert code == 0
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert lines[0]["format"] == "lakmoes-decisions"
    assert {line["reviewer"] for line in lines[1:]} == {"R. Reviewer"}
    assert "Leeuwerik" not in target.read_text(encoding="utf-8")
    code, out, _ = lakmoes("import", folder, target, "--out", place / "uit")
    assert (code, out.splitlines()[-1]) == (0, "0 besluiten overgenomen, 1 had dit dossier al.")


def test_what_contradicts_is_listed_and_ends_with_its_own_code(lakmoes, searched):
    folder, place = searched
    target = place / "ander.jsonl"
    lines = (place / "besluiten.jsonl").read_text(encoding="utf-8").splitlines()
    other = json.loads(lines[1]) | {"reviewer": "A. Ander", "time": "2021-03-01T12:00:00+00:00"}
    other["body"] |= {"verdict": "redact"}
    target.write_text("\n".join((lines[0], json.dumps(other))), encoding="utf-8")
    code, out, _ = lakmoes("import", folder, target, "--out", place / "uit")
    assert code == 7
    assert "Niet overgenomen. voorstel" in out
    assert "document 1, bladzijde 1" in out
    assert "R. Reviewer: laten staan" in out
    assert "A. Ander: lakken" in out


@pytest.mark.parametrize("options", [[], ["--decisions", "--xfdf"]])
def test_one_thing_goes_out_at_a_time(lakmoes, searched, options):
    folder, place = searched
    code, _, err = lakmoes("export", folder, "--out", place / "uit", *options, "--to", place / "x")
    assert code == 2
    assert "Geef een van --decisions, --annotations en --xfdf op." in err


@pytest.mark.parametrize(("name", "code"), [("nergens.pdf", 2), ("nergens.jsonl", 2), ("stuk.xfdf", 3)])
def test_files_that_are_not_right_are_refused(lakmoes, searched, name, code):
    folder, place = searched
    (place / "stuk.xfdf").write_bytes(b"niets")
    assert lakmoes("import", folder, place / name, "--out", place / "uit")[0] == code
