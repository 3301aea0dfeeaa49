"""Looking values up in the stored tables: DuckDB over immutable Parquet files, bounded and without a way out.

`TableStore(folder)` is for any thread; `folder` is `tables/` of a library. The questions are typed (`Where`), the SQL
is made here, and every value that comes from a question is bound. See `indexer.tables.parquet` for what a file holds.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from indexer.errors import LibraryDamaged, NotFound
from indexer.tables.figures import figures_of
from indexer.tables.model import Column, Label, Role, Table, TableFigure

MEMORY_MB = 256
THREADS = 2
_COMPARISONS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}
_ORDERS = {"row": "row", "highest": "{} DESC NULLS LAST, row", "lowest": "{} ASC NULLS LAST, row"}
_AGGREGATES = (
    "count({0}), count(*) - count({0}), fsum({0}), "
    "min(struct_pack(v := {0}, r := row)) FILTER ({0} IS NOT NULL), "
    "max(struct_pack(v := {0}, r := -row)) FILTER ({0} IS NOT NULL)"
)


@dataclass(frozen=True)
class Where:
    """One condition on rows; several hold together.

    key: the column's key, or "period" for the row's period (labels are then ISO: "2024-09"), or "row" (numbers).
    labels: the row's label is one of these, exactly as stored; negated: none of these (blank passes).
    compare, number: for VALUE columns, "<", "<=", ">", ">=" or "=".
    """

    key: int | str
    labels: tuple[str, ...] = ()
    negated: bool = False
    compare: str = ""
    number: float = 0.0


@dataclass(frozen=True)
class Group:
    """What a column comes to over some rows.

    labels: those of the grouping columns, in their order; () when not grouped.
    count: rows with a number. missing: rows without. lowest_row, highest_row: source rows (for `Where("row")`).
    """

    labels: tuple[str | None, ...]
    count: int
    missing: int
    total: float | None
    lowest: float | None
    highest: float | None
    lowest_row: int | None
    highest_row: int | None

    @property
    def mean(self) -> float | None:
        """The unweighted mean of the numbers."""
        return None if self.total is None or not self.count else self.total / self.count


class TableStore:
    """Values of the tables of one library, read only."""

    def __init__(self, folder: Path, memory_mb: int = MEMORY_MB, threads: int = THREADS) -> None:
        self._folder = folder
        self._connection = _locked(folder, memory_mb, threads)
        self._local = threading.local()

    def close(self) -> None:
        """Give memory back."""
        self._connection.close()

    def figures(
        self,
        table: Table,
        columns: Sequence[Column],
        where: Sequence[Where] = (),
        *,
        order: str = "row",
        limit: int = 1000,
    ) -> list[TableFigure]:
        """The values of VALUE columns in the rows that fit, row by row; missing ones too.

        order: "row", "highest" or "lowest" by the first of `columns`. Raises NotFound when the table is gone.
        """
        if not columns:
            return []
        condition, values = _condition(table, where)
        by = _ORDERS[order].format(f"c{int(columns[0].key)}")
        sql = f"SELECT * FROM read_parquet(?){condition} ORDER BY {by} LIMIT ?"
        names, rows = self._run(table, sql, [*values, int(limit)])
        return [figure for row in rows for figure in figures_of(table, columns, dict(zip(names, row, strict=True)))]

    def groups(
        self, table: Table, column: Column, where: Sequence[Where] = (), *, by: Sequence[int | str] = ()
    ) -> list[Group]:
        """Sum, count, extremes of a VALUE column over the rows that fit, for each combination of labels of `by`.

        by: keys of label columns, or "period". Groups come in the order of their first row.
        """
        condition, values = _condition(table, where)
        keys = [_name(key) for key in by]
        what = ", ".join([*keys, _AGGREGATES.format(f"c{int(column.key)}")])
        grouping = f" GROUP BY {', '.join(keys)} ORDER BY min(row)" if keys else ""
        _, rows = self._run(table, f"SELECT {what} FROM read_parquet(?){condition}{grouping}", values)
        return [_group(row[: len(keys)], *row[len(keys) :]) for row in rows]

    def count(self, table: Table, where: Sequence[Where] = ()) -> int:
        """How many rows fit."""
        condition, values = _condition(table, where)
        _, rows = self._run(table, f"SELECT count(*) FROM read_parquet(?){condition}", values)
        return int(rows[0][0])

    def labels(
        self, table: Table, key: int | str, where: Sequence[Where] = (), *, holding: str = "", limit: int = 1000
    ) -> list[Label]:
        """The labels of a column in the rows that fit, in the order of the table; key "period" for row periods.

        holding: only labels that hold these letters, case aside; for columns whose catalogue entry is not complete.
        """
        name = _name(key)
        condition, values = _condition(table, where)
        condition += f"{' AND' if condition else ' WHERE'} {name} IS NOT NULL"
        if holding:
            condition += f" AND contains(lower({name}), lower(?))"
            values.append(holding)
        sql = f"SELECT {name}, count(*) FROM read_parquet(?){condition} GROUP BY 1 ORDER BY min(row) LIMIT ?"
        _, rows = self._run(table, sql, [*values, int(limit)])
        return [Label(*row) for row in rows]

    def _run(self, table: Table, sql: str, values: list[Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        cursor = self._cursor()
        file = self._folder / f"{table.file}.parquet"
        try:
            cursor.execute(sql, [str(file), *values])
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.IOException as error:
            if not file.is_file():
                raise NotFound(f"The table {table.title!r} is no longer in the library.") from error
            raise LibraryDamaged(f"{file} cannot be read ({error}). Run `namndsvar verify`.") from error

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        if not hasattr(self._local, "cursor"):
            self._local.cursor = self._connection.cursor()
        cursor: duckdb.DuckDBPyConnection = self._local.cursor
        return cursor


def _group(
    labels: tuple[str | None, ...],
    count: int,
    missing: int,
    total: float | None,
    lowest: dict[str, Any] | None,
    highest: dict[str, Any] | None,
) -> Group:
    """One row of a grouping; of equal extremes the first in the table."""
    if lowest is None or highest is None:
        return Group(labels, count, missing, None, None, None, None, None)
    return Group(labels, count, missing, total, lowest["v"], highest["v"], lowest["r"], -highest["r"])


def without_totals(table: Table, where: Sequence[Where] = ()) -> list[Where]:
    """The conditions, and that no row is a total in a column that they do not fix: for sums, counts and rankings."""
    fixed = {condition.key for condition in where if condition.labels and not condition.negated}
    columns = table.having(Role.DIMENSION, Role.MEASURE, Role.CODE, Role.PERIOD)
    totals = [Where(column.key, column.totals, negated=True) for column in columns if column.totals]
    return [*where, *(condition for condition in totals if condition.key not in fixed)]


def _condition(table: Table, where: Sequence[Where]) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    for condition in where:
        name = _name(condition.key)
        if condition.compare:
            parts.append(f"{name} {_COMPARISONS[condition.compare]} ?")
            values.append(float(condition.number))
        elif condition.negated:
            parts.append(f"({name} IS NULL OR NOT list_contains(?::VARCHAR[], {name}::VARCHAR))")
            values.append(list(condition.labels))
        else:
            parts.append(f"list_contains(?::VARCHAR[], {name}::VARCHAR)")
            values.append(list(condition.labels))
    return (" WHERE " + " AND ".join(parts) if parts else ""), values


def _name(key: int | str) -> str:
    return key if key in ("period", "row") and isinstance(key, str) else f"c{int(key)}"


def _locked(folder: Path, memory_mb: int, threads: int) -> duckdb.DuckDBPyConnection:
    """A connection that may read below `folder` and nothing else, whose settings nobody can change."""
    connection = duckdb.connect(config={"memory_limit": f"{memory_mb}MB", "threads": threads})
    connection.execute("SET allowed_directories = [?]", [str(folder)])
    for setting in (
        "enable_external_access = false",
        "autoinstall_known_extensions = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")
    return connection
