"""From probabilities of labels to names: the likeliest row of labels that is possible.

In: a table of probabilities, a row per word. Out: ranges of words with a score. Viterbi's way over the
stretches where a name is at all likely; all other words are none.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

NONE, FIRST, INNER, LAST, ONLY = range(5)
"""Columns, as in ``network.LABELS``."""
FOLLOWERS = (
    (NONE, FIRST, ONLY),
    (INNER, LAST),
    (INNER, LAST),
    (NONE, FIRST, ONLY),
    (NONE, FIRST, ONLY),
)
"""Labels that may follow each."""
STARTS, ENDS = (NONE, FIRST, ONLY), (NONE, LAST, ONLY)
UNLIKELY = 0.02
"""Probability of any name below which a word is none."""
LEAST = 1e-9


class Tagged(NamedTuple):
    """A name: words ``first`` to ``last`` (excluded) with its probability."""

    first: int
    last: int
    score: float


def names_in(table: Any) -> Iterator[Tagged]:
    """The names in a table of probabilities, in order."""
    likely = np.flatnonzero(table[:, NONE] < 1 - UNLIKELY)
    for start, end in _stretches([int(place) for place in likely]):
        labels = _best(table[start:end].tolist())
        for first, last in _ranges(labels):
            score = float(np.mean(1.0 - table[start + first : start + last, NONE]))
            yield Tagged(start + first, start + last, score)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring places."""
    start = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield places[start], places[index - 1] + 1
            start = index


def _best(rows: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest possible row of labels."""
    scores = [_log(rows[0][label]) if label in STARTS else -math.inf for label in range(5)]
    origins: list[list[int]] = []
    for row in rows[1:]:
        best = [-math.inf] * 5
        origin = [0] * 5
        for label, score in enumerate(scores):
            for follower in FOLLOWERS[label]:
                if score > best[follower]:
                    best[follower], origin[follower] = score, label
        scores = [score + _log(row[label]) for label, score in enumerate(best)]
        origins.append(origin)
    label = max(ENDS, key=lambda end: scores[end])
    labels = [label]
    for origin in reversed(origins):
        label = origin[label]
        labels.append(label)
    return labels[::-1]


def _log(probability: float) -> float:
    return math.log(max(probability, LEAST))


def _ranges(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, label in enumerate(labels):
        if label in (FIRST, ONLY):
            start = index
        if label in (LAST, ONLY):
            yield start, index + 1
