"""When something was, as a document says it: the time that stands around a passage, and "the year before"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from indexer.figures import Figure, Period, periods
from qa.read.passages import Passage

RELATIVE: Final = re.compile(r"\b(året (innan|före|dessförinnan)|föregående år|fjolåret|i fjol)\b", re.IGNORECASE)
"""What names a time only by another one."""


def stated_before(passage: Passage) -> Period | None:
    """The last time that the paragraph names before the passage."""
    return _last(passage.candidate.paragraph.text[: passage.start])


def around(passage: Passage) -> Period | None:
    """The time that the nearest heading, or else the title, names alone."""
    place = passage.candidate.paragraph.place
    for words in (*reversed(place.headings), passage.candidate.document.title):
        stated = [period for period in named(words) if not period.yearless and period.precision != "time"]
        if len({period.iso for period in stated}) == 1:
            return stated[0]
        if stated:
            return None
    return None


@lru_cache(maxsize=1 << 12)
def named(text: str) -> tuple[Period, ...]:
    """The times that a text names by themselves."""
    return tuple(period for period in periods(text) if not RELATIVE.search(period.text))


def shifted(period: Period, years: int) -> Period:
    """The same time so many years later."""

    def moved(moment: str) -> str:
        return f"{int(moment[:4]) + years:04d}{moment[4:]}" if moment[:4].isdigit() else moment

    return replace(period, start=moved(period.start), end=moved(period.end))


def relative(figure: Figure, passage: Passage) -> bool:
    """Does the figure's clause name its time only by another ("året innan")?"""
    start, end = figure.clause
    beside = RELATIVE.search(passage.text, start, end)
    own = figure.period
    if beside is None or own is None or own.yearless or RELATIVE.search(own.text):
        return beside is not None
    at = figure.number.start
    return abs(beside.start() - at) < abs(own.begin - at)  # "12 procent under 2021, som föregående år" has its own


def time_of(figure: Figure, passage: Passage) -> Period | None:
    """The figure's time; "the year before" is counted from what is named before it, or around the passage."""
    if not relative(figure, passage):
        return figure.period
    beside = RELATIVE.search(passage.text, *figure.clause)
    here = passage.text[: beside.start()] if beside else ""
    base = _last(here) or stated_before(passage) or around(passage)
    return None if base is None else shifted(base, -1)


def _last(text: str) -> Period | None:
    stated = [period for period in named(text) if period.precision != "time" and not period.yearless]
    return stated[-1] if stated else None
