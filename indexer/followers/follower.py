"""What a search index is to us: a follower of the library that can always be made anew from it.

Another engine (pgvector, Qdrant, OpenSearch) is one more file with these methods.
"""

from __future__ import annotations

from typing import Protocol

from indexer.library import Library


class Follower(Protocol):
    """An index that holds nothing that the library does not.

    `catch_up` and `rebuild` are called by one process at a time, inside `library.writing()`.
    """

    @property
    def change_number(self) -> int:
        """The library's change number up to which searches of this process find everything."""
        ...

    @property
    def interrupted(self) -> bool:
        """Whether the last writer was stopped at a moment that may have left the index wrong."""
        ...

    def healthy(self, library: Library) -> bool:
        """Whether the index is whole, belongs to this library and is not ahead of it. May take a moment."""
        ...

    def agrees(self, library: Library) -> bool:
        """Whether a caught-up index holds as much as the library and finds a sample of it. Takes longer."""
        ...

    def catch_up(self, library: Library) -> None:
        """Take in what has changed since. Killed at any moment, it goes on from there the next time."""
        ...

    def rebuild(self, library: Library) -> None:
        """Make the index anew from the library. The old one serves until the new one is whole."""
        ...

    def refresh(self) -> None:
        """See what another process has taken in since."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...
