"""How many rows, or labels, fit: for tables that hold no values, only what there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indexer.tables.model import Addressing, Table, cell_name
from indexer.tables.store import TableStore, Where
from qa.model import Cells
from qa.statistics.catalogue import Dimension
from qa.statistics.periods import Chosen
from qa.statistics.plan import Plan
from qa.statistics.results import Absent, Counted, Result
from qa.statistics.rows import tables_in, where_of

_SHOWN: Final = 400  # addresses of one citation
_NAMESAKES: Final = 1.2  # rows for each label, up to which those with the same label are different ones
MOST_CITED: Final = 30  # rows that are cited one by one


def count_rows(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """Count the rows of the one table that the filters leave, or the labels where several rows have each."""
    isos = {period.iso for period in chosen.periods}
    places = [at for at in tables_in(plan) if _of_period(plan.family.tables[at], isos)]
    if len(places) != 1:
        return Absent(held=())
    at = places[0]
    table, where = plan.family.tables[at], where_of(plan, at)
    if isos and table.has_row_periods:
        where.append(Where("period", tuple(sorted(isos))))
    group = plan.group if isinstance(plan.group, Dimension) and not plan.group.of_tables else None
    rows = store.count(table, where)
    if not rows:
        return Absent(held=())
    found = store.first_rows(table, group.keys[at], where) if group is not None else []
    if group is None or (_finest(plan, group) and rows <= len(found) * _NAMESAKES):
        return Counted(rows, (), rows=_rows(plan, table, at, where, store, rows))
    return _labels(group, table, at, where, found)


def _of_period(table: Table, isos: set[str]) -> bool:
    """May the table hold rows of one of the periods?"""
    return not isos or table.has_row_periods or table.period is None or table.period.iso in isos


def _finest(plan: Plan, group: Dimension) -> bool:
    """Is no other dimension told apart more finely: may each row stand for one?"""
    return all(len(group.labels) >= len(one.labels) for one in plan.family.dimensions if not one.code)


def _labels(group: Dimension, table: Table, at: int, where: list[Where], found: list[tuple[str, int]]) -> Counted:
    """The labels, each with the first row that has it."""
    key = group.keys[at]
    column = table.column(key)
    if len(found) > MOST_CITED:
        cells = Cells(table, (), tuple(where), len(found), _named(table, [row for _, row in found], [column.index]),
                      by=key)  # fmt: skip
        return Counted(len(found), (), rows=((cells, "; ".join(label for label, _ in found[:_SHOWN])),))
    one_each = tuple(
        (Cells(table, (), (*where, Where(key, (label,))), 1, _named(table, [row], [column.index]), by=key), label)
        for label, row in found
    )
    return Counted(len(found), (), rows=one_each)


def _rows(
    plan: Plan, table: Table, at: int, where: list[Where], store: TableStore, count: int
) -> tuple[tuple[Cells, str], ...]:
    """One citation for each row when they are few, else one for all."""
    columns = _columns(plan, table, at)
    key = plan.group.keys[at] if isinstance(plan.group, Dimension) and not plan.group.of_tables else None
    if count > MOST_CITED:
        runs = [(first, last) for _, first, last in store.runs(table, where)]
        names = [] if key is None else [one.text for one in store.labels(table, key, where, limit=_SHOWN)]
        places = _ranges(table, runs, columns)
        if count * len(columns) <= _SHOWN:
            places = _named(table, [row for first, last in runs for row in range(first, last + 1)], columns)
        cells = Cells(table, (), tuple(where), count, places)
        return ((cells, "; ".join(names)),)
    rows = [row for _, first, last in store.runs(table, where) for row in range(first, last + 1)]
    names = [""] * len(rows)
    if key is not None:
        by_row = {row: label for label, row in store.first_rows(table, key, where)}
        names = [by_row.get(row, "") for row in rows]
    return tuple(
        (Cells(table, (), (*where, Where("row", (str(row),))), 1, _named(table, [row], columns)), name)
        for row, name in zip(rows, names, strict=True)
    )


def _columns(plan: Plan, table: Table, at: int) -> list[int]:
    """The source columns that say why a row is counted, else those of what is counted."""
    keys = [one.dimension.keys[at] for one in plan.filters if one.said and not one.dimension.of_tables]
    if not keys and isinstance(plan.group, Dimension) and not plan.group.of_tables:
        keys = [plan.group.keys[at]]
    return [table.column(key).index for key in keys]


def _named(table: Table, rows: Sequence[int], columns: Sequence[int]) -> tuple[str, ...]:
    if table.addressing is not Addressing.CELL:
        return tuple(f"rad {row}" for row in rows)[:_SHOWN]
    return tuple(cell_name(row, column) for row in rows for column in columns)[:_SHOWN]


def _ranges(table: Table, runs: Sequence[tuple[int, int]], columns: Sequence[int]) -> tuple[str, ...]:
    """ "B5:B99", a range for each run of rows in the first of the columns."""
    if table.addressing is not Addressing.CELL or not columns:
        return tuple(f"rad {a}" if a == b else f"rad {a}–{b}" for a, b in runs)[:_SHOWN]
    spans = [cell_name(a, columns[0]) + (f":{cell_name(b, columns[0])}" if b > a else "") for a, b in runs]
    if len(spans) <= _SHOWN:
        return tuple(spans)
    return (f"{cell_name(runs[0][0], columns[0])}:{cell_name(runs[-1][1], columns[0])}",)
