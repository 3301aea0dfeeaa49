"""One value, or the sum or mean that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Plan
from qa.statistics.results import Absent, Choices, Result, Single, Together
from qa.statistics.rows import fetch
from qa.statistics.values import MOST_CHOICES, additive, one_each, present, without_totals

_MOST_READ: Final = 8  # values that a question for one may give, to be asked back


def lookup(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    figures = one_each(plan, chosen.periods, store)
    if not figures:
        return Absent(periods=tuple(chosen.periods))
    if len(figures) == 1:
        return single(plan, figures[0], store)
    if len({(one.value, one.mark) for one in figures}) == 1 and len(figures) < 4:
        return single(plan, figures[0], store)
    if additive(plan) and (plan.whole or _apart_in(figures) <= 1):
        return summed(plan, chosen, store)
    if len(figures) > _MOST_READ:
        return Absent()
    if not present(figures):
        return Absent(figures=tuple(figures[:MOST_CHOICES]))
    return Choices(tuple(present(figures)[:MOST_CHOICES]))


def _apart_in(figures: Sequence[TableFigure]) -> int:
    """In how many dimensions the figures differ."""
    names = {name for one in figures for name, _ in one.dimensions}
    return sum(len({dict(one.dimensions).get(name) for one in figures}) > 1 for name in names)


def single(plan: Plan, figure: TableFigure, store: TableStore) -> Result:
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
        tried = replace(
            plan,
            filters=tuple(Filter(one.dimension, tuple(parts)) if other is one else other for other in plan.filters),
        )
        found = fetch(tried, store, [figure.period] if figure.period else None)
        known = [part for part in present(found) if not part.is_total or part.totals == figure.totals]
        total = Together(tuple(known), total=figure, missing=tuple(one for one in found if one.value is None))
        if known and abs(total.value - (figure.value or 0.0)) < 0.5 * 10 ** -_places(figure):
            return total
    return None


def _places(figure: TableFigure) -> int:
    text = repr(figure.value)
    return len(text.partition(".")[2]) if not text.endswith(".0") else 0


def summed(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """The sum of all that the plan leaves, also of two measures."""
    if len(plan.measures) > 1:
        sides = [one_each(replace(plan, measures=(measure,)), chosen.periods, store) for measure in plan.measures]
        parts = [one for some in sides for one in some]
        missing = tuple(one for one in parts if one.value is None)
        return Absent(figures=missing) if missing or not parts else Together(tuple(parts))
    return _together(plan, chosen, store, mean=False)


def averaged(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    periods = chosen.periods
    found = fetch(plan, store, periods)
    if len(found) == 1:
        return single(plan, found[0], store)
    return _together(plan, chosen, store, mean=True)


def _together(plan: Plan, chosen: Chosen, store: TableStore, mean: bool) -> Result:
    found = fetch(plan, store, chosen.periods)
    if not mean and not additive(plan):
        return Choices(tuple(present(found)[:MOST_CHOICES])) if present(found) else Absent(figures=tuple(found[:3]))
    parts = without_totals(plan, found)
    known, missing = present(parts), tuple(one for one in parts if one.value is None)
    if not known:
        return Absent(figures=missing[:MOST_CHOICES])
    if missing and chosen.parts:
        return Absent(figures=missing[:MOST_CHOICES])
    return Together(tuple(known), mean, missing=missing)
