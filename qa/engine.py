"""Query -> Evidence -> read -> compose -> verify -> Answer: the whole way of a question, in plain calls."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from indexer.embedding.folder import OWN
from indexer.errors import QuestionError
from indexer.library import Library
from indexer.search import Search
from indexer.settings import settings
from indexer.tables.paragraphs import FORMATS
from qa.cells import Beside, cells_for, develops, lines, only_rows, write_cells
from qa.cells.allowed import may_answer
from qa.choose.followed import in_its_place, needs_the_answer_before
from qa.choose.prefer import preferred
from qa.choose.voices import their_own
from qa.compose.answer import compose
from qa.compose.verify import Unverified, verify
from qa.compose.wording import Wording
from qa.compute import counted, lasting, stated_first, work, write_counted, write_lasting
from qa.evidence import CANDIDATES, candidates, understood
from qa.find.asked import from_the_first
from qa.find.ranking import rank
from qa.find.retrieve import FILTERS, Candidate, in_swedish, retrieve
from qa.model import Answer, Hit, Status
from qa.parts import in_parts, together
from qa.query import Query, Wants
from qa.read.readings import Reading, read
from qa.refuse.nobody import nobody, undisputed
from qa.refuse.notfound import not_found
from qa.refuse.warrant import warranted
from qa.weights import weights

if TYPE_CHECKING:
    from indexer.embedding import Embedder
    from qa.statistics.answer import Statistics

_LOG: Final = logging.getLogger(__name__)
_MONEY: Final = frozenset({"kr", "kronor", "tkr", "mnkr", "mdkr", "SEK", "TSEK", "MSEK"})
_BEFORE: Final = 40  # paragraphs before a table among which one that names its time is looked for


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

    @property
    def embedder(self) -> Embedder:
        """What makes vectors of questions, for whoever indexes in this process too. Raises EmbeddingMismatch."""
        return self._search.embedder

    def ask(self, question: str, history: Sequence[str] = (), filters: Mapping[str, str] | None = None) -> Answer:
        """One answer. history: the user's earlier turns, oldest first. Raises QuestionError."""
        started = time.perf_counter()
        text = checked(question)
        change = self._search.refresh()
        query = self._understood(text, history)
        answer = self._from_tables(query, change, filters)
        if answer is not None and answer.status is Status.COMPUTED and _is_amount_for_share(query, answer):
            answer = None
        if answer is not None and _is_of_document(answer):
            answer = None if _is_amount_for_share(query, answer) else self._as_its_row_says(query, answer, filters)
        if answer is None or (answer.status is Status.NOT_FOUND and not answer.related):
            earlier = self._earlier(history, filters) if needs_the_answer_before(query) else None
            stated = self._from_text(query, filters, earlier)
            answer = stated if answer is None or stated.status is not Status.NOT_FOUND else answer
        elif answer.status is Status.NOT_FOUND and (rows := self._from_lists(query, filters)) is not None:
            answer = rows
        return replace(answer, question=text, elapsed_ms=(time.perf_counter() - started) * 1000)

    def search(self, query: str, k: int = 10, filters: Mapping[str, str] | None = None) -> list[Hit]:
        """The k nearest paragraphs, best first. Raises QuestionError."""
        text = checked(query)
        change = self._search.refresh()
        asked = self._understood(text, ())
        depth, also = max(k, CANDIDATES), in_swedish(asked)
        found = retrieve(self._search, asked, depth, checked_filters(filters), also)
        ranked = from_the_first(asked, rank(asked, found, weights().ranker))
        hits = [Hit(candidate.document, candidate.paragraph, score) for candidate, score in ranked[:k]]
        return with_rows(self._from_tables(asked, change, filters), hits)[:k]

    def _understood(self, question: str, history: Sequence[str]) -> Query:
        return understood(question, history, self.library)

    def _from_tables(self, query: Query, change: int, filters: Mapping[str, str] | None) -> Answer | None:
        """The answer from statistics tables, None when they have none or a filter asks for certain documents."""
        if any((filters or {}).values()) or not self._has_tables(change):
            return None
        with self._opening:
            if self._statistics is None:
                from qa.statistics.answer import Statistics  # loads DuckDB: only where there are tables

                own = self.embedder if self.embedder.name == OWN else None  # likeness is measured in its cosines
                self._statistics = Statistics(self.library, own)
        return self._statistics.answer(query, change)

    def _from_text(self, query: Query, filters: Mapping[str, str] | None, earlier: Reading | None) -> Answer:
        """The answer from running text, or what was not found. earlier: what answered the turn before, if needed."""
        found = self._candidates(query, filters)
        readings = in_its_place(query, preferred(query, self._read(query, found)), earlier)
        readings = stated_first(query, readings)
        return self._verified(query, readings, found, filters)

    def _candidates(self, query: Query, filters: Mapping[str, str] | None) -> list[Candidate]:
        return candidates(self._search, query, checked_filters(filters))

    def _read(self, query: Query, found: list[Candidate]) -> list[Reading]:
        told = [one for one in found if not _is_of_table(one)]
        readings = read(query, told, weights().reader)
        own = their_own(query, readings, told)
        return read(query, own, weights().reader, questions=True) if own else readings

    def _read_for(self, query: Query, filters: Mapping[str, str] | None) -> list[Reading]:
        """The readings for a question, or for a part of one."""
        return self._read(query, self._candidates(query, filters))

    def _earlier(self, history: Sequence[str], filters: Mapping[str, str] | None) -> Reading | None:
        """What answered the turn before this one from running text, None when nothing did."""
        query = self._understood(history[-1], history[:-1])
        readings = preferred(query, self._read_for(query, filters))
        return readings[0] if warranted(query, readings, work(query, readings)) else None

    def _has_tables(self, change: int) -> bool:
        if self._tables_at != change:
            self._tables, self._tables_at = bool(self.library.table_files()), change
        return self._tables

    def _verified(
        self,
        query: Query,
        readings: list[Reading],
        found: list[Candidate],
        filters: Mapping[str, str] | None,
    ) -> Answer:
        """The composed answer when it is one and holds, else what was not found."""
        try:
            composed = self._composed(query, readings, filters)
            if composed is not None:
                return verify(composed, self.library)
        except Unverified as reason:  # the refusal below names the nearest paragraphs, these among them
            _LOG.warning("An answer was not sent: %s", reason)
        return not_found(query, readings, found, self.library, filters)

    def _composed(self, query: Query, readings: list[Reading], filters: Mapping[str, str] | None) -> Answer | None:
        """The answer's words, None where the readings warrant none."""
        decision = undisputed(query, readings, self.library)
        if decision is not None:
            return nobody(query, decision)
        if (rows := self._counted(query, readings)) is not None:
            return rows
        read_for = partial(self._read_for, filters=filters)
        worked = (
            lines(query, readings, read_for)
            or in_parts(query, readings, read_for, self.library)
            or work(query, readings)
            or together(query, readings)
        )
        answered = warranted(query, readings, worked) and (worked is not None or may_answer(query, readings[0]))
        if worked is None and (told := self._from_cells(query, readings, answered=answered)) is not None:
            return told
        if answered and worked is None and (span := lasting(query, readings)) is not None:
            wording = Wording(query)
            write_lasting(wording, span)
            return wording.answer()
        if not answered or (worked is None and only_rows(query, readings[0])):
            return None
        return compose(query, readings, worked)

    def _counted(self, query: Query, readings: list[Reading]) -> Answer | None:
        """How many rows of lists there are, where that is asked."""
        rows = counted(query, readings, self.library)
        if rows is None:
            return None
        wording = Wording(query)
        write_counted(wording, rows)
        return wording.answer()

    def _from_lists(self, query: Query, filters: Mapping[str, str] | None) -> Answer | None:
        """What lists in documents give, where the statistics files hold nothing."""
        told = self._counted(query, self._read_for(query, filters))
        try:
            return None if told is None else verify(told, self.library)
        except Unverified as reason:
            _LOG.warning("An answer was not sent: %s", reason)
            return None

    def _as_its_row_says(self, query: Query, answer: Answer, filters: Mapping[str, str] | None) -> Answer:
        """The answer, or what row and head of a document's table say where that is another value."""
        readings = self._read_for(query, filters)
        told = self._from_cells(query, readings, answered=False)
        values = {one.value for one in answer.figures}
        if told is None or (values & {one.value for one in told.figures} and not develops(query)):
            return answer
        try:
            return verify(told, self.library)
        except Unverified as reason:
            _LOG.warning("An answer was not sent: %s", reason)
            return answer

    def _from_cells(self, query: Query, readings: list[Reading], *, answered: bool) -> Answer | None:
        """The cells of a table in a document that the question names, None where there are none or text says it."""
        found = cells_for(query, readings, answered=answered) if readings else None
        if found is None:
            return None
        wording = Wording(query)
        table = found.cells[0][0].passage.candidate.paragraph
        write_cells(wording, found, Beside(self.library.neighbours(table.id, _BEFORE, 0)[-2::-1]))
        return wording.answer()


def _is_of_document(answer: Answer) -> bool:
    """Is it one stated value from tables inside documents, not from statistics files?"""
    cited = [citation.document.format not in FORMATS for citation in answer.citations]
    return answer.status is Status.ANSWERED and bool(cited) and all(cited)


def _is_amount_for_share(query: Query, answer: Answer) -> bool:
    """Is money given where a share is asked for?"""
    return query.wants is Wants.PERCENT and bool(answer.figures) and all(one.unit in _MONEY for one in answer.figures)


def _is_of_table(candidate: Candidate) -> bool:
    """A statistics table as text: what its values mean, only the tables' own way of answering knows."""
    return candidate.document.format in FORMATS and bool(candidate.paragraph.place.cells)


def with_rows(answer: Answer | None, hits: list[Hit]) -> list[Hit]:
    """The rows of tables that answer, before the paragraphs that are near."""
    cited = () if answer is None else answer.citations or answer.related
    best = max((hit.score for hit in hits), default=0.0)
    return [Hit(one.document, one.paragraph, best + 1.0) for one in cited] + hits


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
