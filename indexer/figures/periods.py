"""Periods out of running text and questions: single moments, and the words that join, open or narrow them."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.figures.moments import Day, Moment, moment_at
from indexer.figures.period import Period
from indexer.figures.references import Mask, inside, references

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_GAP = (
    r"(?:\s?[-–—−]\s?|\s+(?:till(?:\s+och(?:\s+med)?)?|t\.?\s?o\.?\s?m\.?|to|until|through)\s+)"
    r"(?:(?:den|år|the|slutet\s+av|och\s+med)\s+)?"
)
_JOINED = re.compile(_GAP, re.IGNORECASE)
_LISTED = re.compile(
    r"\s?(?:,|/|\+|och|samt|respektive|resp\.?|and|or|eller|mot|än|than|versus|vs|jämfört med|"
    r"compared with)\s?(?:i\s|in\s|den\s)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:och|and)\s(?:den\s|i\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:mellan|between)\s(?:den\s|åren\s|år\s|the\syears\s)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:sedan|since|från\soch\smed|fr\.?\s?o\.?\s?m\.?|from)\s(?:den\s|år\s|the\s|årsskiftet\s)?$", re.IGNORECASE
)
_FROM = re.compile(r"(?:\bfrån|^Från|[.!?\n]\sFrån)\s(?:den\s)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:till\soch(?:\smed)?|t\.?\s?o\.?\s?m\.?|fram\still|through|until|up\sto(?:\sand\sincluding)?)"
    r"\s(?:den\s|år\s|the\s)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:slutet|början|mitten|delar|delen|årsskiftet|end|beginning|start|part|parts|tidigt|sent|"
    r"late|early)"
    r"\s(?:av\s|på\s|of\s)?$",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(vår|våren|sommar|sommaren|höst|hösten|vinter|vintern|spring|summer|autumn|fall|winter|ht|vt)"
    r"\s?(?:of\s|år\s)?$",
    re.IGNORECASE,
)
_SEASONS = {
    "vår": (1, 6),
    "våren": (1, 6),
    "vt": (1, 6),
    "spring": (1, 6),
    "sommar": (6, 8),
    "sommaren": (6, 8),
    "summer": (6, 8),
    "höst": (8, 12),
    "hösten": (8, 12),
    "ht": (8, 12),
    "autumn": (8, 12),
    "fall": (8, 12),
}
_RELATIVE = {
    "sv": re.compile(r"\b(?:föregående år|förra året|året innan|året före|fjolåret)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:last year|the previous year|the year before)\b", re.IGNORECASE),
}
_ENGLISH = frozenset("january february march may june july october at first second third fourth oct".split())
_UNIT_AFTER = re.compile(
    r"[ \u00a0\u202f]?(?:kr\b|kronor|tkr|mnkr|mkr|%|procent|:-|st\b|stycken|personer|timmar|"
    r"invånare|"
    r"miljoner|mil\b|km\b|meter|m²|kvm|euro|people|plats(?:er)?\b|kg\b|ton\b|dollar|röster|"
    r"elever)"
)
_AMOUNT_BEFORE = re.compile(
    r"\b(?:över|cirka|ca|drygt|nästan|högst|minst|ungefär|omkring|närmare|knappt|runt|än|"
    r"uppemot|"
    r"about|over|nearly|almost|than)\.?\s\Z",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(r"\s[a-zåäö]{3,}(?:or|ar|er|are)(?![^\W\d_])")
_REACH = 26  # no word of interest stands further to the left


def periods(text: str, *, year: int | None = None, language: str = "sv") -> list[Period]:
    """Every period that `text` names, in order, without overlaps.

    year: the year of what has none ("i maj"), from the context; without it such a period starts with "--".
    language: "sv" or "en"; English month names are read in English text alone ("may" and "march" are words too).
    Vague words ("efter sommaren", "de senaste åren") give nothing.
    """
    return periods_beside(text, references(text), year=year, language=language)


def periods_beside(text: str, masks: list[Mask], *, year: int | None = None, language: str = "sv") -> list[Period]:
    """As `periods`, with the references of the text at hand: no period is read inside one."""
    moments = _joined(text, _moments(text, masks, language))
    read = [_period(text, moment) for moment in moments if not moment.weak]
    found = [period for period in read if period is not None]
    if year is not None:
        found = [period.in_year(year) for period in found] + _relative(text, year, language)
    return sorted(found, key=lambda period: period.begin)


def is_bare_year(text: str, start: int, end: int) -> bool:
    """Do the four digits at start–end read as a year and not as an amount ("2015 kr", "2 015")?"""
    if end - start != 4 or not text[start:end].isdigit() or not 1900 <= int(text[start:end]) <= 2100:
        return False
    if _AMOUNT_BEFORE.search(text, max(0, start - 14), start):
        return False
    if text[start:end] == "2000" and _PLURAL_AFTER.match(text, end):
        return False
    return _UNIT_AFTER.match(text, end) is None


def _moments(text: str, masks: list[Mask], language: str) -> list[Moment]:
    found: list[Moment] = []
    done = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < done:
            continue
        word = token.group()
        digits = word[0].isdigit()
        if not digits:
            word = word.lower()
            if language == "sv" and word in _ENGLISH:
                continue
        moment = moment_at(text, start, word)
        if moment is None or (digits and not _stands_free(text, moment, masks, found)):
            continue
        if not digits and moment.precision == "month" and word == "maj" and text[start] == "M" and moment.weak:
            continue
        found.append(moment)
        done = moment.finish
    return found


def _stands_free(text: str, moment: Moment, masks: list[Mask], found: list[Moment]) -> bool:
    """Is this run of digits a word of its own, no reference and no amount?"""
    if inside(masks, moment.begin, moment.finish):
        return False
    before = text[max(0, moment.begin - 2) : moment.begin]
    if before and (before[-1].isalpha() or (before[-1] in "/.:,#" and before[0].isalnum())):
        return False
    if len(before) == 2 and before[1] in "-–" and before[0].isalnum():
        return bool(found) and found[-1].finish == moment.begin - 1
    return moment.precision != "year" or is_bare_year(text, moment.begin, moment.finish)


def _joined(text: str, moments: list[Moment]) -> list[Moment]:
    """Ranges made of two moments, and years passed back along "mars och april 2026"."""
    out: list[Moment] = []
    for moment in moments:
        if out:
            last = out[-1]
            gap = text[last.finish : moment.begin]
            if len(gap) < _REACH and "time" not in (last.precision, moment.precision):
                if _JOINED.fullmatch(gap) or (_AND.fullmatch(gap) and _left(text, last, _BETWEEN)):
                    joined = _span(last, moment)
                    if joined is not None:
                        out[-1] = joined
                        continue
                if _LISTED.fullmatch(gap) and not last.last[0] and moment.first[0]:
                    out[-1] = replace(
                        last,
                        first=_dated(last.first, moment.first[0]),
                        last=_dated(last.last, moment.first[0]),
                        weak=False,
                    )
        out.append(moment)
    return out


def _span(one: Moment, two: Moment) -> Moment | None:
    """The range from `one` to `two`; the first takes its year from the second. None when it would run backwards."""
    first, last = one.first, two.last
    if not first[0] and last[0]:
        first = _dated(first, last[0] - (first[1] > last[1] > 0))
    if first[0] and not last[0]:
        last = _dated(last, first[0] + (first[1] > last[1]))
    if first[0] and first[: 1 + bool(first[1] and last[1])] > last[: 1 + bool(first[1] and last[1])]:
        return None
    return Moment(one.begin, two.finish, first, last, "range", one.partial or two.partial)


def _dated(day: Day, year: int) -> Day:
    return (year, day[1], day[2])


def _left(text: str, moment: Moment, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.search(text[max(0, moment.begin - _REACH) : moment.begin])


def _period(text: str, moment: Moment) -> Period | None:
    """The moment as ISO, narrowed or opened by the words before it; None for winters, which belong to two years."""
    start, end = _written(moment.first, moment.precision), _written(moment.last, moment.precision)
    precision, partial = moment.precision, moment.partial or start.startswith("--")
    if precision in ("range", "time"):
        pass
    elif precision == "year" and (season := _left(text, moment, _SEASON)):
        months = _SEASONS.get(season.group(1).lower())
        if months is None:
            return None
        start, end, precision, partial = f"{start}-{months[0]:02d}", f"{start}-{months[1]:02d}", "range", True
    elif _left(text, moment, _SINCE) or (precision != "year" and _left(text, moment, _FROM)):
        end, precision, partial = "", "range", True
    elif _left(text, moment, _UNTIL):
        start, precision, partial = _new_year(start) if precision == "month" else "", "range", True
    elif _left(text, moment, _PART):
        partial = True
    return Period(start, end, text[moment.begin : moment.finish], moment.begin, moment.finish, precision, partial)


def _new_year(month: str) -> str:
    """January of the same year: "till och med maj" is counted from the new year."""
    return f"{month[:-2]}01"


def _written(day: Day, precision: str) -> str:
    if precision == "time":
        return f"{day[1]:02d}:{day[2]:02d}"
    year, month, date = day
    head = f"{year:04d}" if year else "-"
    return head + (f"-{month:02d}" if month else "") + (f"-{date:02d}" if date else "")


def _relative(text: str, year: int, language: str) -> list[Period]:
    """ "Föregående år", seen from the year of the context."""
    last = str(year - 1)
    return [
        Period(last, last, found.group(), found.start(), found.end(), "year")
        for found in _RELATIVE[language].finditer(text)
    ]
