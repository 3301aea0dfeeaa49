"""IBM Model 1 (Brown et al. 1993) in both directions, by expectation maximisation over all links at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.language.learn.corpus import Pair

_NULL: Final = ""  # the word that everything unaligned comes from
_RARE: Final = 2.0  # words that weigh less than this in all teach nothing

Table = dict[str, dict[str, float]]


def _vocabulary(texts: Sequence[list[str]], weights: Sequence[float]) -> dict[str, int]:
    """Words in order of first sight; number 0 is the null word."""
    counts: Counter[str] = Counter()
    for text, weight in zip(texts, weights, strict=True):
        for word in text:
            counts[word] += weight  # type: ignore[assignment]  # weighted counts
    return {_NULL: 0} | {word: n for n, word in enumerate((w for w, c in counts.items() if c >= _RARE), 1)}


class Links:
    """Every source word that may have made every target word, as flat arrays.

    pair: number of the (source, target) type of each link. token: number of the target token of each link.
    weight: of each target token. source, target: word numbers of each type.
    """

    def __init__(self, sources: Sequence[list[str]], targets: Sequence[list[str]], weights: Sequence[float]) -> None:
        self.source_words = _vocabulary(sources, weights)
        self.target_words = _vocabulary(targets, weights)
        keys, tokens, token_weights, seen = [], [], [], 0
        for source, target, weight in zip(sources, targets, weights, strict=True):
            left = np.array([0, *(self.source_words[w] for w in source if w in self.source_words)], dtype=np.int64)
            right = np.array([self.target_words[w] for w in target if w in self.target_words], dtype=np.int64)
            keys.append((left[None, :] * len(self.target_words) + right[:, None]).ravel())
            tokens.append(np.repeat(np.arange(seen, seen + len(right), dtype=np.int32), len(left)))
            token_weights.append(np.full(len(right), weight))
            seen += len(right)
        types, inverse = np.unique(np.concatenate(keys), return_inverse=True)
        self.pair = inverse.astype(np.int32)
        self.token = np.concatenate(tokens)
        self.weight = np.concatenate(token_weights)
        self.source, self.target = np.divmod(types, len(self.target_words))


def learn(links: Links, rounds: int) -> NDArray[np.float64]:
    """t(target | source) of each type of link after `rounds` of expectation maximisation from the uniform start."""
    chance = np.ones(len(links.source))
    for _ in range(rounds):
        share = chance[links.pair]
        total = np.bincount(links.token, share, minlength=len(links.weight))
        share *= (links.weight / np.maximum(total, 1e-300))[links.token]
        count = np.bincount(links.pair, share, minlength=len(chance))
        chance = count / np.maximum(np.bincount(links.source, count), 1e-300)[links.source]
    return chance


def _table(links: Links, chance: NDArray[np.float64], least: float) -> Table:
    """The types of at least `least` probability, null word left out."""
    source, target = list(links.source_words), list(links.target_words)
    table: Table = {}
    for n in np.flatnonzero((chance >= least) & (links.source > 0)):
        table.setdefault(source[links.source[n]], {})[target[links.target[n]]] = float(chance[n])
    return table


def align(pairs: Sequence[Pair], rounds: int = 6, least: float = 0.005) -> tuple[Table, Table]:
    """(t(swedish | english), t(english | swedish)) learnt from the pairs."""
    english, swedish = [pair.english for pair in pairs], [pair.swedish for pair in pairs]
    weights = [pair.weight for pair in pairs]
    forward = Links(english, swedish, weights)
    there = _table(forward, learn(forward, rounds), least)
    del forward  # the arrays of one direction take a quarter of a gigabyte
    backward = Links(swedish, english, weights)
    return there, _table(backward, learn(backward, rounds), least)
