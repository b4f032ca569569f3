"""Fits the weights with which passages are judged.

In: a folder of annotated texts (``training/written``; in its folder ``dossiers`` one folder a dossier). Out:
``detection/passages/weights.json``. Reproducible: the same texts and cue lists give the same weights.

    python -m lakmoes.training.passages [FOLDER [WEIGHTS]]
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from lakmoes.detection.passages.context import Statement, statements
from lakmoes.detection.passages.cues import cue_book
from lakmoes.detection.passages.features import CUES, Features, features_of
from lakmoes.detection.passages.judge import WEIGHTS, Judge
from lakmoes.model import DocumentKind, FindingKind, Page
from lakmoes.training.annotated import AnnotatedText, Marked, read_text
from lakmoes.training.regression import Objective, fitted, minimised, penalised, sparse

KINDS = (
    FindingKind.OPINION,
    FindingKind.OPERATIONAL,
    FindingKind.INSPECTION,
    FindingKind.DISADVANTAGE,
    FindingKind.BUSINESS_DATA,
    FindingKind.FINANCIAL_INTEREST,
    FindingKind.FOREIGN_RELATIONS,
    FindingKind.STATE_SECURITY,
    FindingKind.PERSONAL_REMARK,
)
"""What is learnt. Names and what is out of scope are found in other ways."""
CLASSES: tuple[FindingKind | None, ...] = (None, *KINDS)
MOSTLY = 0.5
"""Share of a statement's letters that a passage must cover for the statement to be of its kind."""
LEAST_SOURCES = 2
LEAST_TEXTS = 3
"""Texts in which a word must occur to get a weight. Each text has its own subject: no subject's own words."""
TEXTUAL = frozenset({"word", "pair", "begin", "end", "heading", "column", "side", "label"})
"""Sorts of features that hold words."""
PENALTIES = {
    "word": 12.0,
    "pair": 24.0,
    "begin": 32.0,
    "end": 32.0,
    "heading": 24.0,
    "column": 12.0,
    "side": 12.0,
    "label": 12.0,
    "document": 32.0,
    "near": 16.0,
    "row": 8.0,
    "column share": 8.0,
}
"""Penalty on the squared weights of each sort of features: the more there are of a sort, the higher."""
PENALTY = 10.0
"""Penalty on all other sorts."""
NEGLIGIBLE = 0.05
DECIMALS = 2
DOSSIERS = "dossiers"
"""Folder whose folders each hold the documents of one dossier."""
PACKAGE = Path(str(files("lakmoes")))
WRITTEN = PACKAGE / "training" / "written"
SHIPPED = PACKAGE / "detection" / "passages" / WEIGHTS


@dataclass(frozen=True, slots=True)
class Example:
    """A judged statement: its features, what it is (``None``: no passage), its words, the text it is from.

    All documents of a dossier have one source: they share its subject.
    """

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
    """The examples in all annotated texts of a folder; each in its folder ``dossiers`` is one source."""
    found: list[Example] = []
    for path in sorted(folder.rglob("*.txt")):
        of_dossier = path.parent.parent == folder / DOSSIERS
        found += examples_in_texts([read_text(path)], path.parent.name if of_dossier else "")
    return found


def examples_in_texts(texts: Iterable[AnnotatedText], source: str = "") -> list[Example]:
    """The examples in annotated texts; without a source each text is its own."""
    return [
        example
        for text in texts
        for example in examples_of(text.kind, text.pages, text.marked, source or text.name)
    ]


def fit(examples: Sequence[Example]) -> Judge:
    """The judge whose weights explain the examples best."""
    columns = {name: index for index, name in enumerate(sorted(telling(examples)))}
    objective = objective_of(examples, columns)
    table = minimised(objective, (len(columns), len(CLASSES)))
    weights = {
        name: tuple(round(float(weight - row[0]), DECIMALS) for weight in row[1:])
        for name, row in zip(columns, table, strict=True)
    }
    kept = {name: row for name, row in weights.items() if max(map(abs, row)) >= NEGLIGIBLE}
    return Judge(kinds=KINDS, weights=kept)


def objective_of(examples: Sequence[Example], columns: Mapping[str, int]) -> Objective:
    """The loss of a table of weights, with its penalty, shape ``(columns, 1 + kinds)``, "none" first."""
    loss = fitted(
        sparse([example.features for example in examples], columns),
        [CLASSES.index(example.kind) for example in examples],
        [max(1, example.size) ** 0.5 for example in examples],
        (len(columns), len(CLASSES)),
    )
    penalties = [PENALTIES.get(name.partition(":")[0], PENALTY) for name in columns]
    return penalised(loss, np.array(penalties, dtype=np.float64)[:, None])


def telling(examples: Sequence[Example]) -> set[str]:
    """The features that occur in enough texts to say something of others."""
    sources: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            sources[name].add(example.source)
    return {
        name
        for name, found in sources.items()
        if len(found) >= (LEAST_TEXTS if name.partition(":")[0] in TEXTUAL else LEAST_SOURCES)
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


def write_weights(texts: Iterable[AnnotatedText], target: Path) -> None:
    """Writes weights fitted on the texts of the package and on others, such as reviewed dossiers.

    Args:
        texts: The other texts, each with its own subject.
        target: The file to write.

    Raises:
        OSError: The file cannot be written.
    """
    write_judge(fit([*examples_in(WRITTEN), *examples_in_texts(texts)]), target)


def write_weights_without(dossier: str, target: Path) -> None:
    """Writes weights fitted on the texts of the package but those of one dossier, to measure on that one.

    Raises:
        OSError: The file cannot be written.
    """
    write_judge(fit([example for example in examples_in(WRITTEN) if example.source != dossier]), target)


def main(arguments: Sequence[str]) -> None:
    """Fits and writes the weights; both paths have those of the package as default."""
    folder = Path(arguments[0]) if arguments else WRITTEN
    target = Path(arguments[1]) if len(arguments) > 1 else SHIPPED
    write_judge(fit(examples_in(folder)), target)


if __name__ == "__main__":
    main(sys.argv[1:])
