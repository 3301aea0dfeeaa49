"""Questions to one engine from many askers: a few at a time, each within its time, none citing what is gone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

import anyio
from anyio import CapacityLimiter, to_thread
from fastapi import HTTPException

from api.answer_json import AnswerJson, HitsJson, answer_json, hits_json
from api.answers import Answers
from api.engines import Engine
from api.http_errors import COME_AGAIN
from api.limits import ANSWERS_AT_ONCE, KEPT_ANSWERS, MOST_LEFT_RUNNING, MOST_WAITING
from api.metrics import Metrics
from api.question_json import QuestionJson, SearchJson, checked, checked_history
from indexer.settings import settings
from qa.examples import example_questions

T = TypeVar("T")


class _Run(Generic[T]):
    """Work in a thread. running: it has begun and not ended. left: nobody waits for it any more."""

    def __init__(self, work: Callable[[], T], ended: Callable[[_Run[T]], None]) -> None:
        self._work = work
        self._ended = ended
        self.running = self.left = False

    def __call__(self) -> T:
        self.running = True
        try:
            return self._work()
        finally:
            self._ended(self)


class Answering:
    """The engine as the HTTP interface asks it."""

    def __init__(self, engine: Engine, metrics: Metrics) -> None:
        self._engine = engine
        self._answers = Answers(engine)
        self._metrics = metrics
        self._places = CapacityLimiter(ANSWERS_AT_ONCE)
        self._waiting = 0
        self._left = 0
        self._given: OrderedDict[str, AnswerJson] = OrderedDict()
        self._guard = Lock()
        self._examples: dict[str, tuple[int, list[str]]] = {}

    @property
    def left_running(self) -> int:
        """How many answers that were given up are still being made."""
        return self._left

    async def ask(self, asked: QuestionJson, identifier: str) -> AnswerJson:
        """An answer, remembered under its id for feedback. Raises QuestionError, and HTTPException 503 and 504."""
        question, history = checked(asked.question), checked_history(asked.history)

        def work() -> AnswerJson:
            return answer_json(self._answers.get(question, history, asked.filters), self._engine.library, identifier)

        answer = await self._in_time(work)
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
            return hits_json(query, hits, language(query), self._engine.library, identifier)

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
        """The work's result, from a thread. One that is given up goes on to its end, unheard, but counted."""
        if self._waiting >= MOST_WAITING or self._left >= MOST_LEFT_RUNNING:
            raise HTTPException(503, "Too many questions wait for an answer. Ask again in a moment.", COME_AGAIN)
        seconds = settings().answer_seconds
        run = _Run(work, self._ended)
        self._waiting += 1
        try:
            with anyio.move_on_after(seconds):
                return await to_thread.run_sync(run, limiter=self._places, abandon_on_cancel=True)
        finally:
            self._waiting -= 1
            self._leave(run)
        raise HTTPException(504, f"The answer took longer than {seconds:g} seconds and was given up. Ask more simply.")

    def _leave(self, run: _Run[T]) -> None:
        with self._guard:
            if run.running:
                run.left = True
                self._left += 1
                self._metrics.count("namndsvar_answers_given_up_total")

    def _ended(self, run: _Run[T]) -> None:
        with self._guard:
            run.running = False
            self._left -= run.left
