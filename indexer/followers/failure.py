"""No error of a search engine gets past here: it becomes FollowerFailed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from indexer.errors import LibraryError, NamndsvarError

_PANIC = "PanicException"  # how a panic in Rust arrives; its class cannot be imported


class FollowerFailed(LibraryError):
    """A search index could not be read or written. The library itself is whole."""


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn whatever the engine raises into FollowerFailed. Also a decorator."""
    try:
        yield
    except NamndsvarError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
            raise
        raise FollowerFailed(
            f"The {name} could not be read or written ({type(error).__name__}: {error}). The documents are safe in "
            "the library. Check free space and permissions; `namndsvar verify` makes the index anew."
        ) from error
