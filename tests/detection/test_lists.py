from pathlib import Path

import pytest

from lakmoes.detection.lists import fold, name_lists, read_list, read_lists
from lakmoes.errors import ResourceError
from lakmoes.grounds import grounds_folder

FOLDER = grounds_folder() / "lists"
LARGEST = 3_000_000


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Wójcik", "wojcik"),
        ("ŁUKASZ", "lukasz"),
        ("Gülşen", "gulsen"),
        ("Yıldız", "yildiz"),
        ("Sørensen", "sorensen"),
        ("Đặng", "dang"),
        ("d’Ancona", "d'ancona"),
        ("Weiß", "weiss"),
        ("Jansen", "jansen"),
    ],
)
def test_folding_leaves_small_letters_without_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "name",
    (
        "sjoerd wietske gulsen noureddine charlton sharda jurensly otniel liang hong kwame agnieszka "
        "oleksandr hodan tesfay parisa priya joao lieke truus"
    ).split(),
)
def test_given_names_of_every_origin_are_listed(name: str) -> None:
    assert name in name_lists().first_names | name_lists().first_names_in_place


@pytest.mark.parametrize(
    "name",
    (
        "jansen dijkstra demirtas ouazzani wirjosentono mahabier felicia pattipeilohy chen nguyen kowalczyk "
        "tkachenko osei-bonsu warsame tesfamariam hosseini sharma goncalves"
    ).split(),
)
def test_surnames_of_every_origin_are_listed(name: str) -> None:
    assert name in name_lists().surnames


@pytest.mark.parametrize("word", ["directie", "besluit", "volgens", "het", "artikel", "minister"])
def test_words_of_offices_are_no_surnames(word: str) -> None:
    assert word not in name_lists().surnames


def test_every_list_says_where_it_comes_from() -> None:
    for folder in FOLDER.iterdir():
        assert (folder / "SOURCE.md").read_text().startswith("# "), folder.name


def test_the_lists_stay_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.txt")) <= LARGEST


def _folder_with(tmp_path: Path, contents: dict[str, str]) -> Path:
    for name in FOLDER.iterdir():
        (tmp_path / name.name).mkdir()
        (tmp_path / name.name / "items.txt").write_text("# nothing\n")
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    return tmp_path


def test_items_additions_and_exceptions_make_a_list(tmp_path: Path) -> None:
    lists = read_lists(
        _folder_with(
            tmp_path,
            {
                "first_names/items.txt": "Anna\nDoor\n",
                "first_names/additions.txt": "# more\nÖzlem Jan_Peter\n",
                "first_names/exceptions.txt": "door\n",
                "titles/items.txt": "academic\tmr\nhonorific\tdhr\n",
                "roles/items.txt": "burgemeester\tloco-burgemeester\n",
            },
        )
    )
    assert lists.first_names == {"anna", "ozlem", "jan peter"}
    assert lists.first_names_in_place == {"door"}
    assert (lists.academic, lists.honorific) == ({"mr"}, {"dhr"})
    assert lists.roles["loco-burgemeester"] == lists.roles["locoburgemeester"] == "burgemeester"


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="grounds-missing"):
        read_lists(tmp_path)


def test_a_list_that_nobody_added_to_is_empty(tmp_path: Path) -> None:
    assert read_list(tmp_path / "additions.txt") == frozenset()


@pytest.mark.parametrize(
    "word",
    "beste dag hoi ha hallo hi hey hee hai heej moi lieve waarde geachte goedemorgen goedemiddag goedenavond "
    "dear hello groetjes groeten groet".split(),
)
def test_a_greeting_is_never_part_of_the_name_behind_it(word: str) -> None:
    assert word in name_lists().common_words
    assert word not in name_lists().first_names
