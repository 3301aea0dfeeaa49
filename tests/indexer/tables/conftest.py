"""Small sheets, and the values that are read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.tables.grid import Grid
from indexer.tables.model import ReadTable, Role, TableFigure
from indexer.tables.parquet import write
from indexer.tables.store import TableStore
from indexer.tables.tables import tables_of

Sheet = Sequence[Sequence[object]]


@pytest.fixture
def read() -> Callable[..., list[ReadTable]]:
    """A sheet of rows as tables."""

    def reading(rows: Sheet, *, sheet: str = "", name: str = "", **of_grid: object) -> list[ReadTable]:
        grid = Grid(sheet, **of_grid)  # type: ignore[arg-type]
        grid.add_rows([[None if cell == "" else cell for cell in row] for row in rows])
        return list(tables_of([grid], name)[0])

    return reading


@pytest.fixture
def cells(tmp_path: Path) -> Callable[[Sequence[ReadTable]], dict[str, TableFigure]]:
    """The figures of tables, through the stored file, by address."""

    def of(tables: Sequence[ReadTable]) -> dict[str, TableFigure]:
        found = {}
        stored = [replace(one.table, file=write(one.data, tmp_path)) for one in tables]
        store = TableStore(tmp_path)
        for table in stored:
            for figure in store.figures(table, table.having(Role.VALUE)):
                found[figure.source.cell] = figure
        store.close()
        return found

    return of
