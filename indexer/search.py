"""Search: the library with its indexes, as fresh as the library is at each question.

The word index and the meaning index may lag behind or hold what is gone. So each answer is checked against the library:
what it does not have is no hit, and vectors which the meaning index has not seen are searched exactly.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import numpy as np

from indexer.embedding import Embedder, load_embedder
from indexer.errors import EmbeddingMismatch, LibraryBusy
from indexer.followers import Exact, FollowerFailed
from indexer.indexes import Indexes
from indexer.library import Library
from indexer.library.library import mismatch
from indexer.library.rows import Vectors

Hits = list[tuple[str, float]]

EXACT_BELOW = 20_000
"""Up to so many paragraphs the vectors are searched exactly in memory; from here on Chroma is asked."""
_ALSO = 0.5  # what a question said otherwise counts, when it is searched by meaning
_TAIL_LIMIT = 2_000  # more than this beside Chroma, and it is opened anew


@dataclass(frozen=True)
class _View:
    """What the indexes of this process have reached. spare: how many hits of each may be gone.

    exact: the vectors written after `meaning_at`.
    """

    change: int = -1
    words_at: int = -1
    words_spare: int = 0
    meaning_at: int = 0
    meaning_spare: int = 0
    exact: Exact = field(default_factory=Exact)


class Search:
    """Words and meaning over one library. Safe from several threads; other processes may index meanwhile."""

    def __init__(self, library: Library, indexes: Indexes, embedder: Embedder | None) -> None:
        self.library = library
        self._indexes = indexes
        self._embedder = embedder
        self._view = _View()
        self._guard = threading.Lock()
        self._loading = threading.Lock()
        self._meaning_failed = False

    @classmethod
    def open(cls, library_path: Path, embedder: Embedder | None = None) -> Self:
        """Open the library and heal its indexes, unless another process is indexing, which does that itself.

        embedder: by default the one that is set; it is loaded at the first search by meaning.
        """
        library = Library.open(library_path)
        indexes = Indexes.of(library_path)
        with suppress(LibraryBusy), library.writing():
            indexes.heal(library)
        return cls(library, indexes, embedder)

    def close(self) -> None:
        """Let go of files."""
        self._indexes.close()
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def embedder(self) -> Embedder:
        """The embedder. Raises EmbeddingMismatch when another one made the library's vectors."""
        with self._loading:
            self._embedder = self._embedder or load_embedder()
        stored = self.library.meta("embedding")
        if stored and stored != self._embedder.fingerprint:
            raise EmbeddingMismatch(mismatch(self.library.path, stored, self._embedder.fingerprint))
        return self._embedder

    def words(self, terms: Sequence[tuple[str, float]], k: int) -> Hits:
        """The best k paragraphs by words, as (paragraph id, score), best first. terms: index tokens with weights."""
        view = self._fresh()
        try:
            found = self._indexes.words.search(terms, k + view.words_spare)
        except FollowerFailed:
            self._renew_words()
            found = self._indexes.words.search(terms, k)
        return self._current(found, k)

    def meaning(self, text: str, k: int, also: str = "") -> Hits:
        """The nearest k paragraphs by meaning, as (paragraph id, cosine similarity), best first.

        also: the same said otherwise, which counts half.
        """
        vector = self._vector(text, also)
        view = self._of_one_model(self._fresh())
        if not view.meaning_at:
            return self._current(view.exact.search(vector, k), k)
        try:
            indexed = self._indexes.meaning.search(vector, k + view.meaning_spare)
        except FollowerFailed:
            view = self._of_one_model(self._without_meaning())
            return self._current(view.exact.search(vector, k), k)
        self._of_one_model(view)  # another thread may have opened the meaning index anew meanwhile
        found = view.exact.search(vector, k)
        found += [hit for hit in indexed if hit[0] not in view.exact]  # a paragraph written anew has another vector
        return self._current(sorted(found, key=lambda hit: -hit[1]), k)

    def refresh(self) -> int:
        """See what has been committed since, here or in another process. Returns the library's change number.

        Costs microseconds when nothing has. Each search does it first.
        """
        return self._fresh().change

    def _vector(self, text: str, also: str) -> Vectors:
        """The unit vector (d,) that is searched for."""
        vector = self.embedder.embed_query(text)
        if not also:
            return vector
        both = vector + _ALSO * self.embedder.embed_query(also)
        return np.asarray(both / np.linalg.norm(both), dtype=np.float32)

    def _fresh(self) -> _View:
        view = self._view
        change = self.library.change_number
        if view.change == change and view.words_at >= change and not self._meaning_healed():
            return view
        with self._guard:
            self._view = self._renewed(change)
            return self._view

    def _renewed(self, change: int) -> _View:
        words_at = self._follow_words(change)
        meaning_at = self._follow_meaning()
        exact = self._view.exact.refreshed(self.library, meaning_at)
        return _View(change, words_at, self._gone_since(words_at), meaning_at, self._gone_since(meaning_at), exact)

    def _of_one_model(self, view: _View) -> _View:
        """The view, whose vectors are of our model as long as the library's are. Raises EmbeddingMismatch."""
        _ = self.embedder
        return view

    def _follow_words(self, change: int) -> int:
        """Catch up; where no other process is at it, do it here: the one that wrote may have been killed."""
        words = self._indexes.words
        words.refresh()
        if words.change_number < change:
            with suppress(LibraryBusy), self.library.writing():
                words.catch_up(self.library)
        return words.change_number

    def _follow_meaning(self) -> int:
        """The change number from which on vectors are searched exactly; 0 means all of them."""
        meaning = self._indexes.meaning
        if self._meaning_healed():
            meaning.reopen()
            self._meaning_failed = False
        if self._meaning_failed or self.library.counts()["vectors"] < EXACT_BELOW:
            return 0
        if not meaning.fits(self.library):
            meaning.reopen()
            if not meaning.fits(self.library):
                return 0  # its vectors are of another model: the writer that changed it will make it anew
        if len(self._view.exact) > _TAIL_LIMIT and meaning.reached() > meaning.change_number:
            meaning.reopen()
        return meaning.change_number

    def _meaning_healed(self) -> bool:
        """Whether a writer has checked the meaning index, or made it anew, since it failed here."""
        return self._meaning_failed and not self._indexes.meaning.interrupted

    def _renew_words(self) -> None:
        """The word index fails although it was whole when opened: make it anew, nothing else can answer."""
        with self._guard, self.library.writing():
            self._indexes.words.rebuild(self.library)

    def _without_meaning(self) -> _View:
        """The meaning index fails although it was whole when opened: have it checked, and do without until then."""
        with self._guard:
            with suppress(LibraryBusy), self.library.writing():
                self._indexes.meaning.distrust()
            self._meaning_failed = True
            exact = self._view.exact.refreshed(self.library, 0)
            self._view = replace(self._view, meaning_at=0, meaning_spare=0, exact=exact)
            return self._view

    def _gone_since(self, change: int) -> int:
        """How many paragraphs an index at a change number may still give that are gone."""
        gone = 0
        while changes := self.library.changes_since(change):
            gone += sum(len(found.gone) for found in changes)
            change = changes[-1].number
        return gone

    def _current(self, hits: Hits, k: int) -> Hits:
        alive = self.library.current([paragraph_id for paragraph_id, _ in hits])
        return [hit for hit in hits if hit[0] in alive][:k]
