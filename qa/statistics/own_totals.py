"""Totals that a table states itself: they are taken in place of a sum, and never summed with their parts."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.language.tokens import fold
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.catalogue import Dimension
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Operation, Plan
from qa.statistics.rows import fetch, tables_in, where_of
from qa.statistics.values import additive, present

_SUM_OF: Final = re.compile(
    r"^(?:del)?(?:summa|totalt?|sum\s+of|total\s+of)[\s:]+|[\s,:(-]+(?:total(?:t|en)?|summa|sammanlagt|tot\.?)\)?$",
    re.IGNORECASE,
)
_ONE_VALUE: Final = (
    Operation.LOOKUP, Operation.SUM, Operation.DIFFERENCE, Operation.PERCENT_CHANGE, Operation.TREND, Operation.SHARE,
)  # fmt: skip
_FEWEST, _MOST = 3, 60  # cells among which a total is looked for
_SEVERAL: Final = 2
_ENOUGH: Final = 4  # more cells than that do not come to another by chance
_SMALL: Final = 20.0
_ROUND: Final = 10


def with_named_sums(plan: Plan, store: TableStore) -> Plan:
    """ "Summa Norra området" in place of the rows of "Norra området", where one value is asked for."""
    if plan.operation not in _ONE_VALUE or isinstance(plan.group, Dimension) or plan.measure.rows:
        return plan
    for one in plan.filters:
        if len(one.labels) != 1 or one.labels[0] in one.dimension.totals or _rows(plan, store) < _SEVERAL:
            continue
        named = (label for label in one.dimension.totals if fold(_SUM_OF.sub("", label)) == fold(one.labels[0]))
        for label in named:
            tried = _with(plan, replace(one, labels=(label,)))
            if _rows(tried, store):
                plan = tried
    return plan


def with_total_among(plan: Plan, chosen: Chosen, store: TableStore) -> Plan:
    """The plan with the row that all others come to, where several would be summed; of a mean without it."""
    if plan.measure.rows or len(plan.measures) > 1 or not additive(plan):
        return plan
    last = [chosen.periods[-1]] if chosen.periods else None
    if isinstance(plan.group, Dimension):
        plan = _without_total(plan, plan.group, present(fetch(plan, store, last, limit=_MOST + 1)))
    found = present(fetch(_of_one(plan), store, last, limit=_MOST + 1))
    total = stated_total(found)
    if total is None:
        return plan
    for dimension in plan.family.dimensions:
        label = _label(plan, total, dimension)
        others = {_label(plan, one, dimension) for one in found if one is not total}
        if label and label not in others and dimension is not plan.group and not dimension.code:
            kept = tuple(one for one in dimension.labels if one in others)
            if plan.operation is Operation.MEAN and plan.group is None:
                return _with(plan, Filter(dimension, kept, said=False))
            return _with(plan, Filter(dimension, (label,), said=False))
    return plan


def stated_total(figures: Sequence[TableFigure]) -> TableFigure | None:
    """The first or last of several amounts when all others come to it."""
    if not _FEWEST <= len(figures) <= _MOST:
        return None
    whole = math.fsum(one.value or 0.0 for one in figures)
    for one in (figures[-1], figures[0]):
        value = one.value or 0.0
        sums = math.isclose(whole, 2 * value, rel_tol=1e-9, abs_tol=1e-6)
        several = sum(bool(other.value) for other in figures) >= _FEWEST
        if sums and several and (len(figures) > _ENOUGH or not _is_chance(figures)):
            return one
    return None


def _is_chance(figures: Sequence[TableFigure]) -> bool:
    """Few amounts that are small or round may come to one another by chance."""
    values = [one.value or 0.0 for one in figures]
    return max(values) <= _SMALL or all(value % _ROUND == 0 for value in values)


def _without_total(plan: Plan, dimension: Dimension, found: Sequence[TableFigure]) -> Plan:
    """What is ranked, counted or averaged without the label that all others of it come to."""
    labels = [_label(plan, one, dimension) for one in found]
    total = stated_total(found) if len(set(labels)) == len(labels) > _ENOUGH else None
    own = next((one for one in plan.filters if one.dimension is dimension), None)
    if total is None or own is not None:
        return plan
    label = _label(plan, total, dimension)
    kept = tuple(one for one in dimension.labels if one != label and one not in dimension.totals)
    return _with(plan, Filter(dimension, kept, said=False))


def _of_one(plan: Plan) -> Plan:
    """The plan for the first label of its group alone: totals in other dimensions show there."""
    if not isinstance(plan.group, Dimension):
        return plan
    named = next((one.labels for one in plan.filters if one.dimension is plan.group), plan.group.labels)
    label = next((one for one in named if one not in plan.group.totals), named[0])
    return _with(plan, Filter(plan.group, (label,)))


def _with(plan: Plan, wanted: Filter) -> Plan:
    rest = tuple(one for one in plan.filters if one.dimension is not wanted.dimension)
    return replace(plan, filters=(*rest, wanted))


def _label(plan: Plan, figure: TableFigure, dimension: Dimension) -> str:
    at = next((at for at, table in enumerate(plan.family.tables) if table.id == figure.table.id), 0)
    if dimension.of_tables:
        return plan.family.slices[at].get(dimension.name, "")
    return dict(figure.dimensions).get(figure.table.column(dimension.keys[at]).name, "")


def _rows(plan: Plan, store: TableStore) -> int:
    return sum(store.count(plan.family.tables[at], where_of(plan, at)) for at in tables_in(plan))
