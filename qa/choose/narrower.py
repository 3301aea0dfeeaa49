"""How many did one thing: the sentence that counts just those, before one that counts others with them."""

from __future__ import annotations

import re
from typing import Final

from indexer.language.tokens import fold
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.readings import Reading, near_first
from qa.read.times import RELATIVE

_EITHER: Final = re.compile(r"\b([a-zåäö]{4,}) (?:eller|respektive|och/eller) ([a-zåäö]{4,})\b", re.IGNORECASE)
_OR: Final = re.compile(r"\b(eller|or)\b", re.IGNORECASE)
_NOT_FINAL: Final = re.compile(r"\bpreliminär|\bprognos|\bforecast|\bpreliminary|månadsuppföljning", re.IGNORECASE)
_OUTCOME: Final = re.compile(r"\b(resultat|underskott|överskott|utfall)", re.IGNORECASE)
_FINAL: Final = 4.0  # how far below the best reading the final figure of the same year may read
_NEAR: Final = 2.0  # how far below the best reading, in its score, the narrower one may read


def narrower_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """The sentence of the same document that counts only what is asked, where the best one counts more with it."""
    word = _asked_of_either(query, readings[0]) if readings and query.wants is Wants.COUNT else None
    if word is None:
        return readings
    document = readings[0].passage.candidate.document.id
    return near_first(readings, _NEAR, lambda one: _only(one, word) and one.passage.candidate.document.id == document)


def _asked_of_either(query: Query, best: Reading) -> str | None:
    """Of two things that the best reading counts together the one that the question names alone."""
    either = _EITHER.search(best.passage.text)
    if either is None or _OR.search(query.question):
        return None
    asked = fold(query.question).split()
    named = [word for word in either.groups() if fold(word) in asked]
    return named[0] if len(named) == 1 else None


def _only(reading: Reading, word: str) -> bool:
    text = reading.passage.text
    together = any(fold(word) in map(fold, either.groups()) for either in _EITHER.finditer(text))
    return fold(word) in fold(text).split() and not together and not reading.vector[INDEX["lacks wanted type"]]


def final_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """A result: the final one before a preliminary one of the same time, where the question does not ask for that."""
    if not readings or not query.periods or query.wants not in FIGURES | {Wants.TEXT}:
        return readings
    best = readings[0]
    asked = _OUTCOME.search(query.question) is not None and not _NOT_FINAL.search(query.question)
    if not asked or not _NOT_FINAL.search(best.passage.text) or not _OUTCOME.search(best.passage.text):
        return readings
    return near_first(readings, _FINAL, lambda one: _final(query, one))


def _final(query: Query, reading: Reading) -> bool:
    passage = reading.passage
    said = f"{passage.text} {passage.candidate.document.title}"
    same = any(asked.same(period) for asked in query.periods for period in passage.periods)
    money = any(number.kind == "money" for number in passage.numbers)
    return same and money and _OUTCOME.search(passage.text) is not None and not _NOT_FINAL.search(said)


def stated_time_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """A figure of a year: the sentence that names the year before one that speaks of the year before another."""
    if not readings or not query.periods or query.changes or query.wants not in FIGURES:
        return readings
    if not RELATIVE.search(readings[0].passage.text):
        return readings
    return near_first(readings, _NEAR, lambda one: _states(query, one))


def _states(query: Query, reading: Reading) -> bool:
    passage = reading.passage
    named = any(asked.same(period) for asked in query.periods for period in passage.periods)
    holds = bool(reading.vector[INDEX["holds wanted type"]])
    return named and holds and not RELATIVE.search(passage.text) and not _NOT_FINAL.search(passage.text)
