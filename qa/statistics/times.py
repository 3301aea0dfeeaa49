"""The times that a question names: single ones, both ends of a comparison, the last few, or the newest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures.period import Period
from indexer.figures.periods import periods
from indexer.tables.weeks import YEARLESS, week_of
from qa.statistics.cues import CUES, NUMBERS
from qa.statistics.parts_of_years import of, parts_in

_UNTIL: Final = re.compile(
    r"\b(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fram\s+till|up\s+to\s+and\s+including|through|up\s+to|by\s+the\s+end\s+of)\s+",
    re.IGNORECASE,
)
_ONE_TIME: Final = re.compile(
    r"halv|half|vår|höst|sommar|vinter|spring|autumn|summer|winter|tertial|kvartal|quarter", re.IGNORECASE
)
_TWO_TIMES: Final = re.compile(r"\b(?:och|and|till|to|mot)\b|\s[-–]\s", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<![\d/:.,§+-])((?:19|20)\d\d)(?![\d/:+]|-\d|-(?!års)[a-zåäö])")
_PREVIOUS: Final = re.compile(
    r"\b(?:sedan\s+)?(?:förra|föregående|förrförra)\s+(?:läs)?år(?:et)?\b|\b(?:the\s+)?(?:last|previous)\s+(?:school\s+)?year\b",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:samma|motsvarande|the\s+same|the\s+corresponding)\s+(?:kvartal|månad(?:er)?|period|tertial|termin|halvår|tid|quarter|months?|term)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:(?:året|läsåret)\s+(?:innan|före)|föregående\s+(?:läs)?år|the\s+(?:year\s+before|previous\s+year))\b",
    re.IGNORECASE,
)
_FULL: Final = re.compile(r"\b(?:hela|helåret?|helårs\w+|full[\s-]year|whole|entire|all\s+of)\b", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"\b(?:(?:under\s+)?(?:kalender|läs|budget)?åren|(?:under\s+)?(?:tids)?perioden|(?:over\s+|during\s+)?the\s+(?:years|period)|years"
    r"|(?:läsåret|school\s+year)\s+(?:som|that|which)\s+(?:började|börjar|startade|began|begins|started)(?:\s+in)?(?:\s+the)?"
    r"|(?:vinter|vår|sommar|höst)kvartalet,?)\s*(?=\()?(?=[\s(]*\|)",
    re.IGNORECASE,
)
"""Words that only lead to a time that stands behind them."""
_DASHED: Final = re.compile(r"\|\s?[-–]\s?\|")  # "2020/21–2023/24", both read already
_FROM_TO: Final = re.compile(r"\b(?:mellan|från|sedan|between|from|since)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """stated: the times in the order of the question; of "mellan 2019 och 2022" both ends. ends: they are two ends.

    full: the whole of a year is asked for ("hela 2023"). last: so many of the newest. newest: the newest one is wanted
    ("nu", "senaste"). until: from the beginning of the year to a month of it. weeks: numbers of weeks of no said year.
    """

    stated: tuple[Period, ...] = ()
    ends: bool = False
    last: int = 0
    newest: bool = False
    full: bool = False
    until: bool = False
    weeks: tuple[int, ...] = ()


def times_of(text: str, language: str) -> tuple[Times, list[tuple[int, int]]]:
    """The times of a question and the places of the words that name them."""
    whole = text
    spans: list[tuple[int, int]] = []
    found: list[tuple[int, Period]] = []
    for match, period in parts_in(text):
        found.append((match.start(), period))
        spans.append(match.span())
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    last = CUES["last"].search(text)
    if last:
        spans.append(last.span())
        text = text[: last.start()] + "|" * (last.end() - last.start()) + text[last.end() :]
    ends = False
    bare = _yearless(text, language)
    for period in periods(text, language=language):
        if period.precision == "time" or period.yearless:
            continue
        spans.append((period.begin, period.finish))
        said = text[period.begin : period.finish]
        one = _ONE_TIME.search(said) and not _TWO_TIMES.search(said)
        both = [_bare(period)] if one else _ends(period)
        ends = ends or len(both) == 2
        found += [(period.begin, one) for one in both]
        text = text[: period.begin] + "|" * (period.finish - period.begin) + text[period.finish :]
    for match in _YEAR.finditer(text):
        found.append((match.start(), of(match[1], match[1], "year")))
        spans.append(match.span())
    ends = ends and not _two_spans(text, found)
    ends = _with_year(bare, found, spans) or ends
    weeks = _weeks(text, found, spans)
    _add_other_years(text, found, spans)
    spans += [match.span() for match in _AROUND.finditer(_YEAR.sub("||||", text))]
    if previous := _PREVIOUS.search(text):
        spans.append(previous.span())
    stated = tuple(dict.fromkeys(period for _, period in sorted(found, key=lambda one: one[0])))
    stated = _distinct(stated)
    joined = len(stated) == 2 and bool(_FROM_TO.search(text) or _DASHED.search(text))
    number = _number(last) if last else 0
    return Times(stated, ends or joined, number, bool(CUES["latest"].search(text)), bool(_FULL.search(text)),
        bool(_UNTIL.search(whole)), weeks), spans  # fmt: skip


def _weeks(text: str, found: list[tuple[int, Period]], spans: list[tuple[int, int]]) -> tuple[int, ...]:
    """The numbers of weeks that are said without a year; those of the one year that is named join what is found."""
    said = list(YEARLESS.finditer(text))
    spans += [match.span() for match in said]
    numbers = tuple(int(match["week"]) for match in said)
    years = {one.days[0][:4] for _, one in found}
    if not said or len(years) != 1:
        return numbers
    year = int(next(iter(years)))
    made = [(match.start(), week) for match, one in zip(said, numbers, strict=True) if (week := week_of(year, one))]
    found[:] = [*(item for item in found if item[1].precision != "year"), *made]
    return ()


def _add_other_years(text: str, found: list[tuple[int, Period]], spans: list[tuple[int, int]]) -> None:
    """The times that are said by another: "samma kvartal året innan"."""
    if (again := _SAME.search(text)) and (same := _same(again, found)):
        found += same
        spans.append(again.span())
    if (before := _BEFORE.search(text)) and found:
        if len(found) == 1 and found[0][1].start and found[0][1].end:
            found.append((before.start(), _year_before(found[0][1])))
        spans.append(before.span())


def _year_before(period: Period) -> Period:
    """The same time of the year before."""
    start, end = (f"{int(day[:4]) - 1}{day[4:]}" for day in (period.start, period.end))
    return of(start, end, period.precision)


def _same(again: re.Match[str], found: list[tuple[int, Period]]) -> list[tuple[int, Period]]:
    """The quarter or month of another year: "andra kvartalet 2024 jämfört med samma kvartal 2023"."""
    parts = [one for _, one in found if len(one.start) == 7 and one.start[:4] == one.end[:4]]
    years = [(at, one) for at, one in found if one.precision == "year"]
    if len(parts) != 1:
        return []
    after = [item for item in years if item[0] >= again.end()]
    year = after[0][1].start if after else str(int(parts[0].start[:4]) - 1)
    if after:
        found.remove(after[0])
    made = of(f"{year}{parts[0].start[4:]}", f"{year}{parts[0].end[4:]}", parts[0].precision)
    return [(again.start(), made)]


def _two_spans(text: str, found: list[tuple[int, Period]]) -> bool:
    """ "januari-augusti 2024 jämfört med samma period 2023": the months from one to the other, in each of two years."""
    again = _SAME.search(text)
    months = sorted([item for item in found if item[1].precision == "month"], key=lambda item: item[0])
    years = [item for item in found if item[1].precision == "year"]
    if again is None or len(months) != 2 or len(years) > 1:
        return False
    (at, first), (_, last) = months
    year = years[0][1].start if years else str(int(first.start[:4]) - 1)
    found[:] = [
        (at, of(first.start, last.end, "range")),
        (again.start(), of(f"{year}{first.start[4:]}", f"{year}{last.end[4:]}", "range")),
    ]
    return True


def _yearless(text: str, language: str) -> list[Period]:
    """Months and days that are said without a year; in English months have a capital ("May")."""
    found = [] if _SAME.search(text) else [one for one in periods(text, language=language) if one.yearless]
    return [one for one in found if language == "sv" or text[one.begin].isupper()]


def _with_year(bare: Sequence[Period], found: list[tuple[int, Period]], spans: list[tuple[int, int]]) -> bool:
    """Months and days without a year are of the one year that is named; are they both ends of a range?"""
    years = {day[:4] for _, one in found for day in (one.start, one.end)}
    if not bare or len(years) != 1:
        return False
    (year,) = years
    made = []
    for one in bare:
        if not one.start.startswith("--") or not one.end.startswith("--"):
            return False
        whole = replace(one, start=f"{year}{one.start[1:]}", end=f"{year}{one.end[1:]}")
        made += [(one.begin, end) for end in _ends(whole)]
        spans.append((one.begin, one.finish))
    found[:] = [item for item in found if not all(item[1].covers(one) and item[1].iso != one.iso for _, one in made)]
    found += made
    return len(made) > len(bare)


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
    return [of(period.start, period.start, precision), of(period.end, period.end, precision)]


def _bare(period: Period) -> Period:
    return of(period.start, period.end, period.precision)
