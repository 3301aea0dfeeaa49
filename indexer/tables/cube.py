"""Cubes (PX, JSON-stat): every combination of labels has a cell; as a Table the contents are columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from indexer.errors import Reason, Refusal
from indexer.figures.units import canonical_unit
from indexer.tables.cells import plain_number, written_number
from indexer.tables.columns import Labels, Values, periods_of
from indexer.tables.data import pack_numbers, pack_values
from indexer.tables.model import Addressing, Column, LabelData, ReadTable, Role, Table, TableData, ValueData
from indexer.tables.notes import marks_of, stated_period
from indexer.tables.periods import period_of
from indexer.tables.tables import label_column
from indexer.tables.units import unit_in
from indexer.tables.values import value_column


@dataclass(frozen=True)
class Dimension:
    """codes: in step with labels, or (). time: labels are periods. content: labels are measures, with units.

    totals: labels that the file itself calls the sum of the others.
    """

    name: str
    labels: tuple[str, ...]
    codes: tuple[str, ...] = ()
    time: bool = False
    content: bool = False
    units: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cube:
    """cells: the last dimension runs fastest. marks: what the file says of its symbols."""

    title: str
    measure: str
    unit: str
    dimensions: tuple[Dimension, ...]
    cells: Sequence[str | float | None]
    notes: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    decimal: str


def table_of_cube(cube: Cube, number: int = 1) -> ReadTable:
    """The cube as a table. Raises Refusal when cells and dimensions do not fit."""
    sizes = [len(dimension.labels) for dimension in cube.dimensions]
    if prod(sizes) != len(cube.cells):
        detail = f"it holds {len(cube.cells)} cells where its dimensions make {prod(sizes)}"
        raise Refusal(Reason.DAMAGED, detail, "Fetch the file again.")
    numbers, marks = _read(cube)
    order = np.arange(len(cube.cells)).reshape(sizes)
    content = next((at for at, dimension in enumerate(cube.dimensions) if dimension.content), None)
    parts = [order.reshape(-1)] if content is None else [part.reshape(-1) for part in np.moveaxis(order, content, 0)]
    rows = len(parts[0])
    entries, data = _labels(cube, parts[0], sizes, content)
    named = [(cube.dimensions[at].name, labels) for at, labels in entries.items() if _is_time(cube.dimensions[at])]
    columns = [_label_entry(cube.dimensions[at], at, labels) for at, labels in entries.items()]
    for place, cells in enumerate(parts):
        key = len(cube.dimensions) + place
        values = Values(numbers[cells], Labels(marks.codes[cells], marks.labels))
        columns.append(_value_entry(cube, key, content, place, values))
        packed = values.marks.packed if (values.marks.codes >= 0).any() else None
        data[key] = pack_values(values.numbers, packed)
    periods = periods_of(named)
    table = Table(
        number=number,
        columns=tuple(columns),
        title=cube.title,
        notes=cube.notes,
        unit=_unit(cube.unit) if content is None else "",
        period=stated_period([cube.title]) if periods is None else None,
        first_row=1,
        last_row=rows,
        rows=rows,
        addressing=Addressing.LABELS,
        order=_order(cube.dimensions),
        marks=cube.marks or marks_of(cube.notes),
        has_row_periods=periods is not None,
    )
    packed_periods = periods.packed if periods else None
    return ReadTable(table, TableData(rows, pack_numbers(np.arange(1, rows + 1)), data, packed_periods))


def _order(dimensions: Sequence[Dimension]) -> tuple[str, ...]:
    """The dimensions that tell cells apart: one with a single label has no place in the address."""
    parting = tuple(dimension.name for dimension in dimensions if len(dimension.labels) > 1)
    return parting or tuple(dimension.name for dimension in dimensions)


def _read(cube: Cube) -> tuple[NDArray[np.float64], Labels]:
    numbers = np.full(len(cube.cells), np.nan)
    codes = np.full(len(cube.cells), -1, dtype=np.int32)
    marks: dict[str, int] = {}
    for at, cell in enumerate(cube.cells):
        if isinstance(cell, float):
            numbers[at] = cell
        elif cell:
            value = plain_number(cell, cube.decimal)
            if value is None and (written := written_number(cell, cube.decimal)):
                value = written.value
            if value is None:
                codes[at] = marks.setdefault(cell, len(marks))
            else:
                numbers[at] = value
    return numbers, Labels(codes, list(marks))


def _labels(
    cube: Cube, cells: NDArray[np.int64], sizes: list[int], content: int | None
) -> tuple[dict[int, Labels], dict[int, LabelData | ValueData]]:
    places = np.unravel_index(cells, sizes)
    entries = {
        at: Labels(places[at].astype(np.int32), list(dimension.labels))
        for at, dimension in enumerate(cube.dimensions)
        if at != content
    }
    return entries, {at: labels.packed for at, labels in entries.items()}


def _is_time(dimension: Dimension) -> bool:
    return dimension.time or all(period_of(label) for label in dimension.labels[:50])


def _label_entry(dimension: Dimension, at: int, labels: Labels) -> Column:
    role = Role.PERIOD if _is_time(dimension) else Role.DIMENSION
    column = label_column(at, at, (dimension.name,), role, labels)
    totals = tuple(dict.fromkeys([*column.totals, *dimension.totals])) if role is Role.DIMENSION else ()
    return replace(column, totals=totals)


def _value_entry(cube: Cube, key: int, content: int | None, place: int, values: Values) -> Column:
    if content is None:
        header = (cube.measure,) if cube.measure else ()
        column = value_column(key, key, header, values)
        return replace(column, unit=_unit(cube.unit) or column.unit, period=None)
    dimension = cube.dimensions[content]
    label = dimension.labels[place]
    column = value_column(key, key, (label,), values)
    unit = _unit(dimension.units[place] if dimension.units else "") or column.unit or _unit(cube.unit)
    return replace(column, unit=unit, period=None, fixed=((dimension.name, label),))


def _unit(written: str) -> str:
    if written.lower() in ("number", "numbers") or written.lower().startswith(("antal ", "number of ")):
        return "antal"
    return (unit_in(written) if unit_in(written) in ("tkr", "mnkr", "procent", "kr") else "") or canonical_unit(written)
