"""The rows of a table that can be compared or added: parts of one whole, alike in all but one dimension."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pandas as pd

from eval.build.asking import Asked
from eval.build.naming import Phrase, measure_name, members_phrase, when, where, which
from eval.build.table import Record, is_measure, is_period, is_total


@dataclass(frozen=True)
class Group:
    """The records that differ from one another in one dimension only. frame: member, number, cells."""

    asked: Asked
    record: Record
    dimension: str
    frame: pd.DataFrame

    def words(self, some: pd.DataFrame | None = None) -> dict[str, Phrase]:
        """What the templates are filled with."""
        others = [pair for pair in self.record.members if pair[0] != self.dimension]
        place = where(others)
        words = {
            "m": measure_name(self.asked.measure, self.record.members),
            "o": Phrase(f", med {place.sv}", f", with {place.en}") if place.sv else Phrase("", ""),
            "p": when(self.asked.measure, others),
            "r": self.asked.reference,
            "q": which(self.dimension),
        }
        return words if some is None else words | {"l": members_phrase(self.dimension, list(some["member"]))}

    def cells(self, some: pd.DataFrame) -> list[str]:
        """The addresses of the operands."""
        return [cell for cells in some["cells"] for cell in cells]


def group_of(asked: Asked, rng: Random) -> Group | None:
    """Parts of one whole: no totals, no periods, no cells without a value."""
    table = asked.table
    record = rng.choice(table.records)
    free = [
        dimension for dimension, member in record.members
        if dimension not in table.constant and not is_period(dimension, member) and not is_measure(dimension)
    ]  # fmt: skip
    if not free or table.total(record):
        return None
    dimension = free[0] if rng.random() < 0.7 else rng.choice(free)  # the first is mostly the place
    fixed = [pair for pair in record.members if pair[0] != dimension]
    rows = [
        (member, value.number, value.cells)
        for other in table.records
        if [pair for pair in other.members if pair[0] != dimension] == fixed
        and (value := other.values.get(asked.measure))
        for name, member in other.members
        if name == dimension and not is_total(name, member)
    ]
    counties = [row for row in rows if row[0].endswith(" län")]
    if len(counties) < len(rows):
        rows = [row for row in rows if row not in counties]  # a county beside its own municipalities
    return Group(asked, record, dimension, pd.DataFrame(rows, columns=["member", "number", "cells"], dtype=object))
