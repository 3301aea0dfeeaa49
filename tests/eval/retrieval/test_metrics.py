"""The measures against their definitions, written out by brute force."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.retrieval.metrics import DEPTH, METRICS, mean, measured

PASSAGES = [f"p{number}" for number in range(130)]
rankings = st.lists(st.sampled_from(PASSAGES), unique=True, max_size=130)
judgements = st.dictionaries(st.sampled_from(PASSAGES), st.integers(1, 3), min_size=1, max_size=20)


def dcg(gains: list[int]) -> float:
    return sum(gains[place] / math.log(place + 2, 2) for place in range(len(gains)))


def by_definition(ranking: list[str], grades: dict[str, int]) -> dict[str, float]:
    right = [passage in grades for passage in ranking]
    precisions = [sum(right[: rank + 1]) / (rank + 1) for rank in range(min(DEPTH, len(right))) if right[rank]]
    ideal = dcg(sorted(grades.values(), reverse=True)[:10])
    ranks = [rank + 1 for rank in range(min(10, len(right))) if right[rank]]
    return {
        "ndcg@10": dcg([grades.get(passage, 0) for passage in ranking[:10]]) / ideal,
        **{f"recall@{k}": sum(right[:k]) / len(grades) for k in (1, 5, 20, 100)},
        "mrr@10": 1 / ranks[0] if ranks else 0.0,
        "map": sum(precisions) / len(grades),
    }


@given(rankings, judgements)
def test_every_metric_is_its_definition(ranking: list[str], grades: dict[str, int]) -> None:
    found = {name: metric(ranking, grades) for name, metric in METRICS.items()}
    assert found == pytest.approx(by_definition(ranking, grades))


def test_ndcg_weighs_grades_and_ranks() -> None:
    grades = {"a": 3, "b": 1}
    ideal = 3 + 1 / math.log2(3)
    assert METRICS["ndcg@10"](["a", "b"], grades) == pytest.approx(1.0)
    assert METRICS["ndcg@10"](["b", "x", "a"], grades) == pytest.approx((1 + 3 / 2) / ideal)


def test_ideal_order_is_the_best_of_all_orders() -> None:
    grades = {"a": 2, "b": 1, "c": 3}
    scores = {order: METRICS["ndcg@10"](order, grades) for order in itertools.permutations("abc")}
    assert max(scores, key=lambda order: scores[order]) == ("c", "a", "b")
    assert max(scores.values()) == pytest.approx(1.0)


def test_a_query_without_a_ranking_counts_as_nothing_found() -> None:
    found = measured({"q1": ["a"]}, {"q1": {"a": 1}, "q2": {"b": 1}})
    assert found["recall@1"].value == 0.5
    assert found["recall@1"].n == 2


def test_the_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = mean([0.0, 1.0] * 10), mean([0.0, 1.0] * 1000)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low
    assert few.low == pytest.approx(0.5 - 1.96 * 0.5 / math.sqrt(20), abs=0.05)


def test_the_interval_is_the_same_each_time() -> None:
    assert mean([0.1, 0.5, 0.9]) == mean([0.1, 0.5, 0.9])


def test_no_questions_say_nothing() -> None:
    assert (mean([]).low, mean([]).high, mean([]).n) == (0.0, 1.0, 0)
