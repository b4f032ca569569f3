import pytest

from lakmoes.training.names.corpora import legislation, missives, novels, treebanks
from tests.training.names import corpora_files as files


def texts(sample, ranges):
    return [sample.text[start:end] for start, end in ranges]


@pytest.fixture
def marks(tmp_path, monkeypatch):
    path = tmp_path / "marks.tsv"
    path.write_text(files.MARKS, encoding="utf-8")
    monkeypatch.setattr(treebanks, "PERSONS", path)


def test_treebanks_become_documents_with_the_persons_that_were_marked(tmp_path, marks):
    files.write_treebanks(tmp_path)
    first, second = treebanks.read(tmp_path)
    assert first.text == "In Delft.\n\nDaar sprak Mia Torp."
    assert texts(first, first.names) == ["Mia Torp"]
    assert texts(first, first.others) == ["Delft"]
    assert second.text == "Torp, Delft"
    assert texts(second, second.unknown) == ["Torp"]
    assert second.names == ()


def test_a_sentence_of_two_releases_counts_once(tmp_path, marks):
    files.write_treebanks(tmp_path)
    assert sum(sample.text.count("Mia") for sample in treebanks.read(tmp_path)) == 1


def test_the_marks_of_the_package_are_well_formed():
    marked = treebanks.marked_persons()
    assert len(marked) >= 5
    ranges = [mark for persons in marked.values() for places in persons.values() for mark in places]
    assert len(ranges) > 4000
    assert all(0 <= first < last for first, last, _ in ranges)


def test_the_marks_of_the_package_hold_no_text():
    letters = {
        letter
        for line in treebanks.PERSONS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for letter in line.partition("\t")[2]
    }
    assert letters <= set("0123456789- ?")


def test_novels_leave_open_what_a_parser_is_bad_at(tmp_path):
    files.write_novels(tmp_path)
    (sample,) = novels.read(tmp_path)
    assert sample.text == "Mia Torp liep naar Delft. I."
    assert texts(sample, sample.names) == ["Mia Torp"]
    assert texts(sample, sample.unknown) == ["Delft", "I."]


def test_notes_keep_names_beside_each_other_apart(tmp_path):
    files.write_notes(tmp_path)
    (sample,) = missives.read(tmp_path)
    assert texts(sample, sample.names) == ["Torp de Wit", "Mia", "Jo"]
    assert texts(sample, sample.others) == ["Delft"]


def test_legislation_has_no_lines_with_names(tmp_path):
    files.write_law(tmp_path)
    (sample,) = legislation.read(tmp_path)
    assert sample.text == "Artikel 1 geldt voor het gehele land."
    assert sample.names == ()


@pytest.mark.parametrize("reader", [treebanks, legislation])
def test_a_missing_corpus_is_an_error(tmp_path, reader):
    with pytest.raises(OSError, match=r"conllu|law"):
        list(reader.read(tmp_path))
