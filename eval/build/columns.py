"""The columns of a sheet below a header: their labels, the groups above them, and whether all is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eval.build.grids import Entry, Grid
from eval.build.table import PERIOD

CODES = re.compile(r"kod\b|code\b|\bnr\b|nummer|\bid\b|sort|ordning|diarie|^rank", re.IGNORECASE)
_LONGEST_LABEL = 90


@dataclass(frozen=True)
class Column:
    """One column. label: its own; group: what stands above it, "" for nothing."""

    place: int
    label: str
    group: str
    entries: tuple[Entry, ...]

    @property
    def numeric(self) -> bool:
        """Numbers and marks for missing ones, nothing else; codes, years and sort keys are not numbers."""
        numbers = [entry.number for entry in self.entries if entry.number is not None]
        readable = all(entry.number is not None or entry.missing for entry in self.entries)
        years = all(PERIOD.match(str(number)) for number in numbers)
        return readable and len(numbers) * 3 >= len(self.entries) and not years and not CODES.search(self.label)


def columns_below(grid: Grid, top: int, body: Sequence[int]) -> list[Column]:
    """The columns that hold something in the rows of `body`, labelled by row `top`; none where there is any doubt."""
    width = max((len(row) for row in grid.rows), default=0)
    labels = _texts(grid, top, width)
    above = _texts(grid, top - 1, width) if top else [""] * width
    grouped = sum(1 for text in above if text) >= 2
    groups = _groups(above, labels) if grouped else [""] * width
    columns = []
    for place in range(width):
        entries = tuple(entry_at(grid, row, place) for row in body)
        if not any(entry.text for entry in entries):
            continue
        label, group = labels[place], groups[place]
        if not label and grouped and above[place]:
            label, group = above[place], ""
        if not label:
            return []
        columns.append(Column(place, label, group, entries))
    return columns if _sound(columns) else []


def _groups(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """What stands above each column; a group goes on to the right over blanks, but only over columns with a label."""
    found, current = [], ""
    for text, label in zip(above, labels, strict=True):
        current = (text or current) if label else ""
        found.append(current)
    return found


def _sound(columns: Sequence[Column]) -> bool:
    numeric = [column for column in columns if column.numeric]
    texts = [column for column in columns if not column.numeric]
    headed = all(not _is_number(column.label) for column in columns)
    return (
        bool(numeric)
        and bool(texts)
        and headed
        and not columns[0].numeric
        and len({bool(column.group) for column in numeric}) == 1
        and all(len(column.label) <= _LONGEST_LABEL for column in columns)
    )


def _is_number(label: str) -> bool:
    return re.fullmatch(r"[-−]?[\d\s.,]+%?", label) is not None and not PERIOD.match(label)


def _texts(grid: Grid, row: int, width: int) -> list[str]:
    return [entry_at(grid, row, place).text for place in range(width)]


def entry_at(grid: Grid, row: int, place: int) -> Entry:
    """The cell, empty beyond the end of its row."""
    cells = grid.rows[row]
    return cells[place] if place < len(cells) else Entry("")
