"""Putting the rows of a document's tables on disk, before the transaction that names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from indexer.model import Paragraph
from indexer.tables.model import ReadTable, Table
from indexer.tables.paragraphs import placed


def kept(tables: Sequence[ReadTable], paragraphs: Sequence[Paragraph], folder: Path) -> list[Table]:
    """The tables with the files their rows are in now. A kill before the commit leaves files that a sweep deletes."""
    if not tables:
        return []
    from indexer.tables.parquet import write  # loads DuckDB: only when there are tables

    entries = placed(tuple(tables), tuple(paragraphs))
    return [replace(table, file=write(read.data, folder)) for table, read in zip(entries, tables, strict=True)]
