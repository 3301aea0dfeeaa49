"""Plan -> Result: values fetched from the store and worked with; one function for each operation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures.period import Period
from indexer.tables.store import TableStore
from qa.statistics.counting import count_rows
from qa.statistics.gaps import gaps_in
from qa.statistics.gather import PERIOD, Group, figures, groups
from qa.statistics.lookups import averaged, lookup, single, summed
from qa.statistics.own_totals import with_total_among
from qa.statistics.pairs import compare, part_of_whole, two
from qa.statistics.periods import Chosen, choose, of_step
from qa.statistics.placing import changed_most, place_of
from qa.statistics.plan import Operation, Plan
from qa.statistics.results import Absent, Choices, Counted, Ranked, Result, Series, Spread, tied
from qa.statistics.rows import available, fetch, tables_in, where_of
from qa.statistics.times import Times
from qa.statistics.undated import at_their_time, lists_year, names_year, so_far
from qa.statistics.values import (
    MOST_CHOICES,
    additive,
    days_of,
    extreme_cells,
    grouped,
    one_each,
    present,
    split_by,
    summable,
)

MOST_TIED: Final = 5  # that share a place behind those asked for
_FEWEST_DAYS: Final = 3
_ROWS_A_DAY: Final = 1.5
MOST_SHOWN: Final = 400  # values that one answer holds


@dataclass(frozen=True)
class Worked:
    """A result with the plan and the periods it was worked out for."""

    plan: Plan
    chosen: Chosen
    result: Result


def work(plan: Plan, times: Times, store: TableStore) -> Worked:
    """Carry the plan out."""
    held = of_step(available(plan, store), plan.step)
    if held is None:
        return Worked(plan, Chosen(), Absent(step=plan.step))
    chosen = _chosen(plan, times, held, store)
    if chosen.wrong:
        return Worked(plan, chosen, Absent(periods=tuple(held), asked=chosen.wrong))
    if chosen.lacking and plan.operation in (Operation.SUM, Operation.MEAN):  # a part is no sum of them all
        return Worked(plan, chosen, Absent(periods=tuple(held), asked=chosen.lacking))
    partial = chosen.parts and not chosen.whole and plan.group != PERIOD and not lists_year(plan, chosen, times, store)
    if partial or so_far(plan, chosen, times):
        return Worked(plan, chosen, Absent(periods=chosen.periods, asked=times.stated, partial=True))
    plan = with_total_among(plan, chosen, store)
    if chosen.parts and plan.operation is Operation.LOOKUP and len(chosen.periods) > 1:
        plan = replace(
            plan, operation=Operation.SUM if summable(plan, chosen.periods) else Operation.TREND, group=PERIOD
        )
    if plan.operation is Operation.SUM and additive(plan) and not summable(plan, chosen.periods):
        plan = replace(plan, operation=Operation.TREND, group=PERIOD)  # who is there each month is not counted twice
    result = _OPERATIONS[plan.operation](plan, chosen, store)
    if lists_year(plan, chosen, times, store):
        chosen = replace(chosen, periods=times.stated)
    return Worked(plan, chosen, result)


def _chosen(plan: Plan, times: Times, held: Sequence[Period], store: TableStore) -> Chosen:
    """The periods that are meant; none where the table's title or file has the time, or only its things have dates."""
    over_time = plan.group == PERIOD or _over_time(plan, times)
    chosen = choose(times, held, plan.operation, over_time)
    if chosen.wrong and (counted := at_their_time(times, plan, held)) != times:
        chosen = choose(counted, held, plan.operation, over_time)
    if _lists_days(plan, chosen, held, store):
        return Chosen()
    if not held and (names_year(plan, times) or (plan.measure.rows and not times.stated)):
        return Chosen()
    return chosen


def _over_time(plan: Plan, times: Times) -> bool:
    """Is everything from one time to the other meant: a sum, or how many of all times fit?"""
    return times.ends and (plan.operation is Operation.SUM or (plan.operation is Operation.COUNT and plan.cellwise))


def _lists_days(plan: Plan, chosen: Chosen, held: Sequence[Period], store: TableStore) -> bool:
    """Has each row a day of its own, as in a list of projects, and the question names none: the newest is no choice."""
    days = all(one.precision == "day" and one.start == one.end for one in held)
    if not chosen.default or not days or len(held) < _FEWEST_DAYS or plan.group == PERIOD:
        return False
    rows = sum(store.count(plan.family.tables[at], where_of(plan, at)) for at in tables_in(plan))
    return rows <= len(held) * _ROWS_A_DAY


def _rank(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.group is None:
        return lookup(plan, chosen, store)
    if len(plan.measures) > 1:
        return _rank_columns(plan, chosen, store)
    found = grouped(plan, chosen, store)
    if not found.known:
        return _none(plan, chosen, store)
    if found.mixed or (plan.cellwise and any(group.cells > 1 for group in found.known)):
        cells = extreme_cells(plan, chosen, store, highest=plan.highest, limit=plan.top + MOST_TIED)
        return Ranked(tuple(tied(cells, plan.top)), len(cells), found.missing, mixed=True)
    order = found.ordered(plan.highest)
    first = figures(plan, _shared(order[: plan.top + MOST_TIED], plan.top), store)
    if len(order) == 1 and plan.top == 1 and plan.group == PERIOD:
        return single(plan, first[0], store)
    return Ranked(tuple(tied(first, plan.top)), len(order), found.missing, plan.group == PERIOD)


def _rank_columns(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """The columns themselves are what is chosen among: one value of each."""
    sides = [one_each(replace(plan, measures=(measure,)), chosen.periods, store) for measure in plan.measures]
    if any(len(some) != 1 for some in sides):
        return Choices(tuple(present(next(some for some in sides if len(some) != 1))[:MOST_CHOICES]))
    known = present(some[0] for some in sides)
    if not known:
        return Absent(figures=tuple(some[0] for some in sides))
    order = sorted(known, key=lambda one: -(one.value or 0.0) if plan.highest else (one.value or 0.0))
    missing = tuple(some[0].measure for some in sides if some[0].value is None)
    return Ranked(tuple(tied(order, plan.top)), len(order), missing)


def _shared(order: Sequence[Group], top: int) -> Sequence[Group]:
    """The first `top` groups, and those that share the last place."""
    while top < len(order) and order[top].value == order[top - 1].value:
        top += 1
    return order[:top]


def _range(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = grouped(plan, chosen, store)
    if len(found.known) < 2:
        return _none(plan, chosen, store)
    if found.mixed:
        ends = [extreme_cells(plan, chosen, store, highest=end, limit=1)[0] for end in (True, False)]
    else:
        order = found.ordered(True)
        ends = figures(plan, [order[0], order[-1]], store)
    return Spread(ends[0], ends[1], found.missing, found.mixed)


def _none(plan: Plan, chosen: Chosen, store: TableStore) -> Absent:
    """Nothing to choose among: the cells that should hold it."""
    return Absent(figures=tuple(fetch(plan, store, chosen.periods, limit=MOST_CHOICES)), periods=chosen.periods)


def _count(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.measure.rows:
        return count_rows(plan, chosen, store)
    found = grouped(plan, chosen, store)
    limit = plan.threshold
    among = len(found.known)
    if limit is None:
        return Counted(among, (), among + len(found.missing), found.missing)
    if found.mixed or plan.cellwise:
        return _count_cells(plan, chosen, store) if plan.cellwise else Absent(split=split_by(plan, chosen, store))
    if not found.known:
        return _none(plan, chosen, store)
    fits = [one for one in found.known if _passes(one.value or 0.0, limit.compare, limit.number)]
    if not fits:
        nearest = figures(plan, found.ordered(limit.compare in (">", ">="))[:1], store)
        return Counted(0, (), among, found.missing, nearest=nearest[0])
    return Counted(len(fits), tuple(figures(plan, fits[:MOST_SHOWN], store)), among, found.missing)


def _count_cells(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """ "under hur många kvartal": each cell by itself, where nothing but the time and the group tells them apart."""
    limit = plan.threshold
    known = present(fetch(plan, store, chosen.periods, limit=MOST_SHOWN + 1))
    apart = {(one.period.iso if one.period else "", *(label for _, label in one.dimensions)) for one in known}
    if limit is None or not known or len(known) > MOST_SHOWN or len(apart) < len(known):
        return Absent(split=split_by(plan, chosen, store))
    if plan.group == PERIOD and len({one.period.iso for one in known if one.period}) < len(known):
        return Absent(split=split_by(plan, chosen, store))
    fits = [one for one in known if _passes(one.value or 0.0, limit.compare, limit.number)]
    return Counted(len(fits), tuple(fits), len(known))


_COMPARES: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
}


def _passes(value: float, compare: str, limit: float) -> bool:
    return _COMPARES[compare](value, limit)


def _trend(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = groups(plan, chosen.periods, store, PERIOD)
    order = sorted(found, key=lambda group: days_of(group.label))
    known = [group for group in order if group.value is not None]
    if not known:
        return _none(plan, chosen, store)
    if any(group.cells > 1 for group in found) and not summable(plan, ()):
        newest = [period for period in chosen.periods if period.iso == known[-1].label]
        some = fetch(plan, store, newest or chosen.periods, limit=MOST_CHOICES + 1)
        if len(some) > MOST_CHOICES:
            return Absent(split=split_by(plan, chosen, store))
        return Choices(tuple(present(some)))
    series = figures(plan, order[-MOST_SHOWN:], store)
    if len(known) == 1:
        return single(plan, present(series)[0], store)
    return Series(tuple(series), gaps=gaps_in(plan, chosen, store), short=bool(chosen.lacking))


_OPERATIONS: Final[dict[Operation, Callable[[Plan, Chosen, TableStore], Result]]] = {
    Operation.LOOKUP: lookup,
    Operation.DIFFERENCE: two,
    Operation.PERCENT_CHANGE: two,
    Operation.SUM: summed,
    Operation.MEAN: averaged,
    Operation.SHARE: part_of_whole,
    Operation.RANK: _rank,
    Operation.PLACE: place_of,
    Operation.RANK_OF_CHANGE: changed_most,
    Operation.RANGE: _range,
    Operation.COUNT: _count,
    Operation.TREND: _trend,
    Operation.COMPARE: compare,
}
