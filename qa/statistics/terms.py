"""The Swedish words that a word of a question may stand for: terms of statistics in English, synonyms in Swedish."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from indexer.language.english import bases
from indexer.language.function_words import ENGLISH
from indexer.language.tokens import stem
from indexer.language.translation import glossary, translate
from qa.statistics.words import WORD, words_of

Alternatives = tuple[tuple[tuple[str, ...], float], ...]

_LONGEST: Final = 6
_BY_RANK: Final = (1.0, 0.95, 0.85, 0.75)
_SYNONYM: Final = 0.9
_LEARNT: Final = 0.9  # the learnt table may be wrong
_FLOOR: Final = 0.25


def _lines(name: str) -> Iterator[str]:
    text = (files("qa.statistics") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _english() -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = (line.split("\t") for line in _lines("terms.tsv"))
    return {_key(english): tuple(swedish) for english, *swedish in rows}


@cache
def _same() -> dict[str, dict[tuple[str, ...], float]]:
    """stem -> what may stand for it."""
    table: dict[str, dict[tuple[str, ...], float]] = {}
    for line in _lines("same.txt"):
        group = [tuple(word.split("_")) for word in line.split()]
        for one in group:
            if len(one) == 1:
                row = table.setdefault(stem(one[0]), {})
                row.update({other: _SYNONYM for other in group if other != one})
    return table


def synonyms(word: str) -> Alternatives:
    """Other Swedish words for it, with their strength."""
    found = _same().get(stem(word), {})
    return tuple((words, strength) for words, strength in found.items() if words != (word,))


def _key(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.lower()))


def english_terms(text: str) -> Iterator[tuple[str, int, int, Alternatives]]:
    """The content words and known phrases of an English question, each with its place and its Swedish words."""
    found = list(WORD.finditer(text))
    at = 0
    while at < len(found):
        length, alternatives = _longest(text, found[at : at + _LONGEST])
        first, last = found[at], found[at + length - 1]
        if alternatives:
            yield text[first.start() : last.end()], first.start(), last.end(), alternatives
        at += length


def _longest(text: str, found: list[re.Match[str]]) -> tuple[int, Alternatives]:
    for length in range(len(found), 0, -1):
        some = found[:length]
        if any("|" in text[a.end() : b.start()] for a, b in itertools.pairwise(some)):
            continue
        words = [match.group().lower() for match in some]
        for form in _forms(words):
            if swedish := _english().get(form):
                return length, _ranked(swedish)
        if length > 1 and words[0] not in ENGLISH:
            for form in _forms(words):
                if swedish := tuple(glossary().get(" ".join(form), ())):
                    return length, _ranked(swedish)
    return 1, _single(found[0].group())


def _forms(words: list[str]) -> list[tuple[str, ...]]:
    *head, last = words
    return [(*head, form) for form in bases(last)]


def _ranked(swedish: tuple[str, ...]) -> Alternatives:
    found: dict[tuple[str, ...], float] = {}
    for text, strength in zip(swedish, _BY_RANK, strict=False):
        words = words_of(text)
        found.setdefault(words, strength)
        if len(words) == 1:
            for other, worth in synonyms(words[0]):
                found.setdefault(other, strength * worth)
    return tuple(found.items())


def _single(word: str) -> Alternatives:
    lower = word.lower()
    if lower in ENGLISH:
        return ()
    itself = (((lower,), 1.0 if word[0].isupper() or word[0].isdigit() or "+" in word else 0.8),)
    if word[0].isdigit():
        return itself
    learnt = tuple((words_of(swedish), weight * _LEARNT) for swedish, weight in translate(lower) if weight > _FLOOR)
    return (*itself, *(one for one in learnt if one[0] and one[0] != (lower,)))
