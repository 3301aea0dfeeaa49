"""The whole that a share is of, where another column of the table holds it."""

from __future__ import annotations

from typing import Final

from qa.statistics.catalogue import Measure
from qa.statistics.match import Match
from qa.statistics.plan import Operation
from qa.statistics.words import words_of

_OF_WHICH: Final = frozenset("därav varav which".split())


def measures_of(match: Match, operation: Operation) -> tuple[Measure, ...]:
    """The measure; of a share the whole behind it, which has the same unit and says nothing but "totalt"."""
    measure = match.measure
    if operation is not Operation.SHARE:
        return (measure,)
    wholes = [one for one in match.family.measures if one is not measure and one.unit == measure.unit and not one.rows]
    total = next((one for one in wholes if _is_part_of(measure, one)), None)
    total = total or next((one for one in wholes if _is_whole_of(one, measure)), None)
    return (measure, total) if total is not None else (measure,)


def _is_part_of(part: Measure, whole: Measure) -> bool:
    """ "Inpendlare, därav kvinnor" beside "Inpendlare"."""
    held = len(whole.words)
    return bool(whole.telling) and part.words[:held] == whole.words and not _OF_WHICH.isdisjoint(part.words[held:])


def _is_whole_of(whole: Measure, part: Measure) -> bool:
    """ "Totalt" beside anything, "Antal anställda, Totalt" beside "Antal anställda, Kvinnor"."""
    if not whole.telling:
        return bool(whole.words)
    sums = {word for some in whole.columns for column in some for cell in column.totals for word in words_of(cell)}
    return bool(sums) and set(whole.telling) - sums < set(part.telling)
