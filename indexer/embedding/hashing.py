"""A deterministic embedder without a model: hashed words. For tests and for a start without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.embedder import Vectors

_WORD = re.compile(r"\w+")


class HashingEmbedder:
    """Each word adds ±1 to a few dimensions chosen by its hash; texts that share words are near each other."""

    name = "hashing"
    dimensions = 256
    fingerprint = "hashing:256:1"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        """See Embedder. A text without words gets the first unit vector."""
        vector = np.zeros(self.dimensions, dtype=np.float32)
        for word in _WORD.findall(text.lower()):
            indices, signs = _places(word)
            np.add.at(vector, indices, signs)
        if not vector.any():
            vector[0] = 1.0
        return vector / np.linalg.norm(vector)


@lru_cache(maxsize=50_000)
def _places(word: str) -> tuple[NDArray[np.intp], Vectors]:
    digest = np.frombuffer(blake2b(word.encode(), digest_size=8).digest(), dtype=np.uint8)
    return digest[:4].astype(np.intp), np.where(digest[4:] < 128, 1.0, -1.0).astype(np.float32)
