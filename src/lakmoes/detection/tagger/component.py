"""The component ``lakmoes_tagger`` of the spaCy pipeline: persons by the trained network.

In: documents. Out: their persons as entities, each with a score (``Span._.lakmoes_score``). Entities that
stood there before are kept. Importing this module makes the component known to spaCy.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import set_dropout_rate

from lakmoes.detection.tagger.decoding import NONE, Tagged, names_in
from lakmoes.detection.tagger.layout import word_places
from lakmoes.detection.tagger.network import LABELS, Network

TAGGER = "lakmoes_tagger"
PERSON = "PERSON"
SCORE = "lakmoes_score"
PROBABILITIES = "lakmoes_probabilities"
"""Key of ``Doc.user_data`` with, per word, its first and last offset and how likely it is part of a name."""
UNKNOWN = -1
"""Target of a word of which nobody said whether it is a name."""

NETWORK = {
    "@architectures": "lakmoes.PersonTagger.v1",
    "width": 96,
    "depth": 4,
    "embed": 64,
    "rows": [6000, 1500, 4000, 5000],
}

Span.set_extension(SCORE, default=None, force=True)


@Language.factory(
    TAGGER,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"model": NETWORK},
)
def make_tagger(nlp: Language, name: str, model: Network) -> "PersonTagger":
    """The component, as spaCy makes it."""
    return PersonTagger(nlp.vocab, model, name)


class PersonTagger(TrainablePipe):
    """Finds persons with the network.

    Args:
        vocab: That of the pipeline.
        model: From documents to probabilities of labels.
        name: Of the component.
    """

    def __init__(self, vocab: Vocab, model: Network, name: str = TAGGER) -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {"labels": [PERSON]}

    @property
    def labels(self) -> tuple[str, ...]:
        """The only label."""
        return (PERSON,)

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """The probabilities of labels for each document, a row per word."""
        return list(self.model.predict(list(docs)))

    def set_annotations(self, docs: Iterable[Doc], tables: Iterable[Any]) -> None:
        """Sets names as entities where no entity stands yet, and keeps how likely each word is a name."""
        for doc, table in zip(docs, tables, strict=True):
            places = word_places(doc)
            taken = {index for entity in doc.ents for index in range(entity.start, entity.end)}
            spans = [self._span(doc, places, name) for name in names_in(table)]
            free = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
            doc.set_ents(free, default="unmodified")
            likely = (1.0 - table[:, NONE]).round(3).tolist()
            doc.user_data[PROBABILITIES] = tuple(
                (doc[place].idx, doc[place].idx + len(doc[place]), probability)
                for place, probability in zip(places, likely, strict=True)
            )

    def _span(self, doc: Doc, places: Sequence[int], name: Tagged) -> Span:
        span = Span(doc, places[name.first], places[name.last - 1] + 1, label=PERSON)
        span._.set(SCORE, round(name.score, 3))
        return span

    def initialize(self, get_examples: Any, *, nlp: Language | None = None) -> None:
        """Sets the weights to what they are before training."""
        del get_examples, nlp
        self.model.initialize()

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learns from examples; tokens without annotation count for nothing."""
        examples = list(examples)
        targets = [targets_of(example.reference) for example in examples]
        losses = {} if losses is None else losses
        loss = self.learn([example.reference for example in examples], targets, drop, sgd)
        losses[self.name] = losses.get(self.name, 0.0) + loss
        return losses

    def learn(self, docs: Sequence[Doc], targets: Sequence[Any], drop: float, sgd: Any) -> float:
        """One step of training.

        Args:
            docs: Documents.
            targets: Per document the number of the label of each word; ``UNKNOWN`` counts for nothing.
            drop: Share of the network that is left out.
            sgd: Optimizer; ``None``: nothing is changed.

        Returns:
            The sum of the words' losses, in nats.
        """
        set_dropout_rate(self.model, drop)
        tables, backpropagate = self.model.begin_update(list(docs))
        loss, gradients = 0.0, []
        for table, target in zip(tables, targets, strict=True):
            part, gradient = _loss(table, target)
            loss += part
            gradients.append(gradient)
        backpropagate(gradients)
        if sgd is not None:
            self.model.finish_update(sgd)
        return loss


def _loss(table: Any, target: Any) -> tuple[float, Any]:
    """Cross entropy and its gradient, words of which nothing is known left out."""
    gradient = table.copy()
    known = target != UNKNOWN
    rows = np.flatnonzero(known)
    gradient[~known] = 0.0
    gradient[rows, target[rows]] -= 1.0
    chosen = table[rows, target[rows]]
    return float(-np.log(np.maximum(chosen, 1e-9)).sum()), gradient


def targets_of(doc: Doc) -> Any:
    """The number of the label of each word of an annotated document."""
    places = word_places(doc)
    index = {place: order for order, place in enumerate(places)}
    targets = np.array([UNKNOWN if not doc[place].ent_iob_ else 0 for place in places], dtype=np.int64)
    for entity in doc.ents:
        inside = [index[place] for place in range(entity.start, entity.end) if place in index]
        if entity.label_ == PERSON and inside:
            targets[inside] = labels_for(len(inside))
    return targets


def labels_for(length: int) -> list[int]:
    """The labels of a name of so many words."""
    if length == 1:
        return [LABELS.index("U")]
    return [LABELS.index("B"), *[LABELS.index("I")] * (length - 2), LABELS.index("L")]
