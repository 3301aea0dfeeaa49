"""Library: the one source of truth on disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import numpy as np
from filelock import FileLock, Timeout

from indexer.errors import EmbeddingMismatch, LibraryBusy, LibraryError, NotFound
from indexer.library import catalogue, reembedding, writing
from indexer.library.connections import connect, transaction, translated
from indexer.library.opening import is_made, make, product_version, require_ours
from indexer.library.reader import Reader
from indexer.library.records import Location
from indexer.library.rows import Vectors
from indexer.model import Document, Paragraph
from indexer.tables.model import Table

T = TypeVar("T")


class Library(Reader):
    """Documents, paragraphs, vectors and the log of changes in one folder.

    Reads may come from any thread while another process writes. One process at a time writes; a second gets
    LibraryBusy at once. Every change is one transaction and is on disk when the call returns.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._lock = FileLock(path / "writing.lock", timeout=0, thread_local=False)
        self._turn = threading.RLock()
        self._writer: sqlite3.Connection | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the library in the folder `path`. Raises LibraryMissing, LibraryVersion, LibraryDamaged."""
        require_ours(path)
        return cls(path)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Open the library in the folder `path`, made first when there is none."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"The folder {path} cannot be made ({error.strerror}). Choose another place.") from error
        if not is_made(path):
            with cls(path).writing():
                if not is_made(path):
                    make(path)
        return cls.open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep other processes from writing meanwhile. May be nested. Raises LibraryBusy at once."""
        with self._turn:
            try:
                self._lock.acquire()
            except Timeout as error:
                raise LibraryBusy(f"Another process is indexing into {self.path}. Wait until it is done.") from error
            except OSError as error:
                raise LibraryError(f"{self.path} cannot be locked ({error.strerror}). Check permissions.") from error
            try:
                yield
            finally:
                if self._lock.lock_counter == 1:
                    self._close_writer()
                self._lock.release()

    def claim_embedding(self, fingerprint: str) -> None:
        """Say which model makes the vectors. Raises EmbeddingMismatch when there are vectors of another one."""
        stored = self.meta("embedding")
        if stored == fingerprint:
            return
        if self.counts()["vectors"]:
            raise EmbeddingMismatch(mismatch(self.path, stored, fingerprint))
        self._write(_set_meta, {"embedding": fingerprint, "product": product_version()})

    def put(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        vectors: Vectors,
        *,
        location: Location,
        passages: Sequence[str],
        reading: str,
        tables: Sequence[Table] = (),
    ) -> str | None:
        """Write a document and all that is derived from it, in one transaction.

        vectors: (n, d) float32, one per paragraph. passages: hashes of the texts that were embedded, one per
        paragraph. reading: fingerprint of the code that read the file. tables: their files are in tables/ already.
        Returns the id of the document that stood at this location before and stands nowhere now, else None.
        """

        def change(connection: sqlite3.Connection) -> str | None:
            writing.put_document(connection, document, paragraphs, np.atleast_2d(vectors), passages, reading)
            catalogue.put_tables(connection, document.id, tables)
            return writing.put_location(connection, location, document.id, reading)

        return self._write(change)

    def put_location(self, location: Location, document_id: str, reading: str) -> str | None:
        """Say that a document which the library has stands here too. Returns as `put` does."""

        def change(connection: sqlite3.Connection) -> str | None:
            writing.log(connection, document_id, ())
            return writing.put_location(connection, location, document_id, reading)

        return self._write(change)

    def put_refusal(self, location: Location, refusal: tuple[str, str, str], reading: str) -> str | None:
        """Remember that a file was refused, so that it is not read again until it changes. Returns as `put` does."""
        return self._write(writing.put_location, location, None, reading, refusal)

    def sweep_tables(self) -> int:
        """Delete stored rows that no table refers to; how many files. For when nobody else writes."""
        from indexer.tables.parquet import sweep  # loads DuckDB: only when tables are kept

        with self.writing():
            return sweep(self.tables_folder, self.table_files())

    def broken_tables(self) -> set[str]:
        """The ids of documents with a table whose stored rows are gone or changed. Reads all stored rows."""
        from indexer.tables.parquet import is_whole

        return {table.document_id for table in self.tables() if not is_whole(self.tables_folder, table.file)}

    def read_again(self, document_ids: Iterable[str]) -> None:
        """Have these documents read anew by the next indexing, as if other readers had made them."""
        self._write(writing.forget_reading, list(document_ids))

    def begin_reembedding(self, fingerprint: str) -> int:
        """Make room for another model's vectors; gives how many an earlier run of the same model has left."""
        return self._write(reembedding.begin, fingerprint)

    def missing_embeddings(self, after: int, limit: int) -> list[tuple[int, Paragraph]]:
        """The next paragraphs without a new vector, with their keys, after a key."""
        return self._read(reembedding.missing, after, limit)

    def put_embeddings(self, keys: Sequence[int], vectors: Vectors) -> None:
        """Keep new vectors (n, d), one for each paragraph's key; searches do not see them yet."""
        self._write(reembedding.put, keys, vectors)

    def switch_embedding(self, fingerprint: str) -> None:
        """Have the new vectors take the place of the old. Raises LibraryError when some are missing."""
        self._write(reembedding.switch, fingerprint)

    def drop_reembedding(self) -> None:
        """Forget new vectors that were begun and are not wanted."""
        self._write(reembedding.drop)

    def touch(self, location: Location) -> None:
        """Note the stamp of a file whose content is as before."""
        self._write(_touch, location)

    def remove(self, document_id: str) -> None:
        """Take out a document with everything derived from it. Raises NotFound for an unknown one."""
        if self.document(document_id) is None:
            raise NotFound(f"There is no document {document_id!r} in the library {self.path}.")
        self._write(writing.remove_document, document_id)

    def remove_location(self, file: str) -> str | None:
        """Forget a file that is gone. Returns the id of the document that went with it, else None."""
        return self._write(writing.remove_location, file)

    def _write(self, change: Callable[..., T], *arguments: Any) -> T:
        with self.writing(), translated(self._file):
            self._writer = self._writer or connect(self._file)
            with transaction(self._writer):
                return change(self._writer, *arguments)

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def mismatch(path: Path, stored: str, given: str) -> str:
    """The message of EmbeddingMismatch."""
    return (
        f"The vectors in the library {path} were made by {stored!r}, the model set now is {given!r}. "
        f"Run `namndsvar index --re-embed --library {path}` to embed its text anew with the model set now, "
        f"or set NAMNDSVAR_EMBEDDING_MODEL to the former."
    )


def _set_meta(connection: sqlite3.Connection, values: dict[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def _touch(connection: sqlite3.Connection, location: Location) -> None:
    connection.execute(
        "UPDATE locations SET stamp = ? WHERE file = ? AND content = ?",
        (location.stamp, location.file, location.content),
    )
