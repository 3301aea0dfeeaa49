"""Weeks as tables and people write them: "v. 5 2024", "2024-W05", "5" under "Vecka"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from indexer.figures.period import Period

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])(?!\d)"
WEEKS = (
    re.compile(rf"(?<!\d){_YEAR}[\s_,-]*(?:vecka|week|v\.?|w)\s?{_NUMBER}", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:vecka|week|v\.?)\s?{_NUMBER}[\s_,/–-]+(?:(?:of|in|år|under)\s+)?{_YEAR}(?!\d)", re.IGNORECASE
    ),
)
"""A week with its year, in groups `week` and `year`."""
YEARLESS = re.compile(rf"\b(?:vecka|week|v\.)\s?{_NUMBER}", re.IGNORECASE)
_NAMED = re.compile(rf"(?:vecka|week|v\.)\s?{_NUMBER}", re.IGNORECASE)
_BARE = re.compile(rf"(?:v|w)?\s?{_NUMBER}", re.IGNORECASE)
_HEADER = re.compile(r"\b(?:vecka|veckor|veckonummer|week)\b", re.IGNORECASE)


def week_in(text: str) -> Period | None:
    """The one week with a year that a label names."""
    found = next(filter(None, (pattern.search(text) for pattern in WEEKS)), None)
    return None if found is None else week_of(int(found["year"]), int(found["week"]), found.group())


def week_part(header: str, text: str, year: int) -> Period | None:
    """The week that a label beside its year names: "v. 5", or "5" in a column of weeks."""
    found = _NAMED.fullmatch(text) or (_BARE.fullmatch(text) if _HEADER.search(header) else None)
    return None if found is None else week_of(year, int(found["week"]), text)


def week_of(year: int, number: int, text: str = "") -> Period | None:
    """A week of ISO 8601 as far as it lies in its year, so that those of a year make it up; None where it has none."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    start, end = max(monday, date(year, 1, 1)), min(monday + timedelta(days=6), date(year, 12, 31))
    return Period(start.isoformat(), end.isoformat(), text, 0, len(text), "week")


def number_of(start: str, end: str) -> int | None:
    """The number of the week that two days bound, None where they bound none."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first.year != last.year or not timedelta() <= last - first < timedelta(days=7):
        return None
    for year, number, _ in (first.isocalendar(), last.isocalendar()):
        week = week_of(year, number)
        if year == first.year and week is not None and (week.start, week.end) == (start, end):
            return number
    return None
