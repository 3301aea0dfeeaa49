"""The corner of a table whose columns are only years or months: what stands above its labels says what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.tables.model import Column, Role

_LABELS = (Role.DIMENSION, Role.PERIOD, Role.CODE)


def without_corner(entries: Sequence[Column]) -> tuple[list[Column], tuple[str, ...]]:
    """The columns, their label columns under their own names; and the lines above these, for the title.

    ("A. Avgifter, tkr", "Zon") above the labels of a table with the columns "2023", "2024" is the title "A. Avgifter,
    tkr" and the label column "Zon".
    """
    values = [one for one in entries if one.role is Role.VALUE]
    tall = [one for one in entries if one.role in _LABELS and len(one.header) > 1]
    if not values or any(one.measure for one in values) or not tall:
        return list(entries), ()
    lines = dict.fromkeys(cell for one in tall for cell in one.header[:-1])
    kept = [replace(one, header=one.header[-1:]) if one in tall else one for one in entries]
    return kept, tuple(lines)
