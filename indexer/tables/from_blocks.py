"""Tables inside documents (PDF, DOCX, ODT, HTML): those whose header rows and numbers are plain become Tables too.

Their values are addressed by page, row and column; the paragraph that shows the table is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from indexer.model import Block, Form
from indexer.tables.cells import decimal_sign, plain_number
from indexer.tables.data import unpack_values
from indexer.tables.grid import Grid
from indexer.tables.model import Addressing, ReadTable, Role, ValueData
from indexer.tables.notes import stated_period, stated_unit
from indexer.tables.tables import tables_of

_CAPTION = 15  # words; longer texts before a table tell of it and are no captions
_FEWEST_ROWS = 2
_YEAR = re.compile(r"(?:år\s)?(?:19|20)\d\d", re.IGNORECASE)
_MOST_TABLES = 500
_FIGURES = 0.5  # of the cells of value columns; with fewer it is a table of words


def tables_in(blocks: Sequence[Block]) -> tuple[ReadTable, ...]:
    """The tables of typed values among the blocks, in reading order."""
    found: list[ReadTable] = []
    caption = heading = ""
    for block in blocks:
        if block.form is Form.HEADING:
            heading, caption = block.text, ""
        elif block.form is not Form.TABLE or not block.rows:
            caption = block.text if len(block.text.split()) <= _CAPTION else ""
        elif len(found) < _MOST_TABLES:
            table = _table(block, heading, caption, len(found) + 1)
            found += [table] if table is not None else []
    return tuple(found)


def _table(block: Block, heading: str, caption: str, number: int) -> ReadTable | None:
    if any(map(_is_years, block.rows[2:])):
        return None  # new heads further down: one column holds two things, so no value is typed by its head
    grid = Grid()
    texts = [cell for row in block.rows for cell in row]
    grid.decimal = decimal_sign(texts)
    grid.add_rows([list(row) for row in block.rows], partial(plain_number, decimal=grid.decimal))
    tables, _ = tables_of([grid])
    if len(tables) != 1 or not _plain(tables[0]):
        return None
    read = tables[0]
    lines = [" ".join(line.split()) for line in (heading, caption, read.table.title) if line]
    table = replace(
        read.table,
        number=number,
        title=". ".join(line.rstrip(" .:") for line in dict.fromkeys(lines)),
        period=read.table.period or stated_period(reversed(lines)),
        unit=read.table.unit or stated_unit(list(reversed(lines)), "", ()),
        addressing=Addressing.PAGE,
        page=block.page,
    )
    return replace(read, table=table, text=block.text)


def _is_years(row: Sequence[str]) -> bool:
    """Does the row hold years below its label, as heads do?"""
    filled = [cell.strip() for cell in row[1:] if cell.strip()]
    return len(filled) > 1 and all(_YEAR.fullmatch(cell) for cell in filled)


def _plain(read: ReadTable) -> bool:
    """Whether the table has a header, labels, and columns that are mostly numbers."""
    table = read.table
    values = table.having(Role.VALUE)
    labels = table.having(Role.DIMENSION, Role.MEASURE, Role.PERIOD)
    headed = bool(table.header_rows) and all(column.header for column in values)
    return bool(headed and values and labels and table.rows >= _FEWEST_ROWS and _filled(read) >= _FIGURES)


def _filled(read: ReadTable) -> float:
    """The share of cells of value columns that hold numbers."""
    columns = [column for column in read.data.columns.values() if isinstance(column, ValueData)]
    cells = sum(read.data.rows for _ in columns)
    held = sum(int(np.isfinite(unpack_values(column, read.data.rows)).sum()) for column in columns)
    return held / cells if cells else 0.0
