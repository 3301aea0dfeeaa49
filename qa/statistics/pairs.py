"""Two values side by side: periods, labels, measures, a part and its whole."""

from __future__ import annotations

from dataclasses import replace

from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.catalogue import Dimension
from qa.statistics.lookups import lookup
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Operation, Plan
from qa.statistics.results import Absent, Choices, Pair, Part, Result, Series
from qa.statistics.rows import fetch
from qa.statistics.values import MOST_CHOICES, additive, one_each, present, summable, with_labels


def two(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if len(plan.measures) > 1:
        return _two_measures(plan, chosen, store)
    if len(chosen.periods) < 2:
        return lookup(plan, chosen, store)
    ends = [one_each(plan, [period], store) for period in (chosen.periods[0], chosen.periods[-1])]
    missing = [one for some in ends for one in some if one.value is None]
    if missing or not all(ends):
        return Absent(figures=tuple(missing), periods=chosen.periods if not missing else ())
    if any(len(some) > 1 for some in ends):
        return Choices(tuple(present(ends[1])[:MOST_CHOICES]))
    return Pair(ends[0][0], ends[1][0], over_time=True, percent=plan.operation is Operation.PERCENT_CHANGE)


def _two_measures(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """ "skillnaden mellan utfall och budget": two columns of one row."""
    sides = [one_each(replace(plan, measures=(measure,)), chosen.periods, store) for measure in plan.measures]
    missing = tuple(one for some in sides for one in some if one.value is None)
    if missing or not all(sides):
        return Absent(figures=missing)
    if any(len(some) > 1 for some in sides):
        return Choices(tuple(present(sides[0])[:MOST_CHOICES]))
    return Pair(sides[0][0], sides[1][0])


def compare(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """Labels side by side, in the order of the question."""
    group = plan.group
    if not isinstance(group, Dimension):
        return lookup(plan, chosen, store)
    labels = next(one.labels for one in plan.filters if one.dimension is group)
    found: list[TableFigure] = []
    for label in labels:
        alone = replace(plan, group=None, filters=with_labels(plan, group, (label,)))
        some = one_each(alone, chosen.periods, store)
        if len({one.value for one in some}) > 1:
            return Choices(tuple(present(some)[:MOST_CHOICES]))
        found += some[:1]
    missing = tuple(one for one in found if one.value is None)
    if missing or len(found) < 2:
        return Absent(figures=missing, periods=() if missing else chosen.periods)
    return Pair(found[0], found[1]) if len(found) == 2 else Series(tuple(found), over_time=False)


def part_of_whole(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if isinstance(plan.group, Dimension):
        part, whole = (_labelled(plan, plan.group, at, chosen, store) for at in (0, 1))
        if len(part) == len(whole) == 1 and _exceeds(part[0], whole[0]) and summable(plan, chosen.periods):
            part, whole = whole, part  # an amount is no part of a smaller one
    else:
        part = one_each(plan, chosen.periods, store)
        measured = len(plan.measures) > 1
        if not measured and not additive(plan):
            return Absent(held=(plan.measure.name,))  # a mean is no part of the mean of all
        whole = one_each(plan, chosen.periods, store, plan.measures[1]) if measured else _whole_of(plan, chosen, store)
    missing = [one for one in (*part, *whole) if one.value is None]
    if missing or len(part) != 1 or len(whole) != 1 or not whole[0].value or part[0] == whole[0]:
        return Absent(figures=tuple(missing), held=(plan.measure.name,))
    if _exceeds(part[0], whole[0]) and not isinstance(plan.group, Dimension):
        return Absent(held=(plan.measure.name,))
    return Part(part[0], whole[0])


def _labelled(plan: Plan, dimension: Dimension, at: int, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """The value of the part or of the whole, that are two labels of one dimension."""
    labels = next(one.labels for one in plan.filters if one.dimension is dimension)
    return one_each(
        replace(plan, group=None, filters=with_labels(plan, dimension, (labels[at],))), chosen.periods, store
    )


def _exceeds(part: TableFigure, whole: TableFigure) -> bool:
    """Is it no part of the other, of which it is more than all?"""
    return abs(part.value or 0.0) > abs(whole.value or 0.0) and (part.value or 0.0) * (whole.value or 0.0) > 0


def _whole_of(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """All that the part is of: its own dimensions as a whole, else the last one that the question names a label of."""
    if parts := [one for one in plan.filters if one.part]:
        for one in parts:
            plan = _without(plan, one, chosen, store)
        return one_each(plan, chosen.periods, store)
    for one in reversed([one for one in plan.filters if one.said and not one.within]):
        for label in one.dimension.totals:
            whole = replace(plan, filters=with_labels(plan, one.dimension, (label,)))
            if len(found := one_each(whole, chosen.periods, store)) == 1:
                return found
    return _all_of(plan, chosen, store)


def _without(plan: Plan, one: Filter, chosen: Chosen, store: TableStore) -> Plan:
    """The plan with the total of a filter's dimension, or with all labels of it where these can be summed."""
    for label in one.dimension.totals:
        whole = replace(plan, filters=with_labels(plan, one.dimension, (label,)))
        if fetch(whole, store, chosen.periods, limit=1):
            return whole
    return replace(plan, filters=tuple(other for other in plan.filters if other is not one))


def _all_of(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """All labels together of the dimension that the part is one of, where the table has no total of them."""
    named = [
        one for one in plan.filters if one.said and not one.within and not one.dimension.totals and len(one.labels) == 1
    ]
    if not named or not summable(plan, chosen.periods):
        return []
    whole = replace(plan, filters=tuple(one for one in plan.filters if one is not named[-1]))
    return one_each(whole, chosen.periods, store)
