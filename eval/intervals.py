"""Shares and means with 95 % intervals, and tests of paired differences."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 1000
SEED = 20_000


@dataclass(frozen=True)
class Share:
    """A share with its Wilson 95 % interval (Wilson 1927)."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """right / total; 0 when there is nothing to count."""
        return self.right / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper bound of the Wilson score interval at 95 %."""
        if not self.total:
            return 0.0, 1.0
        z, n, p = 1.959964, self.total, self.value
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} [{low:.2f}–{high:.2f}] {self.right}/{self.total}"


def share(flags: Iterable[bool]) -> Share:
    """The share of true among flags."""
    counted = list(flags)
    return Share(sum(counted), len(counted))


def mean_interval(values: Sequence[float], clusters: Sequence[Hashable]) -> tuple[float, float]:
    """Percentile bootstrap 95 % interval of the mean; whole clusters are drawn (a question's two languages together).

    values and clusters are of one length, at least 1. The seed is fixed: the same figures give the same interval.
    """
    index = {cluster: number for number, cluster in enumerate(dict.fromkeys(clusters))}
    at = np.array([index[cluster] for cluster in clusters])
    sums = np.bincount(at, weights=np.asarray(values, dtype=float))
    counts = np.bincount(at)
    drawn = np.random.default_rng(SEED).integers(0, len(index), (RESAMPLES, len(index)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def exact_sign(better: int, worse: int) -> float:
    """Two-sided exact p that so uneven a split is chance: McNemar's exact test when each pair counts once."""
    changed = better + worse
    if not changed:
        return 1.0
    tail = sum(math.comb(changed, count) for count in range(min(better, worse) + 1))
    return float(min(1.0, 2 * tail / 2**changed))
