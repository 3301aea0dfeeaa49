"""A stored row and a column become a TableFigure: the value with its measure, dimensions, unit, period and address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from indexer.figures.period import Period
from indexer.tables.cells import missing_of
from indexer.tables.model import Addressing, Column, Missing, Role, Source, Table, TableFigure, cell_name
from indexer.tables.periods import period_of_iso
from indexer.tables.roles import is_unit_header
from indexer.tables.units import is_unit, unit_in


def figures_of(table: Table, columns: Sequence[Column], row: dict[str, Any]) -> Iterator[TableFigure]:
    """The values of `columns` in one stored row (names and values as in the file)."""
    labels = [(column, row[f"c{column.key}"]) for column in table.columns if column.role is not Role.VALUE]
    measures = [label for column, label in labels if column.role is Role.MEASURE and label]
    named = [(column, label) for column, label in labels if column.role is Role.DIMENSION and label]
    codes = tuple((column.name, label) for column, label in labels if column.role is Role.CODE and label)
    stated = next((label for column, label in named if column.header and is_unit_header(column.header[-1])), "")
    totals = tuple(column.name for column, label in named if label in column.totals)
    period = period_of_iso(row.get("period"))
    for column in columns:
        value, mark = row[f"c{column.key}"], row.get(f"m{column.key}") or ""
        yield TableFigure(
            table=table,
            column=column,
            source=Source(table.sheet, _address(table, column, row), row["row"]),
            measure=_measure(table, column, measures),
            dimensions=(*table.fixed, *((found.name, label) for found, label in named), *column.fixed),
            unit=_unit(table, column, measures, stated),
            period=_period(table, column, period),
            value=value,
            missing=None if value is not None else missing_of(mark) or Missing.OTHER,
            mark=mark,
            totals=totals,
            codes=codes,
        )


def _measure(table: Table, column: Column, measures: list[str]) -> str:
    """The row's measure with the column's, when that says more than "value"."""
    parts = [*(label for label in measures if not is_unit(label)), column.measure]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or table.title


def _unit(table: Table, column: Column, measures: list[str], stated: str) -> str:
    """stated: what a column of the row says of its unit."""
    if unit := unit_in(f"x ({stated})") or unit_in(stated) if stated and is_unit(stated) else "":
        return unit
    for measure in measures:
        if unit := unit_in(measure):
            return unit
    return column.unit or table.unit


def _period(table: Table, column: Column, row: Period | None) -> Period | None:
    """That of the column, narrowed by the row's where it lies inside; else the row's; else the table's."""
    if column.period is not None and row is not None:
        return row if column.period.covers(row) else column.period
    return column.period or row or table.period


def _address(table: Table, column: Column, row: dict[str, Any]) -> str:
    if table.addressing is Addressing.CELL:
        return cell_name(row["row"], column.index)
    if table.addressing is Addressing.PAGE:
        return ", ".join(filter(None, (f"s. {table.page}" if table.page else "", f"rad {row['row']}",
                                       f"kolumn {column.index + 1}")))  # fmt: skip
    fixed = dict(column.fixed)
    labels = {found.name: row[f"c{found.key}"] for found in table.columns if found.role is not Role.VALUE}
    return "|".join(f"{name}={fixed.get(name, labels.get(name))}" for name in table.order)
