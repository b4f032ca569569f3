"""Figures as tables in Markdown, beside the targets that detection must reach.

In: scores of dossiers and figures of names. Out: text in Dutch; a figure that misses its target is bold.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lakmoes.training.evaluation.news import NewsFigures
from lakmoes.training.evaluation.scoring import Scores, Share

PERSONAL, OPERATIONAL, OPINION = "10.2.e", "10.2.c", "11.1"
NUMBERS = ("bsn", "iban", "e-mail", "telefoon", "kenteken")
LEFT_OUT, SHIPPED, TERMS = "zonder dit dossier", "zoals geleverd", "met termenlijst"
"""Ways in which a dossier is searched."""
WAYS = (LEFT_OUT, SHIPPED, TERMS)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that detection must reach: its name, its bound, and how it is taken from scores."""

    name: str
    bound: float
    of: Callable[[Scores], Sequence[Share] | float]
    at_most: bool = False

    def row(self, found: Sequence[Scores]) -> str:
        """A line of a table: name, bound, and the figure in each of the scores."""
        cells = (self._cell(self.of(scores)) for scores in found)
        sign = "≤" if self.at_most else "≥"
        return f"| {self.name} | {sign} {self.bound} | " + " | ".join(cells) + " |"

    def _cell(self, found: Sequence[Share] | float) -> str:
        if isinstance(found, float):
            value, shown = found, f"{found:.3f}"
        else:
            part, whole = sum(share.part for share in found), sum(share.whole for share in found)
            value, shown = Share(part, whole).value, f"{Share(part, whole).value:.3f} ({part}/{whole})"
            if not whole:
                return "–"
        reached = value <= self.bound if self.at_most else value >= self.bound
        return shown if reached else f"**{shown}**"


def _ground(code: str) -> Callable[[Scores], float]:
    return lambda found: found.grounds[code].f1 if code in found.grounds else 1.0


def _passages(*kinds: str) -> Callable[[Scores], list[Share]]:
    return lambda found: [share for (_, kind), share in found.passages.items() if kind in kinds]


def _others(found: Scores) -> list[Share]:
    apart = {PERSONAL, OPERATIONAL, OPINION}
    return [score.covered for code, score in found.grounds.items() if code not in apart]


TARGETS = (
    Target("10.2.e, woorden gedekt", 0.99, lambda found: [found.grounds[PERSONAL].covered]),
    Target("namen, heel gedekt", 0.98, _passages("naam")),
    Target("precisie over alle gedekte woorden", 0.92, lambda found: [found.precision]),
    Target("BSN, IBAN, e-mail, telefoon, kenteken, heel gedekt", 1.0, _passages(*NUMBERS)),
    Target("10.2.c, F1", 0.80, _ground(OPERATIONAL)),
    Target("11.1, F1", 0.75, _ground(OPINION)),
    Target("10.2.g en andere gronden, woorden gedekt", 0.60, _others),
    Target("te behouden woorden, ten onrechte gedekt", 0.01, lambda found: [found.kept], at_most=True),
)


def targets_table(found: Mapping[str, Mapping[str, Scores]]) -> str:
    """Targets down, dossiers and ways across."""
    columns = [(name, way) for way in WAYS for name in found]
    head = "| cijfer | doel | " + " | ".join(f"{name}, {way}" for name, way in columns) + " |"
    rows = (target.row([found[name][way] for name, way in columns]) for target in TARGETS)
    return "\n".join((head, "|---" * (len(columns) + 2) + "|", *rows)) + "\n"


def grounds_table(name: str, found: Scores) -> str:
    """Per ground of a dossier: words, covered, precision, recall and F1."""
    head = f"| {name}, zonder dit dossier | woorden | gedekt | P | R | F1 |\n|---|---|---|---|---|---|"
    rows = (
        f"| {code} | {score.covered.whole} | {score.covered.value:.3f} | {score.precision.value:.3f} |"
        f" {score.recall.value:.3f} | {score.f1:.3f} |"
        for code, score in found.grounds.items()
    )
    return "\n".join((head, *rows)) + "\n"


def news_line(found: NewsFigures) -> str:
    """Persons in newspaper text: exact F1 of the whole detection and of the pipeline alone."""
    return (
        f"Personen in CoNLL-2002 testa, precies: F1 {found.whole.f1:.3f}"
        f" (precisie {found.whole.precision:.3f}, gevonden {found.whole.recall:.3f});"
        f" het model alleen: F1 {found.alone.f1:.3f}.\n"
    )
