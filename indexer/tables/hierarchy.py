"""Rows under rows: headings between them, labels indented under others."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from indexer.tables.columns import Labels
from indexer.tables.grid import Grid
from indexer.tables.headings import indent
from indexer.tables.totals import is_total

_MOST_ROWS = 20_000  # longer tables are lists
_PARTS = re.compile(r"(?:därav|varav|of which)\b", re.IGNORECASE)
Heading = tuple[str, Labels, tuple[str, ...]]


def groups_of(grid: Grid, headings: dict[int, str], rows: NDArray[np.int64], column: int) -> Iterator[Heading]:
    """(name, labels, totals of the label column): what lone headings and indents say of the rows."""
    if headings:
        labels = list(dict.fromkeys(headings.values()))
        at = np.searchsorted(np.array(sorted(headings)), rows) - 1
        place = np.array([labels.index(headings[row]) for row in sorted(headings)] + [-1], dtype=np.int32)
        codes = place[at]
        codes[_sums_of_all(grid, rows, column)] = -1
        yield "Grupp", Labels(codes, labels), ()
    if len(rows) <= _MOST_ROWS:
        found = parents_by_indent(grid, rows, column)
        if found is not None:
            yield found


def _sums_of_all(grid: Grid, rows: NDArray[np.int64], column: int) -> list[int]:
    """The positions of a last row "Totalt" that no other group has: it sums up the groups and is in none."""
    last = _first_label(grid, int(rows[-1]), column)
    alone = sum(_first_label(grid, int(row), column) == last for row in rows[-_MOST_ROWS:]) == 1
    return [len(rows) - 1] if alone and is_total(last) else []


def _first_label(grid: Grid, row: int, column: int) -> str:
    """The label of a row, or the next to its right where none stands first ("" | "Totalt samtliga")."""
    return grid.written(row, column) or (grid.written(row, column + 1) if column + 1 < grid.width else "")


def parents_by_indent(grid: Grid, rows: NDArray[np.int64], column: int) -> Heading | None:
    """The label above each indented one; labels with others under them are totals, unless these are only parts."""
    depths = [indent(grid, int(row), column) for row in rows]
    if len(set(depths)) < 2:
        return None
    texts = [grid.written(int(row), column) for row in rows]
    open_: list[tuple[int, str]] = []
    labels: list[str] = []
    codes = np.full(len(rows), -1, dtype=np.int32)
    totals: dict[str, None] = {}
    for at, (depth, text) in enumerate(zip(depths, texts, strict=True)):
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        if open_:
            above = open_[-1][1]
            if above not in labels:
                labels.append(above)
            codes[at] = labels.index(above)
            totals[text if _PARTS.match(text) else above] = None
        if text:
            open_.append((depth, text))
    return ("Överordnad rad", Labels(codes, labels), tuple(totals)) if labels else None
