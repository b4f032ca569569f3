"""How the component ``lakmoes_tagger`` learns: rounds over varied samples, in batches of words.

In: samples and settings. Out: a spaCy pipeline with the trained component; its weights are the averages over
the last steps. Reproducible on one machine: one seed decides the order, the variation and what is left out;
other processors may round otherwise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, Model, NumpyOps, Ops, fix_random_seed

from lakmoes.detection.recognizer import LANGUAGE
from lakmoes.detection.tagger.component import TAGGER, UNKNOWN, PersonTagger, labels_for
from lakmoes.detection.tagger.layout import UNLISTED, word_places
from lakmoes.training.names.samples import Sample

Report = Callable[[str], None]
Vary = Callable[[Sample, Random], tuple[Sample, frozenset[str]]]
"""Gives a variant of a sample, and the words that are to count as standing in no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How long and how fast is learnt.

    Attributes:
        rounds: Times that every sample is seen.
        rate: Largest step; it grows at first and then shrinks to nothing.
        warm: Share of the steps in which it grows.
        batch: Words learnt from at once.
        drop: Share of the network that is left out in a step.
        decay: Pull of the weights to nought.
        seed: Decides all chance.
    """

    rounds: int = 10
    rate: float = 0.002
    warm: float = 0.05
    batch: int = 2000
    drop: float = 0.2
    decay: float = 0.0001
    seed: int = 1


Learnt = tuple[Doc, Any]
"""A document with the numbers of its labels."""


def new_pipeline(seed: int = 1) -> Language:
    """A Dutch pipeline with an untrained component, whose weights the seed decides."""
    fix_random_seed(seed)
    pipeline = spacy.blank(LANGUAGE)
    pipeline.add_pipe(TAGGER)
    pipeline.initialize()
    return pipeline


def fit(
    pipeline: Language, samples: Sequence[Sample], vary: Vary, settings: Settings, report: Report
) -> Language:
    """The pipeline, its component trained on the samples.

    Args:
        pipeline: With the component, trained or not.
        samples: What is learnt from.
        vary: Makes another variant of a sample in every round.
        settings: See there.
        report: Is told how each round went.
    """
    fix_random_seed(settings.seed)
    rng = Random(settings.seed)  # noqa: S311 - variety, no secret
    component: PersonTagger = pipeline.get_pipe(TAGGER)
    kept = component.model.ops
    _compute_with(component.model, NumpyOps(use_blis=False))  # numpy's own is four times as fast
    optimizer = Adam(settings.rate, beta2=0.99, L2=settings.decay, grad_clip=1.0, use_averages=True)
    rates = _rates(samples, settings)
    for turn in range(settings.rounds):
        loss = words = 0.0
        for docs, targets in batches(pipeline, samples, vary, rng, settings.batch):
            optimizer.learn_rate = next(rates)
            loss += component.learn(docs, targets, settings.drop, optimizer)
            words += sum(len(target) for target in targets)
        report(f"ronde {turn + 1}: {words:.0f} woorden, verlies {loss / max(words, 1):.4f}")
    with component.model.use_params(optimizer.averages):
        weights = component.model.to_bytes()
    component.model.from_bytes(weights)
    _compute_with(component.model, kept)
    return pipeline


def _compute_with(model: Model[Any, Any], ops: Ops) -> None:
    for node in model.walk():
        node.ops = ops


def _rates(samples: Sequence[Sample], settings: Settings) -> Iterator[float]:
    """The step of each batch: up in a line, then down in a line."""
    words = sum(len(sample.text) for sample in samples) / 5.0
    steps = max(2.0, settings.rounds * words / settings.batch)
    step = 0
    while True:
        done = min(1.0, step / steps)
        rising, falling = done / settings.warm, (1.0 - done) / (1.0 - settings.warm)
        yield settings.rate * max(0.01, min(rising, falling))
        step += 1


def batches(
    pipeline: Language, samples: Sequence[Sample], vary: Vary, rng: Random, size: int
) -> Iterator[tuple[list[Doc], list[Any]]]:
    """The samples in another order and varied, in batches of some ``size`` words."""
    order = list(samples)
    rng.shuffle(order)
    docs: list[Doc] = []
    targets: list[Any] = []
    words = 0
    for sample in order:
        doc, target = learnt(pipeline, *vary(sample, rng))
        if not len(target):
            continue
        docs.append(doc)
        targets.append(target)
        words += len(target)
        if words >= size:
            yield docs, targets
            docs, targets, words = [], [], 0
    if docs:
        yield docs, targets


def learnt(pipeline: Language, sample: Sample, unlisted: frozenset[str] = frozenset()) -> Learnt:
    """The document of a sample and the number of the label of each word."""
    doc = pipeline.make_doc(sample.text)
    if unlisted:
        doc.user_data[UNLISTED] = unlisted
    places = word_places(doc)
    starts = np.array([doc[place].idx for place in places], dtype=np.int64)
    ends = np.array([doc[place].idx + len(doc[place]) for place in places], dtype=np.int64)
    target = np.zeros(len(places), dtype=np.int64)
    for start, end in sample.unknown:
        target[(starts < end) & (ends > start)] = UNKNOWN
    for start, end in sample.names:
        inside = np.flatnonzero((starts < end) & (ends > start))
        if len(inside):
            target[inside] = labels_for(len(inside))
    return doc, target


def unvaried(sample: Sample, rng: Random) -> tuple[Sample, frozenset[str]]:
    """The sample as it is."""
    del rng
    return sample, frozenset()
