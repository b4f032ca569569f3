"""How well names of persons are found in texts of which the names are marked.

In: samples, and a pipeline or the options of a dossier. Out: figures, by exact ranges and by words. The
pipeline alone is measured as spaCy gives its entities; the whole detection as a dossier of one page:
recognizers, pipeline, and the register of persons. What policy keeps readable counts as found.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from lakmoes.detection.engine import DetectionEngine
from lakmoes.detection.lists import name_lists
from lakmoes.detection.options import DetectionOptions
from lakmoes.detection.pipeline import PERSON_LABELS, load_pipeline
from lakmoes.detection.tokens import Kind, tokenize
from lakmoes.model import DocumentKind, Finding, FindingKind, Page, SourceDocument, TextSource
from lakmoes.persons import Vocabulary, gather
from lakmoes.training.annotated import texts_in
from lakmoes.training.names.samples import Range, Sample, samples_of

WORD = re.compile(r"[^\W\d_]+")
ASKED = 0.4
"""Score from which a name is asked or redacted (``grounds/policy.toml``)."""
HELD_OUT = 5
"""Of so many written texts of a folder one is not trained on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of what people marked, what was found, and what is in both.

    Attributes:
        marked: Names that people marked.
        found: Names that were found.
        right: Names found with exactly the marked range.
    """

    marked: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what people marked that was found."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            marked=self.marked + other.marked,
            found=self.found + other.found,
            right=self.right + other.right,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFigures:
    """The figures by exact ranges and by words.

    Attributes:
        exact: Of whole names; academic titles before a name count neither way.
        words: Of words of names, which is what is covered on a page.
    """

    exact: Figures = Figures()
    words: Figures = Figures()

    def __add__(self, other: "NameFigures") -> "NameFigures":
        return NameFigures(exact=self.exact + other.exact, words=self.words + other.words)


def figures(samples: Iterable[Sample], found: Iterable[Sequence[Range]]) -> NameFigures:
    """The figures over samples, given the ranges that were found in each."""
    total = NameFigures()
    for sample, ranges in zip(samples, found, strict=True):
        total += _figures_of(sample, ranges)
    return total


def _figures_of(sample: Sample, ranges: Sequence[Range]) -> NameFigures:
    known = [place for place in ranges if not _overlaps(place, sample.unknown)]
    untitled = {without_title(sample.text, place) for place in known}
    marked = {without_title(sample.text, place) for place in sample.names}
    covered = _words_in(sample.text, untitled)
    words = _words_in(sample.text, marked)
    return NameFigures(
        exact=Figures(marked=len(marked), found=len(untitled), right=len(marked & untitled)),
        words=Figures(marked=len(words), found=len(covered), right=len(words & covered)),
    )


def _overlaps(place: Range, others: Iterable[Range]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def _words_in(text: str, ranges: Iterable[Range]) -> set[int]:
    return {match.start() for place in ranges for match in WORD.finditer(text, *place)}


def without_title(text: str, place: Range) -> Range:
    """The range of a name without the academic titles before it, which some mark and some do not."""
    start, end = place
    for token, after in pairwise(tokenize(text[start:end])):
        if not token.has(Kind.ACADEMIC | Kind.HONORIFIC):
            break
        start = place[0] + after.start
    return start, end


def found_alone(samples: Iterable[Sample], pipeline: Path | str | None = None) -> Iterator[tuple[Range, ...]]:
    """The ranges that the pipeline alone finds in each sample.

    Raises:
        ResourceError: The pipeline is not there or cannot be read.
    """
    for doc in load_pipeline(pipeline).pipe(sample.text for sample in samples):
        persons = (entity for entity in doc.ents if entity.label_ in PERSON_LABELS)
        yield tuple((entity.start_char, entity.end_char) for entity in persons)


def found_whole(
    samples: Iterable[Sample], options: DetectionOptions | None = None
) -> Iterator[tuple[Range, ...]]:
    """The ranges that the whole detection finds in each sample.

    Raises:
        ResourceError: The pipeline is not there or cannot be read.
        DetectionError: A recognizer failed.
    """
    engine, vocabulary = DetectionEngine(options, detectors=()), Vocabulary.of_lists(name_lists())
    for sample in samples:
        found = _gathered(sample, engine, vocabulary)
        names = (one for one in found if one.kind is FindingKind.NAME and one.score >= ASKED)
        yield tuple((one.span.start, one.span.end) for one in names)


def _gathered(sample: Sample, engine: DetectionEngine, vocabulary: Vocabulary) -> tuple[Finding, ...]:
    page = _page(sample.text)
    found = engine.detect(DOCUMENT, (page,))
    _, complete = gather({DOCUMENT.id: found}, {DOCUMENT.id: (page,)}, (), vocabulary)
    return complete[DOCUMENT.id]


DOCUMENT = SourceDocument(
    id="0" * 64,
    number=1,
    file_name="text",
    title="",
    date=None,
    kind=DocumentKind.OTHER,
    page_count=1,
)


def _page(text: str) -> Page:
    return Page(
        document_id=DOCUMENT.id,
        index=0,
        width=595.0,
        height=842.0,
        rotation=0,
        text=text,
        words=(),
        text_source=TextSource.DIGITAL,
    )


def held_out(folder: Path) -> Iterator[Sample]:
    """One in five of the written texts with names in a folder: the shipped model was not trained on them."""
    return samples_of((text for text in texts_in(folder) if is_held_out(text.name)), "written")


def trained_on(folder: Path) -> Iterator[Sample]:
    """The other written texts with names in a folder."""
    return samples_of((text for text in texts_in(folder) if not is_held_out(text.name)), "written")


def is_held_out(name: str) -> bool:
    """Whether a written text is kept for measuring; its name decides, so that new texts change nothing."""
    return crc32(name.encode()) % HELD_OUT == 0
