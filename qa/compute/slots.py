"""The places of a plan that operands fill: the things and times that a question sets beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures import Period
from indexer.language.function_words import ENGLISH, SWEDISH
from qa.compute.times import named_times
from qa.query import Query, Wants
from qa.read.matching import Weighed, weigh
from qa.understand.concepts import concepts

_MARKS: Final = {"percent": re.compile(r"\b(?:procent|percent|per cent|percentage)\b(?! ?points?)|%", re.IGNORECASE)}
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_BETWEEN: Final = re.compile(r"\b(?:mellan|between)\b", re.IGNORECASE)
_AND: Final = re.compile(r"(?<!-)\b(?:och|and|samt|plus|respektive)\b(?!-)|&", re.IGNORECASE)
_THAN: Final = re.compile(
    r"\b(?:än|than|jämfört med|compared (?:with|to)|i förhållande till|gentemot|relative to|mot|versus|vs)\b",
    re.IGNORECASE,
)
_ENDS_PHRASE: Final = re.compile(r"[?.,;:|]")  # "|" stands where a period was
_TO: Final = re.compile(r"\s(?:till|to|och|and)\s", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"\b(?:tillsammans|sammanlagt|sammantaget|ihop|totalt|together|combined|in total|altogether|in all)\b",
    re.IGNORECASE,
)
_COMPARED: Final = frozenset(
    "fler färre mer mindre större högre lägre längre kortare dyrare billigare bättre sämre more fewer less larger"
    " higher lower longer shorter cheaper expensive better worse smaller greater".split()
)
_HYPHEN: Final = re.compile(r"(\w)- (och|and|eller|or) (?=\w)")
_LEADS: Final = frozenset(
    "i på för hos inom vid av bland från till in on for at of the among within den det de".split()
)


@dataclass(frozen=True)
class Slot:
    """What one operand must be. words: of the thing; text: the same as written; label: what its own label must hold."""

    words: tuple[Weighed, ...] = ()
    text: str = ""
    period: Period | None = None
    label: re.Pattern[str] | None = None


def named(mark: str, question: str) -> bool:
    """Does the question name the unit?"""
    return _MARKS[mark].search(question) is not None


def ends(query: Query) -> tuple[Period, Period] | None:
    """The two times compared, earlier first: two periods named, or the first and last year or month of a range."""
    distinct = listed_periods(query)
    if len(distinct) == 2:
        first, last = sorted(distinct, key=lambda period: period.days)
        return first, last
    if len(distinct) == 1 and distinct[0].start and distinct[0].end and distinct[0].start != distinct[0].end:
        whole = distinct[0]
        if whole.start[:4] == whole.end[:4] and not _TO.search(whole.text):
            return None  # "januari–november 2024" is one time
        return replace(whole, end=whole.start), replace(whole, start=whole.end)
    return None


def listed_periods(query: Query) -> tuple[Period, ...]:
    """The different times that the question names; one that lies within another is that one's part."""
    periods = named_times(query)
    distinct = [p for i, p in enumerate(periods) if not any(p.same(other) for other in periods[:i])]
    return tuple(p for p in distinct if not any(p.covers(other) and p is not other for other in distinct))


def entities(query: Query, *, joined: bool = False) -> tuple[Slot, ...]:
    """The things set against each other ("mellan A och B", "A än B"), or, joined, listed ("A, B och C")."""
    text = _without_periods(query)
    between = _BETWEEN.search(text)
    cue = _AND if between or joined else _THAN
    connector = cue.search(text, between.end() if between else 0)
    if connector is None:
        return ()
    left = _before(text[between.end() : connector.start()] if between else text[: connector.start()])
    right = _after(text[connector.end() :])
    parts = [*_items(left, text, joined), right]
    slots = [_slot(part, query.language) for part in parts if part]
    if len(slots) < len(parts) or not all(slot.words for slot in slots):
        return ()
    if not between:  # what stands before the first thing may be a verb
        slots[0] = replace(slots[0], words=slots[0].words[-1:], text=slots[0].text.split()[-1])
    return tuple(slots)


def _items(left: str, text: str, joined: bool) -> list[str]:
    """The last thing before the connector, and, in a list, those before it."""
    if not joined:
        return [left]
    before = text[: text.rfind(left)].rstrip() if left else ""
    if not before.endswith(","):
        return [left]
    return [*_items(_before(before[:-1]), before[:-1], joined), left]


def _before(text: str) -> str:
    """The words right before a connector, back to a small word."""
    phrase = _ENDS_PHRASE.split(text.rstrip(" ()"))[-1]
    kept: list[str] = []
    for word in reversed(_WORD.findall(phrase)):
        if word.lower() in _COMPARED | _LEADS | SWEDISH | ENGLISH:
            if kept:
                break
            continue
        kept.insert(0, word)
    return " ".join(kept)


def _after(text: str) -> str:
    """The phrase right after a connector, up to its next small word."""
    phrase = _ENDS_PHRASE.split(text.lstrip())[0]
    kept: list[str] = []
    for word in _WORD.findall(phrase):
        if word.lower() in _LEADS | SWEDISH | ENGLISH:
            if kept:
                break
            continue
        kept.append(word)
    return " ".join(kept)


def _slot(text: str, language: str) -> Slot:
    alone = Query(text, language, wants=Wants.TEXT, concepts=concepts(text, language))
    return Slot(words=weigh(alone), text=text)


def _without_periods(query: Query) -> str:
    text = query.question
    for period in query.periods:
        if text[period.begin : period.finish] == period.text:
            text = text[: period.begin] + "|" * (period.finish - period.begin) + text[period.finish :]
    text = _TOGETHER.sub("|", text)
    return _HYPHEN.sub(r"\1-\2-", text)
