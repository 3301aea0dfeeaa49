"""Rows that say what they measure, found by the column that says in what they are ("Omsättning" | "tkr")."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from indexer.tables.columns import Labels
from indexer.tables.model import Role
from indexer.tables.roles import is_unit_header
from indexer.tables.units import is_unit

_KINDS = 2  # units, of which one is no money


def measures_beside_units(
    names: Mapping[int, str], roles: Mapping[int, Role], labels: Mapping[int, Labels]
) -> tuple[int, ...]:
    """The label column whose labels each have one unit in the column of units, () when there is none or one is known.

    names: the innermost header of columns.
    """
    if Role.MEASURE in roles.values():
        return ()
    others = [at for at, role in roles.items() if role is Role.DIMENSION]
    units = [at for at in others if at in names and is_unit_header(names[at]) and _holds_units(labels[at])]
    if len(units) != 1:
        return ()
    said = labels[units[0]]
    fits = [at for at in others if at != units[0] and _decides(labels[at], said)]
    return tuple(sorted(fits, key=lambda at: len(labels[at].labels))[:1])


def _holds_units(column: Labels) -> bool:
    return len(column.labels) >= _KINDS and sum(map(is_unit, column.labels)) * 2 >= len(column.labels)


def _decides(column: Labels, units: Labels) -> bool:
    """Whether each label has one unit, in all the rows that have it."""
    both = (column.codes >= 0) & (units.codes >= 0)
    pairs = np.unique(np.stack([column.codes[both], units.codes[both]]), axis=1)
    return bool(both.any()) and len(np.unique(pairs[0])) == pairs.shape[1] and len(column.labels) >= len(units.labels)
