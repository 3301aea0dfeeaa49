"""When the best reading has no value: what was wrong, and which reading may stand in for it."""

from __future__ import annotations

from typing import Final

from qa.statistics.fitting import fits_unit
from qa.statistics.match import Match
from qa.statistics.operations import Worked
from qa.statistics.question import Asked
from qa.statistics.results import Absent

_AS_WELL: Final = 0.05  # of the share explained


def stands_in(asked: Asked, match: Match, best: Match, refusal: Worked | None) -> bool:
    """Does the reading explain the question as well as the best, of another table?

    Another measure of the same table is another thing, unless only it is in the unit asked for.
    """
    if match.explained < best.explained - _AS_WELL:
        return False
    if match.family is not best.family:
        return True
    fits = bool(asked.unit) and bool(match.measure.unit) and fits_unit(asked.unit, match.measure.unit)
    return fits and refusal is not None and is_no_part(refusal)


def is_no_part(worked: Worked) -> bool:
    """Is a share asked for of what no share can be worked out of?"""
    return isinstance(worked.result, Absent) and bool(worked.result.held)


def nothing(worked: Worked) -> bool:
    """No cell at all for the combination: another reading may have one."""
    result = worked.result
    return (
        isinstance(result, Absent)
        and not result.figures
        and not result.asked
        and not result.held
        and not result.unnamed
    )


def wrong_period(worked: Worked) -> bool:
    """Does the table lack the time asked for? Another table that fits as well may have it."""
    return isinstance(worked.result, Absent) and bool(worked.result.asked)
