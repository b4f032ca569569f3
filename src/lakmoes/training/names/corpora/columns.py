"""Corpora with a word a line: the sentences of a file, and samples of some forty of them.

In: files in columns, a sentence a block. Out: ``Row`` lists, or ``Sample`` values. What the column of names
means is known to the corpus, which writes its own sentences.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from lakmoes.training.names.samples import Sample, Writer

LONGEST = 40
"""Sentences in a sample."""

Row = tuple[str, str]
"""A word and what its corpus says of names there."""


def sentences(path: Path, word: int, label: int) -> Iterator[list[Row]]:
    """The sentences of a file; lines that begin with ``#`` are comments, and end a sentence.

    Args:
        path: The file.
        word: Column of the word.
        label: Column of what is said of names.

    Raises:
        OSError: The file cannot be read.
    """
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split()
        if columns and not line.startswith("#"):
            rows.append((columns[word], columns[label]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def samples(
    members: list[list[Row]], write: Callable[[Writer, list[Row]], None], between: str, source: str
) -> Iterator[Sample]:
    """The sentences of a text as samples.

    Args:
        members: The sentences.
        write: Writes one of them with its names.
        between: What stands between two sentences.
        source: Name of the corpus.
    """
    for start in range(0, len(members), LONGEST):
        writer = Writer()
        for sentence in members[start : start + LONGEST]:
            write(writer, sentence)
            writer.end(between)
        yield writer.sample(source)
