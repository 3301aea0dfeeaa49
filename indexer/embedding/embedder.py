"""What the library asks of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """A model that turns text into vectors. Safe to call from several threads.

    name: for people. fingerprint: changes whenever the vectors would; cheap to ask, it loads no model.
    """

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of unit length, shape (n, d), in the order of the texts."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """One vector of unit length, shape (d,)."""
        ...
