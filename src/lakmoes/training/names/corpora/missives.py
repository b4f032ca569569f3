"""Notes of the editors of the Generale Missiven of the VOC, in modern Dutch, with names marked by hand.

In: the ``*_notes.conll`` files (a word and its label a line). Out: ``Sample`` values of some forty sentences.

Licence: Apache-2.0, https://github.com/cltl/voc-missives (CLTL, Vrije Universiteit Amsterdam).
"""

from collections.abc import Iterator
from pathlib import Path

from lakmoes.training.names.corpora.columns import Row, samples, sentences
from lakmoes.training.names.samples import Range, Sample, Writer

FOLDER = "voc_missives"
SOURCE = "missives"


def read(data: Path) -> Iterator[Sample]:
    """The notes in a data folder.

    Raises:
        OSError: The folder cannot be read.
    """
    for path in sorted((data / FOLDER).glob("*_notes.conll")):
        yield from samples(list(sentences(path, 0, -1)), _write, "\n\n", SOURCE)


def _write(writer: Writer, rows: list[Row]) -> None:
    name: Range | None = None
    for word, label in rows:
        inside = label == "I-PER" and name is not None
        if name and not inside:
            writer.name(name)
            name = None
        place = writer.words([word])
        if label.endswith("-PER"):
            name = (name[0], place[1]) if name else place
        elif label != "O":
            writer.other(place)
    if name:
        writer.name(name)
