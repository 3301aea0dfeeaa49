"""Letters put into the cells of ruled tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.readers.hyphens import join_lines
from indexer.readers.pdf_grid import Grid, cut
from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_lines import to_lines

Rows = tuple[tuple[str, ...], ...]
_REST = re.compile(r"[bcdfghjklmnpqrstvxz]")
_SLACK = 2.0  # points that a letter may reach over a wall
_NUMBER = re.compile(r"[-–−+]?\s?\(?\d[\d\s.,:]*\)?(?:\s?(?:%|kr|tkr|mnkr|mkr|st|åa))?-?")


@dataclass(frozen=True)
class Table:
    """A table on a page: its rows of cell texts, and the y of its top and bottom."""

    rows: Rows
    top: float
    bottom: float


def take_tables(runs: Sequence[Run], grids: Sequence[Grid]) -> tuple[list[Table], list[Run]]:
    """The tables that the grids hold, and the runs that stand outside of them, cut at the walls."""
    tables = []
    left_over = list(runs)
    for grid in grids:
        box = grid.box
        inside = [run for run in left_over if box.holds((run.left + run.right) / 2, run.base - run.size / 3)]
        rows = _fill(grid, [part for run in inside for part in cut(run, grid)])
        if len(rows) > 1 and len(rows[0]) > 1:
            tables.append(Table(rows, box.top, box.bottom))
            taken = set(map(id, inside))
            left_over = [run for run in left_over if id(run) not in taken]
    return tables, left_over


def tidy(rows: Sequence[Sequence[str]]) -> Rows:
    """The rows without empty rows and columns."""
    filled = [row for row in rows if any(row)]
    wanted = [column for column in range(max(map(len, filled), default=0)) if any(row[column] for row in filled)]
    return tuple(tuple(row[column] for column in wanted) for row in filled)


def linear(rows: Rows) -> str:
    """The rows as text, one a line, the cells parted by one space, empty cells left out."""
    return "\n".join(" ".join(cell for cell in row if cell) for row in rows)


def is_number(text: str) -> bool:
    """Whether a cell holds one number, with or without sign and unit."""
    return _NUMBER.fullmatch(text.strip()) is not None


def _is_figure(text: str) -> bool:
    """Whether a line of a cell is a figure of its own, not a year in brackets under one."""
    return is_number(text) and not (text.startswith("(") and text.endswith(")"))


def _fill(grid: Grid, runs: Sequence[Run]) -> Rows:
    cells: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        cells[grid.cell((run.left + run.right) / 2, run.base - run.size / 3)].append(run)
    lines = {place: to_lines(held) for whole, runs_in in cells.items() for place, held in _spread(whole, runs_in, grid)}
    width = len(grid.columns) - 1
    rows: list[list[str]] = []
    for row in range(len(grid.rows) - 1):
        band = {column: held for (at, column), held in lines.items() if at == row}
        rows.extend(_band(band, width))
    return tidy(rows)


def _spread(place: tuple[int, int], runs: Sequence[Run], grid: Grid) -> Iterable[tuple[tuple[int, int], Sequence[Run]]]:
    """The runs of one cell; of a cell over several columns by column when no run crosses where the walls go on."""
    columns: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        column = grid.column((run.left + run.right) / 2)
        if run.left < grid.columns[column] - _SLACK or run.right > grid.columns[column + 1] + _SLACK:
            return [(place, runs)]
        columns[column].append(run)
    if len(columns) < 2:
        return [(place, runs)]
    return [((place[0], column), held) for column, held in columns.items()]


def _band(band: dict[int, list[Line]], width: int) -> list[list[str]]:
    """The rows between two walls: one, or one for each line of numbers where no wall parts them."""
    bases = _number_lines(band)
    rows = [[""] * width for _ in range(max(1, len(bases)))]
    for column, lines in band.items():
        parts: list[list[str]] = [[] for _ in rows]
        for line in lines:
            nearest = min(range(len(bases)), key=lambda i: abs(bases[i] - line.base)) if bases else 0
            parts[nearest].append(line.text)
        for row, part in zip(rows, parts, strict=True):
            row[column] = _cell(part)
    return rows


def _cell(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; narrow cells break words anywhere, and a lone consonant is no word."""
    whole: list[str] = []
    for line in lines:
        if whole and _REST.fullmatch(line) and whole[-1][-1].isalpha():
            whole[-1] += line
        else:
            whole.append(line)
    return join_lines(whole)


def _number_lines(band: dict[int, list[Line]]) -> list[float]:
    """The baselines of the columns that hold several numbers under each other, when they agree."""
    columns = [lines for lines in band.values() if len(lines) > 1 and all(_is_figure(line.text) for line in lines)]
    if not columns:
        return []
    longest = max(columns, key=len)
    bases = [line.base for line in longest]
    others = [line.base for lines in band.values() if lines is not longest for line in lines]
    shared = sum(any(abs(base - other) < 3 for other in others) for base in bases)
    return bases if shared >= len(bases) - 1 else []
