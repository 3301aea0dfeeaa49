"""The catalogue entry of a value column: what it measures, in which unit, for which period."""

from __future__ import annotations

import re

import numpy as np

from indexer.figures.period import Period
from indexer.figures.periods import periods
from indexer.figures.units import canonical_unit
from indexer.tables.columns import Values
from indexer.tables.model import Column, Role
from indexer.tables.periods import is_part, period_of, row_period
from indexer.tables.totals import is_whole
from indexer.tables.units import is_unit, unit_in, without_unit

_GENERIC = re.compile(
    r"(?:obs_?)?values?|värden?|data|helår(?:et)?|hela året|full year|whole year|hela läsåret", re.IGNORECASE
)
_SHARE = re.compile(r"(?:\b|_)(?:andel|share|kvot|grad|procent)", re.IGNORECASE)
_JOINS = r"(?:år|den|per|för|i|under|ht|vt|hösten|våren)"
_CONNECTORS = re.compile(rf"^(?:[-–,:/]|{_JOINS}\b)\s*|\s*(?:[-–,:/]|\b{_JOINS})$", re.IGNORECASE)


def value_column(
    key: int,
    index: int,
    header: tuple[str, ...],
    values: Values,
    description: str = "",
    table_unit: str = "",
    table_period: Period | None = None,
    part: str = "",
) -> Column:
    """header: the path above the column; table_unit, table_period: what title or sheet declare for all values.

    part: the part of the header's year that all the rows are of ("Juli").
    """
    period = _period((*header, part) if part else header) or _part_of(table_period, header)
    return Column(
        key,
        index,
        header,
        Role.VALUE,
        measure=measure_in(header, period),
        unit=_unit(header, values, description, table_unit),
        period=period,
        description=description,
        totals=tuple(cell for cell in header if is_whole(cell)),
    )


def measure_in(header: tuple[str, ...], period: Period | None) -> str:
    """The header without unit and period."""
    parts = []
    for cell in header:
        words = without_unit(cell)
        stated = period_of(cell)
        if period is not None and stated is not None:
            words = _trimmed(words.replace(stated.text, " "))
        if is_part("", cell) or (is_unit(cell) and cell.lower() != "antal"):  # "Antal" is all that a column may say
            continue
        if words and not _GENERIC.fullmatch(words):
            parts.append(words)
    return ", ".join(dict.fromkeys(parts))


def _trimmed(words: str) -> str:
    words = " ".join(words.split())
    while (shorter := _CONNECTORS.sub("", words).strip()) != words:
        words = shorter
    return words


def _period(header: tuple[str, ...]) -> Period | None:
    """The narrowest period that the header names: "2023" over "Kvartal 1" is that quarter."""
    stated = row_period([("", cell) for cell in header])
    if stated is None or stated.precision != "year":
        return stated
    days = [
        found for cell in header for found in periods(cell) if found.yearless and found.precision in ("day", "month")
    ]
    return days[0].in_year(int(stated.start)) if len(days) == 1 else stated


def _part_of(year: Period | None, header: tuple[str, ...]) -> Period | None:
    """ "Jan" below a title that names the year."""
    if year is None or year.precision != "year":
        return None
    found = row_period([("", year.start), *(("", cell) for cell in header)])
    return found if found and found.precision != "year" else None


def _unit(header: tuple[str, ...], values: Values, description: str, table_unit: str) -> str:
    if values.percent:
        return "procent"
    for cell in reversed(header):
        if unit := unit_in(cell):
            return unit
        if _SHARE.search(cell):
            return "procent" if values.units & {"%", "procent"} or _hundreds(values) else ""
    if len(values.units) == 1:
        return canonical_unit(next(iter(values.units)))
    first = description.partition(". ")[0]
    return unit_in(first) or table_unit


def _hundreds(values: Values) -> bool:
    """Whether shares are given in hundredths: some is above one, none far above a hundred."""
    numbers = values.numbers[~np.isnan(values.numbers)]
    return bool(len(numbers)) and bool(np.abs(numbers).max() > 1)
