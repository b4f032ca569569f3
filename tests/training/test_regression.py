import numpy as np
import pytest

from lakmoes.training.regression import fitted, minimised, penalised, sparse

ROWS = [{"a": 1.0, "b": 2.0}, {"b": 1.0}, {"c": 1.0, "unknown": 9.0}, {"a": 0.5, "c": 1.0}]
COLUMNS = {"a": 0, "b": 1, "c": 2}
SHAPE = (3, 3)


def objective(penalty):
    rows = sparse(ROWS, COLUMNS)
    return penalised(fitted(rows, [0, 1, 2, 0], [1.0, 2.0, 1.0, 1.0], SHAPE), penalty)


def test_the_gradient_is_that_of_the_loss():
    loss = objective(0.7)
    weights = np.arange(9, dtype=float).reshape(SHAPE) / 10
    _, gradient = loss(weights)
    for place in np.ndindex(SHAPE):
        step = np.zeros(SHAPE)
        step[place] = 1e-6
        numeric = (loss(weights + step)[0] - loss(weights - step)[0]) / 2e-6
        assert gradient[place] == pytest.approx(numeric, abs=1e-6)


def test_at_the_minimum_the_gradient_is_nought():
    loss = objective(0.5)
    _, gradient = loss(minimised(loss, SHAPE))
    assert np.abs(gradient).max() < 1e-2


def test_a_greater_penalty_gives_smaller_weights():
    small, great = (np.abs(minimised(objective(penalty), SHAPE)).max() for penalty in (0.1, 10.0))
    assert great < small


def test_without_examples_of_a_difference_all_classes_are_alike():
    rows = sparse([{"a": 1.0}, {"a": 1.0}], {"a": 0})
    weights = minimised(penalised(fitted(rows, [0, 1], [1.0, 1.0], (1, 2)), 1.0), (1, 2))
    assert weights[0, 0] == pytest.approx(weights[0, 1], abs=1e-6)
