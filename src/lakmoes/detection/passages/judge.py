"""The judgement of a statement: a weighted sum of its features per kind of passage.

In: features and the table of weights that ships with the package. Out: a probability per kind of passage, and
the features that weighed most. The model is log-linear (multinomial logistic regression; Berger, Della Pietra
and Della Pietra, "A maximum entropy approach to natural language processing", Computational Linguistics
22(1), 1996): every weight can be read in ``weights.json``, and a sum explains every score. It knows nothing
but that table; ``training.passages`` makes it.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from lakmoes.detection.passages.features import Features
from lakmoes.errors import ResourceError
from lakmoes.model import FindingKind

WEIGHTS = "weights.json"


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights of all features.

    Attributes:
        kinds: The kinds of passages that are told apart.
        weights: Per feature one weight for each kind, relative to "no such passage".
    """

    kinds: tuple[FindingKind, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Features) -> dict[FindingKind, float]:
        """The probability of each kind; what remains to 1 is that of none."""
        sums = [0.0] * len(self.kinds)
        for name, value in features.items():
            weights = self.weights.get(name)
            if weights:
                sums = [total + weight * value for total, weight in zip(sums, weights, strict=True)]
        top = max(0.0, *sums)
        powers = [math.exp(total - top) for total in sums]
        whole = math.exp(-top) + sum(powers)
        return {kind: power / whole for kind, power in zip(self.kinds, powers, strict=True)}

    def reasons(self, features: Features, kind: FindingKind) -> list[tuple[str, float]]:
        """The features that speak for a kind with what each adds, the heaviest first."""
        index = self.kinds.index(kind)
        added = [
            (name, self.weights[name][index] * value)
            for name, value in features.items()
            if name in self.weights
        ]
        return sorted((reason for reason in added if reason[1] > 0), key=lambda it: (-it[1], it[0]))


@cache
def shipped_judge() -> Judge:
    """The judge with the weights that ship with the package.

    Raises:
        ResourceError: The weights are missing or cannot be read.
    """
    return read_judge(Path(str(files("lakmoes.detection.passages"))) / WEIGHTS)


def read_judge(path: Path) -> Judge:
    """The judge with the weights in a file.

    Raises:
        ResourceError: The file is missing or no table of weights.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        kinds = tuple(FindingKind(kind) for kind in content["kinds"])
        weights = {str(name): tuple(map(float, row)) for name, row in content["weights"].items()}
    except OSError as error:
        raise ResourceError("weights-missing", path=path) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ResourceError("weights-invalid", path=path) from error
    if any(len(row) != len(kinds) for row in weights.values()):
        raise ResourceError("weights-invalid", path=path)
    return Judge(kinds=kinds, weights=weights)
