"""A built case: one question in Swedish and in English, with its answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class Built:
    """One fact asked in both languages.

    questions, answers: (Swedish, English). documents: every one that holds the fact. locators: verbatim in them, at
        most twelve words each, any one is enough. cells: likewise. must: as in the golden-set form; must_swedish:
        entries that only a Swedish answer has to hold. way, source: how it was built and from what.
    """

    way: str
    source: str
    kind: str
    questions: tuple[str, str]
    answers: tuple[str, str]
    documents: tuple[str, ...]
    locators: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_swedish: tuple[str, ...] = ()
    value: float | str | None = None
    unit: str | None = None
    period: str | None = None
    page: int | None = None
    answerable: bool = True

    @property
    def group(self) -> str:
        """The same question built again has the same name, so that reviews can be carried over."""
        return f"{self.way}-{sha256(f'{self.source}|{self.questions[0]}'.encode()).hexdigest()[:8]}"

    def rows(self) -> list[dict[str, Any]]:
        """The two lines of the golden set."""
        return [self._row(language, place) for place, language in enumerate(("sv", "en"))]

    def _row(self, language: str, place: int) -> dict[str, Any]:
        return {
            "id": f"{self.group}-{language}",
            "group": self.group,
            "lang": language,
            "question": self.questions[place],
            "history": [],
            "answer": self.answers[place],
            "value": self.value,
            "unit": self.unit,
            "period": self.period,
            "docs": list(self.documents),
            "page": self.page,
            "locator": " || ".join(self.locators),
            "cells": list(self.cells),
            "kind": self.kind,
            "speaker": None,
            "answerable": self.answerable,
            "must": [*self.must, *(self.must_swedish if language == "sv" else ())],
            "must_not": [],
            "built": {"way": self.way, "from": self.source},
        }


def in_turn(streams: Sequence[Iterator[Built | None]], most: int) -> list[Built]:
    """At most so many cases, one from each stream in turn, no question twice. A stream ends with its first None."""
    waiting = list(streams)
    built: dict[str, Built] = {}
    while waiting and len(built) < most:
        stream = waiting.pop(0)
        case = next(stream, None)
        if case:
            built.setdefault(case.questions[0], case)
            waiting.append(stream)
    return list(built.values())
