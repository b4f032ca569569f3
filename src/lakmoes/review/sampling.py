"""A sample of what was not marked: drawn so that it can be drawn again, and what it says of the whole.

In: the items of the dossier in which something stays readable (``population``), a seed, and the answers in
the log. Out: the items to look at, and how many misses there are at most in the whole dossier.

Does not know texts: an item is a place. What was drawn stands for the dossier as it was then: to draw the
same again later, take what held when the ``SampleDrawn`` entry was made.
"""

import hashlib
import random
from collections.abc import Collection
from dataclasses import dataclass
from math import comb

from lakmoes.model import SampleAnswer, SampleDrawn, SampleUnit
from lakmoes.review.log import Log

ONE_IN = 20
"""The bound is too low for at most one sample in so many: 95 % confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOutcome:
    """What a sample says.

    Attributes:
        drawn: The sample.
        answered: Items that were looked at.
        missed: Items among them in which something was missed.
        bound: At most so many items of the whole, with 95 % confidence; ``None`` until all are answered.
    """

    drawn: SampleDrawn
    answered: int
    missed: int
    bound: int | None


def sample_of(population: Collection[str], unit: SampleUnit, seed: int, size: int) -> SampleDrawn:
    """What the log says of a sample that is drawn now; of a smaller population all is drawn."""
    return SampleDrawn(
        unit=unit,
        seed=seed,
        size=min(size, len(set(population))),
        population=len(set(population)),
        dossier_digest=hashlib.sha256("\n".join(sorted(set(population))).encode()).hexdigest()[:16],
    )


def draw(population: Collection[str], seed: int, size: int) -> tuple[str, ...]:
    """A simple random sample without replacement, in the order in which it was drawn.

    Each item gets a number, the lowest are drawn. Only ``random()`` of Python's generator is promised to
    give the same numbers in later versions for a seed, hence not its ``sample()``.
    """
    generator = random.Random(seed)  # noqa: S311 - statistics; it must be repeatable and guards no secret
    numbered = [(generator.random(), item) for item in sorted(set(population))]
    return tuple(item for _, item in sorted(numbered)[:size])


def upper_bound(population: int, size: int, missed: int) -> int:
    """How many items of the population are misses at most, with 95 % confidence; those found included.

    Exact one-sided bound: the largest number of misses with which a sample of this size shows no more misses
    than were seen in more than one case in twenty. The number in a sample without replacement follows the
    hypergeometric distribution; its tail falls as the misses grow, so that bisection finds the bound. Source:
    Buonaccorsi, "A note on confidence intervals for proportions in finite populations", The American
    Statistician 41 (1987), after Clopper and Pearson (Biometrika 26, 1934).

    Raises:
        ValueError: More were missed than drawn, or more drawn than there are.
    """
    if not 0 <= missed <= size <= population:
        raise ValueError("a sample holds what was missed, and the population holds the sample")
    low, high = missed, population - (size - missed)
    samples = comb(population, size)
    while low < high:
        middle = (low + high + 1) // 2
        # Whole numbers: no rounding tips the scale.
        if ONE_IN * _samples_with_at_most(missed, middle, size, population) > samples:
            low = middle
        else:
            high = middle - 1
    return low


def outcome(log: Log, drawn: SampleDrawn) -> SampleOutcome:
    """What the answers so far say; there is a bound only when the whole sample was looked at."""
    answers = [
        entry.body
        for entry in log.all_holding(SampleAnswer)
        if isinstance(entry.body, SampleAnswer) and entry.body.sample == drawn.subject
    ]
    missed = sum(answer.missed for answer in answers)
    is_whole = len(answers) == drawn.size
    return SampleOutcome(
        drawn=drawn,
        answered=len(answers),
        missed=missed,
        bound=upper_bound(drawn.population, drawn.size, missed) if is_whole else None,
    )


def _samples_with_at_most(missed: int, misses: int, size: int, population: int) -> int:
    """The number of samples with at most ``missed`` of the ``misses`` in them."""
    rest = population - misses
    first = max(0, size - rest)
    if first > missed:
        return 0
    ways = comb(misses, first) * comb(rest, size - first)
    total = ways
    for found in range(first, min(missed, misses, size)):
        # From so many misses in the sample to one more; the division leaves no remainder.
        ways = ways * (misses - found) * (size - found) // ((found + 1) * (rest - size + found + 1))
        total += ways
    return total
