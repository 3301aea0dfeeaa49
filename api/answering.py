"""Questions to one engine from many askers: a few at a time, each within its time, none citing what is gone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import anyio
from anyio import CapacityLimiter, to_thread
from fastapi import HTTPException

from api.answer_json import AnswerJson, HitsJson, answer_json, hits_json
from api.engines import Engine
from api.http_errors import COME_AGAIN
from api.limits import ANSWERS_AT_ONCE, KEPT_ANSWERS, MOST_WAITING
from api.metrics import Metrics
from api.question_json import QuestionJson, SearchJson, checked, checked_history
from indexer.errors import LibraryBusy
from indexer.settings import settings
from qa.examples import example_questions

if TYPE_CHECKING:
    from qa.model import Answer

T = TypeVar("T")
_TRIES = 3  # for an answer whose documents are removed while it is made


class Answering:
    """The engine as the HTTP interface asks it."""

    def __init__(self, engine: Engine, metrics: Metrics) -> None:
        self._engine = engine
        self._metrics = metrics
        self._places = CapacityLimiter(ANSWERS_AT_ONCE)
        self._waiting = 0
        self._given: OrderedDict[str, AnswerJson] = OrderedDict()
        self._guard = Lock()
        self._examples: dict[str, tuple[int, list[str]]] = {}

    async def ask(self, asked: QuestionJson, identifier: str) -> AnswerJson:
        """An answer, remembered under its id for feedback. Raises QuestionError, and HTTPException 503 and 504."""
        question, history = checked(asked.question), checked_history(asked.history)
        answer = await self._in_time(
            lambda: answer_json(_of_what_is_there(self._engine, question, history, asked.filters), identifier)
        )
        self._metrics.count("namndsvar_answers_total", status=answer.status, language=answer.language)
        self._metrics.observe("namndsvar_answer_seconds", answer.elapsed_ms / 1000)
        self._remember(identifier, answer)
        return answer

    async def search(self, asked: SearchJson, identifier: str | None) -> HitsJson:
        """The nearest paragraphs. Raises as `ask` does."""
        from indexer.language.detect import language  # loads word lists

        query = checked(asked.query)

        def work() -> HitsJson:
            hits = self._engine.search(query, asked.k, asked.filters)
            return hits_json(query, hits, language(query), identifier)

        return await self._in_time(work)

    async def examples(self, language: str) -> list[str]:
        """Questions that the library answers as it is now."""
        change = self._engine.library.change_number
        made_at, questions = self._examples.get(language, (-1, []))
        if made_at != change:
            questions = await self._in_time(lambda: example_questions(self._engine, language))
            self._examples[language] = (change, questions)
        return questions

    def given(self, identifier: str) -> AnswerJson | None:
        """An answer given lately, by its id."""
        with self._guard:
            return self._given.get(identifier)

    def _remember(self, identifier: str, answer: AnswerJson) -> None:
        with self._guard:
            self._given[identifier] = answer
            while len(self._given) > KEPT_ANSWERS:
                self._given.popitem(last=False)

    async def _in_time(self, work: Callable[[], T]) -> T:
        """The work's result, from a thread. One that is given up goes on to its end, unheard."""
        if self._waiting >= MOST_WAITING:
            raise HTTPException(503, "Too many questions wait for an answer. Ask again in a moment.", COME_AGAIN)
        seconds = settings().answer_seconds
        self._waiting += 1
        try:
            with anyio.move_on_after(seconds):
                return await to_thread.run_sync(work, limiter=self._places, abandon_on_cancel=True)
        finally:
            self._waiting -= 1
        raise HTTPException(504, f"The answer took longer than {seconds:g} seconds and was given up. Ask more simply.")


def _of_what_is_there(engine: Engine, question: str, history: tuple[str, ...], filters: dict[str, str]) -> Answer:
    """An answer whose documents were all in the library when it was ready: indexing goes on meanwhile."""
    for _ in range(_TRIES):
        answer = engine.ask(question, history, filters)
        cited = {citation.document.id for citation in (*answer.citations, *answer.related)}
        if all(engine.library.document(document_id) is not None for document_id in cited):
            return answer
    raise LibraryBusy("The documents change faster than they can be read. Ask again in a moment.")
