"""The part of a stored table around the cells that a citation names, bounded: a table may have a million rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from indexer.figures import format_number
from indexer.tables.figures import figures_of
from indexer.tables.model import Addressing, Column, Role, Table, TableFigure, cell_name
from indexer.tables.store import TableStore, Where

MOST_ROWS: Final = 40
MOST_COLUMNS: Final = 16
_AROUND: Final = 3  # rows before and after a marked one
_MOST_LABELS: Final = 6  # columns of labels that are always shown
_MOST_LOOKED_UP: Final = 40  # rows named by labels, each of which is a query
_LETTERS: Final = 26
_A1: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_ON_PAGE: Final = re.compile(r"(?:s\. (\d{1,7}), )?rad (\d{1,7}), kolumn (\d{1,7})")
_ROW: Final = re.compile(r"rad (\d{1,7})")


class Area(NamedTuple):
    """Rows from 1 and columns from 0, both ends included. last_column: None for all columns."""

    first_row: int
    last_row: int
    first_column: int = 0
    last_column: int | None = None

    def holds(self, row: int, column: int) -> bool:
        """Is the cell in it?"""
        last = self.last_column
        return (
            self.first_row <= row <= self.last_row and self.first_column <= column and (last is None or column <= last)
        )


@dataclass(frozen=True)
class Cell:
    """One cell. text: as to be shown. value: its number, None when it holds none."""

    text: str
    address: str
    value: float | None
    marked: bool


@dataclass(frozen=True)
class Part:
    """Some rows and columns of a table; each of `rows` is the source row's number with a cell for each column."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]

    @property
    def marked(self) -> int:
        """How many cells are marked."""
        return sum(cell.marked for _, cells in self.rows for cell in cells)


def part_of(tables: Sequence[Table], addresses: Sequence[str], store: TableStore) -> Part | None:
    """The part around the addresses, of the first table that has the most of them; None when none has any.

    addresses: "B4", "A4:F11", "s. 3, rad 2, kolumn 4", "rad 5" or "dim=label|dim=label". Without any the table's
    beginning. Raises NotFound when a table's rows are gone.
    """
    best: tuple[int, Table, list[Area]] | None = None
    for table in tables:
        areas = list(_areas(table, addresses, store))
        if (areas or not addresses) and (best is None or len(areas) > best[0]):
            best = len(areas), table, areas
    return _cut(best[1], best[2], store) if best else None


def _areas(table: Table, addresses: Iterable[str], store: TableStore) -> Iterator[Area]:
    """Where the addresses lie that are of this table."""
    left = _MOST_LOOKED_UP
    for address in addresses:
        if table.addressing is Addressing.LABELS and not _ROW.fullmatch(address):
            left -= 1
            yield from _named(table, address, store) if left >= 0 else ()
        elif (area := _area(table, address)) is not None and _is_in(table, area):
            yield area


def _area(table: Table, address: str) -> Area | None:
    if found := _ROW.fullmatch(address):
        return Area(int(found[1]), int(found[1]))
    if table.addressing is Addressing.PAGE and (found := _ON_PAGE.fullmatch(address)):
        on_page = not found[1] or table.page == int(found[1])
        row, column = int(found[2]), int(found[3]) - 1
        return Area(row, row, column, column) if on_page else None
    if table.addressing is Addressing.CELL and (found := _A1.fullmatch(address)):
        row, column = int(found[2]), _index(found[1])
        return Area(row, int(found[4] or row), column, _index(found[3]) if found[3] else column)
    return None


def _is_in(table: Table, area: Area) -> bool:
    """Does it lie in the body of the table?"""
    reaches = area.last_row >= table.first_row and area.first_row <= table.last_row
    return reaches and any(area.holds(area.first_row, column.index) for column in table.columns)


def _named(table: Table, address: str, store: TableStore) -> Iterator[Area]:
    """The cells that an address of labels names."""
    starts = sorted((f"|{address}".find(f"|{name}="), name) for name in table.order)
    if not starts or starts[0][0] < 0:
        return
    ends = [*(start for start, _ in starts[1:]), len(address) + 1]
    named = {name: address[start + len(name) + 1 : end - 1] for (start, name), end in zip(starts, ends, strict=True)}
    where = [
        Where(column.key, (named[column.name],))
        for column in table.columns
        if column.role is not Role.VALUE and column.name in named
    ]
    rows = [int(one.text) for one in store.labels(table, "row", where, limit=_AROUND)]
    for column in table.having(Role.VALUE):
        if all(named.get(name) == label for name, label in column.fixed):
            yield from (Area(row, row, column.index, column.index) for row in rows)


def _cut(table: Table, areas: Sequence[Area], store: TableStore) -> Part:
    whole = [area for area in areas if area.last_row - area.first_row >= MOST_ROWS]
    near = [area for area in areas if area not in whole]
    wanted = sorted({row for area in near for row in range(area.first_row - _AROUND, area.last_row + _AROUND + 1)})
    first = whole[0].first_row if whole else table.first_row
    numbers = _bounded(wanted, near) or list(range(max(first, 1), max(first, 1) + MOST_ROWS))
    rows = store.rows(table, [Where("row", tuple(map(str, numbers)))], limit=MOST_ROWS)
    columns = _columns(table, near)
    return Part(table, columns, tuple((int(row["row"]), _cells(table, columns, row, near)) for row in rows))


def _bounded(wanted: Sequence[int], areas: Sequence[Area]) -> list[int]:
    """At most so many rows; where the marked ones with their neighbours are more, first the marked ones."""
    if len(wanted) <= MOST_ROWS:
        return list(wanted)
    marked = sorted({row for area in areas for row in range(area.first_row, area.last_row + 1)})[:MOST_ROWS]
    rest = [row for row in wanted if row not in marked]
    return sorted([*marked, *rest[: MOST_ROWS - len(marked)]])


def _columns(table: Table, areas: Sequence[Area]) -> tuple[Column, ...]:
    """Those of labels, and of the others those that are marked or nearest to them."""
    labels = [column for column in table.columns if column.role not in (Role.VALUE, Role.NOTE)][:_MOST_LABELS]
    named = [area for area in areas if area.last_column is not None]
    rest = [column for column in table.columns if column not in labels]

    def far(column: Column) -> int:
        return min((abs(column.index - area.first_column) for area in named), default=column.index)

    kept = {*(one.key for one in labels), *(one.key for one in sorted(rest, key=far)[: MOST_COLUMNS - len(labels)])}
    return tuple(column for column in table.columns if column.key in kept)


def _cells(table: Table, columns: Sequence[Column], row: dict[str, Any], areas: Sequence[Area]) -> tuple[Cell, ...]:
    values = [column for column in columns if column.role is Role.VALUE]
    figures = {figure.column.key: figure for figure in figures_of(table, values, row)}
    cells = []
    for column in columns:
        figure = figures.get(column.key)
        address = figure.source.cell if figure else _label_address(table, column, int(row["row"]))
        text = _text(figure) if figure else str(row[f"c{column.key}"] or "")
        marked = any(area.holds(int(row["row"]), column.index) for area in areas)
        cells.append(Cell(text, address, figure.value if figure else None, marked))
    return tuple(cells)


def _label_address(table: Table, column: Column, row: int) -> str:
    if table.addressing is Addressing.CELL:
        return cell_name(row, column.index)
    if table.addressing is Addressing.PAGE:
        on = (f"s. {table.page}" if table.page else "", f"rad {row}", f"kolumn {column.index + 1}")
        return ", ".join(filter(None, on))
    return ""


def _text(figure: TableFigure) -> str:
    if figure.value is None:
        return figure.mark
    return " ".join(filter(None, (format_number(figure.value), figure.mark)))


def _index(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * _LETTERS + ord(one) - ord("A") + 1
    return number - 1
