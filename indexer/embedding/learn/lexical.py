"""BM25 over the word index's own tokens, as one sparse matrix: to measure beside, and to find what lies near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from indexer.language.detect import language
from indexer.language.tokens import tokens
from indexer.language.translation import translate_query

Scores = NDArray[np.float32]

_K1: Final = 1.2
_B: Final = 0.75


def weighed(query: str) -> dict[str, float]:
    """The tokens of a query with their weights; an English query's words are translated."""
    found: dict[str, float] = {}
    words = translate_query(query) if language(query) == "en" else [(query, 1.0)]
    for word, weight in words:
        for token in tokens(word):
            found[token] = max(weight, found.get(token, 0.0))
    return found


class Bm25:
    """BM25 (Robertson & Zaragoza 2009) of a fixed set of passages."""

    def __init__(self, passages: Sequence[str]) -> None:
        counted = [Counter(tokens(passage)) for passage in passages]
        self.places = {token: n for n, token in enumerate(dict.fromkeys(t for counts in counted for t in counts))}
        lengths = np.array([sum(counts.values()) for counts in counted], dtype=np.float32)
        spread = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
        rows, columns, values = [], [], []
        seen = Counter(token for counts in counted for token in counts)
        for number, counts in enumerate(counted):
            for token, count in counts.items():
                rare = np.log(1 + (len(counted) - seen[token] + 0.5) / (seen[token] + 0.5))
                rows.append(number)
                columns.append(self.places[token])
                values.append(rare * count * (_K1 + 1) / (count + spread[number]))
        self.matrix = csr_matrix((values, (rows, columns)), (len(passages), len(self.places)), dtype=np.float32)

    def scores(self, queries: Sequence[dict[str, float]], block: int = 400) -> Iterator[Scores]:
        """The scores of all passages for some queries at a time, shape (block, n)."""
        transposed = self.matrix.T.tocsr()
        for start in range(0, len(queries), block):
            chosen = queries[start : start + block]
            cells = [(n, self.places[t], w) for n, q in enumerate(chosen) for t, w in q.items() if t in self.places]
            rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
            asked = csr_matrix((values, (rows, columns)), (len(chosen), len(self.places)), dtype=np.float32)
            yield np.asarray((asked @ transposed).todense())
