"""The cells of a table's row as figures: unit and period from the cell, its head, its row's label or the caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from indexer.figures import Figure, Number, Period, numbers, periods
from indexer.figures.units import UNITS
from indexer.tables.units import unit_in
from qa.read.passages import Passage
from qa.read.tabular import is_value

_DEVIATION: Final = re.compile(r"avvik|\bavv\b|\bavv\.|differens", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_MONTH: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)")


def cell_figures(passage: Passage) -> Iterator[tuple[int, Figure]]:
    """(column, figure) of every cell of the row that holds a value."""
    heads, cells = passage.columns
    caption = passage.candidate.paragraph.rows[0][0] if passage.candidate.paragraph.rows else ""
    nearest = passage.candidate.paragraph.place.headings[-1:]
    for column, (head, cell) in list(enumerate(zip(heads, cells, strict=True)))[1:]:
        number = _number(cell)
        if number is None:
            continue
        measured = _measured(number, (head, cells[0], heads[0]), (caption, *nearest))
        own = _period(head) or _of_deviation(heads, column)
        period = _noted(cell[number.end :]) or own or _period(cells[0]) or _period(heads[0])
        yield column, Figure(measured, f"{cells[0]}, {head}".strip(", "), period, (0, 0))


def _of_deviation(heads: tuple[str, ...], column: int) -> Period | None:
    """The time of a deviation whose head names none: that of the columns before it, which it is the difference of."""
    if not _DEVIATION.search(heads[column]):
        return None
    before = heads[column - 2 : column] if column > 2 else ()
    times = [_period(head) for head in before if not _DEVIATION.search(head)]
    one = times[0] if times else None
    return one if len(times) == 2 and one is not None and times[1] is not None and one.same(times[1]) else None


@lru_cache(maxsize=1 << 12)
def _number(cell: str) -> Number | None:
    if not is_value(cell):
        return None
    found = numbers(cell)
    return found[0] if found else None


def _measured(number: Number, near: tuple[str, ...], far: tuple[str, ...]) -> Number:
    """The number with the unit of its head or row, else of the caption."""
    if number.unit:
        return number
    named = [unit for words in near if (unit := unit_in(words))]
    named += [unit for words in far if (unit := unit_in(words, strict=True))]
    if not named:
        return number
    unit, _, per = named[0].partition(" per ")
    name, kind, scale = UNITS.get(unit, (unit, "count", 1.0))
    return replace(number, unit="" if name == "antal" else name, kind=kind, scale=scale, per=per)


def _noted(rest: str) -> Period | None:
    """The time that stands alone behind a value: "79 (2024)"; "8 (4 st 2026)" notes another value."""
    return None if numbers(_YEAR.sub("", rest)) else _period(rest)


@lru_cache(maxsize=1 << 12)
def _period(words: str) -> Period | None:
    """The one time that a head or label names."""
    months = _YEAR_MONTH.sub(r"\1-\2", words)
    named = [period for period in periods(months) if period.precision != "time"]
    return named[0] if len({period.iso for period in named}) == 1 else None
