"""Header rows: where the data begin below them, where they come again, and what stands above each column."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indexer.tables.grid import Grid, Kinds, Look

Cell = Callable[[int, int], str | float | None]
_MOST_AGES = 130
_PART = re.compile(r"(?:därav|varav|of which)\b", re.IGNORECASE)
_MANY = 2


def first_data_row(core: Kinds, cell: Cell) -> int | None:
    """The first row below the header rows, 0 when there is no header; None when no row holds a number.

    A row of years is a header row unless a label stands in it below the header of the labels.
    """
    values = np.isin(core, (Look.NUMBER, Look.MARK)).any(axis=1)
    if not values.any():
        periods = (core == Look.PERIOD).sum(axis=1)
        return None if not (periods[1:] > 0).any() else _first_below_years(core, cell)
    data = _below_words(core, int(np.argmax(values)))
    if data == 0 and _counts_up(core, cell):
        return 1
    if data and _counts_columns(core[data], lambda column: cell(data, column)):
        return data + 1
    labelled = False
    for row in range(data):
        numeric = core[row] == Look.PERIOD
        if labelled and numeric.any() and core[row, 0] != Look.BLANK and _years(row, numeric, cell):
            return row
        labelled = labelled or core[row, 0] != Look.BLANK
    return data


def _below_words(core: Kinds, data: int) -> int:
    """The row, or the next when this one is still a header: words above numbers ("–29", "30–39"), below another
    header no label."""
    unlabelled = core[data, 0] == Look.BLANK if data else core[data, 0] == Look.TEXT
    if not unlabelled or data + 1 >= len(core) or core[data + 1, 0] == Look.BLANK:
        return data
    below = core[data + 1 :]
    numeric = (below == Look.NUMBER).sum(axis=0) > (below == Look.TEXT).sum(axis=0)
    words = (core[data] == Look.TEXT) & numeric
    filled = numeric & (core[data] != Look.BLANK)
    return data + 1 if words.sum() >= _MANY and words.sum() * 2 >= filled.sum() else data


def _counts_columns(row: Kinds, cell: Callable[[int], str | float | None]) -> bool:
    """Whether the row under the header numbers the columns: 1, 2, 3 ..."""
    numbers = [cell(int(column)) for column in np.flatnonzero(row)]
    return len(numbers) > 1 and [str(number).removesuffix(".0") for number in numbers] == [
        str(at + 1) for at in range(len(numbers))
    ]


def _first_below_years(core: Kinds, cell: Cell) -> int | None:
    """For rows of words and years only: below the first row of words, when the years repeat below it."""
    return 1 if not np.isin(core[0], (Look.PERIOD,)).any() else None


def _years(row: int, numeric: NDArray[np.bool_], cell: Cell) -> bool:
    return all(isinstance(cell(row, int(column)), float) for column in np.flatnonzero(numeric))


def _counts_up(core: Kinds, cell: Cell) -> bool:
    """Whether the first row is a header of ages or the like: 16, 17, 18 ..."""
    numbers = [cell(0, int(column)) for column in np.flatnonzero(core[0] == Look.NUMBER)]
    steps = {b - a for a, b in pairwise(numbers) if isinstance(a, float) and isinstance(b, float)}
    first = numbers[0] if numbers else None
    named = core[0, 0] in (Look.TEXT, Look.BLANK)
    return named and len(numbers) > _MANY and steps == {1.0} and isinstance(first, float) and first < _MOST_AGES


def repeated_heads(core: Kinds, data: int, cell: Cell) -> list[int]:
    """Rows of the body that are header rows again: words where numbers stand, or the header's own words."""
    body = core[data:]
    numbers = (body == Look.NUMBER).sum(axis=0)
    texts = (body == Look.TEXT).sum(axis=0)
    columns = np.flatnonzero(numbers > texts)
    if not len(columns):
        return []
    words = (body[:, columns] == Look.TEXT).sum(axis=1)
    figures = np.isin(body[:, columns], (Look.NUMBER, Look.MARK)).any(axis=1)
    suspects = np.flatnonzero((words > 0) & ~figures)
    head = {column: {str(cell(row, column)) for row in range(data)} for column in map(int, columns)}
    found: list[int] = []
    for at in map(int, suspects):
        row = data + at
        same = all(str(cell(row, column)) in head[column] for column in head if core[row, column] != Look.BLANK)
        many = words[at] >= _MANY and words[at] * 2 >= len(columns)
        if (same or many) and row + 1 < len(core) and not (found and row == found[-1] + 1):
            found.append(row)
    return found


def header_paths(grid: Grid, heads: list[int], columns: range) -> dict[int, tuple[str, ...]]:
    """For each column the header cells above it, outermost first, without repetition."""
    below = [*heads[1:], None][: len(heads)]
    rows = [_spread(grid, row, columns, under) for row, under in zip(heads, below, strict=True)]
    rows = [row for row in rows if not _numbered(row)] or rows
    if len(rows) > 1:
        rows = _aligned(rows, columns)
    paths: dict[int, tuple[str, ...]] = {}
    for column in columns:
        cells = [row[column] for row in rows if row.get(column)]
        paths[column] = tuple(dict.fromkeys(cells))
    return _of_which(paths)


def _of_which(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """ "därav kvinnor" beside "Inpendlare" is of these: the header before it stands above it."""
    out = dict(paths)
    whole: tuple[str, ...] = ()
    for column, path in paths.items():
        if path and _PART.match(path[-1]):
            out[column] = (*path[:-1], whole[-1], path[-1]) if whole and whole[:-1] == path[:-1] else path
        elif path and _PART.match(path[0]):  # "därav kön" over "Kvinnor", "Män"
            out[column] = (*whole[-1:], *path)
        else:
            whole = path
    return out


def _numbered(row: dict[int, str]) -> bool:
    texts = [text for text in row.values() if text]
    return len(texts) > 1 and texts == [str(at + 1) for at in range(len(texts))]


def _spread(grid: Grid, row: int, columns: range, under: int | None) -> dict[int, str]:
    """The cells of a header row, those of merged ranges in all their columns, group heads over what they head.

    under: the next header row, None for the last. A cell with nothing under it heads its own column alone.
    """
    found = {column: grid.written(row, column) for column in columns}
    merged = False
    for first_row, first, last_row, last in grid.merges:
        if first_row <= row <= last_row and first in found:
            text = grid.written(first_row, first)
            merged = merged or last > first
            found |= {column: text for column in range(first, last + 1) if column in found}
    if under is None or merged:
        return found
    carried = ""
    for column in columns:
        if found[column]:
            again = found[column] == found.get(column - 1)  # said over each of its columns: it heads no others
            carried = found[column] if grid.written(under, column) and not again else ""
        elif grid.written(under, column):
            found[column] = carried
    return found


def _aligned(rows: list[dict[int, str]], columns: range) -> list[dict[int, str]]:
    """Group heads that stand a column off, put over the groups that the row below shows by repeating its words."""
    below = [rows[-1].get(column, "") for column in columns]
    starts = [at for at, text in enumerate(below) if text and text == next(filter(None, below))]
    width = starts[1] - starts[0] if len(starts) > 1 else 0
    if width < _MANY or any(b - a != width for a, b in pairwise(starts)):
        return rows
    out = []
    for row in rows[:-1]:
        texts = list(dict.fromkeys(text for text in row.values() if text))
        placed = {columns.start + start + at: texts[place] for place, start in enumerate(starts) for at in range(width)
                  } if len(texts) == len(starts) else row  # fmt: skip
        out.append({column: placed.get(column, "") for column in columns})
    return [*out, rows[-1]]
