"""The Swedish words that a word of a question may stand for: terms of statistics in English, synonyms in Swedish."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from indexer.language.english import bases, singular
from indexer.language.function_words import ENGLISH
from indexer.language.thesaurus import groups
from indexer.language.tokens import stem
from indexer.language.translation import glossary, translate
from indexer.language.words import known, known_english
from qa.statistics.words import WORD, words_of

Alternatives = tuple[tuple[tuple[str, ...], float], ...]

_LONGEST: Final = 6
_BY_RANK: Final = (1.0, 0.95, 0.85, 0.75)
_SYNONYM: Final = 0.9
_ITSELF: Final = 0.8  # an English word in a table; see `qa.statistics.nearness` for one that the tables have
_LEARNT: Final = 0.95  # the learnt table may be wrong
_FLOOR: Final = 0.25
_BACK: Final = 0.95  # an English word for a Swedish one
_MOST_BACK: Final = 3
_SHORTEST: Final = 3  # letters of a part of a compound
_AVERAGED: Final = 0.95
_KINDS: Final = frozenset("type types kind kinds sort sorts category categories".split())
_KIND_OF: Final = 2  # words before what the type is of
_AVERAGE: Final = re.compile(r"(?:genomsnitts|medel|snitt|median)(?P<of>[a-zåäö]{4,})")

_CAPITALS: Final = frozenset(("IT",))  # no pronoun
_NUMBER: Final = re.compile(r"(?P<of>[a-zåäö]{4,}?)s?antal(?:et)?")


@cache
def _english() -> dict[tuple[str, ...], tuple[str, ...]]:
    text = (files("qa.statistics") / "data" / "terms.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {_key(english): tuple(swedish) for english, *swedish in rows}


@cache
def _same() -> dict[tuple[str, ...], dict[tuple[str, ...], float]]:
    """Stems of a word or phrase -> what may stand for it."""
    table: dict[tuple[str, ...], dict[tuple[str, ...], float]] = {}
    for texts in groups():
        group = [words_of(text) for text in texts]
        for one in group:
            row = table.setdefault(tuple(map(stem, one)), {})
            row.update({other: _SYNONYM for other in group if other != one})
    return table


def synonyms(word: str) -> Alternatives:
    """Other Swedish words for it, with their strength."""
    found = _same().get((stem(word),), {})
    return tuple((words, strength) for words, strength in found.items() if words != (word,))


def phrase_at(words: Sequence[str]) -> tuple[int, Alternatives]:
    """How many of these words, from the first, are a Swedish phrase that tables say otherwise, and how; 0 when none."""
    for length in range(min(len(words), _LONGEST), 1, -1):
        some = tuple(words[:length])
        if found := _same().get(tuple(map(stem, some))):
            return length, ((some, 1.0), *((other, strength) for other, strength in found.items() if other != some))
    return 0, ()


def averaged(word: str) -> Alternatives:
    """ "snittbetyget": tables write "genomsnittlig betygspoäng"; the word without its first part."""
    found = _AVERAGE.fullmatch(word)
    if found is None:
        return ()
    ways = ((found["of"],), *(words for words, _ in (*synonyms(found["of"]), *in_english(found["of"]))))
    return tuple((words, _AVERAGED * (_SYNONYM if at else 1.0)) for at, words in enumerate(ways))


def counted(word: str) -> Alternatives:
    """ "elevantalet": tables write "elever"; the word without "antal"."""
    found = _NUMBER.fullmatch(word)
    if found is None:
        return ()
    ways = ((found["of"],), *(words for words, _ in synonyms(found["of"])))
    return tuple((words, _AVERAGED * (_SYNONYM if at else 1.0)) for at, words in enumerate(ways))


@cache
def _swedish() -> dict[str, dict[tuple[str, ...], float]]:
    """Stem of a Swedish word -> the English ones that stand for it: some tables are in English."""
    table: dict[str, dict[tuple[str, ...], float]] = {}
    for english, swedish in (*_english().items(), *((_key(key), some) for key, some in glossary().items())):
        for text in swedish[:_MOST_BACK]:
            if len(words := words_of(text)) == 1:
                table.setdefault(stem(words[0]), {}).setdefault(english, _BACK)
    return table


@lru_cache(maxsize=4096)
def in_english(word: str) -> Alternatives:
    """The English words for a Swedish one or for its synonyms, those of both parts of a compound that has none."""
    found = dict(_swedish().get(stem(word), {}))
    for other, _ in synonyms(word):
        if len(other) == 1:
            for words, strength in _swedish().get(stem(other[0]), {}).items():
                found.setdefault(words, strength * _SYNONYM)
    if found:
        return tuple(found.items())
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        front, head = word[:cut], word[cut:]
        one = _swedish().get(stem(front)) or _swedish().get(stem(front.removesuffix("s")))
        if one and (two := _swedish().get(stem(head))):
            pairs = itertools.product(list(one)[:_MOST_BACK], list(two)[:_MOST_BACK])
            return tuple(((*a, *b), _BACK) for a, b in pairs)
    return ()


def _key(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.lower()))


def english_terms(text: str, longest: int = _LONGEST) -> Iterator[tuple[str, int, int, Alternatives]]:
    """The content words and known phrases of an English question, each with its place and its Swedish words.

    longest: words of a phrase.
    """
    found = list(WORD.finditer(text))
    at = 0
    while at < len(found):
        length, alternatives = _longest(text, found[at : at + longest])
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
                return length, _with_itself(words, _ranked(swedish), swedish)
        if length > 1 and words[0] not in ENGLISH:
            for form in _forms(words):
                if swedish := tuple(glossary().get(" ".join(form), ())):
                    return length, _with_itself(words, _ranked(swedish))
    if (
        len(found) > _KIND_OF
        and found[0].group().lower() in _KINDS
        and text[found[0].end() : found[_KIND_OF].start()].strip() == "of"
    ):
        length, ways = _longest(text, found[_KIND_OF:])
        return _KIND_OF + length, _of_kind(ways)
    return 1, _single(found[0].group())


def _of_kind(ways: Alternatives) -> Alternatives:
    """ "type of incident" as "händelsetyp", and as what the type is of."""
    kinds = (
        ((f"{words[0]}{joint}typ",), strength) for words, strength in ways if len(words) == 1 for joint in ("", "s")
    )
    return (*kinds, *ways)


def _with_itself(words: list[str], swedish: Alternatives, back: Sequence[str] = ()) -> Alternatives:
    """The Swedish words, and the English ones as they stand: a table may be in English, or in both.

    back: Swedish words whose other English words stand for it too ("inhabitants" for "population").
    """
    own_words = [word for text in back[:1] for word in words_of(text)]
    others = in_english(own_words[0]) if len(own_words) == 1 else ()
    swedish = (*swedish, *((one, strength * _SYNONYM) for one, strength in others if one != tuple(words)))
    own = dict.fromkeys(((*words[:-1], words[-1]), (*words[:-1], singular(words[-1]))))
    known = {one for one, _ in swedish}
    return (*swedish, *((one, _ITSELF) for one in own if one not in known))


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
    if word in _CAPITALS:
        return (((lower,), 1.0),)
    if lower in ENGLISH:
        return ()
    itself: Alternatives = (((lower,), 1.0 if word[0].isupper() or word[0].isdigit() or "+" in word else _ITSELF),)
    if word[0].isdigit():
        return itself
    if known(lower) and not known_english(lower):
        return (((lower,), 1.0), *synonyms(lower))  # a Swedish word, as of "in brackets"
    if singular(lower) != lower:
        itself += (((singular(lower),), _ITSELF),)
    found = [(swedish, weight) for swedish, weight in translate(lower) if weight > _FLOOR]
    surest = max((weight for _, weight in found), default=1.0)  # the likeliest is the translation, however likely
    learnt = tuple((words_of(swedish), weight / surest * _LEARNT) for swedish, weight in found)
    return (*itself, *(one for one in learnt if one[0] and one[0] != (lower,)))
