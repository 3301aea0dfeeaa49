"""Intervals and tests, held against known figures."""

from __future__ import annotations

import pytest

from eval.intervals import Share, exact_sign, mean_interval


def test_wilson_is_as_published() -> None:
    low, high = Share(45, 50).interval  # Newcombe 1998: 0.786, 0.957
    assert (round(low, 3), round(high, 3)) == (0.786, 0.957)
    assert Share(0, 10).interval[0] == 0.0
    assert Share(10, 10).interval[1] == pytest.approx(1.0)


def test_the_bootstrap_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [0.0, 1.0] * 50
    low, high = mean_interval(values, range(100))
    assert low < 0.5 < high
    assert high - low == pytest.approx(4 * 0.05, abs=0.03)  # four standard errors
    assert mean_interval(values, range(100)) == (low, high)


def test_pairs_that_go_together_widen_the_interval() -> None:
    values = [0.0, 0.0, 1.0, 1.0] * 25
    alone = mean_interval(values, range(100))
    together = mean_interval(values, [number // 2 for number in range(100)])
    assert together[1] - together[0] > 1.2 * (alone[1] - alone[0])


def test_the_exact_test_is_as_published() -> None:
    from scipy.stats import binomtest

    for better, worse in ((0, 0), (5, 0), (6, 0), (13, 12), (20, 5)):
        expected = binomtest(better, better + worse).pvalue if better + worse else 1.0
        assert exact_sign(better, worse) == pytest.approx(expected)
