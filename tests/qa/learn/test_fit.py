"""Fitting finds what separates."""

from __future__ import annotations

import numpy as np

from qa.learn.fit import Choice, fit_logistic, fit_reader


def choices(right: int, count: int = 20) -> list[Choice]:
    """Questions of four passages; the one that answers has the highest value of feature `right`."""
    random = np.random.default_rng(7)
    made = []
    for _ in range(count):
        vectors = random.normal(size=(4, 3))
        made.append(Choice(vectors, np.arange(4) == vectors[:, right].argmax(), 1.0))
    return made


def test_the_reader_learns_the_feature_that_answers() -> None:
    weights = fit_reader(choices(1), 0.1)
    assert weights.argmax() == 1
    assert np.mean([(c.vectors @ weights).argmax() == c.right.argmax() for c in choices(1)]) > 0.9


def test_a_heavier_penalty_gives_smaller_weights() -> None:
    assert np.abs(fit_reader(choices(1), 10.0)).sum() < np.abs(fit_reader(choices(1), 0.1)).sum()


def test_a_question_that_weighs_more_wins() -> None:
    both = [Choice(c.vectors, c.right, 0.01) for c in choices(0)] + choices(2)
    assert fit_reader(both, 0.1).argmax() == 2


def test_fitting_twice_gives_the_same_weights() -> None:
    assert (fit_reader(choices(1), 1.0) == fit_reader(choices(1), 1.0)).all()


def test_a_feature_that_never_varies_gets_no_weight_of_its_own() -> None:
    constant = [Choice(np.hstack([c.vectors, np.ones((4, 1))]), c.right, 1.0) for c in choices(1)]
    assert np.isfinite(fit_reader(constant, 0.1)).all()


def test_the_refuser_tells_right_from_wrong() -> None:
    vectors = np.random.default_rng(7).normal(size=(60, 2)) * [1.0, 100.0] + [5.0, 0.0]
    right = vectors[:, 0] > 5.3
    weights, bias = fit_logistic(vectors, right, np.ones(60), 0.01)
    assert ((vectors @ weights + bias >= 0) == right).mean() > 0.95


def test_examples_that_weigh_nothing_do_not_count() -> None:
    vectors = np.array([[0.0], [1.0], [0.0], [1.0]])
    right = np.array([False, True, True, False])
    weights, _ = fit_logistic(vectors, right, np.array([1.0, 1.0, 0.0, 0.0]), 0.01)
    assert weights[0] > 0
