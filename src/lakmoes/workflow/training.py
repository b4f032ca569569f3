"""Training models on dossiers that people have decided, or on the public corpora.

In: orders of reviewed dossiers, or a data folder. Out: a folder with models that ``dossier.toml`` can name: a
spaCy pipeline for names and weights for passages. Nothing leaves the machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lakmoes.errors import LakmoesError, UsageError
from lakmoes.training.annotated import AnnotatedText
from lakmoes.training.names.shipping import FIELDS, WRITTEN, train, train_further
from lakmoes.training.passages import write_weights
from lakmoes.training.reviewed import ReviewedDocument, reviewed_text
from lakmoes.workflow.analysing import Progress, analysis_of
from lakmoes.workflow.holding import held
from lakmoes.workflow.opening import Order, opened

PIPELINE, WEIGHTS = "namen", "passages.json"
"""What the folder of models holds."""

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What training came to.

    Attributes:
        documents: Decided documents that were learnt from.
        pipeline: Folder of the names, ``None`` where no decided document holds a name.
        weights: File of the passages.
    """

    documents: int
    pipeline: Path | None
    weights: Path


def train_on_dossiers(orders: Sequence[Order], out: Path, progress: Progress, report: Report) -> Trained:
    """Goes on from the models of the package with documents on which people decided everything.

    Raises:
        UsageError: No document of the dossiers is decided.
        DossierError: A dossier or the folder cannot be used.
    """
    texts = [text for order in orders for text in reviewed_texts(order, progress)]
    if not texts:
        raise UsageError("nothing-decided")
    out.mkdir(parents=True, exist_ok=True)
    write_weights(texts, out / WEIGHTS)
    named = any(text.names_marked for text in texts)
    if named:
        train_further(texts, out / PIPELINE, report)
    return Trained(documents=len(texts), pipeline=out / PIPELINE if named else None, weights=out / WEIGHTS)


def reviewed_texts(order: Order, progress: Progress) -> list[AnnotatedText]:
    """The documents of a dossier on which nothing is open and something was decided.

    Raises:
        UsageError: The folder or ``dossier.toml`` is not right.
        DossierError: The output folder cannot be used.
    """
    failures: dict[int, LakmoesError] = {}
    with opened(order) as dossier:
        cases = held(dossier, progress, failures).cases
        reviewed = (
            ReviewedDocument(
                document=case.document,
                pages=analysis_of(dossier, case.document).pages,
                suggestions=case.suggestions,
                state=case.state,
            )
            for case in cases.values()
            if case.is_begun
        )
        texts = (reviewed_text(document, dossier.book) for document in reviewed)
        return [text for text in texts if text is not None]


def train_anew(data: Path, out: Path, report: Report) -> Trained:
    """Makes the models of the package anew from the data folder and the written texts.

    Raises:
        OSError: A corpus is missing, or the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    write_weights((), out / WEIGHTS)
    train(data, [WRITTEN / field for field in FIELDS], out / PIPELINE, report)
    return Trained(documents=0, pipeline=out / PIPELINE, weights=out / WEIGHTS)
