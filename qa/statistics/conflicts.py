"""The same thing stated by a table of another layout: values that differ are shown side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.language.tokens import fold
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.match import Match
from qa.statistics.operations import Worked, work
from qa.statistics.question import Asked
from qa.statistics.resolve import resolve
from qa.statistics.results import Conflict, Single

_TRIED: Final = 3  # other readings
_AS_WELL: Final = 0.02  # of the share of the question explained
_SAME: Final = 1e-9  # of the value: rounding in the file is a difference, binary fractions are none


def with_rivals(asked: Asked, worked: Worked, match: Match, found: Sequence[Match], store: TableStore) -> Worked:
    """The result, or a conflict with what other tables state for the same labels, measure, unit and period."""
    if not isinstance(worked.result, Single) or worked.result.doubtful or worked.result.figure.period is None:
        return worked
    figure = worked.result.figure
    rivals: list[TableFigure] = []
    for other in [one for one in found if _says_the_same(match, one)][:_TRIED]:
        result = work(resolve(asked, other, store), asked.times, store).result
        if isinstance(result, Single) and _differs(figure, result.figure):
            rivals.append(result.figure)
    return replace(worked, result=Conflict((figure, *rivals))) if rivals else worked


def _says_the_same(best: Match, other: Match) -> bool:
    """Another family that explains the question by the same words of its measure and the same labels."""
    if other.family is best.family or other.measure.rows or other.explained < best.explained - _AS_WELL:
        return False
    if other.measure.unit != best.measure.unit or set(other.measure.telling) != set(best.measure.telling):
        return False
    return bool(best.measure.telling) and other.chief >= best.chief and _labels(other) == _labels(best)


def _labels(match: Match) -> set[str]:
    return {fold(hit.label) for hit in match.labels if hit.label not in hit.dimension.totals}


def _differs(one: TableFigure, other: TableFigure) -> bool:
    """Do they give another value for the same period?"""
    if other.period is None or one.period is None or other.period.iso != one.period.iso or other.value is None:
        return False
    return abs((one.value or 0.0) - other.value) > _SAME * max(abs(other.value), 1.0)
