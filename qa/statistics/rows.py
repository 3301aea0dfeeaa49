"""Plan -> the rows and values it is about: conditions for the store, and figures fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import Column, Table, TableFigure
from indexer.tables.periods import period_of_iso
from indexer.tables.store import TableStore, Where, without_totals
from qa.statistics.catalogue import Dimension, Measure
from qa.statistics.plan import Plan

_MOST: Final = 3000


@dataclass(frozen=True)
class Block:
    """The cells of one column in the rows of one table that fit. at: place of the table in its family."""

    at: int
    table: Table
    column: Column
    where: tuple[Where, ...]


def blocks(
    plan: Plan,
    store: TableStore,
    periods: Sequence[Period] | None = None,
    *,
    measure: Measure | None = None,
) -> list[Block]:
    """What the plan leaves in these periods (all, when None), without rows that sum up others, if there are others."""
    measure = measure or plan.measure
    wanted = None if periods is None else {period.iso for period in periods}
    found: list[Block] = []
    for at in tables_in(plan):
        table = plan.family.tables[at]
        for column in measure.columns[at]:
            if not _may(table, column, wanted):
                continue
            where = where_of(plan, at, measure)
            if wanted and table.has_row_periods and column.period is None:
                where.append(Where("period", tuple(wanted)))
            parts = without_totals(table, where)
            if len(parts) > len(where) and store.count(table, parts):
                where = parts
            found.append(Block(at, table, column, tuple(where)))
    return found


def tables_in(plan: Plan) -> list[int]:
    """Places of the family's tables that the filters leave."""
    left = []
    for at, labels in enumerate(plan.family.slices):
        fits = (labels.get(one.dimension.name) in one.labels for one in plan.filters if one.dimension.of_tables)
        if all(fits):
            left.append(at)
    return left


def where_of(plan: Plan, at: int, measure: Measure | None = None) -> list[Where]:
    """The conditions on the rows of one table."""
    measure = measure or plan.measure
    where = [Where(one.dimension.keys[at], one.labels) for one in plan.filters if not one.dimension.of_tables]
    if measure.row is not None:
        keys, label = measure.row
        where.append(Where(keys[at], (label,)))
    if isinstance(plan.group, Dimension) and not plan.group.of_tables and plan.group.totals:
        named = any(one.dimension is plan.group for one in plan.filters)
        if not named:
            where.append(Where(plan.group.keys[at], tuple(plan.group.totals), negated=True))
    return where


def available(plan: Plan, store: TableStore) -> list[Period]:
    """The periods that there are values or rows for, oldest first."""
    found: dict[str, Period] = {}
    for at in tables_in(plan):
        table = plan.family.tables[at]
        for column in plan.measure.columns[at] or (None,):
            for period in _periods(table, column, where_of(plan, at), store):
                found.setdefault(period.iso, period)
    return sorted(found.values(), key=lambda period: period.days)


def _periods(table: Table, column: Column | None, where: Sequence[Where], store: TableStore) -> Iterable[Period]:
    own = column.period if column is not None else None
    if own is None and table.has_row_periods:
        labels = store.labels(table, "period", where)
        return [period for label in labels if (period := period_of_iso(label.text)) is not None]
    stated = own or table.period
    return [stated] if stated is not None else []


def fetch(
    plan: Plan,
    store: TableStore,
    periods: Sequence[Period] | None = None,
    *,
    measure: Measure | None = None,
    order: str = "row",
    limit: int = _MOST,
    more: Sequence[Where] = (),
) -> list[TableFigure]:
    """The values of the plan's measure in these periods (all, when None), table by table; missing ones too."""
    measure = measure or plan.measure
    figures: list[TableFigure] = []
    wanted = None if periods is None else {period.iso for period in periods}
    for at in tables_in(plan):
        table = plan.family.tables[at]
        columns = [column for column in measure.columns[at] if _may(table, column, wanted)]
        where = [*where_of(plan, at, measure), *more]
        rows = wanted is not None and table.has_row_periods and any(column.period is None for column in columns)
        if rows and wanted:
            where.append(Where("period", tuple(wanted)))
        found = store.figures(table, columns, where, order=order, limit=limit) if columns else []
        figures += [one for one in found if wanted is None or not wanted or (one.period and one.period.iso in wanted)]
    return figures


def _may(table: Table, column: Column, wanted: set[str] | None) -> bool:
    """Can the column hold a value of a wanted period?"""
    if not wanted or (column.period is None and table.has_row_periods):
        return True
    stated = column.period or table.period
    return stated is not None and stated.iso in wanted
