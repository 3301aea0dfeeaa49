"""The nouns of tables: Table, Column, Label, and TableFigure, one value with all that the table says of it.

A table is kept as the source lays it out: one stored row for each source row. A column either names what a row is
about (Role DIMENSION, MEASURE, PERIOD, CODE), holds values (VALUE) or remarks (NOTE).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.figures.period import Period

_ROW = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


class Missing(StrEnum):
    """Why a cell holds no number; each is apart from zero. `TableFigure.mark` has what is written in the cell."""

    NOT_AVAILABLE = "not available"  # ".."
    NOT_APPLICABLE = "not applicable"  # "."
    NIL = "nil"  # "-": nothing to report; whether that is none or no such thing, the notes say
    BLANK = "blank"
    MASKED = "masked"  # "~100", "<5": only about how large it is
    OTHER = "other"  # a word or an error of the spreadsheet in a value's place


class Role(StrEnum):
    """What a column is for."""

    DIMENSION = "dimension"  # labels: place, sex, board ...
    MEASURE = "measure"  # labels that say what the values of the row measure ("Uppgift", "Tabellinnehåll")
    PERIOD = "period"  # year, month, quarter of the row
    CODE = "code"  # identifiers that are digits
    VALUE = "value"
    NOTE = "note"  # remarks; long text


@dataclass(frozen=True)
class Label:
    """One value of a label column and how many rows have it."""

    text: str
    count: int


@dataclass(frozen=True)
class Column:
    """One column of a table.

    key: its name in the stored file is f"c{key}"; unique in the table, also for derived columns.
    index: the source's column from 0 (sheet column A is 0, also where the table begins further right); the columns of
        label-addressed tables are numbered as they stand in the file.
    header: the header cells above it, outermost first, without repetition; () when it has none.
    measure: of a VALUE column, its header without unit and period ("Personalomsättning"), "" when nothing is left.
    unit: canonical ("procent", "tkr", "kr per elev", "dagar"), "" when unknown. From header, number format, sheet,
        title or notes, the nearest first.
    period: the period that the header names, else None.
    fixed: dimensions that the column itself stands for, (dimension, label): ("typ", "Inflyttade"). For label addresses.
    description: what the notes say of the column.
    labels: of label columns the most frequent values, in the order of the table; `distinct` tells whether that is all.
    distinct: number of different labels.
    totals: every label that stands for the sum or mean of others ("Totalt", "Samtliga", "Riket", "Summa nämnder");
        rows that carry one must not be summed, counted or ranked with the others. Complete, whatever the bound.
        Of a VALUE column: the header cells that are such words, so that the column sums up its neighbours.
    """

    key: int
    index: int
    header: tuple[str, ...]
    role: Role
    measure: str = ""
    unit: str = ""
    period: Period | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    description: str = ""
    labels: tuple[Label, ...] = ()
    distinct: int = 0
    totals: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The header in one line, else the letter ("Kolumn C")."""
        return ", ".join(self.header) or f"Kolumn {letter(self.index)}"

    @property
    def complete(self) -> bool:
        """Whether `labels` holds all there are."""
        return len(self.labels) == self.distinct


class Addressing(StrEnum):
    """How a value of the table is named."""

    CELL = "cell"  # A1; of a CSV file the row is the physical line and the column the field
    LABELS = "labels"  # "dim=label|dim=label" (PX, JSON-stat)
    PAGE = "page"  # of a table inside a document: "s. 3, rad 2, kolumn 4", rows with the header from 1


@dataclass(frozen=True)
class Table:
    """What is known of a table without its rows: the catalogue entry.

    id: 16 hex characters, "" until it is in a library. document_id, file: likewise; file is the name (without suffix)
        of the stored rows, a hash of their content.
    number: from 1 in its document. sheet: the sheet's name, "" in formats without sheets.
    title: the title rows joined. notes: the rows below and beside it, and the document's notes on marks.
    unit: the unit that holds for all values, "" when there is none. period: the period that title or sheet state for
        columns and rows without one ("Valt läsår: 2024/25").
    fixed: what the title says of every row, (dimension, label): ("Typ av huvudman", "Kommunal").
    header_rows: source row numbers. first_row, last_row: source rows of the body, from 1 (page tables: row in table).
    rows: how many rows are stored. columns: in source order.
    order: of label-addressed tables, the dimensions of an address in their order: those with more than one label.
    marks: what the source says that a mark means, (mark, its sentence); "" is the blank cell.
    page: of a table inside a document, the page it begins on.
    paragraph: number of the paragraph that shows the table: in statistics files its description, which a paragraph for
        each row follows where `row_paragraphs` says so (their Place.cells is `row_cells(table, row)`).
    has_row_periods: whether the stored column `period` (ISO, of the row) is filled.
    """

    number: int
    columns: tuple[Column, ...]
    id: str = ""
    document_id: str = ""
    file: str = ""
    sheet: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    unit: str = ""
    period: Period | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    header_rows: tuple[int, ...] = ()
    first_row: int = 0
    last_row: int = 0
    rows: int = 0
    addressing: Addressing = Addressing.CELL
    order: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    page: int | None = None
    paragraph: int | None = None
    row_paragraphs: bool = False
    has_row_periods: bool = False

    def having(self, *roles: Role) -> tuple[Column, ...]:
        """The columns with one of the roles."""
        return tuple(column for column in self.columns if column.role in roles)

    def column(self, key: int) -> Column:
        """The column with this key. Raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


@dataclass(frozen=True)
class Source:
    """The address of a value: sheet ("" without sheets) and cell ("F11", "dim=label|dim=label", or page form)."""

    sheet: str
    cell: str
    row: int = 0


@dataclass(frozen=True)
class TableFigure:
    """One value with all that its table says of it.

    measure: what is measured: the column's measure, that of the row's MEASURE label, or the table's title.
    dimensions: (name of the dimension, label) of the row and of the column, without periods, in table order.
    value: as shown (35 for a cell 0.35 formatted as 35 %); None when missing.
    missing, mark: why there is none and what stands in the cell; mark also holds "~100" and the like.
    totals: the dimensions whose label is a total.
    codes: (name, code) of CODE columns.
    """

    table: Table
    column: Column
    source: Source
    measure: str
    dimensions: tuple[tuple[str, str], ...]
    unit: str
    period: Period | None
    value: float | None
    missing: Missing | None = None
    mark: str = ""
    totals: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it sums up other rows."""
        return bool(self.totals)


@dataclass(frozen=True)
class TableData:
    """The rows of a table, column by column, small enough for a pipe; see `indexer.tables.data`.

    rows: how many. numbers: source row numbers, 4 bytes each, zlib.
    columns: by key, label columns as codes and dictionary, value columns as doubles with marks.
    periods: of the rows, ISO, as a label column; None when rows have none.
    """

    rows: int
    numbers: bytes
    columns: dict[int, LabelData | ValueData] = field(default_factory=dict)
    periods: LabelData | None = None


@dataclass(frozen=True)
class LabelData:
    """labels[code] for each row; codes are 4-byte little-endian integers, -1 for blank, zlib."""

    codes: bytes
    labels: tuple[str, ...]


@dataclass(frozen=True)
class ValueData:
    """Doubles, NaN where there is no number, zlib. marks: what is written where the number should be or beside it."""

    values: bytes
    marks: LabelData | None = None


@dataclass(frozen=True)
class ReadTable:
    """A table as it comes from a reader. text: of a table inside a document, the text of its block."""

    table: Table
    data: TableData
    text: str = ""


def row_cells(table: Table, row: int) -> str:
    """The address of a whole source row: "A11:K11"; of label-addressed tables "rad 11"."""
    if table.addressing is not Addressing.CELL or not table.columns:
        return f"rad {row}"
    places = [column.index for column in table.columns]
    return f"{cell_name(row, min(places))}:{cell_name(row, max(places))}"


def table_cells(table: Table) -> str:
    """The address of the whole table with its header: "A4:K14"; of label-addressed tables its dimensions."""
    if table.addressing is not Addressing.CELL or not table.columns:
        return "|".join(table.order)
    places = [column.index for column in table.columns]
    first = min([*table.header_rows, table.first_row])
    return f"{cell_name(first, min(places))}:{cell_name(table.last_row, max(places))}"


def letter(index: int) -> str:
    """The letter of a sheet's column: 0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, index: int) -> str:
    """The A1 address of a row from 1 and a column from 0."""
    return f"{letter(index)}{row}"


def named_cells(addresses: Sequence[str]) -> tuple[str, ...]:
    """The addresses with a range within one row as its cells: "A11:C11" is A11, B11, C11."""
    found: list[str] = []
    for address in addresses:
        ends = _ROW.fullmatch(address)
        if ends is None or ends[2] != ends[4]:
            found.append(address)
        else:
            first, last = (_index(ends[place]) for place in (1, 3))
            found += [cell_name(int(ends[2]), index) for index in range(first, last + 1)]
    return tuple(found)


def _index(name: str) -> int:
    index = 0
    for sign in name:
        index = index * 26 + ord(sign) - ord("A") + 1
    return index - 1
