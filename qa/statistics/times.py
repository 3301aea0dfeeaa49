"""The times that a question names: single ones, both ends of a comparison, the last few, or the newest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures.period import Period
from indexer.figures.periods import periods
from qa.statistics.cues import CUES, NUMBERS

_SCHOOL_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?/\s?((?:19|20)?\d\d)(?!\d)")
_QUARTER: Final = re.compile(
    r"\b(?P<which>första|andra|tredje|fjärde|sista|first|second|third|fourth|last)\s+(?:kvartalet|quarter)"
    r"(?:\s+(?:of|in|år|under|i))?\s+(?P<year>(?:19|20)\d\d)\b|\b(?:kvartal\s|k|q)(?P<number>[1-4])\s+(?P<y>(?:19|20)\d\d)\b"
    r"|\b(?P<y2>(?:19|20)\d\d)\s?[kq](?P<n2>[1-4])\b",
    re.IGNORECASE,
)
_WHICH: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4,
                 "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}  # fmt: skip
_MONTH: Final = re.compile(r"\b((?:19|20)\d\d)M(0[1-9]|1[0-2])\b")
_YEAR: Final = re.compile(r"(?<![\d/:.,§+-])((?:19|20)\d\d)(?![\d/:+]|-\d)")
_PREVIOUS: Final = re.compile(
    r"\b(?:sedan\s+)?(?:förra|föregående|förrförra)\s+(?:läs)?år(?:et)?\b|\b(?:the\s+)?(?:last|previous)\s+(?:school\s+)?year\b",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:samma|motsvarande|the\s+same|the\s+corresponding)\s+(?:kvartal|månad|period|tertial|tid|quarter|month)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:(?:året|läsåret)\s+(?:innan|före)|föregående\s+(?:läs)?år|the\s+(?:year\s+before|previous\s+year))\b",
    re.IGNORECASE,
)
_FULL: Final = re.compile(r"\b(?:hela|helåret?|helårs\w+|full[\s-]year|whole|entire|all\s+of)\b", re.IGNORECASE)
_FROM_TO: Final = re.compile(r"\b(?:mellan|från|sedan|between|from|since)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """stated: the times in the order of the question; of "mellan 2019 och 2022" both ends. ends: they are two ends.

    full: the whole of a year is asked for ("hela 2023"). last: so many of the newest. newest: the newest one is wanted
    ("nu", "senaste").
    """

    stated: tuple[Period, ...] = ()
    ends: bool = False
    last: int = 0
    newest: bool = False
    full: bool = False


def times_of(text: str, language: str) -> tuple[Times, list[tuple[int, int]]]:
    """The times of a question and the places of the words that name them."""
    spans: list[tuple[int, int]] = []
    found: list[tuple[int, Period]] = []
    for pattern, make in ((_SCHOOL_YEAR, _school), (_QUARTER, _quarter), (_MONTH, _month)):
        for match in pattern.finditer(text):
            found.append((match.start(), make(match)))
            spans.append(match.span())
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    last = CUES["last"].search(text)
    if last:
        spans.append(last.span())
        text = text[: last.start()] + "|" * (last.end() - last.start()) + text[last.end() :]
    ends = False
    for period in periods(text, language=language):
        if period.precision == "time" or period.yearless:
            continue
        spans.append((period.begin, period.finish))
        both = _ends(period)
        ends = ends or len(both) == 2
        found += [(period.begin, one) for one in both]
        text = text[: period.begin] + "|" * (period.finish - period.begin) + text[period.finish :]
    for match in _YEAR.finditer(text):
        found.append((match.start(), _of(match[1], match[1], "year")))
        spans.append(match.span())
    found += _same(text, found)
    if (before := _BEFORE.search(text)) and len(found) == 1 and found[0][1].precision == "year":
        year = str(int(found[0][1].start) - 1)
        found.append((before.start(), _of(year, year, "year")))
        spans.append(before.span())
    if previous := _PREVIOUS.search(text):
        spans.append(previous.span())
    stated = tuple(dict.fromkeys(period for _, period in sorted(found, key=lambda one: one[0])))
    stated = _distinct(stated)
    joined = len(stated) == 2 and bool(_FROM_TO.search(text))
    number = _number(last) if last else 0
    return Times(stated, ends or joined, number, bool(CUES["latest"].search(text)), bool(_FULL.search(text))), spans


def _same(text: str, found: list[tuple[int, Period]]) -> list[tuple[int, Period]]:
    """The quarter or month of another year: "andra kvartalet 2024 jämfört med samma kvartal 2023"."""
    again = _SAME.search(text)
    parts = [one for _, one in found if len(one.start) == 7 and one.start[:4] == one.end[:4]]
    years = [(at, one) for at, one in found if one.precision == "year"]
    if again is None or len(parts) != 1:
        return []
    after = [item for item in years if item[0] >= again.end()]
    year = after[0][1].start if after else str(int(parts[0].start[:4]) - 1)
    if after:
        found.remove(after[0])
    made = _of(f"{year}{parts[0].start[4:]}", f"{year}{parts[0].end[4:]}", parts[0].precision)
    return [(again.start(), made)]


def _distinct(stated: Sequence[Period]) -> tuple[Period, ...]:
    return tuple({period.iso: period for period in stated}.values())


def _number(match: re.Match[str]) -> int:
    word = next(group for name in "abc" if (group := match[name])).lower()
    return int(word) if word.isdigit() else NUMBERS[word]


def _ends(period: Period) -> list[Period]:
    """Both ends of a range of years or months; a quarter, a third or a single time stays one."""
    if period.precision != "range" or not period.start or not period.end:
        return [period]
    precision = {4: "year", 7: "month"}.get(len(period.start), "day")
    return [_of(period.start, period.start, precision), _of(period.end, period.end, precision)]


def _school(match: re.Match[str]) -> Period:
    end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
    return _of(match[1], end, "range")


def _month(match: re.Match[str]) -> Period:
    iso = f"{match[1]}-{match[2]}"
    return _of(iso, iso, "month")


def _quarter(match: re.Match[str]) -> Period:
    year = match["year"] or match["y"] or match["y2"]
    number = _WHICH[match["which"].lower()] if match["which"] else int(match["number"] or match["n2"])
    return _of(f"{year}-{number * 3 - 2:02d}", f"{year}-{number * 3:02d}", "quarter")


def _of(start: str, end: str, precision: str) -> Period:
    return Period(start, end, start if start == end else f"{start}/{end}", 0, 0, precision)
