"""Connections to library.db: one for each reading thread, one that writes, and what their errors mean.

Readers are `query_only`; WAL lets them read while one process writes.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import LibraryBusy, LibraryDamaged, LibraryError

_WAIT_SECONDS = 10.0  # for the moments in which SQLite itself locks, such as a checkpoint


class Connections:
    """The open connections of one process to one database file. That of a thread is closed when the thread ends."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._local = threading.local()
        self._held: weakref.WeakSet[_Held] = weakref.WeakSet()
        self._guard = threading.Lock()

    def __len__(self) -> int:
        return len(self._held)

    def reading(self) -> sqlite3.Connection:
        """This thread's connection, which cannot write."""
        held: _Held | None = getattr(self._local, "held", None)
        if held is None:
            held = _Held(connect(self.file))
            held.connection.execute("PRAGMA query_only = ON")
            self._local.held = held
            with self._guard:
                self._held.add(held)
        return held.connection

    def close(self) -> None:
        """Close the connections of every thread."""
        with self._guard:
            for held in list(self._held):
                held.close()
            self._held.clear()
            self._local = threading.local()


class _Held:
    """A connection that lives in a thread's locals: when the thread ends they are dropped, and it is closed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.close = weakref.finalize(self, connection.close)


def connect(file: Path) -> sqlite3.Connection:
    """A connection with durable commits and explicit transactions."""
    connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Let no sqlite3 error out: it becomes LibraryBusy, LibraryDamaged or LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translation(file, error) from error


def _translation(file: Path, error: sqlite3.Error) -> LibraryError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LibraryBusy(f"Another process holds {file} ({error}). Try again in a moment.")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return LibraryError(
            f"{file} could not be read or written ({error}). Check free space and permissions; "
            "what was reported as indexed is kept."
        )
    return damaged(file, str(error))


def damaged(file: Path, seen: str) -> LibraryDamaged:
    """What to tell when the database cannot be trusted."""
    return LibraryDamaged(f"{file} is damaged ({seen}). Delete the folder {file.parent} and index the documents again.")


def check_integrity(connection: sqlite3.Connection, file: Path) -> None:
    """Raise LibraryDamaged when SQLite's own check or that of foreign keys finds a fault."""
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
    faults += [f"{row[0]} row {row[1]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
    if faults:
        raise damaged(file, "; ".join(faults[:5]))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing; committed to disk when the block ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
