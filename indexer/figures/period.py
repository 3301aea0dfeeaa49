"""A stretch of time as a text names it, and how two of them compare."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace

_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True)
class Period:
    """A stretch of time.

    start, end: ISO 8601 as exact as the text is: "2018", "2018-11", "2018-11-30", "--05" or "--05-09" where the text
        gives no year, "16:00" for a time of day; "" for an open end ("sedan 2016", "till och med den 30 april").
    begin, finish: offsets of `text`.
    precision: "day", "week", "month", "quarter", "tertial", "year", "range" or "time".
    partial: the words do not fix these bounds: no year, an open or inferred end, a season, "slutet av 2024".
    """

    start: str
    end: str
    text: str
    begin: int
    finish: int
    precision: str
    partial: bool = False

    @property
    def iso(self) -> str:
        """ "2018-11", "2024-01/2024-11", "2016/.." for an open end."""
        return self.start if self.start == self.end else f"{self.start or '..'}/{self.end or '..'}"

    @property
    def days(self) -> tuple[str, str]:
        """The first and last day, ISO; a missing year is 0000."""
        return _first_day(self.start) if self.start else _FIRST, _last_day(self.end) if self.end else _LAST

    def covers(self, other: Period) -> bool:
        """Does every day of `other` lie in this period? A missing year takes the other's, where that has one only."""
        if not self._comparable(other):
            return False
        (first, last), (other_first, other_last) = _aligned(self, other)
        return first <= other_first and other_last <= last

    def overlaps(self, other: Period) -> bool:
        """Do the two have a day in common?"""
        if not self._comparable(other):
            return False
        (first, last), (other_first, other_last) = _aligned(self, other)
        return first <= other_last and other_first <= last

    def same(self, other: Period) -> bool:
        """Are they the same days, however they are written?"""
        if not self._comparable(other):
            return False
        mine, theirs = _aligned(self, other)
        return mine == theirs

    def in_year(self, year: int) -> Period:
        """This period with `year` where the text gave none."""
        if not self.yearless:
            return self
        return replace(self, start=_with_year(self.start, year), end=_with_year(self.end, year))

    @property
    def yearless(self) -> bool:
        """Does the text leave out the year?"""
        return self.start.startswith("--") or self.end.startswith("--")

    def _comparable(self, other: Period) -> bool:
        return (self.precision == "time") == (other.precision == "time")


def _aligned(one: Period, two: Period) -> tuple[tuple[str, str], tuple[str, str]]:
    """The days of both; a period without a year is set in the other's year."""
    if one.yearless and not two.yearless:
        one = one.in_year(int(two.days[0][:4]))
    if two.yearless and not one.yearless:
        two = two.in_year(int(one.days[0][:4]))
    return one.days, two.days


def _with_year(moment: str, year: int) -> str:
    return f"{year:04d}{moment[1:]}" if moment.startswith("--") else moment


def _first_day(moment: str) -> str:
    moment = _with_year(moment, 0)
    return moment if ":" in moment else (moment + "-01-01")[:10]


def _last_day(moment: str) -> str:
    moment = _with_year(moment, 0)
    if ":" in moment or len(moment) == 10:
        return moment
    if len(moment) == 4:
        return f"{moment}-12-31"
    year, month = int(moment[:4]), int(moment[5:7])
    return f"{moment}-{monthrange(year or 2000, month)[1]:02d}"
