"""Grid -> tables: each region of a sheet becomes a Table with its data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from indexer.figures.period import Period
from indexer.tables.columns import (
    Labels,
    Values,
    fill_down,
    first_of_days,
    labels_of,
    looks_of,
    numeric_years,
    periods_of,
    values_of,
)
from indexer.tables.corners import without_corner
from indexer.tables.data import pack_labels, pack_numbers, pack_values
from indexer.tables.grid import Grid, Look
from indexer.tables.heads import header_paths
from indexer.tables.hierarchy import groups_of
from indexer.tables.measured_rows import measures_beside_units
from indexer.tables.model import Column, Label, LabelData, ReadTable, Role, Table, TableData, ValueData
from indexer.tables.notes import (
    description_for,
    descriptions_of,
    marks_of,
    stated_dimensions,
    stated_labels,
    stated_period,
    stated_unit,
)
from indexer.tables.periods import is_whole_year
from indexer.tables.regions import Region, regions
from indexer.tables.roles import Shape, roles_of
from indexer.tables.shared_periods import with_file_period, with_shared_period
from indexer.tables.subtotals import with_sums
from indexer.tables.totals import is_whole, parents, totals_of
from indexer.tables.units import unit_in
from indexer.tables.values import value_column, with_stated_unit
from indexer.tables.years import labels_in, parts_of, values_in, with_sums_of_periods, years_of

MOST_LABELS = 2000  # kept of a column in the catalogue
_SAMPLE = 200
_FILLED = (Role.DIMENSION, Role.MEASURE, Role.PERIOD)
_REMARK = re.compile(r"(?:källa|source|not\b|noter|anm|obs|\*|\d\)|\.\.)", re.IGNORECASE)
_REMARK_CHARACTERS = 60
_SOURCE = re.compile(r"(?:källa|source|uttag\w*|hämtad\w*)\b", re.IGNORECASE)  # a line above a table that is no title


@dataclass
class _Columns:
    """The columns of one region by their place on the sheet."""

    paths: dict[int, tuple[str, ...]]
    roles: dict[int, Role]
    labels: dict[int, Labels]
    values: dict[int, Values]

    def of(self, rows: NDArray[np.bool_]) -> _Columns:
        """Those of some rows."""
        labels = {at: labels_in(one, rows) for at, one in self.labels.items()}
        return _Columns(self.paths, self.roles, labels, {at: values_in(one, rows) for at, one in self.values.items()})


def tables_of(grids: Sequence[Grid], name: str = "") -> tuple[tuple[ReadTable, ...], tuple[str, ...]]:
    """The tables of a workbook or file in reading order, and the lines of its sheets that hold none.

    name: the file's name; a period in it holds where nothing else says one.
    """
    found = [(grid, *regions(grid)) for grid in grids]
    loose = [line for _, parts, lines in found if not parts for line in lines]
    tables: list[ReadTable] = []
    for grid, parts, _ in found:
        for region in parts:
            tables += _tables(grid, region, len(tables) + 1, loose)
    return with_file_period(with_shared_period(tables), name), tuple(loose)


def _tables(grid: Grid, region: Region, number: int, loose: list[str]) -> list[ReadTable]:
    """The table of a region, or one for each year of its rows."""
    rows = np.array(list(region.body), dtype=np.int64)
    if not len(rows):
        return []
    columns = _columns(grid, region, rows)
    kept = _without_remarks(grid, region, columns, rows)
    if len(kept) < len(rows):
        rows, columns = kept, _columns(grid, region, kept)
    if not columns.roles or not len(rows):
        return []
    by_year = list(years_of(columns.paths, columns.roles, columns.labels))
    if by_year:
        return [
            _table(grid, region, number + at, loose, rows[held], columns.of(held), year)
            for at, (year, held) in enumerate(by_year)
        ]
    by_part = list(parts_of(columns.paths, columns.roles, columns.labels))
    if by_part:
        return [
            _table(grid, region, number + at, loose, rows[held], columns.of(held), part=part)
            for at, (part, held) in enumerate(by_part)
        ]
    return [_table(grid, region, number, loose, rows, columns)]


def _table(
    grid: Grid,
    region: Region,
    number: int,
    loose: list[str],
    rows: NDArray[np.int64],
    columns: _Columns,
    year: Period | None = None,
    part: str = "",
) -> ReadTable:
    """year: of all the rows, where columns are parts of it. part: of the columns' years, that all the rows are of."""
    notes = [*region.notes, *loose]
    headers = {cell for path in columns.paths.values() for cell in path}
    described = descriptions_of(notes, headers)
    over_labels = [cell for at in columns.labels for cell in columns.paths[at]]  # "Belopp i tkr" above the labels
    unit = stated_unit([*region.titles, *over_labels], grid.name, region.notes)
    period = year or stated_period([*region.titles, grid.name])
    entries, data = _entries(columns, described, period, part)
    entries, corner = without_corner(entries)
    entries, unit = _with_units(entries, unit or next(filter(None, map(unit_in, corner)), ""))
    entries = with_sums_of_periods(entries)
    entries = [_of_year(entry, year) for entry in entries] if year is not None else entries
    for heading in groups_of(grid, region.groups, rows, region.columns.start):
        _add_derived(entries, data, heading, region.columns.start)
    entries = with_sums(entries, columns.labels, {at: one.numbers for at, one in columns.values.items()})
    parts = [(entry.name, columns.labels[entry.index]) for entry in entries if entry.role is Role.PERIOD]
    periods = periods_of(
        first_of_days(parts), period.start if period is not None and period.precision == "year" else ""
    )
    table = Table(
        number=number,
        columns=tuple(entries),
        sheet=grid.name,
        title=". ".join(line.rstrip(" .") for line in (*region.titles, *corner) if not _SOURCE.match(line))[:400],
        notes=(
            *(line for line in region.titles if _SOURCE.match(line)),
            *region.notes,
            *(line for line in loose if marks_of([line])),
        )[:100],
        unit=unit,
        period=period,
        fixed=stated_labels(region.titles),
        header_rows=tuple(row + 1 for row in region.heads),
        first_row=int(rows[0]) + 1,
        last_row=int(rows[-1]) + 1,
        rows=len(rows),
        marks=marks_of([*region.titles, *notes]),
        has_row_periods=periods is not None,
    )
    return ReadTable(table, TableData(len(rows), pack_numbers(rows + 1), data, periods.packed if periods else None))


def _with_units(entries: list[Column], unit: str) -> tuple[list[Column], str]:
    """The columns with the unit that the table states, and that unit where all of them are in one."""
    out = with_stated_unit(entries, unit) if unit else entries
    return out, unit if all(entry.unit for entry in out if entry.role is Role.VALUE) else ""


def _of_year(entry: Column, year: Period) -> Column:
    """ "Totalt" beside the months is the same measure for the whole year."""
    if entry.role is not Role.VALUE or not entry.header or not all(map(is_whole, entry.header)):
        return entry
    return replace(entry, measure="", period=year, totals=())


def _columns(grid: Grid, region: Region, rows: NDArray[np.int64]) -> _Columns:
    paths = header_paths(grid, region.heads, region.columns)
    looks = {column: looks_of(grid, column, rows) for column in region.columns}
    kept = [column for column in region.columns if paths[column] or looks[column][Look.BLANK] < len(rows)]
    unnamed = list(takewhile(lambda column: not paths[column], kept))
    names = stated_dimensions(region.titles)
    if len(unnamed) <= len(names):
        paths |= {column: (name,) for column, name in zip(unnamed, names, strict=False)}
    sample = rows[: _SAMPLE * 5]
    shapes = []
    for column in kept:
        seen = [text for row in sample[:: max(1, len(sample) // _SAMPLE)] if (text := grid.written(int(row), column))]
        years = numeric_years(grid, column, rows)
        shapes.append(Shape(paths[column], looks[column], years, tuple(dict.fromkeys(seen)), column == kept[0]))
    dated = stated_period([*region.titles, grid.name]) is not None
    roles = dict(zip(kept, roles_of(shapes, dated=dated), strict=True))
    labels = {column: labels_of(grid, column, rows) for column, role in roles.items() if role is not Role.VALUE}
    last = {column: paths[column][-1] for column in kept if paths[column]}
    roles |= dict.fromkeys(measures_beside_units(last, roles, labels), Role.MEASURE)
    filled = [labels[column] for column, role in roles.items() if role in _FILLED]
    fill_down(filled)
    values = {column: values_of(grid, column, rows) for column, role in roles.items() if role is Role.VALUE}
    return _Columns(paths, roles, labels, values)


def _without_remarks(grid: Grid, region: Region, columns: _Columns, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows without those at the end that hold no value but a remark; these become notes."""
    if not columns.values:
        return rows
    held = np.zeros(len(rows), dtype=bool)
    for column in columns.values:
        held |= grid.looks()[rows, column] != Look.BLANK
    last = int(np.flatnonzero(held)[-1]) + 1 if held.any() else len(rows)
    for at in range(last, len(rows)):
        cells = [text for column in region.columns if (text := grid.written(int(rows[at]), column))]
        line = ": ".join(cells)
        if len(line) > _REMARK_CHARACTERS or _REMARK.match(line):
            tail = rows[at:]
            lines = [[grid.written(int(row), column) for column in region.columns] for row in tail]
            region.notes[:0] = [": ".join(filter(None, cells)) for cells in lines if any(cells)]
            return rows[:at]
    return rows


def _entries(
    columns: _Columns, described: dict[str, str], period: Period | None, part: str = ""
) -> tuple[list[Column], dict[int, LabelData | ValueData]]:
    entries: list[Column] = []
    data: dict[int, LabelData | ValueData] = {}
    for key, (at, role) in enumerate(columns.roles.items()):
        path = columns.paths[at]
        description = description_for(described, path)
        if role is Role.VALUE:
            found = columns.values[at]
            entries.append(value_column(key, at, path, found, description, period, part))
            marks = found.marks.packed if (found.marks.codes >= 0).any() else None
            data[key] = pack_values(found.numbers, marks)
        else:
            labels = columns.labels[at]
            entries.append(label_column(key, at, path, role, labels, description))
            data[key] = labels.packed
    return _with_code_parents(entries, columns), data


def label_column(
    key: int, index: int, header: tuple[str, ...], role: Role, labels: Labels, description: str = ""
) -> Column:
    """The catalogue entry of a label column."""
    counts = labels.counts()
    most = np.sort(np.argsort(-counts, kind="stable")[:MOST_LABELS])
    kept = tuple(Label(labels.labels[at], int(counts[at])) for at in map(int, most))
    totals = totals_of(labels.labels) if role in (Role.DIMENSION, Role.PERIOD) else ()
    if role is Role.PERIOD:  # "Helår" below its quarters
        totals = tuple(dict.fromkeys([*totals, *filter(is_whole_year, labels.labels)]))
    return Column(
        key, index, header, role, labels=kept, distinct=len(labels.labels), totals=totals, description=description
    )


def _with_code_parents(entries: list[Column], columns: _Columns) -> list[Column]:
    """Labels whose codes, in the next column, stand above others are totals: "20 Norrlän" above its municipalities."""
    out = list(entries)
    for at, entry in enumerate(entries):
        beside = [near for near in (at + 1, at - 1) if 0 <= near < len(entries)]
        near = next((near for near in beside if entries[near].role is Role.DIMENSION), None)
        if entry.role is not Role.CODE or near is None:
            continue
        codes, names = columns.labels[entry.index], columns.labels[entries[near].index]
        above = set(parents(codes.labels))
        pairs = (
            {(int(code), int(name)) for code, name in zip(codes.codes, names.codes, strict=True)} if above else set()
        )
        totals = tuple(names.labels[name] for code, name in sorted(pairs) if name >= 0 and code >= 0
                       and codes.labels[code] in above)  # fmt: skip
        out[near] = replace(out[near], totals=tuple(dict.fromkeys([*out[near].totals, *totals])))
        out[at] = replace(entry, totals=tuple(above))
    return out


def _add_derived(
    entries: list[Column],
    data: dict[int, LabelData | ValueData],
    heading: tuple[str, Labels, tuple[str, ...]],
    index: int,
) -> None:
    """A column of group headings, beside the totals that they make of labels."""
    name, labels, totals = heading
    key = len(entries)
    first = next((at for at, entry in enumerate(entries) if entry.role in (Role.DIMENSION, Role.MEASURE)), None)
    if first is not None and totals:
        known = dict.fromkeys([*entries[first].totals, *totals])
        entries[first] = replace(entries[first], totals=tuple(known))
    if (labels.codes >= 0).any():
        entries.append(label_column(key, index, (name,), Role.DIMENSION, labels))
        data[key] = pack_labels(labels.codes, labels.labels)
