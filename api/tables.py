"""The stored tables of the library, for routes that show parts of them: opened when the first of them is asked for."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from indexer.tables.store import TableStore

_MEMORY_MB: Final = 64


class Tables:
    """The rows of one library's tables. folder: where they are stored. Safe from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._store: TableStore | None = None

    @property
    def store(self) -> TableStore:
        """Their store."""
        with self._opening:
            if self._store is None:
                from indexer.tables.store import TableStore  # loads DuckDB

                self._store = TableStore(self._folder, memory_mb=_MEMORY_MB, threads=1)
            return self._store

    def close(self) -> None:
        """Give memory back."""
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None
