"""Periods as tables write them: in headers, in label columns of several parts, and as stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from indexer.figures.period import Period
from indexer.figures.periods import periods
from indexer.tables.weeks import number_of, week_in, week_part

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PART = r"(?:(?P<month>m\s?(?:0?[1-9]|1[0-2]))|(?P<quarter>(?:k|q|kv)\s?[1-4])|(?P<third>t\s?[1-3])|(?P<half>h\s?[12]))"
_CODED = re.compile(rf"(?<!\d){_YEAR}[\s_-]*{_PART}(?!\w)", re.IGNORECASE)
_PART_FIRST = re.compile(rf"(?<!\w){_PART}[\s_,/:-]*{_YEAR}(?!\d|\s?(?:t?kr|mnkr|kronor|st)\b)", re.IGNORECASE)
_NAMES = ("jan feb mar apr maj jun jul aug sep okt nov dec", "january february march april may june july august "
          "september october november december", "januari februari mars april maj juni juli augusti september oktober "
          "november december", "jan feb mar apr may jun jul aug sept oct nov dec")  # fmt: skip
_MONTHS = {name: at for names in _NAMES for at, name in enumerate(names.split(), start=1)}
_MONTH_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TERM_AFTER = re.compile(rf"(?<!\d){_YEAR}[\s_-]?(?P<term>[hv]t)(?!\w)", re.IGNORECASE)
_TERM = re.compile(r"\b(?P<term>[hv]t)[\s_-]?(?P<year>(?:20|19)?\d\d)(?![\w/])", re.IGNORECASE)
_TERM_NAME = re.compile(rf"(?P<term>höst|vår)termin(?:en)?\s+{_YEAR}(?!/)", re.IGNORECASE)
_TERMS = {"v": (1, 6), "h": (8, 12)}
_YEAR_SPAN = re.compile(
    rf"{_YEAR}[\s,.:]+(?P<first>{_MONTH_NAME})\.?\s?[-–]\s?(?P<last>{_MONTH_NAME})\b", re.IGNORECASE
)
_YEAR_FIRST = re.compile(rf"{_YEAR}\s?[-–,.]?\s?(?P<name>{_MONTH_NAME})\.?", re.IGNORECASE)
_NAME_FIRST = re.compile(rf"(?P<name>{_MONTH_NAME})\.?[\s,.-]+(?:{_YEAR}|(?P<short>\d\d))", re.IGNORECASE)
_QUARTER = re.compile(r"(?:k|q|kv|kvartal|quarter)\.?\s?([1-4])|([1-4])(?::?[ae])?\s?(?:kvartalet|kvartal|kv)", re.I)
_THIRD = re.compile(r"(?:t|tertial)\s?([1-3])", re.IGNORECASE)
_HALF = re.compile(r"(?:h|halvår)\s?([12])", re.IGNORECASE)
_PRELIMINARY = r"(?:\s?(?:\*{1,3}|\(?(?:p|r|prel\.?|preliminär\w*|rev\.?)\)?|\(?\d\)|[¹²³⁴⁵]))?"
_BARE_YEAR = re.compile(rf"(?:år\s)?{_YEAR}(?:\.0)?{_PRELIMINARY}", re.IGNORECASE)
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
_SPANS = {"quarter": 3, "third": 4, "half": 6}
_PRECISIONS = {"quarter": "quarter", "third": "tertial", "half": "range"}
_WHOLE_YEAR = re.compile(
    rf"(?:(?:hel|kalender)år(?:et)?|hela året|hela år|helårs?(?:medel|snitt|värde|summa)|"
    rf"års?(?:medel(?:värde|tal)?|snitt|genomsnitt|summa|total(?:t|en)?|värde)|(?:full|whole|entire|calendar) year|"
    rf"year total|annual(?: mean| average| total)?)"
    rf"(?:\s{_YEAR})?",
    re.IGNORECASE,
)
_DAY = 10  # characters
_MONTH_HEADER = re.compile(r"\b(?:månad|month|mån|manad)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """The one period that a header or a label names; None when it names none, or several.

    Also "2020M01", "2001K4", "2020 - januari", "jan-20", beside what running text says ("31 december 2023", "2023/24").
    """
    bare = text.strip()
    if found := _BARE_YEAR.fullmatch(bare):
        return _made(found["year"], found["year"], bare, "year")
    if "-" in bare and (found := _ISO.fullmatch(bare)) and "/" not in bare and int(bare[5:7]) in range(1, 13):
        return period_of_iso(bare)
    if (week := week_in(bare)) is not None:
        return week
    if found := _CODED.search(bare) or _PART_FIRST.search(bare):
        return _coded(found, found.group())
    if found := _YEAR_SPAN.search(bare):
        return _months(
            int(found["year"]), _MONTHS[found["first"].lower()], _MONTHS[found["last"].lower()], found.group()
        )
    if found := _TERM.search(bare) or _TERM_NAME.search(bare) or _TERM_AFTER.search(bare):
        year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
        return _months(int(year), *_TERMS[found["term"][0].lower()], found.group())
    named = _YEAR_FIRST.search(bare) or _NAME_FIRST.fullmatch(bare)
    if named:
        fields = named.groupdict()
        year = fields["year"] or f"20{fields['short']}"
        return _month(int(year), _MONTHS[named["name"].lower()], named.group())
    stated = [found for found in periods(bare.replace("_", " ")) if not found.yearless and found.precision != "time"]
    return stated[0] if len({found.iso for found in stated}) == 1 else None


def row_period(cells: Sequence[tuple[str, str]]) -> Period | None:
    """The period that a row's PERIOD columns, (header, label) each, name together: "2023" and "K4", "2024" and "09"."""
    whole = [found for _, text in cells if (found := period_of(text))]
    if not whole:
        return None
    best = max(whole, key=lambda found: (found.days[0], -int(found.days[1].replace("-", ""))))
    if best.precision != "year":
        return best
    for header, text in cells:
        if part := _part(header, text.strip(), int(best.start)):
            return part
    return best


def is_whole_year(text: str) -> bool:
    """Whether a label among months or quarters stands for all of the year ("Helår", "Årsmedel 2023")."""
    return _WHOLE_YEAR.fullmatch(text.strip()) is not None


def is_part(header: str, text: str) -> bool:
    """Whether the label names a part of a year ("K1", "januari"; under a month header also "09")."""
    return _part(header, text.strip(), 2000) is not None


@lru_cache(maxsize=4096)
def period_of_iso(iso: str | None) -> Period | None:
    """A stored period back from its ISO form; None for None."""
    if not iso or not _ISO.fullmatch(iso):
        return None
    start, _, end = iso.partition("/")
    if not end:
        return _made(start, start, iso, {4: "year", 7: "month"}.get(len(start), "day"))
    if len(start) == len(end) == _DAY and number_of(start, end) is not None:
        return _made(start, end, iso, "week")
    months = _months_between(start, end)
    precision = {3: "quarter", 4: "tertial"}.get(months or 0, "range")
    return _made(start, end, iso, precision)


def _months_between(start: str, end: str) -> int | None:
    if len(start) != 7 or len(end) != 7 or start[:4] != end[:4]:
        return None
    first, last = int(start[5:]), int(end[5:])
    length = last - first + 1
    return length if (first - 1) % max(length, 1) == 0 else None


def _part(header: str, text: str, year: int) -> Period | None:
    if (month := _MONTHS.get(text.lower().rstrip("."))) is not None:
        return _month(year, month, text)
    if text.isdigit() and _MONTH_HEADER.search(header) and 1 <= int(text) <= 12:
        return _month(year, int(text), text)
    for pattern, kind in ((_QUARTER, "quarter"), (_THIRD, "third"), (_HALF, "half")):
        if found := pattern.fullmatch(text):
            return _span(year, int(next(filter(None, found.groups()))), kind, text)
    return week_part(header, text, year)


def _coded(found: re.Match[str], text: str) -> Period:
    for kind in ("month", "quarter", "third", "half"):
        if found[kind]:
            number = int(re.sub(r"\D", "", found[kind]))
            year = int(found["year"])
            return _month(year, number, text) if kind == "month" else _span(year, number, kind, text)
    raise AssertionError("one of the parts is always there")


def _month(year: int, month: int, text: str) -> Period:
    return _made(f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}", text, "month")


def _months(year: int, first: int, last: int, text: str) -> Period:
    return _made(f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}", text, "range")


def _span(year: int, number: int, kind: str, text: str) -> Period:
    length = _SPANS[kind]
    first = (number - 1) * length + 1
    return _made(f"{year:04d}-{first:02d}", f"{year:04d}-{first + length - 1:02d}", text, _PRECISIONS[kind])


def _made(start: str, end: str, text: str, precision: str) -> Period:
    return Period(start, end, text, 0, len(text), precision)
