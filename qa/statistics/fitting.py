"""How well a measure's unit and periods fit what is asked."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures.period import Period
from qa.statistics.amounts import MONEY, factor, is_amount
from qa.statistics.catalogue import Family, Measure
from qa.statistics.question import Asked

_MISFIT: Final = 0.25
_NOT_WHOLE: Final = 0.3
_ROWS_OF_NO_TIME: Final = 0.8  # rows that have no time are not counted of a month
_PERIOD: Final = 0.03
_OTHER_YEARS: Final = 0.12
_NO_PARTS: Final = 0.4
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:/(?:\d\d){1,2})?")
_MONTHS: Final = 7  # characters of a month
_PARTS_ASKED: Final = re.compile(r"\b(?:månad|kvartal|vecka|month|quarter|week)\b", re.IGNORECASE)
_SIZES: Final = ("hur stor", "how large", "how big")
_RATE: Final = 0.1  # "hur hög var arbetslösheten" is a share rather than a number
_PART_OF: Final = 0.1  # a share that must be worked out of two values
_NO_COUNTS: Final = frozenset("procent promille procentenheter poäng dagar veckor månader minuter dygn index".split())
_UNDIVIDED: Final = 0.3
_ASKED_PER: Final = re.compile(
    r"(?<!procent )\bper\s(?!år|månad|kvartal|vecka|dag|person|cent|year|month|quarter|week|day|annum|den)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_EACH_TIME: Final = (" per år", " per månad", " per kvartal", " per vecka", " per dygn", " per dag")
TIMES: Final = frozenset("dagar veckor månader timmar minuter dygn år".split())


def period_fit(asked: Asked, family: Family, measure: Measure) -> float:
    """Does the family have the years that are asked for, and the measure where its columns say of which years it is?"""
    score = _of_years(asked, family)
    own = measure.years
    asked_for = {period.start[:4] for period in asked.times.stated if period.start}
    if own and asked_for and asked_for <= family.years and not asked_for <= own:
        score -= _OTHER_YEARS
    if _is_elsewhere(asked, measure):
        score -= _NOT_WHOLE
    parts = any(_is_part(one) for one in asked.times.stated)
    if measure.rows and parts and family.years and not _has_parts(family, measure):
        score -= _ROWS_OF_NO_TIME
    if asked.has("when") and _PARTS_ASKED.search(asked.text):
        score += _PERIOD if _has_parts(family, measure) else -_NO_PARTS
    return score


def _is_elsewhere(asked: Asked, measure: Measure) -> bool:
    """Is the whole of a year asked for, and none of the columns of a measure, which all say of which time they are?"""
    columns = [column.period for some in measure.columns for column in some]
    held = [one for one in columns if one is not None]
    if not asked.times.full or not held or len(held) < len(columns):
        return False
    return any(all(one.days != year.days for one in held) for year in asked.times.stated)


def _is_part(period: Period) -> bool:
    """Is it a quarter, a month or a day of a year, and not its end?"""
    known = len(period.start) >= _MONTHS and len(period.end) >= _MONTHS
    return known and period.precision in ("day", "month", "quarter") and not period.start.endswith("-12-31")


def _has_parts(family: Family, measure: Measure) -> bool:
    """Has the table values of several months where the best of them is asked for?"""
    if any(not _YEAR.fullmatch(label) for one in family.parts for label in one.labels):
        return True
    held = [column.period for some in measure.columns for column in some if column.period is not None]
    return len({one.iso for one in held if len(one.start) == _MONTHS}) > 1


def _of_years(asked: Asked, family: Family) -> float:
    """Does the family have the years that are asked for?"""
    years = {period.start[:4] for period in asked.times.stated if period.start}
    if not years or not family.years:
        return 0.0
    exact = {period.iso for period in asked.times.stated} <= family.periods
    return _PERIOD * (1 + exact) if years <= family.years else -2 * _PERIOD


def unit_fit(asked: Asked, measure: Measure, family: Family) -> float:
    """Does the unit fit, and what is divided by what?"""
    undivided = _ASKED_PER.search(asked.text) is not None and not _is_divided(measure)
    lacks = undivided and any(_is_divided(one) for one in family.measures)
    return _of_unit(asked, measure, family) - _UNDIVIDED * lacks


def _is_divided(measure: Measure) -> bool:
    """ "Elever per tjänst", "kr per plats": is it of one thing for each of others?"""
    by_thing = " per " in measure.unit and not measure.unit.endswith(_EACH_TIME)
    return measure.divided or "per" in measure.words[1:-1] or by_thing


def _of_unit(asked: Asked, measure: Measure, family: Family) -> float:
    """Does the unit fit? Of a measure that states none, whether another of the family has what is asked for."""
    if not asked.unit and asked.has("rate") and measure.unit in ("procent", "promille"):
        return _RATE
    if not asked.unit and is_amount(measure.unit) and asked.text.lower().startswith(_SIZES):
        return _RATE
    if not asked.unit and asked.has("numerous") and (measure.unit in _NO_COUNTS or measure.unit in MONEY):
        return -_MISFIT
    if not asked.unit:
        return 0.0
    if not measure.unit:
        held = any(one.unit and fits_unit(asked.unit, one.unit) for one in family.measures if not one.rows)
        telling = asked.unit in (*MONEY, "dagar", "procent") or is_amount(asked.unit)
        return -_MISFIT if held and telling and not asked.has("change") else 0.0
    if asked.unit == "procent" and asked.has("change") and not asked.has("share"):
        return 0.0
    if asked.unit == "procent" and asked.has("share") and measure.unit not in ("procent", "promille"):
        return -_PART_OF
    return 0.15 if fits_unit(asked.unit, measure.unit) else -_MISFIT


def fits_unit(asked: str, held: str) -> bool:
    """Can a question about `asked` be answered with values in `held`?"""
    if asked in MONEY or asked == "kr":
        return held in MONEY or (asked == "kr" and held.startswith("kr"))
    if asked in ("procent", "procentenheter"):
        return held in ("procent", "promille")
    if asked == "dagar":
        return held in TIMES
    if asked == "antal":
        return held not in _NO_COUNTS and not is_amount(held) and not held.startswith(("kr", "tkr", "mnkr"))
    return asked == held or factor(held.split(" per ")[0], asked) is not None
