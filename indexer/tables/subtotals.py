"""Rows that the rows above or below them come to: sums of districts, whatever they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from indexer.tables.columns import Labels
from indexer.tables.model import Column, Role

_MOST_ROWS = 2000
_MOST_PARTS = 120
_COLUMNS = 2  # of numbers that must agree ...
_MANY = 4  # ... or so many parts of a single one
_SMALL, _ROUND = 20.0, 10.0  # amounts up to it, and round ones, come to each other by chance
Numbers = NDArray[np.float64]


def with_sums(entries: list[Column], labels: Mapping[int, Labels], numbers: Sequence[Numbers]) -> list[Column]:
    """The columns of a list of things, one in each row, where what others come to is a total. labels: by place."""
    at = next((at for at, entry in enumerate(entries) if entry.role is Role.DIMENSION), None)
    held = labels.get(entries[at].index) if at is not None else None
    if at is None or held is None or len(held.labels) != len(held.codes) or (held.codes < 0).any():
        return entries
    totals = dict.fromkeys([*entries[at].totals, *(held.labels[held.codes[row]] for row in sums_among(numbers))])
    return [*entries[:at], replace(entries[at], totals=tuple(totals)), *entries[at + 1 :]]


def sums_among(columns: Sequence[Numbers]) -> tuple[int, ...]:
    """The rows that are sums of two or more rows beside them, in every column that holds them. columns: (n,) each."""
    held = [column for column in columns if np.nansum(np.abs(column)) > 0]
    if not held or len(held[0]) > _MOST_ROWS:
        return ()
    table = np.stack(held, axis=1)
    down = _sums(table)
    up = tuple(len(table) - 1 - at for at in _sums(table[::-1]))
    return max(down, up, key=len)


def _sums(table: Numbers) -> tuple[int, ...]:
    """Those that the rows before them come to; sums stand for their parts from then on. table: (rows, columns)."""
    open_: list[int] = []
    found = []
    for at, row in enumerate(table):
        parts = table[open_[: -_MOST_PARTS - 1 : -1]]
        many = _parts_of(row, parts) if len(parts) > 1 else 0
        if many:
            del open_[-many:]
            found.append(at)
        open_.append(at)
    return tuple(found)


def _parts_of(row: Numbers, parts: Numbers) -> int:
    """How many of the parts, nearest first, the row is the sum of in all columns that have them; 0 for none."""
    known = ~np.isnan(row) & (np.cumsum(np.isnan(parts), axis=0) == 0)
    same = np.isclose(np.cumsum(np.nan_to_num(parts), axis=0), row, rtol=1e-9, atol=1e-6)
    agree = (same & known).sum(axis=1)
    telling = (same & known & (np.abs(row) > _SMALL) & (row % _ROUND != 0)).sum(axis=1)
    for many in range(2, len(parts) + 1):
        at = many - 1
        enough = agree[at] >= _COLUMNS or (agree[at] == 1 and many >= _MANY)
        if enough and telling[at] and agree[at] * 2 > known[at].sum():
            return many
    return 0
