"""The figures of detection, on a data folder with one small dossier."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from lakmoes.pdf.read import read_pages
from lakmoes.training.evaluation.tables import WAYS
from lakmoes.workflow import evaluating
from lakmoes.workflow.evaluating import evaluate
from tests.dossiers import write_pdf

TEXT = """Beste Mohamed,

Bel mij morgen op 06-12345678.
De firma Zwaluwtech levert de planken.

Met vriendelijke groet,

Joost Leeuwerik
"""
MARKED = {
    "Mohamed,": ("10.2.e", "naam"),
    "06-12345678.": ("10.2.e", "telefoon"),
    "Zwaluwtech": ("10.2.g", "benadeling"),
    "Joost": ("10.2.e", "naam"),
    "Leeuwerik": ("10.2.e", "naam"),
}
NEWS = "-DOCSTART- -DOCSTART- O\nJan N B-PER\nJansen N I-PER\nfietst V O\n. Punc O\n"
SHIPPED = Path(str(files("lakmoes.detection.passages"))) / "weights.json"


def write_gold(folder):
    """A dossier of one document with its gold: a word is marked or is not."""
    (folder / "gold").mkdir(parents=True)
    (folder / "pdf").mkdir()
    pdf = write_pdf(folder / "pdf" / "01_mail.pdf", TEXT)
    (page,) = read_pages(pdf, "een")
    words, spans = [], []
    for word in page.words:
        ground, kind = MARKED.get(word.text, ("", ""))
        box = [word.box.x0, word.box.y0, word.box.x1, word.box.y1]
        marks = {"grounds": [ground], "spans": [len(spans)]} if ground else {"grounds": [], "spans": []}
        words.append({"page": 1, "text": word.text, "gold_bbox": box, "keep": not ground} | marks)
        if ground:
            spans.append({"id": len(spans), "ground": ground, "kind": kind, "text": word.text, "page": 1})
    meta = {"decision": "gedeeltelijk openbaar", "date": ""}
    gold = {"file": "01_mail.pdf", "meta": meta, "words": words, "spans": spans}
    (folder / "gold" / "01_mail.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.fixture
def data(tmp_path, monkeypatch):
    write_gold(tmp_path / "dossiers" / "planken")
    news = tmp_path / evaluating.NEWS
    news.parent.mkdir(parents=True)
    news.write_text(NEWS, encoding="utf-8")
    monkeypatch.setattr(evaluating, "write_weights_without", lambda name, path: shutil.copy(SHIPPED, path))
    return tmp_path


def test_every_dossier_is_measured_in_every_way_and_names_in_the_news(data):
    said = []
    evaluate(data, said.append)
    targets, grounds, news = said
    assert all(f"planken, {way}" in targets for way in WAYS)
    assert "| namen, heel gedekt | ≥ 0.98 | 1.000 (3/3) | 1.000 (3/3) | 1.000 (3/3) |" in targets
    others = next(line for line in targets.splitlines() if "andere gronden" in line)
    assert others.split(" | ")[-1] == "1.000 (1/1) |"
    assert "| 10.2.e | 4 |" in grounds
    assert "CoNLL-2002" in news
