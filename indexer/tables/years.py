"""Tables whose rows are years and columns months, or the other way about: read as one table for each of the rows'.

A value's period is then its column's, as in a table whose title names the year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from indexer.figures.period import Period
from indexer.tables.columns import Labels, Values, periods_of
from indexer.tables.model import Column, Role
from indexer.tables.periods import is_part, period_of, period_of_iso
from indexer.tables.totals import is_whole

_FEWEST_PARTS = 2  # columns that are parts of a year
_MOST_YEARS = 80
_SEVERAL = 2
_MOSTLY = 0.6  # of the labels of a column of months


def years_of(
    paths: Mapping[int, tuple[str, ...]], roles: Mapping[int, Role], labels: Mapping[int, Labels]
) -> Iterator[tuple[Period, NDArray[np.bool_]]]:
    """Each year with the rows, (n,) of bool, that are of it; nothing where columns are no parts of the rows' years."""
    parts = [at for at, role in roles.items() if role is Role.VALUE and _is_part(paths[at])]
    named = [(", ".join(paths[at]), labels[at]) for at, role in roles.items() if role is Role.PERIOD]
    rows = periods_of(named) if len(parts) >= _FEWEST_PARTS else None
    if rows is None or (rows.codes < 0).any() or not 1 < len(rows.labels) <= _MOST_YEARS:
        return
    years = [period_of_iso(iso) for iso in rows.labels]
    if any(year is None or year.precision != "year" for year in years):
        return
    for code, year in enumerate(years):
        if year is not None:
            yield year, rows.codes == code


def parts_of(
    paths: Mapping[int, tuple[str, ...]], roles: Mapping[int, Role], labels: Mapping[int, Labels]
) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Each part of a year ("Juli"), "" for rows of none ("Summa"), with its rows; none where columns are no years."""
    years = [at for at, role in roles.items() if role is Role.VALUE and _year(paths[at])]
    named = [at for at, role in roles.items() if role is Role.PERIOD]
    if len(years) < _FEWEST_PARTS or len(named) != 1:
        return
    column = labels[named[0]]
    header = ", ".join(paths[named[0]])
    held = [is_part(header, label) for label in column.labels]
    if sum(held) < max(_FEWEST_PARTS, _MOSTLY * len(held)):
        return
    for code, label in enumerate(column.labels):
        if held[code]:
            yield label, column.codes == code
    others = np.isin(column.codes, [code for code, part in enumerate(held) if part], invert=True)
    if others.any():
        yield "", others


def _year(header: tuple[str, ...]) -> bool:
    return any((found := period_of(cell)) is not None and found.precision == "year" for cell in header)


def _is_part(header: tuple[str, ...]) -> bool:
    """ "Jan", "Kvartal 2": a part of a year, which no other header cell names."""
    return any(is_part("", cell) for cell in header) and not any(period_of(cell) for cell in header)


def labels_in(labels: Labels, rows: NDArray[np.bool_]) -> Labels:
    """The labels of some rows, those that none of them has left out."""
    codes = labels.codes[rows]
    held, first = np.unique(codes[codes >= 0], return_index=True)
    order = held[np.argsort(first)]
    place = np.full(len(labels.labels) + 1, -1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return Labels(place[codes], [labels.labels[int(code)] for code in order])


def values_in(values: Values, rows: NDArray[np.bool_]) -> Values:
    """The values of some rows."""
    return Values(values.numbers[rows], labels_in(values.marks, rows), values.units, values.percent)


def with_sums_of_periods(entries: list[Column]) -> list[Column]:
    """ "Summa" beside "2025", "2026" ... is the same for all of these years together."""
    values = [entry for entry in entries if entry.role is Role.VALUE]
    sums = [entry for entry in values if entry.period is None and entry.header and all(map(is_whole, entry.header))]
    dated = [entry.period for entry in values if entry.period is not None and not entry.measure]
    if len(sums) != 1 or len(dated) < _SEVERAL or len(dated) + 1 != len(values):
        return entries
    days = sorted((period.start, period.end) for period in dated)
    whole = period_of_iso(f"{days[0][0]}/{days[-1][1]}")
    return [replace(entry, measure="", period=whole, totals=()) if entry is sums[0] else entry for entry in entries]
