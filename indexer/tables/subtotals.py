"""Rows that the rows above or below them come to: sums of districts, whatever they are called.

A row may come to others by chance, so a sum is taken by how improbable that is: of amounts that are large beside their
last digit more is known than of small and round ones, and of a column that follows the columns before it nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from indexer.tables.columns import Labels
from indexer.tables.model import Column, Role

_MOST_ROWS = 2000
_MOST_PARTS = 120
_MOST_COLUMNS = 12  # of numbers that are asked
_SURE = 7.0  # bits, beside those that tell one row from all rows
_TELLING = 2.0  # bits of a column that counts as proof of its own
_COLUMNS, _FEW = 3, 2  # columns that must be proof of so few parts
_STEPS = 10.0 ** np.arange(6, -7, -1)  # what all numbers of a column may be multiples of
_RATE = re.compile(
    r"andel|procent|%|‰|promille|genomsnitt|\bmedel(?:värde|tal|ålder|lön|inkomst)?\b|median|snitt|kvot|index|grad\b|täthet|"
    r"\bper\b|\b(?:share|rate|average|mean)\b",
    re.IGNORECASE,
)
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class _Sum:
    """row: that others come to; parts: how many; bits: of each column, how much it proves."""

    row: int
    parts: int
    bits: tuple[float, ...]

    @property
    def weight(self) -> float:
        return math.fsum(self.bits)

    @property
    def columns(self) -> int:
        return sum(bits >= _TELLING for bits in self.bits)


def with_sums(entries: list[Column], labels: Mapping[int, Labels], numbers: Mapping[int, Numbers]) -> list[Column]:
    """The columns of a list of things, one in each row, where what others come to is a total. Both by place."""
    at = next((at for at, entry in enumerate(entries) if entry.role is Role.DIMENSION), None)
    held = labels.get(entries[at].index) if at is not None else None
    if at is None or held is None or len(held.labels) != len(held.codes) or (held.codes < 0).any():
        return entries
    amounts = [numbers[one.index] for one in entries if one.index in numbers and not _is_rate(one)]
    totals = dict.fromkeys([*entries[at].totals, *(held.labels[held.codes[row]] for row in sums_among(amounts))])
    return [*entries[:at], replace(entries[at], totals=tuple(totals)), *entries[at + 1 :]]


def sums_among(columns: Sequence[Numbers]) -> tuple[int, ...]:
    """The rows that are sums of two or more rows beside them, in most columns that hold them. columns: (n,) each."""
    held = [column for column in columns if np.nansum(np.abs(column)) > 0][:_MOST_COLUMNS]
    if not held or len(held[0]) > _MOST_ROWS:
        return ()
    steps = [_step(column) for column in held]
    order = sorted(range(len(held)), key=lambda at: float(np.nanmedian(np.abs(held[at]))) / steps[at])
    table = np.stack([held[at] / steps[at] for at in order], axis=1)
    news = _news(table)
    down = _sums(table, news)
    up = tuple(len(table) - 1 - row for row in _sums(table[::-1], news))
    return max(down, up, key=len)


def _is_rate(column: Column) -> bool:
    """Is it a share or mean, which no sum has of its parts?"""
    return bool(_RATE.search(" ".join((*column.header, column.unit))))


def _step(column: Numbers) -> float:
    """The power of ten that all numbers are multiples of."""
    known = column[~np.isnan(column)]
    return float(next((step for step in _STEPS if np.allclose(known / step, np.round(known / step))), _STEPS[-1]))


def _news(table: Numbers) -> tuple[float, ...]:
    """Of each column, how much of it the columns before it do not tell: 1 for all, 0 for none."""
    filled = np.nan_to_num(table)
    found = [1.0]
    for at in range(1, filled.shape[1]):
        known, column = filled[:, :at], filled[:, at]
        rest = column - known @ np.linalg.lstsq(known, column, rcond=None)[0]
        found.append(float(np.linalg.norm(rest) / np.linalg.norm(column)))
    return tuple(found)


def _sums(table: Numbers, news: Sequence[float]) -> tuple[int, ...]:
    """Those that the rows before them come to; sums stand for their parts from then on. table: (rows, columns)."""
    open_: list[int] = []
    found: list[_Sum] = []
    for at, row in enumerate(table):
        one = _sum_of(at, row, table[open_[: -_MOST_PARTS - 1 : -1]], news)
        if one is not None:
            del open_[-one.parts :]
            found.append(one)
        open_.append(at)
    if set(open_) <= {one.row for one in found} and _are_all(found):
        return tuple(one.row for one in found)
    sure = [one for one in found if one.weight >= _SURE + math.log2(len(table))]
    sure = [one for one in sure if one.parts > _FEW or (one.columns >= _COLUMNS and len(sure) > 1)]
    return tuple(one.row for one in sure)


def _are_all(found: Sequence[_Sum]) -> bool:
    """Are sums whose parts are all that there is too many to be chance? One alone of two parts never is."""
    weight = math.fsum(one.weight for one in found)
    return weight >= _SURE * len(found) ** 0.5 and (len(found) > 1 or found[0].parts > _FEW)


def _sum_of(at: int, row: Numbers, parts: Numbers, news: Sequence[float]) -> _Sum | None:
    """The sum of some of the parts, nearest first, that the row is in most columns that have them."""
    known = ~np.isnan(row) & (np.cumsum(np.isnan(parts), axis=0) == 0)
    same = known & np.isclose(np.cumsum(np.nan_to_num(parts), axis=0), row, rtol=1e-9, atol=1e-6) & (row != 0)
    for many in range(2, len(parts) + 1):
        agree = same[many - 1]
        if agree.any() and agree.sum() * 2 > (known[many - 1] & (row != 0)).sum():
            return _Sum(at, many, _proof(row, agree, many, news))
    return None


def _proof(row: Numbers, agree: NDArray[np.bool_], many: int, news: Sequence[float]) -> tuple[float, ...]:
    """Of each column that agrees the bits: how many sums there might have been, by what its news leaves open."""
    sizes = [abs(float(row[at])) / many * news[at] for at in range(len(row)) if agree[at]]
    return tuple(math.log2(max(size, 1.0)) for size in sizes)
