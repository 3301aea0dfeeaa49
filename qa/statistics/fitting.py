"""How well a measure's unit and periods fit what is asked."""

from __future__ import annotations

from typing import Final

from qa.statistics.catalogue import Family, Measure
from qa.statistics.question import Asked

_MISFIT: Final = 0.25
_PERIOD: Final = 0.03
_RATE: Final = 0.1  # "hur hög var arbetslösheten" is a share rather than a number
_PART_OF: Final = 0.1  # a share that must be worked out of two values
_NO_COUNTS: Final = frozenset("procent promille procentenheter poäng dagar veckor månader minuter dygn index".split())
TIMES: Final = frozenset("dagar veckor månader timmar minuter dygn år".split())


def period_fit(asked: Asked, family: Family) -> float:
    """Does the family have the years that are asked for?"""
    years = {period.start[:4] for period in asked.times.stated if period.start}
    if not years or not family.years:
        return 0.0
    exact = {period.iso for period in asked.times.stated} <= family.periods
    return _PERIOD * (1 + exact) if years <= family.years else -2 * _PERIOD


def unit_fit(asked: Asked, measure: Measure) -> float:
    if not asked.unit and asked.has("rate") and measure.unit in ("procent", "promille"):
        return _RATE
    if not asked.unit and asked.has("numerous") and measure.unit in _NO_COUNTS:
        return -_MISFIT
    if not asked.unit or not measure.unit:
        return 0.0
    if asked.unit == "procent" and asked.has("change") and not asked.has("share"):
        return 0.0
    if asked.unit == "procent" and asked.has("share") and measure.unit not in ("procent", "promille"):
        return -_PART_OF
    return 0.15 if fits_unit(asked.unit, measure.unit) else -_MISFIT


MONEY: Final = {"kr": 1.0, "tkr": 1e3, "mnkr": 1e6, "mdkr": 1e9}


def fits_unit(asked: str, held: str) -> bool:
    """Can a question about `asked` be answered with values in `held`?"""
    if asked in MONEY or asked == "kr":
        return held in MONEY or (asked == "kr" and held.startswith("kr"))
    if asked in ("procent", "procentenheter"):
        return held in ("procent", "promille")
    if asked == "dagar":
        return held in TIMES
    if asked == "antal":
        return held not in _NO_COUNTS and not held.startswith(("kr", "tkr", "mnkr"))
    return asked == held
