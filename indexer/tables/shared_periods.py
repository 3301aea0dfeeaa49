"""The period of tables that name none: that of their sisters, or of the file's name."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.tables.model import ReadTable, Table
from indexer.tables.notes import stated_period


def with_shared_period(tables: list[ReadTable]) -> list[ReadTable]:
    """A table that names no period has that of its sisters with the same columns."""
    by_shape: dict[tuple[tuple[str, ...], ...], list[ReadTable]] = {}
    for read in tables:
        by_shape.setdefault(_shape(read.table), []).append(read)
    out = []
    for read in tables:
        table = read.table
        named = {
            sister.table.period.iso: sister.table.period for sister in by_shape[_shape(table)] if sister.table.period
        }
        if table.period is None and len(named) == 1 and not _dated(table):
            read = replace(read, table=replace(table, period=next(iter(named.values()))))
        out.append(read)
    return out


def with_file_period(tables: list[ReadTable], name: str) -> tuple[ReadTable, ...]:
    stated = stated_period([re.sub(r"[_-]", " ", name.rpartition(".")[0])])
    return tuple(
        replace(read, table=replace(read.table, period=stated))
        if stated and read.table.period is None and not _dated(read.table)
        else read
        for read in tables
    )


def _shape(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(column.header for column in table.columns))


def _dated(table: Table) -> bool:
    """Whether rows or columns name periods themselves."""
    return table.has_row_periods or any(column.period for column in table.columns)
