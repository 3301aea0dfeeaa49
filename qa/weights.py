"""The learnt weights of reading, refusing and ranking, as `qa.learn` wrote them to qa/data/reading.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Linear:
    """A linear score: bias + weights · features, with the names that the weights belong to."""

    names: tuple[str, ...]
    weights: NDArray[np.float64]
    bias: float = 0.0

    def score(self, vectors: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, d) features -> (n,) scores."""
        return np.asarray(vectors @ self.weights + self.bias, dtype=np.float64)


@dataclass(frozen=True)
class Cascade:
    """A ranking in two steps: first weighs the features of all, second what the cross-encoder makes of the best too."""

    first: Linear
    second: Linear


@dataclass(frozen=True)
class Weights:
    """reader ranks passages; refuser gives the log-odds that the best one answers at all; ranker ranks for search."""

    reader: Cascade
    refuser: Linear
    ranker: Linear


@cache
def weights() -> Weights:
    """The shipped weights. Raises ValueError when they were learnt for other features than the code's."""
    from qa.find import ranking
    from qa.read import features
    from qa.refuse import odds

    stored = json.loads((files("qa") / "data" / "reading.json").read_text(encoding="utf-8"))
    return Weights(
        Cascade(_linear(stored["reader"], features.NAMES), _linear(stored["second reader"], features.SECOND)),
        _linear(stored["refuser"], odds.NAMES),
        _linear(stored["ranker"], ranking.NAMES),
    )


def _linear(stored: dict[str, object], names: tuple[str, ...]) -> Linear:
    kept = stored["weights"]
    if not isinstance(kept, dict) or tuple(kept) != names:
        raise ValueError("qa/data/reading.json was learnt for other features; run `python -m qa.learn` again.")
    return Linear(names, np.array(list(kept.values()), dtype=np.float64), float(str(stored["bias"])))
