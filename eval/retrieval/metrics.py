"""Measures of a ranking against graded judgements, as trec_eval defines them, and their means with intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from eval.intervals import mean_interval

Ranking = Sequence[str]
Grades = Mapping[str, int]

DEPTH: Final = 100
"""So many passages of a ranking are looked at."""


def ndcg(ranking: Ranking, grades: Grades, depth: int) -> float:
    """Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002); gain: the grade, discount: log2(rank + 1)."""
    ideal = _discounted(sorted(grades.values(), reverse=True)[:depth])
    return _discounted([grades.get(passage, 0) for passage in ranking[:depth]]) / ideal if ideal else 0.0


def recall(ranking: Ranking, grades: Grades, depth: int) -> float:
    """The share of the right passages that are among the first `depth`."""
    return len(set(ranking[:depth]) & grades.keys()) / len(grades)


def reciprocal_rank(ranking: Ranking, grades: Grades, depth: int) -> float:
    """1 / rank of the first right passage, 0 when none is among the first `depth`."""
    return next((1 / rank for rank, passage in enumerate(ranking[:depth], start=1) if passage in grades), 0.0)


def average_precision(ranking: Ranking, grades: Grades, depth: int) -> float:
    """The mean, over all right passages, of the precision at their ranks (0 for one that is not found)."""
    found, total = 0, 0.0
    for rank, passage in enumerate(ranking[:depth], start=1):
        if passage in grades:
            found += 1
            total += found / rank
    return total / len(grades)


METRICS: Final[Mapping[str, Callable[[Ranking, Grades], float]]] = {
    "ndcg@10": partial(ndcg, depth=10),
    **{f"recall@{depth}": partial(recall, depth=depth) for depth in (1, 5, 20, 100)},
    "mrr@10": partial(reciprocal_rank, depth=10),
    "map": partial(average_precision, depth=DEPTH),
}


@dataclass(frozen=True)
class Mean:
    """A mean over n questions with its 95 % interval."""

    value: float
    low: float
    high: float
    n: int


def mean(values: Sequence[float]) -> Mean:
    """The mean with its bootstrap interval, question by question."""
    if not values:
        return Mean(0.0, 0.0, 1.0, 0)
    return Mean(sum(values) / len(values), *mean_interval(values, range(len(values))), len(values))


def measured(rankings: Mapping[str, Ranking], grades: Mapping[str, Grades]) -> dict[str, Mean]:
    """Every metric over all judged queries; a query without a ranking counts as nothing found."""
    return {
        name: mean([metric(rankings.get(query, ()), judged) for query, judged in grades.items()])
        for name, metric in METRICS.items()
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
