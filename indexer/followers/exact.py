"""Exact search by meaning over vectors held in memory.

It serves what the meaning index has not taken in yet, and the whole of a small library, where it is as fast.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from indexer.library import Library
from indexer.library.rows import Vectors


@dataclass(frozen=True, eq=False)
class Exact:
    """The vectors (n, d) that a library wrote after one change number, as they stood at another, with paragraph ids."""

    after: int = 0
    upto: int = 0
    ids: tuple[str, ...] = ()
    vectors: Vectors = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, paragraph_id: object) -> bool:
        return paragraph_id in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.ids)

    def refreshed(self, library: Library, after: int) -> Exact:
        """What was written after the change number `after`, up to now. Only what is new is read."""
        begun = self if self.after == after <= self.upto else Exact(after, after)
        upto = library.change_number
        return begun if upto == begun.upto else _extended(begun, library, upto)

    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The best k, as (paragraph id, cosine similarity), best first. vector: (d,), unit length."""
        if not self.ids or k <= 0:
            return []
        similarities = self.vectors @ vector
        k = min(k, len(self.ids))
        best = np.argpartition(-similarities, k - 1)[:k]
        ordered = best[np.argsort(-similarities[best], kind="stable")]
        return [(self.ids[index], float(similarities[index])) for index in ordered]


def _extended(rows: Exact, library: Library, upto: int) -> Exact:
    """Rows with what came since, without what went."""
    tail = library.vectors_between(rows.upto, upto)
    fresh = set(tail.ids)
    alive = library.current(rows.ids) - fresh if rows.ids else set()
    kept = [index for index, paragraph_id in enumerate(rows.ids) if paragraph_id in alive]
    ids = tuple(rows.ids[index] for index in kept) + tail.ids
    parts = [part for part in (rows.vectors[kept], tail.vectors) if len(part)]
    return Exact(rows.after, upto, ids, np.concatenate(parts) if parts else tail.vectors)
