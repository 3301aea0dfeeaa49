"""Deficits and surpluses: those who have one are deviations, or results, below or above zero."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from qa.statistics.catalogue import Measure
from qa.statistics.plan import Threshold

if TYPE_CHECKING:
    from qa.statistics.question import Asked

_OTHERWISE: Final = ("million", "thousand", "kronor", "percent", "points", "highest", "lowest", "share", "mean")
_BESIDE: Final = 9  # letters from the beginning of "vilket" to the word behind it
_FORECASTS: Final = ("prognos", "helårsprognos", "slutprognos", "årsprognos", "forecast", "förvänta")
_PLANS: Final = ("budget", "prognos", "helår", "forecast", "plan", "internbudget", "ack", "mål")
_DEVIATIONS: Final = ("avvik", "resultat", "differens", "diff", "deviation", "variance", "result", "saldo")
_ENDS: Final = ("avvikelse", "avvikelser", "resultat", "differens", "saldo")


def signed(cues: Mapping[str, int]) -> Threshold | None:
    """Below zero for those that have a deficit, above for a surplus, where it is asked how many or which they are.

    cues: names of CUES with the place of the first match; "vilket underskott" asks for a value.
    """
    below, above = "deficit" in cues, "surplus" in cues
    if below == above or not set(_OTHERWISE).isdisjoint(cues):
        return None
    said = cues["deficit" if below else "surplus"]
    chooses = "which" in cues and said - cues["which"] > _BESIDE and "change" not in cues
    return Threshold("<" if below else ">", 0.0) if "counting" in cues or chooses else None


def is_signed(asked: Asked) -> bool:
    """Is the limit of the question one of `signed`?"""
    return asked.threshold is not None and asked.threshold == signed(asked.cues)


def is_deviation(measure: Measure) -> bool:
    """Are values of the measure below zero for a deficit?"""
    return any(word.startswith(_DEVIATIONS) or word.endswith(_ENDS) for word in measure.words)


def is_forecast(measure: Measure) -> bool:
    """Does it say what is expected, rather than what came out or was planned?"""
    return any(word.startswith(_FORECASTS) for word in measure.words)


def is_expected(measure: Measure) -> bool:
    """Is it only what was planned: a budget or a forecast, which a question says when it means it?"""
    return bool(measure.telling) and all(word.startswith(_PLANS) for word in measure.telling)
