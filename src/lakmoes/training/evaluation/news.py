"""Persons in newspaper text: the Dutch test text of CoNLL-2002, for measuring only.

In: the file ``ned.testa`` of CoNLL-2002 (Flemish newspaper, 2000; research use only, so nothing here is
trained or tuned on it). Out: exact matches of the names of persons, by the pipeline alone and by the whole
detection on plain text: recognizers, pipeline, and the register of persons, each article a document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lakmoes.detection.options import DetectionOptions
from lakmoes.training.evaluation.names import Figures, figures, found_alone, found_whole
from lakmoes.training.names.samples import Range, Sample, Writer

ARTICLE = "-DOCSTART-"
SOURCE = "news"


def articles(path: Path) -> Iterator[Sample]:
    """The articles of a file in CoNLL-2002 format, a paragraph a sentence.

    Raises:
        OSError: The file cannot be read.
    """
    writer, rows = Writer(), list[tuple[str, str]]()
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ARTICLE]:
        columns = line.split()
        if columns and not line.startswith(ARTICLE):
            rows.append((columns[0], columns[-1]))
            continue
        _write(writer, rows)
        rows = []
        if line.startswith(ARTICLE):
            sample = writer.sample(SOURCE)
            if sample.text:
                yield sample
            writer = Writer()
        else:
            writer.end("\n\n")


def _write(writer: Writer, rows: list[tuple[str, str]]) -> None:
    name: Range | None = None
    for word, label in rows:
        if name and label != "I-PER":
            writer.name(name)
            name = None
        place = writer.words([word])
        if label.endswith("-PER"):
            name = (name[0] if name else place[0], place[1])
    if name:
        writer.name(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsFigures:
    """The figures of the pipeline alone and of the whole detection on plain text."""

    alone: Figures
    whole: Figures


def conll_persons(path: Path, options: DetectionOptions | None = None) -> NewsFigures:
    """How well the persons of a file in CoNLL-2002 format are found.

    Args:
        path: Such as ``ned.testa``.
        options: Which pipeline is used; by default the one of the package.

    Raises:
        OSError: The file cannot be read.
        ResourceError: The pipeline is not there.
    """
    samples = tuple(articles(path))
    pipeline = (options.pipeline if options else "") or None
    return NewsFigures(
        alone=figures(samples, found_alone(samples, pipeline)).exact,
        whole=figures(samples, found_whole(samples, options)).exact,
    )
