"""Fits the weights with which passages are judged.

In: a folder of annotated texts (``training/written``). Out: ``detection/passages/weights.json``.
Reproducible: the same texts and cue lists give the same weights.

    python -m lakmoes.training.passages [FOLDER [WEIGHTS]]
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lakmoes.detection.passages.context import Statement, statements
from lakmoes.detection.passages.cues import cue_book
from lakmoes.detection.passages.features import CUES, Features, features_of
from lakmoes.detection.passages.judge import WEIGHTS, Judge
from lakmoes.model import DocumentKind, FindingKind, Page
from lakmoes.training.annotated import Marked, texts_in
from lakmoes.training.regression import fitted, minimised, penalised, sparse

KINDS = (
    FindingKind.OPINION,
    FindingKind.OPERATIONAL,
    FindingKind.INSPECTION,
    FindingKind.DISADVANTAGE,
    FindingKind.BUSINESS_DATA,
    FindingKind.FINANCIAL_INTEREST,
    FindingKind.FOREIGN_RELATIONS,
    FindingKind.STATE_SECURITY,
)
"""What is learnt. Personal remarks, names and what is out of scope are found in other ways."""
MOSTLY = 0.5
"""Share of a statement's letters that a passage must cover for the statement to be of its kind."""
TEXTUAL = ("word:", "column:", "label:")
LEAST_TEXTS = 3
"""Texts in which a word must occur to get a weight. Each text has its own subject: no subject's own words."""
LEAST_SOURCES = 2
PENALTY = 8.0
NEGLIGIBLE = 0.01
DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A judged statement: its features, what it is (``None``: no passage), its words, the text it is from."""

    features: Features
    kind: FindingKind | None
    size: int
    source: str


def examples_of(
    kind: DocumentKind, pages: Sequence[Page], marked: Sequence[Marked], source: str
) -> list[Example]:
    """The examples in a document; ``marked``: the passages of each of its pages, in order."""
    found = [statement for statement in statements(kind, pages) if statement.judged]
    passages = {page.index: (page.text, ranges) for page, ranges in zip(pages, marked, strict=True)}
    return [
        Example(
            features, kind_of(statement, *passages[statement.page_index]), len(statement.text.split()), source
        )
        for statement, features in zip(found, features_of(found, cue_book(CUES)), strict=True)
    ]


def kind_of(statement: Statement, text: str, ranges: Marked) -> FindingKind | None:
    """The kind of passage that covers most of a statement; ``None`` where none does."""
    start, end = statement.unit.start, statement.unit.end
    covered: Counter[FindingKind] = Counter()
    for low, high, kind in ranges:
        if kind in KINDS:
            covered[kind] += _letters(text[max(low, start) : min(high, end)])
    best = max(covered, key=lambda kind: (covered[kind], kind), default=None)
    return best if best and covered[best] >= MOSTLY * _letters(text[start:end]) else None


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def examples_in(folder: Path) -> list[Example]:
    """The examples in all annotated texts of a folder."""
    found: list[Example] = []
    for text in texts_in(folder):
        found += examples_of(text.kind, text.pages, text.marked, text.name)
    return found


def fit(examples: Sequence[Example]) -> Judge:
    """The judge whose weights explain the examples best."""
    columns = {name: index for index, name in enumerate(sorted(telling(examples)))}
    classes: tuple[FindingKind | None, ...] = (None, *KINDS)
    shape = len(columns), len(classes)
    objective = fitted(
        sparse([example.features for example in examples], columns),
        [classes.index(example.kind) for example in examples],
        [max(1, example.size) ** 0.5 for example in examples],
        shape,
    )
    table = minimised(penalised(objective, PENALTY), shape)
    weights = {
        name: tuple(round(float(weight - row[0]), DECIMALS) for weight in row[1:])
        for name, row in zip(columns, table, strict=True)
    }
    kept = {name: row for name, row in weights.items() if max(map(abs, row)) >= NEGLIGIBLE}
    return Judge(kinds=KINDS, weights=kept)


def telling(examples: Sequence[Example]) -> set[str]:
    """The features that occur in enough texts to say something of others."""
    sources: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            sources[name].add(example.source)
    return {
        name
        for name, found in sources.items()
        if len(found) >= (LEAST_TEXTS if name.startswith(TEXTUAL) else LEAST_SOURCES)
    }


def write_judge(judge: Judge, path: Path) -> None:
    """Writes the table of weights, one feature a line."""
    rows = (
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}"
        for name, row in sorted(judge.weights.items())
    )
    kinds = json.dumps([str(kind) for kind in judge.kinds])
    path.write_text(
        f'{{\n"kinds": {kinds},\n"weights": {{\n' + ",\n".join(rows) + "\n}\n}\n", encoding="utf-8"
    )


def main(arguments: Sequence[str]) -> None:
    """Fits and writes the weights; both paths have those of the package as default."""
    package = Path(str(files("lakmoes")))
    folder = Path(arguments[0]) if arguments else package / "training" / "written"
    target = Path(arguments[1]) if len(arguments) > 1 else package / "detection" / "passages" / WEIGHTS
    write_judge(fit(examples_in(folder)), target)


if __name__ == "__main__":
    main(sys.argv[1:])
