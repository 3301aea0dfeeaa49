"""Deficits and surpluses counted: how many bodies have one are deviations below zero."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from qa.statistics.catalogue import Measure
from qa.statistics.plan import Threshold

if TYPE_CHECKING:
    from qa.statistics.question import Asked

_OTHERWISE: Final = ("million", "thousand", "kronor", "percent", "points", "highest", "lowest", "share", "mean")
_FORECASTS: Final = ("prognos", "helårsprognos", "slutprognos", "årsprognos", "forecast", "förvänta")
_PLANS: Final = ("budget", "prognos", "helår", "forecast", "plan", "internbudget", "ack", "mål")
_DEVIATIONS: Final = ("avvik", "resultat", "differens", "diff", "deviation", "variance", "result")


def signed(cues: Collection[str]) -> Threshold | None:
    """Below zero for those that have a deficit, above for a surplus, where it is asked how many there are."""
    below, above = "deficit" in cues, "surplus" in cues
    if "counting" not in cues or below == above or not set(_OTHERWISE).isdisjoint(cues):
        return None
    return Threshold("<" if below else ">", 0.0)


def is_signed(asked: Asked) -> bool:
    """Is the limit of the question one of `signed`?"""
    return asked.threshold is not None and asked.threshold == signed(asked.cues)


def is_deviation(measure: Measure) -> bool:
    """Are values of the measure below zero for a deficit?"""
    return any(word.startswith(_DEVIATIONS) for word in measure.words)


def is_forecast(measure: Measure) -> bool:
    """Does it say what is expected, rather than what came out or was planned?"""
    return any(word.startswith(_FORECASTS) for word in measure.words)


def is_expected(measure: Measure) -> bool:
    """Is it only what was planned: a budget or a forecast, which a question says when it means it?"""
    return bool(measure.telling) and all(word.startswith(_PLANS) for word in measure.telling)
