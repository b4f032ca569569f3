"""The Dutch treebanks of Universal Dependencies (Alpino, LassySmall) as texts of which the persons are known.

In: the ``.conllu`` files, and ``universal_dependencies.tsv`` beside this module, which says which proper
nouns are persons (the treebanks tell proper nouns, not what they name). Out: a ``Sample`` per document.
Sentences that stand in several releases count once.

Licence: CC BY-SA 4.0, https://github.com/UniversalDependencies/UD_Dutch-Alpino and UD_Dutch-LassySmall
(Gosse Bouma and Gertjan van Noord). What is trained on them carries that licence and this attribution.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lakmoes.training.names.samples import Sample, Writer

PERSONS = Path(__file__).with_name("universal_dependencies.tsv")
SOURCE = "treebanks"
PLACE = re.compile(r"^(?P<document>.+?)\.p\.(?P<paragraph>\d+)(?:\.s\.(?P<sentence>\d+))?")
LONGEST = 60
"""Sentences in a sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a treebank.

    Attributes:
        name: Its id.
        words: Its tokens.
        glued: Per token whether the next one follows without a space; empty where nobody says so.
        proper: Per token whether it is a proper noun.
    """

    name: str
    words: tuple[str, ...]
    glued: tuple[bool, ...]
    proper: tuple[bool, ...]


def read(data: Path) -> Iterator[Sample]:
    """The documents of all treebanks in a data folder.

    Raises:
        OSError: A file is missing.
    """
    seen: set[str] = set()
    for file, persons in marked_persons().items():
        documents: defaultdict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences(data / file):
            key = "".join(sentence.words)
            if sentence.name not in seen and key not in seen:
                seen |= {sentence.name, key}
                documents[_place(sentence.name)[0]].append(sentence)
        for _, members in sorted(documents.items()):
            ordered = sorted(members, key=lambda sentence: _place(sentence.name)[1:])
            for start in range(0, len(ordered), LONGEST):
                yield _sample(ordered[start : start + LONGEST], persons)


def marked_persons() -> dict[str, dict[str, list[tuple[int, int, bool]]]]:
    """Per file and sentence the first and last token of each person, from 0, and whether it is sure."""
    files: dict[str, dict[str, list[tuple[int, int, bool]]]] = {}
    current: dict[str, list[tuple[int, int, bool]]] = {}
    for line in PERSONS.read_text(encoding="utf-8").splitlines():
        name, tab, marks = line.partition("\t")
        if line.endswith(".conllu"):
            current = files.setdefault(line.removeprefix("# "), {})
        elif tab:
            current[name] = [_mark(mark) for mark in marks.split()]
    return files


def _mark(mark: str) -> tuple[int, int, bool]:
    first, _, last = mark.lstrip("?").partition("-")
    return int(first) - 1, int(last), not mark.startswith("?")


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in CoNLL-U format, also of the first releases."""
    name, rows = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            name = _name(line) or name
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence(name, rows)
            rows = []
    if rows:
        yield _sentence(name, rows)


def _name(line: str) -> str:
    """The id of a sentence, in a remark of a new or an old release."""
    key, _, value = line.removeprefix("#").partition("=")
    if key.strip() == "sent_id":
        return re.split(r"\\", value.strip())[-1].removesuffix(".xml")
    return key.strip().removesuffix(".xml") if key.strip().startswith("wiki-") else ""


def _sentence(name: str, rows: list[list[str]]) -> Sentence:
    tokens = [row for row in rows if row[0].isdigit()]
    spaced = any("SpaceAfter=No" in row[-1] for row in tokens)
    return Sentence(
        name=name,
        words=tuple(row[1] for row in tokens),
        glued=tuple("SpaceAfter=No" in row[-1] for row in tokens) if spaced else (),
        proper=tuple(row[3] == "PROPN" for row in tokens),
    )


def _place(name: str) -> tuple[str, int, int]:
    """Document, paragraph and sentence of an id."""
    match = PLACE.match(name)
    if not match:
        return name, 0, 0
    return match["document"], int(match["paragraph"]), int(match["sentence"] or 0)


def _sample(members: list[Sentence], persons: Mapping[str, list[tuple[int, int, bool]]]) -> Sample:
    writer = Writer()
    paragraph = None
    for sentence in members:
        place = _place(sentence.name)[:2]
        if paragraph is not None:
            writer.end(" " if place == paragraph else "\n\n")
        paragraph = place
        _write(writer, sentence, persons.get(sentence.name, []))
    return writer.sample(SOURCE)


def _write(writer: Writer, sentence: Sentence, marks: list[tuple[int, int, bool]]) -> None:
    places = [
        writer.words([word], sentence.glued[index] if sentence.glued else None)
        for index, word in enumerate(sentence.words)
    ]
    persons = {index for first, last, _ in marks for index in range(first, last)}
    for index, place in enumerate(places):
        if sentence.proper[index] and index not in persons:
            writer.other(place)
    for first, last, sure in marks:
        place = (places[first][0], places[last - 1][1])
        if sure:
            writer.name(place)
        else:
            writer.leave_open(place)
