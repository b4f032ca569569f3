"""The lists of names and words that recognizers look things up in.

In: the folders ``grounds/lists/<name>/`` with ``items.txt`` (made by ``training.lists`` or by hand),
``additions.txt`` (by hand) and ``exceptions.txt`` (what is not to count). Out: frozen sets of folded strings,
read once per process. Folded means: small letters without accents, so that "Wojcik" is found by "Wójcik".

A file has one item a line; ``#`` starts a remark. In additions and exceptions a line may hold several items,
separated by spaces, in which ``_`` stands for a space. Does not decide what is a name: see ``grammar``.
"""

import functools
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from lakmoes.errors import ResourceError
from lakmoes.grounds import grounds_folder

UNCOMPOSED = str.maketrans(
    {
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "þ": "th",
        "Þ": "th",
        "ð": "d",
        "Ð": "d",
        "’": "'",
        "‘": "'",
        "`": "'",
        "‑": "-",
    }
)
"""Letters with a stroke and typographic signs, which Unicode does not take apart."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text that is written down in the code, as a set."""
    return frozenset(words.split())


def fold(text: str) -> str:
    """The text in small letters without accents; its length may differ."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.translate(UNCOMPOSED))
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """All lists, folded.

    Attributes:
        first_names: Given names that count as such anywhere.
        first_names_in_place: Those that only count where a name must stand.
        surnames: Surnames without interfix.
        frequent_surnames: The thousand surnames with most bearers.
        interfixes: What stands between given name and surname; several words joined by spaces.
        academic: Titles that go with the name; without full stop.
        honorific: Forms of address that stay readable.
        after_titles: Titles behind a name that go with it.
        functions: Words before a person's name, single words for roles among them.
        roles: Words before or after a name to the token of the role.
        common_words: Ordinary words; a name that is one needs context.
        places: Residences, countries, waters.
        abbreviations: Capitals that are no one's initials.
        organisation_heads: Words that make the capitalised word after them no person.
        named_after: Words that make even a full name after them the name of a thing.
        organisation_tails: Words that make the capitalised word before them no person.
        mailboxes: Words in the names of general mailboxes.
        organisations: Bodies and things whose name looks like a person's.
        person_labels: Labels of fields and headings of columns that hold persons.
        speech_verbs: Verb forms of saying and thinking.
        person_verbs: Verb forms that tell what a person does.
    """

    first_names: frozenset[str]
    first_names_in_place: frozenset[str]
    surnames: frozenset[str]
    frequent_surnames: frozenset[str]
    interfixes: frozenset[str]
    academic: frozenset[str]
    honorific: frozenset[str]
    after_titles: frozenset[str]
    functions: frozenset[str]
    roles: dict[str, str]
    common_words: frozenset[str]
    places: frozenset[str]
    abbreviations: frozenset[str]
    organisation_heads: frozenset[str]
    named_after: frozenset[str]
    organisation_tails: frozenset[str]
    mailboxes: frozenset[str]
    organisations: frozenset[str]
    person_labels: frozenset[str]
    speech_verbs: frozenset[str]
    person_verbs: frozenset[str]


@functools.cache
def name_lists() -> NameLists:
    """The lists that ship with the package.

    Raises:
        ResourceError: A list is missing.
    """
    return read_lists(grounds_folder() / "lists")


def read_lists(folder: Path) -> NameLists:
    """The lists of any folder laid out like ``grounds/lists``.

    Raises:
        ResourceError: A list is missing.
    """
    titles, roles = _pairs(folder / "titles"), _roles(folder / "roles")
    first_names, excepted = _items(folder / "first_names"), read_list(folder / "first_names/exceptions.txt")
    return NameLists(
        first_names=first_names - excepted,
        first_names_in_place=first_names & excepted,
        surnames=_items(folder / "surnames") - read_list(folder / "surnames/exceptions.txt"),
        frequent_surnames=_items(folder / "frequent_surnames"),
        interfixes=_items(folder / "interfixes"),
        academic=frozenset(title for title, kind in titles if kind == "academic"),
        honorific=frozenset(title for title, kind in titles if kind == "honorific"),
        after_titles=frozenset(title for title, kind in titles if kind == "after"),
        functions=_items(folder / "functions") | {phrase for phrase in roles if " " not in phrase},
        roles=roles,
        common_words=_items(folder / "common_words") - read_list(folder / "common_words/exceptions.txt"),
        places=_items(folder / "places") - read_list(folder / "places/exceptions.txt"),
        abbreviations=_items(folder / "abbreviations"),
        organisation_heads=_items(folder / "organisation_heads"),
        named_after=_items(folder / "named_after"),
        organisation_tails=_items(folder / "organisation_tails"),
        mailboxes=_items(folder / "mailboxes"),
        organisations=_items(folder / "organisations"),
        person_labels=_items(folder / "person_labels"),
        speech_verbs=_items(folder / "speech_verbs"),
        person_verbs=_items(folder / "person_verbs"),
    )


def read_list(path: Path) -> frozenset[str]:
    """The folded items of ``additions.txt`` or ``exceptions.txt``; empty where the file is not there."""
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(fold(word.replace("_", " ")) for word in words)


def _roles(folder: Path) -> dict[str, str]:
    """Words for a role to its token, also as they look when hyphenated at a line end."""
    roles = dict(_pairs(folder))
    return {phrase.replace("-", ""): token for phrase, token in roles.items()} | roles


def _items(folder: Path) -> frozenset[str]:
    return frozenset(_lines(folder)) | read_list(folder / "additions.txt")


def _pairs(folder: Path) -> list[tuple[str, str]]:
    """Second column to first column of a list with two columns, in order."""
    rows = [line.partition("\t") for line in _lines(folder)]
    return [(phrase, token) for token, _, phrase in rows]


def _lines(folder: Path) -> list[str]:
    path = folder / "items.txt"
    if not path.is_file():
        raise ResourceError("grounds-missing")
    # Folding the whole text at once is many times faster than line by line.
    return [line for line in fold(path.read_text(encoding="utf-8")).splitlines() if line and line[0] != "#"]
