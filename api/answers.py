"""Answers as long as they hold: made of what is in the library, kept until it changes.

An answer depends on the question, the turns before it, the filters and the library, and on nothing else.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Final

from api.engines import Engine
from api.limits import HELD_ANSWERS
from indexer.errors import LibraryBusy

if TYPE_CHECKING:
    from qa.model import Answer

_TRIES: Final = 3  # for an answer whose documents are removed while it is made
_Key = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]


class Answers:
    """The engine's answers. Safe from several threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._change = -1
        self._held: OrderedDict[_Key, Answer] = OrderedDict()
        self._guard = Lock()

    def get(self, question: str, history: tuple[str, ...], filters: Mapping[str, str]) -> Answer:
        """An answer that cites only what is in the library. Raises QuestionError, LibraryBusy."""
        started = time.perf_counter()
        key = question, history, tuple(sorted(filters.items()))
        change = self._engine.library.change_number
        found = self._look_up(key, change)
        if found is not None:
            return replace(found, elapsed_ms=(time.perf_counter() - started) * 1000)
        answer = _of_what_is_there(self._engine, question, history, filters)
        self._hold(key, answer, change)
        return answer

    def _look_up(self, key: _Key, change: int) -> Answer | None:
        with self._guard:
            if self._change != change:
                return None
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def _hold(self, key: _Key, answer: Answer, change: int) -> None:
        """Keep it, where the library is as it was before it was made."""
        if self._engine.library.change_number != change:
            return
        with self._guard:
            if self._change != change:
                self._held.clear()
                self._change = change
            self._held[key] = answer
            while len(self._held) > HELD_ANSWERS:
                self._held.popitem(last=False)


def _of_what_is_there(engine: Engine, question: str, history: tuple[str, ...], filters: Mapping[str, str]) -> Answer:
    """An answer whose documents were all in the library when it was ready: indexing goes on meanwhile."""
    for _ in range(_TRIES):
        answer = engine.ask(question, history, filters)
        cited = {citation.document.id for citation in (*answer.citations, *answer.related)}
        if all(engine.library.document(document_id) is not None for document_id in cited):
            return answer
    raise LibraryBusy("The documents change faster than they can be read. Ask again in a moment.")
