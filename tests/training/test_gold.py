import json

import pymupdf
import pytest

from lakmoes.model import DocumentKind, FindingKind
from lakmoes.training.annotated import read_text
from lakmoes.training.gold import gold_texts, main, written


def word_at(page, text, found, passages):
    x0, y0, x1, y1 = found
    return {"page": page, "gold_bbox": [x0, y0, x1, y1], "text": text, "spans": passages}


@pytest.fixture
def dossier(tmp_path):
    """A dossier of one memo with an opinion that holds a name, and one refused as a whole."""
    (tmp_path / "pdf").mkdir()
    (tmp_path / "gold").mkdir()
    opened = pymupdf.open()
    page = opened.new_page()
    page.insert_text((72, 100), "De brief is {weg}.")
    page.insert_text((72, 130), "Volgens Jansen is dit onverstandig.")
    opened.save(tmp_path / "pdf" / "01_memo.pdf")
    passages = [
        {"id": 0, "ground": "11.1", "kind": "mening"},
        {"id": 1, "ground": "10.2.e", "kind": "naam"},
        {"id": 2, "ground": "10.2.e", "kind": "iban"},
    ]
    words = [
        word_at(1, text, (x0, y0, x1, y1), [] if y0 < 115 else [0, 1] if text == "Jansen" else [0, 2])
        for x0, y0, x1, y1, text, *_ in page.get_text("words")
    ]
    for name, decision in (("01_memo", "gedeeltelijk openbaar"), ("02_memo", "niet openbaar")):
        gold = {
            "file": f"{name}.pdf",
            "meta": {"type": "memo", "decision": decision},
            "words": words,
            "spans": passages,
        }
        (tmp_path / "gold" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def quoted(text):
    return [
        (page.text[start:end], kind)
        for page, ranges in zip(text.pages, text.marked, strict=True)
        for start, end, kind in ranges
    ]


def test_decided_passages_become_marks_and_refused_documents_are_left_out(dossier):
    (text,) = gold_texts(dossier)
    assert text.kind is DocumentKind.MEMO
    assert quoted(text) == [
        ("Volgens Jansen is dit onverstandig.", FindingKind.OPINION),
        ("Jansen", FindingKind.NAME),
    ]


def test_what_is_written_reads_back_with_the_same_marks(dossier, tmp_path):
    (text,) = gold_texts(dossier)
    main([str(dossier), str(tmp_path / "out")])
    read = read_text(tmp_path / "out" / "01_memo.txt")
    assert quoted(read) == quoted(text)
    assert "De brief is (weg)." in read.pages[0].text
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["01_memo.txt"]
    assert written(text).startswith("kind: memo\n\n")


def test_the_command_asks_for_a_dossier_and_a_folder():
    with pytest.raises(SystemExit):
        main([])
