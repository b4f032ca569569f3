"""The word lists of ``grounds/lists``, made anew from a folder with public data.

In: a folder with public data (given names, surnames, residences, a word list, law texts). Out: ``items.txt``
of the lists that have such a source. What people added or excepted by hand (``additions.txt``,
``exceptions.txt``) is left alone; ``SOURCE.md`` beside each list states origin and licence.

Run as ``python -m lakmoes.training.lists DATA_FOLDER``. Nothing is fetched.
"""

import csv
import functools
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from lakmoes.detection.lists import fold, read_list, word_set
from lakmoes.errors import ResourceError
from lakmoes.grounds import grounds_folder

FIRST_NAMES = "names_first/voornamen.json"
SURNAMES = "names_meertens/family_names_freq_5_or_more.lst"
TOP_SURNAMES = "names_meertens/top_1000_last_names_in_the_netherlands_2007.csv"
RESIDENCES = "bag_opentaal/woonplaats-frequency.tsv"
MUNICIPALITIES = "bag_opentaal/gemeente-frequency.tsv"
PROVINCES = "bag_opentaal/provincie-sorted.txt"
WORDS = "opentaal/basiswoorden-gekeurd.txt"
LAW = "text_law/law_nl_dedup_lines.txt.gz"
SPOKEN = "freqwords/nl_50k.txt"

NO_SURNAME = 40
"""A word that the laws (one line in four) hold this often is no surname."""
LAW_MINIMUM = 4
"""A word of the word list counts as ordinary when the laws (one line in four) hold it this often."""
ABBREVIATION_MINIMUM = 8
"""Capital letters count as an abbreviation when the laws (one line in four) hold them this often."""

ENDINGS = word_set("e en n s t de te den ten er ere ste je jes tje tjes ende")
"""Endings of inflected Dutch words."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def first_names(data: Path) -> set[str]:
    """Given names, as written."""
    entries = json.loads(_path(data, FIRST_NAMES).read_text(encoding="utf-8"))
    return {entry["naam"] for entry in entries if len(entry["naam"]) > 1}


def surnames(data: Path) -> set[str]:
    """Surnames without interfix; of several words only what adds something; no very frequent words.

    A word that laws use all the time (``directie``, ``volgens``) is no sign of a person although some bear
    it, unless it is one of the thousand most frequent surnames.
    """
    lines = _path(data, SURNAMES).read_text(encoding="utf-8").splitlines()
    kept = {fold(name) for name in frequent_surnames(data)}
    words = {word for word, count in law_words(data).items() if count >= NO_SURNAME and word.islower()}
    cores = {core for line in lines if (core := surname_core(line))}
    single = {core for core in cores if " " not in core and (core.lower() not in words or fold(core) in kept)}
    known = {part for core in single for part in (core, *core.split("-"))}
    several = {core for core in cores if " " in core}
    return single | {core for core in several if not known.issuperset(core.split())}


def surname_core(name: str) -> str:
    """The surname without interfix (``van den Berg`` gives ``Berg``); nothing where it has no capital."""
    found = re.search(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ]", name)
    core = name[found.start() :].strip() if found else ""
    return core if len(core) > 1 else ""


def frequent_surnames(data: Path) -> set[str]:
    """The thousand surnames with most bearers, without interfix."""
    with _path(data, TOP_SURNAMES).open(encoding="utf-8", newline="") as lines:
        return {core for row in csv.DictReader(lines) if (core := surname_core(row["natural name"]))}


def places(data: Path) -> set[str]:
    """Residences, municipalities and provinces; of double names (Driebergen-Rijsenburg) each half."""
    rows = [
        line.split("\t")[-1]
        for name in (RESIDENCES, MUNICIPALITIES, PROVINCES)
        for line in _path(data, name).read_text(encoding="utf-8").splitlines()
    ]
    names = {row.strip() for row in rows if row.strip()}
    frequent = {fold(name) for name in frequent_surnames(data)}
    halves = {half for name in names for half in name.split("-") if len(half) > 5 and half[0].isupper()}
    return names | {half for half in halves if fold(half) not in frequent and " " not in half}


def common_words(data: Path) -> set[str]:
    """Ordinary words in small letters: of laws, and of spoken language if the word list has their stem."""
    listed = {word for word in _lines(data, WORDS) if word.islower() and word.isalpha() and len(word) > 1}
    spoken = {word for line in _lines(data, SPOKEN) if (word := line.split()[0]).isalpha() and len(word) > 3}
    names = {fold(name) for name in first_names(data)} | {fold(name) for name in frequent_surnames(data)}
    counts = law_words(data)
    legal = {word for word, count in counts.items() if count >= LAW_MINIMUM and word.islower()}
    plain = {
        word for word in legal if word.isalpha() and len(word) > 2 and counts[word] > counts[word.title()]
    }
    inflected = {word for word in spoken if not listed.isdisjoint(stems(word))}
    return (listed & (spoken | legal)) | ((plain | inflected) - names)


def stems(word: str) -> set[str]:
    """What a Dutch word can be an inflected form of: endings cut off, consonant undoubled, vowel doubled."""
    cut = {
        word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2
    }
    single = {stem[:-1] for stem in cut if len(stem) > 3 and stem[-1] == stem[-2]}
    long = {stem[:-1] + stem[-2] + stem[-1] for stem in cut if stem[-2] in "aeou" and stem[-1] not in "aeiou"}
    hard = {stem[:-1] + {"v": "f", "z": "s"}[stem[-1]] for stem in cut | long if stem[-1] in "vz"}
    return cut | single | long | hard


def abbreviations(data: Path) -> set[str]:
    """Two to five capitals that are a word of their own in the word list or often in the laws."""
    listed = {word for word in _lines(data, WORDS) if _is_abbreviation(word)}
    in_law = {
        word
        for word, count in law_words(data).items()
        if count >= ABBREVIATION_MINIMUM and _is_abbreviation(word)
    }
    return listed | in_law


@functools.cache
def law_words(data: Path) -> Counter[str]:
    """How often each word, as written, stands in every fourth line of the laws."""
    counts: Counter[str] = Counter()
    with gzip.open(_path(data, LAW), "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 4 == 0:
                counts.update(WORD.findall(line))
    return counts


SOURCES: dict[str, Callable[[Path], set[str]]] = {
    "first_names": first_names,
    "surnames": surnames,
    "frequent_surnames": frequent_surnames,
    "places": places,
    "common_words": common_words,
    "abbreviations": abbreviations,
}
"""Name of a list to the function that makes its items."""


def write_lists(data: Path, folder: Path) -> dict[str, int]:
    """Writes ``items.txt`` of every list with a source, and says how many items each has.

    Items that ``additions.txt`` holds already are left out, so that nothing stands twice.

    Raises:
        ResourceError: A file of the data folder is missing.
    """
    counts = {}
    for name, make in SOURCES.items():
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        added = read_list(target / "additions.txt")
        items = _without_repeats(item for item in make(data) if fold(item) not in added)
        (target / "items.txt").write_text("\n".join(items) + "\n", encoding="utf-8")
        counts[name] = len(items)
    return counts


def _without_repeats(items: Iterable[str]) -> list[str]:
    """One spelling for each folded form (the first in order of characters), sorted."""
    chosen: dict[str, str] = {}
    for item in sorted(items):
        chosen.setdefault(fold(item), item)
    return sorted(chosen.values())


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 5 and word.isalpha() and word.isupper()


def _lines(data: Path, name: str) -> list[str]:
    return _path(data, name).read_text(encoding="utf-8").splitlines()


def _path(data: Path, name: str) -> Path:
    path = data / name
    if not path.is_file():
        raise ResourceError("data-missing", path=name)
    return path


def main() -> None:
    """The command: one argument, the data folder."""
    if len(sys.argv) != 2:
        raise SystemExit("python -m lakmoes.training.lists DATA_FOLDER")
    for name, count in write_lists(Path(sys.argv[1]), grounds_folder() / "lists").items():
        print(f"{name}: {count}")


if __name__ == "__main__":
    main()
