"""How well passages are judged in texts that the weights were not fitted on.

In: the written texts of the package. Out: figures per kind, in words: trained on all fields of government but
one and tested on that one, or trained on four fifths of the texts and tested on the rest. Statements are
judged by the weights alone, without the rules on who may hold an opinion, and count whole; the figures on
dossiers (``scoring``) count single words of the page and know those rules.

    python -m lakmoes.training.evaluation.passages
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lakmoes.detection.passages.judge import Judge
from lakmoes.model import FindingKind
from lakmoes.training.annotated import texts_in
from lakmoes.training.passages import DOSSIERS, KINDS, WRITTEN, Example, examples_in_texts, fit

THRESHOLD = 0.55
PARTS = 5

Named = Mapping[str, Sequence[Example]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Words of one kind: those that are of it, those judged so, those of both, and those covered at all."""

    true: int
    found: int
    right: int
    covered: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where there is nothing."""
        return 2 * self.right / (self.true + self.found) if self.true + self.found else 0.0


def by_field(written: Path = WRITTEN) -> Iterator[tuple[str, Mapping[FindingKind, Figures]]]:
    """Per field of government the figures of a judge that saw the other fields only."""
    fields = {
        folder.name: examples_in_texts(texts_in(folder))
        for folder in sorted(written.iterdir())
        if folder.is_dir() and folder.name != DOSSIERS
    }
    yield from _left_out(fields)


def by_text(written: Path = WRITTEN) -> Iterator[tuple[str, Mapping[FindingKind, Figures]]]:
    """The same per fifth of the texts, divided by their names."""
    parts: dict[str, list[Example]] = {str(part): [] for part in range(PARTS)}
    for folder in sorted(path for path in written.iterdir() if path.is_dir() and path.name != DOSSIERS):
        for example in examples_in_texts(texts_in(folder)):
            parts[str(zlib.crc32(example.source.encode()) % PARTS)].append(example)
    yield from _left_out(parts)


def _left_out(parts: Named) -> Iterator[tuple[str, Mapping[FindingKind, Figures]]]:
    for name, examples in parts.items():
        judge = fit([example for other, found in parts.items() if other != name for example in found])
        yield name, figures_of(examples, judge)


def figures_of(examples: Sequence[Example], judge: Judge) -> dict[FindingKind, Figures]:
    """The figures of a judge on examples."""
    true, found, right, covered = (Counter[FindingKind]() for _ in range(4))
    for example in examples:
        judged = judged_as(example, judge)
        if example.kind:
            true[example.kind] += example.size
            covered[example.kind] += example.size * (judged is not None)
        if judged:
            found[judged] += example.size
            right[judged] += example.size * (judged is example.kind)
    return {
        kind: Figures(true=true[kind], found=found[kind], right=right[kind], covered=covered[kind])
        for kind in KINDS
    }


def judged_as(example: Example, judge: Judge) -> FindingKind | None:
    """The likeliest kind of an example that is sensitive in some way; ``None`` for one that is not."""
    chances = judge.probabilities(example.features)
    if sum(chances.values()) < THRESHOLD:
        return None
    return max(chances, key=lambda kind: chances[kind])


def table(found: Iterator[tuple[str, Mapping[FindingKind, Figures]]]) -> str:
    """F1 per kind as a table in Markdown, one line a part."""
    lines = ["| part | " + " | ".join(KINDS) + " |", "|---" * (len(KINDS) + 1) + "|"]
    for name, figures in found:
        lines.append(f"| {name} | " + " | ".join(f"{figures[kind].f1:.2f}" for kind in KINDS) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    for measured in (by_field, by_text):
        print(table(measured()), flush=True)
