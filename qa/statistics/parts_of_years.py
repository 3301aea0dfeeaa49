"""Parts of years as questions name them: quarters, terms, seasons, school years, ends of years; years of two digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from indexer.figures.period import Period
from indexer.tables.weeks import WEEKS, week_of

_Y: Final = r"(?:19|20)\d\d(?!\d)"
_SHORT: Final = r"[-–'’]\s?[0-4]\d(?!\d|[.,:]\d|\s?(?:%|procent|år))"  # "-23"
_OF: Final = r"(?:[\s,]+(?:of\s+|in\s+|år\s+|under\s+|i\s+|av\s+)?|\s?[-/]\s?)"
_YEAR: Final = rf"(?P<year>{_Y}|{_SHORT}|[0-4]\d(?=\s*(?:[?,.;)]|$)))"
_BEFORE: Final = rf"(?P<year>{_Y})"
_ALONE: Final = r"(?![-/–]\d|\s?(?:och|and)\s)"
_RANKS: Final = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4, "1:a": 1, "2:a": 2, "3:e": 3, "4:e": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_RANK: Final = "|".join(_RANKS)
_LAST: Final = ("sista", "last", "final")
_NAMED_QUARTERS: Final = {"vinter": 1, "vår": 2, "sommar": 3, "höst": 4}
_MONTHS: Final = {
    name[:3]: at
    for names in ("januari februari mars april maj juni juli augusti september oktober november december",
                  "january february march april may june july august september october november december")
    for at, name in enumerate(names.split(), start=1)
}  # fmt: skip
_MONTH: Final = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars|march|mar|april|apr|maj|may|juni|june|jun|juli|july|jul|"
    r"aug(?:usti|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SEASONS: Final = {"vår": (1, 6), "vt": (1, 6), "spring": (1, 6), "sommar": (6, 8), "summer": (6, 8), "höst": (7, 12),
                   "ht": (7, 12), "autumn": (7, 12), "fall": (7, 12)}  # fmt: skip
Reader = Callable[[re.Match[str]], Period | None]


def parts_in(text: str) -> Iterator[tuple[re.Match[str], Period]]:
    """Every part of a year that the text names, with its place; one that lies in another is left out."""
    taken: list[tuple[int, int]] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if (period := read(match)) is not None:
                taken.append(match.span())
                yield match, period


def of(start: str, end: str, precision: str) -> Period:
    """A period that stands at no place of the text."""
    return Period(start, end, start if start == end else f"{start}/{end}", 0, 0, precision)


def _year(match: re.Match[str]) -> int:
    said = match.groupdict()
    digits = re.sub(r"\D", "", said["year"] or said["y"])
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _months(year: int, first: int, last: int, precision: str) -> Period:
    return of(f"{year}-{first:02d}", f"{year}-{last:02d}", precision)


def _ranked(months: int, precision: str) -> Reader:
    """The numbered part of a year in parts of so many months."""

    def read(match: re.Match[str]) -> Period | None:
        said = match.groupdict()
        word = (said.get("which") or "").lower()
        rank = 12 // months if word in _LAST else _RANKS[word] if word else int(said["number"])
        return None if rank * months > 12 else _months(_year(match), (rank - 1) * months + 1, rank * months, precision)

    return read


def _named_quarter(match: re.Match[str]) -> Period:
    last = 3 * _NAMED_QUARTERS[match["which"].lower()]
    return _months(_year(match), last - 2, last, "quarter")


def _season(match: re.Match[str]) -> Period:
    said = match["which"].lower()
    first, last = next(ends for name, ends in _SEASONS.items() if said.startswith(name))
    return _months(_year(match), first, last, "range")


def _month(match: re.Match[str]) -> Period:
    month = _MONTHS[match["month"].lower()[:3]] if "month" in match.groupdict() else int(match["number"])
    return _months(_year(match), month, month, "month")


def _bare(match: re.Match[str]) -> Period:
    return of(str(_year(match)), str(_year(match)), "year")


def _school(match: re.Match[str]) -> Period | None:
    first, last = (match[1], match[2])
    first = first if len(first) == 4 else f"20{first}"
    last = last if len(last) == 4 else first[:2] + last
    return of(first, last, "range") if int(last) == int(first) + 1 else None


def _end(match: re.Match[str]) -> Period:
    day = f"{_year(match)}-12-31"
    return of(day, day, "day")


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_Q: Final = r"(?:kvartal\s?|quarter\s?|kv\.?\s?|k|q)(?P<number>[1-4])"
_LINK: Final = rf"(?:{_OF}|\s+|(?=[-–'’]))"


def _week(match: re.Match[str]) -> Period | None:
    return week_of(int(match["year"]), int(match["week"]))


_READERS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    *((pattern, _week) for pattern in WEEKS),
    (_any(rf"\bårsskiftet\s+(?P<year>{_Y})\s?[/–-]\s?(?:\d\d){{1,2}}\b"), _end),
    (
        _any(
            rf"\b(?:(?:i|vid|per|till|mot|på)\s+)?(?:slutet|utgången)\s+(?:av|på)\s+(?:år\s+)?{_BEFORE}{_ALONE}"
            rf"|\b(?:(?:at|by|towards?)\s+)?(?:the\s+)?(?:end\s+of|year[-\s]end)\s+(?:year\s+)?(?P<y>{_Y}){_ALONE}"
        ),
        _end,
    ),
    (_any(rf"\b(?:när|innan)\s+(?:år\s+)?{_BEFORE}\s+(?:är|var)\s+slut\b"), _end),
    (
        _any(
            r"\b(?:läsåren|läsåret|läsår|skolåret|säsongen|(?:school|academic)\s+year|season)\s+"
            r"(\d{4}|\d\d)\s?[/–-]\s?(\d{4}|\d\d)(?!\d)"
        ),
        _school,
    ),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)\s?/\s?((?:19|20)?\d\d)(?!\d)"), _school),
    (_any(rf"\b(?P<which>{_RANK})\s+(?:kvartalet|kvartal|quarter){_LINK}{_YEAR}"), _ranked(3, "quarter")),
    (_any(rf"\b(?P<which>{'|'.join(_NAMED_QUARTERS)})kvartalet{_LINK}{_YEAR}"), _named_quarter),
    (_any(rf"\b{_Q}{_LINK}{_YEAR}"), _ranked(3, "quarter")),
    (_any(rf"\b{_BEFORE}[\s,:-]*{_Q}\b"), _ranked(3, "quarter")),
    (_any(rf"\b{_BEFORE}M(?P<number>0[1-9]|1[0-2])\b"), _month),
    (_any(rf"\b(?P<which>vt|ht)[\s-]?(?P<year>{_Y}|[0-4]\d(?!\d))"), _season),
    (_any(rf"\b(?P<which>fall)\s+(?:(?:term|semester)\s+)?(?:of\s+)?{_BEFORE}"), _season),
    (
        _any(
            r"\b(?P<which>vårterminen|höstterminen|vårtermin|hösttermin|våren|hösten|sommaren|vår|höst|sommar|spring|"
            rf"autumn|summer)(?:\s+(?:term|semester|terminen))?{_LINK}{_YEAR}(?!\s?/\s?\d)"
        ),
        _season,
    ),
    (_any(rf"\b(?P<which>{_RANK})\s+(?:tertialet|tertial|four-month\s+period){_LINK}{_YEAR}"), _ranked(4, "tertial")),
    (_any(rf"\b(?:tertial\s?|t)(?P<number>[1-3]){_LINK}{_YEAR}"), _ranked(4, "tertial")),
    (_any(rf"\b(?P<month>{_MONTH})\.?\s?(?P<year>{_SHORT})"), _month),
    (_any(rf"\b(?:år|under|sedan|från|till|mellan|och|för|since|from|to|and|in|i)\s+(?P<year>{_SHORT})"), _bare),
)
