"""The seam to the engine: what the doors need of it, and how it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from indexer.embedding import Embedder
    from indexer.library import KnownFile, Location
    from indexer.model import Document, Paragraph
    from indexer.tables.model import Table
    from qa.model import Answer, Hit


class Shelf(Protocol):
    """The part of the Library that the doors read."""

    @property
    def path(self) -> Path:
        """Its folder."""

    def documents(self) -> Sequence[Document]:
        """All documents."""

    def document(self, document_id: str) -> Document | None:
        """One document by id."""

    def paragraphs(self, document_id: str) -> Sequence[Paragraph]:
        """The paragraphs of a document in reading order."""

    def counts(self) -> Mapping[str, int]:
        """How many there are of each thing that the Library holds."""

    def known_files(self) -> Mapping[str, KnownFile]:
        """Every file seen, refused ones too, by absolute path."""

    def locations(self, document_ids: Iterable[str]) -> Mapping[str, Sequence[Location]]:
        """Where each of these documents stands, the place at which it was first seen first."""

    def tables_of(self, document_id: str) -> Sequence[Table]:
        """The tables of a document."""

    @property
    def tables_folder(self) -> Path:
        """Where the rows of tables are stored."""

    def paragraph_counts(self, document_ids: Iterable[str]) -> Mapping[str, int]:
        """How many paragraphs each of these documents has."""

    def meta(self, key: str) -> str:
        """An entry of the library's meta table: "library" (identity), "embedding"."""

    def status(self) -> Mapping[str, Any]:
        """What the Library holds and what made it."""

    @property
    def change_number(self) -> int:
        """The number of the last change."""


class Engine(Protocol):
    """Answers questions and ranks paragraphs. Safe to call from several threads."""

    @property
    def library(self) -> Shelf:
        """The Library that it answers from."""

    @property
    def embedder(self) -> Embedder:
        """What makes the vectors: one for questions and for what is indexed in this process."""

    def ask(self, question: str, history: Sequence[str] = (), filters: Mapping[str, str] | None = None) -> Answer:
        """Answer a question; `history` holds the earlier user turns, oldest first."""

    def search(self, query: str, k: int = 10, filters: Mapping[str, str] | None = None) -> Sequence[Hit]:
        """The `k` nearest paragraphs, best first."""

    def close(self) -> None:
        """Let go of the Library's files."""

    def __enter__(self) -> Self:
        """The engine itself, which is closed when the block ends."""

    def __exit__(self, *_: object) -> None: ...


def open_engine(library_path: Path) -> Engine:
    """Load the engine over the library at `library_path`; takes seconds, once per process.

    Raises LibraryMissing and the other LibraryErrors.
    """
    from qa.engine import Engine as LocalEngine

    return LocalEngine.open(library_path)
