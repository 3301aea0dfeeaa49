"""Spreadsheets and CSV files as rows of cells that keep their address."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook

from eval.extract import decoded

MISSING = frozenset({"", ".", "..", "...", "-", "–", "−", "x", "X", "n/a", "null", "None", "saknas"})
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_NUMBER = re.compile(r"^([-−–]?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d+))?$")
_THOUSANDS = 3  # "1.204" may be a thousand or a little over one


@dataclass(frozen=True)
class Entry:
    """A cell. number: None for text, for what is missing and for what could be read in two ways."""

    text: str
    number: Decimal | None = None
    percent: bool = False

    @property
    def missing(self) -> bool:
        """Is it blank, or a mark for a value that is not there?"""
        return self.text in MISSING or self.text.startswith("~")


@dataclass(frozen=True)
class Grid:
    """A sheet, rows from its first. alone: the only one in its file. formats: are number formats known?"""

    document: str
    sheet: str
    alone: bool
    rows: tuple[tuple[Entry, ...], ...]
    formats: bool

    def address(self, row: int, column: int) -> str:
        """A1 form, with the sheet's name where there are several."""
        cell = f"{get_column_letter(column + 1)}{row + 1}"
        return cell if self.alone else f"{self.sheet}!{cell}"


def grids(file: Path, document: str) -> Iterator[Grid]:
    """The sheets of a file that is a spreadsheet or CSV; nothing for one that cannot be read."""
    suffix = file.suffix.lower()
    if suffix == ".csv":
        yield from _csv(file, document)
    elif suffix in {".xlsx", ".xls", ".ods", ".xlsm"}:
        yield from _sheets(file, document)


def entry(value: object, percent: bool = False) -> Entry:
    """A cell from what a reader gives."""
    if isinstance(value, bool) or value is None:
        return Entry("" if value is None else str(value))
    if isinstance(value, int | float):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
        shown = (number * 100).normalize() if percent else number
        return Entry(f"{number:f}", Decimal(f"{shown:f}"), percent)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return Entry(value.isoformat().removesuffix("T00:00:00"))
    text = _SPACES.sub(" ", str(value)).strip()
    return Entry(text, number_of(text))


def number_of(text: str) -> Decimal | None:
    """The number that a text is, in Swedish or plain form. None for codes ("0180") and what can be read in two ways."""
    match = _NUMBER.match(text)
    if not match or (len(match[2]) > 1 and match[2].startswith("0")) or len(match[4] or "") == _THOUSANDS:
        return None
    whole = ("-" if match[1] else "") + match[2].replace(" ", "")
    return Decimal(f"{whole}.{match[4]}" if match[4] else whole)


def _sheets(file: Path, document: str) -> Iterator[Grid]:
    try:
        book = CalamineWorkbook.from_path(file)
        names = book.sheet_names
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except (CalamineError, OSError):
        return
    percents = _percents(file)
    for name, rows in sheets.items():
        shown = (percents or {}).get(name, frozenset())
        cells = tuple(
            tuple(entry(value, (row, column) in shown) for column, value in enumerate(values))
            for row, values in enumerate(rows)
        )
        yield Grid(document, name, len(names) == 1, cells, formats=percents is not None)


def _percents(file: Path) -> dict[str, frozenset[tuple[int, int]]] | None:
    """(row, column) of the cells shown as percent; None where formats cannot be read (xls, ods, odd xlsx)."""
    if file.suffix.lower() not in {".xlsx", ".xlsm"}:
        return None
    try:
        book = load_workbook(file, read_only=True, data_only=True)
        return {
            sheet.title: frozenset(
                (cell.row - 1, cell.column - 1)
                for row in sheet.iter_rows()
                for cell in row
                if isinstance(cell.value, int | float) and "%" in str(cell.number_format)
            )
            for sheet in book.worksheets
        }
    except (OSError, ValueError, KeyError, TypeError, BadZipFile):
        return None  # openpyxl fails on files with dangling relations that others read


def _csv(file: Path, document: str) -> Iterator[Grid]:
    text = decoded(file.read_bytes())
    separator = max(";\t,|", key=text.count)
    reader = csv.reader(StringIO(text), delimiter=separator)
    try:
        rows = [tuple(entry(value) for value in values) for values in reader]
    except csv.Error:  # a field of more than 128 KiB
        return
    if reader.line_num == len(rows):  # else a field holds a line break, and rows are not lines
        yield Grid(document, "", True, tuple(rows), formats=True)
