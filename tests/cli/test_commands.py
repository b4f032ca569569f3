"""The commands as a user types them: what is shown, and the exit code."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from lakmoes.cli.commands import default_output
from tests.dossiers import LETTER, write_awkward_folder, write_pdf


def test_run_shows_law_rows_and_that_nobody_decided(lakmoes, made):
    code, out, _ = lakmoes("run", made, "--out", made.parent / "uit", "--workers", 1)
    assert code == 0
    assert "Wet: Wob (geen wet of datum opgegeven; de Wob is dan de standaard)." in out
    assert "gedeeltelijk openbaar" in out
    assert "Concept." in out
    assert str(made.parent / "uit") in out.replace("\n", "")
    assert "Leeuwerik" not in out


def test_run_as_json_is_json_and_nothing_else(lakmoes, made):
    code, out, err = lakmoes(
        "run", made, "--out", made.parent / "uit", "--json", "--law", "woo", "--workers", 1
    )
    shown = json.loads(out)
    assert (code, shown["law"], shown["law_source"], err) == (0, "woo", "command", "")
    assert shown["documents"][0]["file"] == "01_1.pdf" or shown["documents"][0]["file"].startswith("01")
    assert shown["open"] > 0


def test_each_stage_can_be_asked_for(lakmoes, made):
    out = made.parent / "stappen"
    assert lakmoes("suggest", made, "--out", out, "--workers", 1)[0] == 0
    assert not (out / "gelakt").exists()
    assert lakmoes("redact", made, "--out", out, "--workers", 1)[0] == 0
    assert (out / "gelakt").exists()
    assert not (out / "inventarislijst.csv").exists()
    assert lakmoes("inventory", made, "--out", out, "--workers", 1)[0] == 0
    assert (out / "inventarislijst.csv").exists()


def test_the_list_has_the_columns_that_were_asked_for(lakmoes, made):
    out = made.parent / "kolommen"
    assert lakmoes("run", made, "--out", out, "--workers", 1, "--columns", "datum, nr")[0] == 0
    assert (out / "inventarislijst.csv").read_text("utf-8-sig").splitlines()[0] == "Datum;Nr;Status"


@pytest.mark.parametrize(
    ("command", "columns", "message"),
    [
        ("run", "nr,datm", "geen kolom datm"),
        ("redact", "nr", "maakt geen inventarislijst"),
        ("suggest", "nr", "maakt geen inventarislijst"),
    ],
)
def test_wrong_columns_are_told_before_any_work(lakmoes, made, command, columns, message):
    out = made.parent / f"niets-{command}"
    code, _, err = lakmoes(command, made, "--out", out, "--columns", columns)
    assert code == 2
    assert message in err
    assert not (out / "suggestions.json").exists()


def test_bad_files_give_exit_code_three_and_the_rest_is_there(lakmoes, tmp_path):
    folder = write_awkward_folder(tmp_path / "dossier")
    code, out, err = lakmoes("run", folder, "--out", tmp_path / "uit")
    assert code == 3
    assert "wachtwoord" in out
    assert "5 documenten hebben geen gelakt bestand" in out
    assert "Traceback" not in out + err
    assert len(list((tmp_path / "uit" / "gelakt").iterdir())) == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["run", "nergens"], 2, "bestaat niet"),
        (["run", "nergens", "--law", "avg"], 2, "avg"),
        (["verify", "nergens.pdf"], 2, "bestaat niet"),
        (["lakken"], 2, "lakken"),
    ],
)
def test_wrong_use_is_explained(lakmoes, words, code, said):
    stopped, out, err = lakmoes(*words)
    assert stopped == code
    assert said in out + err
    assert "Traceback" not in err


def test_a_wrong_key_in_the_settings_is_named(lakmoes, tmp_path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    write_pdf(folder / "1.pdf", LETTER)
    (folder / "dossier.toml").write_text('wet = "wob"', encoding="utf-8")
    code, _, err = lakmoes("run", folder, "--out", tmp_path / "uit")
    assert code == 2
    assert "wet" in err


def test_a_fault_of_ours_shows_where_and_no_text(lakmoes, tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("Joost Leeuwerik")

    monkeypatch.setattr("lakmoes.workflow.run", fail)
    code, out, err = lakmoes("run", tmp_path)
    assert code == 1
    assert "RuntimeError" in err
    assert "Leeuwerik" not in out + err


@pytest.mark.parametrize("moment", [0.5, 2.5])
def test_after_control_c_the_work_goes_on_where_it_was(lakmoes, made, tmp_path, moment):
    out = tmp_path / "uit"
    command = [sys.executable, "-m", "lakmoes", "run", str(made), "--out", str(out)]
    program = "import signal, runpy, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    program += f"sys.argv = {command[2:]!r}; runpy.run_module('lakmoes', run_name='__main__')"
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + 30
    while not (out / "dossier.sqlite").exists() and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(moment)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    _, shown = process.communicate(timeout=30)
    assert b"Traceback" not in shown
    assert process.returncode in (130, 0)
    assert process.returncode == 0 or b"Gestopt." in shown
    assert lakmoes("run", made, "--out", out, "--workers", 1)[0] == 0


def test_verify_tells_a_redacted_file_from_one_with_a_box_on_top(lakmoes, made, tmp_path):
    out = made.parent / "uit"
    lakmoes("run", made, "--out", out, "--workers", 1)
    (published,) = (out / "gelakt").iterdir()
    assert lakmoes("verify", published)[0] == 0
    code, shown, _ = lakmoes("verify", made / "1.pdf", published)
    assert code == 9
    assert shown.count("fout") == 1
    code, shown, _ = lakmoes("verify", published, "--json")
    assert json.loads(shown)[0]["passed"] is True


def test_verify_sees_that_a_published_file_was_changed(lakmoes, made, tmp_path):
    out = tmp_path / "uit"
    shutil.copytree(made.parent / "uit", out)
    (published,) = (out / "gelakt").iterdir()
    write_pdf(published, LETTER)
    assert lakmoes("verify", published)[0] == 9


def test_anyone_with_the_plan_and_the_source_can_verify_all(lakmoes, made, tmp_path):
    out = made.parent / "uit"
    lakmoes("run", made, "--out", out, "--workers", 1)
    (published,) = (out / "gelakt").iterdir()
    (plan,) = (out / "verificatie").glob("*.plan.json")
    assert "Leeuwerik" not in plan.read_text(encoding="utf-8")
    against = ("--original", made / "1.pdf", "--plan", plan)
    code, shown, _ = lakmoes("verify", published, *against, "--json", "--report", tmp_path / "rapport.pdf")
    (checked,) = json.loads(shown)
    assert (code, checked["passed"]) == (0, True)
    assert {"pixels", "width", "fonts", "navigation"} <= {check["name"] for check in checked["checks"]}
    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF")
    code, shown, _ = lakmoes("verify", made / "1.pdf", *against, "--json")
    (checked,) = json.loads(shown)
    failed = {check["name"]: check["spots"] for check in checked["checks"] if not check["passed"]}
    assert code == 9
    assert {"text-under-marks", "marks-black"} <= failed.keys()
    assert all(spot["page"] == 1 and spot["rect"] for spot in failed["marks-black"])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--plan", "PLAN"), "Geef --original en --plan samen op"),
        (("--original", "BRON", "--plan", "BRON"), "is geen lakplan"),
        (("--original", "PLAN", "--plan", "PLAN"), "ander bronbestand"),
        (("--original", "BRON", "--plan", "nergens.json"), "bestaat niet"),
    ],
)
def test_a_wrong_plan_is_named(lakmoes, made, more, words):
    out = made.parent / "uit"
    lakmoes("run", made, "--out", out, "--workers", 1)
    (published,) = (out / "gelakt").iterdir()
    (plan,) = (out / "verificatie").glob("*.plan.json")
    places = {"PLAN": plan, "BRON": made / "1.pdf"}
    code, _, shown = lakmoes("verify", published, *(places.get(word, word) for word in more))
    assert code == 2
    assert words in shown.replace("\n", " ")


def test_grounds_shows_both_laws(lakmoes):
    _, out, _ = lakmoes("grounds")
    assert "10.2.e" in out
    assert "5.1.1.e" in out
    assert "5.1.1.f" not in out
    _, out, _ = lakmoes("grounds", "--law", "woo")
    assert "11.1" in out
    assert "10.2.c" in out
    assert "Wet openbaarheid van bestuur" not in out


def test_doctor_finds_this_installation_healthy(lakmoes):
    code, out, _ = lakmoes("doctor")
    assert out.count("goed") == 5
    assert code == 0


def test_version(lakmoes):
    assert lakmoes("--version")[1].startswith("lakmoes 0.")


@pytest.mark.parametrize(
    ("name", "output"), [("stukken", "stukken-lakmoes"), ("stukken.zip", "stukken-lakmoes")]
)
def test_the_output_stands_beside_the_dossier(tmp_path, name, output):
    folder = tmp_path / name
    if folder.suffix:
        folder.write_bytes(b"")
    else:
        folder.mkdir()
    assert default_output(folder) == tmp_path / output


@pytest.mark.parametrize("options", [(), ("--from", "dossier", "--data", "corpora")])
def test_train_wants_dossiers_or_corpora(lakmoes, tmp_path, options):
    code, _, err = lakmoes("train", *options, "--out", tmp_path / "modellen")
    assert code == 2
    assert "--from" in err


def test_train_says_when_nothing_is_decided(lakmoes, made, tmp_path):
    code, _, err = lakmoes("train", "--from", made, "--out", tmp_path / "modellen")
    assert code == 2
    assert "geheel beoordeeld" in err
