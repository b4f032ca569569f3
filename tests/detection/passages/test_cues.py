import pytest

from lakmoes.detection.passages.cues import cue_book, read_cues, words_of
from lakmoes.errors import ResourceError

LIST = """# remark
[mening]
ik vind
wat mij betreft
raadt aan

[waarneming]   # another
observ*
*loods
rode vlag*
€
"""


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "cues"
    folder.mkdir()
    (folder / "items.txt").write_text(LIST, encoding="utf-8")
    return read_cues(folder / "items.txt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik vind dat niet.", {"mening": ["ik vind"]}),
        ("Wat mij betreft niet; ik vind het mooi.", {"mening": ["wat mij betreft", "ik vind"]}),
        ("Ik zal het vinden.", {}),
        ("De observatie bij de fruitloods", {"waarneming": ["observatie", "fruitloods"]}),
        ("Een rode vlaggenmast", {"waarneming": ["rode vlaggenmast"]}),
        ("Dat kost € 12", {"waarneming": ["€"]}),
        ("", {}),
    ],
)
def test_cues_are_found_as_words_phrases_stems_and_endings(book, text, expected):
    assert book.find(words_of(text)) == expected


def test_words_are_lower_case_and_numbers_are_one_word():
    assert words_of("Het kost € 1.250,00 (o.a. in 's-Gravenhage)!") == (
        "het",
        "kost",
        "€",
        "<n>",
        "o.a",
        "in",
        "s-gravenhage",
        "!",
    )


@pytest.mark.parametrize("content", [None, "losse regel\n[groep]\nwoord\n"])
def test_a_missing_or_wrong_list_is_an_error(tmp_path, content):
    path = tmp_path / "items.txt"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError):
        read_cues(path)


@pytest.mark.parametrize("name", ["passage_cues", "personal_cues"])
def test_the_lists_of_the_package_have_groups_and_no_cue_twice_in_one(name):
    book = cue_book(name)
    assert len(book.groups) == len(set(book.groups)) > 5
    pairs = [pair for pairs in book.phrases.values() for pair in pairs]
    assert len(pairs) == len(set(pairs)) > 100
