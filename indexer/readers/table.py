"""A table as one block: its cells, and the same words in linear order."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.model import Block, Form


def table_block(rows: list[list[str]]) -> Iterator[Block]:
    """The table without its empty rows and last columns, its rows equally long; nothing when no cell holds a word."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    filled = [row for row in cells if any(row)]
    if not filled:
        return
    width = max(column + 1 for row in filled for column, cell in enumerate(row) if cell)
    even = tuple(tuple((row + [""] * width)[:width]) for row in filled)
    yield Block("\n".join(" ".join(filter(None, row)) for row in even), Form.TABLE, rows=even)
