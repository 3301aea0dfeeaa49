"""Recall of the model alone, of words alone and of both fused, on the dev sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.learn.devsets import DevSet
from indexer.embedding.learn.lexical import Bm25, weighed

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]


@dataclass
class Measured:
    """One dev set with what does not change while the model learns: the scores of words."""

    dev: DevSet
    words: Matrix = field(init=False)

    def __post_init__(self) -> None:
        bm25 = Bm25(self.dev.passages)
        self.words = np.vstack(list(bm25.scores([weighed(query) for query in self.dev.queries])))

    def figures(self, queries: Matrix, passages: Matrix, share: float) -> dict[str, float]:
        """R@1 and R@5 of words, of meaning, and of both with meaning's z-scores weighed by `share`."""
        meaning = queries @ passages.T
        scored = {"words": self.words, "meaning": meaning, "fused": _z(self.words) + share * _z(meaning)}
        return {f"{name}@{depth}": self.recall(scores, depth) for name, scores in scored.items() for depth in (1, 5)}

    def recall(self, scores: Matrix, depth: int) -> float:
        """The share of the queries with a right passage among the first `depth`."""
        found = [
            bool(right & set(_first(row, depth, among)))
            for row, right, among in zip(scores, self.dev.right, self.dev.among or [()] * len(scores), strict=True)
        ]
        return float(np.mean(found))


def report(sets: Iterable[Measured], embed: Embed, share: float = 0.7) -> dict[str, dict[str, float]]:
    """The figures of every set; passages that two sets share are embedded once."""
    embedded: dict[tuple[str, ...], Matrix] = {}
    found = {}
    for measured in sets:
        passages = measured.dev.passages
        if passages not in embedded:
            embedded[passages] = embed(passages)
        found[measured.dev.name] = measured.figures(embed(measured.dev.queries), embedded[passages], share)
    return found


def _z(scores: Matrix) -> Matrix:
    spread = scores.std(axis=1, keepdims=True)
    return np.asarray((scores - scores.mean(axis=1, keepdims=True)) / np.maximum(spread, 1e-9), dtype=np.float32)


def _first(row: Matrix, depth: int, among: tuple[int, ...]) -> list[int]:
    places = np.array(among) if among else np.arange(len(row))
    return [int(place) for place in places[np.argsort(-row[places], kind="stable")[:depth]]]
