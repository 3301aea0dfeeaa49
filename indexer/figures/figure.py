"""Figures out of a paragraph: a number with the words that say what is measured, and its period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from indexer.figures.masks import masks_and_periods
from indexer.figures.measure import blank, measure_of, trend_of
from indexer.figures.number import Number
from indexer.figures.numbers import numbers_beside
from indexer.figures.period import Period
from indexer.figures.sentences import sentences

_ATTACHED = re.compile(
    r"[\s(]*(?:(?:i|under|år|åren|för|per|den|vid|helåret|hela|från|in|during|for|on|perioden|"
    r"slutet av|samma (?:period|tid|månader)|motsvarande (?:period|tid|månader)|the same (?:period|months)|"
    r"t\.?o\.?m\.?|till och med)\s+)*",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:]\s|\s(?:och|samt|men|medan|varav|respektive|and|but|while)\s|\s[–-]\s")
_DEADLINE = re.compile(r"\b(?:till|senast|inför|innan|före|until|by|before)\s(?:den\s|år\s)?\Z", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:mot|jämfört med|att jämföra med|i\s?stället för|upp från|ned från|against|compared (?:with|to))\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:mot|jämfört med|än|från|against|compared (?:with|to)|than|from)\s(?:[^\s.]+\s){0,4}\Z", re.IGNORECASE
)
_THAN = re.compile(r"\b(?:än|than)\s(?:[^\s.]+\s){0,4}\Z", re.IGNORECASE)
_LEADS = ("money", "percent", "points", "count", "plain", "range", "ratio", "time")


@dataclass(frozen=True)
class Figure:
    """One measured value from running text.

    measure: the words of the clause that say what is measured, numbers and periods taken out.
    period: the nearest by clause; None when the paragraph names none before it or in its sentence.
    clause: offsets of the clause. sentence: offsets of its sentence.
    trend: "from" and "to" of a change, "change" for the change itself, "" else.
    inherited: the period stands in an earlier sentence of the paragraph.
    """

    number: Number
    measure: str
    period: Period | None
    clause: tuple[int, int]
    trend: str = ""
    sentence: tuple[int, int] = (0, 0)
    inherited: bool = False


def figures(text: str, *, year: int | None = None, damaged: bool = False, language: str = "sv") -> list[Figure]:
    """Every figure of a paragraph, sentence by sentence.

    year: the year of what has none. damaged: lone digits are OCR damage.
    Clock times and ordinals are no figures.
    """
    spans, periods = masks_and_periods(text, language=language, year=year)
    read = numbers_beside(text, spans, damaged=damaged, language=language)
    found = [number for number in read if number.kind in _LEADS]
    moments = [period for period in periods if period.precision != "time"]
    out: list[Figure] = []
    carried: Period | None = None
    for start, end in sentences(text) if found else []:
        inner = [number for number in found if start <= number.start < end]
        dates = [
            period for period in moments if start <= period.begin < end and not _beyond(text, start, inner, period)
        ]
        governing = [date for date in dates if not _DEADLINE.search(text, max(start, date.begin - 12), date.begin)]
        out += _sentence_figures(text, (start, end), inner, governing or ([] if carried else dates), carried)
        own = [date for date in dates if not _COMPARED.search(text, max(start, date.begin - 40), date.begin)]
        if dates:
            carried = own[-1] if len({date.iso for date in own}) == 1 else None if own else carried
    return out


def _beyond(text: str, start: int, inner: list[Number], date: Period) -> bool:
    """Is it the time that a number is only held against: "1,4 mnkr sämre än prognosen i novemberuppföljningen"?"""
    than = _THAN.search(text, max(start, date.begin - 60), date.begin)
    return (
        than is not None
        and any(one.end <= than.start() for one in inner)
        and not any(than.start() <= one.start < date.begin for one in inner)
    )


def _sentence_figures(
    text: str, sentence: tuple[int, int], inner: list[Number], dates: list[Period], carried: Period | None
) -> list[Figure]:
    if not inner:
        return []
    paired = pair_periods(text, inner, dates)
    if carried is not None and any(carried.same(date) for date in dates):
        carried = None
    blanked = blank(text, sentence, inner, dates)
    clauses = _clauses(text, sentence, inner)
    return [
        Figure(
            number,
            measure_of(blanked, sentence[0], clause, number, inner[0].start),
            period or carried,
            clause,
            trend_of(text, sentence[0], number),
            sentence,
            period is None and carried is not None,
        )
        for number, period, clause in zip(inner, paired, clauses, strict=True)
    ]


def pair_periods(text: str, inner: list[Number], dates: list[Period]) -> list[Period | None]:
    """The period of each number of one sentence, by position.

    A period that follows its number at once ("12 stycken i maj 2020") belongs to it; else the nearest one before
    it that belongs to no other number governs; else the first one after it. The only date of a sentence is every
    number's, but not that of one which is set against the number that the date follows.
    """
    if len({date.iso for date in dates}) <= 1:
        return [dates[0] if dates and not _set_against(text, number, inner, dates[0]) else None for number in inner]
    attached = [_attached(text, number, dates) for number in inner]
    owned = {id(date) for date in attached if date is not None}
    out: list[Period | None] = []
    for at, number in enumerate(inner):
        before = [date for date in dates if date.finish <= number.start]
        free = [date for date in before if id(date) not in owned]
        after = [date for date in dates if date.begin >= number.end]
        shared = out[at - 1] if at and out[at - 1] in before else None
        choice = attached[at] or _latest(free, shared) or (before[-1] if before else None)
        out.append(_narrower(choice, after, owned) if choice else (after[0] if after else None))
    return out


def _set_against(text: str, number: Number, inner: list[Number], date: Period) -> bool:
    """Is the date that of the figure which the number is compared with: "4,3 mnkr, mot 2,9 mnkr under 2022"?"""
    later = [other for other in inner if number.end <= other.start and other.end <= date.begin]
    return bool(later) and _AGAINST.search(text, number.end, later[-1].start) is not None


def _latest(free: list[Period], shared: Period | None) -> Period | None:
    """The nearer of the last free period before a number and the one that the number before it has."""
    candidates = [period for period in (free[-1] if free else None, shared) if period is not None]
    return max(candidates, key=lambda period: period.begin, default=None)


def _narrower(choice: Period, after: list[Period], owned: set[int]) -> Period:
    """The first part of `choice` named after the number: "under 2021 … 40 procent under första kvartalet 2021"."""
    parts = [date for date in after if id(date) not in owned and choice.covers(date) and not date.covers(choice)]
    return parts[0] if parts else choice


def _attached(text: str, number: Number, dates: list[Period]) -> Period | None:
    end = max(number.end, number.unit_end)
    for date in dates:
        if date.begin >= end:
            return date if _ATTACHED.fullmatch(text[end : date.begin]) else None
    return None


def _clauses(text: str, sentence: tuple[int, int], inner: list[Number]) -> list[tuple[int, int]]:
    """The clause of each number: the sentence cut at the first boundary between one number and the next."""
    cuts = [sentence[0]]
    for one, two in pairwise(inner):
        end = max(one.end, min(one.unit_end, two.start))
        boundary = _BOUNDARY.search(text, end, two.start)
        cuts.append(boundary.end() if boundary else end)
    cuts.append(sentence[1])
    return list(pairwise(cuts))[: len(inner)]
