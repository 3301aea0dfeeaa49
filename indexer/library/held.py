"""What is kept of a library between questions: its documents, and the paragraphs that were read lately.

It is good for one change number: whoever asks looks that up first, and where it has moved on begins anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from threading import Lock
from typing import Final

from indexer.model import Document, Paragraph

_MOST_PARAGRAPHS: Final = 25_000  # about 2 kB each


class Held:
    """Documents and paragraphs as of one change number or a later one. Safe from several threads."""

    def __init__(self, change: int) -> None:
        self.change = change
        self._documents: tuple[Document, ...] | None = None
        self._paragraphs: dict[str, Paragraph] = {}
        self._guard = Lock()

    def documents(self, read: Callable[[], Sequence[Document]]) -> list[Document]:
        """All documents; read once."""
        if self._documents is None:
            self._documents = tuple(read())
        return list(self._documents)

    def paragraphs(self, ids: Iterable[str], read: Callable[[list[str]], dict[str, Paragraph]]) -> dict[str, Paragraph]:
        """The paragraphs among `ids`, in their order; only those that are not held are read."""
        wanted = list(ids)
        with self._guard:
            found = {one: self._paragraphs[one] for one in wanted if one in self._paragraphs}
        missing = [one for one in wanted if one not in found]
        if missing:
            new = read(missing)
            found |= new
            self._hold(new)
        return {one: found[one] for one in wanted if one in found}

    def _hold(self, new: dict[str, Paragraph]) -> None:
        with self._guard:
            self._paragraphs |= new
            for one in list(islice(self._paragraphs, max(len(self._paragraphs) - _MOST_PARAGRAPHS, 0))):
                del self._paragraphs[one]  # those that were read first
