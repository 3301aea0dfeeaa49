"""Exact search by meaning over vectors held in memory.

It serves what the meaning index has not taken in yet, and the whole of a small library, where it is as fast.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indexer.library import Library
from indexer.library.rows import Vectors


@dataclass(frozen=True)
class _Rows:
    after: int
    upto: int
    ids: tuple[str, ...]
    vectors: Vectors

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.ids)


class Exact:
    """The vectors that a library wrote after a change number. Searches are safe from several threads."""

    def __init__(self) -> None:
        self._rows = _Rows(0, 0, (), np.zeros((0, 0), dtype=np.float32))
        self._guard = threading.Lock()

    def __len__(self) -> int:
        return len(self._rows.ids)

    def __contains__(self, paragraph_id: object) -> bool:
        return paragraph_id in self._rows.known

    def refresh(self, library: Library, after: int) -> None:
        """Hold what was written after the change number `after`, up to now. Only what is new is read."""
        with self._guard:
            rows = self._rows
            if rows.after != after or rows.upto < after:
                rows = _Rows(after, after, (), rows.vectors[:0])
            upto = library.change_number
            if upto != rows.upto or rows.after != self._rows.after:
                self._rows = _extended(rows, library, upto)

    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The best k, as (paragraph id, cosine similarity), best first. vector: (d,), unit length."""
        rows = self._rows
        if not rows.ids or k <= 0:
            return []
        similarities = rows.vectors @ vector
        k = min(k, len(rows.ids))
        best = np.argpartition(-similarities, k - 1)[:k]
        ordered = best[np.argsort(-similarities[best], kind="stable")]
        return [(rows.ids[index], float(similarities[index])) for index in ordered]


def _extended(rows: _Rows, library: Library, upto: int) -> _Rows:
    """Rows with what came since, without what went."""
    tail = library.vectors_between(rows.upto, upto)
    fresh = set(tail.ids)
    alive = library.current(rows.ids) - fresh if rows.ids else set()
    kept = [index for index, paragraph_id in enumerate(rows.ids) if paragraph_id in alive]
    ids = tuple(rows.ids[index] for index in kept) + tail.ids
    parts = [part for part in (rows.vectors[kept], tail.vectors) if len(part)]
    return _Rows(rows.after, upto, ids, np.concatenate(parts) if parts else tail.vectors)
