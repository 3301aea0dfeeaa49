"""The simplest pieces of time in a text: one date, month, quarter, tertial, half-year, year or time of day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

Day = tuple[int, int, int]  # year, month, day; 0 where the text says nothing

_SV = "januari februari mars april maj juni juli augusti september oktober november december".split()
_EN = "january february march april may june july august september october november december".split()
_SHORT = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_MONTHS = {**{name: at for at, name in enumerate(_SV, 1)}, **{name: at for at, name in enumerate(_EN, 1)}, **_SHORT}
_AMBIGUOUS = frozenset({"may", "march", *_SHORT})  # words of their own unless a day or a year stands beside them
_CALENDAR = re.compile(r"\b(in|of|until|since|by|from|to|through|during|for|early|late|last|this|next)\s$")  # "in May"
_RANKS = {
    "första": 1,
    "andra": 2,
    "tredje": 3,
    "fjärde": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1:a": 1,
    "2:a": 2,
    "3:e": 3,
    "4:e": 4,
}
_COMPOUND_TAILS = (
    "uppfölj",
    "prognos",
    "möte",
    "sammanträd",
    "rapport",
    "nämnd",
    "siffr",
    "bokslut",
    "utfall",
    "statistik",
    "månad",
)
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_M = "|".join(name + r"\b\.?" * (name in _SHORT) for name in sorted(_MONTHS, key=len, reverse=True))
_OF_YEAR = rf"(?:[\s,]{{1,2}}(?:of\s+|år\s+|av\s+|in\s+)?{_Y}(?![-./:]\d))?"


@dataclass(frozen=True)
class Moment:
    """One piece of time; first and last differ for a quarter or a range. `weak` words count only beside others."""

    begin: int
    finish: int
    first: Day
    last: Day
    precision: str
    partial: bool = False
    weak: bool = False


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _day(found: re.Match[str], year: int, month: int, day: int, last: int = 0) -> Moment | None:
    last = last or day
    if not 1 <= month <= 12 or not 1 <= day <= last <= monthrange(year or 2000, month)[1]:
        return None
    return Moment(found.start(), found.end(), (year, month, day), (year, month, last), "range" if last > day else "day")


def _month(found: re.Match[str]) -> int:
    return _MONTHS[found["m"].lower().rstrip(".")]


def _iso_day(found: re.Match[str]) -> Moment | None:
    return _day(found, int(found["y"]), int(found["m"]), int(found["d"]))


def _iso_month(found: re.Match[str]) -> Moment | None:
    return _months(found, int(found["y"]), int(found["m"]), int(found["m"]), "month")


def _compact_day(found: re.Match[str]) -> Moment | None:
    return _day(found, 2000 + int(found["y"]), int(found["m"]), int(found["d"]))


def _named_day(found: re.Match[str]) -> Moment | None:
    return _day(found, int(found["y"] or 0), _month(found), int(found["d"]), int(found["d2"] or 0))


def _american_day(found: re.Match[str]) -> Moment | None:
    return _day(found, int(found["y"] or 0), _month(found), int(found["d"]))


def _slash_day(found: re.Match[str]) -> Moment | None:
    dated = found["y"] is not None or int(found["d"]) > 12
    if not dated and not _SLASH_LEFT.search(found.string, max(0, found.start() - 16), found.start()):
        return None
    return _day(found, int(found["y"] or 0), int(found["m"]), int(found["d"]))


def _named_month(found: re.Match[str]) -> Moment | None:
    month = _month(found)
    year = int(found["y"] or 0)
    named = found["m"] in {"May", "March"} and _CALENDAR.search(found.string, max(0, found.start() - 8), found.start())
    weak = found["m"].lower().rstrip(".") in _AMBIGUOUS and not year and not named
    return Moment(found.start(), found.end(), (year, month, 0), (year, month, 0), "month", weak=weak)


def _months(found: re.Match[str], year: int, first: int, last: int, precision: str, partial: bool = False) -> Moment:
    return Moment(found.start(), found.end(), (year, first, 0), (year, last, 0), precision, partial)


def _part_of_year(months: int, precision: str) -> Callable[[re.Match[str]], Moment | None]:
    """A reader of "kvartal 2 2024": the numbered part of a year in parts of so many months."""

    def read(found: re.Match[str]) -> Moment | None:
        groups = found.groupdict()
        rank = int(groups["q"]) if groups.get("q") else _RANKS[groups["w"].lower()]
        last = int(groups.get("q2") or rank)
        year = int(groups.get("y") or groups.get("y0") or 0)
        if rank * months > 12 or last * months > 12:
            return None
        return _months(found, year, (rank - 1) * months + 1, last * months, "range" if last > rank else precision)

    return read


def _report_tertial(found: re.Match[str]) -> Moment | None:
    """T2 is a report on January to August: figures in it are counted from the new year."""
    return _months(found, int(found["y"] or 0), 1, 4 * int(found["q"]), "tertial", found["q"] != "1")


def _school_year(found: re.Match[str]) -> Moment | None:
    first = int(found["y"])
    last = int(found["y2"]) if len(found["y2"]) == 4 else first // 100 * 100 + int(found["y2"])
    if not first < last:
        return None
    return Moment(found.start(), found.end(), (first, 0, 0), (last, 0, 0), "range")


def _decade(found: re.Match[str]) -> Moment | None:
    first = int(found["y"])
    return Moment(found.start(), found.end(), (first, 0, 0), (first + 9 + 90 * (first % 100 == 0), 0, 0), "range", True)


def _year(found: re.Match[str]) -> Moment | None:
    year = int(found["y"])
    return Moment(found.start(), found.end(), (year, 0, 0), (year, 0, 0), "year")


def _clock(found: re.Match[str]) -> Moment | None:
    first, last = (found["h"], found["n"]), (found["h2"] or found["h"], found["n2"] if found["h2"] else found["n"])
    if int(first[0]) > 24 or int(last[0]) > 24:
        return None
    minutes = [(0, int(hour), int(minute or 0)) for hour, minute in (first, last)]
    return Moment(found.start(), found.end(), minutes[0], minutes[1], "time")


_SLASH_LEFT = re.compile(r"(?:\b(?:den|per|från|till|senast|datum|date|on|m\.?|med|kl|dat)\.?\s|\()$", re.IGNORECASE)
_CLOCK = r"(?P<h>\d{1,2})(?:[.:](?P<n>[0-5]\d))?(?:\s?[-–]\s?(?P<h2>\d{1,2})(?:[.:](?P<n2>[0-5]\d))?)?(?!\d)"
# tried in this order where a run of digits begins
AT_DIGITS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...] = (
    (_compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"), _iso_day),
    (_compile(rf"{_Y}\s?[-–—]\s?(?P<y2>(?:19|20)\d\d)(?![\d:/])"), _school_year),
    (_compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])"), _iso_month),
    (_compile(r"(?P<y>(?:19|20)\d\d)(?:/|[-–])(?P<y2>(?:19|20)?\d\d)(?![\d:/-])"), _school_year),
    (
        _compile(r"(?:20)?(?P<y>[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d:-]|,\d|\s?(?:kr|tkr|%))"),
        _compact_day,
    ),
    (_compile(r"(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?![\d:-]|,\d|\s?(?:kr|tkr|%))"), _iso_month),
    (
        _compile(
            rf"(?P<d>\d{{1,2}})(?::?[ea]|st|nd|rd|"
            rf"th)?\.?(?:\s?[-–]\s?(?P<d2>\d{{1,2}}))?(?:\s+of)?\s+(?P<m>{_M})(?![^\W\d_])"
            rf"{_OF_YEAR}"
        ),
        _named_day,
    ),
    (
        _compile(r"(?!24/7)(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:[-/ ](?P<y>(?:19|20)\d\d))?(?![\d/]|\s?(?:del|av\b))"),
        _slash_day,
    ),
    (_compile(rf"{_Y}[-–]talet"), _decade),
    (_compile(r"(?P<y0>(?:19|20)\d\d)\s?Q(?P<q>[1-4])(?!\d)"), _part_of_year(3, "quarter")),
    (_compile(rf"{_Y}(?![.:]\d|,\d|[^\W\d_]|[-–/]\d|:\d)"), _year),
)
_MONTH_FORMS = (
    (_compile(rf"(?P<m>{_M})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s+){_Y}"), _american_day),
    (_compile(rf"(?P<m>{_M})(?:s\b|(?![^\W\d_]))(?:\s+månads?\b)?{_OF_YEAR}(?!-(?!{_M})(?-i:[A-ZÅÄÖ]))"), _named_month),
)
_COMPOUND_MONTH = (_compile(rf"(?P<m>{'|'.join(_SV)})[a-zåäö]+{_OF_YEAR}"), _named_month)
_NUMBERED = r"\s+(?P<q>{digits})(?!\d|[.,]\d)(?:\s?(?:[-–]|till|och)\s?(?P<q2>{digits})(?!\d|[.,]\d))?"
_QUARTER = (_compile(rf"kvartal(?:et)?{_NUMBERED.format(digits='[1-4]')}{_OF_YEAR}"), _part_of_year(3, "quarter"))
_TERTIAL = (_compile(rf"tertial(?:et)?{_NUMBERED.format(digits='[1-3]')}{_OF_YEAR}"), _part_of_year(4, "tertial"))
_RANKED = "|".join(rank for rank in _RANKS if rank[0].isalpha())
_RANKED_FORMS = (
    (_compile(rf"(?P<w>{_RANKED})\s+(?:kvartal(?:et)?|quarter)\b{_OF_YEAR}"), _part_of_year(3, "quarter")),
    (_compile(rf"(?P<w>{_RANKED})\s+tertial(?:et)?\b{_OF_YEAR}"), _part_of_year(4, "tertial")),
    (
        _compile(rf"(?P<w>{_RANKED})\s+(?:halvåret|halvår|half(?:\s+of(?:\s+the\s+year)?)?)\b{_OF_YEAR}"),
        _part_of_year(6, "range"),
    ),
)
_CLOCKS = ((_compile(rf"(?:klockan|kl\.?)\s?{_CLOCK}"), _clock),)
_AT_O_CLOCK = ((_compile(rf"at\s{_CLOCK}(?=\s?(?:o'clock|[ap]\.?m|[,.?]|$))"), _clock),)
# tried where one of these words begins
AT_WORDS: dict[str, tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...]] = {
    **dict.fromkeys(_MONTHS, _MONTH_FORMS),
    **{f"{month}s": _MONTH_FORMS for month in _SV},
    **dict.fromkeys(("kvartal", "kvartalet"), (_QUARTER,)),
    **dict.fromkeys(("tertial", "tertialet"), (_TERTIAL,)),
    **dict.fromkeys(
        ("tertialrapport", "tertialrapporten"),
        ((_compile(rf"tertialrapport(?:en)?\s+(?P<q>[1-3])(?!\d){_OF_YEAR}"), _report_tertial),),
    ),
    "t": ((re.compile(rf"T(?P<q>[1-3])(?!\d){_OF_YEAR}"), _report_tertial),),
    "q": ((re.compile(rf"Q(?P<q>[1-4])(?!\d){_OF_YEAR}"), _part_of_year(3, "quarter")),),
    **{rank: _RANKED_FORMS for rank in _RANKS if rank[0].isalpha()},
    **dict.fromkeys(("klockan", "kl"), _CLOCKS),
    "at": _AT_O_CLOCK,
}
_COMPOUND_STARTS = tuple(month + tail for month in _SV for tail in _COMPOUND_TAILS)


def moment_at(text: str, start: int, word: str) -> Moment | None:
    """The moment that begins at `start`, where the lower-case word or the digits `word` stand; None when none does."""
    if word[0].isdigit():
        forms = AT_DIGITS
    else:
        forms = AT_WORDS.get(word, ())
        if not forms and word.startswith(_COMPOUND_STARTS):
            forms = (_COMPOUND_MONTH,)
    for pattern, read in forms:
        found = pattern.match(text, start)
        if found is not None:
            moment = read(found)
            if moment is not None:
                return moment
    return None
