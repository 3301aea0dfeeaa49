"""Workbooks (XLSX, XLSB, XLS, ODS): values by calamine, number formats and indents from the file's own XML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from indexer.errors import Reason, Refusal
from indexer.model import Block, RawDocument
from indexer.readers.ods_styles import ods_percent
from indexer.readers.package import open_package, verify_parts
from indexer.readers.xlsx_styles import Looks, xlsx_looks
from indexer.tables.cells import decimal_sign
from indexer.tables.grid import Grid
from indexer.tables.tables import tables_of

_CHUNK = 20_000  # rows
_MOST_CELLS = 60_000_000


def read_xlsx(path: Path) -> RawDocument:
    """An Excel workbook. Raises Refusal."""
    with open_package(path) as package:
        verify_parts(package)
        looks = xlsx_looks(package)
    return _read(path, "xlsx", looks)


def read_xlsb(path: Path) -> RawDocument:
    """A binary Excel workbook; its number formats are not read."""
    with open_package(path) as package:
        verify_parts(package)
    return _read(path, "xlsb", {})


def read_xls(path: Path) -> RawDocument:
    """A workbook of Excel 97-2003."""
    from indexer.readers.xls_styles import xls_looks

    return _read(path, "xls", xls_looks(path))


def read_ods(path: Path) -> RawDocument:
    """An OpenDocument spreadsheet."""
    with open_package(path) as package:
        verify_parts(package)
        looks = ods_percent(package)
    return _read(path, "ods", looks)


def _read(path: Path, kind: str, looks: dict[str, Looks]) -> RawDocument:
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            grids = [_grid(book, name, looks.get(name)) for name in _shown(book)]
    except PasswordError as error:
        raise Refusal(Reason.ENCRYPTED, "it is protected by a password", "Save it without the password.") from error
    except CalamineError as error:
        detail = f"its sheets cannot be followed ({error})"
        raise Refusal(Reason.DAMAGED, detail, "Open it in its program and save it anew.") from error
    tables, lines = tables_of(grids, path.name)
    return RawDocument(kind, tuple(Block(line) for line in lines), tables=tables)


def _shown(book: CalamineWorkbook) -> list[str]:
    """The sheets that a reader of the workbook sees."""
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _grid(book: CalamineWorkbook, name: str, looks: Looks | None) -> Grid:
    sheet = book.get_sheet_by_name(name)
    grid = Grid(name)
    if sheet.start is None or sheet.end is None:
        return grid
    left = sheet.start[1]
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > _MOST_CELLS:
        detail = f"its sheet {name!r} spans {sheet.end[0] + 1:,} rows and {sheet.end[1] + 1:,} columns"
        raise Refusal(Reason.TOO_LARGE, detail, "Split the workbook.")
    grid.merges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    if looks is not None:
        grid.percent, grid.indents, grid.uncounted = looks.percent, looks.indents, looks.uncounted
    dates = looks.dates if looks is not None else {}
    rows = _rows(sheet, left, dates)
    while chunk := list(islice(rows, _CHUNK)):
        grid.add_rows(chunk)
    grid.decimal = decimal_sign(grid.texts[:5000])
    return grid


def _rows(sheet: CalamineSheet, left: int, dates: dict[tuple[int, int], int]) -> Iterator[list[object]]:
    """The sheet's rows from A1 on; calamine begins with row 1, but with the first column that holds anything."""
    blank: list[object] = [None] * left
    for number, row in enumerate(sheet.iter_rows()):
        yield [*blank, *(
            cell if isinstance(cell, float | str | int) and not isinstance(cell, bool)
            else _text(cell, dates.get((number, left + at), 10))
            for at, cell in enumerate(row)
        )]  # fmt: skip


def _text(cell: object, length: int) -> object:
    """A cell that is neither number nor text as text; a date as exact as its format shows it."""
    if isinstance(cell, bool):
        return "Ja" if cell else "Nej"
    if isinstance(cell, datetime):
        whole = cell.time() == time(0)
        return cell.date().isoformat()[:length] if whole else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()[:length]
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 3600
    return None if cell is None else str(cell)
