"""Which of the periods that a table has does a question mean?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from indexer.figures.period import Period
from indexer.tables.weeks import number_of, week_of
from qa.statistics.plan import Operation
from qa.statistics.times import Times

_BOTH: Final = 2
_MONTH: Final = 7  # characters
_WEEK: Final = 7  # days
_TERTIAL: Final = 4  # months
_YEAR: Final = 4  # characters
_WIDTHS: Final = {"year": _YEAR, "month": _MONTH}
_AUTUMN: Final = ("0712", "0812")
_SPRING: Final = ("0106",)


@dataclass(frozen=True)
class Chosen:
    """periods: those meant, oldest first ("mellan" both ends). parts: they make up the one that is asked for.

    whole: of parts, they cover all of it. default: the question names none and the newest was taken. wrong: of those
    stated, the ones that the table does not have. lacking: of the two ends of those meant, the ones that it does not.
    """

    periods: tuple[Period, ...] = ()
    parts: bool = False
    whole: bool = True
    default: bool = False
    wrong: tuple[Period, ...] = ()
    lacking: tuple[Period, ...] = ()


def choose(times: Times, held: Sequence[Period], operation: Operation, over_time: bool) -> Chosen:
    """held: oldest first. over_time: the answer runs over periods (a trend, the best year)."""
    if not held:
        return Chosen(wrong=times.stated)
    if times.weeks and not times.stated:
        return _weeks(times.weeks, held)
    if times.last:
        return Chosen(tuple(_alike(held)[-times.last :]))
    if len(times.stated) == 1 and (whole := [one for one in held if one.iso == times.stated[0].iso]) and not over_time:
        return Chosen((whole[0],))
    if (since := _since(times)) is not None:
        found = [one for one in _alike(held) if since.overlaps(one)]
        if found:
            return Chosen(tuple(found) if over_time else (found[0], found[-1]) if len(found) > 1 else tuple(found))
    if (last := _up_to(times, held)) is not None:
        return Chosen((last,))
    if times.stated:
        return (_over(times, held, operation) if over_time else None) or _stated(times, held)
    return _unnamed(times, held, operation, over_time)


def _unnamed(times: Times, held: Sequence[Period], operation: Operation, over_time: bool) -> Chosen:
    """The periods where the question names none: all, the first and the last, or the newest."""
    if over_time:
        return Chosen(tuple(_alike(held)))
    if operation in (Operation.DIFFERENCE, Operation.PERCENT_CHANGE, Operation.RANK_OF_CHANGE):
        ends = _alike(held)[-_BOTH if times.newest else 0 :]  # "det senaste året"
        return Chosen((ends[0], ends[-1]) if len(ends) > 1 else tuple(ends), default=True)
    return Chosen((_newest(times, held),), default=not times.newest and len(held) > 1)


def _weeks(numbers: Sequence[int], held: Sequence[Period]) -> Chosen:
    """The newest weeks of these numbers."""
    known = {number_of(one.start, one.end): one for one in held if one.precision == "week"}
    newest = int(held[-1].days[1][:4])
    wrong = (week for one in numbers if one not in known and (week := week_of(newest, one)) is not None)
    found = sorted((known[one] for one in numbers if one in known), key=lambda one: one.days)
    return Chosen(tuple(found), wrong=tuple(wrong))


def _newest(times: Times, held: Sequence[Period]) -> Period:
    """The last one, or "Summa" of all the years or "Helår" of its months where no time is asked for."""
    if times.newest or len(held) <= _BOTH:
        return held[-1]
    whole = [one for one in held if all(map(one.covers, held))]
    year = [one for one in held if one.covers(held[-1]) and sum(map(one.covers, held)) > _BOTH]
    return (whole or year or held[-1:])[0]


def _up_to(times: Times, held: Sequence[Period]) -> Period | None:
    """ "till och med augusti": what has come up to a month, as the table sums it up."""
    if not times.until or not 0 < len(times.stated) <= _BOTH:
        return None
    begin, end = times.stated[0].days[0], times.stated[-1].days[1]
    new_year = f"{end[:4]}-01-01"
    if len(times.stated) == _BOTH and begin != new_year:
        return None
    sums = [one for one in held if one.days[1] == end and one.days[0] <= new_year]
    if sums:
        return max(sums, key=lambda one: one.days)
    if len(times.stated) < _BOTH:
        return None
    first, last = ([one for one in held if one.same(end)] for end in times.stated)
    return last[0] if last and not first else None


def _over(times: Times, held: Sequence[Period], operation: Operation) -> Chosen | None:
    """All from one time to another, or the parts of one, such as the months of a year that the table sums up too."""
    if len(times.stated) == 2:
        low, high = times.stated[0].days[0], times.stated[1].days[1]
        inside = tuple(one for one in held if low <= one.days[0] and one.days[1] <= high)
        inside = _of_one_kind(inside, times.stated[0], operation)
        lacking = tuple(end for end in times.stated if not any(end.overlaps(one) for one in inside))
        return Chosen(inside, wrong=() if inside else times.stated, lacking=lacking)
    parts = [one for one in held if times.stated[0].covers(one) and not one.same(times.stated[0])]
    return Chosen(tuple(_alike(parts))) if len(times.stated) == 1 and len(parts) > 1 else None


def _of_one_kind(held: tuple[Period, ...], asked: Period, operation: Operation) -> tuple[Period, ...]:
    """Of quarters and the years that they make up: the quarters where times are counted, else what is asked for."""
    same = tuple(one for one in held if one.precision == asked.precision)
    if operation is not Operation.COUNT and len(same) > 1:
        return same
    return tuple(one for one in held if not any(one.covers(other) and not one.same(other) for other in held))


def _since(times: Times) -> Period | None:
    """ "sedan 2019": a time that has no end, or no beginning."""
    open_ended = [one for one in times.stated if not one.start or not one.end]
    return open_ended[0] if len(times.stated) == 1 and open_ended else None


def _alike(held: Sequence[Period]) -> list[Period]:
    """The periods of the newest one's kind: years without the quarter that follows them."""
    return [one for one in held if one.precision == held[-1].precision]


def _stated(times: Times, held: Sequence[Period]) -> Chosen:
    if times.ends and (span := _span(times.stated, held)) is not None:
        return Chosen((span,))
    found: list[Period] = []
    wrong: list[Period] = []
    parts = False
    whole = True
    for asked in times.stated:
        exact = [one for one in held if one.same(asked)]
        inside = [one for one in held if asked.covers(one)]
        if exact:
            found.append(exact[0])
        elif len(inside) > 1 and len(times.stated) == 1:
            found += inside
            parts, whole = True, _covers(asked, inside)
        elif inside and not (times.full and _months(inside[0]) < _months(asked) and inside[0].precision != "day"):
            found.append(inside[-1] if asked is times.stated[-1] else inside[0])
        elif otherwise := next(filter(None, (way(asked, held) for way in _WAYS)), None):
            found.append(otherwise)
        else:
            wrong.append(asked)
    return Chosen(tuple(sorted(found, key=lambda one: one.days)), parts, whole, wrong=tuple(wrong))


def _span(stated: Sequence[Period], held: Sequence[Period]) -> Period | None:
    """The one period from the first time to the last, where the table has it: "januari-augusti 2024"."""
    low, high = min(one.days[0] for one in stated), max(one.days[1] for one in stated)
    return next((one for one in held if one.days == (low, high)), None)


def _at_year_end(asked: Period, held: Sequence[Period]) -> Period | None:
    """31 December stands for the year, of what tables count at the end of it; else for the last part of it."""
    if asked.precision != "day" or asked.start != asked.end or not asked.start.endswith("-12-31"):
        return None
    year = [one for one in held if one.same(year_of(asked))]
    ended = [one for one in held if one.days[1] == asked.days[1]]
    return year[0] if year else max(ended, key=lambda one: one.days, default=None)


def _summed_up(asked: Period, held: Sequence[Period]) -> Period | None:
    """ "T2" in a table is what has come up to its end."""
    if not (len(asked.start) == len(asked.end) == _MONTH and _months(asked) == _TERTIAL):
        return None
    return next((one for one in held if one.days == (f"{asked.start[:4]}-01-01", asked.days[1])), None)


def _in_school_year(asked: Period, held: Sequence[Period]) -> Period | None:
    """The autumn of a year begins a school year, its spring ends one; of a year, that which begins in it first."""
    schools = [one for one in held if _school_year(one)]
    begun = [one for one in schools if one.start == asked.start[:4]]
    ended = [one for one in schools if one.end == asked.end[:4]]
    if len(asked.start) == _YEAR and asked.start == asked.end:
        return next(iter([*begun, *ended]), None)
    half = asked.start[5:] + asked.end[5:]
    return next(iter(begun if half in _AUTUMN else ended if half in _SPRING else []), None)


_WAYS: Final = (_at_year_end, _summed_up, _in_school_year)
"""What a time may mean in a table that does not have it, the surest first."""


def year_of(period: Period) -> Period:
    """The year in which it ends."""
    year = period.days[1][:4]
    return Period(year, year, year, 0, 0, "year")


def _school_year(period: Period) -> bool:
    return len(period.start) == _YEAR and len(period.end) == _YEAR and int(period.end) == int(period.start) + 1


def _covers(asked: Period, inside: Sequence[Period]) -> bool:
    """Do the parts make up the whole: twelve months, four quarters?"""
    if all(one.precision == "week" for one in inside):
        return sum(map(_days, inside)) + _WEEK > _days(asked)  # the days of a year before its first week are no more
    months = sum(_months(one) for one in inside)
    return months >= _months(asked)


def _days(period: Period) -> int:
    first, last = map(date.fromisoformat, period.days)
    return (last - first).days + 1


def _months(period: Period) -> int:
    (first, last) = period.days
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def of_step(held: Sequence[Period], step: str) -> list[Period] | None:
    """The periods of the kind that is asked for ("month"); None where there are only others than that.

    Others stand for it where each is the only one in its year or month: a value of each 31 December is that of a year.
    """
    kept = [one for one in held if one.precision == step]
    if kept or step not in _WIDTHS:
        return kept or (list(held) if step in ("", "range") else None)
    ends = [tuple(day[: _WIDTHS[step]] for day in one.days) for one in held]
    narrow = step == "year" or all(first == last for first, last in ends)
    return list(held) if narrow and len({first for first, _ in ends}) == len(ends) else None
