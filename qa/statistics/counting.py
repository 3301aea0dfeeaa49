"""How many rows, or labels, fit: for tables that hold no values, only what there is."""

from __future__ import annotations

from indexer.tables.model import Addressing, Table, cell_name
from indexer.tables.store import TableStore, Where
from qa.model import Cells
from qa.statistics.catalogue import Dimension
from qa.statistics.plan import Plan
from qa.statistics.results import Absent, Counted, Result
from qa.statistics.rows import tables_in, where_of

_SHOWN = 400
MOST_CITED = 30  # rows that are cited one by one


def count_rows(plan: Plan, store: TableStore) -> Result:
    """Count the rows of the one table that the filters leave, or the labels where several rows have each."""
    places = tables_in(plan)
    if len(places) != 1:
        return Absent(held=())
    at = places[0]
    table, where = plan.family.tables[at], where_of(plan, at)
    group = plan.group if isinstance(plan.group, Dimension) else None
    rows = store.count(table, where)
    labels = [] if group is None else [one.text for one in store.labels(table, group.keys[at], where, limit=100_000)]
    count = rows if group is None or _each_row(plan, group) else len(labels)
    if not rows:
        return Absent(held=())
    return Counted(count, (), rows=_cited(plan, table, at, where, store, rows, labels if count == len(labels) else []))


def _each_row(plan: Plan, group: Dimension) -> bool:
    """Is no other dimension told apart more finely: does each row stand for one?"""
    return all(len(group.labels) >= len(one.labels) for one in plan.family.dimensions if not one.code)


def _cited(
    plan: Plan, table: Table, at: int, where: list[Where], store: TableStore, count: int, names: list[str]
) -> tuple[tuple[Cells, str], ...]:
    """One citation for each row when they are few, else one for all."""
    numbers = [int(one.text) for one in store.labels(table, "row", where, limit=_SHOWN)]
    if count > MOST_CITED:
        return (
            (
                Cells(table, where=tuple(where), count=count, rows=_addresses(plan, table, at, numbers)),
                "; ".join(names[:_SHOWN]),
            ),
        )
    named = names if len(names) == len(numbers) else [""] * len(numbers)
    return tuple(
        (
            Cells(table, where=(*where, Where("row", (str(row),))), count=1, rows=_addresses(plan, table, at, [row])),
            name,
        )
        for row, name in zip(numbers, named, strict=True)
    )


def _addresses(plan: Plan, table: Table, at: int, numbers: list[int]) -> tuple[str, ...]:
    if table.addressing is not Addressing.CELL:
        return tuple(f"rad {row}" for row in numbers)
    keys = [one.dimension.keys[at] for one in plan.filters if one.said and not one.dimension.of_tables]
    if not keys and isinstance(plan.group, Dimension):
        keys = [plan.group.keys[at]]
    columns = [table.column(key) for key in keys]
    return tuple(cell_name(row, column.index) for row in numbers for column in columns)[:_SHOWN]
