"""What a cited cell is looked up in: the words and numbers of the whole spreadsheet, CSV, PX or JSON-stat file.

A product lays out a cell as it likes (labels, period, value), so order says nothing: each word must stand somewhere in
the file or its name, each number must be the value of some cell, as it stands, as a percentage, or rounded, and the
numbers of the very cells that are cited must be stated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Final

from openpyxl.utils import column_index_from_string

from eval.build.grids import Grid, grids
from eval.extract import decoded
from eval.number_words import ENGLISH_MONTHS, SWEDISH_MONTHS
from eval.numbers import mentions
from eval.places import cells_of

SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".px", ".json"})
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})$", re.IGNORECASE)
_DECIMALS = 4
_OWN = frozenset(
    "procent percent procentenheter tkr mnkr kr rad row kolumn column cell år year värde value kvartal quarter".split()
) | {month.lower() for month in (*SWEDISH_MONTHS, *ENGLISH_MONTHS)}  # what any product may add to a cell


class Sheets:
    """The words and numbers of one file. Unreadable or empty files hold neither, and then accuse nobody."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def lacks(self, passage: str) -> str:
        """The first word or number of the passage that stands nowhere in the file, or ""."""
        if not self._words:
            return ""
        for word in _WORD.findall(passage.lower()):
            if word not in self._words and word not in _OWN:
                return str(word)
        for mention in mentions(passage):
            if mention.kind == "number" and not mention.values & self._numbers:
                return mention.raw
        return ""

    def contradicts(self, passage: str, cells: Sequence[str], sheet: str) -> str:
        """The first of the cited cells whose number the passage does not state, or ""."""
        stated = {value for mention in mentions(passage) for value in mention.values}
        for cell in cells:
            number = self._number(cell, sheet)
            if number is not None and not stated & _shown({number}):
                return cell
        return ""

    def numbers(self, cells: Sequence[str], sheet: str) -> list[float]:
        """The numbers that stand in the cells, of which some may be ranges within one row or column."""
        found = [self._number(one, sheet) for cell in cells for one in cells_of(cell)]
        return [float(number) for number in found if number is not None]

    def _number(self, cell: str, sheet: str) -> Decimal | None:
        """The number in a cell, "A1" or "sheet!A1"; None where there is none, or it is not beyond doubt which."""
        named, _, address = cell.replace("$", "").replace("'", "").rpartition("!")
        wanted = (named or sheet).lower()
        chosen = [grid for grid in self._grids if grid.alone or grid.sheet.lower() == wanted]
        match = _ADDRESS.match(address)
        if len(chosen) != 1 or not match:
            return None
        row, column = int(match[2]) - 1, column_index_from_string(match[1]) - 1
        rows = chosen[0].rows
        return rows[row][column].number if row < len(rows) and column < len(rows[row]) else None

    @cached_property
    def _grids(self) -> tuple[Grid, ...]:
        return tuple(grids(self._file, self._file.name))

    @cached_property
    def _text(self) -> str:
        if self._grids:
            cells = (entry.text for grid in self._grids for row in grid.rows for entry in row if entry.text)
            return "\n".join([self._file.name, *(grid.sheet for grid in self._grids), *cells])
        plain = self._file.suffix.lower() in {".csv", ".tsv", ".px", ".json"}
        return f"{self._file.name}\n{decoded(self._file.read_bytes())}" if plain else ""

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text.lower()))

    @cached_property
    def _numbers(self) -> frozenset[float]:
        cells = {entry.number for grid in self._grids for row in grid.rows for entry in row if entry.number is not None}
        stated = {value for mention in mentions(self._text) for value in mention.values} if not cells else set()
        exact = cells | {Decimal(repr(value)) for value in stated}
        return _shown(exact) | set(map(float, _DIGITS.findall(self._text)))


def _shown(numbers: set[Decimal]) -> frozenset[float]:
    """The numbers without their sign, as they stand, as percentages, and rounded."""
    rounded = (
        _rounded(value, places)
        for number in numbers
        for value in (number, number * 100)
        for places in range(_DECIMALS + 1)
    )
    return frozenset(float(abs(number)) for number in numbers) | {value for pair in rounded for value in pair}


def _rounded(number: Decimal, places: int) -> tuple[float, float]:
    """Both ways of rounding a half."""
    size, unit = abs(number), Decimal(1).scaleb(-places)
    return float(size.quantize(unit, ROUND_HALF_UP)), float(size.quantize(unit, ROUND_HALF_EVEN))
