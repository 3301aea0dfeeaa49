"""The word index: BM25 over our own token stream, kept by tantivy.

Three fields, each a string of tokens with blanks between: the paragraph, its headings, the question it answers.
One more entry holds the change number; it is committed with the rest, so the two cannot disagree.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from indexer.followers.failure import translated
from indexer.followers.generation import Generations, State
from indexer.followers.sealed import crc_footers_hold
from indexer.library import Library
from indexer.model import Document, Paragraph

FIELD_WEIGHTS = {"body": 1.0, "headings": 0.5, "question": 0.7}
"""How much a term counts in each field."""

_NAME = "word index"
_SHAPE = "words:1"
_MARK = "change number"  # the id of the entry that holds it: no paragraph id has a blank
_HEAP_BYTES = 60_000_000
_SAMPLE = 100
_CHANGES_PER_COMMIT = 500  # one commit takes about 0.1 s


class Words:
    """The word index of one library. Searches are safe from several threads."""

    def __init__(self, folder: Path, tokens: Callable[[str], list[str]], language: str = "") -> None:
        """tokens: text -> index tokens. language: what else shapes the token stream; another value means a rebuild."""
        self._generations = Generations(folder)
        self._tokens = tokens
        self._shape = f"{_SHAPE}:{language}"
        self._open: _Open | None = None
        self._guard = threading.Lock()  # over `_open`; a search goes on with the index that it was given

    @property
    def change_number(self) -> int:
        """See Follower. 0 when there is no index."""
        found = self._opened()
        return found.change if found else 0

    @property
    def interrupted(self) -> bool:
        """See Follower: never, tantivy's commits are atomic."""
        return False

    @translated(_NAME)
    def healthy(self, library: Library) -> bool:
        """See Follower. Reads every file of the index once."""
        state = self._generations.state()
        if state is None or (state.library, state.shape) != (library.meta("library"), self._shape):
            return False
        if not crc_footers_hold(self._generations.path(state)):
            return False
        found = self._opened()
        if found is None or found.change > library.change_number:
            return False
        return found.change < library.change_number or self.count() == library.counts()["paragraphs"]

    @translated(_NAME)
    def agrees(self, library: Library) -> bool:
        """See Follower."""
        found = self._opened()
        if found is None or self.count() != library.counts()["paragraphs"]:
            return False
        searcher = found.index.searcher()
        sample = library.documents()[:_SAMPLE]
        return all(_found(searcher, document.id) == bool(library.paragraphs(document.id)) for document in sample)

    @translated(_NAME)
    def count(self) -> int:
        """The number of paragraphs in the index."""
        found = self._opened()
        return found.index.searcher().num_docs - 1 if found else 0

    @translated(_NAME)
    def search(self, terms: Sequence[tuple[str, float]], k: int) -> list[tuple[str, float]]:
        """The best k paragraphs, as (paragraph id, score), best first.

        terms: index tokens with weights. The score is the sum of BM25 over terms and fields, times both weights.
        """
        found = self._opened()
        clauses = [_clause(term, weight, name) for term, weight in terms for name in FIELD_WEIGHTS if weight > 0]
        if found is None or not clauses or k <= 0:
            return []
        searcher = found.index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(clauses), k, count=False).hits
        return [(searcher.doc(address)["id"][0], score) for score, address in hits]

    @translated(_NAME)
    def catch_up(self, library: Library) -> None:
        """See Follower."""
        found = self._opened()
        if found is None:
            self.rebuild(library)
        elif found.change < library.change_number:
            self._follow(found.index, found.change, library)
            self.refresh()

    @translated(_NAME)
    def rebuild(self, library: Library) -> None:
        """See Follower."""
        state = self._generations.begin(library.meta("library"), self._shape)
        index = _new(self._generations.path(state))
        self._follow(index, 0, library)
        self._generations.switch(state)
        self.refresh()

    @translated(_NAME)
    def refresh(self) -> None:
        """See Follower."""
        with self._guard:
            state = self._generations.state()
            if state is None or self._open is None or self._open.state.generation != state.generation:
                self._open = None
            else:
                self._open.index.reload()
                self._open = _Open(state, self._open.index, _change(self._open.index))

    def close(self) -> None:
        """See Follower."""
        with self._guard:
            self._open = None

    def _opened(self) -> _Open | None:
        """The index, opened once; None when it is missing, damaged or of another shape."""
        with self._guard:
            if self._open is None:
                self._open = self._found()
            return self._open

    def _found(self) -> _Open | None:
        state = self._generations.state()
        while state is not None and state.shape == self._shape:
            if index := _existing(self._generations.path(state)):
                return _Open(state, index, _change(index))
            tried, state = state, self._generations.state()
            if state == tried:
                return None  # and not: switched to another generation meanwhile
        return None

    def _follow(self, index: tantivy.Index, change: int, library: Library) -> None:
        """Apply all later changes; each commit holds the number that it reached."""
        writer = index.writer(_HEAP_BYTES, 1)
        upto = library.change_number
        while True:
            changes = [found for found in library.changes_since(change, _CHANGES_PER_COMMIT) if found.number <= upto]
            change = changes[-1].number if changes else max(change, upto)
            for document_id in dict.fromkeys(found.document_id for found in changes):
                self._replace(writer, library, document_id)
            writer.delete_documents_by_term("id", _MARK)
            writer.add_document(tantivy.Document(id=_MARK, document=str(change)))
            writer.commit()
            if change >= upto:
                break
        writer.wait_merging_threads()

    def _replace(self, writer: tantivy.IndexWriter, library: Library, document_id: str) -> None:
        writer.delete_documents_by_term("document", document_id)
        document = library.document(document_id)
        if document is not None:
            for paragraph in library.paragraphs(document_id):
                writer.add_document(self._entry(document, paragraph))

    def _entry(self, document: Document, paragraph: Paragraph) -> tantivy.Document:
        headings = "\n".join((document.title, *paragraph.place.headings))
        texts = {"body": paragraph.readable, "headings": headings, "question": paragraph.question or ""}
        fields = {name: " ".join(self._tokens(text)) for name, text in texts.items() if text}
        return tantivy.Document(id=paragraph.id, document=paragraph.document_id, **fields)


@dataclass(frozen=True)
class _Open:
    state: State
    index: tantivy.Index
    change: int


def _clause(term: str, weight: float, name: str) -> tuple[tantivy.Occur, tantivy.Query]:
    query = tantivy.Query.term_query(_SCHEMA, name, term, index_option="freq")
    return tantivy.Occur.Should, tantivy.Query.boost_query(query, weight * FIELD_WEIGHTS[name])


def _found(searcher: tantivy.Searcher, document_id: str) -> bool:
    query = tantivy.Query.term_query(_SCHEMA, "document", document_id, index_option="basic")
    return bool(searcher.search(query, 1, count=False).hits)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    for name in FIELD_WEIGHTS:
        builder.add_text_field(name, tokenizer_name="blanks", index_option="freq")
    return builder.build()


_SCHEMA = _schema()


def _new(folder: Path) -> tantivy.Index:
    return _registered(tantivy.Index(_SCHEMA, path=str(folder)))


def _existing(folder: Path) -> tantivy.Index | None:
    """None when tantivy cannot open it: it says so with ValueError."""
    try:
        return _registered(tantivy.Index.open(str(folder)))
    except (ValueError, OSError):
        return None


def _registered(index: tantivy.Index) -> tantivy.Index:
    """tantivy forgets tokenizers between opens; without them it falls back to its own."""
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def _change(index: tantivy.Index) -> int:
    searcher = index.searcher()
    query = tantivy.Query.term_query(_SCHEMA, "id", _MARK, index_option="basic")
    hits = searcher.search(query, 1, count=False).hits
    return int(searcher.doc(hits[0][1])["document"][0]) if hits else 0
