"""Plan -> Result: values fetched from the store and worked with; one function for each operation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from indexer.tables.store import TableStore
from qa.statistics.counting import count_rows
from qa.statistics.lookups import averaged, lookup, single, summed
from qa.statistics.pairs import compare, part_of_whole, two
from qa.statistics.periods import Chosen, choose
from qa.statistics.plan import Operation, Plan
from qa.statistics.resolve import PERIOD
from qa.statistics.results import Absent, Choices, Counted, Ranked, Result, Series, Spread
from qa.statistics.rows import available, fetch
from qa.statistics.times import Times
from qa.statistics.values import MOST_CHOICES, additive, grouped, ordered, present, without_totals


@dataclass(frozen=True)
class Worked:
    """A result with the plan and the periods it was worked out for."""

    plan: Plan
    chosen: Chosen
    result: Result


def work(plan: Plan, times: Times, store: TableStore) -> Worked:
    """Carry the plan out."""
    held = available(plan, store)
    chosen = choose(times, held, plan.operation, plan.group == PERIOD)
    if plan.measure.rows and not held:
        chosen = Chosen() if not times.stated else chosen
    if chosen.wrong:
        return Worked(plan, chosen, Absent(periods=tuple(held), asked=chosen.wrong))
    if chosen.parts and not chosen.whole and plan.group != PERIOD:
        return Worked(plan, chosen, Absent(periods=chosen.periods, asked=times.stated, partial=True))
    if chosen.parts and plan.operation is Operation.LOOKUP and len(chosen.periods) > 1:
        plan = replace(plan, operation=Operation.SUM if additive(plan) else Operation.TREND, group=PERIOD)
    return Worked(plan, chosen, _OPERATIONS[plan.operation](plan, chosen, store))


def _rank(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.group is None:
        return lookup(plan, chosen, store)
    found = grouped(plan, chosen, store)
    known = ordered(present(found), plan.highest)
    if not known:
        return Absent(figures=tuple(found[:MOST_CHOICES]), periods=chosen.periods)
    if len(known) == 1 and plan.top == 1 and plan.group == PERIOD:
        return single(plan, known[0], store)
    top = plan.top
    while top < len(known) and known[top].value == known[plan.top - 1].value and top < plan.top + 5:
        top += 1
    return Ranked(tuple(known[:top]), len(known), len(found) - len(known), plan.group == PERIOD)


def _range(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = grouped(plan, chosen, store)
    known = ordered(present(found), True)
    if len(known) < 2:
        return Absent(figures=tuple(found[:MOST_CHOICES]), periods=chosen.periods)
    return Spread(known[0], known[-1], len(found) - len(known))


def _count(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.measure.rows:
        return count_rows(plan, store)
    found = grouped(plan, chosen, store)
    known = present(found)
    limit = plan.threshold
    if limit is None:
        return Counted(len(known), (), len(found), len(found) - len(known))
    fits = [one for one in known if _passes(one.value or 0.0, limit.compare, limit.number)]
    return Counted(len(fits), tuple(fits), len(known), len(found) - len(known))


_COMPARES: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
}


def _passes(value: float, compare: str, limit: float) -> bool:
    return _COMPARES[compare](value, limit)


def _trend(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = sorted(
        without_totals(plan, fetch(plan, store, chosen.periods)),
        key=lambda one: one.period.days if one.period else ("", ""),
    )
    known = present(found)
    if not known:
        return Absent(figures=tuple(found[:MOST_CHOICES]), periods=chosen.periods)
    if len({one.period.iso for one in found if one.period}) < len(found):
        newest = known[-1].period
        return Choices(tuple(one for one in known if one.period == newest)[:MOST_CHOICES])
    return Series(tuple(found)) if len(known) > 1 else single(plan, known[0], store)


_OPERATIONS: Final[dict[Operation, Callable[[Plan, Chosen, TableStore], Result]]] = {
    Operation.LOOKUP: lookup,
    Operation.DIFFERENCE: two,
    Operation.PERCENT_CHANGE: two,
    Operation.SUM: summed,
    Operation.MEAN: averaged,
    Operation.SHARE: part_of_whole,
    Operation.RANK: _rank,
    Operation.RANGE: _range,
    Operation.COUNT: _count,
    Operation.TREND: _trend,
    Operation.COMPARE: compare,
}
