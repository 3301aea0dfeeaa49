"""What the library keeps beside documents and paragraphs: where files stand and what has changed."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.library.rows import Vectors


@dataclass(frozen=True)
class Location:
    """One file that was seen.

    file: absolute path. root: the folder that was indexed. path: relative to root with `/`.
    content: SHA-256 of the bytes (hex). stamp: size and times at which it was hashed, "" when they prove nothing.
    """

    file: str
    root: str
    path: str
    content: str
    stamp: str


@dataclass(frozen=True)
class KnownFile:
    """A location and what came of it: a document made by `reading`, or the refusal (reason, detail, advice)."""

    location: Location
    document_id: str | None
    reading: str
    refusal: tuple[str, str, str] | None


@dataclass(frozen=True)
class Change:
    """One committed change: a document put or removed, and the paragraphs that it took away."""

    number: int
    document_id: str
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Tail:
    """The vectors written after a change number: ids in step with the rows of vectors (n, d).

    change: the change number up to which this is complete.
    """

    change: int
    ids: tuple[str, ...]
    vectors: Vectors
