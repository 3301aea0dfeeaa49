"""A part of a table as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from indexer.tables.model import Addressing, Column, Role, Table, letter

if TYPE_CHECKING:
    from api.table_part import Cell, Part

_KINDS: dict[Role, Literal["label", "value", "note"]] = {Role.VALUE: "value", Role.NOTE: "note"}
MOST_NOTES = 20


class ColumnJson(BaseModel):
    """A column with its header cells, outermost first. address: "C", "3" on a page, "" where there is none."""

    name: str
    header: list[str]
    address: str
    kind: Literal["label", "value", "note"]
    unit: str
    marked: bool


class CellJson(BaseModel):
    """A cell. text: as to be shown. address: as citations name it, "" where they do not. marked: it is asked for."""

    text: str
    address: str
    value: float | None
    marked: bool


class RowJson(BaseModel):
    """A row with a cell for each column. number: of the row in the source; where numbers are left out, so are rows."""

    number: int
    cells: list[CellJson]


class CellsJson(BaseModel):
    """The part of a table around cells. rows_total, columns_total: of the whole table. marked: how many cells are."""

    document_id: str
    sheet: str | None
    title: str
    unit: str
    page: int | None
    paragraph: int | None
    addressing: Literal["cell", "labels", "page"]
    columns: list[ColumnJson]
    rows: list[RowJson]
    marked: int
    rows_total: int
    columns_total: int
    notes: list[str]


def cells_json(part: Part) -> CellsJson:
    """The part in the shape that goes out."""
    table = part.table
    marked = {at for _, cells in part.rows for at, cell in enumerate(cells) if cell.marked}
    return CellsJson(
        document_id=table.document_id,
        sheet=table.sheet or None,
        title=table.title,
        unit=table.unit,
        page=table.page,
        paragraph=table.paragraph,
        addressing=table.addressing.value,
        columns=[_column(part, column, at in marked) for at, column in enumerate(part.columns)],
        rows=[RowJson(number=number, cells=_cells(cells)) for number, cells in part.rows],
        marked=part.marked,
        rows_total=table.rows,
        columns_total=len(table.columns),
        notes=list(table.notes[:MOST_NOTES]),
    )


def _column(part: Part, column: Column, marked: bool) -> ColumnJson:
    return ColumnJson(
        name=column.name,
        header=list(column.header),
        address=_address(part.table, column),
        kind=_KINDS.get(column.role, "label"),
        unit=column.unit,
        marked=marked,
    )


def _cells(cells: Sequence[Cell]) -> list[CellJson]:
    return [CellJson(text=one.text, address=one.address, value=one.value, marked=one.marked) for one in cells]


def _address(table: Table, column: Column) -> str:
    """The letter of a sheet's column, the number of a column on a page, "" of a table addressed by labels."""
    if table.addressing is Addressing.LABELS:
        return ""
    return letter(column.index) if table.addressing is Addressing.CELL else str(column.index + 1)
