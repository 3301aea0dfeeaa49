"""Query -> Evidence -> read -> compose -> verify -> Answer: the whole way of a question, in plain calls."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from indexer.errors import QuestionError
from indexer.library import Library
from indexer.search import Search
from indexer.settings import settings
from indexer.tables.paragraphs import FORMATS
from qa.compose import compose
from qa.converse import complete
from qa.model import Answer, Hit, Status
from qa.notfound import not_found
from qa.query import Query
from qa.read import Reading, rank, read
from qa.refuse import answers
from qa.retrieve import FILTERS, Candidate, retrieve
from qa.understand import understand
from qa.verify import Unverified, verify
from qa.weights import weights

if TYPE_CHECKING:
    from qa.statistics.answer import Statistics

_LOG: Final = logging.getLogger(__name__)
_CANDIDATES: Final = 200


class Engine:
    """Answers questions from one library. Safe to use from several threads."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._opening = Lock()
        self._statistics: Statistics | None = None
        self._tables, self._tables_at = False, -1

    @classmethod
    def open(cls, library_path: Path) -> Engine:
        """Open the library at a path. Raises LibraryMissing, LibraryVersion or LibraryDamaged."""
        return cls(Search.open(library_path))

    def close(self) -> None:
        """Let go of the library's files."""
        if self._statistics is not None:
            self._statistics.close()
        self._search.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def library(self) -> Library:
        """The library that is answered from."""
        return self._search.library

    def ask(self, question: str, history: Sequence[str] = (), filters: Mapping[str, str] | None = None) -> Answer:
        """One answer. history: the user's earlier turns, oldest first. Raises QuestionError."""
        started = time.perf_counter()
        text = checked(question)
        change = self._search.refresh()
        query = complete(text, history)
        answer = self._from_tables(query, change, filters)
        if answer is None or (answer.status is Status.NOT_FOUND and not answer.related):
            stated = self._from_text(query, filters)
            answer = stated if answer is None or stated.status is not Status.NOT_FOUND else answer
        return replace(answer, question=text, elapsed_ms=(time.perf_counter() - started) * 1000)

    def search(self, query: str, k: int = 10, filters: Mapping[str, str] | None = None) -> list[Hit]:
        """The k nearest paragraphs, best first. Raises QuestionError."""
        text = checked(query)
        self._search.refresh()
        asked = understand(text)
        candidates = retrieve(self._search, asked, max(k, _CANDIDATES), checked_filters(filters))
        return [Hit(c.document, c.paragraph, score) for c, score in rank(asked, candidates, weights().reader)[:k]]

    def _from_tables(self, query: Query, change: int, filters: Mapping[str, str] | None) -> Answer | None:
        """The answer from statistics tables, None when they have none or a filter asks for certain documents."""
        if any((filters or {}).values()) or not self._has_tables(change):
            return None
        with self._opening:
            if self._statistics is None:
                from qa.statistics.answer import Statistics  # loads DuckDB: only where there are tables

                self._statistics = Statistics(self.library)
        return self._statistics.answer(query, change)

    def _from_text(self, query: Query, filters: Mapping[str, str] | None) -> Answer:
        """The answer from running text, or what was not found."""
        candidates = retrieve(self._search, query, _CANDIDATES, checked_filters(filters))
        readings = [one for one in read(query, candidates, weights().reader) if not _is_of_table(one)]
        return self._verified(query, readings, candidates, filters)

    def _has_tables(self, change: int) -> bool:
        if self._tables_at != change:
            self._tables, self._tables_at = bool(self.library.table_files()), change
        return self._tables

    def _verified(
        self,
        query: Query,
        readings: list[Reading],
        candidates: list[Candidate],
        filters: Mapping[str, str] | None,
    ) -> Answer:
        """The composed answer when it is one and holds, else what was not found."""
        if answers(query, readings):
            try:
                return verify(compose(query, readings), self.library)
            except Unverified as reason:  # the refusal below names the nearest paragraphs, these among them
                _LOG.warning("An answer was not sent: %s", reason)
        return not_found(query, readings, candidates, self.library, filters)


def _is_of_table(reading: Reading) -> bool:
    """A statistics table as text: what its values mean, only the tables' own way of answering knows."""
    candidate = reading.passage.candidate
    return candidate.document.format in FORMATS and bool(candidate.paragraph.place.cells)


def checked_filters(filters: Mapping[str, str] | None) -> Mapping[str, str]:
    """The filters. Raises QuestionError for a name that is none."""
    unknown = sorted(set(filters or {}) - set(FILTERS))
    if unknown:
        raise QuestionError(f"There is no filter {', '.join(unknown)}. Filters are: {', '.join(FILTERS)}.")
    return filters or {}


def checked(question: str) -> str:
    """The question with white space folded. Raises QuestionError when it is empty or too long."""
    text = " ".join(question.split())
    if not text:
        raise QuestionError("The question is empty. Type a question, for example: Hur många konsulter fanns 2018?")
    if len(text) > settings().question_characters:
        raise QuestionError(
            f"The question has {len(text)} characters; at most {settings().question_characters} are read. Shorten it."
        )
    return text
