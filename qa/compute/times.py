"""The times that a question sets beside each other, each made whole by the others ("i maj 2021 än i april")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indexer.figures import Period
from qa.query import Query
from qa.read.times import shifted

_SAME: Final = re.compile(
    r"\b(?:samma|motsvarande|same|corresponding)\s(?:\w+\s)?(?:tid|period|månad|months?|time|quarter|kvartal|tertial)"
    r"\w*\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE: Final = re.compile(
    r"\b(?:året (?:innan|före|dessförinnan)|föregående år|fjolåret|i fjol"
    r"|(?:the )?(?:year before|previous year|preceding year|year earlier))\b",
    re.IGNORECASE,
)
_MONTH_BEFORE: Final = re.compile(
    r"\b(?:månaden (?:innan|före|dessförinnan)|föregående månad"
    r"|(?:the )?(?:month before|previous month|preceding month|month earlier))\b",
    re.IGNORECASE,
)
_YEAR: Final = 4  # characters of an ISO year
_MONTH: Final = 7  # and of a month


def named_times(query: Query) -> tuple[Period, ...]:
    """The question's times in its order: with the year that another one gives, and with "the year before" counted."""
    years = {period.days[0][:_YEAR] for period in query.periods if not period.yearless and period.start}
    found = [_whole(query, period, years) for period in query.periods]
    if len(found) == 1 and (earlier := _before(query.question, found[0])) is not None:
        found.append(earlier)
    return tuple(found)


def _whole(query: Query, period: Period, years: set[str]) -> Period:
    """ "April" of the only year that is named; "samma månader 2020" of the months named; "from May" to June."""
    if period.start and not period.end and any(one.begin > period.begin for one in query.periods):
        period = replace(period, end=period.start, partial=False)
    if period.yearless:
        return period.in_year(int(min(years))) if len(years) == 1 else period
    other = next((one for one in query.periods if one is not period and len(one.start) >= _MONTH), None)
    bare = len(period.start) == _YEAR and period.start == period.end
    if other is None or other.yearless or not bare or not _SAME.search(query.question[: period.begin]):
        return period
    moved = shifted(other, int(period.start) - int(other.start[:_YEAR]))
    return replace(moved, text=period.text, begin=period.begin, finish=period.finish)


def _before(text: str, period: Period) -> Period | None:
    """The year or month before the only time named, where the question sets it beside that."""
    if period.yearless or not period.start or not period.end:
        return None
    if (said := _YEAR_BEFORE.search(text)) is not None:
        return replace(shifted(period, -1), text=said[0], begin=said.start(), finish=said.end())
    said = _MONTH_BEFORE.search(text)
    if said is None or period.start != period.end or len(period.start) != _MONTH:
        return None
    year, month = int(period.start[:_YEAR]), int(period.start[5:])
    moment = f"{year - (month == 1):04d}-{(month + 10) % 12 + 1:02d}"
    return Period(moment, moment, said[0], said.start(), said.end(), "month")
