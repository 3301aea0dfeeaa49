"""The words of a question as tables say them: inflections, compounds and their parts, synonyms, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from qa.find.home import as_named
from qa.query import Query
from qa.read.matching import Weighed, share_met, token_set, weigh
from qa.statistics.terms import english_terms, synonyms
from qa.statistics.words import alike, modifier, words_of
from qa.understand.concepts import concepts

_LONG: Final = 6  # letters of a word that may have an ending
_ENDING: Final = 3
_PART: Final = 4  # letters that a part of a compound has at least
_BEGUN: Final = 0.85
_HALF: Final = 0.5  # strength of the first part of a compound alone
_LIKE: Final = 0.75  # likeness from which one word stands for the other
_VERB: Final = 0.3  # of its weight that a past verb keeps: "bodde", "placed"
_WORD: Final = re.compile(r"[^\W\d_]+")
_PAST: Final = re.compile(
    r"\w{2,}(?:ades?|ddes?|(?<![ae])ldes?|ktes?|ptes?|stes?|ttes?)|\w{3,}ed|sold|paid|made|got", re.I
)
_SHORT: Final = (
    (re.compile(r"\binv\b\.?", re.IGNORECASE), "invånare"),
    (re.compile(r"\b(?:förv)\b\.?", re.IGNORECASE), "förvaltning"),
)
_NUMERALS: Final = {
    word: number
    for words in (
        "ett två tre fyra fem sex sju åtta nio tio elva tolv",
        "en",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    for number, word in enumerate(words.split(), 1)
}
_COUNTED: Final = re.compile(r"\b([a-zåäö]{2,6})\s(?=[a-zåäö])")  # a number word with what it counts
_RATE: Final = re.compile(r"(?:kr|antal)?\s?(?:/|\bper)\s?(?:1\s?000\s?)?inv(?:ånare)?\b\.?", re.IGNORECASE)
_HYPHENED: Final = re.compile(r"\b([^\W\d_]{2,})-([^\W\d_]{3,})")  # "el-cyklar" is "elcyklar" too
_SAME: Final = tuple(
    frozenset(group.split())
    for group in (
        "bor bodde bott boende placerad placerade placerats placeringar lived",
        "besparing besparingar spara sparar sparas inbesparing effekt effektivisering saving savings save",
        "tom tomma obesatt obesatta vakant vakanta vakanser empty",
        "avgift avgiften avgifter taxa ersättning fee",
        "kostnad kostnaden kostnader kostar utgift utgifter dyrt",
        "intäkt intäkter inkomst inkomster",
        "resultat resultatet utfall",
        "elcykel elcyklar el-cyklar",
    )
)
"""Everyday words and those of tables that say the same."""
_ASPECTS: Final = (  # of a head or a question, the first that fits
    (
        "deviation",
        re.compile(
            r"avvik|\bavv\b|differens|(?:över|under|over) (?:its |the |sin )?budget|spräck|överskrid|exceed|"
            r"överskott|underskott|deviat|varian|surplus|deficit",
            re.IGNORECASE,
        ),
    ),
    ("forecast", re.compile(r"prognos|forecast|projected", re.IGNORECASE)),
    ("outcome", re.compile(r"utfall|\boutcome|\bactual", re.IGNORECASE)),
    ("budget", re.compile(r"budget", re.IGNORECASE)),
)
ASPECTS: Final = tuple(name for name, _ in _ASPECTS)
"""What a column of a budget table may be."""
_SHAPE: Final = re.compile(
    r"^(?:pengar|money|avsat\w*|väntas|förväntas|expected|hittills|andel\w*|share|antal\w*|number|nivå\w*|belopp\w*"
    r"|amount|compared|jämför\w*|tabell\w*|table|enligt|helår(?:et|s)?|hela|full|whole|year|year-end|full year"
    r"|annual|yearly"
    r"|årlig\w*|år\w*|per|period\w*"
    r"|stora?|stort|hög[at]?|large|big|high|kommun(?:en|ens)?|municipality|town|hos|oss|vår[at]?|our|låg|ligger|gick|går|landade|blev|blir|räkna\w*"
    r"|beräkna\w*|bedöm\w*|judged|estimated|planned|rate|services|follow up|uppföljning\w*|snitt\w*|genomsnitt\w*"
    r"|medel\w*|medelvärde\w*|average|mean|mindre|färre|fler|mer|less|fewer|more|lower|higher|högre|lägre)$",
    re.IGNORECASE,
)
_RATED: Final = re.compile(r"invånare\w*|inhabitants?|residents?|capita|person", re.IGNORECASE)
_PER: Final = re.compile(r"\bper\b|/", re.IGNORECASE)
_LENGTH: Final = re.compile(r"^(?:lång|länge|tid|tar|dagar|time|long|take|days)$", re.IGNORECASE)


def aspect(words: str) -> str:
    """Budget, outcome, forecast or deviation, as the words name it first of all; "" for none."""
    return next((name for name, pattern in _ASPECTS if pattern.search(words)), "")


def named_numbers(words: str) -> frozenset[int]:
    """The small whole numbers that words name: "fyra avdelningar"."""
    return frozenset(_NUMERALS[word] for word in _COUNTED.findall(words.lower()) if word in _NUMERALS)


def spelled(words: str) -> str:
    """The words of a head or label with the abbreviations of tables in full."""
    words = _RATE.sub(" ", words)  # "kr/inv" is no population
    words = f"{words} {' '.join(one + two for one, two in _HYPHENED.findall(words))}".strip()
    for pattern, full in _SHORT:
        words = pattern.sub(full, words)
    return words


def wanted_words(query: Query, *drop: re.Pattern[str]) -> list[Weighed]:
    """The words of the question that a table must meet: not its times, measure words or turns of phrase.

    Of "personalbudget" the first part; a verb in the past ("bodde", "sold") matters little.
    """
    times = " ".join(period.text.lower() for period in query.periods)
    found: list[Weighed] = []
    for item in weigh(_away(query)):
        word = item.concept.word.lower()
        if _RATED.match(word) and _PER.search(query.question):
            continue
        if _SHAPE.match(word) or _LENGTH.match(word) or word in times or _is_replaced(query, word):
            continue
        if not any(pattern.search(word) for pattern in drop):
            found += _without_aspect(item, query.language)
    return found


def _away(query: Query) -> Query:
    """The question as asked of any place: the name of one may stand in the head of a column."""
    return replace(query, concepts=tuple(as_named(one) for one in query.concepts))


def _is_replaced(query: Query, word: str) -> bool:
    """Is it a name of an earlier turn, where this one names another?"""
    said = [name.lower() for name in query.names if name in query.question]
    return bool(said) and word not in query.question.lower() and any(word in name.lower() for name in query.names)


def _without_aspect(item: Weighed, language: str) -> Iterator[Weighed]:
    word = item.concept.word
    if not aspect(word):
        yield Weighed(item.concept, item.weight * _VERB) if _PAST.fullmatch(word) else item
        return
    front = next((word[: match.start()] for _, pattern in _ASPECTS if (match := pattern.search(word))), "")
    if len(front) >= _PART and not _SHAPE.match(front):
        yield from (Weighed(concept, item.weight) for concept in concepts(front.removesuffix("s"), language)[:1])


def met_by(item: Weighed, words: str) -> float:
    """How well the words of a head or label meet a word of the question; an ending more or less is the same word."""
    asked = item.concept.word.lower()
    if len(asked) >= _LONG and any(_is_inflected(asked, word) for word in _WORD.findall(words.lower())):
        return 1.0
    return max(item.met_by(token_set(spelled(words))), said_otherwise(asked, spelled(words)))


def covered(about: Sequence[Weighed], words: str) -> float:
    """Share, 0..1, of the question that the words of a head or label meet."""
    return share_met(about, [met_by(item, words) for item in about])


@lru_cache(maxsize=1 << 15)
def said_otherwise(asked: str, words: str) -> float:
    """0..1: how well other words say what is asked: a synonym, the parts of a compound, its last part."""
    held = words_of(words)
    return max(
        (
            strength * min(max((_likeness(part, other) for other in held), default=0.0) for part in parts)
            for parts, strength in _alternatives(asked)
        ),
        default=0.0,
    )


@lru_cache(maxsize=1 << 12)
def _alternatives(asked: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The words that stand for the asked one, each with its strength: all of them must be met."""
    own = words_of(asked)
    if len(own) != 1:
        english = next((found for text, _, _, found in english_terms(asked) if text == asked), ())
        return ((own, 1.0), *english)
    same = [((other,), 0.9) for group in _SAME if asked in group for other in group if other != asked]
    parts = [((asked[:at], asked[at:]), 0.9) for at in range(_PART, len(asked) - _PART)]
    linked = [((asked[:at].removesuffix("s"), asked[at:]), 0.9) for at in range(_PART + 1, len(asked) - _PART)]
    english = tuple(one for _, _, _, found in english_terms(asked) for one in found)
    fronts = [((asked[:at],), _HALF) for at in range(_LONG, len(asked) - _PART)]
    return (((asked,), 1.0), *synonyms(asked), *same, *parts, *linked, *fronts, *english)


def _likeness(asked: str, held: str) -> float:
    """0 where the two are not alike enough, or the asked one is narrower ("simkurser" for "kurser")."""
    if len(asked) >= _PART and (held.endswith(asked) or _is_inflected(asked, held)):
        return 0.9
    if len(asked) >= _LONG and held.startswith(asked):
        return _BEGUN  # "personalkostnader" for "personal"
    found = alike(asked, held)
    return found if found >= _LIKE and not modifier(asked, held) else 0.0


def _is_inflected(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) >= _LONG and len(long) - len(short) <= _ENDING and long.startswith(short)
