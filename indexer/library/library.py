"""Library: the one source of truth on disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Self, TypeVar

import numpy as np
from filelock import FileLock, Timeout

from indexer.errors import EmbeddingMismatch, LibraryBusy, LibraryError, NotFound
from indexer.library import reading, writing
from indexer.library.connections import Connections, check_integrity, connect, transaction, translated
from indexer.library.opening import DATABASE, is_made, make, product_version, require_ours
from indexer.library.records import Change, KnownFile, Location, Tail
from indexer.library.rows import Vectors, to_vectors
from indexer.library.schema import FORMAT
from indexer.model import Document, Paragraph

T = TypeVar("T")


class Library:
    """Documents, paragraphs, vectors and the log of changes in one folder.

    Reads may come from any thread while another process writes. One process at a time writes; a second gets
    LibraryBusy at once. Every change is one transaction and is on disk when the call returns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path / DATABASE
        self._connections = Connections(self._file)
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

    def close(self) -> None:
        """Close all connections of this process to it."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- reading

    def documents(self) -> list[Document]:
        """All documents, by path."""
        return self._read(reading.documents)

    def document(self, document_id: str) -> Document | None:
        """One document by its id."""
        return self._read(reading.document, document_id)

    def find(self, name: str) -> Document:
        """A document by id, path or file name. Raises NotFound when none or several answer to it."""
        places = self._read(reading.document_names)
        for keys in _NAMES:
            ids = {place[0] for place in places if name in keys(place)}
            if len(ids) > 1:
                paths = ", ".join(f"{path} ({document_id})" for document_id, path, _ in places if document_id in ids)
                raise NotFound(f"{name!r} names several documents: {paths}. Give the path or the id of one.")
            if ids and (found := self.document(ids.pop())):
                return found
        raise NotFound(f"There is no document {name!r} in the library {self.path}. Give its path, file name or id.")

    def paragraphs(self, document_id: str) -> list[Paragraph]:
        """A document's paragraphs in reading order; empty for an unknown document."""
        return self._read(reading.paragraphs, document_id)

    def paragraphs_by_id(self, ids: Iterable[str]) -> dict[str, Paragraph]:
        """The current paragraphs among `ids`, in the order of `ids`."""
        return self._read(reading.paragraphs_by_id, ids)

    def current(self, ids: Sequence[str]) -> set[str]:
        """Those of `ids` that are paragraphs now."""
        return self._read(reading.current, ids)

    def neighbours(self, paragraph_id: str, before: int, after: int) -> list[Paragraph]:
        """The paragraph itself with up to `before` ahead of it and `after` behind it, in reading order."""
        return self._read(reading.neighbours, paragraph_id, before, after)

    @property
    def change_number(self) -> int:
        """The number of the last committed change, 0 in an empty library."""
        return self._read(reading.change_number)

    def changes_since(self, change: int, limit: int = 500) -> list[Change]:
        """The next changes after a change number, oldest first."""
        return self._read(reading.changes_since, change, limit)

    def vectors_since(self, change: int) -> Tail:
        """The vectors of current paragraphs written after a change number, up to now."""
        return self.vectors_between(change, self.change_number)

    def vectors_between(self, after: int, upto: int) -> Tail:
        """The vectors of current paragraphs written after one change number and not after another."""
        return self._read(reading.vectors_between, after, upto)

    def vectors_of_passages(self, passages: Iterable[str]) -> dict[str, Vectors]:
        """Vectors that the library already has, each (d,), by hash of the embedded passage."""
        found = self._read(reading.vectors_of_passages, passages)
        return dict(zip(found, to_vectors(list(found.values())), strict=True))

    def known_files(self) -> dict[str, KnownFile]:
        """Every file seen, refused ones too, by absolute path."""
        return self._read(reading.known_files)

    def counts(self) -> dict[str, int]:
        """How many documents, paragraphs, vectors, files and refused files there are."""
        return self._read(reading.counts)

    def meta(self, key: str) -> str:
        """An entry of the meta table: "library" (identity), "product", "embedding"."""
        return self._read(_meta, key)

    def status(self) -> dict[str, Any]:
        """What the library holds and what made it, for people and machines alike."""
        roots = {known.location.root for known in self.known_files().values() if known.location.root}
        files = [file for file in self.path.rglob("*") if file.is_file()]
        return {
            "path": str(self.path),
            **self.counts(),
            "change_number": self.change_number,
            "embedding": self.meta("embedding"),
            "format": FORMAT,
            "product": self.meta("product"),
            "sources": sorted(roots),
            "bytes": sum(file.stat().st_size for file in files),
        }

    def require_whole(self) -> None:
        """Raise LibraryDamaged when SQLite's own check finds a fault. Reads the whole file."""
        self._read(check_integrity, self._file)

    # --- writing

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
            raise EmbeddingMismatch(mismatch(stored, fingerprint))
        self._write(_set_meta, {"embedding": fingerprint, "product": product_version()})

    def put(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        vectors: Vectors,
        *,
        location: Location | None = None,
        passages: Sequence[str] = (),
        reading: str = "",
    ) -> str | None:
        """Write a document and all that is derived from it, in one transaction.

        vectors: (n, d) float32, one per paragraph. passages: hashes of the texts that were embedded.
        Returns the id of the document that stood at this location before and stands nowhere now, else None.
        """
        place = location or Location(document.path, "", document.path, document.id, "")
        hashes = passages or [""] * len(paragraphs)

        def change(connection: sqlite3.Connection) -> str | None:
            writing.put_document(connection, document, paragraphs, np.atleast_2d(vectors), hashes, reading)
            return writing.put_location(connection, place, document.id, reading)

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

    def _read(self, query: Callable[..., T], *arguments: Any) -> T:
        with translated(self._file):
            return query(self._connections.reading(), *arguments)

    def _write(self, change: Callable[..., T], *arguments: Any) -> T:
        with self.writing(), translated(self._file):
            self._writer = self._writer or connect(self._file)
            with transaction(self._writer):
                return change(self._writer, *arguments)

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def mismatch(stored: str, given: str) -> str:
    """The message of EmbeddingMismatch."""
    return (
        f"The vectors in the library were made by {stored!r}, the model set now is {given!r}. "
        "Set the former, or index the documents into a new library."
    )


_NAMES: tuple[Callable[[tuple[str, str, str]], tuple[str, ...]], ...] = (
    lambda place: (place[0],),
    lambda place: (place[1], place[2]),
    lambda place: (PurePosixPath(place[1]).name,),
)


def _meta(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def _set_meta(connection: sqlite3.Connection, values: dict[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def _touch(connection: sqlite3.Connection, location: Location) -> None:
    connection.execute(
        "UPDATE locations SET stamp = ? WHERE file = ? AND content = ?",
        (location.stamp, location.file, location.content),
    )
