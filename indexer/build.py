"""Indexing: files -> library, one committed document after another, then the search indexes.

Killed at any moment it has lost nothing that it reported, and the next run goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from indexer.embedding import Embedder, load_embedder
from indexer.errors import Refusal
from indexer.indexes import Indexes
from indexer.ingest import Ingest, ReadAll, Structure
from indexer.library import Library
from indexer.model import Document, Paragraph, RawDocument
from indexer.plan import Plan, make_plan
from indexer.reports import BuildReport, FileReport, HealReport
from indexer.scan import Scan, scan

__all__ = ["BuildReport", "FileReport", "HealReport", "build", "remove", "verify"]


def build(
    paths: Sequence[Path],
    library_path: Path,
    *,
    embedder: Embedder | None = None,
    report: Callable[[FileReport], None] = lambda _: None,
    read_all: ReadAll | None = None,
    structure: Structure | None = None,
    checkpoint: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Index files and folders into a library, which is made when there is none.

    Only what is new or changed is read; files gone from an indexed folder are removed. `report` is called for each file
    after its outcome is on disk. read_all, structure: by default those of `indexer.readers` and `indexer.structure`.
    checkpoint: called with the name of each step; tests stop the process there.
    Raises NotFound for a missing path, LibraryBusy, LibraryVersion, EmbeddingMismatch, LibraryError.
    """
    start = time.perf_counter()
    found = scan(paths, library_path)
    files: list[FileReport] = []

    def told(file: FileReport) -> None:
        files.append(file)
        report(file)

    with Library.create(library_path) as library, library.writing():
        indexes = Indexes.of(library_path)
        try:
            rebuilt = indexes.heal(library)
            checkpoint("healed")
            plan = make_plan(found, library)
            _place(plan, library, told)
            _remove_gone(plan, found, library, told)
            checkpoint("placed")
            if plan.unread:
                chosen = embedder or load_embedder()
                ingest = Ingest(library, indexes, chosen, structure or _structure, told, checkpoint)
                ingest.run(plan, read_all or _read_all)
            _follow(library, indexes, checkpoint)
            library.sweep_tables()
        finally:
            indexes.close()
        return BuildReport(tuple(files), library.change_number, time.perf_counter() - start, rebuilt)


def remove(library_path: Path, name: str) -> FileReport:
    """Take a document (id, path or file name) out of the library and its indexes. Raises NotFound."""
    with Library.open(library_path) as library, library.writing():
        document = library.find(name)
        library.remove(document.id)
        indexes = Indexes.of(library_path)
        try:
            indexes.heal(library)
            library.sweep_tables()
        finally:
            indexes.close()
        return FileReport(document.path, "removed", "on request", document.id)


def verify(library_path: Path) -> HealReport:
    """Check the library and compare the indexes with it; make anew what is wrong. Raises LibraryDamaged.

    Documents whose stored tables are gone or changed are read anew by the next indexing; "tables" is then rebuilt.
    """
    start = time.perf_counter()
    with Library.open(library_path) as library, library.writing():
        library.require_whole()
        indexes = Indexes.of(library_path)
        try:
            rebuilt = indexes.heal(library, deeply=True)
            if broken := library.broken_tables():
                library.read_again(broken)
                rebuilt = (*rebuilt, "tables")
            library.sweep_tables()
        finally:
            indexes.close()
        counts = library.counts()
        return HealReport(counts["documents"], counts["paragraphs"], rebuilt, time.perf_counter() - start)


def _place(plan: Plan, library: Library, told: Callable[[FileReport], None]) -> None:
    """What needs no reading: files as before, files moved or copied, files that cannot be opened."""
    for report, write in plan.settled:
        if write is not None:
            write(library)
        told(report)


def _remove_gone(plan: Plan, found: Scan, library: Library, told: Callable[[FileReport], None]) -> None:
    """Forget what was in an indexed folder and is there no more."""
    for known in plan.gone(found):
        removed = library.remove_location(known.location.file)
        told(FileReport(known.location.path, "removed", "the file is gone", removed or known.document_id))


def _follow(library: Library, indexes: Indexes, checkpoint: Callable[[str], None]) -> None:
    checkpoint("words")
    indexes.words.catch_up(library)
    checkpoint("meaning")
    indexes.meaning.catch_up(library)
    checkpoint("done")


def _read_all(paths: Iterable[Path]) -> Iterator[tuple[Path, RawDocument | Refusal]]:
    from indexer.readers import read_all  # an unchanged folder needs no readers

    return read_all(paths)


def _structure(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
    from indexer.structure import structure  # nor word lists

    return structure(raw, content_hash=content_hash, name=name)
