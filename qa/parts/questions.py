"""A comparison or a sum taken apart into questions of their own: the same measure, at one time or of one thing each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures import Period
from indexer.language.function_words import ENGLISH, SWEDISH
from qa.compute.plan import asks_times, is_turn
from qa.compute.slots import listed_periods
from qa.query import FIGURES, Query, Wants
from qa.read.lead import period_text
from qa.understand.question import understand

_LEADS_TO: Final = re.compile(
    r"(?:\b(?:mellan|between|från|from|under|i|in|för|for|efter|after|during|till|to|and|och|än|than|jämfört med"
    r"|compared (?:with|to)|mot|against|versus|över|over|åren|år|the|of|den|av|by|months?|the end of"
    r"|(?:the )?(?:same|corresponding) \w+|samma \w+|motsvarande \w+|years?)\s+)+\Z",
    re.IGNORECASE,
)
_ONE: Final = re.compile(r"^\s(?:ones?|figures?|reports?|levels?)\b", re.IGNORECASE)
_SAME_YEAR: Final = re.compile(r"\s(?:samma|(?:of )?(?:the )?same) (?:år|year)\b", re.IGNORECASE)
_AS_PERCENT: Final = re.compile(
    r"\b(?:(?:med |by |with )?(?:hur många|hur mycket i|how many|what)\s"
    r"(?:procent(?:enheter)?|per ?cent(?:age)?(?: points?)?)|(?:med|by) (?:hur mycket|how much))(?!\w)",
    re.IGNORECASE,
)
_MANY_TIMES: Final = re.compile(
    r"\b(?:hur många gånger (?:så )?(?:fler|många)|how many times (?:more|as many))\b", re.IGNORECASE
)
_TIMES: Final = re.compile(r"\b(?:hur många gånger (?:så )?\w+|how many times (?:as )?\w+)\b", re.IGNORECASE)
_HOW_MANY: Final = {"sv": "hur många", "en": "how many"}
_HOW_LARGE: Final = {"sv": "hur stor", "en": "how large"}
_HOW_MUCH: Final = {"sv": "hur mycket", "en": "how much"}
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_COMPARES: Final = re.compile(
    r"fler|färre|mer|mindre|större|högre|lägre|längre|kortare|dyrare|billigare|bättre|sämre|värre|more|fewer|less|larger"
    r"|higher|lower|longer|shorter|cheaper|better|worse|smaller|greater|gånger|times|skillnad\w*|difference"
    r"|ökning\w*|minskning\w*|förändring\w*|rise|fall|drop|increase|decrease|change|tillsammans|sammanlagt|sammantaget"
    r"|ihop|totalt|together|combined|altogether",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(r",?\s?\b(?:in all|in total|taken together|all told|allt som allt)\b,?", re.IGNORECASE)
_ASKS: Final = frozenset("många mycket stor stort stora".split())
_AND: Final = re.compile(r"(?<!-)\s(?:och|and|samt|plus|&)\s", re.IGNORECASE)
_THAN: Final = re.compile(
    r"\s(?:än|than|jämfört med|compared (?:with|to)|i förhållande till|gentemot|relative to|mot|versus|vs|below"
    r"|above)\s",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\(([^()]*,[^()]*)\)")
_ITEM: Final = re.compile(r"[^\W\d_](?:(?!\s(?:och|and|samt)\s)[^,])*")
_BETWEEN: Final = re.compile(r"\b(?:mellan|between)\s", re.IGNORECASE)
_STOPS: Final = re.compile(r"[?.;:()]|,(?!\d)")
_VERB: Final = re.compile(r"\w{2,}(?:ades?|ddes?|kte|gde|lde)|kostar|köper|söker|hyr|betalar", re.IGNORECASE)
_MOST: Final = 4  # words of a thing
_SMALL: Final = SWEDISH | ENGLISH


@dataclass(frozen=True)
class Part:
    """The question for one operand: at a time, or of a thing by its name. other: a thing that it is not of."""

    query: Query
    time: Period | None = None
    thing: str = ""
    other: str = ""


@dataclass(frozen=True)
class Span:
    """A thing that a question names, and where."""

    start: int
    end: int


def at_times(query: Query, times: tuple[Period, ...]) -> tuple[Part, ...]:
    """The question for each of its times alone, nothing compared. times: in the order of the operands."""
    text = query.question.rstrip(" ?")
    named = query.periods if len(listed_periods(query)) < len(times) else (*listed_periods(query), *query.periods)
    spans = {(period.begin, period.finish) for period in named}
    for begin, finish in sorted(spans, reverse=True):
        led = _LEADS_TO.search(text[:begin])
        rest = _ONE.sub("", text[finish:])
        text = f"{text[: led.start() if led else begin]} {rest}"
    bare = uncombined(_SAME_YEAR.sub("", text), query.language)
    return tuple(Part(alone(query, f"{bare} {period_text(time, query.language)}?"), time) for time in times)


def same_measure(query: Query, measure: str, time: Period) -> Part:
    """The question for what a document calls so, at another time."""
    names = " ".join(query.names)
    return Part(alone(query, f"{measure} {names} {period_text(time, query.language)}?"), time)


def listed(query: Query) -> Iterator[tuple[Part, ...]]:
    """The question for each of the things that it lists ("A, B och C"), for each list that it may be."""
    text = query.question.rstrip(" ?")
    for spans in _lists(text):
        yield _each(query, spans)


def compared(query: Query) -> Iterator[tuple[Part, ...]]:
    """The question for each of two things that it sets beside each other ("mellan A och B", "A än B")."""
    text = query.question.rstrip(" ?")
    between = _BETWEEN.search(text)
    if between is not None and (joint := _AND.search(text, between.end())) is not None:
        if (right := _after(text, joint.end())) is not None:
            yield _each(query, (Span(between.start(), joint.start()), right), between.end() - between.start())
        return
    for than in _THAN.finditer(text):
        left, right = _before(text, than.start()), _after(text, than.end())
        if right is None:
            continue
        other = text[right.start : right.end]
        here = f"{text[: than.start()]} {text[right.end :]}"
        there = here if left is None else f"{text[: left.start]}{other}{text[right.end :]}"
        yield (
            Part(alone(query, f"{uncombined(here, query.language)}?"), other=other),
            Part(alone(query, f"{uncombined(there, query.language)}?"), thing=other),
        )


def _each(query: Query, spans: tuple[Span, ...], lead: int = 0) -> tuple[Part, ...]:
    """The question for each of the things alone. lead: letters of the first span that name nothing."""
    text = query.question.rstrip(" ?")
    things = [text[span.start + (0 if at else lead) : span.end] for at, span in enumerate(spans)]
    before, after = text[: spans[0].start], text[spans[-1].end :]
    return tuple(
        Part(alone(query, f"{uncombined(f'{before}{thing}{after}', query.language)}?"), thing=thing) for thing in things
    )


def _lists(text: str) -> Iterator[tuple[Span, ...]]:
    """ "(A, B, C)", "A och B", "A, B och C"."""
    for bracket in _BRACKET.finditer(text):
        items = [
            Span(bracket.start(1) + one.start(), bracket.start(1) + one.end()) for one in _ITEM.finditer(bracket[1])
        ]
        if len(items) > 1:
            yield tuple(items)
    for found in _AND.finditer(text):
        right = _after(text, found.end())
        items = [span for span in (_before(text, found.start()), right) if span is not None]
        while len(items) > 1 and text[: items[0].start].rstrip().endswith(","):
            more = _before(text, text.rindex(",", 0, items[0].start))
            if more is None:
                break
            items.insert(0, more)
        if len(items) > 1:
            yield tuple(items)


def _before(text: str, end: int) -> Span | None:
    """The words right before a connector, back to a small word."""
    start = max((stop.end() for stop in _STOPS.finditer(text, 0, end)), default=0)
    kept: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, start, end))):
        stop = word[0].lower() in _SMALL or is_turn(word[0].lower()) or _VERB.fullmatch(word[0])
        if stop or len(kept) == _MOST:
            break
        kept.insert(0, word)
    return Span(kept[0].start(), kept[-1].end()) if kept else None


def _after(text: str, start: int) -> Span | None:
    """The words right after a connector, up to the next small word."""
    stop = _STOPS.search(text, start)
    kept: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, stop.start() if stop else len(text)):
        if word[0].lower() in _SMALL or is_turn(word[0].lower()) or len(kept) == _MOST:
            if kept:
                break
            continue
        kept.append(word)
    return Span(kept[0].start(), kept[-1].end()) if kept else None


def uncombined(text: str, language: str) -> str:
    """The question's text without the words that compare and add."""
    text = _IN_ALL.sub("", text)
    text = _TIMES.sub(_HOW_LARGE[language], _MANY_TIMES.sub(_HOW_MANY[language], text))
    text = _AS_PERCENT.sub(_HOW_MUCH[language], text)
    return " ".join(_WORD.sub(lambda word: "" if _COMPARES.fullmatch(word[0]) else word[0], text).split())


def alone(query: Query, text: str) -> Query:
    """The text as a question of its own, in the language and for the kind of figure of the whole."""
    alone = understand(text[:1].upper() + text[1:])
    wants = query.wants
    if wants is Wants.POINTS:
        wants = Wants.PERCENT
    elif wants is Wants.PERCENT or wants not in FIGURES or asks_times(query.question):
        wants = alone.wants if alone.wants in FIGURES else Wants.AMOUNT
    concepts = tuple(one for one in alone.concepts if not is_turn(one.word) or one.word in _ASKS)
    return replace(alone, language=query.language, wants=wants, concepts=concepts, changes=False, yes_no=False)
