import csv
import gzip
import json
from pathlib import Path

import pytest

from lakmoes.errors import ResourceError
from lakmoes.training import lists


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small folder laid out as the public data are."""
    folder = tmp_path / "data"
    for name in (lists.FIRST_NAMES, lists.SURNAMES, lists.RESIDENCES, lists.WORDS, lists.LAW, lists.SPOKEN):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / lists.FIRST_NAMES).write_text(json.dumps([{"naam": "Zoë"}, {"naam": "Aad"}, {"naam": "A"}]))
    (folder / lists.SURNAMES).write_text(
        "van den Berg\nde Vries\nBerg\nDirectie\nLim A Po\nBerg Vries\n's-Gravesande\n"
    )
    with (folder / lists.TOP_SURNAMES).open("w", newline="") as file:
        writer = csv.DictWriter(file, ["natural name"])
        writer.writeheader()
        writer.writerows([{"natural name": "de Vries"}, {"natural name": "Bakker"}])
    (folder / lists.RESIDENCES).write_text("2\tVeendam\n1\tDriebergen-Rijsenburg\n")
    (folder / lists.MUNICIPALITIES).write_text("1\tVeendam\n")
    (folder / lists.PROVINCES).write_text("Zeeland\n")
    (folder / lists.WORDS).write_text("fraai\nlopen\nonbekend\nRIVM\nbakker\n")
    law = ["de directie van het onbekend besluit onbekend"] + ["niets"] * 3
    with gzip.open(folder / lists.LAW, "wt") as file:
        file.write("\n".join(law * 50) + "\nWABO WABO WABO WABO WABO WABO WABO WABO WABO\n")
    (folder / lists.SPOKEN).write_text("fraaie 10\nlopen 9\npiet 5\n")
    return folder


def test_lists_are_written_sorted_and_once(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "lists"
    (target / "first_names").mkdir(parents=True)
    (target / "first_names" / "additions.txt").write_text("zoe\n")
    counts = lists.write_lists(data, target)
    assert (target / "first_names/items.txt").read_text() == "Aad\n"
    assert counts["first_names"] == 1
    assert set(counts) == set(lists.SOURCES)
    before = {path: path.read_bytes() for path in target.rglob("*.txt")}
    lists.write_lists(data, target)
    assert {path: path.read_bytes() for path in target.rglob("*.txt")} == before


def test_surnames_lose_their_interfix_and_words_of_the_law(data: Path) -> None:
    assert lists.surnames(data) == {"Berg", "Vries", "Gravesande", "Lim A Po"}


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("van den Berg", "Berg"),
        ("de la Fuente", "Fuente"),
        ("O'Brien", "O'Brien"),
        ("El Amrani", "El Amrani"),
        ("de", ""),
    ],
)
def test_the_core_of_a_surname_begins_with_its_capital(name: str, core: str) -> None:
    assert lists.surname_core(name) == core


def test_common_words_are_spoken_or_in_laws(data: Path) -> None:
    words = lists.common_words(data)
    assert {"lopen", "fraaie", "onbekend", "directie", "besluit"} <= words
    assert not {"piet", "rivm"} & words


def test_places_count_by_each_half(data: Path) -> None:
    assert lists.places(data) == {"Veendam", "Driebergen-Rijsenburg", "Driebergen", "Rijsenburg", "Zeeland"}


def test_abbreviations_are_listed_or_frequent_in_laws(data: Path) -> None:
    assert lists.abbreviations(data) == {"RIVM", "WABO"}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("grote", "groot"),
        ("bakken", "bak"),
        ("brieven", "brief"),
        ("huizen", "huis"),
        ("landelijke", "landelijk"),
    ],
)
def test_stems_of_inflected_words(word: str, stem: str) -> None:
    assert stem in lists.stems(word)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError) as caught:
        lists.first_names(tmp_path)
    assert caught.value.locators == {"path": lists.FIRST_NAMES}
