"""The learnt weights fit the code."""

from __future__ import annotations

import numpy as np
import pytest

from qa.find import ranking
from qa.read import features
from qa.refuse import odds
from qa.weights import Linear, _linear, weights


def test_the_shipped_weights_belong_to_the_features_of_the_code() -> None:
    assert weights().reader.first.names == features.NAMES
    assert weights().reader.second.names == features.SECOND
    assert weights().refuser.names == odds.NAMES
    assert weights().ranker.names == ranking.NAMES


def test_the_shipped_weights_are_finite() -> None:
    shipped = weights()
    steps = (shipped.reader.first, shipped.reader.second, shipped.refuser, shipped.ranker)
    assert all(np.isfinite(linear.weights).all() for linear in steps)


def test_a_score_is_the_bias_and_each_feature_times_its_weight() -> None:
    linear = Linear(("a", "b"), np.array([2.0, -1.0]), 0.5)
    assert linear.score(np.array([[1.0, 1.0], [0.0, 3.0]])).tolist() == [1.5, -2.5]


@pytest.mark.parametrize("kept", [{"b": 1.0, "a": 2.0}, {"a": 1.0}, ["a", "b"]])
def test_weights_learnt_for_other_features_are_refused(kept: object) -> None:
    with pytest.raises(ValueError, match="learnt for other features"):
        _linear({"weights": kept, "bias": 0.0}, ("a", "b"))
