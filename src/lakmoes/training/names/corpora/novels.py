"""OpenBoek: parts of nine novels, with names as a parser gave them.

In: the ``.conll`` files (CoNLL-2012 columns; the last but one holds entities). Out: ``Sample`` values of some
forty sentences. The parser knew places and bodies less well than persons; what it gave another type, and
words without small letters, are left open.

Licence: CC BY 4.0, https://github.com/andreasvc/openboek (Andreas van Cranenburgh and others).
"""

from collections.abc import Iterator
from pathlib import Path

from lakmoes.training.names.corpora.columns import Row, samples, sentences
from lakmoes.training.names.samples import Range, Sample, Writer

FOLDER = "openboek"
SOURCE = "novels"
WORD, ENTITY = 3, -2


def read(data: Path) -> Iterator[Sample]:
    """The texts in a data folder.

    Raises:
        OSError: The folder cannot be read.
    """
    for path in sorted((data / FOLDER).glob("*.conll")):
        yield from samples(list(sentences(path, WORD, ENTITY)), _write, " ", SOURCE)


def _write(writer: Writer, rows: list[Row]) -> None:
    opened: list[Range] = []
    kind = ""
    for word, entity in rows:
        if entity.startswith("("):
            kind = entity.strip("()*")
            opened = []
        place = writer.words([word])
        if kind:
            opened.append(place)
        if kind and entity.endswith(")"):
            whole = (opened[0][0], opened[-1][1])
            if kind == "PER" and any(letter.islower() for letter in word):
                writer.name(whole)
            else:
                writer.leave_open(whole)
            kind = ""
