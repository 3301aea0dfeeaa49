"""The units of measures that stand in rows, where a column beside them says in what they are ("Enhet")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.tables.model import Role, Table
from indexer.tables.store import TableStore, Where
from indexer.tables.units import is_unit as says_unit
from indexer.tables.units import unit_in

_UNITS: Final = re.compile(r"(?:enhet|unit|måttenhet|sort|mätenhet|units?)", re.IGNORECASE)
_MOST: Final = 40  # units of one table
_MOST_LABELS: Final = 1000
_PART: Final = 4  # one label in so many is a unit where all of them are meant as such


def units_of_labels(tables: Sequence[Table], store: TableStore) -> dict[str, str]:
    """Label of a measure -> its unit, of those that have one and the same in all rows."""
    found: dict[str, set[str]] = {}
    for table in tables:
        measures = table.having(Role.MEASURE)
        units = [
            one
            for one in table.having(Role.DIMENSION)
            if is_unit(one.name) and holds_units([label.text for label in one.labels])
        ]
        if not measures or len(units) != 1 or len(units[0].labels) > _MOST:
            continue
        for label in units[0].labels:
            where = [Where(units[0].key, (label.text,))]
            for named in store.labels(table, measures[0].key, where, limit=_MOST_LABELS):
                found.setdefault(named.text, set()).add(unit_in(f"x ({label.text})") or unit_in(label.text))
    return {label: next(iter(units)) for label, units in found.items() if len(units) == 1}


def is_unit(header: str) -> bool:
    """Is it the header of a column that says in what values are?"""
    return _UNITS.fullmatch(header.strip()) is not None


def holds_units(labels: Sequence[str]) -> bool:
    """Are labels below "Enhet" units, and not the schools or municipalities that go by that word too?"""
    said = sum(says_unit(label) or bool(unit_in(f"x ({label})")) for label in labels)
    return said * _PART >= len(labels)
