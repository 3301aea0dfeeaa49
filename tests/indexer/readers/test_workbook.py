"""Workbooks, written here and read back: formats, merged cells, hidden sheets, offsets, bombs."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Alignment

from indexer.errors import Reason, Refusal
from indexer.readers.dispatch import read_here
from indexer.tables.data import unpack_values
from indexer.tables.model import ReadTable, ValueData


def values(read: ReadTable, key: int) -> list[float]:
    column = read.data.columns[key]
    assert isinstance(column, ValueData)
    return [float(value) for value in unpack_values(column, read.data.rows)]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Frånvaro"
    for row, cells in enumerate([("Enhet", "Andel", None), (None, date(2024, 1, 1), date(2024, 2, 1)),
                                 ("Norr", 0.331, 0.07),
                                 ("Söder", 0.5, 0.25), ("Summa", "=C5+C6", 1)], start=3):  # fmt: skip
        for column, cell in enumerate(cells, start=2):
            sheet.cell(row, column, cell)
    for place in ("C5", "D5", "C6", "D6"):
        sheet[place].number_format = "0.0 %"
    sheet["C4"].number_format = sheet["D4"].number_format = "mmm-yy"
    sheet["B6"].alignment = Alignment(indent=1)
    sheet.merge_cells("C3:D3")
    hidden = book.create_sheet("Dold")
    hidden.append(["a", "b"])
    hidden.append(["c", 1])
    hidden.sheet_state = "hidden"
    file = tmp_path / "bok.xlsx"
    book.save(file)
    return file


def test_formats_dates_offsets_and_merges_are_followed(book: Path) -> None:
    (read,) = read_here(book).tables
    table = read.table
    assert (table.sheet, table.header_rows, table.first_row) == ("Frånvaro", (3, 4), 5)
    first, second = table.columns[1], table.columns[2]
    assert [column.header for column in (first, second)] == [("Andel", "2024-01"), ("Andel", "2024-02")]
    assert first.period is not None
    assert (first.period.iso, first.unit, first.index) == ("2024-01", "procent", 2)
    assert values(read, first.key)[:2] == [33.1, 50.0]
    marks = read.data.columns[first.key].marks  # type: ignore[union-attr]
    assert marks is not None
    assert marks.labels == ("formel utan värde",)


def test_opendocument_percentages_are_shown_as_such(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    sheet = OdfTable(name="Blad & mer")
    for cells in (("Enhet", "Andel"), ("Norr", 0.35), ("Söder", 0.5)):
        row = TableRow()
        for cell in cells:
            number = isinstance(cell, float)
            place = TableCell(valuetype="percentage", value=cell) if number else TableCell(valuetype="string")
            place.addElement(P(text=str(cell)))
            row.addElement(place)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    file = tmp_path / "bok.ods"
    document.save(str(file))
    (read,) = read_here(file).tables
    assert (read.table.sheet, values(read, 1)) == ("Blad & mer", [35.0, 50.0])


def test_a_small_file_that_unpacks_to_half_a_gigabyte_is_refused(book: Path) -> None:
    with (
        zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet9.xml", "w") as part,
    ):
        for _ in range(500):
            part.write(bytes(1 << 20))
    assert book.stat().st_size < 600_000
    with pytest.raises(Refusal) as caught:
        read_here(book)
    assert caught.value.reason is Reason.UNSAFE
    assert "zip bomb" in caught.value.detail


def test_a_broken_workbook_is_refused(book: Path) -> None:
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = b"<workbook><sheets>"
    with zipfile.ZipFile(book, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(Refusal):
        read_here(book)
