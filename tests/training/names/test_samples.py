import pytest

from lakmoes.training.annotated import read_text
from lakmoes.training.names.samples import Sample, Writer, samples_of


def write(path, body):
    path.write_text(f"kind: memo\n\n{body}", encoding="utf-8")
    return read_text(path)


def test_a_page_with_marked_names_is_a_sample(tmp_path):
    text = write(tmp_path / "a.txt", "Van {n|Torp}\n---\n{o|Niet doen, zegt {n|Jo}.}\n---\nEinde")
    first, second, third = samples_of([text], "written")
    assert [first.text[start:end] for start, end in first.names] == ["Torp"]
    assert [second.text[start:end] for start, end in second.names] == ["Jo"]
    assert third.names == ()
    assert first.source == "written"


def test_a_text_without_marked_names_teaches_nothing(tmp_path):
    assert list(samples_of([write(tmp_path / "a.txt", "Geen {o|mening}.")], "x")) == []


def test_of_names_within_names_the_outer_counts(tmp_path):
    (sample,) = samples_of([write(tmp_path / "a.txt", "Van {n|Torp ({n|Jo})}.")], "x")
    assert [sample.text[start:end] for start, end in sample.names] == ["Torp (Jo)"]


@pytest.mark.parametrize("names", [((3, 2),), ((0, 3), (2, 4)), ((0, 99),)])
def test_nonsense_is_refused(names):
    with pytest.raises(ValueError, match="ranges"):
        Sample(text="abcdef", names=names)


def test_tokens_are_written_as_dutch_is():
    writer = Writer()
    writer.words(["Hij", "(", "Torp", ")", "zei", ":", "ja", "."])
    writer.end("\n\n")
    place = writer.words(["'", "t"], glue=True)
    writer.words(["Veld"])
    sample = writer.sample("x")
    assert sample.text == "Hij (Torp) zei: ja.\n\n' tVeld"
    assert sample.text[slice(*place)] == "' t"
