"""Grid: the cells of one sheet as read, compact: 12 bytes a cell and every text once.

A cell is a number, a text or blank. `kinds` says of every cell at once what it looks like; the rest of the package
works on that matrix, so that a sheet of a million rows costs no Python step per cell after reading.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import repeat
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from indexer.tables.cells import fold, missing_of, written_number
from indexer.tables.periods import period_of

BLANK, NUMBER = -1, -2  # codes beside those of texts
_YEARS = (1900, 2100)
_NAN = float("nan")
_FIRST, _SECOND = itemgetter(0), itemgetter(1)
_MANY = 0.5  # of a column's cells are different: looking at them one by one costs no more
_PERIOD_CHARACTERS = 24  # longer texts name periods only in passing

Codes = NDArray[np.int32]
Kinds = NDArray[np.uint8]


class Look(IntEnum):
    """What a cell looks like."""

    BLANK = 0
    TEXT = 1
    NUMBER = 2
    MARK = 3  # of a missing value
    PERIOD = 4  # a year or another period, and nothing else


@dataclass
class Grid:
    """One sheet.

    name: of the sheet, "" without sheets. decimal: the decimal sign of numbers written as text.
    merges: (first row, first column, last row, last column), from 0.
    percent: for columns, a flag for each row whose number format multiplies by 100 (rows behind the end count as not).
    indents: {(row, column): depth} where cells are indented by their format.
    uncounted: cells whose formula has no stored value.
    """

    name: str = ""
    decimal: str = ","
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    percent: dict[int, bytearray] = field(default_factory=dict)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    uncounted: set[tuple[int, int]] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    height: int = 0
    _known: dict[str, int] = field(default_factory=dict)
    _codes: list[array[int]] = field(default_factory=list)
    _values: list[array[float]] = field(default_factory=list)
    _kinds: Kinds | None = None

    @property
    def width(self) -> int:
        """Columns."""
        return len(self._codes)

    def code(self, text: str) -> int:
        """The code of a text, new or known; that of nothing but white space is BLANK."""
        known = self._known.get(text)
        if known is None:
            known = BLANK
            if text.strip():
                known = len(self.texts)
                self.texts.append(text)
            self._known[text] = known
        return known

    def add_rows(
        self, rows: Sequence[Sequence[object]], number_of: Callable[[str], float | None] | None = None
    ) -> None:
        """Append rows of numbers, texts and None. number_of: reads a text that is a plain number, else None."""
        width = max((len(row) for row in rows), default=0)
        self._widen(width)
        even = [row if len(row) == self.width else [*row, *[None] * (self.width - len(row))] for row in rows]
        for at, column in enumerate(zip(*even, strict=True)):
            codes, values = self._coded(column, number_of)
            self._codes[at].extend(codes)
            self._values[at].extend(values)
        self.height += len(rows)
        self._kinds = None

    def cell(self, row: int, column: int) -> str | float | None:
        """What stands there; texts folded."""
        code = self._codes[column][row]
        if code == NUMBER:
            return self._values[column][row]
        return None if code == BLANK else fold(self.texts[code])

    def written(self, row: int, column: int) -> str:
        """The cell as text; "" for blank ones."""
        found = self.cell(row, column)
        return found if isinstance(found, str) else "" if found is None else shown(found)

    def codes(self, column: int) -> Codes:
        """The codes of a column."""
        return np.frombuffer(self._codes[column], dtype=np.int32)

    def values(self, column: int) -> NDArray[np.float64]:
        """The numbers of a column, NaN elsewhere."""
        return np.frombuffer(self._values[column], dtype=np.float64)

    def looks(self) -> Kinds:
        """(height, width) of Look."""
        if self._kinds is None:
            table = np.array([*map(_look, self.texts), Look.NUMBER, Look.BLANK], dtype=np.uint8)
            columns = [table[self.codes(column)] for column in range(self.width)]  # -1, -2 are the last two
            self._kinds = np.stack(columns, axis=1) if columns else np.zeros((0, 0), dtype=np.uint8)
            for column in range(self.width):
                numbers = self.values(column)
                years = (numbers >= _YEARS[0]) & (numbers <= _YEARS[1]) & (numbers == np.floor(numbers))
                self._kinds[(self._kinds[:, column] == Look.NUMBER) & years, column] = Look.PERIOD
            for row, column in self.uncounted:
                if row < self.height and column < self.width and self._kinds[row, column] == Look.BLANK:
                    self._kinds[row, column] = Look.MARK
        return self._kinds

    def _widen(self, width: int) -> None:
        while self.width < width:
            self._codes.append(array("i", [BLANK]) * self.height)
            self._values.append(array("d", [float("nan")]) * self.height)

    def _coded(
        self, column: Sequence[object], number_of: Callable[[str], float | None] | None
    ) -> tuple[Iterable[int], Iterable[float]]:
        """Codes and values of the cells; each different cell is looked at once."""
        try:
            different = set(column)
        except TypeError:
            different = set(map(str, column))
        if len(different) > _MANY * len(column) and (numbers := _all_numbers(column, number_of)) is not None:
            return repeat(NUMBER, len(column)), numbers
        found = {cell: self._cell(cell, number_of) for cell in different}
        cells = list(map(found.__getitem__, column))
        return map(_FIRST, cells), map(_SECOND, cells)

    def _cell(self, cell: object, number_of: Callable[[str], float | None] | None) -> tuple[int, float]:
        """The code and value of one cell."""
        if cell is None or cell == "":
            return BLANK, _NAN
        if not isinstance(cell, str):
            return NUMBER, float(cell)  # type: ignore[arg-type]
        number = number_of(cell) if number_of else None
        return (self.code(cell), _NAN) if number is None else (NUMBER, number)


def _all_numbers(column: Sequence[object], number_of: Callable[[str], float | None] | None) -> list[float] | None:
    """The numbers of a column that holds nothing else; None when it does."""
    if isinstance(column[0], float):
        return None if any(type(cell) is not float for cell in column) else list(column)  # type: ignore[arg-type]
    if number_of is None or not isinstance(column[0], str):
        return None
    numbers = [number_of(cell) if isinstance(cell, str) else None for cell in column]
    return None if None in numbers else numbers  # type: ignore[return-value]


def shown(value: float) -> str:
    """A number as a label: 2024.0 is "2024", 0.5 is "0,5"."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value).replace(".", ",")


def _look(text: str) -> Look:
    folded = fold(text)
    if missing_of(folded) is not None:
        return Look.MARK
    if len(folded) <= _PERIOD_CHARACTERS and any(map(str.isdigit, folded)) and _only_period(folded):
        return Look.PERIOD
    return Look.NUMBER if written_number(folded) is not None else Look.TEXT


def _only_period(text: str) -> bool:
    found = period_of(text)
    rest = text.replace(found.text, "").strip(" -–./,()").lower() if found else text
    return rest in ("", "år", "läsåret", "läsår")
