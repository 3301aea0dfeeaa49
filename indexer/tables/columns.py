"""The columns of a region: roles, labels filled down, numbers with their marks, periods of the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indexer.tables.cells import fold, written_number
from indexer.tables.data import pack_labels
from indexer.tables.grid import BLANK, NUMBER, Grid, Look, shown
from indexer.tables.model import LabelData
from indexer.tables.periods import row_period

_FOOTNOTE = re.compile(r"(?<=[^\W\d_)])\s?(?:\*{1,3}|\d\)|[¹²³⁴⁵⁶]+)$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGITS = 12  # that a share of 100 keeps: 0.331 is 33.1, not 33.10000000000001
NO_VALUE = "formel utan värde"

Codes = NDArray[np.int32]


@dataclass
class Labels:
    """A label column: codes (n,) into labels, -1 for blank."""

    codes: Codes
    labels: list[str]

    @property
    def packed(self) -> LabelData:
        """For the pipe."""
        return pack_labels(self.codes, self.labels)

    def counts(self) -> NDArray[np.int64]:
        """How many rows have each label."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.labels))


@dataclass
class Values:
    """A value column: numbers (n,), NaN where there is none, marks as labels; units written beside the numbers."""

    numbers: NDArray[np.float64]
    marks: Labels
    units: set[str] = field(default_factory=set)
    percent: bool = False


def labels_of(grid: Grid, column: int, rows: NDArray[np.int64]) -> Labels:
    """The labels of a column, white space folded and footnote marks off; merged cells hold in all their rows."""
    codes = grid.codes(column)[rows].copy()
    numbers = grid.values(column)[rows]
    labels: list[str] = []
    known: dict[str, int] = {}
    out = np.full(len(rows), -1, dtype=np.int32)

    def place(text: str) -> int:
        if text not in known:
            known[text] = len(labels)
            labels.append(text)
        return known[text]

    table = np.full(len(grid.texts) + 2, -1, dtype=np.int32)
    texts, first = np.unique(codes[codes >= 0], return_index=True)
    for code in texts[np.argsort(first)]:
        table[code] = place(_FOOTNOTE.sub("", fold(grid.texts[code])))
    out = table[codes]
    counted = codes == NUMBER
    if counted.any():
        found, inverse = np.unique(numbers[counted], return_inverse=True)
        out[counted] = np.array([place(shown(float(value))) for value in found], dtype=np.int32)[inverse]
    for first_row, left, last_row, right in grid.merges:
        if left <= column <= right and last_row > first_row:
            inside = np.flatnonzero((rows >= first_row) & (rows <= last_row))
            if len(inside) and left == column:
                out[inside] = out[inside[0]]
    return Labels(out, labels)


def fill_down(columns: Sequence[Labels]) -> None:
    """Give blank cells the label above in group columns: those whose blanks all stand beside a label on their right."""
    for right, left in pairwise(reversed(columns)):
        blank = left.codes < 0
        share = blank.mean() if len(blank) else 0
        if not 0.2 <= share < 1 or blank[0] or (blank & (right.codes < 0)).any():
            continue
        at = np.maximum.accumulate(np.where(blank, 0, np.arange(len(blank))))
        left.codes = left.codes[at]


def values_of(grid: Grid, column: int, rows: NDArray[np.int64]) -> Values:
    """The numbers of a column as shown, with what stands in the place of missing ones or beside."""
    codes = grid.codes(column)[rows]
    numbers = grid.values(column)[rows].copy()
    flags = grid.percent.get(column)
    shares = np.zeros(len(rows), dtype=bool)
    if flags is not None:
        whole = np.zeros(grid.height, dtype=bool)
        whole[: len(flags)] = np.frombuffer(flags, dtype=np.uint8)[: grid.height]
        shares = whole[rows] & (codes == NUMBER)
        numbers[shares] = [float(f"{value * 100:.{_DIGITS}g}") for value in numbers[shares]]
    marks: list[str] = []
    value_table = np.full(len(grid.texts) + 2, np.nan)
    mark_table = np.full(len(grid.texts) + 2, -1, dtype=np.int32)
    units: set[str] = set()
    for code in np.unique(codes[codes >= 0]):
        written = written_number(fold(grid.texts[code]), grid.decimal)
        mark = written.note if written else fold(grid.texts[code])
        if written:
            value_table[code] = written.value
            units |= {written.unit} - {""}
        if mark:
            mark_table[code] = len(marks)
            marks.append(mark)
    worded = codes >= 0
    numbers[worded] = value_table[codes[worded]]
    return Values(numbers, _uncounted(grid, column, rows, Labels(mark_table[codes], marks)), units, bool(shares.any()))


def looks_of(grid: Grid, column: int, rows: NDArray[np.int64]) -> dict[Look, int]:
    """How many cells of each look."""
    counts = np.bincount(grid.looks()[rows, column], minlength=len(Look))
    return {look: int(counts[look]) for look in Look}


def numeric_years(grid: Grid, column: int, rows: NDArray[np.int64]) -> int:
    """Cells that are numbers and could be years."""
    codes = grid.codes(column)[rows]
    return int(((codes == NUMBER) & (grid.looks()[rows, column] == Look.PERIOD)).sum())


def first_of_days(named: Sequence[tuple[str, Labels]]) -> list[tuple[str, Labels]]:
    """Without further columns of days: an invoice is of the day it is dated, not of that on which it was paid."""
    days = [at for at, (_, labels) in enumerate(named) if labels.labels and all(map(_DAY.fullmatch, labels.labels))]
    return [one for at, one in enumerate(named) if at not in days[1:]]


def periods_of(named: Sequence[tuple[str, Labels]], year: str = "") -> Labels | None:
    """The ISO periods of the rows from their PERIOD columns, (header, labels) each; None when no row has one.

    year: that a title names for all rows, where their columns name only parts of one.
    """
    if not named:
        return None
    stacked = np.stack([labels.codes for _, labels in named], axis=1)
    combined, inverse = np.unique(stacked, axis=0, return_inverse=True)
    isos: list[str] = []
    codes = np.full(len(combined), -1, dtype=np.int32)
    for at, row in enumerate(combined):
        cells = [(header, labels.labels[code]) for (header, labels), code in zip(named, row, strict=True) if code >= 0]
        period = row_period(cells) or (row_period([("", year), *cells]) if year and cells else None)
        if period is not None and period.start and period.end:
            if period.iso not in isos:
                isos.append(period.iso)
            codes[at] = isos.index(period.iso)
    return Labels(codes[inverse.reshape(-1)], isos) if isos else None


def _uncounted(grid: Grid, column: int, rows: NDArray[np.int64], marks: Labels) -> Labels:
    """Marks for formulas that were saved without their result."""
    at = [row for row, place in grid.uncounted if place == column]
    hit = np.flatnonzero(np.isin(rows, at)) if at else np.array([], dtype=np.int64)
    hit = hit[(grid.codes(column)[rows] == BLANK)[hit]] if len(hit) else hit
    if len(hit):
        marks.codes[hit] = len(marks.labels)
        marks.labels.append(NO_VALUE)
    return marks
