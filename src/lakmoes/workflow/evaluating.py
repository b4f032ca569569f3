"""How good the detection is, measured on dossiers of which the right redactions are known.

In: a data folder with ``dossiers/NAME/{pdf,gold}`` and ``ner/conll2002_nl/ned.testa`` (names in the news).
Out: tables in Markdown. Each dossier is searched as a user would have it searched, three times: with weights
of passages that were fitted without it, as shipped, and as shipped with a list of terms. The name model never
learns from these dossiers.

    python -m lakmoes.workflow.evaluating DATA
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lakmoes.dossier.settings import SETTINGS_FILE
from lakmoes.training.evaluation.forms import gold_documents
from lakmoes.training.evaluation.news import conll_persons
from lakmoes.training.evaluation.scoring import Scores, scores
from lakmoes.training.evaluation.tables import (
    LEFT_OUT,
    SHIPPED,
    TERMS,
    grounds_table,
    news_line,
    targets_table,
)
from lakmoes.training.passages import write_weights_without
from lakmoes.workflow.opening import Order
from lakmoes.workflow.run import Step, run

NEWS = Path("ner", "conll2002_nl", "ned.testa")
SUGGESTIONS = "suggestions.json"
LONGEST_TERM = 4
"""Words of a term: names of firms, products and projects, as a handler would list them."""
DISADVANTAGE = "10.2.g"

Report = Callable[[str], None]


def evaluate(data: Path, report: Report) -> None:
    """Reports the figures of every dossier in the data folder, and of names in the news.

    Raises:
        OSError: The data folder is not as it should be.
        LakmoesError: A dossier could not be searched.
    """
    found: dict[str, dict[str, Scores]] = {}
    for dossier in sorted((data / "dossiers").iterdir()):
        if (dossier / "gold").is_dir():
            found[dossier.name] = dict(_measured(dossier))
    report(targets_table(found))
    for name, by_way in found.items():
        report(grounds_table(name, by_way[LEFT_OUT]))
    report(news_line(conll_persons(data / NEWS)))


def _measured(dossier: Path) -> Iterator[tuple[str, Scores]]:
    with tempfile.TemporaryDirectory() as place:
        weights = Path(place) / "weights.json"
        write_weights_without(dossier.name, weights)
        left_out = f'[detection]\nweights = "{weights.as_posix()}"\n'
        for way, settings in ((LEFT_OUT, left_out), (SHIPPED, ""), (TERMS, _term_settings(dossier))):
            yield way, _scored(dossier, settings, Path(place) / way)


def _scored(dossier: Path, settings: str, place: Path) -> Scores:
    """The scores of a search with these settings, made in a folder of its own."""
    folder, out = place / "stukken", place / "uit"
    shutil.copytree(dossier / "pdf", folder)
    (folder / SETTINGS_FILE).write_text(settings, encoding="utf-8")
    outcome = run(Order(folder=folder, out=out), _Silent(), Step.SUGGEST)
    for error in outcome.failures.values():
        raise error
    return scores(dossier / "gold", out / SUGGESTIONS)


def _term_settings(dossier: Path) -> str:
    """The short passages under other grounds than persons and opinions, as a handler lists terms."""
    terms = {
        (passage.text.strip(" .,;:()"), passage.ground)
        for document in gold_documents(dossier / "gold")
        for passage in document.spans
        if passage.ground == DISADVANTAGE and len(passage.text.split()) <= LONGEST_TERM
    }
    return "".join(
        f"[[term]]\ntext = {json.dumps(text)}\nground = {json.dumps(ground)}\ncompound = true\n"
        for text, ground in sorted(terms)
        if text
    )


class _Silent:
    def begin(self, stage: str, documents: int, pages: int) -> None:
        """Nobody looks."""

    def advance(self, pages: int) -> None:
        """Nobody looks."""


def main(arguments: Sequence[str]) -> None:
    """Prints the figures of the data folder that is named."""
    if len(arguments) != 1:
        raise SystemExit("python -m lakmoes.workflow.evaluating DATA")
    evaluate(Path(arguments[0]), lambda text: print(text, flush=True))


if __name__ == "__main__":
    main(sys.argv[1:])
