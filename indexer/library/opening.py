"""Making library.db and refusing to open what is not one of ours."""

from __future__ import annotations

import sqlite3
import uuid
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from indexer.errors import LibraryMissing, LibraryVersion
from indexer.library.connections import connect, transaction, translated
from indexer.library.schema import APPLICATION_ID, FORMAT, TABLES

DATABASE = "library.db"


def make(folder: Path) -> None:
    """Write an empty library.db into `folder`, which exists. All or nothing, so a kill leaves no half library."""
    file = folder / DATABASE
    with translated(file):
        connection = connect(file)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            with transaction(connection):
                for statement in _statements(TABLES):
                    connection.execute(statement)
                connection.executemany("INSERT INTO meta VALUES (?, ?)", _first_meta().items())
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        finally:
            connection.close()


def is_made(folder: Path) -> bool:
    """Whether there is a database, whatever its version; a file left by a kill while making it does not count."""
    file = folder / DATABASE
    if not file.is_file() or file.stat().st_size == 0:
        return False
    with translated(file):
        connection = connect(file)
        try:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        finally:
            connection.close()


def require_ours(folder: Path) -> None:
    """Raise LibraryMissing, LibraryVersion or LibraryDamaged unless this version can use the library."""
    file = folder / DATABASE
    if not is_made(folder):
        raise LibraryMissing(f"There is no library at {folder}. Make one by indexing a folder of documents into it.")
    with translated(file):
        connection = connect(file)
        try:
            application, found = _marks(connection)
        finally:
            connection.close()
    if application != APPLICATION_ID:
        raise LibraryVersion(f"{file} is a database of another program. Choose another folder for the library.")
    if found != FORMAT:
        raise LibraryVersion(
            f"{file} has library format {found}; this version reads format {FORMAT}. "
            "Index the documents into a new folder, or use the version that wrote it."
        )


def product_version() -> str:
    """The installed version of the product."""
    try:
        return version("namndsvar")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "unknown"


def _marks(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _first_meta() -> dict[str, str]:
    return {"library": uuid.uuid4().hex, "product": product_version(), "embedding": ""}


def _statements(script: str) -> list[str]:
    lines = (line.partition("--")[0] for line in script.splitlines())
    return [statement for statement in "\n".join(lines).split(";") if statement.strip()]
