"""The generator: same seed same texts, marks on names only, every kind, nothing left over."""

import csv
import itertools
import json
import re

import pytest

from lakmoes.errors import ResourceError
from lakmoes.model import FindingKind
from lakmoes.training.generator import NameStock, documents
from lakmoes.training.generator.kinds import IMPERSONAL, KINDS

FIRST = "Johannes Maria Anna Pieter Hendrik Yusuf Fatima Kevin Sanne Marieke Bram Özlem".split()
SURNAMES = [
    "Abbink",
    "de Jong",
    "van den Berg",
    "El Kasmi",
    "Kortekaas",
    "Mulder",
    "ter Horst",
    "Yıldırım",
    "Hoekstra",
    "van 't Zelfde",
    "Jansen",
    "Olde Heuvel",
    "Zuiderveld",
    "Bouwmeester",
    "Akkerdaas",
    "Vlietkamp",
]
COUNT = 700


def write_names(folder, firsts=FIRST, surnames=SURNAMES):
    """A small folder with the layout of the public lists."""
    (folder / "names_first").mkdir(parents=True)
    (folder / "names_meertens").mkdir()
    entries = [{"naam": name, "geslacht": "MV"[index % 2]} for index, name in enumerate(firsts)]
    (folder / "names_first/voornamen.json").write_text(json.dumps(entries), encoding="utf-8")
    with (folder / "names_first/name_popularity_netherlands_1880-2014.csv").open(
        "w", encoding="utf-8"
    ) as out:
        rows = csv.writer(out)
        rows.writerow(("", "rank", "naam", "aantal", "tag"))
        rows.writerows((index, index + 1.0, name, 50.0 + index, "M") for index, name in enumerate(firsts))
    (folder / "names_meertens/family_names_freq_5_or_more.lst").write_text(
        "\n".join(surnames), encoding="utf-8"
    )
    top = folder / "names_meertens/top_1000_last_names_in_the_netherlands_2007.csv"
    with top.open("w", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(("natural name", "count in 2007"))
        rows.writerows((name, 1000 - index) for index, name in enumerate(surnames))
    return folder


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    return NameStock.read(write_names(tmp_path_factory.mktemp("names") / "data"))


@pytest.fixture(scope="module")
def made(stock):
    return list(documents(11, COUNT, stock))


def kind_of(text):
    return text.name.rpartition("-")[0]


def named(text):
    """Every marked name as written, with the page's text."""
    return [
        (page.text[start:end], page.text, start, end)
        for page, ranges in zip(text.pages, text.marked, strict=True)
        for start, end, _ in ranges
    ]


def test_the_same_seed_gives_the_same_texts(stock, made):
    assert list(documents(11, 60, stock)) == made[:60]
    assert [text.pages[0].text for text in documents(12, 5, stock)] != [it.pages[0].text for it in made[:5]]


def test_a_stock_that_is_read_anew_gives_the_same_texts(tmp_path, made):
    again = NameStock.read(write_names(tmp_path / "data"))
    assert list(documents(11, 20, again)) == made[:20]


def test_every_kind_occurs(made):
    assert {kind_of(text) for text in made} == set(KINDS)


def test_pages_are_numbered_and_hold_text(made):
    for text in made:
        assert [page.index for page in text.pages] == list(range(len(text.pages)))
        assert all(page.text.strip() for page in text.pages)
        assert len(text.marked) == len(text.pages)


def test_no_slot_and_no_mark_is_left_over(made):
    for text in made:
        for page in text.pages:
            assert not set("{}") & set(page.text)
            assert not re.search(r"\[(bare|core|other|first|place|coined|name|address)\]", page.text)


def test_marks_are_in_order_apart_and_hold_a_name(made):
    for text in made:
        for page, ranges in zip(text.pages, text.marked, strict=True):
            assert all(kind is FindingKind.NAME for _, _, kind in ranges)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))
            for start, end, _ in ranges:
                name = page.text[start:end]
                assert name == name.strip()
                assert any(map(str.isalpha, name))
                assert not (start and page.text[start - 1].isalnum())
                assert not page.text[end : end + 1].isalpha() or page.text[end : end + 1] == "s"


def test_titles_and_forms_of_address_stay_outside(made):
    outside = re.compile(r"(?i)^(de heer|mevrouw|dhr|mw|mevr|mr\.|dr\.|drs\.|ir\.|prof|van:|aan:)\b")
    assert [name for text in made for name, *_ in named(text) if outside.match(name)] == []


def test_documents_without_persons_have_no_marks_and_others_have(made):
    for text in made:
        if kind_of(text) in IMPERSONAL:
            assert not named(text)
    marked = [text for text in made if kind_of(text) not in IMPERSONAL]
    assert sum(text.names_marked for text in marked) > 0.98 * len(marked)


def test_a_full_name_is_marked_wherever_it_stands(made):
    thing = re.compile(r"^[a-z-]|^ ?(?:B\.V|Advocaten|&|Holding|Groep|en Z)")
    for text in made:
        names = {name for name, *_ in named(text) if re.fullmatch(r"[^\W\d_]{3,} [^\W\d_]{3,}", name)}
        full = [name for name in sorted(names) if name.split()[0] in FIRST]
        for page, ranges in zip(text.pages, text.marked, strict=True):
            for match in (found for name in full for found in re.finditer(re.escape(name), page.text)):
                marked = any(start <= match.start() and match.end() <= end for start, end, _ in ranges)
                assert marked or thing.match(page.text[match.end() :]), (text.name, match.group())


def test_names_come_in_many_forms(made):
    names = [name for text in made for name, *_ in named(text)]
    for form in (
        r"[A-Z]\.[A-Z]\. [A-Z]\w+",
        r"\w+, [A-Z]\..*\(\w+\)",
        r"[A-Z]{2,3}",
        r"[a-z]{2,3}",
        r"\w+-(?:van |de )?\w+",
        r"[A-ZÖI]+ (?:VAN DEN |DE )?[A-Z]{4,}",
        r"De Jong|Van den Berg",
        r".+\n.+",
        r"[a-zö]{4,}",
    ):
        assert any(re.fullmatch(form, name) for name in names), form


def test_lines_are_wrapped_and_cells_have_tabs(made):
    texts = [page.text for text in made for page in text.pages]
    assert sum(max(map(len, text.split("\n"))) < 150 for text in texts) > 0.5 * len(texts)
    assert sum("\t" in text for text in texts) > 0.2 * len(texts)
    assert any(re.search(r"[a-z]-\n[A-Z]", text) for text in texts)


def test_firms_and_streets_bear_unmarked_surnames(made):
    text = "\n".join(page.text for it in made if kind_of(it) in IMPERSONAL for page in it.pages)
    assert any(re.search(rf"\b{name}\b", text) for name in ("Kortekaas", "Akkerdaas", "Vlietkamp", "Abbink"))


def test_a_missing_list_is_said(tmp_path):
    write_names(tmp_path / "data")
    (tmp_path / "data/names_first/voornamen.json").unlink()
    with pytest.raises(ResourceError):
        NameStock.read(tmp_path / "data")
