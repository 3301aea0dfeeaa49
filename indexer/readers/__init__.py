"""FILE -> RawDocument. One reader per format, chosen by content; every file is read in a confined child process.

`read` reads one file. `Reading` keeps its children for many files; `read_all` does so for one batch.
The way of a file: admission (door) -> child process (sandbox, child) -> format (sniff) -> reader (text, pdf, docx ...).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.model import RawDocument
from indexer.readers.reading import Reading, Result

__all__ = ["Reading", "Result", "read", "read_all"]


def read(path: Path) -> RawDocument:
    """One file, read in a child process of its own.

    Raises Refusal for everything that cannot be read, NotFound when there is no such file.
    """
    with Reading(workers=1) as reading:
        return reading.read(path)


def read_all(paths: Iterable[Path], workers: int = 1) -> Iterator[tuple[Path, Result]]:
    """Many files, in the order given, each with what it holds or why it was refused; see `Reading.read_all`."""
    with Reading(workers=workers) as reading:
        yield from reading.read_all(paths)
