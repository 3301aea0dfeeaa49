"""Looking values up in the stored tables: DuckDB over immutable Parquet files, bounded and without a way out.

`TableStore(folder)` is for any thread; `folder` is `tables/` of a library. The questions are typed (`Where`), the SQL
is made here, and every value that comes from a question is bound. See `indexer.tables.parquet` for what a file holds.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from indexer.errors import LibraryDamaged, NotFound
from indexer.tables.conditions import Where, condition_of, name_of, without_totals
from indexer.tables.figures import figures_of
from indexer.tables.model import Column, Label, Role, Table, TableFigure

__all__ = ["Group", "TableStore", "Where", "without_totals"]

MEMORY_MB: Final = 256
THREADS = 2
_ORDERS = {
    "row": "row",
    "highest": "{} DESC NULLS LAST, row",
    "lowest": "{} ASC NULLS LAST, row",
    "missing": "{} IS NULL DESC, row",
}
MOST_GROUPS: Final = 1_000_000
MOST_RUNS: Final = 100_000
MOST_KEPT: Final = 256  # results
MOST_KEPT_ROWS: Final = 2_000
_SUMMED = "count({0}), count(*) - count({0}), coalesce(fsum({0}), 0), min(row), max(row)"
_SUM_ORDERS = {"row": "min(row)", "highest": "{} DESC NULLS LAST, min(row)", "lowest": "{} ASC NULLS LAST, min(row)"}
_AGGREGATES = (
    "count({0}), count(*) - count({0}), fsum({0}), "
    "min(struct_pack(v := {0}, r := row)) FILTER ({0} IS NOT NULL), "
    "max(struct_pack(v := {0}, r := -row)) FILTER ({0} IS NOT NULL)"
)


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


@dataclass(frozen=True)
class Sum:
    """The numbers of a column over some rows, summed up. labels: as of `Group`. first, last: source rows."""

    labels: tuple[str | None, ...]
    count: int
    missing: int
    total: float
    first: int
    last: int


class TableStore:
    """Values of the tables of one library, read only."""

    def __init__(self, folder: Path, memory_mb: int = MEMORY_MB, threads: int = THREADS) -> None:
        self._folder = folder
        self._connection = _locked(folder, memory_mb, threads)
        self._local = threading.local()
        self._kept: OrderedDict[tuple[str, str, str], list[tuple[Any, ...]]] = OrderedDict()
        self._lock = threading.Lock()

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

        order: "row", or by the first of `columns` "highest", "lowest" or "missing". Raises NotFound for a table gone.
        """
        if not columns:
            return []
        condition, values = condition_of(where)
        by = _ORDERS[order].format(f"c{int(columns[0].key)}")
        sql = f"SELECT {_stored(table, columns)} FROM read_parquet(?){condition} ORDER BY {by} LIMIT ?"
        names, rows = self._run(table, sql, [*values, int(limit)])
        return [figure for row in rows for figure in figures_of(table, columns, dict(zip(names, row, strict=True)))]

    def groups(
        self, table: Table, column: Column, where: Sequence[Where] = (), *, by: Sequence[int | str] = ()
    ) -> list[Group]:
        """Sum, count, extremes of a VALUE column over the rows that fit, for each combination of labels of `by`.

        by: keys of label columns, or "period". Groups come in the order of their first row.
        """
        condition, values = condition_of(where)
        keys = [name_of(key) for key in by]
        what = ", ".join([*keys, _AGGREGATES.format(f"c{int(column.key)}")])
        grouping = f" GROUP BY {', '.join(keys)} ORDER BY min(row)" if keys else ""
        _, rows = self._run(table, f"SELECT {what} FROM read_parquet(?){condition}{grouping}", values)
        return [_group(row[: len(keys)], *row[len(keys) :]) for row in rows]

    def sums(
        self,
        table: Table,
        column: Column,
        where: Sequence[Where] = (),
        *,
        by: Sequence[int | str] = (),
        order: str = "row",
        limit: int = MOST_GROUPS,
    ) -> list[Sum]:
        """As `groups`, without extremes, for very many labels. order: "row", or "highest" or "lowest" total first."""
        condition, values = condition_of(where)
        keys = [name_of(key) for key in by]
        value = f"c{int(column.key)}"
        by_total = _SUM_ORDERS[order].format(f"fsum({value})")
        what = ", ".join([*keys, _SUMMED.format(value)])
        grouping = f" GROUP BY {', '.join(keys)}" if keys else ""
        sql = f"SELECT {what} FROM read_parquet(?){condition}{grouping} ORDER BY {by_total} LIMIT ?"
        rows = self._counted(table, sql, [*values, int(limit)])
        return [Sum(row[: len(keys)], *row[len(keys) :]) for row in rows if row[len(keys)] or row[len(keys) + 1]]

    def runs(
        self, table: Table, where: Sequence[Where] = (), *, by: int | str | None = None, limit: int = MOST_RUNS
    ) -> list[tuple[str, int, int]]:
        """The rows that fit as runs without a gap, for each label of `by` ("" without): (label, first, last) rows."""
        condition, values = condition_of(where)
        label = "''" if by is None else name_of(by)
        numbered = (
            f"SELECT {label} AS label, row, row - row_number() OVER (PARTITION BY {label} ORDER BY row) AS gap "
            f"FROM read_parquet(?){condition}"
        )
        sql = f"SELECT label, min(row), max(row) FROM ({numbered}) GROUP BY label, gap ORDER BY 2 LIMIT ?"
        rows = self._counted(table, sql, [*values, int(limit)])
        return [(str(label), int(first), int(last)) for label, first, last in rows]

    def first_rows(self, table: Table, key: int, where: Sequence[Where] = ()) -> list[tuple[str, int]]:
        """The labels of a column in the rows that fit, in the order of the table, each with its first source row."""
        condition, values = condition_of([*where])
        name = name_of(key)
        condition += f"{' AND' if condition else ' WHERE'} {name} IS NOT NULL"
        sql = f"SELECT {name}, min(row) FROM read_parquet(?){condition} GROUP BY 1 ORDER BY 2 LIMIT ?"
        rows = self._counted(table, sql, [*values, MOST_GROUPS])
        return [(str(label), int(row)) for label, row in rows]

    def apart(self, table: Table, keys: Sequence[int], where: Sequence[Where] = ()) -> list[int]:
        """Those of the label columns in which the rows that fit differ."""
        if not keys:
            return []
        condition, values = condition_of(where)
        what = ", ".join(f"min({name_of(key)}) <> max({name_of(key)})" for key in keys)
        rows = self._counted(table, f"SELECT {what} FROM read_parquet(?){condition}", values)
        return [key for key, differs in zip(keys, rows[0], strict=True) if differs]

    def count(self, table: Table, where: Sequence[Where] = ()) -> int:
        """How many rows fit."""
        condition, values = condition_of(where)
        rows = self._counted(table, f"SELECT count(*) FROM read_parquet(?){condition}", values)
        return int(rows[0][0])

    def labels(
        self, table: Table, key: int | str, where: Sequence[Where] = (), *, holding: str = "", limit: int = 1000
    ) -> list[Label]:
        """The labels of a column in the rows that fit, in the order of the table; key "period" for row periods.

        holding: only labels that hold these letters, case aside; for columns whose catalogue entry is not complete.
        """
        name = name_of(key)
        condition, values = condition_of(where)
        condition += f"{' AND' if condition else ' WHERE'} {name} IS NOT NULL"
        if holding:
            condition += f" AND contains(lower({name}), lower(?))"
            values.append(holding)
        sql = f"SELECT {name}, count(*) FROM read_parquet(?){condition} GROUP BY 1 ORDER BY min(row) LIMIT ?"
        rows = self._counted(table, sql, [*values, int(limit)])
        return [Label(*row) for row in rows]

    def rows(self, table: Table, where: Sequence[Where] = (), *, limit: int = 1000) -> list[dict[str, Any]]:
        """The stored rows that fit, in the order of the table, by the names that a stored file has."""
        condition, values = condition_of(where)
        sql = f"SELECT * FROM read_parquet(?){condition} ORDER BY row LIMIT ?"
        names, rows = self._run(table, sql, [*values, int(limit)])
        return [dict(zip(names, row, strict=True)) for row in rows]

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

    def _counted(self, table: Table, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        """Counts, sums and labels over many rows, kept for the next question: a stored file never changes."""
        key = (table.file, sql, repr(values))
        with self._lock:
            rows = self._kept.get(key)
            if rows is not None and (self._folder / f"{table.file}.parquet").is_file():
                self._kept.move_to_end(key)
                return rows
        _, rows = self._run(table, sql, values)
        if len(rows) <= MOST_KEPT_ROWS:
            with self._lock:
                self._kept[key] = rows
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return rows

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        if not hasattr(self._local, "cursor"):
            self._local.cursor = self._connection.cursor()
        cursor: duckdb.DuckDBPyConnection = self._local.cursor
        return cursor


def _stored(table: Table, columns: Sequence[Column]) -> str:
    """The stored columns that make figures of these columns; a wide table is not read whole."""
    labels = [f"c{column.key}" for column in table.columns if column.role is not Role.VALUE]
    named = [*labels, *(f"[cm]{int(column.key)}" for column in columns)]
    return f"COLUMNS('^(?:row|period|{'|'.join(named)})$')"


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
