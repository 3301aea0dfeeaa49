"""A statistics file as a Document with Paragraphs: what word and meaning search find and citations show.

One paragraph describes each table; tables that are not long have one for each row besides. Never one for each of a
million rows: those are looked up in the stored table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

import numpy as np

from indexer.figures.formats import format_number
from indexer.model import Document, Form, Kind, Paragraph, Place, RawDocument, Role
from indexer.tables.data import unpack_labels, unpack_numbers, unpack_values
from indexer.tables.model import Addressing, Column, LabelData, ReadTable, Table, row_cells, table_cells
from indexer.tables.model import Role as ColumnRole

MOST_ROWS = 200  # of a table whose rows are paragraphs
_MOST_LINES = 300
_MOST_LABELS = 40  # named in the description of a table
_MOST_COLUMNS = 60
_MOST_NOTES = 8
_TITLE = 150
_DESCRIPTION = 3000
FORMATS = frozenset({"xlsx", "xlsb", "xls", "ods", "csv", "px", "json-stat"})


def structured(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """As `indexer.structure.structure`, for the formats of statistics."""
    document = Document(content_hash, name, Kind.STATISTIK, _title(raw, name), raw.format)
    drafts = [*_of_tables(raw.tables), *_of_lines(raw)]
    paragraphs = tuple(
        replace(
            draft,
            id=sha256(f"{document.id}\n{number}\n{draft.text}".encode()).hexdigest()[:16],
            document_id=document.id,
            place=replace(draft.place, number=number),
        )
        for number, draft in enumerate(drafts, start=1)
    )
    return document, paragraphs


def placed(tables: tuple[ReadTable, ...], paragraphs: tuple[Paragraph, ...]) -> list[Table]:
    """The tables with the numbers of the paragraphs that show them."""
    numbers = {(one.place.sheet or "", one.place.cells): one.place.number for one in reversed(paragraphs)}
    texts = {" ".join(one.text.split()): one.place.number for one in reversed(paragraphs) if one.form is Form.TABLE}
    out = []
    for read in tables:
        inside = read.table.addressing is Addressing.PAGE
        at = texts.get(" ".join(read.text.split())) if inside else numbers.get(
            (read.table.sheet, (table_cells(read.table),)))  # fmt: skip
        out.append(replace(read.table, paragraph=at, row_paragraphs=not inside and _by_rows(read.table)))
    return out


def _by_rows(table: Table) -> bool:
    return table.rows <= MOST_ROWS


def _title(raw: RawDocument, name: str) -> str:
    """The first title row that is no address; else what the file says of itself, else its name."""
    lines = [line for read in raw.tables[:1] for line in read.table.title.split(". ")]
    for line in lines:
        if "://" not in line and len(line) > 3:
            return line[:_TITLE]
    stem = PurePosixPath(name).stem.replace("_", " ").replace("-", " ")
    return raw.properties.get("title", "").strip() or stem


def _of_tables(tables: tuple[ReadTable, ...]) -> Iterator[Paragraph]:
    for read in tables:
        table = read.table
        headings = tuple(dict.fromkeys(filter(None, (table.sheet, table.title[:_TITLE]))))
        place = Place(0, sheet=table.sheet or None, headings=headings, cells=(table_cells(table),))
        yield Paragraph("", "", description(table), place, Role.PROCEDURE)
        if _by_rows(table):
            yield from _of_rows(read, replace(place, headings=headings))


def description(table: Table) -> str:
    """Title, measures with unit and period, dimensions with labels, notes: one a line, in the table's own words."""
    lines = [table.title or table.sheet]
    values = list(dict.fromkeys(_named(column) for column in table.having(ColumnRole.VALUE)[:_MOST_COLUMNS]))
    lines.append("; ".join(values))
    for column in table.columns:
        if column.role is not ColumnRole.VALUE:
            labels = [label.text for label in column.labels]
            shown = ", ".join(labels[:_MOST_LABELS]) + (" …" if column.distinct > _MOST_LABELS else "")
            lines.append(f"{', '.join(column.header)}: {shown}" if column.header else shown)
    lines += table.notes[:_MOST_NOTES]
    return "\n".join(line for line in lines if line)[:_DESCRIPTION] or "Tabell"


def _named(column: Column) -> str:
    return ", ".join(column.header) or column.name


def _of_rows(read: ReadTable, place: Place) -> Iterator[Paragraph]:
    table = read.table
    columns = [column for column in table.columns if column.role is not ColumnRole.NOTE]
    heads = tuple(_named(column) for column in columns)
    cells = {column.key: _cells(read, column) for column in columns}
    for at, row in enumerate(map(int, unpack_numbers(read.data))):
        words = tuple(cells[column.key][at] for column in columns)
        text = _row_text(columns, words)
        at_row = replace(place, cells=(row_cells(table, row),))
        yield Paragraph("", "", text, at_row, Role.ACCOUNT, Form.TABLE, rows=(heads, words))


def _row_text(columns: list[Column], words: tuple[str, ...]) -> str:
    """ "Nordby, Vuxna: Väntetid 2022 (dagar) 16,5; Väntetid 2023 (dagar) 19"."""
    labels = [word for column, word in zip(columns, words, strict=True) if word and column.role is not ColumnRole.VALUE]
    values = [f"{_named(column)} {word}" for column, word in zip(columns, words, strict=True)
              if word and column.role is ColumnRole.VALUE]  # fmt: skip
    return ": ".join(filter(None, (", ".join(labels), "; ".join(values)))) or "–"


def _cells(read: ReadTable, column: Column) -> list[str]:
    data, rows = read.data.columns[column.key], read.data.rows
    if isinstance(data, LabelData):
        return [label or "" for label in unpack_labels(data, rows)]
    marks = unpack_labels(data.marks, rows) if data.marks is not None else np.full(rows, None, dtype=object)
    values = unpack_values(data, rows)
    sign = " %" if column.unit == "procent" and "%" not in column.name and "procent" not in column.name.lower() else ""
    return [
        (mark or "") if value != value else format_number(float(value)) + sign
        for value, mark in zip(values, marks, strict=True)
    ]


def _of_lines(raw: RawDocument) -> Iterator[Paragraph]:
    """The lines outside tables, such as definitions; one that begins in lower case goes on with the one before."""
    joined: list[str] = []
    for block in raw.blocks[:_MOST_LINES]:
        if joined and block.text[:1].islower():
            joined[-1] += " " + block.text
        else:
            joined.append(block.text)
    for text in joined:
        yield Paragraph("", "", text, Place(0), Role.ACCOUNT)
