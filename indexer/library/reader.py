"""What can be asked of a library."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from indexer.errors import NotFound
from indexer.library import catalogue, reading
from indexer.library.connections import Connections, check_integrity, translated
from indexer.library.held import Held
from indexer.library.opening import DATABASE
from indexer.library.records import Change, KnownFile, Location, Tail
from indexer.library.rows import Vectors, to_vectors
from indexer.library.schema import FORMAT
from indexer.model import Document, Paragraph
from indexer.tables.model import Table

T = TypeVar("T")


class Reader:
    """Documents, paragraphs, vectors and the log of changes. Any thread may ask while another process writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path / DATABASE
        self._connections = Connections(self._file)
        self._held = Held(-1)

    def close(self) -> None:
        """Close all connections of this process to it."""
        self._connections.close()

    def documents(self) -> list[Document]:
        """All documents, by path."""
        return self._now().documents(lambda: self._read(reading.documents))

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
        return self._now().paragraphs(ids, lambda missing: self._read(reading.paragraphs_by_id, missing))

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

    def vectors_between(self, after: int, upto: int) -> Tail:
        """The vectors of current paragraphs written after one change number and not after another."""
        return self._read(reading.vectors_between, after, upto)

    def vectors_of_passages(self, passages: Iterable[str]) -> dict[str, Vectors]:
        """Vectors that the library already has, each (d,), by hash of the embedded passage."""
        found = self._read(reading.vectors_of_passages, passages)
        return dict(zip(found, to_vectors(list(found.values())), strict=True))

    @property
    def tables_folder(self) -> Path:
        """Where the rows of tables are, for `indexer.tables.store.TableStore`."""
        return self.path / "tables"

    def tables(self) -> list[Table]:
        """All tables, without the labels of their columns."""
        return self._read(catalogue.tables)

    def tables_of(self, document_id: str) -> list[Table]:
        """The tables of a document, without the labels of their columns, by number."""
        return self._read(catalogue.tables_of, document_id)

    def tables_by_id(self, ids: Iterable[str]) -> dict[str, Table]:
        """The tables among `ids` that are there, with their labels."""
        return self._read(catalogue.tables_by_id, ids)

    def labelled(self, labels: Iterable[str]) -> list[tuple[str, int, str]]:
        """(table id, column key, label as stored) where a label is one of these, case aside."""
        return self._read(catalogue.labelled, labels)

    def table_files(self) -> set[str]:
        """The names of all stored files that tables refer to."""
        return self._read(catalogue.table_files)

    def known_files(self) -> dict[str, KnownFile]:
        """Every file seen, refused ones too, by absolute path."""
        return self._read(reading.known_files)

    def locations(self, document_ids: Iterable[str]) -> dict[str, list[Location]]:
        """Where each of these documents stands, the place at which it was first seen first; unknown ones left out."""
        return self._read(reading.locations, document_ids)

    def paragraph_counts(self, document_ids: Iterable[str]) -> dict[str, int]:
        """How many paragraphs each of these documents has; unknown ones are left out."""
        return self._read(reading.paragraph_counts, document_ids)

    def counts(self) -> dict[str, int]:
        """How many documents, paragraphs, vectors, files and refused files there are."""
        return self._read(reading.counts)

    def meta(self, key: str) -> str:
        """An entry of the meta table: "library" (identity), "product", "embedding"."""
        return self._read(_meta, key)

    def status(self) -> dict[str, Any]:
        """What the library holds and what made it, for people and machines alike."""
        roots = {known.location.root for known in self.known_files().values() if known.location.root}
        return {
            "path": str(self.path),
            **self.counts(),
            "change_number": self.change_number,
            "embedding": self.meta("embedding"),
            "format": FORMAT,
            "product": self.meta("product"),
            "sources": sorted(roots),
            "bytes": sum(map(_size, _files(self.path))),
        }

    def require_whole(self) -> None:
        """Raise LibraryDamaged when SQLite's own check finds a fault. Reads the whole file."""
        self._read(check_integrity, self._file)

    def _now(self) -> Held:
        """What is held as of now."""
        change, held = self.change_number, self._held
        if held.change != change:
            held = self._held = Held(change)
        return held

    def _read(self, query: Callable[..., T], *arguments: Any) -> T:
        with translated(self._file):
            return query(self._connections.reading(), *arguments)


_NAMES: tuple[Callable[[tuple[str, str, str]], tuple[str, ...]], ...] = (
    lambda place: (place[0],),
    lambda place: (place[1], place[2]),
    lambda place: (PurePosixPath(place[1]).name,),
)


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder; one that an index drops meanwhile may be among them."""
    return (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)


def _size(file: Path) -> int:
    """In bytes; 0 when it is gone: the search indexes merge their files while others look."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def _meta(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""
