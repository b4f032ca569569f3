"""Multinomial logistic regression with a penalty on large weights, by limited-memory BFGS.

In: sparse rows of named numbers, their classes and weights. Out: a table of weights per feature and class.
The problem is convex (with the penalty strictly so) and the start is nought: nothing depends on chance.
Follows Nocedal and Wright, "Numerical Optimization" (2006), algorithm 7.4, with a backtracking line search.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

STEPS, MEMORY = 300, 8
SUFFICIENT = 1e-4
"""Share of the expected descent that a step must bring (Armijo)."""
SMALLEST_STEP = 1e-8
CONVERGED = 1e-6
"""Relative change of the loss below which the search ends."""

Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Objective = Callable[[Matrix], tuple[float, Matrix]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: for every number its row, its column and itself."""

    count: int
    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Matrix


def sparse(features: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> Rows:
    """The rows of those features that have a column."""
    known = [
        (row, columns[name], value)
        for row, named in enumerate(features)
        for name, value in named.items()
        if name in columns
    ]
    return Rows(
        count=len(features),
        rows=np.array([row for row, _, _ in known], dtype=np.int64),
        columns=np.array([column for _, column, _ in known], dtype=np.int64),
        values=np.array([value for _, _, value in known], dtype=np.float64),
    )


def fitted(rows: Rows, classes: Sequence[int], sizes: Sequence[float], shape: tuple[int, int]) -> Objective:
    """The loss without penalty and its gradient, as a function of the table of weights."""
    truth = np.zeros((rows.count, shape[1]))
    truth[np.arange(rows.count), list(classes)] = 1.0
    importance = np.array(sizes, dtype=np.float64)[:, None]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        sums = _product(rows.rows, rows.columns, rows.values, weights, rows.count)
        sums -= sums.max(axis=1, keepdims=True)
        logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        wrong = importance * (np.exp(logs) - truth)
        gradient = _product(rows.columns, rows.rows, rows.values, wrong, shape[0])
        return float(-(importance * truth * logs).sum()), gradient

    return loss


def _product(to: Places, taken: Places, values: Matrix, table: Matrix, count: int) -> Matrix:
    """Per place ``to`` the sum of ``values`` times rows ``taken`` of a table, shape ``(count, classes)``."""
    # One class at a time: all at once would take a gigabyte for a thousand texts.
    columns = [np.bincount(to, values * table[taken, index], count) for index in range(table.shape[1])]
    return np.stack(columns, axis=1).astype(np.float64)


def penalised(objective: Objective, penalty: float | Matrix) -> Objective:
    """The objective with half the penalty times the sum of squared weights.

    Args:
        objective: The loss without penalty.
        penalty: One for all weights, or one for each feature, shape ``(features, 1)``.
    """

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        value, gradient = objective(weights)
        return value + 0.5 * float((penalty * weights**2).sum()), gradient + penalty * weights

    return loss


def minimised(objective: Objective, shape: tuple[int, int]) -> Matrix:
    """The weights at which a convex objective is smallest."""
    weights = np.zeros(shape)
    value, gradient = objective(weights)
    history: deque[tuple[Matrix, Matrix]] = deque(maxlen=MEMORY)
    for _ in range(STEPS):
        direction = -_preconditioned(gradient, history)
        step, value_after, gradient_after = _searched(objective, weights, direction, (value, gradient))
        move, change = step * direction, gradient_after - gradient
        if float((move * change).sum()) > 0:
            history.append((move, change))
        weights = weights + move
        converged = abs(value - value_after) < CONVERGED * abs(value)
        value, gradient = value_after, gradient_after
        if converged:
            break
    return weights


def _preconditioned(gradient: Matrix, history: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    """The gradient times the estimated inverse of the second derivatives (two-loop recursion)."""
    result = gradient.copy()
    if not history:
        return result / max(1.0, float(np.abs(gradient).max()))
    factors = []
    for move, change in reversed(history):
        factor = float((move * result).sum()) / float((move * change).sum())
        factors.append(factor)
        result -= factor * change
    move, change = history[-1]
    result *= float((move * change).sum()) / float((change**2).sum())
    for (move, change), factor in zip(history, reversed(factors), strict=True):
        result += move * (factor - float((change * result).sum()) / float((move * change).sum()))
    return result


def _searched(
    objective: Objective, weights: Matrix, direction: Matrix, start: tuple[float, Matrix]
) -> tuple[float, float, Matrix]:
    """A step along the direction that lowers the objective enough, with value and gradient there."""
    value, gradient = start
    slope, step = float((gradient * direction).sum()), 1.0
    while True:
        after, gradient_after = objective(weights + step * direction)
        if after <= value + SUFFICIENT * step * slope or step < SMALLEST_STEP:
            return step, after, gradient_after
        step /= 2
