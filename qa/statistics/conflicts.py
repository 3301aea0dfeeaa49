"""The same thing stated by a table of another layout: values that differ are shown side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.language.tokens import fold
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.catalogue import Dimension, Family
from qa.statistics.fillers import says_nothing
from qa.statistics.gather import Gathered, Heap, groups
from qa.statistics.kinds import numbered
from qa.statistics.match import Match
from qa.statistics.operations import Worked, work
from qa.statistics.plan import Plan
from qa.statistics.question import Asked
from qa.statistics.resolve import resolve
from qa.statistics.results import Absent, Choices, Conflict, Single
from qa.statistics.rows import tables_in
from qa.statistics.titles import VERSIONS
from qa.statistics.values import rivals, with_labels
from qa.statistics.words import alike

_TRIED: Final = 3  # other readings
_CHECKED: Final = 12  # figures of an answer
_AS_WELL: Final = 0.02  # of the share of the question explained
_ALIKE: Final = 0.9  # forms of one word
_SAME: Final = 1e-9  # of the value: rounding in the file is a difference, binary fractions are none


def with_rivals(asked: Asked, worked: Worked, match: Match, found: Sequence[Match], store: TableStore) -> Worked:
    """The result, or a conflict with what other tables state for the same labels, measure, unit and period."""
    if not isinstance(worked.result, Single) or worked.result.doubtful or worked.result.figure.period is None:
        return worked
    figure = worked.result.figure
    others: list[TableFigure] = []
    for other in [one for one in found if _says_the_same(match, one)][:_TRIED]:
        result = work(resolve(asked, other, store), asked.times, store).result
        if isinstance(result, Single) and _differs(figure, result.figure):
            others.append(result.figure)
    return replace(worked, result=Conflict((figure, *others))) if others else worked


def takes_newer(worked: Worked, figures: Sequence[TableFigure], store: TableStore) -> bool:
    """Does another document state another value for one of the figures, of which the newer was taken?"""
    plan = worked.plan
    if isinstance(worked.result, Single | Conflict | Choices | Absent) or len(plan.measures) > 1:
        return False
    if len(tables_in(plan)) < 2:
        return False
    return any(_is_disputed(_of_one(plan, one), one, store) for one in figures[:_CHECKED])


def _of_one(plan: Plan, figure: TableFigure) -> Plan:
    """The plan for the one label of its group that the figure is of."""
    if not isinstance(plan.group, Dimension):
        return replace(plan, group=None)
    label = dict(figure.dimensions).get(plan.group.name)
    return replace(plan, group=None, filters=with_labels(plan, plan.group, (label,)) if label else plan.filters)


def _is_disputed(plan: Plan, figure: TableFigure, store: TableStore) -> bool:
    if not isinstance(figure, Gathered):
        return bool(rivals(plan, figure, store))
    found = groups(plan, [figure.period] if figure.period else None, store)
    return any(_total(own) != _total(one.heaps) for one in found for own in one.rivals)


def _total(heaps: Sequence[Heap]) -> float:
    return round(sum(heap.total for heap in heaps), 6)


def _says_the_same(best: Match, other: Match) -> bool:
    """Another family that explains the question by the same words of its measure and the same labels."""
    if other.family is best.family or other.measure.rows or other.explained < best.explained - _AS_WELL:
        return False
    if _of_other_kinds(best.family, other.family):
        return False
    if other.measure.unit != best.measure.unit or set(other.measure.telling) != set(best.measure.telling):
        return False
    return bool(best.measure.telling) and other.chief >= best.chief and _labels(other) == _labels(best)


def _of_other_kinds(one: Family, other: Family) -> bool:
    """Do their titles say of what each is by words or numbers that the other has not: "årskurs 6" and "årskurs 9"?"""
    mine, theirs = ({kind for table in some.tables for kind in numbered(table.title)} for some in (one, other))
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    return _has_own(one, other) and _has_own(other, one)


def _has_own(one: Family, other: Family) -> bool:
    held = {*other.context, *(word for some in other.dimensions for word in (*some.words, *some.by_word))}
    return any(
        word.isalpha()
        and word not in VERSIONS
        and not says_nothing(word)
        and all(alike(word, had) < _ALIKE for had in held)
        for word in one.title
    )


def _labels(match: Match) -> set[str]:
    return {fold(hit.label) for hit in match.labels if hit.label not in hit.dimension.totals}


def _differs(one: TableFigure, other: TableFigure) -> bool:
    """Do they give another value for the same period?"""
    if other.period is None or one.period is None or other.period.iso != one.period.iso or other.value is None:
        return False
    return abs((one.value or 0.0) - other.value) > _SAME * max(abs(other.value), 1.0)
