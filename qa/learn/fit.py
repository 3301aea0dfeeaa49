"""Fitting: a listwise softmax for the reader, a logistic regression for the refuser. L-BFGS, L2, no randomness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """The passages of one question, (n, d), which of them answer, (n,) bool, and the question's weight."""

    vectors: Vector
    right: NDArray[np.bool_]
    weight: float


def fit_reader(choices: Sequence[Choice], l2: float) -> Vector:
    """Weights that maximise the probability of an answering passage under a softmax over each question's passages."""
    scale = np.maximum(np.concatenate([choice.vectors for choice in choices]).std(axis=0), 1e-6)

    def loss(weights: Vector) -> tuple[float, Vector]:
        total, slope = l2 * float(weights @ weights), 2 * l2 * weights
        for choice in choices:
            vectors = choice.vectors / scale
            scores = vectors @ weights
            everything, right = logsumexp(scores), logsumexp(scores[choice.right])
            total += choice.weight * float(everything - right)
            expected = np.exp(scores - everything) @ vectors
            wanted = np.exp(scores[choice.right] - right) @ vectors[choice.right]
            slope = slope + choice.weight * (expected - wanted)
        return total, slope

    found = minimize(loss, np.zeros(scale.size), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / scale, dtype=np.float64)


def fit_logistic(vectors: Vector, right: NDArray[np.bool_], sample: Vector, l2: float) -> tuple[Vector, float]:
    """Weights and bias of a logistic regression; `sample` (n,) weighs the examples."""
    mean, scale = vectors.mean(axis=0), np.maximum(vectors.std(axis=0), 1e-6)
    standard = np.hstack([(vectors - mean) / scale, np.ones((len(vectors), 1))])
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: Vector) -> tuple[float, Vector]:
        margin = sign * (standard @ weights)
        total = float(sample @ np.logaddexp(0, -margin)) + l2 * float(weights[:-1] @ weights[:-1])
        slope = -(standard.T @ (sample * sign * expit(-margin)))
        slope[:-1] += 2 * l2 * weights[:-1]
        return total, slope

    found = np.asarray(minimize(loss, np.zeros(standard.shape[1]), jac=True, method="L-BFGS-B").x)
    kept = found[:-1] / scale
    return kept, float(found[-1] - kept @ mean)
