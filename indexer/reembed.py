"""Embedding a library anew with another model, from its own text: no document is read again.

The new vectors are committed batch by batch beside the old, which answer meanwhile; the switch is one transaction.
Killed at any moment it goes on from the last batch the next time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from indexer.embedding import Embedder, load_embedder, passage_text
from indexer.errors import LibraryDamaged
from indexer.indexes import Indexes
from indexer.library import Library
from indexer.model import Document
from indexer.reports import ReembedReport

_BATCH = 256  # paragraphs embedded and committed together
_DOCUMENTS = 64  # kept at hand: paragraphs come document by document


def reembed(
    library_path: Path,
    *,
    embedder: Embedder | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
    checkpoint: Callable[[str], None] = lambda _: None,
) -> ReembedReport:
    """Have all vectors of a library made by `embedder`, by default the one that is set.

    report: called after each commit with the number of paragraphs done, and of all. checkpoint: see `build`.
    Raises LibraryMissing, LibraryBusy, LibraryVersion, LibraryDamaged, NotFound.
    """
    start = time.perf_counter()
    chosen = embedder or load_embedder()
    with Library.open(library_path) as library, library.writing():
        former = library.meta("embedding")
        embedded = 0
        if former != chosen.fingerprint:
            embedded = _embed(library, chosen, report, checkpoint)
            checkpoint("switch")
            library.switch_embedding(chosen.fingerprint)
            checkpoint("switched")
        else:
            library.drop_reembedding()
        _follow(library_path, library)
        checkpoint("done")
        paragraphs = library.counts()["paragraphs"]
        return ReembedReport(former, chosen.fingerprint, paragraphs, embedded, time.perf_counter() - start)


def _embed(
    library: Library, embedder: Embedder, report: Callable[[int, int], None], checkpoint: Callable[[str], None]
) -> int:
    """Make what new vectors are missing; how many."""
    document_of = lru_cache(_DOCUMENTS)(lambda document_id: _document(library, document_id))
    before = done = library.begin_reembedding(embedder.fingerprint)
    everything = library.counts()["paragraphs"]
    after = 0
    while missing := library.missing_embeddings(after, _BATCH):
        texts = [passage_text(document_of(paragraph.document_id), paragraph) for _, paragraph in missing]
        vectors = embedder.embed_passages(texts)
        checkpoint("batch")
        library.put_embeddings([key for key, _ in missing], vectors)
        after = missing[-1][0]
        done += len(missing)
        report(done, everything)
    return done - before


def _document(library: Library, document_id: str) -> Document:
    if document := library.document(document_id):
        return document
    raise LibraryDamaged(f"A paragraph of {library.path} belongs to no document ({document_id}). Index it anew.")


def _follow(library_path: Path, library: Library) -> None:
    """Bring the indexes up to it; the meaning index sees that its vectors are of another model and is made anew."""
    indexes = Indexes.of(library_path)
    try:
        indexes.heal(library)
    finally:
        indexes.close()
