"""Plan -> Result: values fetched from the store and worked with; one function for each operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore, Where
from qa.statistics.catalogue import Dimension
from qa.statistics.counting import count_rows
from qa.statistics.periods import Chosen, choose
from qa.statistics.plan import Filter, Operation, Plan
from qa.statistics.resolve import PERIOD
from qa.statistics.results import (
    Absent, Choices, Counted, Pair, Part, Ranked, Result, Series, Single, Spread, Together
)  # fmt: skip
from qa.statistics.rows import available, fetch
from qa.statistics.times import Times

ADDITIVE: Final = frozenset(
    "antal årsarbetare kr tkr mnkr mdkr stycken platser ton kg m3 m2 kwh mwh gwh personer elever timmar toe".split()
)
_MOST_CHOICES: Final = 8


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


def additive(plan: Plan) -> bool:
    """May values of the measure be summed?"""
    measure = plan.measure
    unit = measure.unit.removeprefix("1000 ")
    averaged = {"genomsnittlig", "genomsnittligt", "genomsnitt", "median", "medel", "snitt", "per", "andel", "index", "tal"}
    said = set(measure.words) | set(measure.description[:2]) - {"andel", "per"}
    return (unit in ADDITIVE or not unit) and not said & averaged and not any(word.endswith(("tal", "grad")) and word != "antal" and len(word) > 6 for word in measure.words)  # fmt: skip


def _known(figures: Iterable[TableFigure]) -> list[TableFigure]:
    return [figure for figure in figures if figure.value is not None]


def _one(plan: Plan, periods: Sequence[Period], store: TableStore) -> list[TableFigure]:
    """The values of a question for one: without subtotals where there is something else, each cell once."""
    figures = fetch(plan, store, periods)
    if len(figures) > 1:
        firm = [one for one in figures if len(set(one.totals)) == max(len(set(other.totals)) for other in figures)]
        figures = firm if len(firm) == 1 else figures
    return figures


def _lookup(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    figures = _one(plan, chosen.periods, store)
    if not figures:
        return Absent(periods=tuple(chosen.periods))
    if len(figures) == 1:
        return _single(plan, figures[0], store)
    if len({(one.value, one.mark) for one in figures}) == 1 and len(figures) < 4:
        return _single(plan, figures[0], store)
    if additive(plan):
        return _sum(plan, chosen, store)
    if not _known(figures):
        return Absent(figures=tuple(figures[:_MOST_CHOICES]))
    return Choices(tuple(_known(figures)[:_MOST_CHOICES]))


def _single(plan: Plan, figure: TableFigure, store: TableStore) -> Result:
    if figure.value is None:
        return Absent(figures=(figure,))
    if figure.value == 0 and (doubt := _doubtful(plan, figure, store)) is not None:
        return Single(figure, True, doubt)
    if plan.whole and additive(plan) and (together := _against_total(plan, figure, store)) is not None:
        return together
    return Single(figure)


def _doubtful(plan: Plan, figure: TableFigure, store: TableStore) -> TableFigure | None:
    """The same cell of another period, when every number of this column is zero and that one is not."""
    group = store.groups(figure.table, figure.column)[0]
    if group.count < 3 or group.lowest != 0 or group.highest != 0:
        return None
    others = [one for one in fetch(plan, store, None) if one.value and one.period and figure.period]
    return max(others, key=lambda one: one.period.days if one.period else ("", ""), default=None)


def _against_total(plan: Plan, figure: TableFigure, store: TableStore) -> Result | None:
    """The parts of a total that was taken by default or by name, when they come to it."""
    totals = [one for one in plan.filters if any(label in one.dimension.totals for label in one.labels)]
    for one in totals:
        parts = [label for label in one.dimension.labels if label not in one.dimension.totals]
        if not 1 < len(parts) <= 12 or one.dimension.of_tables:
            continue
        tried = replace(plan, filters=tuple(Filter(one.dimension, tuple(parts)) if other is one else other for other in plan.filters))
        found = fetch(tried, store, [figure.period] if figure.period else None)
        known = [part for part in _known(found) if not part.is_total or part.totals == figure.totals]
        total = Together(tuple(known), total=figure, missing=tuple(one for one in found if one.value is None))
        if known and abs(total.value - (figure.value or 0.0)) < 0.5 * 10 ** -_places(figure):
            return total
    return None


def _places(figure: TableFigure) -> int:
    text = repr(figure.value)
    return len(text.partition(".")[2]) if not text.endswith(".0") else 0


def _pair(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if len(plan.measures) > 1:
        return _two_measures(plan, chosen, store)
    if len(chosen.periods) < 2:
        return _lookup(plan, chosen, store)
    ends = [_one(plan, [period], store) for period in (chosen.periods[0], chosen.periods[-1])]
    missing = [one for some in ends for one in some if one.value is None]
    if missing or not all(ends):
        return Absent(figures=tuple(missing), periods=chosen.periods if not missing else ())
    if any(len(some) > 1 for some in ends):
        return Choices(tuple(_known(ends[1])[:_MOST_CHOICES]))
    return Pair(ends[0][0], ends[1][0], over_time=True, percent=plan.operation is Operation.PERCENT_CHANGE)


def _two_measures(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """ "skillnaden mellan utfall och budget": two columns of one row."""
    sides = [_one(replace(plan, measures=(measure,)), chosen.periods, store) for measure in plan.measures]
    missing = tuple(one for some in sides for one in some if one.value is None)
    if missing or not all(sides):
        return Absent(figures=missing)
    if any(len(some) > 1 for some in sides):
        return Choices(tuple(_known(sides[0])[:_MOST_CHOICES]))
    return Pair(sides[0][0], sides[1][0])


def _compare(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """Labels side by side, in the order of the question."""
    group = plan.group
    if not isinstance(group, Dimension):
        return _lookup(plan, chosen, store)
    labels = next(one.labels for one in plan.filters if one.dimension is group)
    found: list[TableFigure] = []
    for label in labels:
        alone = replace(plan, group=None, filters=_with(plan, group, (label,)))
        some = _one(alone, chosen.periods, store)
        if len({one.value for one in some}) > 1:
            return Choices(tuple(_known(some)[:_MOST_CHOICES]))
        found += some[:1]
    missing = tuple(one for one in found if one.value is None)
    if missing or len(found) < 2:
        return Absent(figures=missing, periods=() if missing else chosen.periods)
    return Pair(found[0], found[1]) if len(found) == 2 else Series(tuple(found), over_time=False)


def _with(plan: Plan, dimension: Dimension, labels: tuple[str, ...]) -> tuple[Filter, ...]:
    rest = tuple(one for one in plan.filters if one.dimension is not dimension)
    return (*rest, Filter(dimension, labels))


def _sum(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    return _together(plan, chosen, store, mean=False)


def _mean(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    periods = chosen.periods
    found = fetch(plan, store, periods)
    if len(found) == 1:
        return _single(plan, found[0], store)
    return _together(plan, chosen, store, mean=True)


def _together(plan: Plan, chosen: Chosen, store: TableStore, mean: bool) -> Result:
    found = fetch(plan, store, chosen.periods)
    if not mean and not additive(plan):
        return Choices(tuple(_known(found)[:_MOST_CHOICES])) if _known(found) else Absent(figures=tuple(found[:3]))
    parts = _without_totals(plan, found)
    known, missing = _known(parts), tuple(one for one in parts if one.value is None)
    if not known:
        return Absent(figures=missing[:_MOST_CHOICES])
    if missing and chosen.parts:
        return Absent(figures=missing[:_MOST_CHOICES])
    return Together(tuple(known), mean, missing=missing)


def _without_totals(plan: Plan, figures: Sequence[TableFigure]) -> list[TableFigure]:
    """The figures without rows that sum others up in a dimension that the plan leaves open."""
    fixed = {one.dimension.name for one in plan.filters}
    return [one for one in figures if not set(one.totals) - fixed] or list(figures)


def _share(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    part = _one(plan, chosen.periods, store)
    if len(plan.measures) > 1:
        whole = fetch(plan, store, chosen.periods, measure=plan.measures[1])
    else:
        whole = _whole_of(plan, chosen, store)
    missing = [one for one in (*part, *whole) if one.value is None]
    if missing or len(part) != 1 or len(whole) != 1 or not whole[0].value:
        return Absent(figures=tuple(missing), held=(plan.measure.name,))
    return Part(part[0], whole[0])


def _whole_of(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """The total of the last dimension that the question names a label of."""
    for one in reversed([one for one in plan.filters if one.said]):
        for label in one.dimension.totals:
            whole = replace(plan, filters=_with(plan, one.dimension, (label,)))
            if len(found := _one(whole, chosen.periods, store)) == 1:
                return found
    return []


def _rank(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.group is None:
        return _lookup(plan, chosen, store)
    found = _grouped(plan, chosen, store)
    known = _ordered(_known(found), plan.highest)
    if not known:
        return Absent(figures=tuple(found[:_MOST_CHOICES]), periods=chosen.periods)
    if len(known) == 1 and plan.top == 1 and plan.group == PERIOD:
        return _single(plan, known[0], store)
    top = plan.top
    while top < len(known) and known[top].value == known[plan.top - 1].value and top < plan.top + 5:
        top += 1
    return Ranked(tuple(known[:top]), len(known), len(found) - len(known), plan.group == PERIOD)


def _grouped(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """The values that are ranked: one for each label of the group."""
    found = fetch(plan, store, chosen.periods)
    named = any(one.dimension is plan.group for one in plan.filters)
    return found if named else _without_totals(plan, found)


def _ordered(figures: list[TableFigure], highest: bool) -> list[TableFigure]:
    return sorted(figures, key=lambda one: -(one.value or 0.0) if highest else (one.value or 0.0))


def _range(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = _grouped(plan, chosen, store)
    known = _ordered(_known(found), True)
    if len(known) < 2:
        return Absent(figures=tuple(found[:_MOST_CHOICES]), periods=chosen.periods)
    return Spread(known[0], known[-1], len(found) - len(known))


def _count(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if plan.measure.rows:
        return count_rows(plan, store)
    found = _grouped(plan, chosen, store)
    known = _known(found)
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
    found = sorted(_without_totals(plan, fetch(plan, store, chosen.periods)), key=lambda one: one.period.days if one.period else ("", ""))
    known = _known(found)
    if not known:
        return Absent(figures=tuple(found[:_MOST_CHOICES]), periods=chosen.periods)
    if len({one.period.iso for one in found if one.period}) < len(found):
        newest = known[-1].period
        return Choices(tuple(one for one in known if one.period == newest)[:_MOST_CHOICES])
    return Series(tuple(found)) if len(known) > 1 else _single(plan, known[0], store)


_OPERATIONS: Final[dict[Operation, Callable[[Plan, Chosen, TableStore], Result]]] = {
    Operation.LOOKUP: _lookup,
    Operation.DIFFERENCE: _pair,
    Operation.PERCENT_CHANGE: _pair,
    Operation.SUM: _sum,
    Operation.MEAN: _mean,
    Operation.SHARE: _share,
    Operation.RANK: _rank,
    Operation.RANGE: _range,
    Operation.COUNT: _count,
    Operation.TREND: _trend,
    Operation.COMPARE: _compare,
}
