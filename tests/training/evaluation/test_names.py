import pytest

from lakmoes.training.evaluation.names import (
    Figures,
    figures,
    found_alone,
    found_whole,
    held_out,
    is_held_out,
    trained_on,
    without_title,
)
from lakmoes.training.evaluation.news import articles, conll_persons
from lakmoes.training.names.samples import Sample

NEWS = """-DOCSTART- -DOCSTART- O
Premier N O
Mia N B-PER
Torp N I-PER
zwijgt V O
. Punc O

Sjoerd N B-PER
Bakker N B-PER
in Prep O
Delft N B-LOC

-DOCSTART- -DOCSTART- O
Niemand Pron O
"""


def sample(text, *names, unknown=()):
    places = tuple((text.index(name), text.index(name) + len(name)) for name in names)
    return Sample(
        text=text, names=places, unknown=tuple((text.index(it), text.index(it) + len(it)) for it in unknown)
    )


def test_exact_ranges_and_words_are_counted():
    text = "Mia Torp en Sjoerd Bakker in Delft"
    found = figures([sample(text, "Mia Torp", "Sjoerd Bakker")], [((0, 8), (12, 18), (29, 34))])
    assert found.exact == Figures(marked=2, found=3, right=1)
    assert found.words == Figures(marked=4, found=4, right=3)
    assert found.words.precision == found.words.recall == found.words.f1 == 0.75


def test_titles_count_neither_way_and_what_nobody_knows_not_at_all():
    text = "prof. dr. Mia Torp uit Delft"
    marked = sample(text, "Mia Torp", unknown=("Delft",))
    found = figures([marked], [((0, 18), (23, 28))])
    assert found.exact == Figures(marked=1, found=1, right=1)


@pytest.mark.parametrize(
    ("text", "rest"), [("mr. Torp", "Torp"), ("Torp", "Torp"), ("Jan mr. Torp", "Jan mr. Torp")]
)
def test_titles_before_a_name(text, rest):
    start, end = without_title(text, (0, len(text)))
    assert text[start:end] == rest


def test_nothing_is_no_error():
    nothing = figures([], [])
    assert nothing.exact.f1 == nothing.exact.precision == nothing.exact.recall == 0.0


def test_articles_of_the_news_file(tmp_path):
    path = tmp_path / "news"
    path.write_text(NEWS, encoding="utf-8")
    first, second = articles(path)
    assert first.text == "Premier Mia Torp zwijgt.\n\nSjoerd Bakker in Delft"
    assert [first.text[start:end] for start, end in first.names] == ["Mia Torp", "Sjoerd", "Bakker"]
    assert second.text == "Niemand"


def test_the_shipped_pipeline_is_measured_alone_and_within_the_whole(tmp_path):
    path = tmp_path / "news"
    path.write_text(NEWS, encoding="utf-8")
    found = conll_persons(path)
    assert found.alone.marked == found.whole.marked == 3
    assert found.whole.found > 0


def test_the_whole_finds_at_least_what_lists_and_titles_show():
    known = sample("Gisteren sprak mevrouw Mia Torp met Sjoerd Prins.", "Mia Torp", "Sjoerd Prins")
    assert figures([known], found_whole([known])).words.recall == 1.0
    assert len(list(found_alone([known, known]))) == 2


def test_one_in_five_written_texts_is_held_out_by_its_name(tmp_path):
    names = [f"tekst_{number}" for number in range(40)]
    for name in names:
        (tmp_path / f"{name}.txt").write_text("kind: memo\n\nVan {n|Torp}", encoding="utf-8")
    kept = sum(map(is_held_out, names))
    assert 0 < kept < 20
    assert len(list(held_out(tmp_path))) == kept
    assert len(list(trained_on(tmp_path))) == 40 - kept
