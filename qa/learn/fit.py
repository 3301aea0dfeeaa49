"""Fitting: a listwise softmax for the reader, a logistic regression for the refuser. L-BFGS, L2, no randomness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

Vector = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Choice:
    """The passages of one question, (n, d), which of them answer, (n,) bool, and the question's weight."""

    vectors: Vector
    right: NDArray[np.bool_]
    weight: float


def fit_reader(choices: Sequence[Choice], l2: float) -> Vector:
    """Weights that maximise the probability of an answering passage under a softmax over each question's passages."""
    counts = np.array([len(choice.right) for choice in choices])
    right = np.concatenate([choice.right for choice in choices])
    right_counts = np.array([int(choice.right.sum()) for choice in choices])
    weight = np.array([choice.weight for choice in choices])
    vectors = np.concatenate([choice.vectors for choice in choices]).astype(np.float32)
    scale = np.maximum(vectors.std(axis=0), 1e-6)
    vectors /= scale
    answering = vectors[right]

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = (vectors @ weights.astype(np.float32)).astype(np.float64)
        everything, share = _softmax(scores, counts)
        answered, wanted = _softmax(scores[right], right_counts)
        slope = _weighed(vectors, share, weight, counts) - _weighed(answering, wanted, weight, right_counts)
        return float(weight @ (everything - answered)) + l2 * float(weights @ weights), slope + 2 * l2 * weights

    found = minimize(loss, np.zeros(scale.size), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / scale, dtype=np.float64)


def _softmax(scores: Vector, counts: Counts) -> tuple[Vector, Vector]:
    """Of scores (n,) in runs of `counts`: each run's log of summed exponentials, and each score's share of its run."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    highest = np.maximum.reduceat(scores, starts)
    powers = np.exp(scores - np.repeat(highest, counts))
    total = np.add.reduceat(powers, starts)
    return highest + np.log(total), powers / np.repeat(total, counts)


def _weighed(vectors: NDArray[np.float32], share: Vector, weight: Vector, counts: Counts) -> Vector:
    """The sum of the vectors by their shares, each run weighed."""
    return np.asarray((share * np.repeat(weight, counts)).astype(np.float32) @ vectors, dtype=np.float64)


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
