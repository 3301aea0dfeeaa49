"""Reading, understanding, embedding and committing the files that are new or changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np

from indexer.embedding import Embedder, Vectors, passage_hash, passage_text
from indexer.errors import Reason, Refusal
from indexer.indexes import Indexes
from indexer.library import Library, Location
from indexer.model import Document, Paragraph, RawDocument
from indexer.plan import Plan, document_id_of
from indexer.reports import FileReport
from indexer.scan import content_hash
from indexer.tables.keeping import kept
from indexer.tables.model import Table
from indexer.versions import reading_fingerprint, refusal_fingerprint

_BATCH_PARAGRAPHS = 256  # embedded together
_BATCH_SECONDS = 10.0  # a batch that has waited so long is committed when the next file has been read
_MEANING_EVERY = 5_000  # paragraphs between two catch-ups of the meaning index

ReadAll = Callable[[Iterable[Path]], Iterator[tuple[Path, RawDocument | Refusal]]]


class Structure(Protocol):
    """What `indexer.structure.structure` does."""

    def __call__(self, raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]: ...


@dataclass(frozen=True)
class _Understood:
    document: Document
    paragraphs: tuple[Paragraph, ...]
    locations: list[Location]
    tables: list[Table]
    seconds: float


class Ingest:
    """One run over the unread files of a plan."""

    def __init__(
        self,
        library: Library,
        indexes: Indexes,
        embedder: Embedder,
        structure: Structure,
        told: Callable[[FileReport], None],
        checkpoint: Callable[[str], None],
    ) -> None:
        library.claim_embedding(embedder.fingerprint)
        self._library = library
        self._indexes = indexes
        self._embedder = embedder
        self._structure = structure
        self._told = told
        self._checkpoint = checkpoint
        self._known = library.known_files()
        self._known_ids = {known.document_id for known in self._known.values()}
        self._waiting: list[_Understood] = []
        self._since_meaning = 0

    def run(self, plan: Plan, read_all: ReadAll) -> None:
        """Read all, commit each, report each."""
        contents = {source.file: content for content, source in plan.sources.items()}
        oldest = mark = time.perf_counter()
        for file, result in read_all(list(contents)):
            content = contents[file]
            self._take(file, content, plan.unread[content], result, mark)
            mark = time.perf_counter()
            waiting = sum(len(understood.paragraphs) for understood in self._waiting)
            if waiting >= _BATCH_PARAGRAPHS or mark - oldest > _BATCH_SECONDS:
                self._commit()
                oldest = mark = time.perf_counter()
        self._commit()

    def _take(
        self, file: Path, content: str, locations: list[Location], result: RawDocument | Refusal, mark: float
    ) -> None:
        try:
            if content_hash(file) != content:
                raise Refusal(Reason.DAMAGED, "the file changed while it was read", "Index it again.")
            document, paragraphs = _understand(self._structure, result, content, locations[0])
            read = result.tables if isinstance(result, RawDocument) else ()
            tables = kept(read, paragraphs, self._library.tables_folder)
        except (Refusal, OSError) as error:
            refusal = error if isinstance(error, Refusal) else Refusal(Reason.UNSAFE, str(error), "Index it again.")
            self._refuse(locations, refusal, time.perf_counter() - mark)
        else:
            self._waiting.append(_Understood(document, paragraphs, locations, tables, time.perf_counter() - mark))

    def _refuse(self, locations: list[Location], refusal: Refusal, seconds: float) -> None:
        for location in locations:
            told = (str(refusal.reason), refusal.detail, refusal.advice)
            self._library.put_refusal(location, told, refusal_fingerprint())
            self._told(FileReport(location.path, "refused", str(refusal), seconds=seconds))

    def _commit(self) -> None:
        """Embed what waits, in one go, and commit document after document."""
        if not self._waiting:
            return
        self._checkpoint("embed")
        start = time.perf_counter()
        texts = [passage_text(found.document, paragraph) for found in self._waiting for paragraph in found.paragraphs]
        vectors, hashes = self._embedded(texts)
        per_paragraph = (time.perf_counter() - start) / max(1, len(texts))
        at = 0
        for found in self._waiting:
            part = slice(at, at + len(found.paragraphs))
            self._put(found, vectors[part], hashes[part], per_paragraph)
            at = part.stop
        self._waiting.clear()
        self._checkpoint("words")
        self._indexes.words.catch_up(self._library)
        self._since_meaning += len(texts)
        if self._since_meaning >= _MEANING_EVERY:
            self._checkpoint("meaning")
            self._indexes.meaning.catch_up(self._library)
            self._since_meaning = 0

    def _embedded(self, texts: list[str]) -> tuple[Vectors, list[str]]:
        """Vectors (n, d) and passage hashes; what the library has embedded before is not embedded again."""
        hashes = [passage_hash(text) for text in texts]
        known = self._library.vectors_of_passages(set(hashes))
        new = {key: text for key, text in zip(hashes, texts, strict=True) if key not in known}
        known |= dict(zip(new, self._embedder.embed_passages(list(new.values())), strict=True))
        return np.stack([known[key] for key in hashes]), hashes

    def _put(self, found: _Understood, vectors: Vectors, hashes: list[str], per_paragraph: float) -> None:
        first, *others = found.locations
        reading = reading_fingerprint()
        self._checkpoint("put")
        self._library.put(
            found.document,
            found.paragraphs,
            vectors,
            location=first,
            passages=hashes,
            reading=reading,
            tables=found.tables,
        )
        known = self._known.get(first.file)
        again = found.document.id in self._known_ids or (known is not None and known.document_id is not None)
        seconds = found.seconds + per_paragraph * len(found.paragraphs)
        count = len(found.paragraphs)
        self._told(FileReport(first.path, "replaced" if again else "indexed", "", found.document.id, count, seconds))
        for other in others:
            self._library.put_location(other, found.document.id, reading)
            remark = f"same content as {first.path}"
            self._told(FileReport(other.path, "indexed", remark, found.document.id, count))


def _understand(
    structure: Structure, result: RawDocument | Refusal, content: str, location: Location
) -> tuple[Document, tuple[Paragraph, ...]]:
    if isinstance(result, Refusal):
        raise result
    name = location.path.rpartition("/")[2]
    try:
        document, paragraphs = structure(result, content_hash=content, name=name)
    except Exception as error:
        detail = f"its structure could not be understood ({type(error).__name__}: {error})"
        raise Refusal(Reason.DAMAGED, detail, "Please report this file.") from error
    if not paragraphs:
        raise Refusal(Reason.NO_TEXT, "there is no paragraph in it", "Scan it with text recognition first.")
    return replace(document, id=document_id_of(content), path=location.path), paragraphs
